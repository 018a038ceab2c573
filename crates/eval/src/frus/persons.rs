//! People named in FRUS: what is read in the words alone against `persName[@corresp]`.
//!
//! Recall over the tagged mentions, exact and overlapping. Precision only on names whose surname
//! is in the volume's list of persons, since nobody else is tagged.

use super::marked::{self, Marked, surname};
use super::words::{self, Words};
use crate::Table;
use depeche_annotate::{EntityKind, Mention, MentionForm};
use depeche_document::Document;
use depeche_source::Limits;
use depeche_text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is counted.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    /// Tagged mentions.
    pub(crate) tagged: usize,
    /// Of these, read with the same words.
    pub(crate) exact: usize,
    /// Of these, read with some of the same words.
    pub(crate) overlap: usize,
    /// Names of listed people that were read.
    pub(crate) listed: usize,
    /// Of these, tagged.
    pub(crate) right: usize,
}

/// Counts, and the cases to read.
#[derive(Default)]
pub(crate) struct Scores {
    pub(crate) counts: Counts,
    /// Words of missed mentions, with how often.
    pub(crate) missed: BTreeMap<String, usize>,
    /// Words of wrong ones.
    pub(crate) wrong: BTreeMap<String, usize>,
}

/// One document's people, as tagged and as read, each in text order.
pub(crate) struct People<'a> {
    pub(crate) text: &'a str,
    pub(crate) tagged: &'a [Span],
    pub(crate) read: &'a [Span],
    /// Folded surnames of the volume's list.
    pub(crate) list: &'a BTreeSet<String>,
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
pub(crate) fn lists(path: &Path) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
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

/// The document read from the words alone.
pub(crate) fn parsed(words: &Words) -> Option<Document> {
    let mut found = None;
    depeche_document::parse(&words.item(), &Limits::default(), &mut |document| {
        found.get_or_insert(document);
    });
    found
}

/// The same, with its annotations' people by name.
pub(super) fn read(marked: &Marked) -> Option<(Document, Vec<Mention>)> {
    let document = parsed(&marked.words)?;
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
    let read: Vec<Span> = people.iter().map(|mention| mention.span).collect();
    let people = People {
        text: &document.text,
        tagged: &marked.people,
        read: &read,
        list,
    };
    people.score(scores);
}

impl People<'_> {
    /// Adds one document to the scores.
    pub(crate) fn score(&self, scores: &mut Scores) {
        let text = self.text;
        for gold in self.tagged {
            let (exact, overlap) = self.compare(*gold);
            scores.counts.tagged += 1;
            scores.counts.exact += usize::from(exact);
            scores.counts.overlap += usize::from(overlap);
            if !overlap {
                *scores.missed.entry(around(*gold, text)).or_default() += 1;
            }
        }
        for span in self.read {
            if !self.list.contains(&surname(span.slice(text))) {
                continue;
            }
            scores.counts.listed += 1;
            let right = self.tagged.iter().any(|gold| gold.overlaps(*span));
            scores.counts.right += usize::from(right);
            if !right {
                *scores.wrong.entry(around(*span, text)).or_default() += 1;
            }
        }
    }

    /// Whether a tagged mention was read exactly, and whether at all.
    fn compare(&self, gold: Span) -> (bool, bool) {
        let start = self.read.partition_point(|span| span.end <= gold.start);
        let found = self.read[start..]
            .iter()
            .take_while(|span| span.start < gold.end);
        let gold = without_possessive(gold, self.text);
        let mut overlap = false;
        for span in found {
            overlap = true;
            if without_possessive(*span, self.text) == gold {
                return (true, true);
            }
        }
        (false, overlap)
    }
}

/// The span without a possessive ending.
pub(crate) fn without_possessive(span: Span, text: &str) -> Span {
    let words = span.slice(text);
    let ends = ["'s", "’s", "'S", "’S"];
    let bare = ends.iter().find_map(|end| words.strip_suffix(end));
    let start = span.start as usize;
    Span::new(start, start + bare.unwrap_or(words).len())
}

/// The words with a little before and after them.
pub(crate) fn around(span: Span, text: &str) -> String {
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
