//! Names and their kinds: what is read beside what people marked, in four sets, mixed and CAPITALS.
//!
//! `eval names [--pipeline DIR] [--cases] [SET…]` scores the annotators, or the bare names of a trained
//! pipeline; `--cases` prints misses and false alarms to read; a set is `cables`, `frus`, `gum`
//! or `uner`. Spans count when they are the same to the byte; "met" counts one that touches a
//! name of the same kind.

mod cables;
pub(crate) mod columns;
mod conventions;
mod edges;
mod frus;
pub(crate) mod gum;
mod score;
mod set;
mod system;
#[cfg(test)]
mod tests;
mod uner;

use crate::Table;
use score::{Interval, Scores, Tally};
use set::Set;
use std::path::Path;
use system::Read;

/// So many misses and false alarms of each row are shown.
const SHOWN: usize = 40;

/// What is scored, how it is spelt, and how that went.
struct Row {
    set: String,
    case: &'static str,
    scores: Scores,
}

/// What is asked for.
#[derive(Default)]
struct Arguments<'a> {
    pipeline: Option<&'a str>,
    cases: bool,
    sets: Vec<&'a str>,
}

impl<'a> Arguments<'a> {
    fn parse(arguments: &'a [String]) -> anyhow::Result<Arguments<'a>> {
        let mut parsed = Arguments::default();
        let mut arguments = arguments.iter().map(String::as_str);
        while let Some(argument) = arguments.next() {
            match argument {
                "--pipeline" => {
                    let folder = arguments.next();
                    anyhow::ensure!(folder.is_some(), "--pipeline wants a folder");
                    parsed.pipeline = folder;
                }
                "--cases" => parsed.cases = true,
                "cables" | "frus" | "gum" | "uner" => parsed.sets.push(argument),
                _ => anyhow::bail!("no set of names is called {argument}"),
            }
        }
        Ok(parsed)
    }

    fn wants(&self, set: &str) -> bool {
        self.sets.is_empty() || self.sets.contains(&set)
    }
}

/// Runs it and prints the table.
///
/// # Errors
/// When a set or the pipeline cannot be read, or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let arguments = Arguments::parse(arguments)?;
    let (system, rows) = match arguments.pipeline {
        None => ("annotators", rows(&arguments, &mut system::annotators())?),
        Some(folder) => {
            let pipeline = crate::language::load(Path::new(folder))?;
            let rows = rows(&arguments, &mut system::pipeline(&pipeline))?;
            ("pipeline", rows)
        }
    };
    let table = table(&rows);
    table.print();
    table.write_csv(&crate::out().join(format!("names_{system}.csv")))?;
    if arguments.cases {
        rows.iter().for_each(cases);
    }
    Ok(())
}

/// Scores every set that is asked for and there.
fn rows(arguments: &Arguments<'_>, read: &mut Read<'_>) -> anyhow::Result<Vec<Row>> {
    let mut sets: Vec<Set> = Vec::new();
    if arguments.wants("cables")
        && let Some(folder) = crate::corpora("cables")
    {
        sets.extend(cables::sets(&folder)?);
    }
    if arguments.wants("gum")
        && let Some(folder) = crate::corpora("ner/gum")
    {
        sets.push(gum::set(&folder)?);
    }
    if arguments.wants("uner")
        && let Some(folder) = crate::corpora("ner/uner-ewt")
    {
        sets.push(uner::set(&folder)?);
    }
    let mut rows = Vec::new();
    for set in sets {
        for case in set.cases {
            let scores = set.score(*case, read);
            let set = set.name.clone();
            let case = case.name();
            rows.push(Row { set, case, scores });
        }
    }
    if arguments.wants("frus")
        && let Some(folder) = crate::corpora("frus")
    {
        rows.extend(frus::rows(&folder, read)?);
    }
    Ok(rows)
}

fn table(rows: &[Row]) -> Table {
    let mut table = Table::new(&[
        "set", "case", "PER", "ORG", "GPE", "LOC", "P", "R", "F1", "95 %", "met P", "met R",
        "met F1", "marked", "read", "same", "texts",
    ]);
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.3}"));
    for Row { set, case, scores } in rows {
        let all = Tally::sum(&scores.texts);
        let kinds = all.0.map(|count| number(count.f1()));
        let count = all.total();
        let Interval { low, high } = scores.interval();
        table.row(&[
            set,
            case,
            &kinds[0],
            &kinds[1],
            &kinds[2],
            &kinds[3],
            &number(count.precision()),
            &number(count.recall()),
            &number(count.f1()),
            &format!("{low:.3}–{high:.3}"),
            &number(count.met_precision()),
            &number(count.met_recall()),
            &number(count.met_f1()),
            &count.marked,
            &count.read,
            &count.marked_same,
            &scores.texts.len(),
        ]);
    }
    table
}

/// Prints a spread of misses and false alarms, the same at every run.
fn cases(row: &Row) {
    let kinds = [("missed", &row.scores.missed), ("wrong", &row.scores.wrong)];
    for (what, cases) in kinds {
        println!("\n{} {} {what}: {}", row.set, row.case, cases.len());
        let mut random = crate::random::Random::new(cases.len() as u64);
        let mut left: Vec<&String> = cases.iter().collect();
        for _ in 0..SHOWN.min(left.len()) {
            println!("  {}", left.swap_remove(random.below(left.len())));
        }
    }
}
