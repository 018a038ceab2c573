//! One person or body: whom they met, told, were told by and wrote to, with the statements.

use crate::{StatementView, TimeView};
use depeche_statement::{EventType, ParticipantRole};
use serde::Serialize;
use std::collections::BTreeMap;

/// WHO of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct WhoView {
    /// `e_…`; of several the first.
    pub entity: String,
    /// All of them, where one surname stands alone in several documents: who is meant is not
    /// decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<String>,
    /// Others that were taken for the same person, each with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<JoinView>,
    /// Whom they met.
    pub met: Vec<WhoRow>,
    /// Whom they told.
    pub told: Vec<WhoRow>,
    /// Who told them.
    pub told_by: Vec<WhoRow>,
    /// Whom they wrote to.
    pub wrote_to: Vec<WhoRow>,
}

/// Two that were taken for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JoinView {
    /// `e_…` and the name of each.
    pub entities: [(String, String); 2],
    /// What in names and roles allows it.
    pub reason: String,
}

/// One other side.
#[derive(Debug, Clone, Serialize)]
pub struct WhoRow {
    /// `e_…`, where known.
    pub entity: Option<String>,
    /// How called.
    pub name: String,
    /// The statements that say so, by id.
    pub statements: Vec<String>,
    /// The first time.
    pub first: Option<TimeView>,
    /// The last time.
    pub last: Option<TimeView>,
}

type Rows = BTreeMap<(Option<String>, String), WhoRow>;

/// Gathers what statements say of one entity, or of several that go by one name.
pub fn who_view(entities: &[String], statements: &[StatementView]) -> WhoView {
    let is_it = |id: Option<&str>| id.is_some_and(|id| entities.iter().any(|own| own == id));
    let [mut met, mut told, mut told_by, mut wrote_to] = [const { Rows::new() }; 4];
    for statement in statements {
        let own = statement
            .participants
            .iter()
            .filter(|own| is_it(own.entity.as_deref()));
        let own: Vec<ParticipantRole> = own.map(|own| own.role).collect();
        let gives = own.contains(&ParticipantRole::Actor);
        let gets = own.contains(&ParticipantRole::Recipient);
        for other in &statement.participants {
            if own.is_empty() || is_it(other.entity.as_deref()) {
                continue;
            }
            let rows = match (statement.kind, other.role) {
                (EventType::Meet, ParticipantRole::Actor | ParticipantRole::Counterpart) => {
                    &mut met
                }
                (EventType::Tell, ParticipantRole::Recipient) if gives => &mut told,
                (EventType::Tell, ParticipantRole::Actor) if gets => &mut told_by,
                (EventType::Send, ParticipantRole::Recipient) if gives => &mut wrote_to,
                _ => continue,
            };
            add(rows, (other.entity.clone(), other.name.clone()), statement);
        }
        for link in &statement.chain {
            let speaker = link.speaker.as_ref();
            let (Some(speaker), Some(hearer)) = (speaker, &link.hearer) else {
                continue;
            };
            if is_it(speaker.entity.as_deref()) {
                add(
                    &mut told,
                    (hearer.entity.clone(), hearer.name.clone()),
                    statement,
                );
            }
            if is_it(hearer.entity.as_deref()) {
                add(
                    &mut told_by,
                    (speaker.entity.clone(), speaker.name.clone()),
                    statement,
                );
            }
        }
    }
    let rows = |rows: Rows| rows.into_values().collect();
    WhoView {
        entity: entities.first().cloned().unwrap_or_default(),
        undecided: match entities {
            [_] => Vec::new(),
            several => several.to_vec(),
        },
        joined: Vec::new(),
        met: rows(met),
        told: rows(told),
        told_by: rows(told_by),
        wrote_to: rows(wrote_to),
    }
}

fn add(rows: &mut Rows, key: (Option<String>, String), statement: &StatementView) {
    let row = rows.entry(key).or_insert_with_key(|(entity, name)| WhoRow {
        entity: entity.clone(),
        name: name.clone(),
        statements: Vec::new(),
        first: None,
        last: None,
    });
    if !row.statements.contains(&statement.id) {
        row.statements.push(statement.id.clone());
    }
    let Some(time) = statement
        .time
        .as_ref()
        .filter(|time| time.earliest.is_some())
    else {
        return;
    };
    let earlier = |old: &TimeView| time.earliest < old.earliest;
    if row.first.as_ref().is_none_or(earlier) {
        row.first = Some(time.clone());
    }
    let later = |old: &TimeView| time.latest > old.latest;
    if row.last.as_ref().is_none_or(later) {
        row.last = Some(time.clone());
    }
}
