//! Numbered migrations: each runs once, in order, in one transaction.

use crate::{Error, ErrorKind};
use rusqlite::Connection;

const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_record.sql"),
    include_str!("migrations/0002_origins.sql"),
    include_str!("migrations/0003_decision.sql"),
];

/// Brings a database to the newest version; a newer one than we know is refused.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let version = version as usize;
    if version > MIGRATIONS.len() {
        let message = format!(
            "the record has version {version}; this program knows {}: use a newer one",
            MIGRATIONS.len()
        );
        return Err(Error::new(ErrorKind::Foreign, message));
    }
    for (index, migration) in MIGRATIONS.iter().enumerate().skip(version) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", index as u32 + 1)?;
        transaction.commit()?;
    }
    Ok(())
}
