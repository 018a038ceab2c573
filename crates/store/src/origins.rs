//! How many origins an event has, kept beside its statements; counted after a change, when first
//! asked for.

use crate::{Batch, Error, Store};

impl Store {
    /// The event groups that changed since their origins were counted, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn uncounted_events(&self) -> Result<Vec<u64>, Error> {
        let sql = "SELECT DISTINCT event FROM statement WHERE origins IS NULL \
                   ORDER BY event < 0, event";
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get::<_, i64>(0))?;
        Ok(rows
            .map(|event| event.map(|event| event as u64))
            .collect::<Result<_, _>>()?)
    }

    /// Statements whose event has so many origins, both ends included, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn statements_with_origins(&self, least: u32, most: u32) -> Result<Vec<u64>, Error> {
        let sql = "SELECT id FROM statement WHERE origins BETWEEN ?1 AND ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([least, most], |row| row.get::<_, i64>(0))?;
        let mut ids: Vec<u64> = rows
            .map(|id| id.map(|id| id as u64))
            .collect::<Result<_, _>>()?;
        ids.sort_unstable();
        Ok(ids)
    }
}

impl Batch {
    /// Keeps how many origins the event of a statement has.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_origins(&mut self, statement: u64, count: u32) -> Result<(), Error> {
        let sql = "UPDATE statement SET origins = ?2 WHERE id = ?1";
        let values = (statement as i64, count);
        self.begin()?.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}
