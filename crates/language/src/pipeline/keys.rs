//! Rows of vectors by the number of a spelling, in four bytes and a quarter a spelling.
//!
//! A Bloomier filter (Chazelle and others 2004): three cells of a table, chosen by hash, added bit
//! by bit give the row and a fingerprint. A number that was not among those built from finds a
//! wrong fingerprint, but for one in 131,072.

use serde::{Deserialize, Serialize};

/// Bits of a value that are the row; the others are the fingerprint.
const ROW_BITS: u32 = 15;

/// So many cells for a hundred keys: fewer, and building fails.
const CELLS_PERCENT: usize = 124;

/// The seeds of fingerprints are so far from those of cells.
const APART: u64 = 1 << 32;

/// Attempts to build, each with other hashes.
const ATTEMPTS: u64 = 64;

/// Rows by number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Keys {
    seed: u64,
    #[serde(with = "super::short::bytes")]
    cells: Vec<u8>,
}

/// A key while the table is built: where it lies and what it must give.
#[derive(Debug, Clone, Copy)]
struct Entry {
    cells: [u32; 3],
    value: u32,
}

impl Keys {
    /// Builds the table; the keys are each there once. `None` where a row does not fit.
    pub(crate) fn build(rows: &[(u64, u32)]) -> Option<Keys> {
        if rows.iter().any(|(_, row)| row >> ROW_BITS != 0) {
            return None;
        }
        let third = (rows.len() * CELLS_PERCENT / 300 + 8) as u32;
        (0..ATTEMPTS).find_map(|seed| {
            let entries = rows.iter().map(|(key, row)| Entry {
                cells: places(*key, seed, third),
                value: value(*key, seed, *row),
            });
            let cells = peel(&entries.collect::<Vec<_>>(), 3 * third as usize)?;
            let cells = cells.into_iter().flat_map(u32::to_le_bytes).collect();
            Some(Keys { seed, cells })
        })
    }

    /// The row of a key; of another key seldom, by chance, a row too.
    pub(crate) fn row(&self, key: u64) -> Option<u32> {
        let cells = self.cells.as_chunks::<4>().0;
        let third = (cells.len() / 3) as u32;
        if third == 0 {
            return None;
        }
        let places = places(key, self.seed, third);
        let cells = places.map(|place| u32::from_le_bytes(cells[place as usize]));
        let found = cells.into_iter().fold(0, |all, cell| all ^ cell);
        let row = found & ((1 << ROW_BITS) - 1);
        (found == value(key, self.seed, row)).then_some(row)
    }
}

/// Three cells, one in each third.
fn places(key: u64, seed: u64, third: u32) -> [u32; 3] {
    [0, 1, 2].map(|part: u32| {
        let hash = mixed(key, seed * 3 + u64::from(part)) >> 32;
        part * third + ((hash * u64::from(third)) >> 32) as u32
    })
}

fn value(key: u64, seed: u64, row: u32) -> u32 {
    (mixed(key, seed + APART) as u32) << ROW_BITS | row
}

/// Steele and others' SplitMix64 (2014), from the key and a seed.
fn mixed(key: u64, seed: u64) -> u64 {
    let mut bits = key ^ seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

/// Takes away keys that alone have a cell until none is left, then sets cells the other way.
fn peel(entries: &[Entry], cell_count: usize) -> Option<Vec<u32>> {
    let mut counts = vec![0_u32; cell_count];
    // The keys of a cell, added bit by bit: of one key that is its index.
    let mut indexes = vec![0_u32; cell_count];
    for (index, entry) in entries.iter().enumerate() {
        for cell in entry.cells {
            counts[cell as usize] += 1;
            indexes[cell as usize] ^= index as u32;
        }
    }
    let alone = |counts: &[u32], cell: usize| counts[cell] == 1;
    let mut waiting: Vec<usize> = (0..cell_count)
        .filter(|cell| alone(&counts, *cell))
        .collect();
    let mut order: Vec<(u32, usize)> = Vec::with_capacity(entries.len());
    while let Some(cell) = waiting.pop() {
        if !alone(&counts, cell) {
            continue;
        }
        let index = indexes[cell];
        order.push((index, cell));
        for other in entries[index as usize].cells {
            let other = other as usize;
            counts[other] -= 1;
            indexes[other] ^= index;
            if alone(&counts, other) {
                waiting.push(other);
            }
        }
    }
    if order.len() != entries.len() {
        return None;
    }
    let mut cells = vec![0_u32; cell_count];
    for (index, own) in order.into_iter().rev() {
        let entry = entries[index as usize];
        let all = entry
            .cells
            .iter()
            .fold(entry.value, |all, cell| all ^ cells[*cell as usize]);
        // Its own cell is still zero.
        cells[own] = all;
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_finds_its_row_and_others_hardly_ever_one() {
        let rows: Vec<(u64, u32)> = (0..20_000)
            .map(|key| (mixed(key, 99), key as u32))
            .collect();
        let keys = Keys::build(&rows).unwrap();
        for (key, row) in &rows {
            assert_eq!(keys.row(*key), Some(*row));
        }
        let others = (0..100_000).filter(|key| keys.row(mixed(*key, 100)).is_some());
        assert!(others.count() < 10);
    }

    #[test]
    fn few_keys_and_none_do() {
        assert_eq!(Keys::default().row(7), None);
        assert_eq!(Keys::build(&[]).unwrap().row(7), None);
        assert_eq!(Keys::build(&[(7, 3)]).unwrap().row(7), Some(3));
        assert!(Keys::build(&[(7, 1 << 15)]).is_none());
    }
}
