//! `depeche-eval eval|bench NAME [ARGUMENT…]`: runs one score or benchmark; `cargo xtask` calls it.

use depeche_eval as eval;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let [kind, name, rest @ ..] = arguments.as_slice() else {
        anyhow::bail!("name a score or benchmark")
    };
    match (kind.as_str(), name.as_str()) {
        ("eval", "seed") => eval::seed::run(rest),
        ("eval", "frus") => eval::frus::run(rest),
        ("eval", "pages") => eval::pages::run(rest),
        ("eval", "gazetteer") => eval::gazetteer::run(rest),
        ("eval", "search") => eval::search::run(rest),
        ("eval", "language") => eval::language::run(rest),
        ("eval", "model") => eval::model::run(rest),
        ("eval", "names") => eval::names::run(rest),
        ("eval", "quotes") => eval::quotes::run(rest),
        ("eval", "events") => eval::events::run(rest),
        ("eval", "coref") => eval::coref::run(rest),
        ("eval", "copies") => eval::copies::run(rest),
        ("eval", "er") => eval::er::run(rest),
        ("eval", "who-is-who") => eval::who_is_who::run(rest),
        ("eval", "truecase") => eval::truecase::run(rest),
        ("eval", "visits") => eval::visits::run(rest),
        ("eval", "who-met-whom") => eval::who_met_whom::run(rest),
        ("eval", "dictionary") => eval::dictionary::run(rest),
        ("eval", "time") => eval::time::run(rest),
        ("bench", "ingest") => eval::bench_ingest::run(rest),
        ("bench", "query") => eval::bench_query::run(rest),
        ("bench", "time") => eval::time::bench::run(rest),
        ("bench", "reading") => eval::bench_reading::run(rest),
        ("bench", "language") => eval::bench_language::run(rest),
        _ => anyhow::bail!("no {kind} is called {name}"),
    }
}
