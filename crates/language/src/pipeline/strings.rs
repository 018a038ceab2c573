//! Strings as the numbers that a pipeline was trained on.
//!
//! A string is hashed by MurmurHash64A (Austin Appleby, public domain) with seed 1 over its UTF-8
//! bytes, save those in spaCy's table of symbols, which have small numbers of their own. Rows of a
//! hash embedding are chosen by MurmurHash3 (x64, 128 bits) of that number.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Names with a number of their own: `spacy.symbols` of spaCy 3.8.
const SYMBOLS: &str = include_str!("symbols.txt");

static BY_NAME: LazyLock<FxHashMap<&'static str, u64>> = LazyLock::new(|| {
    let entries = SYMBOLS.split([',', '\n']).map(str::trim);
    let pairs = entries.filter_map(|entry| entry.split_once(' '));
    pairs
        .filter_map(|(id, name)| Some((name, id.parse().ok()?)))
        .collect()
});

/// The number of a string; of none, 0.
pub(crate) fn string_id(text: &str) -> u64 {
    if text.is_empty() {
        return 0;
    }
    match BY_NAME.get(text) {
        Some(id) => *id,
        None => hash(text.as_bytes()),
    }
}

/// The name of a symbol by its number.
pub(crate) fn symbol_name(id: u64) -> Option<&'static str> {
    let found = BY_NAME.iter().find(|(_, other)| **other == id);
    found.map(|(name, _)| *name)
}

/// MurmurHash64A, seed 1.
fn hash(bytes: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const SEED: u64 = 1;
    let mut hash = SEED ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mut key = u64::from_le_bytes(*word).wrapping_mul(M);
        key ^= key >> 47;
        hash = (hash ^ key.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let tail = rest
            .iter()
            .rev()
            .fold(0, |tail, byte| tail << 8 | u64::from(*byte));
        hash = (hash ^ tail).wrapping_mul(M);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(M);
    hash ^ hash >> 47
}

/// Four row numbers for a key: MurmurHash3 x64 128 of its eight bytes, as four 32-bit words.
pub(crate) fn row_hashes(key: u64, seed: u32) -> [u32; 4] {
    hash_128(&key.to_le_bytes(), seed)
}

/// MurmurHash3 (Austin Appleby, public domain), x64, 128 bits, as four 32-bit words.
pub(crate) fn hash_128(bytes: &[u8], seed: u32) -> [u32; 4] {
    const FIRST: u64 = 0x87c3_7b91_1142_53d5;
    const SECOND: u64 = 0x4cf5_ad43_2745_937f;
    let mix_first = |word: u64| {
        word.wrapping_mul(FIRST)
            .rotate_left(31)
            .wrapping_mul(SECOND)
    };
    let mix_second = |word: u64| {
        word.wrapping_mul(SECOND)
            .rotate_left(33)
            .wrapping_mul(FIRST)
    };
    let (mut high, mut low) = (u64::from(seed), u64::from(seed));
    let (blocks, rest) = bytes.as_chunks::<16>();
    for block in blocks {
        let (words, _) = block.as_chunks::<8>();
        high ^= mix_first(u64::from_le_bytes(words[0]));
        high = high.rotate_left(27).wrapping_add(low);
        high = high.wrapping_mul(5).wrapping_add(0x52dc_e729);
        low ^= mix_second(u64::from_le_bytes(words[1]));
        low = low.rotate_left(31).wrapping_add(high);
        low = low.wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    let tail = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte))
    };
    low ^= mix_second(tail(rest.get(8..).unwrap_or_default()));
    high ^= mix_first(tail(&rest[..rest.len().min(8)]));
    high ^= bytes.len() as u64;
    low ^= bytes.len() as u64;
    high = high.wrapping_add(low);
    low = low.wrapping_add(high);
    high = mixed_finally(high);
    low = mixed_finally(low);
    high = high.wrapping_add(low);
    low = low.wrapping_add(high);
    [
        high as u32,
        (high >> 32) as u32,
        low as u32,
        (low >> 32) as u32,
    ]
}

fn mixed_finally(mut word: u64) -> u64 {
    word = (word ^ word >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    word = (word ^ word >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ word >> 33
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_numbers_that_models_were_trained_on() {
        assert_eq!(string_id(""), 0);
        assert_eq!(string_id("hello"), 5_983_625_672_228_268_878);
        assert_eq!(string_id("case"), 8_110_129_090_154_140_942);
        assert_eq!(string_id("det"), 415);
        assert_eq!(string_id(","), 2_593_208_677_638_477_497);
    }

    #[test]
    fn rows_are_those_of_murmurhash3() {
        let first = [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281];
        let second = [2_772_908_328, 902_151_979, 2_011_878_844, 3_500_711_617];
        assert_eq!(row_hashes(1, 8), first);
        assert_eq!(row_hashes(123_456_789_012_345, 8), second);
    }
}
