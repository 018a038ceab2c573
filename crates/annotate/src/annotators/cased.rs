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

/// Whether there is hardly a small letter in a document.
pub(super) fn is_capitals(document: &Document) -> bool {
    let bytes = || document.text.bytes();
    let large_count = bytes().filter(u8::is_ascii_uppercase).count();
    let small_count = bytes().filter(u8::is_ascii_lowercase).count();
    large_count > 8 * small_count
}

/// Whether a document is a telegram: hardly a small letter in it, and its paragraphs are numbered.
/// What is all capitals without numbers may be anything, and telegrams' rules would misread it.
pub(super) fn is_telegram(document: &Document) -> bool {
    let numbered = |line: &str| {
        let line = line.trim_start();
        let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        (1..=2).contains(&(line.len() - rest.len())) && rest.starts_with(". ")
    };
    let cable = || document.kind == Kind::Cable || document.text.lines().any(numbered);
    is_capitals(document) && cable()
}
