//! Who or what is meant, within one document.

use depeche_annotate::EntityKind;
use depeche_text::Span;
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of an entity across documents: hash of its kind and folded key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u64);

impl fmt::Display for EntityId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "e_{:016x}", self.0)
    }
}

impl fmt::Debug for EntityId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// One mention of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityMention {
    /// The words.
    pub span: Span,
    /// Who proposed it.
    pub by: Vec<String>,
}

/// A title held by a person, as one document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// "ambassador to Azerbaijan", "foreign minister".
    pub title: String,
    /// The country or body, as the entity's name ("Israel"), where it is given.
    pub of: Option<String>,
    /// When it was held, where the words say so.
    pub time: Option<TimeExpression>,
    /// The words.
    pub span: Span,
    /// The rule that read it.
    pub rule: String,
}

/// Who or what one document means; joined across documents by [`EntityId`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Same kind and key, same id. An entity known only by a surname or a description has the
    /// document in its key, so that it joins nothing elsewhere.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest name in the document.
    pub name: String,
    /// Other names in the document, sorted.
    pub aliases: Vec<String>,
    /// Titles, in text order.
    pub roles: Vec<Role>,
    /// Mentions, in text order; also those by office and pronoun.
    pub mentions: Vec<EntityMention>,
}
