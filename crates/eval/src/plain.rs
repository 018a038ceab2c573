//! A document of nothing but words and blocks, as a gold set gives them: no field, date or place.

use depeche_document::{Block, Document, DocumentId, Kind, Place};
use depeche_source::ItemId;

/// The document; its id is not its own.
pub(crate) fn document(kind: Kind, text: String, blocks: Vec<Block>) -> Document {
    Document {
        id: DocumentId([0; 16]),
        item: ItemId([0; 32]),
        place: Place::Whole,
        kind,
        title: None,
        language: None,
        text,
        blocks,
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}
