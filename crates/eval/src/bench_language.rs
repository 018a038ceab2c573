//! The reading engine's speed: words per CPU-second, on one thread and on two.
//!
//! `cargo xtask bench language PIPELINE_DIR TEXTS.jsonl`; a line of the texts is `{"text": "…"}`,
//! as `tools/parity/speed.py` takes them for the peer, spaCy itself.

use crate::Table;
use crate::language::load;
use crate::process::{cpu_seconds, peak_memory_bytes};
use anyhow::Context;
use serde::Deserialize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Rounds, of which the best is shown: what disturbs a run only makes it slower.
pub(crate) const ROUNDS: usize = 3;

/// Runs it and prints the table.
///
/// # Errors
/// When the pipeline or the texts cannot be read.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let [folder, texts] = arguments else {
        anyhow::bail!("name a pipeline's folder and a file of texts")
    };
    let started = Instant::now();
    let pipeline = load(Path::new(folder))?;
    let load_s = started.elapsed().as_secs_f64();
    let texts = texts_of(texts)?;
    let mut table = Table::new(&[
        "threads",
        "words",
        "wall s",
        "words a s",
        "words a CPU-s",
        "peak MB",
    ]);
    for threads in [1, 2] {
        let runs = (0..ROUNDS).map(|_| {
            read_all(&texts, threads, || {
                let mut reader = pipeline.reader();
                move |text: &str| reader.read(text).words.len()
            })
        });
        let best = runs.min_by(|left, right| left.wall_s.total_cmp(&right.wall_s));
        let Some(run) = best else { continue };
        table.row(&[
            &threads,
            &run.words,
            &format!("{:.2}", run.wall_s),
            &format!("{:.0}", run.words as f64 / run.wall_s),
            &format!("{:.0}", run.words as f64 / run.cpu_s),
            &format!("{:.0}", peak_memory_bytes() as f64 / 1e6),
        ]);
    }
    println!("loaded in {load_s:.2} s");
    table.print();
    table.write_csv(Path::new("bench/out/language_speed.csv"))
}

/// The texts of a file, a JSON object a line.
pub(crate) fn texts_of(path: &str) -> anyhow::Result<Vec<String>> {
    let lines = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    let text = |line| Ok(serde_json::from_str::<Line>(line)?.text);
    lines.lines().map(text).collect()
}

/// One round.
pub(crate) struct Round {
    pub(crate) words: usize,
    pub(crate) wall_s: f64,
    pub(crate) cpu_s: f64,
}

/// Reads every text once; `reader` makes what reads one and counts its words, for each thread.
pub(crate) fn read_all<R: FnMut(&str) -> usize>(
    texts: &[String],
    threads: usize,
    reader: impl Fn() -> R + Sync,
) -> Round {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let (next, words) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut read = reader();
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    words.fetch_add(read(text), Ordering::Relaxed);
                }
            });
        }
    });
    Round {
        words: words.into_inner(),
        wall_s: start.elapsed().as_secs_f64(),
        cpu_s: cpu_seconds() - cpu,
    }
}
