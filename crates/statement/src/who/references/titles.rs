//! Titles without a name that the annotators leave alone: "this President", "our President",
//! "Mr. President", in telegrams also a bare "CHARGE", where one only in the document bears the
//! title.
//!
//! A title of the future or the past ("the next president"), another's ("your minister") and one
//! with words of its own ("the vice president", "the president of the league") stay open.

use super::super::Who;
use super::grammar::Grammar;
use super::offices;
use depeche_annotate::{Annotations, MentionForm};
use depeche_document::Document;
use depeche_text::fold;
use std::collections::BTreeMap;

/// Words that say that the one is meant of whom everybody knows.
const POINTING: &[&str] = &["the", "this", "that", "our", "mr", "mr.", "madam", "mme."];

/// Nobody else by such a word before the title.
const SAME: &[&str] = &["new", "present", "current"];

/// Who bears a title.
#[derive(Default)]
struct Bearers {
    people: Vec<u32>,
    /// Whether the title is said to be a country's or body's.
    owned: bool,
}

/// By the title's words, who bears it.
fn bearers(annotations: &Annotations, grammar: &Grammar<'_>, who: &Who) -> Titles {
    let mut titles = Titles::new();
    for office in &annotations.offices {
        let holder = office
            .holder
            .filter(|holder| annotations.mentions[*holder].form == MentionForm::Name);
        let Some(person) = holder.and_then(|holder| who.of_mention[holder]) else {
            continue;
        };
        let title = fold(office.title.get(grammar.text).unwrap_or_default());
        let words: Vec<String> = title.split_whitespace().map(str::to_owned).collect();
        let Some(head) = words.last().cloned() else {
            continue;
        };
        let bearers = titles.entry(head).or_default().entry(words).or_default();
        bearers.owned |= office.of.is_some();
        if office.former {
            // A title that somebody has had is no longer anybody's.
            bearers.people.push(u32::MAX);
        }
        if !bearers.people.contains(&person) {
            bearers.people.push(person);
        }
    }
    titles
}

/// By last word, by all words.
type Titles = BTreeMap<String, BTreeMap<Vec<String>, Bearers>>;

/// Joins them; gives back who stands at which word.
pub(super) fn attach(
    document: &Document,
    annotations: &Annotations,
    grammar: &Grammar<'_>,
    who: &mut Who,
) -> Vec<(usize, u32)> {
    let mut linked = Vec::new();
    let titles = bearers(annotations, grammar, who);
    let reader = Reader {
        annotations,
        grammar,
        source: &document.text,
    };
    for word in 0..grammar.words.len() {
        let Some(ending) = titles.get(&grammar.lower(word)) else {
            continue;
        };
        let fitting = ending
            .iter()
            .filter(|(title, _)| reader.ends_at(title, word));
        let Some((title, bearers)) = fitting.max_by_key(|(title, _)| title.len()) else {
            continue;
        };
        let [person] = bearers.people.as_slice() else {
            continue;
        };
        let first = word + 1 - title.len();
        let span = grammar.words[first].span.cover(grammar.words[word].span);
        let bearer = &who.entities[*person as usize];
        let is_known = bearer.mentions.iter().any(|mention| mention.span < span)
            && !offices::takes_part_beside(document, &title.join(" "), bearer);
        if is_known && reader.is_alone(first, word) && reader.points(first, bearers.owned) {
            who.link(*person, span, "reference:title");
            linked.push((word, *person));
        }
    }
    linked
}

struct Reader<'a> {
    annotations: &'a Annotations,
    grammar: &'a Grammar<'a>,
    source: &'a str,
}

impl Reader<'_> {
    fn ends_at(&self, title: &[String], word: usize) -> bool {
        let Some(first) = (word + 1).checked_sub(title.len()) else {
            return false;
        };
        (first..=word)
            .zip(title)
            .all(|(word, title)| self.grammar.lower(word) == *title)
    }

    /// Nothing else is said of it, and it is part of no name and no office that is read.
    fn is_alone(&self, first: usize, word: usize) -> bool {
        let words = self.grammar.words;
        let span = words[first].span.cover(words[word].span);
        let nearest = self
            .annotations
            .mentions
            .partition_point(|mention| mention.full.start < span.end);
        let near = &self.annotations.mentions[nearest.saturating_sub(4)..nearest];
        let is_read = near.iter().any(|mention| mention.full.overlaps(span));
        let after = words.get(word + 1);
        let is_owned = after.is_some_and(|after| {
            matches!(after.lemma.as_str(), "of" | "to" | "for" | "-") && after.head == word
                || after.pos == "PROPN"
        });
        let is_part = matches!(words[word].dep, "compound" | "nmod" | "amod");
        let is_many = matches!(words[word].tag, "NNS" | "NNPS");
        !is_read && !is_owned && !is_part && !is_many
    }

    /// "the", "this", "our" before it, or in a telegram nothing, where it is nobody's.
    fn points(&self, first: usize, owned: bool) -> bool {
        let Some(mut before) = first.checked_sub(1) else {
            return false;
        };
        if SAME.contains(&self.grammar.lower(before).as_str()) {
            before = before.saturating_sub(1);
        }
        if POINTING.contains(&self.grammar.lower(before).as_str()) {
            return true;
        }
        let words = self.grammar.words;
        let is_free = !matches!(words[before].pos, "ADJ" | "PROPN" | "NOUN" | "DET" | "NUM")
            && words[before].tag != "PRP$"
            && words[before].dep != "case";
        is_free && !owned && self.is_capital(first) && self.is_capital(before)
    }

    /// Whether the document itself has a word in capitals, as telegrams have all.
    fn is_capital(&self, word: usize) -> bool {
        let spelling = self.grammar.words[word].span.get(self.source);
        let spelling = spelling.unwrap_or_default();
        !spelling.contains(|letter: char| letter.is_lowercase())
    }
}
