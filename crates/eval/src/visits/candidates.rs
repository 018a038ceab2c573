//! Which documents can speak of which visits, and the reading of those.

use super::gold::Visit;
use super::search::{self, Hit};
use crate::frus::words::{self, Words};
use anyhow::Context;
use depeche_document::{BlockKind, Document};
use depeche_source::Limits;
use depeche_time::Day;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A document is dated at most so many days from the visit's beginning.
const DAYS: i64 = 60;

/// The days of documents, by volume and id.
pub(super) type Dates = BTreeMap<(String, String), Day>;

/// The dates of datelines; the first of an id, and of an interval its first day.
pub(super) fn dates(path: &Path) -> anyhow::Result<Dates> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut dates = Dates::new();
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [volume, document, "dateline", _, when, from, ..] = cells[..] else {
            continue;
        };
        let value = if when.is_empty() { from } else { when };
        if let Some(day) = value.get(..10).and_then(Day::parse) {
            let key = (volume.to_owned(), document.to_owned());
            dates.entry(key).or_insert(day);
        }
    }
    Ok(dates)
}

/// What is looked for, and in what.
pub(super) struct Candidates<'a> {
    pub(super) visits: &'a [Visit],
    pub(super) dates: &'a Dates,
    /// Documents are read whole.
    pub(super) whole: bool,
}

impl Candidates<'_> {
    /// Reads what can speak of a visit; every visit that could be spoken of has a hit.
    pub(super) fn read(&self, volumes: &[PathBuf]) -> anyhow::Result<Vec<Hit>> {
        let mut hits: Vec<Hit> = Vec::new();
        for volume in volumes {
            words::each(volume, &mut |words| {
                let visits = self.of(&words);
                if !visits.is_empty() {
                    hits.extend(self.read_one(&words, &visits));
                }
            })?;
        }
        Ok(hits)
    }

    /// Indexes of the visits that a document can speak of.
    fn of(&self, words: &Words) -> Vec<usize> {
        let key = (words.volume.clone(), words.document.clone());
        let Some(day) = self.dates.get(&key) else {
            return Vec::new();
        };
        let visits = self.visits.iter().enumerate();
        let close = visits.filter(|(_, visit)| visit.start.days_since(*day).abs() <= DAYS);
        let named = close.filter(|(_, visit)| names(&words.text, visit));
        named.map(|(index, _)| index).collect()
    }

    fn read_one(&self, words: &Words, visits: &[usize]) -> Vec<Hit> {
        let mut hits = Vec::new();
        depeche_document::parse(&words.item(), &Limits::default(), &mut |document| {
            let document = if self.whole {
                document
            } else {
                self.cut(document, visits)
            };
            let reading =
                depeche_statement::read(&document, &depeche_annotate::annotate(&document));
            let name = format!("{} {}", words.volume, words.document);
            for index in visits {
                let visit = &self.visits[*index];
                let (fit, shown) = search::search(visit, &document, &reading);
                hits.push(Hit {
                    visit: *index,
                    fit,
                    document: name.clone(),
                    shown,
                });
            }
        });
        hits
    }

    /// The document with its head and the blocks that name a visitor.
    fn cut(&self, mut document: Document, visits: &[usize]) -> Document {
        let text = &document.text;
        document.blocks.retain(|block| {
            let body = matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::Quote | BlockKind::Table
            );
            let words = block.span.slice(text);
            !body
                || visits
                    .iter()
                    .any(|index| holds(words, &self.visits[*index].surname))
        });
        document
    }
}

/// Whether the text has the visitor's surname and a name of the country.
pub(super) fn names(text: &str, visit: &Visit) -> bool {
    holds(text, &visit.surname) && visit.countries.iter().any(|country| holds(text, country))
}

/// Whether the word stands in the text, by itself.
fn holds(text: &str, word: &str) -> bool {
    let bare = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(start, found)| {
        bare(text[..start].chars().next_back()) && bare(text[start + found.len()..].chars().next())
    })
}
