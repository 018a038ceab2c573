//! Reading the record.

use crate::decision::load_effects;
use crate::packed::{unpack, unpack_text};
use crate::row::{FileRow, FileState, ItemRow, StateCount, StatementRow, StoredDocument};
use crate::{Effects, Error, migration};
use depeche_document::{Document, DocumentId};
use depeche_source::ItemId;
use depeche_statement::Reading;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::path::Path;

/// The open record. One process writes at a time, many may read.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) effects: Effects,
}

/// An entity and the documents that it is mentioned in, by key.
pub type EntityDocuments = (u64, Vec<u64>);

const DOCUMENT: &str = "SELECT document.key, document.text, document.head, document.reading, \
     (SELECT min(locator) FROM file WHERE file.item = document.item), \
     (SELECT media_type FROM item WHERE item.id = document.item) FROM document";

impl Store {
    pub(crate) fn open(path: &Path) -> Result<Store, Error> {
        let mut connection = Connection::open(path)?;
        // Rows of a few kilobytes fill pages of 32 KiB better than those of 4.
        connection.pragma_update(None, "page_size", 32768)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "cache_size", -65536)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        connection.set_prepared_statement_cache_capacity(64);
        migration::migrate(&mut connection)?;
        let effects = load_effects(&connection)?;
        Ok(Store {
            connection,
            effects,
        })
    }

    /// The count of the newest change; the index's watermark follows it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn newest_change(&self) -> Result<u64, Error> {
        let sql = "SELECT max(ifnull((SELECT max(change) FROM document), 0), \
                   ifnull((SELECT max(change) FROM removal), 0))";
        Ok(self
            .connection
            .query_row(sql, [], |row| row.get::<_, i64>(0))? as u64)
    }

    /// The file found at `locator`.
    ///
    /// # Errors
    /// When the database fails or the row does not read back.
    pub fn file(&self, locator: &str) -> Result<Option<FileRow>, Error> {
        let sql = "SELECT locator, item, stamp, state, problems, missing, version FROM file \
                   WHERE locator = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement
            .query_row([locator], |row| Ok(file_row(row)))
            .optional()?;
        found.transpose()
    }

    /// A file that holds this item and was read by this version of the readers.
    ///
    /// # Errors
    /// When the database fails or the row does not read back.
    pub fn file_of_item(&self, item: ItemId, version: u32) -> Result<Option<FileRow>, Error> {
        let sql = "SELECT locator, item, stamp, state, problems, missing, version FROM file \
                   WHERE item = ?1 AND version = ?2 ORDER BY locator LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let values = params![item.0.as_slice(), version];
        let found = statement
            .query_row(values, |row| Ok(file_row(row)))
            .optional()?;
        found.transpose()
    }

    /// Every file, by locator, handed to `visit` one at a time; only those whose locator starts
    /// with `prefix`.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn files<E: From<Error>>(
        &self,
        prefix: &str,
        visit: &mut dyn FnMut(FileRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT locator, item, stamp, state, problems, missing, version FROM file \
                   WHERE locator >= ?1 AND locator < ?1 || char(1114111) ORDER BY locator";
        let mut statement = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([prefix]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            visit(file_row(row)?)?;
        }
        Ok(())
    }

    /// How many files are in each state, every state named once.
    ///
    /// # Errors
    /// When the database fails.
    pub fn state_counts(&self) -> Result<Vec<StateCount>, Error> {
        let sql = "SELECT count(*) FROM file WHERE state = ?1";
        let mut statement = self.connection.prepare(sql)?;
        let mut count = |state: FileState| -> Result<StateCount, Error> {
            let file_count: i64 = statement.query_row([state.code()], |row| row.get(0))?;
            Ok(StateCount {
                state,
                file_count: file_count as u64,
            })
        };
        FileState::ALL.into_iter().map(&mut count).collect()
    }

    /// The item, as recorded.
    ///
    /// # Errors
    /// When the database fails.
    pub fn item(&self, id: ItemId) -> Result<Option<ItemRow>, Error> {
        let sql = "SELECT media_type, size_bytes, kept_bytes FROM item WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let item = statement.query_row([id.0.as_slice()], |row| {
            Ok(ItemRow {
                id,
                media_type: row.get(0)?,
                size_bytes: row.get::<_, i64>(1)? as u64,
                kept_bytes: row.get::<_, Option<i64>>(2)?.map(|size| size as u64),
            })
        });
        Ok(item.optional()?)
    }

    /// The ids of the documents made from an item, in its order.
    ///
    /// # Errors
    /// When the database fails or a row does not read back.
    pub fn documents_of(&self, item: ItemId) -> Result<Vec<DocumentId>, Error> {
        let sql = "SELECT head FROM document WHERE item = ?1 ORDER BY row";
        let mut statement = self.connection.prepare_cached(sql)?;
        let heads = statement.query_map([item.0.as_slice()], |row| row.get::<_, Vec<u8>>(0))?;
        heads
            .map(|head| unpack::<Document>("a document's head", &head?).map(|head| head.id))
            .collect()
    }

    /// The document of this key, with the decisions in force laid over it.
    ///
    /// # Errors
    /// When the database fails or the row does not read back.
    pub fn document(&self, key: u64) -> Result<Option<StoredDocument>, Error> {
        let mut found = self.as_read(key)?;
        if let Some(stored) = &mut found {
            self.effects.lay_over(stored);
        }
        Ok(found)
    }

    /// The document of this key as it was read, without any decision but the date that it was
    /// read with.
    ///
    /// # Errors
    /// When the database fails or the row does not read back.
    pub fn as_read(&self, key: u64) -> Result<Option<StoredDocument>, Error> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{DOCUMENT} WHERE key = ?1"))?;
        let found = statement
            .query_row([key as i64], |row| Ok(stored_document(row)))
            .optional()?;
        found.transpose()
    }

    /// The text of the document of this key.
    ///
    /// # Errors
    /// When the database fails or the text does not read back.
    pub fn text(&self, key: u64) -> Result<Option<String>, Error> {
        let sql = "SELECT text FROM document WHERE key = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement
            .query_row([key as i64], |row| row.get::<_, Vec<u8>>(0))
            .optional()?;
        found
            .map(|text| unpack_text("a document's text", &text))
            .transpose()
    }

    /// What was read out of the document of this key, with the decisions in force laid over it.
    ///
    /// # Errors
    /// When the database fails or the reading does not read back.
    pub fn reading(&self, key: u64) -> Result<Option<Reading>, Error> {
        let sql = "SELECT reading FROM document WHERE key = ?1 AND reading IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement
            .query_row([key as i64], |row| row.get::<_, Vec<u8>>(0))
            .optional()?;
        let Some(packed) = found else {
            return Ok(None);
        };
        let mut reading = unpack("a document's reading", &packed)?;
        self.decide_reading(key, &mut reading)?;
        Ok(Some(reading))
    }

    /// Keys of the documents whose id starts with these hexadecimal digits, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn documents_starting(&self, digits: &str, limit: usize) -> Result<Vec<u64>, Error> {
        let sql = "SELECT key FROM document WHERE key BETWEEN ?1 AND ?2 LIMIT ?3";
        self.keys_starting(sql, digits, limit)
    }

    /// Ids of the statements whose id starts with these hexadecimal digits, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn statements_starting(&self, digits: &str, limit: usize) -> Result<Vec<u64>, Error> {
        let sql = "SELECT id FROM statement WHERE id BETWEEN ?1 AND ?2 LIMIT ?3";
        self.keys_starting(sql, digits, limit)
    }

    pub(crate) fn keys_starting(
        &self,
        sql: &str,
        digits: &str,
        limit: usize,
    ) -> Result<Vec<u64>, Error> {
        let digits = &digits[..digits.len().min(16)];
        let Ok(low) = u64::from_str_radix(&format!("{digits:0<16}"), 16) else {
            return Ok(Vec::new());
        };
        let high = u64::from_str_radix(&format!("{digits:f<16}"), 16).unwrap_or(low);
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut keys = Vec::new();
        // Keys are stored signed: a range over the sign bit is two ranges.
        let halves = match (low as i64, high as i64) {
            (low, high) if low <= high => vec![(low, high)],
            (low, high) => vec![(low, i64::MAX), (i64::MIN, high)],
        };
        for (low, high) in halves {
            let rows = statement.query_map(params![low, high, limit as i64], |row| row.get(0))?;
            for key in rows {
                keys.push(key.map(|key: i64| key as u64)?);
            }
        }
        keys.truncate(limit);
        Ok(keys)
    }

    /// Where a statement stands.
    ///
    /// # Errors
    /// When the database fails.
    pub fn statement(&self, id: u64) -> Result<Option<StatementRow>, Error> {
        let sql = "SELECT id, document, event FROM statement WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([id as i64], statement_row).optional()?)
    }

    /// The statements that may tell of one event, by id.
    ///
    /// # Errors
    /// When the database fails.
    pub fn statements_of_event(&self, event: u64) -> Result<Vec<StatementRow>, Error> {
        let sql = "SELECT id, document, event FROM statement WHERE event = ?1 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([event as i64], statement_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every statement, by id, one at a time.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn statements<E: From<Error>>(
        &self,
        visit: &mut dyn FnMut(StatementRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT id, document, event FROM statement ORDER BY id < 0, id";
        let mut statement = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            visit(statement_row(row).map_err(Error::from)?)?;
        }
        Ok(())
    }

    /// Every event group, in order of its number, one at a time.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn events<E: From<Error>>(
        &self,
        visit: &mut dyn FnMut(u64) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self
            .connection
            .prepare("SELECT DISTINCT event FROM statement ORDER BY event < 0, event")
            .map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            visit(row.get::<_, i64>(0).map_err(Error::from)? as u64)?;
        }
        Ok(())
    }

    /// Every document key, in the order of document ids (or of writing, `by_writing`), one at a
    /// time.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn document_keys<E: From<Error>>(
        &self,
        visit: &mut dyn FnMut(u64) -> Result<(), E>,
    ) -> Result<(), E> {
        // Unsigned order of signed numbers: non-negative ones first.
        let sql = "SELECT key FROM document ORDER BY key < 0, key";
        let mut statement = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            visit(row.get::<_, i64>(0).map_err(Error::from)? as u64)?;
        }
        Ok(())
    }

    /// Every entity with the documents that mention it, by entity id, one at a time.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn entities<E: From<Error>>(
        &self,
        visit: &mut dyn FnMut(EntityDocuments) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT entity.id, document.key FROM entity \
                   JOIN document ON document.row = entity.document \
                   ORDER BY entity.id < 0, entity.id, document.key < 0, document.key";
        let mut statement = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        let mut current: Option<EntityDocuments> = None;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let id = row.get::<_, i64>(0).map_err(Error::from)? as u64;
            let key = row.get::<_, i64>(1).map_err(Error::from)? as u64;
            match &mut current {
                Some((entity, documents)) if *entity == id => documents.push(key),
                _ => {
                    if let Some(done) = current.replace((id, vec![key])) {
                        visit(done)?;
                    }
                }
            }
        }
        current.map_or(Ok(()), visit)
    }

    /// The documents that mention an entity, by key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn documents_of_entity(&self, entity: u64) -> Result<Vec<u64>, Error> {
        let sql = "SELECT document.key FROM entity JOIN document ON document.row = entity.document \
                   WHERE entity.id = ?1 ORDER BY document.key < 0, document.key";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([entity as i64], |row| row.get::<_, i64>(0))?;
        Ok(rows
            .map(|key| key.map(|key| key as u64))
            .collect::<Result<_, _>>()?)
    }

    /// What changed after the index's watermark: documents to index again (`Ok`) and keys to
    /// take out (`Err`), in order of change, one at a time, each with its count.
    ///
    /// # Errors
    /// When the database fails or `visit` does.
    pub fn changes_after<E: From<Error>>(
        &self,
        watermark: u64,
        visit: &mut dyn FnMut(Result<StoredDocument, u64>, u64) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT change, key, 0 FROM removal WHERE change > ?1 \
                   UNION ALL SELECT change, key, 1 FROM document WHERE change > ?1 \
                   ORDER BY change";
        let mut statement = self.connection.prepare(sql).map_err(Error::from)?;
        let mut rows = statement.query([watermark as i64]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let at = row.get::<_, i64>(0).map_err(Error::from)? as u64;
            let key = row.get::<_, i64>(1).map_err(Error::from)? as u64;
            let present: bool = row.get(2).map_err(Error::from)?;
            match self.document(key)? {
                Some(stored) if present => visit(Ok(stored), at)?,
                Some(_) => {}
                None => visit(Err(key), at)?,
            }
        }
        Ok(())
    }

    /// Documents, statements and bytes of text, counted.
    ///
    /// # Errors
    /// When the database fails.
    pub fn counts(&self) -> Result<[u64; 3], Error> {
        let sql = "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM statement), \
                   (SELECT ifnull(sum(text_bytes), 0) FROM document)";
        let counts = self.connection.query_row(sql, [], |row| {
            Ok([
                row.get::<_, i64>(0)? as u64,
                row.get::<_, i64>(1)? as u64,
                row.get::<_, i64>(2)? as u64,
            ])
        });
        Ok(counts?)
    }

    /// The database's own check of its pages; the lines that it complains in.
    ///
    /// # Errors
    /// When the check itself cannot run.
    pub fn page_check(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
        let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }
}

