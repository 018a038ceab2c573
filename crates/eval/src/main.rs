//! `depeche-eval NAME [ARGUMENT…]`: runs one score or benchmark; `cargo xtask` calls it.

use depeche_eval as eval;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let (name, rest) = arguments
        .split_first()
        .ok_or_else(|| anyhow::anyhow!("name a score"))?;
    match name.as_str() {
        "seed" => eval::seed::run(rest),
        "frus" => eval::frus::run(rest),
        "pages" => eval::pages::run(rest),
        "gazetteer" => eval::gazetteer::run(rest),
        "search" => eval::search::run(rest),
        "language" => eval::language::run(rest),
        "dictionary" => eval::dictionary::run(rest),
        "ingest" => eval::bench_ingest::run(rest),
        "query" => eval::bench_query::run(rest),
        _ => anyhow::bail!("no score is called {name}"),
    }
}
