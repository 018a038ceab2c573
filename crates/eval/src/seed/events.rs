//! Event points: type, all of `who`, place, when, polarity, modality, and the told links in order.

use super::{Point, same_name, strings};
use depeche_document::Document;
use depeche_statement::{ParticipantRole, Reading, Statement, StatementId, Telling};
use depeche_text::Span;
use depeche_time::TimeExpression;
use serde_json::Value;

pub(super) fn score(
    expected: &Value,
    document: &Document,
    reading: &Reading,
) -> (Vec<Point>, Vec<StatementId>) {
    let golds = expected["events"].as_array().map_or(&[][..], Vec::as_slice);
    let scorer = Scorer::new(golds, document, reading);
    let mut used: Vec<StatementId> = Vec::new();
    let mut matched: Vec<(String, StatementId)> = Vec::new();
    let mut points = Vec::new();
    for gold in golds {
        let best = scorer.best(gold);
        if let Some((statement, _)) = &best {
            used.push(statement.id);
            matched.push((text(&gold["id"]).to_owned(), statement.id));
        }
        points.push(Point {
            group: "event",
            name: text(&gold["id"]).to_owned(),
            wrong: best.map_or(vec!["no statement".to_owned()], |(_, wrong)| wrong),
        });
    }
    // `about` names another event of the set, so it is read once all are matched.
    for (gold, point) in golds.iter().zip(&mut points) {
        let find = |id: &str| {
            matched
                .iter()
                .find(|(name, _)| name == id)
                .map(|(_, id)| *id)
        };
        let (Some(about), Some(own)) = (gold["about"].as_str(), find(text(&gold["id"]))) else {
            continue;
        };
        let statement = reading
            .statements
            .iter()
            .find(|statement| statement.id == own);
        if !statement.is_some_and(|statement| scorer.about(statement, find(about))) {
            point.wrong.push(format!("not about {about}"));
        }
    }
    (points, used)
}

struct Scorer<'a> {
    document: &'a Document,
    reading: &'a Reading,
    /// A cable's sender may be the ambassador or the embassy.
    cable_senders: Vec<&'a str>,
}

