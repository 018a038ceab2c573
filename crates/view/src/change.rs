//! What a decision changed in one document: each thing as it was before and as it is after.

use crate::{ParticipantView, StatementView, TimeView, statement_view, time_view};
use depeche_store::StoredDocument;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeView {
    /// The document.
    pub document: String,
    /// The statement; `null` where it is the document itself.
    pub statement: Option<String>,
    /// `date` of a document; `time`, `participants`, `place` or `chain` of a statement; or
    /// `statement` where one came or went.
    pub field: &'static str,
    /// As it was; `null`: there was nothing.
    pub before: Value,
    /// As it is; `null`: there is nothing.
    pub after: Value,
    /// What it is of, and from what to what, in words.
    #[serde(skip)]
    pub in_words: String,
}

/// A value with the words for it.
type Told = (Value, String);

/// What is not the same in a document before a decision and after it. That the last link of
/// each chain has the document's new date is told once, as the document's date.
pub fn changes(before: &StoredDocument, after: &StoredDocument) -> Vec<ChangeView> {
    let mut changes = Vec::new();
    let document = after.document.id.to_string();
    let dates = [before, after].map(|stored| {
        let date = stored.document.date.as_ref();
        time(
            date.map(|date| time_view(date, &stored.document.text))
                .as_ref(),
        )
    });
    changes.extend(change((&document, None), "date", dates));
    let [old, new] = [before, after].map(statements);
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for id in ids {
        match (old.get(id), new.get(id)) {
            (Some(old), Some(new)) => changes.extend(statement_changes(old, new)),
            (old, new) => {
                let told = |view: Option<&StatementView>| match view {
                    Some(view) => (
                        json!(view),
                        format!("{} {:?}", view.kind.name(), view.quote),
                    ),
                    None => (Value::Null, "not read".to_owned()),
                };
                let at = (document.as_str(), Some(id.as_str()));
                changes.extend(change(at, "statement", [told(old), told(new)]));
            }
        }
    }
    changes
}

fn statements(stored: &StoredDocument) -> BTreeMap<String, StatementView> {
    let views = stored.reading.iter().flat_map(|reading| {
        let own = reading.statements.iter();
        own.map(|statement| statement_view(&stored.document, reading, statement))
    });
    views.map(|view| (view.id.clone(), view)).collect()
}

fn statement_changes(old: &StatementView, new: &StatementView) -> Vec<ChangeView> {
    let at = (new.document.as_str(), Some(new.id.as_str()));
    let both = |told: &dyn Fn(&StatementView) -> Told| [told(old), told(new)];
    let fields: [(&'static str, [Told; 2]); 4] = [
        ("time", both(&|view| time(view.time.as_ref()))),
        ("participants", both(&participants)),
        ("place", both(&place)),
        ("chain", both(&chain)),
    ];
    let mut changes: Vec<ChangeView> = Vec::new();
    for (field, told) in fields {
        changes.extend(change(at, field, told));
    }
    for change in &mut changes {
        if change.field == "participants" {
            change.in_words = exchanged(old, new).unwrap_or(std::mem::take(&mut change.in_words));
        }
        let names = new.participants.iter().map(|own| own.name.as_str());
        let names: Vec<&str> = names.collect();
        let of = format!("{} {}", new.kind.name(), names.join(", "));
        change.in_words = format!("{of}: {} {}", change.field, change.in_words);
    }
    changes
}

/// Only those participants that are not the same, where it is clear which became which.
fn exchanged(old: &StatementView, new: &StatementView) -> Option<String> {
    let (old, new) = (&old.participants, &new.participants);
    if old.len() != new.len() {
        return None;
    }
    let pairs = old.iter().zip(new);
    let other = pairs.filter(|(old, new)| (&old.name, &old.entity) != (&new.name, &new.entity));
    let words = other.map(|(old, new)| {
        let same = old.entity == new.entity;
        let told = |own: &ParticipantView| match (&own.entity, same) {
            (Some(id), false) => named(&own.name, Some(id)),
            (None, false) => format!("{} (no entity)", own.name),
            _ => own.name.clone(),
        };
        format!("{} → {}", told(old), told(new))
    });
    Some(words.collect::<Vec<_>>().join(", "))
}

fn change(
    (document, statement): (&str, Option<&str>),
    field: &'static str,
    [before, after]: [Told; 2],
) -> Option<ChangeView> {
    (before.0 != after.0).then(|| ChangeView {
        document: document.to_owned(),
        statement: statement.map(str::to_owned),
        field,
        in_words: format!("{} → {}", before.1, after.1),
        before: before.0,
        after: after.0,
    })
}

fn time(time: Option<&TimeView>) -> Told {
    match time {
        Some(time) => (json!(time), time.in_words()),
        None => (Value::Null, "not known".to_owned()),
    }
}

fn participants(view: &StatementView) -> Told {
    let one = |own: &ParticipantView| named(&own.name, own.entity.as_deref());
    let words: Vec<String> = view.participants.iter().map(one).collect();
    (json!(view.participants), words.join(", "))
}

fn place(view: &StatementView) -> Told {
    match &view.place {
        Some(place) => (json!(place), named(&place.name, place.entity.as_deref())),
        None => (Value::Null, "not known".to_owned()),
    }
}

fn chain(view: &StatementView) -> Told {
    let mut links = view.chain.clone();
    if let Some(last) = links.last_mut() {
        last.time = None;
    }
    let link = |link: &crate::LinkView| {
        let speaker = link.speaker.as_ref();
        let speaker = speaker.map_or("not known who".to_owned(), |speaker| {
            named(&speaker.name, speaker.entity.as_deref())
        });
        let hearer = link.hearer.as_ref().map_or(String::new(), |hearer| {
            format!(" to {}", named(&hearer.name, hearer.entity.as_deref()))
        });
        let when = link
            .time
            .as_ref()
            .map_or(String::new(), |time| format!(", {}", time.in_words()));
        format!("{speaker}{hearer}{when}")
    };
    let words: Vec<String> = links.iter().map(link).collect();
    (json!(links), words.join(" | "))
}

/// A name with the start of its entity's id: two may be called alike.
fn named(name: &str, entity: Option<&str>) -> String {
    match entity.and_then(|id| id.get(..10)) {
        Some(id) => format!("{name} ({id})"),
        None => name.to_owned(),
    }
}
