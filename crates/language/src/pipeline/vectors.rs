//! Word vectors that a pipeline was trained with: a row for each of many spellings.

use super::error::LoadError;
use super::packed::{Array, get, text, unpack};
use rmpv::Value;
use rustc_hash::FxHashMap;

/// Vectors by the number of a spelling.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    rows: FxHashMap<u64, u32>,
    pub(crate) table: Array,
}

impl Vectors {
    /// Reads `vectors`, `key2row` and `vectors.cfg` of a pipeline's `vocab`.
    pub(crate) fn read(table: &[u8], rows: &[u8], mode: &[u8]) -> Result<Vectors, LoadError> {
        let mode: serde_json::Value = serde_json::from_slice(mode).unwrap_or_default();
        let mode = mode.get("mode").and_then(serde_json::Value::as_str);
        if mode.is_some_and(|mode| mode != "default") {
            let message =
                "only vectors by spelling are run, not floret's; use a pipeline with those";
            return Err(LoadError::new("vocab/vectors", message));
        }
        let table = Array::of_npy(table, "vocab/vectors")?;
        let count = table.shape.first().copied().unwrap_or(0);
        let rows = unpack(rows, "vocab/key2row")?;
        let pairs = rows.as_map().into_iter().flatten();
        let rows: FxHashMap<u64, u32> = pairs
            .filter_map(|(key, row)| Some((key.as_u64()?, row.as_u64()? as u32)))
            .filter(|(_, row)| (*row as usize) < count)
            .collect();
        Ok(Vectors { rows, table })
    }

    /// Frees the vectors; where their rows lie is kept.
    pub(crate) fn forget_table(&mut self) {
        self.table = Array::default();
    }

    /// The row of a spelling.
    pub(crate) fn row(&self, spelling: u64) -> Option<usize> {
        self.rows.get(&spelling).map(|row| *row as usize)
    }
}

/// A table of a pipeline's `lookups.bin`: values by the number of a word.
#[derive(Debug, Default)]
pub(crate) struct Lookups(Option<Value>);

impl Lookups {
    pub(crate) fn read(bytes: &[u8], part: &str) -> Result<Lookups, LoadError> {
        Ok(Lookups(Some(unpack(bytes, part)?)))
    }

    /// The entries of a table; none where there is no such table.
    pub(crate) fn table(&self, name: &str) -> impl Iterator<Item = (u64, &Value)> {
        let table = self.0.as_ref().and_then(|tables| get(tables, name));
        let entries = table.and_then(Value::as_map).into_iter().flatten();
        entries.filter_map(|(key, value)| Some((key.as_u64()?, value)))
    }

    /// A table whose values are strings.
    pub(crate) fn words(&self, name: &str) -> FxHashMap<u64, Box<str>> {
        self.table(name)
            .filter_map(|(key, value)| Some((key, Box::from(text(value)?))))
            .collect()
    }
}
