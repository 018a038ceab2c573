//! What a reader would take for a name, with its kind, and for an office, with its holder.

mod names;
mod offices;

use crate::{Annotations, annotate};
use depeche_document::{Block, BlockKind, Document, DocumentId, Kind, Place};
use depeche_source::ItemId;
use depeche_text::Span;

/// A document of one paragraph.
pub(crate) fn document(text: &str) -> Document {
    Document {
        id: DocumentId([0; 16]),
        item: ItemId([0; 32]),
        place: Place::Whole,
        kind: Kind::Text,
        title: None,
        language: None,
        text: text.to_owned(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
        }],
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

fn annotated(text: &str) -> (Document, Annotations) {
    let document = document(text);
    let annotations = annotate(&document);
    (document, annotations)
}