fn file_row(row: &Row<'_>) -> Result<FileRow, Error> {
    let item: Option<Vec<u8>> = row.get(1)?;
    let problems: Option<Vec<u8>> = row.get(4)?;
    Ok(FileRow {
        locator: row.get(0)?,
        item: item.and_then(|id| id.try_into().ok()).map(ItemId),
        stamp: row.get(2)?,
        state: FileState::from_code(row.get(3)?),
        problems: match problems {
            Some(packed) => unpack("a file's problems", &packed)?,
            None => Vec::new(),
        },
        missing: row.get(5)?,
        version: row.get(6)?,
    })
}

fn stored_document(row: &Row<'_>) -> Result<StoredDocument, Error> {
    let text = unpack_text(
        "a document's text",
        row.get_ref(1)?.as_blob().map_err(damaged)?,
    )?;
    let head: Document = unpack(
        "a document's head",
        row.get_ref(2)?.as_blob().map_err(damaged)?,
    )?;
    let reading: Option<Vec<u8>> = row.get(3)?;
    Ok(StoredDocument {
        key: row.get::<_, i64>(0)? as u64,
        document: Document { text, ..head },
        reading: match reading {
            Some(packed) => Some(unpack("a document's reading", &packed)?),
            None => None,
        },
        locator: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        media_type: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
    })
}

fn damaged(error: rusqlite::types::FromSqlError) -> Error {
    Error::damaged("a row of the record", error)
}

fn statement_row(row: &Row<'_>) -> rusqlite::Result<StatementRow> {
    Ok(StatementRow {
        statement: row.get::<_, i64>(0)? as u64,
        document: row.get::<_, i64>(1)? as u64,
        event: row.get::<_, i64>(2)? as u64,
    })
}
