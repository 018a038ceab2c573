//! Visits that are known to the day, looked for in what FRUS says in words: foreign leaders in the
//! United States, presidents and secretaries of state abroad.
//!
//! `eval visits [--cases|--missed] [--whole] [VOLUME…]`. A visit counts when the visitor's surname and the
//! country stand in one document dated within 60 days of its beginning. It is *found* when such a
//! document states that the visitor travelled, met or called (of those abroad: naming the country
//! or city) with a time that shares a day with the visit, *open* when only with a time that has no
//! end or beginning, *elsewhere* when only with another time. Of a document only the blocks that
//! name a visitor are read, with its head; with `--whole` all of it. `--cases` prints a drawing of
//! those found beside their words, `--missed` one of those missed with the documents that could
//! speak of them.

mod candidates;
mod gold;
mod search;
#[cfg(test)]
mod tests;

use crate::Table;
use crate::frus::words;
use crate::random::Random;
use candidates::Candidates;
use gold::Visit;
use search::{Fit, Hit};

/// So many found ones are shown to be read.
const SHOWN: usize = 50;

/// The first number of the draws.
const SEED: u64 = 1962;

#[derive(Default)]
struct Arguments {
    cases: bool,
    missed: bool,
    whole: bool,
    volumes: Vec<String>,
}

impl Arguments {
    fn parse(arguments: &[String]) -> Arguments {
        let mut parsed = Arguments::default();
        for argument in arguments {
            match argument.as_str() {
                "--cases" => parsed.cases = true,
                "--missed" => parsed.missed = true,
                "--whole" => parsed.whole = true,
                volume => parsed.volumes.push(volume.to_owned()),
            }
        }
        parsed
    }
}

/// Runs it and prints the table, as Markdown.
///
/// # Errors
/// When a file of a set cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let (Some(frus), Some(gazetteer)) = (crate::corpora("frus"), crate::corpora("gazetteer"))
    else {
        return Ok(());
    };
    let arguments = Arguments::parse(arguments);
    let visits = gold::visits(&gazetteer)?;
    let dates = candidates::dates(&frus.join("gold/dates.tsv"))?;
    let candidates = Candidates {
        visits: &visits,
        dates: &dates,
        whole: arguments.whole,
    };
    let paths = words::volumes(&frus, &arguments.volumes)?;
    let (even, odd) = paths.split_at(paths.len() / 2);
    let (mut hits, others) = std::thread::scope(|scope| {
        let other = scope.spawn(|| candidates.read(odd));
        let hits = candidates.read(even);
        let others = other
            .join()
            .map_err(|_| anyhow::anyhow!("a reader panicked"));
        (hits, others)
    });
    let mut all = hits.as_mut().map(std::mem::take).unwrap_or_default();
    hits?;
    all.extend(others??);
    if arguments.missed {
        show_missed(&visits, &all);
    }
    report(&visits, &all, arguments.cases)
}

/// Prints a drawing of visits of which nothing is stated, with the documents that could.
fn show_missed(visits: &[Visit], hits: &[Hit]) {
    let missed = (0..visits.len()).filter(|visit| {
        let best = best(*visit, hits);
        best.is_some_and(|hit| hit.fit == Fit::Missed)
    });
    let mut missed: Vec<usize> = missed.collect();
    let mut random = Random::new(SEED);
    for _ in 0..SHOWN.min(missed.len()) {
        let visit = missed.swap_remove(random.below(missed.len()));
        let of_visit = hits.iter().filter(|hit| hit.visit == visit);
        let mut documents: Vec<&str> = of_visit.map(|hit| hit.document.as_str()).collect();
        documents.sort_unstable();
        println!("\n{}\n  {}", visits[visit], documents.join(", "));
    }
}

/// What is known of one visit.
fn best(visit: usize, hits: &[Hit]) -> Option<&Hit> {
    let of_visit = hits.iter().filter(|hit| hit.visit == visit);
    of_visit.min_by_key(|hit| hit.fit)
}

fn report(visits: &[Visit], hits: &[Hit], cases: bool) -> anyhow::Result<()> {
    let mut table = Table::new(&[
        "visits",
        "all",
        "in FRUS",
        "found",
        "open",
        "elsewhere",
        "missed",
        "recall",
        "with open",
    ]);
    let mut found: Vec<(&Visit, &Hit)> = Vec::new();
    for kind in gold::KINDS {
        let mut counts = [0; 4];
        let mut total = 0;
        for (index, visit) in visits
            .iter()
            .enumerate()
            .filter(|(_, visit)| visit.kind == *kind)
        {
            total += 1;
            let Some(hit) = best(index, hits) else {
                continue;
            };
            counts[hit.fit as usize] += 1;
            if hit.fit <= Fit::Open {
                found.push((visit, hit));
            }
        }
        row(&mut table, kind, total, counts);
    }
    table.print_markdown();
    if cases {
        let mut random = Random::new(SEED);
        for _ in 0..SHOWN.min(found.len()) {
            let (visit, hit) = found.swap_remove(random.below(found.len()));
            println!("\n{visit}\n  {}: {}", hit.document, hit.shown);
        }
    }
    table.write_csv(&crate::out().join("visits.csv"))
}

fn row(table: &mut Table, kind: &str, total: usize, counts: [usize; 4]) {
    let [found, open, elsewhere, missed] = counts;
    let of: usize = counts.iter().sum();
    let share = |part: usize| format!("{:.3}", part as f64 / of.max(1) as f64);
    table.row(&[
        &kind,
        &total,
        &of,
        &found,
        &open,
        &elsewhere,
        &missed,
        &share(found),
        &share(found + open),
    ]);
}
