//! Which word of one name stands for which of the other.

use super::likeness::{WordLikeness, likeness};

/// Words alike below this are not the same word.
const SAME_WORD: u32 = 680;

/// Words of two names, paired.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Positions in the one and the other, by the first, and how alike.
    pub(super) pairs: Vec<(usize, usize, WordLikeness)>,
    /// Positions in the one that stand alone.
    pub(super) alone: Vec<usize>,
    /// Positions in the other that stand alone.
    pub(super) other_alone: Vec<usize>,
}

/// Pairs words, the most alike first, then the nearest in place.
pub(super) fn align(one: &[String], other: &[String]) -> Alignment {
    let mut wishes = Vec::new();
    for (at, word) in one.iter().enumerate() {
        for (against, own) in other.iter().enumerate() {
            let likeness = likeness(word, own);
            if likeness.weight() >= SAME_WORD {
                let away = at.abs_diff(against);
                wishes.push((1000 - likeness.weight(), away, at, against, likeness));
            }
        }
    }
    wishes.sort_unstable_by_key(|wish| (wish.0, wish.1, wish.2, wish.3));
    let mut alignment = Alignment::default();
    let (mut taken, mut other_taken) = (vec![false; one.len()], vec![false; other.len()]);
    for (_, _, at, against, likeness) in wishes {
        if !taken[at] && !other_taken[against] {
            taken[at] = true;
            other_taken[against] = true;
            alignment.pairs.push((at, against, likeness));
        }
    }
    alignment.pairs.sort_unstable_by_key(|pair| pair.0);
    alignment.alone = left(&taken);
    alignment.other_alone = left(&other_taken);
    alignment
}

fn left(taken: &[bool]) -> Vec<usize> {
    let all = taken.iter().enumerate();
    all.filter_map(|(at, taken)| (!taken).then_some(at))
        .collect()
}

/// Joins neighbours in `words` that the other name writes as one word ("Good Will", "Goodwill").
/// Gives whether any were.
pub(super) fn join_neighbours(words: &mut Vec<String>, other: &[String]) -> bool {
    let mut joined = false;
    let mut at = 0;
    while at + 1 < words.len() {
        let both = format!("{}{}", words[at], words[at + 1]);
        if other.contains(&both) && !words.contains(&both) {
            words.splice(at..at + 2, [both]);
            joined = true;
        }
        at += 1;
    }
    joined
}
