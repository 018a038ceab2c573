//! Events: statements of one event joined, origins counted, accounts that differ side by side.

mod cluster;

use crate::origins::{Sketches, firmness, origins};
use crate::{ParticipantView, PlaceView, StatementView, TimeView, statement_view};
use cluster::cluster;
use depeche_annotate::EntityKind;
use depeche_statement::{EventType, Modality, Polarity, Reading, Sketch, Statement};
use depeche_store::{Error, Store, StoredDocument};
use serde::Serialize;
use std::collections::BTreeMap;

/// EVENT of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct EventView {
    /// `v_…`: the group that its statements are in, and which of the group's events it is.
    pub id: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// The statements joined, by id.
    pub statements: Vec<String>,
    /// Who took part, as the statement shown for all names them.
    pub participants: Vec<ParticipantView>,
    /// Where, as the first statement that says so.
    pub place: Option<PlaceView>,
    /// When, as the most exact statement says.
    pub time: Option<TimeView>,
    /// Whether any statement tells it as having happened.
    pub polarity: Polarity,
    /// The firmest that any statement tells it.
    pub modality: Modality,
    /// Where the chains start of those who tell it as the event has it; statements with one origin count
    /// once.
    pub origins: Vec<OriginView>,
    /// What the accounts disagree on.
    pub differs: Vec<DifferenceView>,
    /// First day that it can have happened on, for the timeline.
    #[serde(skip)]
    pub sort_day: Option<String>,
    /// The statement that is shown for all.
    #[serde(skip)]
    pub shown: String,
    /// Its words.
    #[serde(skip)]
    pub quote: String,
}

impl EventView {
    /// How many origins are known by name. A chain of which only the document is known may come
    /// from any of them, so it is never counted as one more.
    pub fn named_origin_count(&self) -> usize {
        let named = self
            .origins
            .iter()
            .filter(|origin| origin.speaker.is_some());
        named.count()
    }

    /// "one origin", "2 origins", "origin not named".
    pub fn origins_in_words(&self) -> String {
        match self.named_origin_count() {
            0 => "origin not named".to_owned(),
            1 => "one origin".to_owned(),
            count => format!("{count} origins"),
        }
    }
}

/// Where chains start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OriginView {
    /// Who told first; `null`: not known, only the document is.
    pub speaker: Option<String>,
    /// The document, where who told first is not known.
    pub document: Option<String>,
    /// The statements that start there.
    pub statements: Vec<String>,
}

/// What accounts disagree on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceView {
    /// `time`, `place` or `polarity`.
    pub field: &'static str,
    /// Each account with the statements that give it.
    pub accounts: Vec<AccountView>,
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountView {
    /// What it says.
    pub value: String,
    /// The statements that say so.
    pub statements: Vec<String>,
}

/// The events that the statements of one group tell of.
///
/// # Errors
/// When the record fails.
pub fn events_of_group(store: &Store, group: u64) -> Result<Vec<EventView>, Error> {
    let mut statements = Vec::new();
    let mut sketches = Sketches::new();
    let mut rows = store.statements_of_event(group)?;
    // So that each document is unpacked once.
    rows.sort_by_key(|row| (row.document, row.statement));
    let several = rows
        .windows(2)
        .any(|pair| pair[0].document != pair[1].document);
    let mut has_person = false;
    let mut last: Option<(u64, StoredDocument)> = None;
    for row in rows {
        if last.as_ref().is_none_or(|(key, _)| *key != row.document) {
            last = store
                .document(row.document)?
                .map(|stored| (row.document, stored));
            if let (true, Some((_, stored))) = (several, &last) {
                let sketch = Sketch::new(&stored.document.text);
                sketches.insert(stored.document.id.to_string(), sketch);
            }
        }
        let Some((_, stored)) = &last else {
            continue;
        };
        let Some(reading) = &stored.reading else {
            continue;
        };
        let found = reading
            .statements
            .iter()
            .find(|found| found.id.0 == row.statement);
        if let Some(found) = found {
            has_person |= person_takes_part(reading, found);
            let days = found.time.as_ref().map(|time| (time.earliest, time.latest));
            let days = days.map(|(earliest, latest)| {
                [earliest, latest].map(|day| day.map(|day| i64::from(day.number())))
            });
            statements.push((days, statement_view(&stored.document, reading, found)));
        }
    }
    statements.sort_by(|(_, left), (_, right)| left.id.cmp(&right.id));
    let is_firm = |statement: &StatementView| {
        !matches!(
            statement.modality,
            Modality::Planned | Modality::Hypothetical
        )
    };
    let events = cluster(statements, has_person, is_firm);
    let events = events.into_iter().enumerate();
    Ok(events
        .map(|(index, statements)| event(event_id(group, index), statements, &sketches))
        .collect())
}

