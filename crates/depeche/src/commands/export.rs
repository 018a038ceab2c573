//! `depeche export --as F`: the record whole, in a form that others read.

use crate::output::Outcome;
use crate::session::Session;
use clap::{Args, ValueEnum};
use depeche_store::Store;
use depeche_view::{decision_view, document_view, entity_view, events_of_group, statement_view};
use serde::Serialize;

/// The whole record in a form that others read, the same bytes for the same files
///
/// jsonl: one object a line with "record", sorted by record and id: decisions, documents, entities,
/// events, statements.
///
/// Example: depeche export --as jsonl > record.jsonl
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The form
    #[arg(long = "as", value_name = "FORM")]
    form: Form,
}

/// The forms that there are.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// One JSON object a line
    Jsonl,
}

/// A line of the export.
#[derive(Serialize)]
struct Line<'a, T> {
    record: &'a str,
    #[serde(flatten)]
    value: T,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let Form::Jsonl = arguments.form;
    let store = session.archive()?.store()?;
    decisions(&store, session)?;
    documents(&store, session)?;
    entities(&store, session)?;
    store.events::<anyhow::Error>(&mut |group| {
        for event in events_of_group(&store, group)? {
            session.output.json(&Line {
                record: "event",
                value: event,
            })?;
        }
        Ok(())
    })?;
    statements(&store, session)?;
    Ok(Outcome::Done)
}

fn decisions(store: &Store, session: &mut Session) -> anyhow::Result<()> {
    for decision in store.decisions()? {
        session.output.json(&Line {
            record: "decision",
            value: decision_view(&decision),
        })?;
    }
    Ok(())
}

fn documents(store: &Store, session: &mut Session) -> anyhow::Result<()> {
    store.document_keys::<anyhow::Error>(&mut |key| {
        let Some(stored) = store.document(key)? else {
            return Ok(());
        };
        session.output.json(&Line {
            record: "document",
            value: document_view(&stored),
        })
    })
}

fn entities(store: &Store, session: &mut Session) -> anyhow::Result<()> {
    store.entities::<anyhow::Error>(&mut |(id, documents)| {
        if let Some(entity) = entity_view(store, id, &documents)? {
            session.output.json(&Line {
                record: "entity",
                value: entity,
            })?;
        }
        Ok(())
    })
}

fn statements(store: &Store, session: &mut Session) -> anyhow::Result<()> {
    store.statements::<anyhow::Error>(&mut |row| {
        let Some(stored) = store.document(row.document)? else {
            return Ok(());
        };
        let Some(reading) = &stored.reading else {
            return Ok(());
        };
        let found = reading
            .statements
            .iter()
            .filter(|found| found.id.0 == row.statement);
        for statement in found {
            let value = statement_view(&stored.document, reading, statement);
            session.output.json(&Line {
                record: "statement",
                value,
            })?;
        }
        Ok(())
    })
}
