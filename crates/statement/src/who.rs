//! Who is who within one document: mentions joined to entities, with their roles.
//!
//! Joins where the document itself is clear, and leaves apart what is not: a name joined wrongly
//! is worse than one not joined. Nothing here looks at another document.

mod named;
mod people;
mod references;
mod roles;

use crate::{Entity, EntityId, EntityMention};
use depeche_annotate::{Annotations, EntityKind, Mention, MentionForm, main_name};
use depeche_document::{Document, DocumentId};
use depeche_text::{Span, fold};
use std::collections::BTreeMap;

/// The entities of a document, and for each mention the one that it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Who {
    pub(crate) entities: Vec<Entity>,
    /// By index of [`Annotations::mentions`]; `None` where it is open.
    pub(crate) of_mention: Vec<Option<u32>>,
}

/// The entities of a document, in order of first mention.
pub(crate) fn entities(document: &Document, annotations: &Annotations) -> Vec<Entity> {
    resolve(document, annotations).entities
}

/// Joins mentions to entities: names first, then offices and pronouns.
pub(crate) fn resolve(document: &Document, annotations: &Annotations) -> Who {
    let names: Vec<String> = annotations
        .mentions
        .iter()
        .map(|mention| plain(mention.span.get(&document.text).unwrap_or_default()))
        .collect();
    let titles: Vec<String> = annotations
        .mentions
        .iter()
        .map(|mention| title(mention, &document.text))
        .collect();
    let keys = keys(&annotations.mentions, &names, &titles);
    let mut who = Who {
        entities: Vec::new(),
        of_mention: vec![None; names.len()],
    };
    let mut index: BTreeMap<(EntityKind, &str), u32> = BTreeMap::new();
    for (at, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let mention = &annotations.mentions[at];
        let entity = *index.entry((mention.kind, key)).or_insert_with(|| {
            who.entities.push(entity(document.id, mention.kind, key));
            who.entities.len() as u32 - 1
        });
        who.attach(at, entity, mention);
        who.entities[entity as usize]
            .aliases
            .push(names[at].clone());
    }
    who.entities.iter_mut().for_each(settle_name);
    roles::attach(document, annotations, &mut who);
    references::attach(document, annotations, &mut who);
    for entity in &mut who.entities {
        entity.mentions.sort_by_key(|mention| mention.span);
    }
    who
}

impl Who {
    fn attach(&mut self, at: usize, entity: u32, mention: &Mention) {
        self.of_mention[at] = Some(entity);
        self.entities[entity as usize].mentions.push(EntityMention {
            span: mention.span,
            by: mention.by.clone(),
        });
    }
}

/// The words of an office or rank before and behind a name, folded.
fn title(mention: &Mention, text: &str) -> String {
    let full = mention.full.cover(mention.span);
    let before = Span {
        start: full.start,
        end: mention.span.start,
    };
    let behind = Span {
        start: mention.span.end,
        end: full.end,
    };
    let words = [before, behind].map(|span| span.get(text).unwrap_or_default());
    fold(&words.join(" "))
}

/// For each name, what it is joined by; `None` for references.
fn keys(mentions: &[Mention], names: &[String], titles: &[String]) -> Vec<Option<String>> {
    let people = people::keys(mentions, names, titles);
    let others = named::keys(mentions, names);
    people
        .into_iter()
        .zip(others)
        .map(|(person, other)| person.or(other))
        .collect()
}

fn is_person_name(mention: &Mention) -> bool {
    mention.kind == EntityKind::Person && mention.form == MentionForm::Name
}

/// "Veld Papers", "the Lind Library": what is kept under a name is not who bears it.
fn is_collection(name: &str) -> bool {
    const KEPT: &[&str] = &[
        "diaries",
        "papers",
        "files",
        "library",
        "collection",
        "archives",
        "records",
    ];
    name.split_once(' ').is_some_and(|(_, rest)| {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        KEPT.iter().any(|kept| last.eq_ignore_ascii_case(kept))
    })
}

/// The words with single spaces and without an article.
fn plain(words: &str) -> String {
    let joined: Vec<&str> = words.split_whitespace().collect();
    let joined = joined.join(" ");
    // "at Lund", "Secretaries Lund", where a reader took a word with the name.
    const BEFORE: &[&str] = &[
        "at ",
        "in ",
        "from ",
        "by ",
        "Ambassadors ",
        "Generals ",
        "Messrs. ",
        "Ministers ",
        "Secretaries ",
        "Senators ",
    ];
    let joined = BEFORE
        .iter()
        .find_map(|before| joined.strip_prefix(before))
        .filter(|rest| rest.starts_with(char::is_uppercase))
        .map_or(joined.clone(), str::to_owned);
    match joined.strip_prefix("the ").or(joined.strip_prefix("The ")) {
        Some(rest) if main_name(&joined).is_none() => rest.to_owned(),
        _ => joined,
    }
}

fn entity(document: DocumentId, kind: EntityKind, key: &str) -> Entity {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{kind:?}").as_bytes()).update(&[0]);
    // A surname alone says nothing across documents.
    if kind == EntityKind::Person && !key.contains(' ') {
        hasher.update(&document.0);
    }
    hasher.update(key.as_bytes());
    let bytes = hasher.finalize();
    let mut id = [0; 8];
    id.copy_from_slice(&bytes.as_bytes()[..8]);
    Entity {
        id: EntityId(u64::from_be_bytes(id)),
        kind,
        name: String::new(),
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions: Vec::new(),
    }
}

/// The usual name, or else the fullest, stays the name; the others, each once, are aliases.
fn settle_name(entity: &mut Entity) {
    let mut names = std::mem::take(&mut entity.aliases);
    let fullness = |name: &String| {
        let shouted = !name.contains(|letter: char| letter.is_lowercase());
        let words = name.split(' ').count();
        (is_usual(entity.kind, name), words, !shouted, name.len())
    };
    // The first of the fullest, so that the text's own order decides.
    let best = names.iter().map(fullness).max();
    let name = names.iter().find(|name| Some(fullness(name)) == best);
    entity.name = name.cloned().unwrap_or_default();
    let known = fold(&entity.name);
    names.sort();
    names.dedup();
    names.retain(|name| fold(name) != known);
    entity.aliases = names;
}

/// Whether it is the name that the gazetteer goes by: "Indonesia", not "Dutch East Indies".
fn is_usual(kind: EntityKind, name: &str) -> bool {
    kind != EntityKind::Person
        && main_name(name).is_some_and(|(known, main)| known == kind && main == name)
}

#[cfg(test)]
mod tests;
