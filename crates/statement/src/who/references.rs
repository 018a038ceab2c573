//! References: pronouns, offices and countries without a name, joined where it is clear who is
//! meant; all others stay open.
//!
//! Offices first, then the third person in text order, each with what the pronouns before it
//! mean; then "I", "you" and "we" by who speaks.

mod apart;
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
use apart::Headings;
use bodies::Bodies;
use choice::{Choice, Pronoun};
use depeche_annotate::{Annotations, MentionForm};
use depeche_document::Document;
use depeche_text::Span;
use gender::Gender;
use grammar::Grammar;
use standing::{Reader, Standing, Target};
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
    // Who is named in one is not meant after it.
    let notes = crate::scene::notes(document);
    let headings = Headings::new(document);
    let mut nouns = BTreeMap::new();
    let mut standings: Vec<Standing> = Vec::new();
    let mut read = Read::default();
    for (sentence, span) in annotations.sentences.iter().enumerate() {
        let note = notes.iter().position(|note| note.contains(*span));
        let number = read.go_to(note);
        let mut reader = Reader {
            annotations,
            grammar,
            genders: &genders,
            linked,
            nouns: std::mem::take(&mut nouns),
        };
        let found = reader.sentence(who, sentence);
        nouns = reader.nouns;
        read.standings.extend(found.iter().map(|found| Standing {
            sentence: number,
            ..*found
        }));
        standings.extend(found);
        for word in annotations.words_in(*span) {
            let Some(pronoun) = Pronoun::at(grammar, word) else {
                continue;
            };
            let choice = Choice {
                grammar,
                standings: &read.standings,
                headings: note.is_none().then_some(&headings),
            };
            let Some(target) = choice.of(pronoun, word, number) else {
                continue;
            };
            link_pronoun(
                (target, pronoun),
                grammar.words[word].span,
                (&mut genders, who),
            );
            if let (Target::Entity(entity), Some(at)) =
                (target, pronouns.get(&grammar.words[word].span))
            {
                who.attach(*at, entity, &annotations.mentions[*at]);
            } else if let Target::Entity(entity) = target {
                who.link(entity, grammar.words[word].span, "reference:pronoun");
            }
            let standing = Standing {
                target,
                sort: pronoun.sort(),
                word,
                sentence,
                part: grammar.part(word),
                is_name: false,
            };
            insert(&mut standings, standing);
            let numbered = Standing {
                sentence: number,
                ..standing
            };
            insert(&mut read.standings, numbered);
        }
    }
    standings
}

/// Both of two whom "they" means, and what a pronoun says of whom it means.
fn link_pronoun(
    (target, pronoun): (Target, Pronoun),
    span: Span,
    (genders, who): (&mut BTreeMap<u32, Gender>, &mut Who),
) {
    match (target, pronoun) {
        (Target::Pair(one, other), _) => {
            for entity in [one, other] {
                who.link(entity, span, "reference:pronoun");
            }
        }
        (Target::Entity(entity), Pronoun::Person(gender)) => {
            genders.entry(entity).or_insert(gender);
        }
        _ => {}
    }
}

/// Who stands in the sentences before, those of notes left out behind their end.
#[derive(Default)]
struct Read {
    standings: Vec<Standing>,
    /// How many sentences were read.
    sentences: usize,
    /// The note that is read, and how many stood and how many sentences were read before it.
    note: Option<(usize, usize, usize)>,
}

impl Read {
    /// Goes on to a sentence of the text or of a note; gives its number.
    fn go_to(&mut self, note: Option<usize>) -> usize {
        if let Some((open, standings, sentences)) = self.note
            && note != Some(open)
        {
            self.standings.truncate(standings);
            self.sentences = sentences;
            self.note = None;
        }
        if let (Some(note), None) = (note, self.note) {
            self.note = Some((note, self.standings.len(), self.sentences));
        }
        self.sentences += 1;
        self.sentences
    }
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
