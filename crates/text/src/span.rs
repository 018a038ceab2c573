//! A byte range into a document's text.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A half-open byte range `start..end` into one text, on character boundaries.
///
/// Offsets are `u32`: a document's text is below 4 GiB by the limits of `source`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Makes the span `start..end`.
    ///
    /// # Panics
    /// If `start > end` or `end` does not fit in 32 bits.
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "span {start}..{end} runs backwards");
        let start = u32::try_from(start).expect("texts are below 4 GiB");
        let end = u32::try_from(end).expect("texts are below 4 GiB");
        Span { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The range, for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words under the span.
    ///
    /// # Panics
    /// If the span does not lie on character boundaries of `text`; [`Span::get`] does not.
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The words under the span, or `None` where the span does not fit the text.
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether byte `offset` lies inside.
    pub fn contains_offset(self, offset: usize) -> bool {
        self.range().contains(&offset)
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span moved `offset` bytes to the right: from a slice's own offsets to the text's.
    pub fn shifted(self, offset: usize) -> Span {
        Span::new(self.start as usize + offset, self.end as usize + offset)
    }

    /// The span without white space at its ends.
    pub fn trimmed(self, text: &str) -> Span {
        let words = self.slice(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_keeps_offsets_into_the_whole_text() {
        let text = "a  met  b";
        let span = Span::new(1, 8).trimmed(text);
        assert_eq!(span.slice(text), "met");
        assert_eq!(Span::new(1, 3).trimmed(text), Span::new(3, 3));
    }

    #[test]
    fn a_span_off_a_boundary_reads_nothing() {
        assert_eq!(Span::new(0, 1).get("é"), None);
        assert_eq!(Span::new(0, 9).get("é"), None);
    }
}
