//! Pronouns that mean one person. Whom they mean is decided later, where it is clear.

use crate::names::in_order;
use crate::{Annotations, Annotator, EntityKind, Layer, Mention, MentionForm};
use depeche_document::Document;

/// Finds pronouns.
pub(super) struct References;

const PRONOUNS: &[&str] = &[
    "he", "him", "his", "himself", "she", "her", "hers", "herself",
];

impl Annotator for References {
    fn name(&self) -> &'static str {
        "references"
    }

    fn version(&self) -> u32 {
        1
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Tokens, Layer::Mentions]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Mentions]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        for token in &annotations.tokens {
            let Some(word) = token
                .span
                .get(&document.text)
                .filter(|word| word.len() <= 7)
            else {
                continue;
            };
            if PRONOUNS
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
            {
                annotations.mentions.push(Mention {
                    span: token.span,
                    full: token.span,
                    kind: EntityKind::Person,
                    form: MentionForm::Pronoun,
                    by: vec!["pattern:pronoun".to_owned()],
                });
            }
        }
        annotations.mentions = in_order(std::mem::take(&mut annotations.mentions));
    }
}
