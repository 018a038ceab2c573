//! An attribution as its words, marked or read, in a shape in which the two can be compared.

use depeche_statement::Attribution;
use depeche_text::Span;

/// The pieces of a part in text order: trimmed, none empty, two with nothing but white space
/// between them joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pieces(pub(super) Vec<Span>);

impl Pieces {
    /// Spans in any order; those that do not fit the text are dropped.
    pub(super) fn of(spans: impl IntoIterator<Item = Span>, text: &str) -> Pieces {
        let fitting = spans.into_iter().filter(|span| span.get(text).is_some());
        let mut spans: Vec<Span> = fitting.map(|span| span.trimmed(text)).collect();
        spans.retain(|span| !span.is_empty());
        spans.sort_unstable();
        let mut pieces: Vec<Span> = Vec::new();
        for span in spans {
            match pieces.last_mut() {
                Some(last) if joins(*last, span, text) => *last = last.cover(span),
                _ => pieces.push(span),
            }
        }
        Pieces(pieces)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the two share a byte.
    pub(super) fn meets(&self, other: &Pieces) -> bool {
        let mut pieces = self.0.iter();
        pieces.any(|piece| other.0.iter().any(|span| span.overlaps(*piece)))
    }

    /// From its first byte to its last.
    pub(super) fn cover(&self) -> Option<Span> {
        Some(self.0.first()?.cover(*self.0.last()?))
    }

    /// Whether one of the pieces holds all of `other`.
    pub(super) fn hold(&self, other: &Pieces) -> bool {
        let inside = |span: Span| self.0.iter().any(|piece| piece.contains(span));
        other.cover().is_some_and(inside)
    }

    /// The words, pieces parted by an ellipsis.
    pub(super) fn words(&self, text: &str) -> String {
        let words: Vec<&str> = self.0.iter().map(|piece| piece.slice(text)).collect();
        words.join(" … ").replace('\n', "⏎")
    }
}

fn joins(before: Span, after: Span, text: &str) -> bool {
    before.end >= after.start
        || text[before.end as usize..after.start as usize]
            .trim()
            .is_empty()
}

/// One attribution.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) cue: Pieces,
    /// Empty where nobody is named.
    pub(super) source: Pieces,
    pub(super) content: Pieces,
    pub(super) hearer: Option<Span>,
    /// What read it; of a marked one nothing.
    pub(super) rule: &'static str,
}

impl Told {
    /// One that was read.
    pub(super) fn of(attribution: &Attribution, text: &str) -> Told {
        Told {
            cue: Pieces::of([attribution.cue], text),
            source: Pieces::of(attribution.source, text),
            content: Pieces::of(attribution.content.iter().copied(), text),
            hearer: attribution.hearer,
            rule: attribution.rule,
        }
    }

    /// Whether it is the same; what read it and who heard it do not count.
    pub(super) fn same(&self, other: &Told) -> bool {
        self.cue == other.cue && self.source == other.source && self.content == other.content
    }
}

/// Those that lie in no other's content, and how many do.
pub(super) fn outermost(told: Vec<Told>) -> (Vec<Told>, usize) {
    let inner = |index: usize| {
        let mut others = told.iter().enumerate();
        others.any(|(other, outer)| {
            other != index
                && outer.content.hold(&told[index].cue)
                && !told[index].content.hold(&outer.cue)
        })
    };
    let inner: Vec<bool> = (0..told.len()).map(inner).collect();
    let count = inner.iter().filter(|inner| **inner).count();
    let outer = told.into_iter().zip(inner).filter(|(_, inner)| !inner);
    (outer.map(|(told, _)| told).collect(), count)
}
