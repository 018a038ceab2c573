//! Names compared: pairs of nomenklatura's `name_bench`, and words spelt in other scripts.
//!
//! The rules were made on one half of the pairs, told by a hash of the second name; the other
//! half was not read. Both are printed.

use crate::Table;
use anyhow::Context;
use depeche_statement::{NameComparison, SAME_NAME, compare_bodies, compare_people};
use std::collections::BTreeMap;
use std::path::Path;

/// Word lists of the transliteration set.
const SCRIPTS: &[&str] = &[
    "wd_russian_16",
    "wd_arabic_16",
    "wd_hebrew_16",
    "wd_korean_16",
];

/// Pairs of a word list that are compared.
const PAIRS: usize = 5000;

/// Outcomes: right, wrongly same, wrongly apart, rightly apart.
#[derive(Debug, Clone, Copy, Default)]
struct Counts([u32; 4]);

/// Prints F1 on name pairs and recall on transliterated words, and writes the misses.
///
/// # Errors
/// When a file of the set cannot be read or a CSV cannot be written.
pub fn run(_: &[String]) -> anyhow::Result<()> {
    let Some(er) = crate::corpora("er") else {
        return Ok(());
    };
    name_bench(&er.join("nomenklatura/contrib/name_bench/cases.csv"))?;
    transliterations(&er.join("netransliteration/data"))
}

fn name_bench(path: &Path) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut scores: BTreeMap<(&str, &str), Counts> = BTreeMap::new();
    let mut misses = Table::new(&["half", "kind", "gold", "one", "other", "likeness", "why"]);
    for line in text.lines().skip(1) {
        let cells = csv_cells(line);
        let [_, schema, one, other, gold, ..] = cells.as_slice() else {
            continue;
        };
        let half = if seen(other) { "seen" } else { "not seen" };
        let (kind, compared) = match schema.as_str() {
            "Person" => ("people", compare_people(one, other)),
            _ => ("bodies", compare_bodies(one, other)),
        };
        let outcome = outcome(gold == "true", compared.is_same());
        for (half, kind) in [(half, kind), (half, "all"), ("both", kind), ("both", "all")] {
            scores.entry((half, kind)).or_default().0[outcome] += 1;
        }
        if (gold == "true") != compared.is_same() {
            let why = why(&compared);
            misses.row(&[&half, &kind, gold, one, other, &compared.likeness, &why]);
        }
    }
    let mut table = Table::new(&["half", "names", "pairs", "precision", "recall", "F1"]);
    for ((half, kind), counts) in scores {
        let [precision, recall, f1] = counts.scores();
        let pairs: u32 = counts.0.iter().sum();
        table.row(&[&half, &kind, &pairs, &precision, &recall, &f1]);
    }
    table.print();
    misses.write_csv(&crate::out().join("er_misses.csv"))?;
    table.write_csv(&crate::out().join("er.csv"))
}

fn why(compared: &NameComparison) -> String {
    let differences = compared.differences.iter().map(ToString::to_string);
    differences.collect::<Vec<_>>().join("; ")
}

fn outcome(gold: bool, found: bool) -> usize {
    match (gold, found) {
        (true, true) => 0,
        (false, true) => 1,
        (true, false) => 2,
        (false, false) => 3,
    }
}

impl Counts {
    /// Precision, recall and F1, printed.
    fn scores(self) -> [String; 3] {
        let [right, same, apart, _] = self.0.map(f64::from);
        let precision = right / (right + same).max(1.0);
        let recall = right / (right + apart).max(1.0);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        [precision, recall, f1].map(|score| format!("{score:.3}"))
    }
}

/// The half that rules were made on: a bit of FNV-1a of the second name.
fn seen(name: &str) -> bool {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    (hash >> 7).is_multiple_of(2)
}

/// Each word against its own spelling, and against the next word's, which is another name.
fn transliterations(folder: &Path) -> anyhow::Result<()> {
    let mut table = Table::new(&["list", "pairs", "same", "next taken for it"]);
    for list in SCRIPTS {
        let path = folder.join(list);
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let rows = text.lines().filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.next()?.replace(' ', "")))
        });
        let rows: Vec<(&str, String)> = rows.take(PAIRS).collect();
        let same = |one: &str, other: &str| compare_people(one, other).likeness >= SAME_NAME;
        let found = rows.iter().filter(|(latin, own)| same(latin, own)).count();
        let next = rows
            .windows(2)
            .filter(|pair| same(pair[0].0, &pair[1].1))
            .count();
        let share = |count: usize| format!("{:.3}", count as f64 / rows.len().max(1) as f64);
        table.row(&[list, &rows.len(), &share(found), &share(next)]);
    }
    table.print();
    table.write_csv(&crate::out().join("er_scripts.csv"))
}

/// The cells of a line of CSV; no cell of this set holds a line break.
fn csv_cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}
