//! Offices and bodies without a name: "the ambassador", "the Embassy", where one only is meant.

use super::super::{Who, roles};
use crate::{Entity, Role};
use depeche_annotate::{Annotations, EntityKind, MentionForm};
use depeche_document::Document;
use depeche_text::{Span, fold};

/// An office means who was named or meant at most so many sentences before.
const REACH: usize = 25;

/// "the ambassador" after "Ambassador Moss", where no other ambassador is in the document.
pub(super) fn attach(document: &Document, annotations: &Annotations, who: &mut Who) {
    for office in &annotations.offices {
        let Some(at) = office.holder else { continue };
        let mention = &annotations.mentions[at];
        if mention.form != MentionForm::Nominal || who.of_mention[at].is_some() {
            continue;
        }
        let wanted = roles::role(document, annotations, who, office);
        let is_beside = |entity: u32| {
            let bearer = &who.entities[entity as usize];
            takes_part_beside(document, &fold(&wanted.title), bearer)
        };
        let is_it = |entity: &&Entity| {
            let mut held = entity.roles.iter();
            entity.kind == EntityKind::Person && held.any(|role| same_office(role, &wanted))
        };
        let mut holders = (0u32..)
            .zip(&who.entities)
            .filter(|(_, entity)| is_it(entity))
            .map(|(index, entity)| (index, entity.mentions.first().map(|first| first.span)));
        // Somebody named once, long before, is not who is meant here.
        let nearest = |entity: u32| {
            let mentions = who.entities[entity as usize].mentions.iter();
            let before = mentions.filter(|known| known.span < mention.span);
            before.map(|known| known.span).max()
        };
        let sentences = &annotations.sentences;
        let sentence = |span: Span| sentences.partition_point(|known| known.end < span.end);
        let is_near = |entity: u32| {
            nearest(entity).is_some_and(|known| sentence(mention.span) - sentence(known) <= REACH)
        };
        let titled = |entity: u32| {
            let named = annotations.offices.iter().filter(|office| {
                let holder = office
                    .holder
                    .filter(|holder| annotations.mentions[*holder].form == MentionForm::Name);
                let is_his = holder.is_some_and(|holder| who.of_mention[holder] == Some(entity));
                let words = office.title.get(&document.text).unwrap_or_default();
                is_his && fold(words) == fold(&wanted.title)
            });
            named.map(|office| office.span).min()
        };
        let is_other_since = |entity: u32| {
            let since = nearest(entity).map_or(0, |known| known.end);
            let between = annotations
                .offices
                .iter()
                .filter(|other| since <= other.span.start && other.span.end <= mention.span.start);
            let mut unnamed = between.filter(|other| other.of.is_some() || other.to.is_some());
            unnamed.any(|other| {
                let words = other.title.get(&document.text).unwrap_or_default();
                let holder = other
                    .holder
                    .filter(|holder| annotations.mentions[*holder].form == MentionForm::Nominal);
                let is_another = holder.is_some_and(|at| who.of_mention[at] != Some(entity));
                is_another && fold(words) == fold(&wanted.title)
            })
        };
        if let (Some((entity, Some(first))), None) = (holders.next(), holders.next())
            && first < mention.span
            && is_near(entity)
            && !is_other_since(entity)
            && !is_beside(entity)
            && !is_of_everybody(
                document,
                annotations,
                (titled(entity).unwrap_or(first), &wanted.title),
            )
        {
            who.attach(at, entity, mention);
        }
    }
}

/// Whether a title stood alone before its only bearer was named: "the President" is he whom
/// everybody knows, and "President Moss" a guest.
fn is_of_everybody(
    document: &Document,
    annotations: &Annotations,
    (first, title): (Span, &str),
) -> bool {
    let title = fold(title);
    let mut offices = annotations.offices.iter();
    offices.any(|office| {
        let is_alone = office
            .holder
            .is_some_and(|at| annotations.mentions[at].form == MentionForm::Nominal);
        let words = office.title.get(&document.text).unwrap_or_default();
        let is_owned = office.of.is_some() || office.to.is_some();
        is_alone && !is_owned && office.span.end < first.start && fold(words) == title
    })
}

/// Whether a list of participants has a title, in folded letters, without a name and its bearer
/// beside it: two people.
pub(super) fn takes_part_beside(document: &Document, title: &str, bearer: &Entity) -> bool {
    let fields = document.fields.iter();
    let mut participants = fields.filter(|field| field.name == "participant");
    let is_title = |value: &str| {
        let value = fold(value);
        value.strip_prefix("the ").unwrap_or(&value) == title
    };
    let is_listed = |span: Span| {
        let mut mentions = bearer.mentions.iter();
        mentions.any(|mention| span.contains(mention.span))
    };
    participants.clone().any(|field| is_title(&field.value))
        && participants.any(|field| !is_title(&field.value) && field.span.is_some_and(is_listed))
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
pub(super) fn attach_bodies(document: &Document, annotations: &Annotations, who: &mut Who) {
    for (at, mention) in annotations.mentions.iter().enumerate() {
        let is_body =
            mention.form == MentionForm::Nominal && mention.kind == EntityKind::Organization;
        if !is_body {
            continue;
        }
        let word = fold(mention.span.get(&document.text).unwrap_or_default());
        let has_word = |entity: &Entity| {
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
