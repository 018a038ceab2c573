//! Word vectors that a pipeline was trained with: a row for each of many spellings.

use super::error::LoadError;
use super::keys::Keys;
use super::packed::{Array, unpack};
use super::strings::hash_128;
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// Vectors of spellings.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    rows: Rows,
    pub(crate) table: Array,
}

/// Which rows of the table a spelling has; its vector is their mean.
#[derive(Debug)]
enum Rows {
    /// One, by the number of the spelling.
    Listed(FxHashMap<u64, u32>),
    /// The same, packed.
    Packed(Keys),
    /// Some, by the spelling's parts: any spelling has a vector.
    Hashed(Floret),
}

/// Parts of a word of several lengths, hashed to rows (fastText's method, with floret's hashes).
#[derive(Debug, Deserialize)]
struct Floret {
    minn: usize,
    maxn: usize,
    hash_count: usize,
    hash_seed: u32,
    bow: String,
    eow: String,
    #[serde(skip)]
    row_count: usize,
}

impl Default for Rows {
    fn default() -> Rows {
        Rows::Listed(FxHashMap::default())
    }
}

impl Vectors {
    /// Reads `vectors`, `key2row` and `vectors.cfg` of a pipeline's `vocab`.
    pub(crate) fn read(table: &[u8], rows: &[u8], mode: &[u8]) -> Result<Vectors, LoadError> {
        let cfg: serde_json::Value = serde_json::from_slice(mode).unwrap_or_default();
        let mode = cfg
            .get("mode")
            .and_then(serde_json::Value::as_str)
            .unwrap_or("default");
        let table = Array::of_npy(table, "vocab/vectors")?;
        let count = table.shape.first().copied().unwrap_or(0);
        let rows = match mode {
            "default" => Rows::Listed(listed(rows, count)?),
            "floret" => {
                let floret: Floret = serde_json::from_value(cfg)
                    .map_err(|error| LoadError::new("vocab/vectors.cfg", error.to_string()))?;
                let row_count = count;
                Rows::Hashed(Floret {
                    row_count,
                    ..floret
                })
            }
            other => {
                let message = format!("are of the mode {other}, which is not run");
                return Err(LoadError::new("vocab/vectors", message));
            }
        };
        Ok(Vectors { rows, table })
    }

    /// Reads the `vocab/keys` of a packed pipeline, whose encoders have the vectors.
    pub(crate) fn packed(bytes: &[u8]) -> Result<Vectors, LoadError> {
        let keys = postcard::from_bytes(bytes)
            .map_err(|error| LoadError::new("vocab/keys", format!("is damaged ({error})")))?;
        Ok(Vectors {
            rows: Rows::Packed(keys),
            table: Array::default(),
        })
    }

    /// Packs which row each spelling has; `None` where spellings are hashed, or rows too many.
    pub(crate) fn pack(&self) -> Option<Vec<u8>> {
        let Rows::Listed(rows) = &self.rows else {
            return None;
        };
        let mut rows: Vec<(u64, u32)> = rows.iter().map(|(key, row)| (*key, *row)).collect();
        rows.sort_unstable();
        postcard::to_stdvec(&Keys::build(&rows)?).ok()
    }

    /// Frees the vectors; where their rows lie is kept.
    pub(crate) fn forget_table(&mut self) {
        self.table = Array::default();
    }

    /// The rows of a spelling, and its number; none where it has no vector.
    pub(crate) fn rows(&self, spelling: &str, orth: u64) -> Vec<usize> {
        match &self.rows {
            Rows::Listed(rows) => rows
                .get(&orth)
                .map(|row| *row as usize)
                .into_iter()
                .collect(),
            Rows::Packed(keys) => keys.row(orth).map(|row| row as usize).into_iter().collect(),
            Rows::Hashed(floret) => floret.rows(spelling),
        }
    }
}

impl Floret {
    fn rows(&self, spelling: &str) -> Vec<usize> {
        if spelling.is_empty() || self.row_count == 0 {
            return Vec::new();
        }
        let whole = format!("{}{spelling}{}", self.bow, self.eow);
        let mut ends: Vec<usize> = whole.char_indices().map(|(offset, _)| offset).collect();
        ends.push(whole.len());
        let mut rows = Vec::new();
        let mut add = |part: &str| {
            let hashes = hash_128(part.as_bytes(), self.hash_seed);
            let hashes = hashes.into_iter().take(self.hash_count);
            rows.extend(hashes.map(|hash| hash as usize % self.row_count));
        };
        add(&whole);
        for length in self.minn..=self.maxn {
            let starts = ends.iter().zip(ends.iter().skip(length));
            starts.for_each(|(start, end)| add(&whole[*start..*end]));
        }
        rows
    }
}

fn listed(rows: &[u8], count: usize) -> Result<FxHashMap<u64, u32>, LoadError> {
    let rows = unpack(rows, "vocab/key2row")?;
    let pairs = rows.as_map().into_iter().flatten();
    let pairs = pairs.filter_map(|(key, row)| Some((key.as_u64()?, row.as_u64()? as u32)));
    Ok(pairs.filter(|(_, row)| (*row as usize) < count).collect())
}
