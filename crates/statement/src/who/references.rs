//! References: pronouns and offices without a name, joined where one person only can be meant.

use super::{Who, roles};
use crate::Role;
use depeche_annotate::{Annotations, EntityKind, Mention, MentionForm};
use depeche_document::Document;
use depeche_text::{Span, fold};
use std::collections::BTreeMap;

/// "he" or "she".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
}

/// Joins what can be joined, in text order.
pub(super) fn attach(document: &Document, annotations: &Annotations, who: &mut Who) {
    offices(document, annotations, who);
    bodies(document, annotations, who);
    let mut genders = by_honorific(document, annotations, who);
    for sentence in 0..annotations.sentences.len() {
        for at in annotations.mentions_in(annotations.sentences[sentence]) {
            let mention = &annotations.mentions[at];
            if mention.form != MentionForm::Pronoun {
                continue;
            }
            let Some(gender) = gender(document, mention) else {
                continue;
            };
            let candidates = Candidates {
                annotations,
                who,
                genders: &genders,
                gender,
            };
            if let Some(entity) = candidates.choose(sentence, at) {
                genders.insert(entity, gender);
                who.attach(at, entity, mention);
            }
        }
    }
}

/// "the ambassador" after "Ambassador Moss", where no other ambassador is in the document.
fn offices(document: &Document, annotations: &Annotations, who: &mut Who) {
    for office in &annotations.offices {
        let Some(at) = office.holder else { continue };
        let mention = &annotations.mentions[at];
        if mention.form != MentionForm::Nominal || who.of_mention[at].is_some() {
            continue;
        }
        let wanted = roles::role(document, annotations, who, office);
        let is_it = |entity: &&crate::Entity| {
            let mut held = entity.roles.iter();
            entity.kind == EntityKind::Person && held.any(|role| same_office(role, &wanted))
        };
        let mut holders = (0u32..)
            .zip(&who.entities)
            .filter(|(_, entity)| is_it(entity))
            .map(|(index, entity)| (index, entity.mentions.first().map(|first| first.span)));
        if let (Some((entity, Some(first))), None) = (holders.next(), holders.next())
            && first < mention.span
        {
            who.attach(at, entity, mention);
        }
    }
}

/// The shorter may leave out whose it is, and to whom.
fn same_office(held: &Role, wanted: &Role) -> bool {
    let (held_title, wanted_title) = (fold(&held.title), fold(&wanted.title));
    let owner = match (&held.of, &wanted.of) {
        (Some(held), Some(wanted)) => held == wanted,
        (None, Some(_)) => false,
        _ => true,
    };
    let title = held_title == wanted_title
        || held_title
            .strip_prefix(&wanted_title)
            .is_some_and(|rest| rest.starts_with(" to "));
    owner && title
}

/// "the Embassy", where one embassy only is in the document.
fn bodies(document: &Document, annotations: &Annotations, who: &mut Who) {
    for (at, mention) in annotations.mentions.iter().enumerate() {
        let is_body =
            mention.form == MentionForm::Nominal && mention.kind == EntityKind::Organization;
        if !is_body {
            continue;
        }
        let word = fold(mention.span.get(&document.text).unwrap_or_default());
        let has_word = |entity: &crate::Entity| {
            let folded = fold(&entity.name);
            entity.kind == EntityKind::Organization && folded.split(' ').any(|part| part == word)
        };
        let mut named = (0u32..)
            .zip(&who.entities)
            .filter(|(_, entity)| has_word(entity));
        if let (Some((entity, _)), None) = (named.next(), named.next()) {
            who.attach(at, entity, mention);
        }
    }
}

fn gender(document: &Document, mention: &Mention) -> Option<Gender> {
    match fold(mention.span.get(&document.text)?).as_str() {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// What a form of address says.
fn by_honorific(
    document: &Document,
    annotations: &Annotations,
    who: &Who,
) -> BTreeMap<u32, Gender> {
    let mut genders = BTreeMap::new();
    for (mention, entity) in annotations.mentions.iter().zip(&who.of_mention) {
        let Some(entity) = entity else { continue };
        let before = Span {
            start: mention.full.start,
            end: mention.span.start.max(mention.full.start),
        };
        let words = fold(before.get(&document.text).unwrap_or_default());
        for word in words.split(|letter: char| !letter.is_alphabetic()) {
            match word {
                "mr" | "sir" | "lord" | "king" | "prince" | "messrs" | "shah" | "emir"
                | "sultan" | "pope" | "spokesman" | "chairman" | "congressman" => {
                    genders.insert(*entity, Gender::Male);
                }
                "mrs" | "miss" | "ms" | "madame" | "mme" | "lady" | "queen" | "princess"
                | "dame" | "spokeswoman" | "chairwoman" | "congresswoman" => {
                    genders.insert(*entity, Gender::Female);
                }
                _ => {}
            }
        }
    }
    genders
}

struct Candidates<'a> {
    annotations: &'a Annotations,
    who: &'a Who,
    genders: &'a BTreeMap<u32, Gender>,
    gender: Gender,
}

impl Candidates<'_> {
    /// The one person whom the pronoun at mention `at` of a sentence can mean.
    fn choose(&self, sentence: usize, at: usize) -> Option<u32> {
        let span = self.annotations.sentences[sentence];
        let here = self.people(self.annotations.mentions_in(span).start..at);
        if !here.is_empty() {
            return self.only(&here);
        }
        let before = sentence.checked_sub(1)?;
        let range = self
            .annotations
            .mentions_in(self.annotations.sentences[before]);
        self.only(&self.people(range))
    }

    /// People of the mentions who may be meant, each once.
    fn people(&self, mentions: std::ops::Range<usize>) -> Vec<u32> {
        let mut found: Vec<u32> = mentions
            .filter(|at| self.annotations.mentions[*at].kind == EntityKind::Person)
            .filter_map(|at| self.who.of_mention[at])
            .filter(|entity| {
                self.genders
                    .get(entity)
                    .is_none_or(|known| *known == self.gender)
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The only one, or the only one of whom the gender is known.
    fn only(&self, people: &[u32]) -> Option<u32> {
        if let [one] = people {
            return Some(*one);
        }
        let mut known = people
            .iter()
            .filter(|entity| self.genders.contains_key(entity));
        match (known.next(), known.next()) {
            (Some(one), None) => Some(*one),
            _ => None,
        }
    }
}
