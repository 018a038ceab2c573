//! The case of a word without counts, from its shape, its stem and its ending.
//!
//! In a telegram such a word is most often a name.

use super::counts::{Entry, Table};

/// Endings that leave a stem as common, or as much of a name, as it was.
const ENDINGS: &[&str] = &["s", "es", "d", "ed", "ing", "er", "ers", "ly", "r", "y"];

/// What may stand before a common word and make another one.
const BEGINNINGS: &[&str] = &[
    "un", "re", "non", "over", "under", "inter", "counter", "pre", "mis", "dis", "sub", "anti",
];

/// Longer endings are not counted.
pub(super) const LONGEST_ENDING: usize = 5;

/// How much more a rare name counts than another rare word.
const NAME_WEIGHT: u32 = 3;

/// The guess for a word in small letters.
pub(super) fn entry(table: &Table, key: &str) -> Entry {
    let counts = by_shape(key)
        .or_else(|| by_stem(table, key))
        .unwrap_or_else(|| by_ending(table, key));
    Entry::of(counts)
}

fn by_shape(key: &str) -> Option<[u32; 3]> {
    let letters = || key.chars().filter(|letter| letter.is_alphabetic());
    let is_vowel = |letter: char| !letter.is_ascii() || "aeiouy".contains(letter);
    let dotted = key.ends_with('.') && key.split('.').all(|part| part.len() <= 1);
    let roman = key.len() > 1 && key.bytes().all(|byte| b"ivx".contains(&byte));
    match letters().count() {
        _ if key.starts_with('\'') => Some([9, 0, 0]),
        5.. if key.starts_with("mc") || key.starts_with("o'") => Some([0, 9, 0]),
        1 => Some([0, 9, 0]),
        _ if dotted || roman || key.contains('&') => Some([0, 0, 9]),
        _ if !letters().any(is_vowel) => Some([0, 0, 9]),
        // "GOX", the government of a country.
        3 if key.starts_with("go") => Some([0, 0, 9]),
        _ => None,
    }
}

fn by_stem(table: &Table, key: &str) -> Option<[u32; 3]> {
    if let Some((stem, ending)) = key.split_once('\'') {
        let short = matches!(ending, "t" | "ll" | "re" | "ve" | "d" | "m");
        return (short && !stem.is_empty()).then_some([9, 0, 0]);
    }
    for ending in ENDINGS {
        let Some(stem) = key.strip_suffix(ending).filter(|stem| stem.len() > 2) else {
            continue;
        };
        let entry = table.get(stem).or_else(|| {
            let drops_e = matches!(*ending, "ed" | "ing" | "er" | "ers");
            drops_e.then(|| table.get(&format!("{stem}e"))).flatten()
        });
        match entry.map(|entry| entry.shares) {
            Some([small, _, _]) if small >= 900 && (stem.len() > 3 || *ending == "s") => {
                return Some([9, 1, 0]);
            }
            Some([_, capital, _]) if capital >= 900 && *ending == "s" => return Some([0, 9, 0]),
            _ => {}
        }
    }
    let beginnings = BEGINNINGS.iter();
    let rests = beginnings.filter_map(|beginning| key.strip_prefix(beginning));
    let common = |rest: &str| table.get(rest).is_some_and(|entry| entry.shares[0] >= 900);
    let mut rests = rests.filter(|rest| rest.len() > 3);
    rests.any(common).then_some([9, 1, 0])
}

/// The counts of the longest ending that is known, those of names weighed more: what the counts
/// lack altogether is a name more often than what is rare in them.
fn by_ending(table: &Table, key: &str) -> [u32; 3] {
    let key = key.strip_suffix('.').unwrap_or(key);
    if key.len() <= 3 {
        let short = ["#0", "#1", "#2", "#3"][key.len()];
        return table.ending(short).unwrap_or([0, 1, 1]);
    }
    let from = key.len().saturating_sub(LONGEST_ENDING).max(1);
    let mut endings = (from..key.len()).filter_map(|at| key.get(at..));
    let any = || table.ending("*").unwrap_or([1, 3, 1]);
    let [small, capital, other] = endings
        .find_map(|ending| table.ending(ending))
        .unwrap_or_else(any);
    [small, capital * NAME_WEIGHT, other]
}
