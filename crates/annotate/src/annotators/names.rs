//! Names, sentence by sentence; then the surnames that fuller names elsewhere explain.

use crate::names::{Sentence, Surnames, in_order};
use crate::word::words;
use crate::{Annotations, Annotator, EntityKind, Layer, Mention};
use depeche_document::Document;
use depeche_text::fold;

/// Finds names by gazetteer and pattern, and takes those that the trained pipeline proposes.
pub(super) struct Names;

impl Annotator for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn version(&self) -> u32 {
        3
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Tokens, Layer::Sentences, Layer::Proposals]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Mentions]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let text = annotations.text(document);
        let mut sentences: Vec<Sentence<'_>> = annotations
            .sentences
            .iter()
            .map(|span| {
                let words = words(text, annotations.tokens_in(*span));
                Sentence::read(words, annotations.proposals_in(*span))
            })
            .collect();
        let surnames = surnames(text, &sentences);
        for (sentence, span) in sentences.iter_mut().zip(&annotations.sentences) {
            sentence.finish(&surnames, annotations.proposals_in(*span));
        }
        let found = sentences.into_iter().flat_map(|sentence| sentence.found);
        let found: Vec<Mention> = found.collect();
        annotations.mentions.extend(found);
        annotations.mentions = in_order(std::mem::take(&mut annotations.mentions));
    }
}

/// Surnames of the people named by more than the surname itself.
fn surnames(text: &str, sentences: &[Sentence<'_>]) -> Surnames {
    let people = sentences
        .iter()
        .flat_map(|sentence| &sentence.found)
        .filter(|mention| mention.kind == EntityKind::Person);
    people
        .filter_map(|mention| surname(text, mention))
        .collect()
}

fn surname(text: &str, mention: &Mention) -> Option<String> {
    let name = mention.span.slice(text);
    let titled = mention
        .by
        .iter()
        .any(|by| by == "pattern:title" || by == "pattern:honorific");
    if !titled && !name.contains(char::is_whitespace) {
        return None;
    }
    let suffix = |word: &&str| matches!(*word, "Jr." | "Jr" | "Sr." | "II" | "III");
    let last = name.split_whitespace().rev().find(|word| !suffix(word))?;
    let folded = fold(last.trim_end_matches(','));
    (folded.len() > 2).then_some(folded)
}
