//! Tokens and sentences of every block that is read.

use crate::{Annotations, Annotator, Layer};
use depeche_document::Document;

/// Splits reading blocks into tokens and sentences.
pub(super) struct Sentences;

impl Annotator for Sentences {
    fn name(&self) -> &'static str {
        "sentences"
    }

    fn version(&self) -> u32 {
        2
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Cased]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Tokens, Layer::Sentences]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        for block in document.reading_blocks() {
            let text = annotations.text(document);
            let tokens = depeche_language::tokens(text, block.span);
            let sentences = depeche_language::sentences_of(text, &tokens);
            annotations.sentences.extend(sentences);
            annotations.tokens.extend(tokens);
        }
    }
}
