//! Lists of statements and events, in the order of the hits that selected them.

use crate::{EventView, StatementView, events_of_group, statement_view};
use depeche_store::{Error, Store, StoredDocument};
use std::collections::BTreeSet;

/// Shows statements by number and key of document, in the order given.
///
/// # Errors
/// When the record fails.
pub fn statement_views(store: &Store, rows: &[(u64, u64)]) -> Result<Vec<StatementView>, Error> {
    let mut views = Vec::new();
    let mut last: Option<(u64, StoredDocument)> = None;
    for (statement, document) in rows {
        // Hits of one document often come together.
        if last.as_ref().is_none_or(|(key, _)| key != document) {
            last = store.document(*document)?.map(|stored| (*document, stored));
        }
        let Some((_, stored)) = &last else { continue };
        let Some(reading) = &stored.reading else {
            continue;
        };
        let found = reading
            .statements
            .iter()
            .find(|found| found.id.0 == *statement);
        views.extend(found.map(|found| statement_view(&stored.document, reading, found)));
    }
    Ok(views)
}

/// The events that statements of these groups tell of, each group once, in the order given;
/// only events that hold one of the statements.
///
/// # Errors
/// When the record fails.
pub fn event_views(store: &Store, rows: &[(u64, u64)]) -> Result<Vec<EventView>, Error> {
    let wanted: BTreeSet<String> = rows.iter().map(|(id, _)| format!("s_{id:016x}")).collect();
    let mut seen = BTreeSet::new();
    let mut views = Vec::new();
    for (_, group) in rows {
        if seen.insert(*group) {
            let events = events_of_group(store, *group)?.into_iter();
            views.extend(
                events.filter(|event| event.statements.iter().any(|id| wanted.contains(id))),
            );
        }
    }
    views.sort_by(|left, right| order(left).cmp(&order(right)));
    Ok(views)
}

/// Dated events first, by day; the others by id.
fn order(event: &EventView) -> (bool, &Option<String>, &str) {
    (event.sort_day.is_none(), &event.sort_day, &event.id)
}
