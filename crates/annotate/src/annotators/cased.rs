//! Small letters for blocks and lines that are all capitals, and words that line ends broke in a
//! telegram ("com- mittee") as one, with a soft hyphen in the place of the break.

use crate::{Annotations, Annotator, Layer};
use depeche_document::{BlockKind, Document, Kind};
use depeche_language::{Truecaser, restored};
use std::borrow::Cow;

/// Restores the case of telegrams and headlines.
pub(super) struct Cased;

impl Annotator for Cased {
    fn name(&self) -> &'static str {
        "case"
    }

    fn version(&self) -> u32 {
        2
    }

    fn requires(&self) -> &'static [Layer] {
        &[]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Cased]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let mut cased: Option<String> = None;
        let telegram = is_telegram(document);
        for block in document.reading_blocks() {
            if is_address(document, block.kind) {
                continue;
            }
            let words = block.span.slice(&document.text);
            if let Cow::Owned(restored) = restored(words) {
                let cased = cased.get_or_insert_with(|| document.text.clone());
                let restored = if telegram {
                    mended(words, restored)
                } else {
                    restored
                };
                cased.replace_range(block.span.range(), &restored);
            }
        }
        annotations.cased = cased;
    }
}

/// As long as hyphen and white space together.
pub(super) const SOFT_HYPHEN: &str = "\u{ad}";

/// The restored text of a block with its broken words made whole; every byte keeps its place.
fn mended(words: &str, mut restored: String) -> String {
    for at in Truecaser::bundled().breaks(words) {
        restored.replace_range(at..at + SOFT_HYPHEN.len(), SOFT_HYPHEN);
    }
    restored
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