/// Whether a person takes part.
fn person_takes_part(reading: &Reading, statement: &Statement) -> bool {
    let entities = statement.participants.iter();
    let mut entities = entities.filter_map(|one| reading.entities.get(one.party.entity? as usize));
    entities.any(|entity| entity.kind == EntityKind::Person)
}

fn event_id(group: u64, index: usize) -> String {
    match index {
        0 => format!("v_{group:016x}"),
        _ => format!("v_{group:016x}-{}", index + 1),
    }
}

fn event(id: String, mut statements: Vec<StatementView>, sketches: &Sketches) -> EventView {
    let time = statements
        .iter()
        .filter_map(|statement| statement.time.as_ref());
    let time = time.min_by_key(|time| {
        let approximate = time.edtf.as_ref().is_some_and(|edtf| edtf.ends_with('~'));
        (
            time.edtf.is_none(),
            time.earliest.is_none(),
            width(time),
            approximate,
        )
    });
    let time = time.cloned();
    let place = statements
        .iter()
        .find_map(|statement| statement.place.clone());
    let differs = differences(&statements);
    let origins = origins(&statements, sketches);
    let positive = statements
        .iter()
        .any(|statement| statement.polarity == Polarity::Positive);
    let modality = statements.iter().map(|statement| statement.modality);
    let modality = modality.min().unwrap_or(Modality::Asserted);
    let lead = lead(&statements);
    let (shown, quote) = (lead.id.clone(), lead.quote.clone());
    let (kind, participants) = (lead.kind, lead.participants.clone());
    statements.sort_by(|left, right| left.id.cmp(&right.id));
    let ids: Vec<String> = statements
        .into_iter()
        .map(|statement| statement.id)
        .collect();
    EventView {
        id,
        kind,
        statements: ids,
        participants,
        place,
        sort_day: time
            .as_ref()
            .and_then(|time| time.earliest.clone().or(time.latest.clone())),
        time,
        polarity: if positive {
            Polarity::Positive
        } else {
            Polarity::Negative
        },
        modality,
        origins,
        differs,
        shown,
        quote,
    }
}

/// The first of the firmest statements, one that is not in capitals before others.
fn lead(statements: &[StatementView]) -> &StatementView {
    let is_mixed = |one: &StatementView| one.quote.chars().any(char::is_lowercase);
    let order = |one: &&StatementView| (firmness(one), !is_mixed(one));
    statements
        .iter()
        .min_by_key(order)
        .unwrap_or(&statements[0])
}

fn width(time: &TimeView) -> usize {
    // Longer EDTF strings of one form are finer: year, month, day.
    let length = time
        .edtf
        .as_deref()
        .map_or(0, |edtf| edtf.trim_end_matches('~').len());
    usize::MAX
        - if time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/')) {
            0
        } else {
            length
        }
}

fn differences(statements: &[StatementView]) -> Vec<DifferenceView> {
    let time = |statement: &StatementView| statement.time.as_ref()?.edtf.clone();
    let place = |statement: &StatementView| Some(statement.place.as_ref()?.name.clone());
    let polarity =
        |statement: &StatementView| Some(format!("{:?}", statement.polarity).to_lowercase());
    let mut differs = Vec::new();
    type Read<'a> = &'a dyn Fn(&StatementView) -> Option<String>;
    let fields: [(&'static str, Read<'_>); 3] =
        [("time", &time), ("place", &place), ("polarity", &polarity)];
    for (field, read) in fields {
        let mut accounts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for statement in statements {
            if let Some(value) = read(statement) {
                accounts
                    .entry(value)
                    .or_default()
                    .push(statement.id.clone());
            }
        }
        let differ = match field {
            "time" => times_differ(statements),
            _ => accounts.len() > 1,
        };
        if differ {
            let view = |(value, mut statements): (String, Vec<String>)| {
                statements.sort();
                AccountView { value, statements }
            };
            differs.push(DifferenceView {
                field,
                accounts: accounts.into_iter().map(view).collect(),
            });
        }
    }
    differs
}

/// Whether two accounts give times that cannot both hold; a month and a day in it can.
fn times_differ(statements: &[StatementView]) -> bool {
    let times = statements
        .iter()
        .filter_map(|statement| statement.time.as_ref());
    let closed = times.filter_map(|time| time.earliest.as_ref().zip(time.latest.as_ref()));
    let days: Vec<_> = closed.collect();
    // All hold together where the last to begin begins before the first ends.
    let begun = days.iter().map(|(earliest, _)| day_of(earliest)).max();
    let ended = days.iter().map(|(_, latest)| day_of(latest)).min();
    begun > ended && !days.is_empty()
}

/// The day of a point in time that may have a clock time behind it.
fn day_of(point: &str) -> &str {
    point.split('T').next().unwrap_or(point)
}
