//! Pairs of groups whose names can be one person's, the surest first.

use super::groups::{Group, Groups};
use crate::names_compared::{NameDifference, NameParts, compare_parts, sound};
use std::collections::{BTreeMap, BTreeSet};

/// Names under one key beyond which the key tells nothing.
const LARGEST_BLOCK: usize = 400;

/// How well two names agree, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// One gives the other as its second name.
    OwnAlias,
    /// One is the fuller: an initial, a middle name, a title.
    Fuller,
    /// The same sounds, or a short form.
    Spelt,
    /// Close in letters, or a surname left out.
    Near,
    /// The same single word.
    Alone,
    /// All agrees but an initial.
    Misprint,
    /// They contradict each other.
    Against,
}

/// How two names agree.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) grade: Grade,
    pub(super) differences: Vec<NameDifference>,
}

/// Two groups that may be one.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) one: usize,
    pub(super) other: usize,
    pub(super) verdict: Verdict,
    /// Nobody else can be meant by the shorter name.
    pub(super) only: bool,
}

/// All candidates, in the order in which they are to be considered.
pub(super) fn candidates(groups: &Groups<'_>) -> Vec<Candidate> {
    let all = &groups.groups;
    let mut found = BTreeMap::new();
    for block in blocks(all) {
        for (at, one) in block.iter().enumerate() {
            for other in &block[at + 1..] {
                found
                    .entry((*one, *other))
                    .or_insert_with(|| verdict(&all[*one], &all[*other]));
            }
        }
    }
    let pairs: Vec<((usize, usize), Verdict)> = found
        .into_iter()
        .filter_map(|(pair, verdict)| Some((pair, verdict?)))
        .collect();
    // Whom each name can be filled up to.
    let mut fuller: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for ((one, other), verdict) in &pairs {
        if verdict.grade <= Grade::Spelt {
            fuller.entry(*one).or_default().insert(*other);
            fuller.entry(*other).or_default().insert(*one);
        }
    }
    let clear = |group: &usize| {
        let near: Vec<&usize> = fuller.get(group).into_iter().flatten().collect();
        near.iter().enumerate().all(|(at, one)| {
            let rest = near[at + 1..].iter();
            let names = rest.map(|other| grade(&all[**one].names[0], &all[**other].names[0]));
            names
                .flatten()
                .all(|verdict| verdict.grade < Grade::Misprint)
        })
    };
    let mut candidates: Vec<Candidate> = pairs
        .iter()
        .map(|((one, other), verdict)| Candidate {
            one: *one,
            other: *other,
            only: clear(one) && clear(other),
            verdict: verdict.clone(),
        })
        .collect();
    candidates.sort_by_key(|candidate| (candidate.verdict.grade, candidate.one, candidate.other));
    candidates
}

/// Groups that share a sound of a name, or the starts of two; each sorted.
fn blocks(groups: &[Group]) -> Vec<Vec<usize>> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for key in group.names.iter().flat_map(block_keys) {
            blocks.entry(key).or_default().insert(at);
        }
        for (alias, _) in &group.aliases {
            blocks
                .entry(format!("={}", alias.join(" ")))
                .or_default()
                .insert(at);
        }
    }
    let blocks = blocks
        .into_values()
        .map(|block| block.into_iter().collect::<Vec<_>>());
    blocks
        .filter(|block| (2..=LARGEST_BLOCK).contains(&block.len()))
        .collect()
}

fn block_keys(name: &NameParts) -> Vec<String> {
    let mut keys = vec![format!("={}", name.key().join(" "))];
    let long = |word: &&String| word.chars().count() > 2;
    keys.extend(name.words.iter().filter(long).map(|word| sound(word)));
    if let [first, .., last] = name.words.as_slice() {
        let start = |word: &str| sound(word).chars().take(2).collect::<String>();
        let mut starts = [start(first), start(last)];
        starts.sort();
        keys.push(format!("{}+{}", starts[0], starts[1]));
    }
    keys
}

/// The best that the names of two groups agree in; `None` where they do not.
fn verdict(one: &Group, other: &Group) -> Option<Verdict> {
    let alias = |group: &Group, other: &Group| {
        group.aliases.iter().any(|(alias, source)| {
            // "J. Harrow" is a second name only where it was given.
            let whole = alias.iter().filter(|word| word.chars().count() > 1);
            let here = whole.count() > 1 || other.sources.contains(source);
            here && other.names.iter().any(|name| name.key() == *alias)
        })
    };
    if alias(one, other) || alias(other, one) {
        return Some(Verdict {
            grade: Grade::OwnAlias,
            differences: Vec::new(),
        });
    }
    let found = grade(&one.names[0], &other.names[0])?;
    (found.grade != Grade::Against).then_some(found)
}

/// How two names agree; `None` where they are too short to say.
pub(super) fn grade(one: &NameParts, other: &NameParts) -> Option<Verdict> {
    use NameDifference as D;
    let compared = compare_parts(one, other);
    let words = one.words.len().min(other.words.len());
    let ends = |name: &NameParts| (name.words.first().cloned(), name.words.last().cloned());
    let ends_agree = words > 2 && ends(one) == ends(other);
    let initial = compared
        .differences
        .iter()
        .any(|found| matches!(found, D::Initial(..)));
    let mut grade = Grade::Fuller;
    for difference in &compared.differences {
        let own = match difference {
            D::Order | D::Joined | D::Honorific(_) | D::Particle(_) | D::Initial(..) => {
                Grade::Fuller
            }
            D::LeftOut(word) if is_surname(word, one) || is_surname(word, other) => Grade::Near,
            // "Charles R." is no Rothwell; "H. Gardner" can be Gardner.
            D::LeftOut(word) if initial && word.chars().count() > 1 => Grade::Near,
            D::LeftOut(_) | D::Form(_) => Grade::Fuller,
            D::Nickname(..) | D::Sound(..) => Grade::Spelt,
            D::Spelling(..) => Grade::Near,
            // "Arthur W." and "Arthur M.": two people, or a misprint where all else agrees.
            D::Other(one, other) if one.len().min(other.len()) == 1 && ends_agree => {
                Grade::Misprint
            }
            D::Other(..) | D::OtherForm(..) => Grade::Against,
        };
        grade = grade.max(own);
    }
    if words < 2 && grade != Grade::Against {
        let alone = one.words == other.words;
        return alone.then_some(Verdict {
            grade: Grade::Alone,
            differences: Vec::new(),
        });
    }
    if one.generation() != other.generation()
        && one.generation().is_some()
        && other.generation().is_some()
        || one.is_woman() != other.is_woman()
    {
        grade = Grade::Against;
    }
    Some(Verdict {
        grade,
        differences: compared.differences,
    })
}

fn is_surname(word: &str, name: &NameParts) -> bool {
    name.words.last().is_some_and(|last| last == word)
}
