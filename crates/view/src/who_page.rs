//! Everybody who goes by a name: each with names, roles and dealings, those most written of first.

use crate::people_joined::{Joined, joined};
use crate::{EntityView, WhoView, entity_view, statement_views, who_view};
use depeche_annotate::EntityKind;
use depeche_store::{Error, Store};
use depeche_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// One who goes by the name; or, where a surname stands alone in several documents, all whom it
/// can mean, undecided.
#[derive(Debug, Clone)]
pub struct WhoPage {
    /// One entity, or one for each document in which the surname stands alone.
    pub entities: Vec<EntityView>,
    /// Documents that mention them.
    pub document_count: usize,
    /// Whom they met, told, were told by and wrote to.
    pub who: WhoView,
}

/// Everybody in these documents one of whose names holds every word of `name`.
///
/// # Errors
/// When the record fails.
pub fn who_pages(store: &Store, keys: &[u64], name: &str) -> Result<Vec<WhoPage>, Error> {
    let mut pages = Vec::new();
    let (surnames, people): (Vec<_>, Vec<_>) = entities_named(store, keys, name)?
        .into_iter()
        .partition(|(heading, _)| matches!(heading, Heading::Surname(_)));
    for (_, ids) in surnames {
        pages.push(who_page(store, &ids)?);
    }
    let people: BTreeSet<u64> = people.into_iter().flat_map(|(_, ids)| ids).collect();
    for Joined { ids, joins } in joined(store, &people)? {
        let mut page = who_page(store, &ids)?;
        if !joins.is_empty() {
            page.who.undecided.clear();
            page.who.joined = joins;
        }
        pages.push(page);
    }
    pages.retain(|page| !page.entities.is_empty());
    pages.sort_by(|left, right| {
        let id = |page: &WhoPage| page.who.entity.clone();
        (right.document_count.cmp(&left.document_count)).then_with(|| id(left).cmp(&id(right)))
    });
    Ok(pages)
}

fn who_page(store: &Store, ids: &BTreeSet<u64>) -> Result<WhoPage, Error> {
    let mut entities = Vec::new();
    let mut documents = BTreeSet::new();
    for id in ids {
        let own = store.documents_of_entity(*id)?;
        entities.extend(entity_view(store, *id, &own)?);
        documents.extend(own);
    }
    let mut rows = Vec::new();
    for key in &documents {
        let reading = store.reading(*key)?.unwrap_or_default();
        let own = reading.statements.iter();
        rows.extend(own.map(|statement| (statement.id.0, *key)));
    }
    let names: Vec<String> = entities.iter().map(|entity| entity.id.clone()).collect();
    let who = who_view(&names, &statement_views(store, &rows)?);
    Ok(WhoPage {
        entities,
        document_count: documents.len(),
        who,
    })
}

/// What people are listed under: a surname alone under itself, all others one by one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    One(u64),
    Surname(String),
}

fn entities_named(
    store: &Store,
    keys: &[u64],
    name: &str,
) -> Result<BTreeMap<Heading, BTreeSet<u64>>, Error> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut found: BTreeMap<Heading, BTreeSet<u64>> = BTreeMap::new();
    for key in keys {
        let reading = store.reading(*key)?.unwrap_or_default();
        for entity in &reading.entities {
            let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
            if !names.any(|own| holds_all(own, &words)) {
                continue;
            }
            let alone = entity.kind == EntityKind::Person && !entity.name.contains(' ');
            let heading = match alone {
                true => Heading::Surname(fold(&entity.name)),
                false => Heading::One(entity.id.0),
            };
            found.entry(heading).or_default().insert(entity.id.0);
        }
    }
    Ok(found)
}

fn holds_all(name: &str, words: &[&str]) -> bool {
    let folded = fold(name);
    let own: Vec<&str> = folded
        .split(|character: char| !character.is_alphanumeric())
        .collect();
    words.iter().all(|word| own.contains(word))
}
