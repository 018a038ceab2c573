//! Events: statements of one event joined, origins counted, accounts that differ side by side.

mod accounts;
mod cluster;
mod namesakes;

use crate::origins::{Sketches, firmness, origins};
use crate::{JoinView, ParticipantView, PlaceView, StatementView, TimeView};
use accounts::Account;
use cluster::cluster;
use depeche_statement::{EventType, Modality, Polarity};
use depeche_store::{Error, Store};
use namesakes::Told;
use serde::Serialize;
use std::cmp::Reverse;
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
    /// People whom the accounts name less or more fully, taken for one, each with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<JoinView>,
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
    let (accounts, sketches) = accounts::accounts(store, group)?;
    let events = told_of(accounts).into_iter().enumerate();
    Ok(events
        .map(|(index, (accounts, joined))| {
            let views = accounts.into_iter().map(|account| account.view);
            let mut event = event(event_id(group, index), views.collect(), &sketches);
            event.joined = joined;
            event
        })
        .collect())
}

/// Accounts parted by the event that they tell of, each with who was taken for one.
fn told_of(accounts: Vec<Account>) -> Vec<(Vec<Account>, Vec<JoinView>)> {
    let mut of_same_people: BTreeMap<u64, Vec<Account>> = BTreeMap::new();
    for account in accounts {
        let same = of_same_people.entry(account.same_people).or_default();
        same.push(account);
    }
    let mut events: Vec<Vec<Account>> = Vec::new();
    for accounts in of_same_people.into_values() {
        let has_person = accounts.iter().any(|account| !account.people.is_empty());
        let dated = accounts.into_iter().map(|account| (account.days, account));
        events.extend(cluster(dated.collect(), has_person, Account::is_firm));
    }
    events.sort_by_key(|accounts| {
        let first = accounts.iter().filter_map(|account| account.days?[0]).min();
        let ids = accounts.iter().map(|account| account.view.id.clone());
        (first.is_none(), first, ids.min())
    });
    let told: Vec<Told> = events.iter().map(|accounts| Told::new(accounts)).collect();
    let mut joined: BTreeMap<usize, (Vec<Account>, Vec<JoinView>)> = BTreeMap::new();
    for (accounts, (first, joins)) in events.into_iter().zip(namesakes::joined(&told)) {
        let event = joined.entry(first).or_default();
        event.0.extend(accounts);
        event.1.extend(joins);
    }
    joined.into_values().collect()
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
        joined: Vec::new(),
        shown,
        quote,
    }
}

/// The first of the firmest statements; before others one that is not in capitals, then one that names
/// people most fully.
fn lead(statements: &[StatementView]) -> &StatementView {
    let is_mixed = |one: &StatementView| one.quote.chars().any(char::is_lowercase);
    let names = |one: &StatementView| -> usize {
        let known = one.participants.iter().filter(|one| one.entity.is_some());
        known.map(|one| one.name.split(' ').count()).sum()
    };
    let order = |one: &&StatementView| (firmness(one), !is_mixed(one), Reverse(names(one)));
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
