//! An article as it is read: a title and paragraphs, of its words alone.

use super::told::{Told, outermost};
use depeche_annotate::Annotations;
use depeche_document::{Block, BlockKind, Kind};
use depeche_text::Span;

/// What was read out of an article.
pub(super) struct Read {
    pub(super) text: String,
    pub(super) annotations: Annotations,
    /// Those in no other, in text order.
    pub(super) told: Vec<Told>,
    /// How many were in others.
    pub(super) nested: usize,
}

/// Reads it.
pub(super) fn read(text: &str) -> Read {
    let document = crate::plain::document(Kind::News, text.to_owned(), blocks(text));
    let annotations = depeche_annotate::annotate(&document);
    let reading = depeche_statement::read(&document, &annotations);
    let told = reading.attributions.iter();
    let told = told
        .map(|attribution| Told::of(attribution, text))
        .collect();
    let (told, nested) = outermost(told);
    Read {
        text: document.text,
        annotations,
        told,
        nested,
    }
}

/// A block a line; the first is the title.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len() + 1;
        if span.is_empty() {
            continue;
        }
        let kind = match blocks.is_empty() {
            true => BlockKind::Title,
            false => BlockKind::Paragraph,
        };
        blocks.push(Block { kind, span });
    }
    blocks
}
