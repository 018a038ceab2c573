//! What two people's roles have in common, the rarer a word the more it tells.

use super::PersonRecord;
use depeche_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Words that tell nothing of an office.
const SILENT: &[&str] = &[
    "after",
    "and",
    "april",
    "april",
    "as",
    "at",
    "august",
    "before",
    "beginning",
    "between",
    "by",
    "december",
    "during",
    "early",
    "fall",
    "february",
    "for",
    "former",
    "formerly",
    "from",
    "in",
    "january",
    "july",
    "june",
    "late",
    "later",
    "march",
    "may",
    "member",
    "november",
    "october",
    "of",
    "on",
    "or",
    "see",
    "september",
    "since",
    "spring",
    "subsequently",
    "summer",
    "the",
    "then",
    "thereafter",
    "through",
    "to",
    "until",
    "winter",
    "with",
];

/// Of fewer records it cannot be told how rare a word is: they count as so many.
const FEW: u32 = 256;

/// The words of all records' roles.
pub(super) struct Evidence {
    /// Of each record, as indexes of words, sorted.
    words: Vec<Vec<u32>>,
    /// What a word tells: the logarithm of how rarely it is used, in sixteenths.
    weights: Vec<u32>,
    names: Vec<String>,
}

/// What two sets of roles have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shared {
    /// Of a thousand: how much of what the shorter says the other says too.
    pub(super) share: u32,
    /// How much that is, in sixteenths of a halving.
    pub(super) weight: u32,
}

impl Evidence {
    pub(super) fn new(records: &[PersonRecord]) -> Evidence {
        let sets: Vec<BTreeSet<String>> = records.iter().map(words).collect();
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for word in sets.iter().flatten() {
            *counts.entry(word).or_default() += 1;
        }
        let index: BTreeMap<&str, u32> = counts.keys().copied().zip(0..).collect();
        let total = (records.len() as u32).max(FEW);
        Evidence {
            words: sets
                .iter()
                .map(|set| set.iter().map(|word| index[word.as_str()]).collect())
                .collect(),
            weights: counts
                .values()
                .map(|count| sixteenths(total / count))
                .collect(),
            names: counts.keys().map(|word| (*word).to_owned()).collect(),
        }
    }

    pub(super) fn words_of(&self, record: usize) -> &[u32] {
        &self.words[record]
    }

    pub(super) fn shared(&self, one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> Shared {
        let weigh = |words: &mut dyn Iterator<Item = &u32>| -> u32 {
            words.map(|word| self.weights[*word as usize]).sum()
        };
        let weight = weigh(&mut one.intersection(other));
        let least = weigh(&mut one.iter()).min(weigh(&mut other.iter()));
        Shared {
            share: weight * 1000 / least.max(1),
            weight,
        }
    }

    /// Shared words, the most telling first; at most six.
    pub(super) fn named(&self, one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> Vec<String> {
        let mut words: Vec<u32> = one.intersection(other).copied().collect();
        words.sort_by_key(|word| (u32::MAX - self.weights[*word as usize], *word));
        let words = words.into_iter().take(6);
        words
            .map(|word| self.names[word as usize].clone())
            .collect()
    }
}

/// Sixteen times the logarithm to base two, in whole numbers so that every machine agrees.
fn sixteenths(ratio: u32) -> u32 {
    let ratio = u64::from(ratio.max(1));
    let whole = ratio.ilog2();
    let rest = (ratio << 4 >> whole) as u32 & 15;
    whole * 16 + rest
}

pub(super) fn words(record: &PersonRecord) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for role in &record.roles {
        let folded = fold(role);
        for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
            let counts = word.len() > 1 && !word.contains(|letter: char| letter.is_ascii_digit());
            if counts && !SILENT.contains(&word) {
                found.insert(word.to_owned());
            }
        }
    }
    found
}
