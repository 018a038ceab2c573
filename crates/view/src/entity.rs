//! An entity as shown: names, roles, mentions.

use crate::{TimeView, time_view};
use depeche_annotate::{EntityKind, main_name};
use depeche_store::{Error, Store};
use depeche_text::Span;
use serde::Serialize;
use std::collections::BTreeSet;

/// ENTITY of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct EntityView {
    /// `e_…`.
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The name that a person gave it, else the usual name where the archive has it, or else the
    /// fullest.
    pub name: String,
    /// Other names, sorted.
    pub aliases: Vec<String>,
    /// Titles held, as told.
    pub roles: Vec<RoleView>,
    /// Where it is mentioned, by document id and place.
    pub mentions: Vec<EntityMentionView>,
}

/// A title held, as one document tells.
#[derive(Debug, Clone, Serialize)]
pub struct RoleView {
    /// The title.
    pub title: String,
    /// Of which country or body.
    pub of: Option<String>,
    /// When.
    pub time: Option<TimeView>,
    /// The document.
    pub document: String,
    /// The words.
    pub span: Span,
    /// Read back.
    pub quote: String,
}

/// One mention.
#[derive(Debug, Clone, Serialize)]
pub struct EntityMentionView {
    /// The document.
    pub document: String,
    /// The words.
    pub span: Span,
    /// Read back.
    pub quote: String,
    /// Who proposed it.
    pub by: Vec<String>,
}

/// Shows an entity as the documents of these keys tell of it; `None` where none does.
///
/// # Errors
/// When the record fails.
pub fn entity_view(store: &Store, id: u64, documents: &[u64]) -> Result<Option<EntityView>, Error> {
    let mut names = BTreeSet::new();
    let mut roles = Vec::new();
    let mut mentions = Vec::new();
    let mut kind = None;
    for key in documents {
        let Some(stored) = store.document(*key)? else {
            continue;
        };
        let (document, text) = (stored.document.id.to_string(), &stored.document.text);
        let entities = stored.reading.iter().flat_map(|reading| &reading.entities);
        for entity in entities.filter(|entity| entity.id.0 == id) {
            kind = Some(entity.kind);
            names.insert(entity.name.clone());
            names.extend(entity.aliases.iter().cloned());
            roles.extend(entity.roles.iter().map(|role| RoleView {
                title: role.title.clone(),
                of: role.of.clone(),
                time: role.time.as_ref().map(|time| time_view(time, text)),
                document: document.clone(),
                span: role.span,
                quote: role.span.get(text).unwrap_or_default().to_owned(),
            }));
            mentions.extend(entity.mentions.iter().map(|mention| EntityMentionView {
                document: document.clone(),
                span: mention.span,
                quote: mention.span.get(text).unwrap_or_default().to_owned(),
                by: mention.by.clone(),
            }));
        }
    }
    let Some(kind) = kind else { return Ok(None) };
    let decided = store.effects().name(id).map(str::to_owned);
    let name = decided.unwrap_or_else(|| settled(kind, &names));
    names.remove(&name);
    let aliases = names.into_iter().collect();
    Ok(Some(EntityView {
        id: format!("e_{id:016x}"),
        kind,
        name,
        aliases,
        roles,
        mentions,
    }))
}

/// The name that the gazetteer goes by, where it is there; or else the longest, one in mixed case
/// before capitals, the first in the alphabet among equals.
fn settled(kind: EntityKind, names: &BTreeSet<String>) -> String {
    let rank = |name: &&String| {
        let usual = main_name(name).is_some_and(|(known, main)| known == kind && main == *name);
        let usual = usual && kind != EntityKind::Person;
        let mixed = name.chars().any(char::is_lowercase);
        (usual, name.split_whitespace().count(), mixed, name.len())
    };
    names
        .iter()
        .rev()
        .max_by_key(rank)
        .cloned()
        .unwrap_or_default()
}
