//! A pipeline's lookup tables (`lookups.bin`): values by the number of a word.

use super::error::LoadError;
use super::packed::{get, text, unpack};
use rmpv::Value;
use rustc_hash::FxHashMap;

/// The tables of one `lookups.bin`.
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

    /// A table whose values are strings; of several the first.
    pub(crate) fn words(&self, name: &str) -> FxHashMap<u64, Box<str>> {
        let word = |value| {
            let first = Value::as_array(value).and_then(|values| values.first());
            text(first.unwrap_or(value)).map(Box::from)
        };
        self.table(name)
            .filter_map(|(key, value)| Some((key, word(value)?)))
            .collect()
    }
}
