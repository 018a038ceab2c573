//! A document in the making: passages with kinds, fields, a date.

use super::layout::passages;
use crate::{Block, BlockKind, Field, Kind};
use depeche_text::Span;
use depeche_time::TimeExpression;

/// A run of lines that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    pub(super) span: Span,
    /// `None` until a form claims it; a paragraph in the end.
    pub(super) kind: Option<BlockKind>,
}

/// A document in the making.
pub(super) struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) passages: Vec<Passage>,
    pub(super) kind: Kind,
    pub(super) title: Option<String>,
    pub(super) fields: Vec<Field>,
    pub(super) date: Option<TimeExpression>,
    /// The document says itself that it has no date.
    pub(super) undated: bool,
}

impl<'a> Draft<'a> {
    pub(super) fn new(text: &'a str) -> Draft<'a> {
        let passage = |span| Passage { span, kind: None };
        Draft {
            text,
            passages: passages(text).into_iter().map(passage).collect(),
            kind: Kind::Text,
            title: None,
            fields: Vec::new(),
            date: None,
            undated: false,
        }
    }

    /// The words of a passage.
    pub(super) fn words(&self, index: usize) -> &'a str {
        self.passages[index].span.slice(self.text)
    }

    /// Marks a passage, unless a form has claimed it.
    pub(super) fn mark(&mut self, index: usize, kind: BlockKind) {
        self.passages[index].kind.get_or_insert(kind);
    }

    /// Adds a field from words of the text; nothing from no words.
    pub(super) fn field(&mut self, name: &str, span: Span) {
        let span = span.trimmed(self.text);
        let words: Vec<&str> = span.slice(self.text).split_whitespace().collect();
        if !words.is_empty() {
            let (name, value) = (name.to_owned(), words.join(" "));
            self.fields.push(Field {
                name,
                value,
                span: Some(span),
            });
        }
    }

    /// Splits a passage at byte `at`: the first part gets `kind`.
    pub(super) fn split(&mut self, index: usize, at: usize, kind: BlockKind) {
        let whole = self.passages[index];
        let first = Span::new(whole.span.start as usize, at).trimmed(self.text);
        let rest = Span::new(at, whole.span.end as usize).trimmed(self.text);
        self.passages[index] = Passage {
            span: first,
            kind: Some(kind),
        };
        self.passages.insert(
            index + 1,
            Passage {
                span: rest,
                kind: whole.kind,
            },
        );
    }

    /// The passages as blocks.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let filled = self
            .passages
            .iter()
            .filter(|passage| !passage.span.is_empty());
        filled
            .map(|passage| Block {
                kind: passage.kind.unwrap_or(BlockKind::Paragraph),
                span: passage.span,
            })
            .collect()
    }
}
