//! Decisions: what a person decided about the record, each a record of its own.
//!
//! A decision never changes what was read. It is anchored at words ([`Anchor`]); what it does to
//! the record as it is now is its [`Effect`], and [`Effects`] are laid over what was read when
//! that is taken out of the record. Where the words are gone the decision is *adrift*: it does
//! nothing, and is kept.

mod anchor;
mod applying;
mod effect;
mod effects;
mod resolving;
mod rows;

pub use anchor::Anchor;
pub use effect::{Effect, Place};
pub use effects::Effects;
pub use resolving::Resolver;
pub(crate) use rows::load_effects;

use depeche_annotate::EntityKind;
use serde::{Deserialize, Serialize};

/// What was decided, and at which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Choice {
    /// A document has this date.
    Date {
        /// The document, at its first words.
        document: Anchor,
        /// The date, as EDTF.
        edtf: String,
    },
    /// Several entities are one.
    Merge {
        /// Mentions of the one whose name and kind stay.
        entity: Vec<Anchor>,
        /// For each of the others, mentions of it.
        others: Vec<Vec<Anchor>>,
        /// The name that stays.
        name: String,
        /// The kind that stays.
        entity_kind: EntityKind,
    },
    /// Some mentions of an entity mean another one.
    Split {
        /// The mentions that mean the other.
        mentions: Vec<Anchor>,
    },
    /// An entity has this name.
    Rename {
        /// Mentions of it.
        entity: Vec<Anchor>,
        /// The name.
        name: String,
    },
    /// What was taken for a name is none.
    Reject {
        /// The mentions.
        mentions: Vec<Anchor>,
        /// Whether the entity that they mention is none wherever it is mentioned.
        everywhere: bool,
    },
    /// A document has this tag.
    Tag {
        /// The document, at its first words.
        document: Anchor,
        /// The tag.
        tag: String,
    },
    /// A note on a document.
    Note {
        /// The document, at its first words.
        document: Anchor,
        /// The note.
        note: String,
    },
    /// An earlier decision does not hold.
    Undo {
        /// Its number.
        number: u32,
    },
}

impl Choice {
    /// The word for it.
    pub fn name(&self) -> &'static str {
        match self {
            Choice::Date { .. } => "date",
            Choice::Merge { .. } => "merge",
            Choice::Split { .. } => "split",
            Choice::Rename { .. } => "rename",
            Choice::Reject { .. } => "reject",
            Choice::Tag { .. } => "tag",
            Choice::Note { .. } => "note",
            Choice::Undo { .. } => "undo",
        }
    }

    /// Every anchor, in order.
    pub fn anchors(&self) -> Vec<&Anchor> {
        match self {
            Choice::Date { document, .. }
            | Choice::Tag { document, .. }
            | Choice::Note { document, .. } => vec![document],
            Choice::Merge { entity, others, .. } => {
                entity.iter().chain(others.iter().flatten()).collect()
            }
            Choice::Rename { entity, .. } => entity.iter().collect(),
            Choice::Split { mentions } | Choice::Reject { mentions, .. } => {
                mentions.iter().collect()
            }
            Choice::Undo { .. } => Vec::new(),
        }
    }
}

/// A decision and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The order in which decisions were made, from 1.
    pub number: u32,
    /// What was decided.
    pub choice: Choice,
    /// How it stands.
    pub state: DecisionState,
}

/// How a decision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionState {
    /// It holds.
    InForce,
    /// The decision of this number undid it.
    Undone(u32),
    /// It no longer fits, for this reason.
    Adrift(String),
}

impl DecisionState {
    /// `in force`, `undone` or `adrift`.
    pub fn name(&self) -> &'static str {
        match self {
            DecisionState::InForce => "in force",
            DecisionState::Undone(_) => "undone",
            DecisionState::Adrift(_) => "adrift",
        }
    }
}

#[cfg(test)]
mod tests;