impl<'a> Scorer<'a> {
    fn new(golds: &'a [Value], document: &'a Document, reading: &'a Reading) -> Scorer<'a> {
        let links = golds
            .iter()
            .filter_map(|gold| gold["told"].as_array())
            .flatten();
        Scorer {
            document,
            reading,
            cable_senders: links
                .filter(|link| link["medium"] == "cable")
                .filter_map(|link| link["speaker"].as_str())
                .collect(),
        }
    }

    /// The statement over the quotation with the fewest things wrong.
    fn best(&self, gold: &Value) -> Option<(&'a Statement, Vec<String>)> {
        let quote = text(&gold["quote"]);
        let start = self.document.text.find(quote)?;
        let span = Span::new(start, start + quote.len());
        self.reading
            .statements
            .iter()
            .filter(|statement| span.contains(statement.trigger))
            .filter(|statement| statement.kind.name() == text(&gold["type"]))
            .map(|statement| (statement, self.wrong(gold, statement)))
            .min_by_key(|(_, wrong)| wrong.len())
    }

    fn wrong(&self, gold: &Value, statement: &Statement) -> Vec<String> {
        let mut wrong = Vec::new();
        for who in strings(&gold["who"]) {
            if !has(statement, who, None) {
                wrong.push(format!("without {who}, but with {}", names(statement)));
            }
        }
        if let Some(target) = gold["target"].as_str()
            && !has(statement, target, Some(ParticipantRole::Target))
        {
            wrong.push(format!("target is not {target}"));
        }
        if let Some(place) = gold["place"].as_str()
            && !at(statement, place)
        {
            let got = statement.place.as_ref().map(|place| place.name.as_str());
            wrong.push(format!("not at {place} but {}", got.unwrap_or("nowhere")));
        }
        if gold.get("when").is_some() && !when(gold, statement.time.as_ref()) {
            let got = statement.time.as_ref().map(time);
            wrong.push(format!("not {} but {got:?}", gold["when"]));
        }
        let polarity = format!("{:?}", statement.polarity).to_lowercase();
        let modality = format!("{:?}", statement.modality).to_lowercase();
        if polarity != gold["polarity"].as_str().unwrap_or("positive") {
            wrong.push(format!("is {polarity}"));
        }
        if modality != gold["modality"].as_str().unwrap_or("asserted") {
            wrong.push(format!("is {modality}"));
        }
        wrong.extend(self.wrong_links(gold, statement));
        wrong
    }

    fn wrong_links(&self, gold: &Value, statement: &Statement) -> Option<String> {
        let mut chain = statement.chain.iter();
        let told = gold["told"].as_array().map_or(&[][..], Vec::as_slice);
        let missing = told
            .iter()
            .find(|expected| !chain.by_ref().any(|got| self.same_link(expected, got)))?;
        let got: Vec<String> = statement.chain.iter().map(link).collect();
        Some(format!("no link {missing} in {}", got.join(" > ")))
    }

    fn same_link(&self, gold: &Value, got: &Telling) -> bool {
        let medium = format!("{:?}", got.medium).to_lowercase();
        let is_cable = gold["medium"] == "cable";
        let speakers = [&got.speaker, &got.by];
        let spoke = |name: &str| {
            let mut parties = speakers.iter().filter_map(|party| party.as_ref());
            parties.any(|party| same_name(&party.name, name))
        };
        let speaker = spoke(text(&gold["speaker"]))
            || is_cable && self.cable_senders.iter().any(|sender| spoke(sender));
        let hearer = gold["hearer"].as_str().is_none_or(|name| {
            let hearer = got.hearer.as_ref();
            hearer.is_some_and(|party| same_name(&party.name, name))
        });
        let is_when = gold.get("when").is_none() || when(gold, got.time.as_ref());
        speaker && hearer && is_when && gold["medium"].as_str().is_none_or(|word| word == medium)
    }

    /// Whether the statement points to `other`, or to another statement of the same participants.
    fn about(&self, statement: &Statement, other: Option<StatementId>) -> bool {
        let people = |id: StatementId| {
            let found = self.reading.statements.iter().find(|found| found.id == id);
            let mut names: Vec<&str> = found
                .iter()
                .flat_map(|found| &found.participants)
                .map(|participant| participant.party.name.as_str())
                .collect();
            names.sort_unstable();
            names
        };
        let mut about = statement.about.iter();
        other.is_some_and(|other| about.any(|id| *id == other || people(*id) == people(other)))
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn has(statement: &Statement, name: &str, role: Option<ParticipantRole>) -> bool {
    statement.participants.iter().any(|participant| {
        same_name(&participant.party.name, name) && role.is_none_or(|role| role == participant.role)
    })
}

fn names(statement: &Statement) -> String {
    let names: Vec<&str> = statement
        .participants
        .iter()
        .map(|participant| participant.party.name.as_str())
        .collect();
    names.join(" + ")
}

/// A journey's place is where it goes.
fn at(statement: &Statement, name: &str) -> bool {
    let place = statement.place.as_ref();
    place.is_some_and(|place| same_name(&place.name, name))
        || has(statement, name, Some(ParticipantRole::PlaceTo))
}

fn when(gold: &Value, got: Option<&TimeExpression>) -> bool {
    if let Some(edtf) = gold["when"].as_str() {
        return got.and_then(|time| time.edtf.as_deref()) == Some(edtf);
    }
    let unresolved = &gold["when_unresolved"];
    let left_open = got.and_then(|time| time.unresolved.as_ref());
    left_open.is_some_and(|open| {
        let from = serde_json::to_value(open.from).unwrap_or_default();
        open.offset == text(&unresolved["offset"]) && from == unresolved["from"]
    })
}

fn time(time: &TimeExpression) -> String {
    match (&time.edtf, &time.unresolved) {
        (Some(edtf), _) => edtf.clone(),
        (None, Some(open)) => format!("open {}", open.offset),
        (None, None) => time.value.clone(),
    }
}

/// A link on one line, for reading.
pub(super) fn link(telling: &Telling) -> String {
    let name = |party: &Option<depeche_statement::Party>| {
        party
            .as_ref()
            .map_or("?", |party| party.name.as_str())
            .to_owned()
    };
    let mut shown = name(&telling.speaker);
    if telling.by.is_some() {
        shown = format!("{shown} ({})", name(&telling.by));
    }
    if telling.hearer.is_some() {
        shown = format!("{shown} to {}", name(&telling.hearer));
    }
    let medium = format!("{:?}", telling.medium).to_lowercase();
    let when = telling.time.as_ref().map(time).unwrap_or_default();
    format!("{shown}, {medium} {when}")
}
