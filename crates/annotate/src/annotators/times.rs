//! Times of every block that is read, counted from the document's date and the narrative's.

use crate::{Annotations, Annotator, Layer};
use depeche_document::{BlockKind, Document};
use depeche_time::Anchors;

/// Finds and resolves times.
pub(super) struct Times;

impl Annotator for Times {
    fn name(&self) -> &'static str {
        "times"
    }

    fn version(&self) -> u32 {
        1
    }

    fn requires(&self) -> &'static [Layer] {
        &[]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Times]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let mut anchors = Anchors::of_document(document.date.as_ref());
        for block in document.reading_blocks() {
            // A dateline gives the document its date; the narrative starts after it.
            let mut own = anchors.clone();
            let used = match block.kind {
                BlockKind::Dateline | BlockKind::Title => &mut own,
                _ => &mut anchors,
            };
            annotations
                .times
                .extend(depeche_time::read(&document.text, block.span, used));
        }
    }
}
