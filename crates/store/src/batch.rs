//! Writing the record, one transaction at a time.

use crate::packed::{PackedReading, ReadingRows, pack, unpack};
use crate::row::{FileRow, ItemRow};
use crate::{Effects, Error, Packed, Store};
use depeche_document::Document;
use depeche_source::ItemId;
use depeche_statement::Reading;
use rusqlite::{OptionalExtension, params};

/// The writer of the record: opens a transaction at the first write, and another after each
/// commit. What is not committed when it goes is not there.
#[derive(Debug)]
pub struct Batch {
    store: Store,
    open: bool,
    change: i64,
}

impl Batch {
    /// Takes over a store to write through it.
    pub fn new(store: Store) -> Batch {
        Batch {
            store,
            open: false,
            change: 0,
        }
    }

    /// The record with what this batch wrote so far.
    pub fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn begin(&mut self) -> Result<&rusqlite::Connection, Error> {
        if !self.open {
            self.store.connection.execute_batch("BEGIN IMMEDIATE")?;
            self.open = true;
            self.change = self.store.newest_change()? as i64;
        }
        Ok(&self.store.connection)
    }

    /// Writes an item; one that is there already keeps its row.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_item(&mut self, item: &ItemRow) -> Result<(), Error> {
        let sql = "INSERT INTO item (id, media_type, size_bytes, kept_bytes) \
                   VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET \
                   media_type = ?2, kept_bytes = ifnull(?4, kept_bytes), replaced_by = NULL";
        let kept_bytes = item.kept_bytes.map(|size| size as i64);
        let values = params![
            item.id.0.as_slice(),
            item.media_type,
            item.size_bytes as i64,
            kept_bytes
        ];
        self.begin()?.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Writes what became of a file. Where the file held other bytes before, the old item is
    /// marked replaced, unless another file still holds it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_file(&mut self, file: &FileRow) -> Result<(), Error> {
        let connection = self.begin()?;
        let old = item_at(connection, &file.locator)?;
        let sql = "INSERT OR REPLACE INTO file \
                   (locator, item, stamp, state, problems, missing, version) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let item = file.item.as_ref().map(|item| item.0.as_slice());
        let problems = (!file.problems.is_empty()).then(|| pack(&file.problems));
        connection.prepare_cached(sql)?.execute(params![
            file.locator,
            item,
            file.stamp,
            file.state.code(),
            problems,
            file.missing,
            file.version
        ])?;
        if let (Some(old), Some(new)) = (old, file.item)
            && old != new
        {
            let sql = "UPDATE item SET replaced_by = ?2 WHERE id = ?1 \
                       AND NOT EXISTS (SELECT 1 FROM file WHERE file.item = ?1)";
            let ids = [old.0.as_slice(), new.0.as_slice()];
            connection.prepare_cached(sql)?.execute(ids)?;
        }
        Ok(())
    }

    /// Marks a file as gone from the disk, or as back.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_missing(&mut self, locator: &str, missing: bool) -> Result<(), Error> {
        let sql = "UPDATE file SET missing = ?2 WHERE locator = ?1";
        self.store
            .connection
            .prepare_cached(sql)?
            .execute(params![locator, missing])?;
        Ok(())
    }

    /// Writes a document, over an older reading of the same; gives whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_document(&mut self, packed: &Packed) -> Result<bool, Error> {
        self.begin()?;
        self.change += 1;
        let key = packed.document.id.key() as i64;
        let old = self.row_of(key)?;
        if let Some(row) = old {
            self.forget(row, key)?;
        }
        let sql = "INSERT OR REPLACE INTO document \
                   (row, key, item, text, text_bytes, head, reading, change) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let reading = packed.reading.as_ref();
        self.store.connection.prepare_cached(sql)?.execute(params![
            old,
            key,
            packed.document.item.0.as_slice(),
            packed.text,
            packed.text_bytes as i64,
            packed.head,
            reading.map(|reading| &reading.bytes),
            self.change
        ])?;
        let row = old.unwrap_or_else(|| self.store.connection.last_insert_rowid());
        if let Some(reading) = reading {
            let rows = self.decided_rows(&packed.document, reading)?;
            self.insert_rows((row, key), rows.as_ref().unwrap_or(&reading.rows))?;
        }
        Ok(old.is_some())
    }

    /// What the tables hold of a reading over which decisions are laid; `None` where none
    /// touches it.
    fn decided_rows(
        &self,
        document: &Document,
        packed: &PackedReading,
    ) -> Result<Option<ReadingRows>, Error> {
        let effects = self.store.effects();
        if effects.is_empty() {
            return Ok(None);
        }
        let mut reading: Reading = unpack("a document's reading", &packed.bytes)?;
        effects.lay_over_reading(document, &mut reading);
        Ok(Some(ReadingRows::of(&reading)))
    }

    fn insert_rows(&self, (row, key): (i64, i64), rows: &ReadingRows) -> Result<(), Error> {
        let mut insert = self.store.connection.prepare_cached(
            "INSERT OR REPLACE INTO statement (id, document, event) VALUES (?1, ?2, ?3)",
        )?;
        for (statement, event) in &rows.statements {
            insert.execute([*statement as i64, key, *event as i64])?;
            self.uncount("?1", *event)?;
        }
        let sql = "INSERT OR IGNORE INTO entity (id, document) VALUES (?1, ?2)";
        let mut insert = self.store.connection.prepare_cached(sql)?;
        for entity in &rows.entities {
            insert.execute([*entity as i64, row])?;
        }
        Ok(())
    }

    /// Puts a document under other decisions than those in force: its rows are made again and
    /// it counts as changed. A `reading` replaces what was read out of it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn decide_document(
        &mut self,
        key: u64,
        reading: Option<&Reading>,
        effects: &Effects,
    ) -> Result<(), Error> {
        self.begin()?;
        let Some(stored) = self.store.as_read(key)? else {
            return Ok(());
        };
        let signed = key as i64;
        let Some(row) = self.row_of(signed)? else {
            return Ok(());
        };
        self.forget(row, signed)?;
        if let Some(reading) = reading {
            let sql = "UPDATE document SET reading = ?2 WHERE row = ?1";
            self.store
                .connection
                .prepare_cached(sql)?
                .execute(params![row, pack(reading)])?;
        }
        if let Some(mut own) = reading.cloned().or(stored.reading) {
            effects.lay_over_reading(&stored.document, &mut own);
            self.insert_rows((row, signed), &ReadingRows::of(&own))?;
        }
        self.change += 1;
        let sql = "UPDATE document SET change = ?2 WHERE row = ?1";
        let values = [row, self.change];
        self.store.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Puts other decisions in force, after every document that they touch was put under them.
    pub fn take_effects(&mut self, effects: Effects) {
        self.store.effects = effects;
    }

    /// Takes out the documents of an item that a newer reading of it no longer gives; gives
    /// their keys.
    ///
    /// # Errors
    /// When the database fails.
    pub fn keep_only(&mut self, item: ItemId, keys: &[u64]) -> Result<Vec<u64>, Error> {
        self.begin()?;
        let mut gone = Vec::new();
        let sql = "SELECT row, key FROM document WHERE item = ?1";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        let rows =
            statement.query_map([item.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(i64, i64)> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        for (row, key) in rows {
            if !keys.contains(&(key as u64)) {
                gone.push(key as u64);
                self.change += 1;
                self.forget(row, key)?;
                self.store
                    .connection
                    .execute("DELETE FROM document WHERE row = ?1", [row])?;
                let removal = [self.change, key];
                self.store
                    .connection
                    .execute("INSERT INTO removal (change, key) VALUES (?1, ?2)", removal)?;
            }
        }
        Ok(gone)
    }

    fn row_of(&self, key: i64) -> Result<Option<i64>, Error> {
        let mut statement = self
            .store
            .connection
            .prepare_cached("SELECT row FROM document WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// The origins of an event are to be counted again; which, says the SQL, of a number.
    fn uncount(&self, event: &str, number: u64) -> Result<(), Error> {
        let sql = format!(
            "UPDATE statement SET origins = NULL WHERE event = {event} AND origins IS NOT NULL"
        );
        let mut update = self.store.connection.prepare_cached(&sql)?;
        update.execute([number as i64])?;
        Ok(())
    }

    /// Forgets what hangs on a document: its statements and entity rows.
    fn forget(&self, row: i64, key: i64) -> Result<(), Error> {
        let sql = "SELECT reading FROM document WHERE row = ?1 AND reading IS NOT NULL";
        let packed: Option<Vec<u8>> = self
            .store
            .connection
            .prepare_cached(sql)?
            .query_row([row], |row| row.get(0))
            .optional()?;
        let Some(packed) = packed else { return Ok(()) };
        let mut reading: Reading = unpack("a document's reading", &packed)?;
        self.store.decide_reading(key as u64, &mut reading)?;
        let rows = ReadingRows::of(&reading);
        let sql = "DELETE FROM statement WHERE id = ?1 AND document = ?2";
        let mut delete = self.store.connection.prepare_cached(sql)?;
        for (statement, _) in &rows.statements {
            self.uncount("(SELECT event FROM statement WHERE id = ?1)", *statement)?;
            delete.execute([*statement as i64, key])?;
        }
        let sql = "DELETE FROM entity WHERE id = ?1 AND document = ?2";
        let mut delete = self.store.connection.prepare_cached(sql)?;
        for entity in &rows.entities {
            delete.execute([*entity as i64, row])?;
        }
        Ok(())
    }

    /// Makes everything written since the last commit lasting; gives the count of the newest
    /// change, which the index carries as its watermark.
    ///
    /// # Errors
    /// When the disk fails; then nothing since the last commit is there.
    pub fn commit(&mut self) -> Result<u64, Error> {
        if self.open {
            self.store.connection.execute_batch("COMMIT")?;
            self.open = false;
        }
        self.store.newest_change()
    }
}

fn item_at(connection: &rusqlite::Connection, locator: &str) -> Result<Option<ItemId>, Error> {
    let mut statement = connection.prepare_cached("SELECT item FROM file WHERE locator = ?1")?;
    let found: Option<Option<Vec<u8>>> = statement
        .query_row([locator], |row| row.get(0))
        .optional()?;
    Ok(found
        .flatten()
        .and_then(|id| id.try_into().ok())
        .map(ItemId))
}
