//! What the index is told of a document and of the statements read out of it.

use crate::Error;
use depeche_annotate::EntityKind;
use depeche_document::Document;
use depeche_index::{DocumentEntry, Field, StatementEntry, Writer};
use depeche_statement::{ParticipantRole, Reading, Statement};
use depeche_time::TimeExpression;

/// A document of the record as the index takes it.
pub(crate) struct Indexed<'a> {
    pub(crate) document: &'a Document,
    pub(crate) reading: Option<&'a Reading>,
    pub(crate) locator: &'a str,
    /// Whether the index may hold an older form of it.
    pub(crate) again: bool,
}

/// Puts a document and its statements into the index.
pub(crate) fn index_document(writer: &mut Writer, indexed: &Indexed<'_>) -> Result<(), Error> {
    let document = indexed.document;
    let key = document.id.key();
    if indexed.again {
        writer.delete_document(key);
    }
    let fields = document_fields(indexed);
    let fields: Vec<(Field, &str)> = fields
        .iter()
        .map(|(field, value)| (*field, value.as_str()))
        .collect();
    writer.add_document(&DocumentEntry {
        key,
        text: &document.text,
        title: document.title.as_deref(),
        date: document.date.as_ref().and_then(days),
        fields: &fields,
    })?;
    let Some(reading) = indexed.reading else {
        return Ok(());
    };
    for statement in &reading.statements {
        index_statement(writer, indexed, reading, statement)?;
    }
    Ok(())
}

fn document_fields(indexed: &Indexed<'_>) -> Vec<(Field, String)> {
    let document = indexed.document;
    let mut fields = head_fields(indexed);
    let mut own = |field: Field, value: &str| fields.push((field, value.to_owned()));
    for field in &document.fields {
        // What stands in a document's head under a name of ours; the rest is in its words.
        match Field::named(&field.name) {
            Some(Field::Text | Field::Title | Field::Kind | Field::File | Field::Type) | None => {}
            Some(known) => own(known, &field.value),
        }
    }
    for problem in &document.problems {
        own(Field::Problem, &problem.code);
    }
    for entity in indexed.reading.iter().flat_map(|reading| &reading.entities) {
        let Some(field) = kind_field(entity.kind) else {
            continue;
        };
        own(field, &entity.name);
        for alias in &entity.aliases {
            own(field, alias);
        }
    }
    fields
}

fn head_fields(indexed: &Indexed<'_>) -> Vec<(Field, String)> {
    let kind = format!("{:?}", indexed.document.kind).to_lowercase();
    let mut fields = vec![
        (Field::Kind, kind),
        (Field::File, indexed.locator.to_owned()),
    ];
    fields.extend(
        indexed
            .document
            .language
            .clone()
            .map(|language| (Field::Lang, language)),
    );
    fields
}

fn kind_field(kind: EntityKind) -> Option<Field> {
    match kind {
        EntityKind::Person => Some(Field::Person),
        EntityKind::Place | EntityKind::Facility => Some(Field::Place),
        EntityKind::Organization | EntityKind::Group => Some(Field::Body),
        EntityKind::Event | EntityKind::Document => None,
    }
}

fn index_statement(
    writer: &mut Writer,
    indexed: &Indexed<'_>,
    reading: &Reading,
    statement: &Statement,
) -> Result<(), Error> {
    let document = indexed.document;
    let mut fields = head_fields(indexed);
    let mut own = |field: Field, value: &str| fields.push((field, value.to_owned()));
    own(Field::Type, statement.kind.name());
    own(
        Field::Modality,
        &format!("{:?}", statement.modality).to_lowercase(),
    );
    own(
        Field::Polarity,
        &format!("{:?}", statement.polarity).to_lowercase(),
    );
    for participant in &statement.participants {
        let party = &participant.party;
        let entity = party
            .entity
            .and_then(|index| reading.entities.get(index as usize));
        let field = entity.and_then(|entity| kind_field(entity.kind));
        // What is not known as an entity is looked for among people.
        let field = field.unwrap_or(Field::Person);
        own(field, &party.name);
        for alias in entity.iter().flat_map(|entity| &entity.aliases) {
            own(field, alias);
        }
        match participant.role {
            ParticipantRole::Actor => own(Field::From, &party.name),
            ParticipantRole::Recipient => own(Field::To, &party.name),
            _ => {}
        }
    }
    if let Some(place) = &statement.place {
        own(Field::Place, &place.name);
    }
    for telling in &statement.chain {
        for teller in telling.speaker.iter().chain(&telling.by) {
            own(Field::By, &teller.name);
        }
        if let Some(hearer) = &telling.hearer {
            own(Field::Told, &hearer.name);
        }
    }
    let fields: Vec<(Field, &str)> = fields
        .iter()
        .map(|(field, value)| (*field, value.as_str()))
        .collect();
    let date = statement.time.as_ref().and_then(days);
    writer.add_statement(&StatementEntry {
        key: statement.id.0,
        document: document.id.key(),
        event: reading.event_key(statement).0,
        // Undated statements come last.
        sort_day: statement
            .time
            .as_ref()
            .and_then(sort_day)
            .unwrap_or(i64::MAX),
        text: statement.span.get(&document.text).unwrap_or_default(),
        date,
        fields: &fields,
    })?;
    Ok(())
}

/// Days since 1970-01-01; an open side reaches as far as the index counts.
fn days(time: &TimeExpression) -> Option<(i32, i32)> {
    if time.earliest.is_none() && time.latest.is_none() {
        return None;
    }
    let earliest = time.earliest.map_or(i32::MIN, |day| day.number());
    Some((earliest, time.latest.map_or(i32::MAX, |day| day.number())))
}

fn sort_day(time: &TimeExpression) -> Option<i64> {
    time.earliest
        .or(time.latest)
        .map(|day| i64::from(day.number()))
}
