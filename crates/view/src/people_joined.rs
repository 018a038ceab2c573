//! People of several documents taken for one, by the join of `depeche-statement`.
//!
//! What is joined here is who is shown together; no statement changes.

use crate::{EntityView, JoinView, entity_view};
use depeche_annotate::EntityKind;
use depeche_statement::{PersonRecord, join_people};
use depeche_store::{Error, Store};
use std::collections::{BTreeMap, BTreeSet};

/// Entities that are one, and why.
pub(crate) struct Joined {
    pub(crate) ids: BTreeSet<u64>,
    pub(crate) joins: Vec<JoinView>,
}

/// Joins the people among these entities; what is no person stays alone.
pub(crate) fn joined(store: &Store, ids: &BTreeSet<u64>) -> Result<Vec<Joined>, Error> {
    let mut numbers = Vec::new();
    let mut views = Vec::new();
    let mut records = Vec::new();
    let mut alone = Vec::new();
    for id in ids {
        let documents = store.documents_of_entity(*id)?;
        match entity_view(store, *id, &documents)? {
            // What a person split off nothing joins again.
            Some(view) if view.kind == EntityKind::Person && !store.effects().is_apart(*id) => {
                let record = record(&view, *id, years(store, &documents)?);
                numbers.push(*id);
                views.push(view);
                records.push(record);
            }
            _ => alone.push(*id),
        }
    }
    let people = join_people(&records);
    let mut groups: BTreeMap<usize, Joined> = BTreeMap::new();
    for (at, group) in people.group_of.iter().enumerate() {
        let empty = || Joined {
            ids: BTreeSet::new(),
            joins: Vec::new(),
        };
        groups
            .entry(*group)
            .or_insert_with(empty)
            .ids
            .insert(numbers[at]);
    }
    for join in &people.joins {
        let own = |at: usize| (views[at].id.clone(), views[at].name.clone());
        if let Some(group) = groups.get_mut(&people.group_of[join.one]) {
            let entities = [own(join.one), own(join.other)];
            group.joins.push(JoinView {
                entities,
                reason: join.to_string(),
            });
        }
    }
    let alone = alone.into_iter();
    let alone = alone.map(|id| Joined {
        ids: BTreeSet::from([id]),
        joins: Vec::new(),
    });
    Ok(groups.into_values().chain(alone).collect())
}

fn record(view: &EntityView, id: u64, years: Option<(i32, i32)>) -> PersonRecord {
    PersonRecord {
        name: view.name.clone(),
        aliases: view.aliases.clone(),
        roles: roles_in_words(view.roles.iter().map(|role| (&role.title, &role.of))),
        source: id,
        years,
    }
}

/// Each title with the body or country that it is of.
pub(crate) fn roles_in_words<'a>(
    roles: impl Iterator<Item = (&'a String, &'a Option<String>)>,
) -> Vec<String> {
    let words = |(title, of): (&String, &Option<String>)| match of {
        Some(of) => format!("{title} {of}"),
        None => title.clone(),
    };
    roles.map(words).collect()
}

/// First and last year of the documents that tell of somebody.
fn years(store: &Store, documents: &[u64]) -> Result<Option<(i32, i32)>, Error> {
    let mut years: Option<(i32, i32)> = None;
    for key in documents {
        let Some(stored) = store.document(*key)? else {
            continue;
        };
        let date = stored
            .document
            .date
            .as_ref()
            .and_then(|date| date.edtf.clone());
        let year = date.and_then(|edtf| edtf.get(..4)?.parse::<i32>().ok());
        if let Some(year) = year {
            let (first, last) = years.unwrap_or((year, year));
            years = Some((first.min(year), last.max(year)));
        }
    }
    Ok(years)
}
