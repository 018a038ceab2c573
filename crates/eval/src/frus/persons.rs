//! People named in FRUS: what is read in the words alone against `persName[@corresp]`.
//!
//! Recall over the tagged mentions, exact and overlapping. Precision only on names whose surname
//! is in the volume's list of persons, since nobody else is tagged.

use super::marked::{self, Marked, surname};
use super::words;
use crate::Table;
use depeche_annotate::{EntityKind, Mention, MentionForm};
use depeche_document::Document;
use depeche_source::Limits;
use depeche_text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Default, Clone, Copy)]
struct Counts {
    tagged: usize,
    exact: usize,
    overlap: usize,
    /// Names of listed people that were read.
    listed: usize,
    /// Of these, tagged.
    right: usize,
}

#[derive(Default)]
struct Scores {
    counts: Counts,
    /// Words of missed and of wrong mentions, with how often.
    missed: BTreeMap<String, usize>,
    wrong: BTreeMap<String, usize>,
}

/// Runs it and prints the tables.
pub(super) fn run(names: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let lists = lists(&frus.join("gold/person_lists.tsv"))?;
    let none = BTreeSet::new();
    let mut table = Table::new(&[
        "volume",
        "tagged",
        "exact",
        "overlap",
        "listed",
        "right",
        "recall exact",
        "recall overlap",
        "precision",
    ]);
    let mut all = Scores::default();
    for volume in words::volumes(&frus, names)? {
        let name = volume
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let before = all.counts;
        let list = lists.get(&name).unwrap_or(&none);
        marked::each(&volume, &mut |marked| score(&marked, list, &mut all))?;
        row(&mut table, &name, minus(all.counts, before));
    }
    row(&mut table, "all", all.counts);
    table.print();
    table.write_csv(&crate::out().join("frus_persons.csv"))?;
    most("missed", &all.missed);
    most("wrong", &all.wrong);
    Ok(())
}

/// The surnames of each volume's list.
fn lists(path: &Path) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let mut lists: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in std::fs::read_to_string(path)?.lines().skip(1) {
        let mut cells = row.split('\t');
        let (Some(volume), Some(name)) = (cells.next(), cells.nth(1)) else {
            continue;
        };
        let last = surname(name.split(',').next().unwrap_or_default());
        lists.entry(volume.to_owned()).or_default().insert(last);
    }
    Ok(lists)
}

/// The document read from the words alone, with its annotations' people by name.
pub(super) fn read(marked: &Marked) -> Option<(Document, Vec<Mention>)> {
    let mut found = None;
    depeche_document::parse(&marked.words.item(), &Limits::default(), &mut |document| {
        found.get_or_insert(document);
    });
    let document: Document = found?;
    let mentions = depeche_annotate::annotate(&document).mentions;
    let people = mentions
        .into_iter()
        .filter(|mention| mention.kind == EntityKind::Person && mention.form == MentionForm::Name);
    let people = people.collect();
    Some((document, people))
}

fn score(marked: &Marked, list: &BTreeSet<String>, scores: &mut Scores) {
    let Some((document, people)) = read(marked) else {
        return;
    };
    // Offsets hold only where the reader kept the text as it is.
    if document.text != marked.words.text {
        return;
    }
    let text = &document.text;
    for gold in &marked.people {
        let (exact, overlap) = compare(*gold, &people, text);
        scores.counts.tagged += 1;
        scores.counts.exact += usize::from(exact);
        scores.counts.overlap += usize::from(overlap);
        if !overlap {
            *scores.missed.entry(around(*gold, text)).or_default() += 1;
        }
    }
    for mention in &people {
        if !list.contains(&surname(mention.span.slice(text))) {
            continue;
        }
        scores.counts.listed += 1;
        let right = marked.people.iter().any(|gold| gold.overlaps(mention.span));
        scores.counts.right += usize::from(right);
        if !right {
            *scores.wrong.entry(around(mention.span, text)).or_default() += 1;
        }
    }
}

fn compare(gold: Span, people: &[Mention], text: &str) -> (bool, bool) {
    let start = people.partition_point(|mention| mention.span.end <= gold.start);
    let found = people[start..]
        .iter()
        .take_while(|mention| mention.span.start < gold.end);
    let bare = |span: Span| {
        span.slice(text)
            .trim_end_matches("'s")
            .trim_end_matches("’s")
            .len()
    };
    let mut overlap = false;
    for mention in found {
        overlap = true;
        let same_end = mention.span.start as usize + mention.span.len();
        if mention.span.start == gold.start && same_end == gold.start as usize + bare(gold) {
            return (true, true);
        }
    }
    (false, overlap)
}

/// The words with a little before and after them.
fn around(span: Span, text: &str) -> String {
    let before = text[..span.start as usize].chars().rev().take(24);
    let before: Vec<char> = before.collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[span.end as usize..].chars().take(24).collect();
    format!("{before}[{}]{after}", span.slice(text)).replace('\n', "⏎")
}

fn minus(after: Counts, before: Counts) -> Counts {
    Counts {
        tagged: after.tagged - before.tagged,
        exact: after.exact - before.exact,
        overlap: after.overlap - before.overlap,
        listed: after.listed - before.listed,
        right: after.right - before.right,
    }
}

fn row(table: &mut Table, name: &str, counts: Counts) {
    let share = |part: usize, whole: usize| format!("{:.4}", part as f64 / whole.max(1) as f64);
    table.row(&[
        &name,
        &counts.tagged,
        &counts.exact,
        &counts.overlap,
        &counts.listed,
        &counts.right,
        &share(counts.exact, counts.tagged),
        &share(counts.overlap, counts.tagged),
        &share(counts.right, counts.listed),
    ]);
}

/// A spread of cases to read, the same at every run.
fn most(what: &str, cases: &BTreeMap<String, usize>) {
    println!("{what}: {}", cases.len());
    let step = (cases.len() / 40).max(1);
    for (case, count) in cases.iter().step_by(step).take(40) {
        println!("  {count}  {case}");
    }
}
