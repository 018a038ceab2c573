//! Events between actors, beside those that PETRARCH 2's own test sentences want coded.
//!
//! `eval events [--cases]`. The actors of the sentences are invented; the dictionaries of the set
//! give their codes and nothing else: who takes part and what happened is read by our own parse.
//! A pair is *found* when an event was read from its source to its target whose type stands for
//! the pair's code (`codes`). *Any* counts sentences with a found pair, *root* those with every
//! pair found, *strict* those where nothing else was read either and the codes are the same to
//! the last digit. Pairs with a side that has no code ("---", "XYZ", "###": an official of nobody
//! says so) count in strict alone.

mod codes;
mod dictionary;
mod dyads;
mod records;
mod score;
#[cfg(test)]
mod tests;

use crate::Table;
use crate::random::Random;
use depeche_document::{Block, BlockKind, Document, Kind};
use depeche_text::Span;
use dictionary::Dictionary;
use records::Record;
use score::{Judgement, Tally};
use std::collections::BTreeMap;
use std::path::Path;

/// So many sentences of each outcome are shown.
const SHOWN: usize = 300;

/// The first number of the draws.
const SEED: u64 = 1954;

/// Runs it and prints the table, as Markdown.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let cases = match arguments {
        [] => false,
        [flag] if flag == "--cases" => true,
        [other, ..] => anyhow::bail!("no option is called {other}"),
    };
    let Some(folder) = crate::corpora("events/petrarch2/petrarch2/data") else {
        return Ok(());
    };
    let judgements = judge(&folder)?;
    let table = table(&judgements);
    table.print_markdown();
    table.write_csv(&crate::out().join("events.csv"))?;
    println!();
    wanted(&judgements).print_markdown();
    if cases {
        show(&judgements);
    }
    Ok(())
}

fn judge(folder: &Path) -> anyhow::Result<Vec<Judgement>> {
    let text = |path: &str| std::fs::read_to_string(folder.join(path));
    let records = records::records(&text("text/PETR.UnitTest.records.xml")?)?;
    let dictionary = Dictionary::parse(
        &text("dictionaries/PETR.Validate.actors.txt")?,
        &text("dictionaries/PETR.Validate.agents.txt")?,
    );
    let judgements = records.into_iter().map(|record| {
        let document = document(&record);
        let annotations = depeche_annotate::annotate(&document);
        let reading = depeche_statement::read(&document, &annotations);
        let reader = dyads::Reader {
            document: &document,
            annotations: &annotations,
            dictionary: &dictionary,
            date: record.date,
        };
        let read = reader.dyads(&reading);
        Judgement::of(record, read)
    });
    Ok(judgements.collect())
}

/// A paragraph of the sentence.
fn document(record: &Record) -> Document {
    let block = Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, record.text.len()),
    };
    crate::plain::document(Kind::News, record.text.clone(), vec![block])
}

fn table(judgements: &[Judgement]) -> Table {
    let mut table = Table::new(&[
        "sentences",
        "of",
        "any",
        "root",
        "strict",
        "any %",
        "root %",
        "strict %",
    ]);
    let coded = |judgement: &&Judgement| !judgement.record.codings.is_empty();
    let foreign = |judgement: &&Judgement| judgement.is_foreign();
    let all = judgements.iter();
    row(&mut table, "with events", all.clone().filter(coded));
    let kept = all.clone().filter(coded);
    let kept = kept.filter(|judgement| !foreign(judgement));
    row(&mut table, "of these, all codes WEIS's or CAMEO's", kept);
    let none = all.clone().filter(|judgement| !coded(judgement));
    row(&mut table, "without events", none);
    row(&mut table, "all", all.clone());
    let mut categories: BTreeMap<&str, Vec<&Judgement>> = BTreeMap::new();
    for judgement in all {
        let category = judgement.record.category.as_str();
        categories.entry(category).or_default().push(judgement);
    }
    for (category, judgements) in categories {
        row(&mut table, category, judgements.into_iter());
    }
    table
}

fn row<'a>(table: &mut Table, name: &str, judgements: impl Iterator<Item = &'a Judgement>) {
    let tally = Tally::of(judgements);
    let share = |part: usize| format!("{:.1}", 100.0 * part as f64 / tally.of.max(1) as f64);
    table.row(&[
        &name,
        &tally.of,
        &tally.any,
        &tally.root,
        &tally.strict,
        &share(tally.any),
        &share(tally.root),
        &share(tally.strict),
    ]);
}

/// What each code wants, and how often it was found.
fn wanted(judgements: &[Judgement]) -> Table {
    let mut table = Table::new(&[
        "code",
        "pairs",
        "found",
        "both actors read",
        "an example of one not found",
    ]);
    let mut codes: BTreeMap<&str, (usize, usize, usize, &str)> = BTreeMap::new();
    for judgement in judgements {
        for (coding, pair) in judgement.record.codings.iter().zip(&judgement.pairs) {
            let count = codes.entry(&coding.code).or_default();
            count.0 += 1;
            count.1 += usize::from(pair.found);
            count.2 += usize::from(pair.actors);
            if !pair.found {
                count.3 = &judgement.record.id;
            }
        }
    }
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort_by_key(|(_, (pairs, found, _, _))| std::cmp::Reverse(pairs - found));
    for (code, (pairs, found, actors, example)) in codes {
        table.row(&[&code, &pairs, &found, &actors, &example]);
    }
    table
}

/// Whether a sentence went so.
type Outcome = fn(&Judgement) -> bool;

/// Prints sentences that went wrong with what was read of them, the same at every run.
fn show(judgements: &[Judgement]) {
    let outcomes: [(&str, Outcome); 3] = [
        ("nothing right", |judgement| !judgement.any),
        ("some pairs right", |judgement| {
            judgement.any && !judgement.root
        }),
        ("right root, not strict", |judgement| {
            judgement.root && !judgement.strict
        }),
    ];
    for (name, outcome) in outcomes {
        let mut left: Vec<&Judgement> =
            judgements.iter().filter(|judged| outcome(judged)).collect();
        println!("\n## {name}: {}\n", left.len());
        let mut random = Random::new(SEED);
        for _ in 0..SHOWN.min(left.len()) {
            println!("{}\n", left.swap_remove(random.below(left.len())).shown());
        }
    }
}
