//! Which documents of many may copy each other: those whose sketches share hashes.

use super::{Overlap, Sketch};
use std::collections::BTreeMap;

/// A hash in the sketches of more documents is a formula and finds nobody.
const FORMULA: usize = 64;

/// Sketches that share this much, of a thousand of the shorter, are worth counting exactly.
const WORTH: u32 = 300;

/// Sketches of documents, as they come.
#[derive(Debug, Clone, Default)]
pub struct CopyFinder {
    sketches: Vec<(u64, Sketch)>,
    hashes: Vec<(u64, u32)>,
}

/// Two documents that may copy each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyCandidate {
    /// The lesser key.
    pub one: u64,
    /// The greater key.
    pub other: u64,
    /// What their sketches share.
    pub estimated: Overlap,
}

impl CopyFinder {
    /// Takes in the sketch of the document of this key.
    pub fn put(&mut self, key: u64, sketch: Sketch) {
        let place = self.sketches.len() as u32;
        self.hashes
            .extend(sketch.hashes.iter().map(|hash| (*hash, place)));
        self.sketches.push((key, sketch));
    }

    /// Pairs that may copy each other, by key; the same whatever the order they came in.
    pub fn candidates(mut self) -> Vec<CopyCandidate> {
        self.hashes.sort_unstable();
        let mut pairs: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for same in self.hashes.chunk_by(|one, other| one.0 == other.0) {
            if same.len() > FORMULA {
                continue;
            }
            for (at, one) in same.iter().enumerate() {
                for other in &same[at + 1..] {
                    *pairs.entry((one.1, other.1)).or_default() += 1;
                }
            }
        }
        let mut candidates: Vec<CopyCandidate> = pairs
            .into_keys()
            .filter_map(|(one, other)| self.candidate(one as usize, other as usize))
            .collect();
        candidates.sort_unstable_by_key(|candidate| (candidate.one, candidate.other));
        candidates
    }

    fn candidate(&self, one: usize, other: usize) -> Option<CopyCandidate> {
        let (one, other) = (&self.sketches[one], &self.sketches[other]);
        let (one, other) = if one.0 <= other.0 {
            (one, other)
        } else {
            (other, one)
        };
        let estimated = Overlap::estimated(&one.1, &other.1);
        (estimated.containment() >= WORTH).then_some(CopyCandidate {
            one: one.0,
            other: other.0,
            estimated,
        })
    }
}
