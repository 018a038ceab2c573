//! Writing the record, one transaction at a time.

use crate::packed::pack;
use crate::row::{FileRow, ItemRow};
use crate::{Error, Packed};
use depeche_source::ItemId;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// A transaction on the record.
#[derive(Debug)]
pub struct Batch<'a> {
    transaction: Transaction<'a>,
    change: i64,
}

impl<'a> Batch<'a> {
    pub(crate) fn begin(connection: &'a mut Connection) -> Result<Batch<'a>, Error> {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let sql = "SELECT max(ifnull((SELECT max(change) FROM document), 0), \
                   ifnull((SELECT max(change) FROM removal), 0))";
        let change = transaction.query_row(sql, [], |row| row.get(0))?;
        Ok(Batch {
            transaction,
            change,
        })
    }

    /// Writes an item; one that is there already keeps its row.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_item(&self, item: &ItemRow) -> Result<(), Error> {
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
        self.transaction.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Writes what became of a file. Where the file held other bytes before, the old item is
    /// marked replaced, unless another file still holds it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_file(&self, file: &FileRow) -> Result<(), Error> {
        let old = self.item_at(&file.locator)?;
        let sql = "INSERT OR REPLACE INTO file \
                   (locator, item, stamp, state, problems, missing, version) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let item = file.item.as_ref().map(|item| item.0.as_slice());
        let problems = (!file.problems.is_empty()).then(|| pack(&file.problems));
        self.transaction.prepare_cached(sql)?.execute(params![
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
            self.transaction.prepare_cached(sql)?.execute(ids)?;
        }
        Ok(())
    }

    fn item_at(&self, locator: &str) -> Result<Option<ItemId>, Error> {
        let mut statement = self
            .transaction
            .prepare_cached("SELECT item FROM file WHERE locator = ?1")?;
        let found: Option<Option<Vec<u8>>> = statement
            .query_row([locator], |row| row.get(0))
            .optional()?;
        Ok(found
            .flatten()
            .and_then(|id| id.try_into().ok())
            .map(ItemId))
    }

    /// Marks a file as gone from the disk, or as back.
    ///
    /// # Errors
    /// When the database fails.
    pub fn set_missing(&self, locator: &str, missing: bool) -> Result<(), Error> {
        let sql = "UPDATE file SET missing = ?2 WHERE locator = ?1";
        self.transaction
            .prepare_cached(sql)?
            .execute(params![locator, missing])?;
        Ok(())
    }

    /// Writes a document, over an older reading of the same.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_document(&mut self, packed: &Packed) -> Result<(), Error> {
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
        self.transaction.prepare_cached(sql)?.execute(params![
            old,
            key,
            packed.document.item.0.as_slice(),
            packed.text,
            packed.text_bytes as i64,
            packed.head,
            reading.map(|reading| &reading.bytes),
            self.change
        ])?;
        let row = old.unwrap_or_else(|| self.transaction.last_insert_rowid());
        let Some(reading) = reading else {
            return Ok(());
        };
        let mut insert = self.transaction.prepare_cached(
            "INSERT OR REPLACE INTO statement (id, document, event) VALUES (?1, ?2, ?3)",
        )?;
        for (statement, event) in &reading.statements {
            insert.execute([*statement as i64, key, *event as i64])?;
        }
        let sql = "INSERT OR IGNORE INTO entity (id, document) VALUES (?1, ?2)";
        let mut insert = self.transaction.prepare_cached(sql)?;
        for entity in &reading.entities {
            insert.execute([*entity as i64, row])?;
        }
        Ok(())
    }

    /// Takes out the documents of an item that a newer reading of it no longer gives.
    ///
    /// # Errors
    /// When the database fails.
    pub fn keep_only(&mut self, item: ItemId, keys: &[u64]) -> Result<(), Error> {
        let sql = "SELECT row, key FROM document WHERE item = ?1";
        let mut statement = self.transaction.prepare_cached(sql)?;
        let rows =
            statement.query_map([item.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(i64, i64)> = rows.collect::<Result<_, _>>()?;
        drop(statement);
        for (row, key) in rows {
            if !keys.contains(&(key as u64)) {
                self.change += 1;
                self.forget(row, key)?;
                self.transaction
                    .execute("DELETE FROM document WHERE row = ?1", [row])?;
                let removal = [self.change, key];
                self.transaction
                    .execute("INSERT INTO removal (change, key) VALUES (?1, ?2)", removal)?;
            }
        }
        Ok(())
    }

    fn row_of(&self, key: i64) -> Result<Option<i64>, Error> {
        let mut statement = self
            .transaction
            .prepare_cached("SELECT row FROM document WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Forgets what hangs on a document: its statements and entity rows.
    fn forget(&self, row: i64, key: i64) -> Result<(), Error> {
        let sql = "SELECT reading FROM document WHERE row = ?1 AND reading IS NOT NULL";
        let packed: Option<Vec<u8>> = self
            .transaction
            .prepare_cached(sql)?
            .query_row([row], |row| row.get(0))
            .optional()?;
        let Some(packed) = packed else { return Ok(()) };
        let reading: depeche_statement::Reading =
            crate::packed::unpack("a document's reading", &packed)?;
        let sql = "DELETE FROM statement WHERE id = ?1 AND document = ?2";
        let mut delete = self.transaction.prepare_cached(sql)?;
        for statement in &reading.statements {
            delete.execute([statement.id.0 as i64, key])?;
        }
        let sql = "DELETE FROM entity WHERE id = ?1 AND document = ?2";
        let mut delete = self.transaction.prepare_cached(sql)?;
        for entity in &reading.entities {
            delete.execute([entity.id.0 as i64, row])?;
        }
        Ok(())
    }

    /// Makes everything of the batch lasting; gives the count of the newest change, which the
    /// index carries as its watermark.
    ///
    /// # Errors
    /// When the disk fails; then nothing of the batch is there.
    pub fn commit(self) -> Result<u64, Error> {
        self.transaction.commit()?;
        Ok(self.change as u64)
    }
}
