//! The page of one statement: who told whom, origin first, and in how many documents.

use crate::origin_counts::number;
use crate::{
    DocumentView, EventView, StatementView, document_view, events_of_group, statement_view,
};
use depeche_store::{Error, Store};
use serde::Serialize;
use std::collections::BTreeSet;

/// One statement with its document and the event that it tells of.
#[derive(Debug, Clone, Serialize)]
pub struct ChainPage {
    /// The statement.
    pub statement: StatementView,
    /// The document that it was read in.
    pub document: DocumentView,
    /// The event, with every statement joined to it.
    pub event: Option<EventView>,
    /// Where else it is told; `null` where nowhere.
    pub also_told: Option<AlsoTold>,
}

/// Where else an event is told.
#[derive(Debug, Clone, Serialize)]
pub struct AlsoTold {
    /// Documents other than the statement's own.
    pub document_count: usize,
    /// Whether all that is told goes back to the statement's own origin.
    pub one_origin: bool,
    /// The statements, by id.
    pub statements: Vec<String>,
}

/// The page of the statement with this number; `None` where there is none.
///
/// # Errors
/// When the record fails.
pub fn chain_page(store: &Store, statement: u64) -> Result<Option<ChainPage>, Error> {
    let Some(row) = store.statement(statement)? else {
        return Ok(None);
    };
    let Some(stored) = store.document(row.document)? else {
        return Ok(None);
    };
    let Some(reading) = &stored.reading else {
        return Ok(None);
    };
    let Some(found) = reading
        .statements
        .iter()
        .find(|found| found.id.0 == statement)
    else {
        return Ok(None);
    };
    let view = statement_view(&stored.document, reading, found);
    let mut events = events_of_group(store, row.event)?.into_iter();
    let event = events.find(|event| event.statements.contains(&view.id));
    let also_told = match &event {
        Some(event) => also_told(store, event, &view)?,
        None => None,
    };
    Ok(Some(ChainPage {
        also_told,
        statement: view,
        document: document_view(&stored),
        event,
    }))
}

fn also_told(
    store: &Store,
    event: &EventView,
    statement: &StatementView,
) -> Result<Option<AlsoTold>, Error> {
    let others = event.statements.iter().filter(|id| **id != statement.id);
    let others: Vec<String> = others.cloned().collect();
    if others.is_empty() {
        return Ok(None);
    }
    let mut documents = BTreeSet::new();
    let own = store
        .statement(number(&statement.id))?
        .map(|row| row.document);
    for id in &others {
        documents.extend(store.statement(number(id))?.map(|row| row.document));
    }
    let elsewhere = documents
        .into_iter()
        .filter(|document| Some(*document) != own);
    Ok(Some(AlsoTold {
        document_count: elsewhere.count(),
        one_origin: event.origins.len() == 1,
        statements: others,
    }))
}
