//! The whole reading's speed, from a file's words to its statements: words per CPU-second.
//!
//! `cargo xtask bench reading TEXTS.jsonl`, on the texts of `bench language`, so that the engine
//! alone and the peer stand beside it. A text is taken for a file of plain text: told apart into
//! blocks, its names, times and trees found, its statements read and who is meant. Nothing is
//! written. Words are the engine's, as the peer counts them.

use crate::Table;
use crate::bench_language::{ROUNDS, read_all, texts_of};
use crate::frus::persons::parsed;
use crate::frus::words::Words;
use std::path::Path;

/// Runs it and prints the table.
///
/// # Errors
/// When the texts cannot be read.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let [texts] = arguments else {
        anyhow::bail!("name a file of texts")
    };
    let texts = texts_of(texts)?;
    let pipeline = depeche_language::english();
    let engine = || {
        let mut reader = pipeline.reader();
        move |text: &str| reader.read(text).words.len()
    };
    let whole = || {
        |text: &str| {
            let words = Words {
                volume: String::new(),
                document: String::new(),
                text: text.to_owned(),
            };
            parsed(&words).map_or(0, |document| {
                let annotations = depeche_annotate::annotate(&document);
                depeche_statement::read(&document, &annotations)
                    .statements
                    .len()
            })
        }
    };
    let best = |rounds: Vec<crate::bench_language::Round>| {
        rounds
            .into_iter()
            .min_by(|left, right| left.cpu_s.total_cmp(&right.cpu_s))
            .ok_or_else(|| anyhow::anyhow!("no round was run"))
    };
    // By turns, so that what disturbs the machine disturbs both.
    let (mut engines, mut wholes) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        engines.push(read_all(&texts, 1, engine));
        wholes.push(read_all(&texts, 1, whole));
    }
    let (engine, whole) = (best(engines)?, best(wholes)?);
    let mut table = Table::new(&["what", "words", "statements", "CPU s", "words a CPU-s"]);
    let rate = |cpu_s: f64| format!("{:.0}", engine.words as f64 / cpu_s);
    table.row(&[
        &"engine alone",
        &engine.words,
        &"",
        &format!("{:.2}", engine.cpu_s),
        &rate(engine.cpu_s),
    ]);
    table.row(&[
        &"whole reading",
        &engine.words,
        &whole.words,
        &format!("{:.2}", whole.cpu_s),
        &rate(whole.cpu_s),
    ]);
    table.print();
    table.write_csv(Path::new("bench/out/reading_speed.csv"))
}
