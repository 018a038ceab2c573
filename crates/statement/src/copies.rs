//! Documents that copy each other: by the word shingles that they share.
//!
//! A shingle is seven words in a row, folded to small letters. A [`Sketch`] is a small sample of
//! a text's shingles, taken by a fixed hash, so that the same shingle is in every sketch or in
//! none; two sketches estimate what two texts share, whoever is the longer. [`Overlap`] counts it
//! exactly. A text that quotes another whole contains it, however long it is itself.

mod finder;
mod shingles;

pub use finder::{CopyCandidate, CopyFinder};

use shingles::each_shingle;

/// One shingle in so many is sampled.
const SAMPLED: u64 = 8;

/// Of a short text the least shingles are in the sketch too, so that it is never empty.
const LEAST: usize = 16;

/// A text copies another from this share of all shingles on, of a thousand.
const COPIED: u32 = 500;

/// A text contains another when it has so much of its shingles, of a thousand: the rest is the
/// other heading, notes and passages left out.
const CONTAINED: u32 = 600;

/// In shorter texts the formulas outweigh what is said: those must be copied nearly whole.
const SHORT: u32 = 64;
const COPIED_WHOLE: u32 = 800;

/// Texts shorter than this say nothing: a closing formula is no copy.
const SHORTEST: u32 = 20;

/// A sample of a text's shingles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sketch {
    /// How many shingles the text has, repeated ones too.
    pub shingle_count: u32,
    /// Hashes in the sample, sorted, each once.
    pub hashes: Vec<u64>,
}

impl Sketch {
    /// The sketch of a text.
    pub fn new(text: &str) -> Sketch {
        let mut sketch = Sketch::default();
        let mut least: Vec<u64> = Vec::with_capacity(LEAST * 4);
        each_shingle(text, |hash| {
            sketch.shingle_count += 1;
            if is_sampled(hash) {
                sketch.hashes.push(hash);
            } else if sketch.shingle_count < 512 {
                least.push(hash);
            }
        });
        sketch.hashes.sort_unstable();
        sketch.hashes.dedup();
        if sketch.shingle_count < 512 {
            least.extend(&sketch.hashes);
            least.sort_unstable();
            least.dedup();
            least.truncate(LEAST);
            sketch.hashes.extend(least);
            sketch.hashes.sort_unstable();
            sketch.hashes.dedup();
        }
        sketch
    }
}

/// Whether a shingle is in the sketch of every text that has it.
fn is_sampled(hash: u64) -> bool {
    hash < u64::MAX / SAMPLED
}

/// How much two texts share, counted in different shingles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    /// Shingles in both.
    pub shared: u32,
    /// Shingles of the one.
    pub one: u32,
    /// Shingles of the other.
    pub other: u32,
}

impl Overlap {
    /// Counts exactly.
    pub fn new(one: &str, other: &str) -> Overlap {
        let [one, other] = [one, other].map(|text| {
            let mut hashes = Vec::new();
            each_shingle(text, |hash| hashes.push(hash));
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        });
        Overlap {
            shared: shared(&one, &other),
            one: one.len() as u32,
            other: other.len() as u32,
        }
    }

    /// What two sketches say; of texts that both have few shingles, by the least of them.
    pub fn estimated(one: &Sketch, other: &Sketch) -> Overlap {
        let sampled = |sketch: &Sketch| sketch.hashes.partition_point(|hash| is_sampled(*hash));
        let (mine, others) = (sampled(one), sampled(other));
        let (one, other) = match mine.min(others) < LEAST {
            true => (&one.hashes[..], &other.hashes[..]),
            false => (&one.hashes[..mine], &other.hashes[..others]),
        };
        Overlap {
            shared: shared(one, other),
            one: one.len() as u32,
            other: other.len() as u32,
        }
    }

    /// Shared of all shingles, of a thousand (Jaccard).
    pub fn resemblance(self) -> u32 {
        let all = self.one + self.other - self.shared;
        self.shared * 1000 / all.max(1)
    }

    /// Shared of the shorter's shingles, of a thousand.
    pub fn containment(self) -> u32 {
        self.shared * 1000 / self.one.min(self.other).max(1)
    }

    /// [`Overlap::is_copy`] of an overlap that was estimated, which counts a sample of shingles.
    pub fn is_copy_estimated(self) -> bool {
        let times = |count: u32| count * SAMPLED as u32;
        let scaled = Overlap {
            shared: times(self.shared),
            one: times(self.one),
            other: times(self.other),
        };
        scaled.is_copy()
    }

    /// Whether one is a copy of the other, or holds it whole.
    pub fn is_copy(self) -> bool {
        match self.one.min(self.other) {
            ..SHORTEST => false,
            SHORTEST..SHORT => self.resemblance() >= COPIED_WHOLE,
            _ => self.resemblance() >= COPIED || self.containment() >= CONTAINED,
        }
    }
}

/// How many two sorted lists share.
fn shared(one: &[u64], other: &[u64]) -> u32 {
    let (mut at, mut against, mut count) = (0, 0, 0);
    while at < one.len() && against < other.len() {
        match one[at].cmp(&other[against]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => against += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                at += 1;
                against += 1;
            }
        }
    }
    count
}

#[cfg(test)]
mod tests;
