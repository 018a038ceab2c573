//! The statements of a group, read back from the record as they are compared.

use super::cluster::Days;
use super::namesakes::Person;
use crate::origins::Sketches;
use crate::people_joined::roles_in_words;
use crate::{StatementView, statement_view};
use depeche_annotate::EntityKind;
use depeche_statement::{Entity, Modality, PersonRecord, Sketch, Statement};
use depeche_store::{Error, Store, StoredDocument};
use depeche_text::fold;

/// A statement of a group.
pub(super) struct Account {
    /// Equal where all who take part are known to be the same.
    pub(super) same_people: u64,
    /// The people among them, in the order of their surnames.
    pub(super) people: Vec<Person>,
    /// The others among them, by number of the entity, sorted.
    pub(super) others: Vec<u64>,
    pub(super) days: Days,
    pub(super) view: StatementView,
}

impl Account {
    /// Told as having happened, or as not.
    pub(super) fn is_firm(&self) -> bool {
        !matches!(
            self.view.modality,
            Modality::Planned | Modality::Hypothetical
        )
    }
}

/// All statements of a group, in the order of their ids; and where they stand in several documents,
/// what shows whether these are copies.
pub(super) fn accounts(store: &Store, group: u64) -> Result<(Vec<Account>, Sketches), Error> {
    let mut accounts = Vec::new();
    let mut sketches = Sketches::new();
    let mut rows = store.statements_of_event(group)?;
    // So that each document is unpacked once.
    rows.sort_by_key(|row| (row.document, row.statement));
    let several = rows
        .windows(2)
        .any(|pair| pair[0].document != pair[1].document);
    for rows in rows.chunk_by(|one, other| one.document == other.document) {
        let Some(stored) = store.document(rows[0].document)? else {
            continue;
        };
        if several {
            let sketch = Sketch::new(&stored.document.text);
            sketches.insert(stored.document.id.to_string(), sketch);
        }
        let found = rows.iter().filter_map(|row| {
            let mut statements = stored.reading.as_ref()?.statements.iter();
            let found = statements.find(|found| found.id.0 == row.statement)?;
            account(store, &stored, found)
        });
        accounts.extend(found);
    }
    accounts.sort_by(|left, right| left.view.id.cmp(&right.view.id));
    Ok((accounts, sketches))
}

fn account(store: &Store, stored: &StoredDocument, found: &Statement) -> Option<Account> {
    let reading = stored.reading.as_ref()?;
    let days = found
        .time
        .as_ref()
        .map(|time| [time.earliest, time.latest].map(|day| day.map(|day| i64::from(day.number()))));
    let known = found.participants.iter();
    let known = known.filter_map(|one| reading.entities.get(one.party.entity? as usize));
    let (people, others): (Vec<&Entity>, Vec<&Entity>) =
        known.partition(|entity| entity.kind == EntityKind::Person);
    let mut others: Vec<u64> = others.iter().map(|entity| entity.id.0).collect();
    others.sort_unstable();
    others.dedup();
    Some(Account {
        same_people: reading.event_of_same_people(found).0,
        people: each_once(store, &people),
        others,
        days,
        view: statement_view(&stored.document, reading, found),
    })
}

/// People in the order of their surnames.
fn each_once(store: &Store, people: &[&Entity]) -> Vec<Person> {
    let mut people: Vec<Person> = people
        .iter()
        .map(|entity| Person {
            entity: entity.id.0,
            record: PersonRecord {
                name: entity.name.clone(),
                roles: roles_in_words(entity.roles.iter().map(|role| (&role.title, &role.of))),
                ..PersonRecord::default()
            },
            is_apart: store.effects().is_apart(entity.id.0),
        })
        .collect();
    let surname = |person: &Person| person.record.name.split(' ').next_back().map(fold);
    people.sort_by_cached_key(|person| (surname(person), person.entity));
    people.dedup_by_key(|person| person.entity);
    people
}
