//! References: pronouns, offices and countries without a name, joined where it is clear who is
//! meant; all others stay open.
//!
//! Offices first, then the third person in text order, each with what the pronouns before it
//! mean; then "I", "you" and "we" by who speaks.

mod bodies;
mod choice;
mod described;
mod gender;
mod grammar;
mod offices;
mod speakers;
mod standing;
mod titles;

use super::Who;
use crate::EntityMention;
use bodies::Bodies;
use choice::{Choice, Pronoun};
use depeche_annotate::{Annotations, MentionForm};
use depeche_document::Document;
use depeche_text::Span;
use grammar::Grammar;
use standing::{Reader, Sort, Standing, Target};
use std::collections::BTreeMap;

/// Whether a word is a usual given name, in folded letters.
pub(super) fn is_given_name(folded: &str) -> bool {
    gender::of_given_name(folded).is_some()
}

/// Joins what can be joined.
pub(super) fn attach(document: &Document, annotations: &Annotations, who: &mut Who) {
    offices::attach(document, annotations, who);
    offices::attach_bodies(document, annotations, who);
    let grammar = Grammar::new(document, annotations);
    let titles = titles::attach(document, annotations, &grammar, who);
    let described = described::attach(annotations, &grammar, who);
    let linked: BTreeMap<usize, u32> = titles.into_iter().chain(described).collect();
    let standings = third_person((document, annotations), &grammar, &linked, who);
    let bodies = Bodies::new((document, annotations), &grammar, &standings, who);
    speakers::attach(document, &grammar, (&standings, &bodies), who);
}

/// "he", "she", "it", "they"; gives back who stands where.
fn third_person(
    (document, annotations): (&Document, &Annotations),
    grammar: &Grammar<'_>,
    linked: &BTreeMap<usize, u32>,
    who: &mut Who,
) -> Vec<Standing> {
    let mut genders = gender::of_entities(document, annotations, who);
    let mentions = annotations.mentions.iter().enumerate();
    let pronouns: BTreeMap<Span, usize> = mentions
        .filter(|(_, mention)| mention.form == MentionForm::Pronoun)
        .map(|(at, mention)| (mention.span, at))
        .collect();
    let mut nouns = BTreeMap::new();
    let mut standings: Vec<Standing> = Vec::new();
    for (sentence, span) in annotations.sentences.iter().enumerate() {
        let mut reader = Reader {
            annotations,
            grammar,
            genders: &genders,
            linked,
            nouns: std::mem::take(&mut nouns),
        };
        standings.extend(reader.sentence(who, sentence));
        nouns = reader.nouns;
        for word in annotations.words_in(*span) {
            let is_pronoun = matches!(grammar.words[word].tag, "PRP" | "PRP$");
            let pronoun = is_pronoun
                .then(|| Pronoun::of(&grammar.lower(word)))
                .flatten();
            let Some(pronoun) = pronoun.filter(|_| !grammar.is_empty_it(word)) else {
                continue;
            };
            let choice = Choice {
                grammar,
                standings: &standings,
            };
            let Some(target) = choice.of(pronoun, word, sentence) else {
                continue;
            };
            let sort = match pronoun {
                Pronoun::Person(gender) => Sort::Person(Some(gender)),
                Pronoun::It => Sort::Body,
                Pronoun::They => Sort::People,
            };
            if let Target::Pair(one, other) = target {
                for entity in [one, other] {
                    who.link(entity, grammar.words[word].span, "reference:pronoun");
                }
            }
            if let Target::Entity(entity) = target {
                if let Pronoun::Person(gender) = pronoun {
                    genders.entry(entity).or_insert(gender);
                }
                let span = grammar.words[word].span;
                match pronouns.get(&span) {
                    Some(at) => who.attach(*at, entity, &annotations.mentions[*at]),
                    None => who.link(entity, span, "reference:pronoun"),
                }
            }
            insert(
                &mut standings,
                Standing {
                    target,
                    sort,
                    word,
                    sentence,
                    part: grammar.part(word),
                },
            );
        }
    }
    standings
}

/// Keeps those of the last sentence in text order.
fn insert(standings: &mut Vec<Standing>, standing: Standing) {
    let after = standings
        .iter()
        .rev()
        .take_while(|other| other.word > standing.word)
        .count();
    standings.insert(standings.len() - after, standing);
}

impl Who {
    /// Adds a mention that no annotator proposed.
    fn link(&mut self, entity: u32, span: Span, by: &str) {
        self.entities[entity as usize].mentions.push(EntityMention {
            span,
            by: vec![by.to_owned()],
        });
    }
}
