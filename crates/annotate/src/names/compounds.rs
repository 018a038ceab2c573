//! Names that a telegram joins with hyphens to each other or to words: "Oslo-Moss-Bergen",
//! "anti-Kestria", "HFU-sponsored".
//!
//! A part is a name where the gazetteer or the rest of the document knows it. Adjectives of
//! countries are left to the descriptions.

use super::Sentence;
use crate::gazetteer::{country, main_name};
use crate::lexicon::{is_common, is_time_word};
use crate::word::Word;
use crate::{EntityKind, Mention, MentionForm};
use depeche_text::{Span, fold};
use std::collections::BTreeMap;

/// Who proposes the names.
const BY: &str = "document:compound";

/// What may stand before a name.
const PREFIXES: &[&str] = &[
    "anti", "inter", "intra", "mid", "non", "post", "pre", "pro", "trans",
];

/// Finders that take joined names for one.
const GUESSES: &[&str] = &[
    "document:repeated",
    "model",
    "pattern:capitals",
    "pattern:speech",
    "pattern:surname",
];

/// Single words of a document that name something, folded.
pub(crate) type Singles = BTreeMap<String, EntityKind>;

/// The names of one word that sentences have found.
pub(crate) fn singles<'a>(sentences: impl Iterator<Item = &'a Sentence<'a>>) -> Singles {
    let mut singles = Singles::new();
    for sentence in sentences {
        for mention in &sentence.found {
            let mut words = sentence.words.iter();
            let word = words.find(|word| word.span == mention.span);
            let whole = |word: &&Word<'_>| !word.text.contains('-') && !is_common(&word.folded);
            if let Some(word) = word.filter(whole) {
                singles
                    .entry(word.folded.clone().into_owned())
                    .or_insert(mention.kind);
            }
        }
    }
    singles
}

/// What a part of a compound is.
#[derive(Clone, Copy)]
enum Part {
    Name(EntityKind),
    /// The adjective of a country, or its people.
    Adjective,
    /// A prefix, or a common word.
    Word,
    Unknown,
}

/// Claims the names in hyphenated words.
pub(super) fn claim(sentence: &mut Sentence<'_>, text: &str, singles: &Singles) {
    if !sentence.telegram {
        return;
    }
    let joined = |span: Span| span.slice(text).contains('-');
    let guessed = |found: &&Mention| {
        joined(found.span) && found.by.iter().all(|by| GUESSES.contains(&by.as_str()))
    };
    let guesses: Vec<Span> = sentence
        .found
        .iter()
        .filter(guessed)
        .map(|found| found.span)
        .collect();
    for span in guesses {
        let parts = parts(span, text, singles);
        let names = |(_, part): &(Span, Part)| matches!(part, Part::Name(_) | Part::Adjective);
        if parts.iter().all(names) {
            sentence.found.retain(|found| found.span != span);
            sentence.found.extend(parts.iter().filter_map(named));
        } else if is_prefixed(span.slice(text)) {
            // "Pro-Moss fishers": nobody's name.
            free(sentence, span);
        }
    }
    for at in 0..sentence.words.len() {
        let span = sentence.words[at].span;
        if !sentence.free(at) || !joined(span) {
            continue;
        }
        let parts = parts(span, text, singles);
        if !parts.iter().any(|(_, part)| matches!(part, Part::Unknown)) {
            sentence.taken[at] = true;
            sentence.found.extend(parts.iter().filter_map(named));
        }
    }
}

fn is_prefixed(words: &str) -> bool {
    let first = words.split('-').next().unwrap_or_default();
    PREFIXES.contains(&fold(first).as_str())
}

/// Takes a name back.
fn free(sentence: &mut Sentence<'_>, span: Span) {
    let start = sentence
        .words
        .partition_point(|word| word.span.start < span.start);
    let end = sentence
        .words
        .partition_point(|word| word.span.end <= span.end);
    if start < end {
        sentence.release(start, end);
    }
}

fn parts(span: Span, text: &str, singles: &Singles) -> Vec<(Span, Part)> {
    let mut start = span.start as usize;
    let mut parts = Vec::new();
    for letters in span.slice(text).split('-') {
        let span = Span::new(start, start + letters.len());
        parts.push((span, part(letters, singles)));
        start += letters.len() + 1;
    }
    parts
}

fn part(letters: &str, singles: &Singles) -> Part {
    let folded = fold(letters);
    if PREFIXES.contains(&folded.as_str()) {
        return Part::Word;
    }
    if country(letters).is_some() {
        let name = main_name(letters).map(|(_, name)| fold(name));
        return match name.is_some_and(|name| name == folded) {
            true => Part::Name(EntityKind::Place),
            false => Part::Adjective,
        };
    }
    if let Some(kind) = singles.get(&folded) {
        return Part::Name(*kind);
    }
    if is_common(&folded) || is_time_word(&folded) {
        return Part::Word;
    }
    let kept = |kind: &EntityKind| matches!(kind, EntityKind::Place | EntityKind::Organization);
    let known = main_name(letters).map(|(kind, _)| kind).filter(kept);
    known.map_or(Part::Unknown, Part::Name)
}

fn named((span, part): &(Span, Part)) -> Option<Mention> {
    let Part::Name(kind) = part else {
        return None;
    };
    Some(Mention {
        span: *span,
        full: *span,
        kind: *kind,
        form: MentionForm::Name,
        by: vec![BY.to_owned()],
    })
}
