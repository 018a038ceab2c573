//! Whether a reading speaks of a visit.

use super::gold::Visit;
use depeche_document::Document;
use depeche_statement::{EventType, Polarity, Reading, Statement};
use depeche_text::fold;
use depeche_time::TimeExpression;

/// How well the best statement fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The time shares a day with the visit.
    Found,
    /// The time has no beginning or no end, or there is none.
    Open,
    /// The time is another.
    Elsewhere,
    /// Nothing is stated of the visitor.
    Missed,
}

/// A document that can speak of a visit.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// Index of the visit.
    pub(super) visit: usize,
    pub(super) fit: Fit,
    pub(super) document: String,
    /// The best statement with its words.
    pub(super) shown: String,
}

/// The best fit, and the statement with its words.
pub(super) fn search(visit: &Visit, document: &Document, reading: &Reading) -> (Fit, String) {
    let stated = reading
        .statements
        .iter()
        .filter(|statement| speaks_of(statement, visit, document));
    let best = stated
        .map(|statement| (fit(statement.time.as_ref(), visit), statement))
        .min_by_key(|(fit, _)| *fit);
    match best {
        Some((fit, statement)) => (fit, shown(statement, document)),
        None => (Fit::Missed, String::new()),
    }
}

/// A journey, meeting or call in which the visitor takes part; of one who went abroad, it names
/// the country or a city of it.
fn speaks_of(statement: &Statement, visit: &Visit, document: &Document) -> bool {
    let kind = matches!(
        statement.kind,
        EventType::Travel | EventType::Meet | EventType::Call
    );
    let surname = fold(&visit.surname);
    let is_visitor = |name: &str| {
        let name = fold(name);
        name == surname
            || name.ends_with(&format!(" {surname}"))
            || name.contains(&format!("{surname} "))
    };
    let mut participants = statement.participants.iter();
    kind && statement.polarity == Polarity::Positive
        && (visit.cities.is_empty() || is_there(statement, visit, document))
        && participants.any(|participant| is_visitor(&participant.party.name))
}

/// Whether the statement names where the visit was.
fn is_there(statement: &Statement, visit: &Visit, document: &Document) -> bool {
    let parties = statement.participants.iter();
    let parties = parties.map(|participant| participant.party.name.as_str());
    let place = statement.place.iter().map(|place| place.name.as_str());
    let words = statement.span.get(&document.text);
    let mut named = parties.chain(place).chain(words);
    named.any(|name| {
        let mut places = visit.countries.iter().chain(&visit.cities);
        places.any(|place| name.contains(place.as_str()))
    })
}

/// How the time of a statement fits a visit; a day on either side is let pass, for time zones.
pub(super) fn fit(time: Option<&TimeExpression>, visit: &Visit) -> Fit {
    let earliest = time.and_then(|time| time.earliest);
    let latest = time.and_then(|time| time.latest);
    let too_late = earliest.is_some_and(|day| day > visit.end.plus_days(1));
    let too_early = latest.is_some_and(|day| day < visit.start.plus_days(-1));
    match (too_late || too_early, earliest.and(latest)) {
        (true, _) => Fit::Elsewhere,
        (false, Some(_)) => Fit::Found,
        (false, None) => Fit::Open,
    }
}

/// The statement, and its words on one line.
fn shown(statement: &Statement, document: &Document) -> String {
    let names = statement.participants.iter();
    let names: Vec<&str> = names
        .map(|participant| participant.party.name.as_str())
        .collect();
    let time = statement
        .time
        .as_ref()
        .and_then(|time| time.edtf.as_deref());
    format!(
        "{} [{}] {} by {}\n  {}",
        statement.kind.name(),
        names.join(" + "),
        time.unwrap_or("-"),
        statement.by.rule,
        statement.span.slice(&document.text).replace('\n', "⏎")
    )
}
