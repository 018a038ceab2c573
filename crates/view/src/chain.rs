//! The page of one statement: who told whom, origin first, and in how many documents.

use crate::{
    DocumentView, EventView, StatementView, document_view, events_of_group, statement_view,
};
use depeche_store::{Error, Store};
use serde::Serialize;

/// One statement with its document and the event that it tells of.
#[derive(Debug, Clone, Serialize)]
pub struct ChainPage {
    /// The statement.
    pub statement: StatementView,
    /// The document that it was read in.
    pub document: DocumentView,
    /// The event, with every statement joined to it.
    pub event: Option<EventView>,
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
    Ok(Some(ChainPage {
        statement: view,
        document: document_view(&stored),
        event,
    }))
}
