//! Dates of FRUS documents: `document.date` of the words alone against the dateline's `@when`.
//!
//! Same day, or same month where the gold has only a month; the time of day is left aside. A
//! date given to a document that has none is wrong.

use super::words::{self, Words};
use crate::Table;
use anyhow::Context;
use depeche_document::Document;
use depeche_source::Limits;
use std::collections::BTreeMap;
use std::path::Path;

/// The misses that are printed; all are in the CSV.
const SHOWN: usize = 60;

/// The date of a gold row: `when`, or an interval; empty where there is none.
struct Gold {
    head: String,
    dateline: String,
    when: String,
    from: String,
    to: String,
}

/// How an answer compares.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Right,
    Wrong,
    Missing,
    /// A date where there is none.
    Invented,
    /// None where there is none.
    Abstained,
}

struct Answer {
    volume: String,
    document: String,
    verdict: Verdict,
    read: String,
    line: String,
}

/// Runs it and prints the tables.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub(super) fn run(names: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let gold = gold(&frus.join("gold/docs.tsv"))?;
    let paths = words::volumes(&frus, names)?;
    let middle = paths.len() / 2;
    let (one, two) = paths.split_at(middle);
    let answers = std::thread::scope(|scope| {
        let other = scope.spawn(|| answers(one, &gold));
        let mine = answers(two, &gold);
        let mut all = other
            .join()
            .map_err(|_| anyhow::anyhow!("a reader panicked"))??;
        all.extend(mine?);
        anyhow::Ok(all)
    })?;
    report(&answers, &gold)
}

type Golds = BTreeMap<(String, String), Gold>;

fn gold(path: &Path) -> anyhow::Result<Golds> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut golds = Golds::new();
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default().to_owned();
        let first = |one: usize, other: usize| {
            if cell(one).is_empty() {
                cell(other)
            } else {
                cell(one)
            }
        };
        let gold = Gold {
            head: cell(3),
            dateline: format!("{} {}", cell(4), cell(5)),
            when: cell(6),
            from: first(7, 9),
            to: first(8, 10),
        };
        // A volume may use an id twice; the words come in the same order.
        golds.entry((cell(0), cell(1))).or_insert(gold);
    }
    Ok(golds)
}

fn answers(paths: &[std::path::PathBuf], golds: &Golds) -> anyhow::Result<Vec<Answer>> {
    let mut answers = Vec::new();
    for path in paths {
        words::each(path, &mut |words| {
            let gold = golds.get(&(words.volume.clone(), words.document.clone()));
            if let Some(gold) = gold {
                answers.push(answer(&words, gold));
            }
        })?;
    }
    Ok(answers)
}

fn answer(words: &Words, gold: &Gold) -> Answer {
    let mut documents: Vec<Document> = Vec::new();
    depeche_document::parse(&words.item(), &Limits::default(), &mut |document| {
        documents.push(document)
    });
    let document = documents.first();
    let date = document.and_then(|document| document.date.as_ref());
    let read = date.and_then(|date| date.edtf.clone()).unwrap_or_default();
    let line = date.and_then(|date| date.span?.get(&documents[0].text).map(str::to_owned));
    Answer {
        volume: words.volume.clone(),
        document: words.document.clone(),
        verdict: verdict(&read, gold),
        read,
        line: line.unwrap_or_default(),
    }
}

fn verdict(read: &str, gold: &Gold) -> Verdict {
    let has_gold = !gold.when.is_empty() || !gold.from.is_empty();
    match (read.is_empty(), has_gold) {
        (true, true) => Verdict::Missing,
        (true, false) => Verdict::Abstained,
        (false, false) => Verdict::Invented,
        (false, true) if agrees(read, gold) => Verdict::Right,
        (false, true) => Verdict::Wrong,
    }
}

fn agrees(read: &str, gold: &Gold) -> bool {
    let day = |date: &str| {
        date.split('T')
            .next()
            .unwrap_or_default()
            .trim_end_matches(['~', '?', '%'])
            .to_owned()
    };
    let (from, to) = read.split_once('/').unwrap_or((read, read));
    if !gold.when.is_empty() {
        let when = day(&gold.when);
        let (from, to) = (day(from), day(to));
        return from.starts_with(&when) && to.starts_with(&when);
    }
    let to_wanted = if gold.to.is_empty() {
        &gold.from
    } else {
        &gold.to
    };
    day(from) == day(&gold.from) && day(to) == day(to_wanted)
}

fn report(answers: &[Answer], golds: &Golds) -> anyhow::Result<()> {
    let mut by_volume: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let mut all = [0; 5];
    for answer in answers {
        by_volume.entry(&answer.volume).or_default()[answer.verdict as usize] += 1;
        all[answer.verdict as usize] += 1;
    }
    let mut scores = Table::new(&[
        "volume",
        "documents",
        "right",
        "wrong",
        "missing",
        "invented",
        "none",
        "precision",
        "recall",
        "accuracy",
    ]);
    for (volume, counts) in by_volume {
        score(&mut scores, volume, counts);
    }
    score(&mut scores, "all", all);
    scores.print();
    let out = crate::out();
    scores.write_csv(&out.join("frus_datelines_scores.csv"))?;
    misses(answers, golds, &out)
}

fn score(table: &mut Table, name: &str, counts: [usize; 5]) {
    let [right, wrong, missing, invented, none] = counts;
    let total: usize = counts.iter().sum();
    let share = |part: usize, whole: usize| format!("{:.4}", part as f64 / whole.max(1) as f64);
    table.row(&[
        &name,
        &total,
        &right,
        &wrong,
        &missing,
        &invented,
        &none,
        &share(right, right + wrong + invented),
        &share(right, right + wrong + missing),
        &share(right + none, total),
    ]);
}

fn misses(answers: &[Answer], golds: &Golds, out: &Path) -> anyhow::Result<()> {
    let columns = [
        "volume",
        "document",
        "what",
        "read",
        "read from",
        "gold",
        "dateline",
        "head",
    ];
    let (mut all, mut shown) = (Table::new(&columns), Table::new(&columns[..7]));
    let mut count = 0;
    for answer in answers {
        let what = match answer.verdict {
            Verdict::Right | Verdict::Abstained => continue,
            Verdict::Wrong => "wrong",
            Verdict::Missing => "missing",
            Verdict::Invented => "invented",
        };
        let Some(gold) = golds.get(&(answer.volume.clone(), answer.document.clone())) else {
            continue;
        };
        let date = if gold.when.is_empty() {
            &gold.from
        } else {
            &gold.when
        };
        let cells: [&dyn std::fmt::Display; 8] = [
            &answer.volume,
            &answer.document,
            &what,
            &answer.read,
            &answer.line,
            date,
            &gold.dateline,
            &gold.head,
        ];
        all.row(&cells);
        if count < SHOWN {
            shown.row(&cells[..7]);
        }
        count += 1;
    }
    shown.print();
    all.write_csv(&out.join("frus_datelines.csv"))
}
