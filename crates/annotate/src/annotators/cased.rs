//! Small letters for blocks and lines that are all capitals.

use crate::{Annotations, Annotator, Layer};
use depeche_document::{BlockKind, Document, Kind};
use depeche_language::restored;
use std::borrow::Cow;

/// Restores the case of telegrams and headlines.
pub(super) struct Cased;

impl Annotator for Cased {
    fn name(&self) -> &'static str {
        "case"
    }

    fn version(&self) -> u32 {
        1
    }

    fn requires(&self) -> &'static [Layer] {
        &[]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Cased]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let mut cased: Option<String> = None;
        for block in document.reading_blocks() {
            if is_address(document, block.kind) {
                continue;
            }
            let words = block.span.slice(&document.text);
            if let Cow::Owned(restored) = restored(words) {
                let cased = cased.get_or_insert_with(|| document.text.clone());
                cased.replace_range(block.span.range(), &restored);
            }
        }
        annotations.cased = cased;
    }
}

/// A cable's address lines are fields, with codes that are no words; no sentence stands there.
pub(super) fn is_address(document: &Document, kind: BlockKind) -> bool {
    document.kind == Kind::Cable && matches!(kind, BlockKind::Byline | BlockKind::Dateline)
}
