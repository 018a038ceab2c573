//! All effects in force, in the order of their decisions, and what they say of a document or an
//! entity.

use super::Effect;
use super::applying::apply;
use crate::StoredDocument;
use depeche_document::{Document, Field};
use depeche_statement::Reading;
use depeche_time::{TimeExpression, edtf_expression};
use std::collections::BTreeSet;

/// The rule by which a document has a date that a person set.
const RULE: &str = "user";

/// The effects of all decisions that are in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    list: Vec<(u32, Effect)>,
    entities: BTreeSet<u64>,
    documents: BTreeSet<u64>,
}

impl Effects {
    /// Effects with the numbers of their decisions, in that order.
    pub fn new(list: Vec<(u32, Effect)>) -> Effects {
        let effects = || list.iter().map(|(_, effect)| effect);
        Effects {
            entities: effects().flat_map(Effect::entities).copied().collect(),
            documents: effects().flat_map(Effect::documents).collect(),
            list,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each with the number of its decision.
    pub fn list(&self) -> &[(u32, Effect)] {
        &self.list
    }

    /// Adds the effect of a later decision.
    pub fn push(&mut self, number: u32, effect: Effect) {
        self.entities.extend(effect.entities());
        self.documents.extend(effect.documents());
        self.list.push((number, effect));
    }

    /// Whether they may change what was read out of a document.
    pub fn touch(&self, document: u64, reading: &Reading) -> bool {
        let mut entities = reading.entities.iter();
        !self.is_empty()
            && (self.documents.contains(&document)
                || entities.any(|entity| self.entities.contains(&entity.id.0)))
    }

    /// Whether they need a document's text to be laid over its reading.
    pub(crate) fn name_document(&self, document: u64) -> bool {
        self.documents.contains(&document)
    }

    /// Lays them over a document and what was read out of it.
    pub fn lay_over(&self, stored: &mut StoredDocument) {
        if self.is_empty() {
            return;
        }
        self.lay_over_head(&mut stored.document);
        if let Some(reading) = &mut stored.reading {
            self.lay_over_reading(&stored.document, reading);
        }
    }

    /// Lays them over what was read out of a document.
    pub fn lay_over_reading(&self, document: &Document, reading: &mut Reading) {
        let key = document.id.key();
        if self.touch(key, reading) {
            for (_, effect) in &self.list {
                apply(effect, (key, &document.text), reading);
            }
        }
    }

    /// Lays them over what was read out of a document that none of them names.
    pub(crate) fn lay_over_unnamed(&self, document: u64, reading: &mut Reading) {
        for (_, effect) in &self.list {
            apply(effect, (document, ""), reading);
        }
    }

    /// Lays them over a document's head: its date, its tags and notes.
    pub fn lay_over_head(&self, document: &mut Document) {
        let key = document.id.key();
        if !self.documents.contains(&key) {
            return;
        }
        if let Some(date) = self.date(key) {
            document.date = Some(date);
        }
        for (_, effect) in &self.list {
            if let Effect::Field {
                document: own,
                name,
                value,
            } = effect
                && *own == key
            {
                document.fields.push(Field {
                    name: name.clone(),
                    value: value.clone(),
                    span: None,
                });
            }
        }
    }

    /// The date that a person gave a document last.
    pub fn date(&self, document: u64) -> Option<TimeExpression> {
        let of = |effect: &Effect| match effect {
            Effect::Date {
                document: own,
                edtf,
            } if *own == document => date_expression(edtf),
            _ => None,
        };
        self.list.iter().rev().find_map(|(_, effect)| of(effect))
    }

    /// The name that a person gave an entity last.
    pub fn name(&self, entity: u64) -> Option<&str> {
        self.list.iter().rev().find_map(|(_, effect)| match effect {
            Effect::Rename { entities, name } if entities.contains(&entity) => Some(name.as_str()),
            Effect::Merge { into, name, .. } if *into == entity => Some(name.as_str()),
            _ => None,
        })
    }

    /// Whether a person split an entity off, so that nothing but a person may join it to others.
    pub fn is_apart(&self, entity: u64) -> bool {
        let made =
            |effect: &Effect| matches!(effect, Effect::Split { into, .. } if *into == entity);
        self.list.iter().any(|(_, effect)| made(effect))
    }

    /// What an entity has become through merges.
    pub fn become_of(&self, entity: u64) -> u64 {
        self.list
            .iter()
            .fold(entity, |id, (_, effect)| match effect {
                Effect::Merge { into, from, .. } if from.contains(&id) => *into,
                _ => id,
            })
    }
}

/// A date that a person set, as a time of rule `user`; `None` where it is no EDTF.
pub(super) fn date_expression(edtf: &str) -> Option<TimeExpression> {
    edtf_expression(edtf, RULE)
}
