//! The time reader's speed: words per CPU-second on one thread, and one line of 64 MB.
//!
//! `cargo xtask bench time TEXT…` reads files of text (FRUS volumes as they are will do: tags are
//! words too); without any it reads the TimeML set's words over and over.

use super::tempeval;
use crate::Table;
use crate::process::{cpu_seconds, peak_memory_bytes};
use anyhow::Context;
use depeche_text::Span;
use depeche_time::{Anchors, Day, read};
use std::path::Path;

/// Rounds, of which the best is shown: what disturbs a run only makes it slower.
const ROUNDS: usize = 3;

/// Times the TimeML set is read in a round.
const REPEATS: usize = 20;

/// The long line.
const LINE_BYTES: usize = 64 << 20;

/// Runs it and prints the table.
///
/// # Errors
/// When a text cannot be read.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let texts = texts(arguments)?;
    let mut table = Table::new(&[
        "text",
        "words",
        "times",
        "CPU s",
        "words a CPU-s",
        "peak MB",
    ]);
    row(&mut table, "texts", &texts);
    let all: Vec<&str> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .collect();
    if all.is_empty() {
        return Ok(());
    }
    let mut line = String::with_capacity(LINE_BYTES + 64);
    for word in all.iter().cycle() {
        if line.len() >= LINE_BYTES {
            break;
        }
        line.push_str(word);
        line.push(' ');
    }
    drop(all);
    row(&mut table, "one line of 64 MB", &[line]);
    table.print();
    table.write_csv(&crate::out().join("time_speed.csv"))
}

fn texts(paths: &[String]) -> anyhow::Result<Vec<String>> {
    if paths.is_empty() {
        let Some(set) = crate::corpora("temporal/tempeval3/data/TBAQ-cleaned") else {
            return Ok(Vec::new());
        };
        let words = tempeval::words(&set)?;
        return Ok((0..REPEATS).flat_map(|_| words.clone()).collect());
    }
    let read =
        |path: &String| std::fs::read_to_string(Path::new(path)).with_context(|| path.clone());
    paths.iter().map(read).collect()
}

fn row(table: &mut Table, name: &str, texts: &[String]) {
    let words: usize = texts
        .iter()
        .map(|text| text.split_whitespace().count())
        .sum();
    let mut best = f64::INFINITY;
    let mut times = 0;
    for _ in 0..ROUNDS {
        let start = cpu_seconds();
        times = 0;
        for text in texts {
            let mut anchors = Anchors::new(Day::new(1989, 11, 2));
            times += read(text, Span::new(0, text.len()), &mut anchors).len();
        }
        best = best.min(cpu_seconds() - start);
    }
    table.row(&[
        &name,
        &words,
        &times,
        &format!("{best:.2}"),
        &format!("{:.0}", words as f64 / best.max(0.01)),
        &format!("{:.0}", peak_memory_bytes() as f64 / 1e6),
    ]);
}
