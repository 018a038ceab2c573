//! Names, sentence by sentence; then the surnames that fuller names elsewhere explain.

use super::cased::{is_address, is_telegram};
use crate::names::{Sentence, Surnames, in_order, repeated, singles};
use crate::word::words;
use crate::{Annotations, Annotator, EntityKind, Layer, Mention};
use depeche_document::Document;
use depeche_text::{Span, fold};

/// Finds names by gazetteer and pattern, and takes those that the trained pipeline proposes.
pub(super) struct Names;

impl Annotator for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn version(&self) -> u32 {
        7
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Tokens, Layer::Sentences, Layer::Proposals]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Mentions]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let text = annotations.text(document);
        let telegram = is_telegram(document);
        let mut sentences: Vec<Sentence<'_>> = annotations
            .sentences
            .iter()
            .map(|span| {
                let words = words(text, annotations.tokens_in(*span));
                let telegram = telegram && !is_in_address(document, *span);
                Sentence::read(words, annotations.proposals_in(*span), telegram)
            })
            .collect();
        let surnames = surnames(text, &sentences);
        for (sentence, span) in sentences.iter_mut().zip(&annotations.sentences) {
            sentence.finish(&surnames, annotations.proposals_in(*span));
        }
        if telegram {
            let known = repeated(
                sentences
                    .iter()
                    .zip(&annotations.sentences)
                    .map(|(sentence, span)| (sentence, annotations.proposals_in(*span))),
            );
            sentences
                .iter_mut()
                .for_each(|sentence| sentence.repeat(&known));
            let known = singles(sentences.iter());
            sentences
                .iter_mut()
                .for_each(|sentence| sentence.part(text, &known));
            sentences.last_mut().into_iter().for_each(Sentence::sign);
        }
        let found = sentences.into_iter().flat_map(|sentence| sentence.found);
        let found: Vec<Mention> = found.collect();
        annotations.mentions.extend(found);
        annotations.mentions = in_order(std::mem::take(&mut annotations.mentions));
    }
}

/// Whether a sentence stands in a cable's address lines.
fn is_in_address(document: &Document, sentence: Span) -> bool {
    let blocks = &document.blocks;
    let at = blocks.partition_point(|block| block.span.end < sentence.end);
    let block = blocks.get(at);
    block.is_some_and(|block| is_address(document, block.kind))
}

/// Surnames of the people named by more than the surname itself.
fn surnames(text: &str, sentences: &[Sentence<'_>]) -> Surnames {
    let people = sentences
        .iter()
        .flat_map(|sentence| &sentence.found)
        .filter(|mention| mention.kind == EntityKind::Person);
    people
        .flat_map(|mention| surname(text, mention).into_iter().chain(ism(text, mention)))
        .collect()
}

/// The name by which an Arab is called whom an "al-" behind it places: "Sadik" al-Varga.
fn ism(text: &str, mention: &Mention) -> Option<String> {
    let mut names = mention.span.slice(text).split_whitespace();
    let (first, last) = (fold(names.next()?), fold(names.next()?));
    let arab = last.starts_with("al-") && names.next().is_none();
    (arab && first.len() > 3).then_some(first)
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
