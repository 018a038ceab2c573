//! Documents that copy each other: FRUS against its candidate pairs, and planted pairs.
//!
//! The wanted pairs are counted here: those of the candidates whose exact share of seven-word
//! shingles is a half or more. What is found besides is written out, for people to read.

use crate::Table;
use crate::frus::words;
use crate::process::cpu_seconds;
use crate::random::Random;
use anyhow::Context;
use depeche_statement::{CopyFinder, Overlap, Sketch};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Pairs besides the candidates that are drawn to be read.
const READ: usize = 100;

type Pair = (usize, usize);

/// Prints what is found of both sets, and how fast.
///
/// # Errors
/// When a set cannot be read or a CSV cannot be written.
pub fn run(_: &[String]) -> anyhow::Result<()> {
    let mut table = Table::new(&[
        "set",
        "documents",
        "wanted",
        "found",
        "all found",
        "documents a CPU-second",
        "of it sketching",
    ]);
    if let Some(frus) = crate::corpora("frus") {
        frus_copies(&frus, &mut table)?;
    }
    if let Some(planted) = crate::corpora("neardup") {
        let folder = planted.join("minhash-mccormick/data");
        for size in ["100", "1000", "2500"] {
            planted_copies(&folder, size, &mut table)?;
        }
    }
    table.print();
    table.write_csv(&crate::out().join("copies.csv"))
}

/// Pairs found, each with its exact overlap.
struct Found {
    pairs: BTreeMap<Pair, Overlap>,
    rate: String,
    sketching: String,
}

fn find(texts: &[&str]) -> Found {
    let begun = cpu_seconds();
    let mut finder = CopyFinder::default();
    for (at, text) in texts.iter().enumerate() {
        finder.put(at as u64, Sketch::new(text));
    }
    let sketched = cpu_seconds() - begun;
    let mut pairs = BTreeMap::new();
    for candidate in finder.candidates() {
        let pair = (candidate.one as usize, candidate.other as usize);
        let overlap = Overlap::new(texts[pair.0], texts[pair.1]);
        if overlap.is_copy() {
            pairs.insert(pair, overlap);
        }
    }
    let rate = |seconds: f64| format!("{:.0}", texts.len() as f64 / seconds.max(0.01));
    Found {
        pairs,
        rate: rate(cpu_seconds() - begun),
        sketching: rate(sketched),
    }
}

fn frus_copies(frus: &Path, table: &mut Table) -> anyhow::Result<()> {
    let mut documents = Vec::new();
    for volume in words::volumes(frus, &[])? {
        words::each(&volume, &mut |own| documents.push(own))?;
    }
    let texts: Vec<&str> = documents.iter().map(|own| own.text.as_str()).collect();
    let found = find(&texts);
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (at, own) in documents.iter().enumerate() {
        places.entry((&own.volume, &own.document)).or_insert(at);
    }
    let path = frus.join("gold/neardup_candidates.tsv");
    let candidates = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let (mut listed, mut wanted) = (BTreeSet::new(), BTreeSet::new());
    let mut absent = 0;
    for line in candidates.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let place = |at: usize| places.get(&(cells[at], cells[at + 1])).copied();
        let (Some(one), Some(other)) = (place(0), place(2)) else {
            absent += 1;
            continue;
        };
        let pair = (one.min(other), one.max(other));
        listed.insert(pair);
        if Overlap::new(texts[one], texts[other]).resemblance() >= 500 {
            wanted.insert(pair);
        }
    }
    println!(
        "{} candidate pairs, {absent} of volumes that are not there",
        listed.len() + absent
    );
    add_row(table, ("frus", texts.len()), &wanted, &found);
    let mut missed = Table::new(&["one", "other", "resemblance"]);
    let name = |at: usize| format!("{} {}", documents[at].volume, documents[at].document);
    for pair in wanted.iter().filter(|pair| !found.pairs.contains_key(pair)) {
        let overlap = Overlap::new(texts[pair.0], texts[pair.1]);
        missed.row(&[&name(pair.0), &name(pair.1), &overlap.resemblance()]);
    }
    missed.print();
    let besides = found.pairs.keys().filter(|pair| !listed.contains(pair));
    write_to_read(&found, (&texts, &name), besides.copied().collect())
}

/// Writes some of the pairs that nobody listed, to be read.
fn write_to_read(
    found: &Found,
    (texts, name): (&[&str], &dyn Fn(usize) -> String),
    mut besides: Vec<Pair>,
) -> anyhow::Result<()> {
    println!("{} pairs found besides the candidates", besides.len());
    let mut random = Random::new(7);
    let mut read = Table::new(&[
        "one",
        "other",
        "resemblance",
        "containment",
        "one text",
        "other text",
    ]);
    for _ in 0..READ.min(besides.len()) {
        let pair = besides.swap_remove(random.below(besides.len()));
        let overlap = found.pairs[&pair];
        let [one, other] =
            [pair.0, pair.1].map(|at| texts[at].chars().take(1500).collect::<String>());
        let (resemblance, containment) = (overlap.resemblance(), overlap.containment());
        read.row(&[
            &name(pair.0),
            &name(pair.1),
            &resemblance,
            &containment,
            &one,
            &other,
        ]);
    }
    read.write_csv(&crate::out().join("copies_to_read.csv"))
}

fn add_row(table: &mut Table, (set, count): (&str, usize), wanted: &BTreeSet<Pair>, found: &Found) {
    let right = wanted
        .iter()
        .filter(|pair| found.pairs.contains_key(pair))
        .count();
    table.row(&[
        &set,
        &count,
        &wanted.len(),
        &right,
        &found.pairs.len(),
        &found.rate,
        &found.sketching,
    ]);
}

fn planted_copies(folder: &Path, size: &str, table: &mut Table) -> anyhow::Result<()> {
    let read = |kind: &str| {
        let path = folder.join(format!("articles_{size}.{kind}"));
        std::fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let (articles, truth) = (read("train")?, read("truth")?);
    let articles: Vec<(&str, &str)> = articles
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let texts: Vec<&str> = articles.iter().map(|(_, text)| *text).collect();
    let places: BTreeMap<&str, usize> = articles
        .iter()
        .enumerate()
        .map(|(at, (name, _))| (*name, at))
        .collect();
    let pairs = truth.lines().filter_map(|line| {
        let (one, other) = line.split_once(' ')?;
        let (one, other) = (*places.get(one.trim())?, *places.get(other.trim())?);
        Some((one.min(other), one.max(other)))
    });
    let wanted: BTreeSet<Pair> = pairs.collect();
    add_row(
        table,
        (&format!("planted {size}"), texts.len()),
        &wanted,
        &find(&texts),
    );
    Ok(())
}
