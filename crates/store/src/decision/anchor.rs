//! Where a decision holds on to a document: its id, the exact words, and what stands around them.

use depeche_document::{Document, DocumentId};
use depeche_text::Span;
use serde::{Deserialize, Serialize};

/// Characters kept on either side of the words.
const AROUND: usize = 32;

/// Of the first words of a document, at most so many characters are kept.
const FIRST: usize = 120;

/// Words of a document, with what stands around them: enough to find them again when the
/// document is read by another version of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// `d_…`.
    pub document: String,
    /// Where the words stood when the decision was made.
    pub span: Span,
    /// The exact words.
    pub words: String,
    /// Up to 32 characters before them.
    pub before: String,
    /// Up to 32 characters after them.
    pub after: String,
}

impl Anchor {
    /// An anchor at a span of a document; `None` where the span does not fit its text.
    pub fn at(document: &Document, span: Span) -> Option<Anchor> {
        let text = document.text.as_str();
        let words = span.get(text)?.to_owned();
        let (before, after) = around(text, span);
        Some(Anchor {
            document: document.id.to_string(),
            span,
            words,
            before: before.to_owned(),
            after: after.to_owned(),
        })
    }

    /// An anchor at a document's first words that are read, for what is decided of it as a whole.
    pub fn at_start(document: &Document) -> Anchor {
        let text = document.text.as_str();
        let block = document.reading_blocks().next().map(|block| block.span);
        let block = block.filter(|span| span.get(text).is_some());
        let start = block.map_or(0, |span| span.start as usize);
        let line = text[start..].lines().next().unwrap_or_default();
        let length = line
            .char_indices()
            .nth(FIRST)
            .map_or(line.len(), |cut| cut.0);
        let span = Span::new(start, start + length);
        Anchor::at(document, span).expect("a line of the text is in the text")
    }

    /// The key of its document in the record.
    pub fn key(&self) -> u64 {
        let digits = self.document.get(2..18).unwrap_or_default();
        u64::from_str_radix(digits, 16).unwrap_or(0)
    }

    /// Whether it was made in this document.
    pub fn is_in(&self, document: DocumentId) -> bool {
        self.document == document.to_string()
    }

    /// Where the words stand in a text: of all places where they are, the one whose surroundings
    /// are most like those kept, and of several such the nearest to the old one. `None` where
    /// less than half of the surroundings are the same.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.words.is_empty() {
            return text.is_empty().then(|| Span::new(0, 0));
        }
        let old = self.span.start as usize;
        let likeness = |(start, words): (usize, &str)| {
            let span = Span::new(start, start + words.len());
            let (before, after) = around(text, span);
            let alike = same(before.chars().rev(), self.before.chars().rev())
                + same(after.chars(), self.after.chars());
            (alike, std::cmp::Reverse(start.abs_diff(old)), span)
        };
        let (alike, _, span) = text.match_indices(&self.words).map(likeness).max()?;
        let kept = self.before.chars().count() + self.after.chars().count();
        (2 * alike >= kept).then_some(span)
    }
}

fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// Up to [`AROUND`] characters before and after a span.
fn around(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let from = before.char_indices().rev().nth(AROUND - 1);
    let to = after.char_indices().nth(AROUND);
    (
        &before[from.map_or(0, |(at, _)| at)..],
        &after[..to.map_or(after.len(), |(at, _)| at)],
    )
}
