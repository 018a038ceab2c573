//! What a decision does to the record as it is now. Derived: made anew from the decision and the
//! documents.

use depeche_annotate::EntityKind;
use depeche_text::Span;
use serde::{Deserialize, Serialize};

/// Mentions in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The document's key.
    pub document: u64,
    /// The mentions, in text order.
    pub spans: Vec<Span>,
}

/// What one decision does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "lowercase")]
pub enum Effect {
    /// Gives a document a date.
    Date {
        /// The document's key.
        document: u64,
        /// As EDTF.
        edtf: String,
    },
    /// Makes several entities one.
    Merge {
        /// The one that they become.
        into: u64,
        /// The others.
        from: Vec<u64>,
        /// Its name.
        name: String,
        /// Its kind.
        kind: EntityKind,
    },
    /// Makes some mentions another entity.
    Split {
        /// The new entity.
        into: u64,
        /// Its mentions.
        places: Vec<Place>,
    },
    /// Names entities.
    Rename {
        /// The entities.
        entities: Vec<u64>,
        /// The name.
        name: String,
    },
    /// Takes names out.
    Reject {
        /// Entities that are none, wherever they are mentioned.
        entities: Vec<u64>,
        /// Mentions that are none.
        places: Vec<Place>,
    },
    /// Adds a field to a document's head.
    Field {
        /// The document's key.
        document: u64,
        /// `tag` or `note`.
        name: String,
        /// The tag or note.
        value: String,
    },
}

impl Effect {
    /// The entities that it changes wherever they are mentioned.
    pub fn entities(&self) -> &[u64] {
        match self {
            Effect::Merge { from, .. } => from,
            Effect::Rename { entities, .. } | Effect::Reject { entities, .. } => entities,
            Effect::Date { .. } | Effect::Field { .. } | Effect::Split { .. } => &[],
        }
    }

    /// The documents that it changes, by key, beside those that mention such an entity.
    pub fn documents(&self) -> Vec<u64> {
        match self {
            Effect::Date { document, .. } | Effect::Field { document, .. } => vec![*document],
            Effect::Split { places, .. } | Effect::Reject { places, .. } => {
                places.iter().map(|place| place.document).collect()
            }
            Effect::Merge { .. } | Effect::Rename { .. } => Vec::new(),
        }
    }
}
