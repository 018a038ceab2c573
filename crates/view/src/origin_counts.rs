//! How many named origins the events have that statements tell of: what `origins:2..` asks.

use crate::origins::named_alone;
use crate::{events_of_group, statement_view};
use depeche_store::{Error, StatementRow, Store};

/// Hands each statement of these event groups, by number, to `each` with how many named origins
/// its event has.
///
/// # Errors
/// When the record fails or `each` does.
pub fn origin_counts(
    store: &Store,
    groups: &[u64],
    each: &mut dyn FnMut(u64, u32) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut single: Vec<StatementRow> = Vec::new();
    for group in groups {
        match store.statements_of_event(*group)?.as_slice() {
            [row] => single.push(*row),
            _ => {
                for event in events_of_group(store, *group)? {
                    let count = event.named_origin_count() as u32;
                    for id in &event.statements {
                        each(number(id), count)?;
                    }
                }
            }
        }
    }
    // Most statements are alone in their group; each document is unpacked once.
    single.sort_by_key(|row| (row.document, row.statement));
    for rows in single.chunk_by(|one, other| one.document == other.document) {
        let Some(stored) = store.document(rows[0].document)? else {
            continue;
        };
        let reading = stored.reading.unwrap_or_default();
        for row in rows {
            let mut found = reading.statements.iter();
            let found = found.find(|found| found.id.0 == row.statement);
            let view = found.map(|found| statement_view(&stored.document, &reading, found));
            let named = view.is_some_and(|view| named_alone(&view));
            each(row.statement, u32::from(named))?;
        }
    }
    Ok(())
}

/// The number that a statement's id as shown stands for.
pub(crate) fn number(id: &str) -> u64 {
    u64::from_str_radix(id.trim_start_matches("s_"), 16).unwrap_or_default()
}
