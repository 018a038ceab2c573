//! For whom a person speaks, and so who is "we": the country or body of the office that he holds,
//! or whose spokesman he is.
//!
//! Where offices of two bodies are read, or none, "we" stays open; it never means two people who
//! are together only for an occasion.

use super::super::Who;
use super::grammar::Grammar;
use super::standing::{Sort, Standing, Target};
use depeche_annotate::{Annotations, EntityKind, country};
use depeche_document::{Document, Kind};
use depeche_text::{Span, fold};
use std::collections::BTreeMap;

/// By person, the bodies that the text says he speaks for.
pub(super) struct Bodies {
    of_person: BTreeMap<u32, Vec<u32>>,
    /// Who sends a telegram.
    pub(super) sender: Option<u32>,
    /// Whether the sender is abroad, with a government behind it.
    pub(super) is_post: bool,
    /// The people to which a speech is given: "my fellow citizens".
    pub(super) addressed: Option<u32>,
}

impl Bodies {
    pub(super) fn new(
        (document, annotations): (&Document, &Annotations),
        grammar: &Grammar<'_>,
        standings: &[Standing],
        who: &Who,
    ) -> Bodies {
        let mut of_person: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let offices = annotations.offices.iter().filter(|office| !office.former);
        for office in offices {
            let holder = office.holder.and_then(|holder| who.of_mention[holder]);
            let body = office
                .of
                .and_then(|of| named(document, annotations, who, of));
            if let (Some(holder), Some(body)) = (holder, body) {
                of_person.entry(holder).or_default().push(body);
            }
        }
        for (person, body) in spoken_for(grammar, standings, who) {
            of_person.entry(person).or_default().push(body);
        }
        for bodies in of_person.values_mut() {
            bodies.sort_unstable();
            bodies.dedup();
        }
        let sender = sender(document, annotations, who);
        Bodies {
            of_person,
            sender,
            is_post: sender.is_some_and(|sender| is_post(&who.entities[sender as usize].name)),
            addressed: addressed(grammar, who),
        }
    }

    /// The only body that a person speaks for.
    pub(super) fn of(&self, person: u32) -> Option<u32> {
        match self.of_person.get(&person)?.as_slice() {
            [body] => Some(*body),
            _ => None,
        }
    }
}

/// The country or body that stands in an office.
fn named(document: &Document, annotations: &Annotations, who: &Who, span: Span) -> Option<u32> {
    let first = annotations
        .mentions
        .partition_point(|mention| mention.span.start < span.start);
    let mut here = annotations.mentions[first..].iter().enumerate();
    let mention = here.next().filter(|(_, mention)| mention.span == span);
    let entity = mention.and_then(|(at, _)| who.of_mention[first + at]);
    let by_name = || {
        let name = fold(country(span.get(&document.text)?)?);
        let mut entities = (0u32..).zip(&who.entities);
        let is_it =
            |entity: &crate::Entity| entity.kind == EntityKind::Place && fold(&entity.name) == name;
        entities.find(|(_, entity)| is_it(entity)).map(|(at, _)| at)
    };
    entity
        .filter(|entity| is_body(who, *entity))
        .or_else(by_name)
}

fn is_body(who: &Who, entity: u32) -> bool {
    matches!(
        who.entities[entity as usize].kind,
        EntityKind::Organization | EntityKind::Place
    )
}

/// "Moss, for the Veld Society, says": whom somebody speaks for by a phrase of his own.
fn spoken_for(grammar: &Grammar<'_>, standings: &[Standing], who: &Who) -> Vec<(u32, u32)> {
    let people: BTreeMap<usize, u32> = standings
        .iter()
        .filter(|standing| matches!(standing.sort, Sort::Person(_)))
        .filter_map(|standing| Some((standing.word, entity(standing)?)))
        .collect();
    let bodies = standings.iter().filter_map(|standing| {
        let body = entity(standing).filter(|body| is_body(who, *body))?;
        let preposition = &grammar.words[grammar.words[standing.word].head];
        let is_for = preposition.lemma == "for" && preposition.dep == "prep";
        Some((*people.get(&preposition.head).filter(|_| is_for)?, body))
    });
    bodies.collect()
}

fn entity(standing: &Standing) -> Option<u32> {
    match standing.target {
        Target::Entity(entity) => Some(entity),
        Target::Pair(..) | Target::Noun(_) => None,
    }
}

/// "The " before a name.
const ARTICLE_BYTES: u32 = 4;

/// The body that a telegram's head says it is from.
fn sender(document: &Document, annotations: &Annotations, who: &Who) -> Option<u32> {
    // A memorandum is from a person, whose "we" is as often the government.
    if document.kind != Kind::Cable {
        return None;
    }
    let span = document.field("from")?.span?;
    // "the Mission at the Veld League" is not the league.
    let opens = |at: &usize| {
        let mention = &annotations.mentions[*at];
        mention.span.start <= span.start + ARTICLE_BYTES
    };
    let mut bodies = annotations
        .mentions_in(span)
        .filter(opens)
        .filter_map(|at| who.of_mention[at])
        .filter(|entity| who.entities[*entity as usize].kind == EntityKind::Organization);
    bodies.next()
}

fn is_post(name: &str) -> bool {
    const POSTS: &[&str] = &[
        "embassy",
        "legation",
        "consul",
        "mission",
        "delegation",
        "interests",
    ];
    let name = fold(name);
    POSTS.iter().any(|post| name.contains(post))
}

/// The people that a speech names most, where it is spoken to fellow citizens and names no other
/// people as often.
fn addressed(grammar: &Grammar<'_>, who: &Who) -> Option<u32> {
    let is_fellow = |word: usize| {
        let next = grammar.words.get(word + 1).map(|next| {
            grammar.lower(word + 1) == "citizens"
                || grammar.lower(word + 1).starts_with("countrym")
                || country(next.span.get(grammar.text).unwrap_or_default()).is_some()
        });
        grammar.lower(word) == "fellow" && !grammar.quoted[word] && next == Some(true)
    };
    if !(0..grammar.words.len()).any(is_fellow) {
        return None;
    }
    let mut peoples: Vec<(usize, u32)> = (0u32..)
        .zip(&who.entities)
        .filter(|(_, entity)| entity.kind == EntityKind::Group && country(&entity.name).is_some())
        .map(|(index, entity)| (entity.mentions.len(), index))
        .collect();
    peoples.sort_unstable();
    let (count, people) = peoples.pop()?;
    let is_only = peoples.last().is_none_or(|(other, _)| other * 2 <= count);
    is_only.then_some(people)
}
