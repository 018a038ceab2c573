//! Texts with marked names, and the rules by which a set wants what was read to be compared.

use super::conventions::guided;
use super::score::{Scores, Tally};
use super::system::{Found, Kind, Read};
use crate::frus::persons::{around, without_possessive};
use depeche_document::{Block, BlockKind, Document};
use depeche_text::Span;

/// The kinds that sets tell apart; a number of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Coarse {
    Person,
    Organization,
    Country,
    Place,
}

/// How the texts are spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// As they are.
    Mixed,
    /// As they are, and that is in capitals.
    Telegram,
    /// Put in capitals.
    Capitals,
}

impl Case {
    /// As the table says.
    pub(super) fn name(self) -> &'static str {
        match self {
            Case::Mixed => "mixed",
            Case::Telegram | Case::Capitals => "CAPITALS",
        }
    }

    /// The text in this case, every byte of it at its place.
    pub(super) fn spell(self, text: &str) -> String {
        match self {
            Case::Mixed | Case::Telegram => text.to_owned(),
            Case::Capitals => capitals(text),
        }
    }
}

/// A text in capitals; a letter whose capital has another length stays as it is.
pub(super) fn capitals(text: &str) -> String {
    let mut capitals = String::with_capacity(text.len());
    for letter in text.chars() {
        let capital = letter.to_uppercase();
        if capital.clone().map(char::len_utf8).sum::<usize>() == letter.len_utf8() {
            capitals.extend(capital);
        } else {
            capitals.push(letter);
        }
    }
    capitals
}

/// One text and what is marked in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Gold {
    pub(super) text: String,
    /// Its paragraphs or sentences.
    pub(super) blocks: Vec<Span>,
    /// The outermost names, in text order.
    pub(super) names: Vec<(Span, Coarse)>,
}

impl Gold {
    /// Adds a block after what is there, on a line of its own; where it begins.
    pub(super) fn push(&mut self, block: &str) -> usize {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(block);
        self.blocks.push(Span::new(start, self.text.len()));
        start
    }

    /// The document: nothing but paragraphs.
    fn document(&self, case: Case) -> Document {
        let block = |span: &Span| Block {
            kind: BlockKind::Paragraph,
            span: *span,
        };
        let blocks = self.blocks.iter().map(block).collect();
        crate::plain::document(depeche_document::Kind::Text, case.spell(&self.text), blocks)
    }
}

/// How what was read is compared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// The set's kind of a name, where it has one.
    pub(super) kind: fn(Kind) -> Option<Coarse>,
    /// Whether descriptions are marked too.
    pub(super) nominals: bool,
    /// Whether an honorific or office belongs to the name.
    pub(super) full: bool,
    /// Whether a leading article and a possessive ending count for nothing.
    pub(super) bare: bool,
}

/// A set of texts.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub(super) name: String,
    pub(super) cases: &'static [Case],
    pub(super) rules: Rules,
    pub(super) texts: Vec<Gold>,
}

impl Set {
    /// Reads every text and compares.
    pub(super) fn score(&self, case: Case, read: &mut Read<'_>) -> Scores {
        let mut scores = Scores::default();
        for gold in &self.texts {
            let document = gold.document(case);
            let found = self.rules.compared(&read(&document), &document.text);
            let marked = self.rules.edged(&gold.names, &document.text);
            scores.texts.push(Tally::of(&marked, &found));
            let words = |(span, kind): &(Span, Coarse)| {
                format!("{kind:?} {}", around(*span, &document.text))
            };
            let missed = marked.iter().filter(|name| !found.contains(name));
            scores.missed.extend(missed.map(words));
            let wrong = found.iter().filter(|name| !marked.contains(name));
            scores.wrong.extend(wrong.map(words));
        }
        scores
    }
}

impl Rules {
    /// What of the names read is compared.
    fn compared(self, found: &[Found], text: &str) -> Vec<(Span, Coarse)> {
        let guided = if self.full {
            guided(found, text)
        } else {
            found.to_vec()
        };
        let wanted = guided.iter().filter(|name| self.nominals || !name.nominal);
        let names = wanted.filter_map(|name| {
            let span = if self.full { name.full } else { name.span };
            Some((span, (self.kind)(name.kind)?))
        });
        let names: Vec<(Span, Coarse)> = names.collect();
        outermost(self.edged(&names, text))
    }

    fn edged(self, names: &[(Span, Coarse)], text: &str) -> Vec<(Span, Coarse)> {
        let edged = names.iter().map(|(span, kind)| match self.bare {
            true => (bare(*span, text), *kind),
            false => (*span, *kind),
        });
        edged.collect()
    }
}

/// The span without a leading article and a possessive ending.
fn bare(span: Span, text: &str) -> Span {
    let span = without_possessive(span, text).trimmed(text);
    let words = span.slice(text);
    let Some((first, rest)) = words.split_once(' ') else {
        return span;
    };
    let article = ["the", "a", "an"].contains(&first.to_lowercase().as_str());
    match article {
        true => Span::new(span.end as usize - rest.len(), span.end as usize).trimmed(text),
        false => span,
    }
}

/// The names that lie in no other, in text order; of two with the same span the first.
pub(super) fn outermost(mut names: Vec<(Span, Coarse)>) -> Vec<(Span, Coarse)> {
    names.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    names.retain(|(span, _)| {
        let outside = span.end > end;
        end = end.max(span.end);
        outside
    });
    names
}
