//! Given names and surnames, from the people named in FRUS, the chiefs of mission of the United
//! States, its legislators, and the dated actors of the PETRARCH dictionaries.

use super::CommonWords;
use depeche_text::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Given names and surnames, folded.
pub(super) fn read(
    gazetteer: &Path,
    common: &CommonWords,
) -> anyhow::Result<(BTreeSet<String>, BTreeSet<String>)> {
    let mut given: BTreeMap<String, u32> = BTreeMap::new();
    let mut surnames: BTreeMap<String, u32> = BTreeMap::new();
    let people = std::fs::read_to_string(gazetteer.join("hsg-people.tsv"))?;
    for row in people.lines().skip(1) {
        let Some(preferred) = row.split('\t').nth(1) else {
            continue;
        };
        // "Chou En-lai", "U Nu": no comma where the family's name stands first or there is none.
        let Some((surname, rest)) = preferred.split_once(',') else {
            let mut words = preferred.split_whitespace();
            count(words.next().unwrap_or(""), 2, &mut surnames);
            count(words.next_back().unwrap_or(""), 2, &mut surnames);
            continue;
        };
        for word in surname.split_whitespace() {
            count(word, 2, &mut surnames);
        }
        let first = rest.split_whitespace().find(|word| !is_title(word));
        count(first.unwrap_or(""), 1, &mut given);
    }
    for name in super::actors::dated_people(gazetteer)? {
        let mut words = name.split(' ');
        count(words.next().unwrap_or(""), 1, &mut given);
        count_last(words.next_back().unwrap_or(""), 1, &mut surnames);
    }
    let frequent = |counts: BTreeMap<String, u32>, floor: u32, most: u8| {
        let kept = |(name, count): &(String, u32)| {
            let percent = common.get(name).copied().unwrap_or(0);
            *count >= floor && (percent <= most || *count >= 20)
        };
        counts
            .into_iter()
            .filter(kept)
            .map(|(name, _)| name)
            .collect()
    };
    Ok((frequent(given, 2, 25), frequent(surnames, 2, 100)))
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    let titles = [
        "Sir",
        "Dr",
        "Lord",
        "General",
        "Colonel",
        "Major",
        "Captain",
        "Admiral",
        "Prince",
        "Lieutenant",
        "Brigadier",
        "Rear",
        "Vice",
        "Lt",
        "Gen",
        "Col",
        "Jr",
        "Count",
        "Baron",
        "President",
        "King",
        "Ambassador",
        "Sheikh",
        "Maj",
        "Capt",
        "Air",
        "Marshal",
        "Senator",
    ];
    titles.contains(&word)
}

fn count_last(name: &str, weight: u32, counts: &mut BTreeMap<String, u32>) {
    count(
        name.split_whitespace().next_back().unwrap_or(""),
        weight,
        counts,
    );
}

fn count(name: &str, weight: u32, counts: &mut BTreeMap<String, u32>) {
    let name = fold(name);
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let plain = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'\''));
    if plain && (3..=16).contains(&letters) && !name.starts_with(['-', '\'']) {
        *counts.entry(name).or_default() += weight;
    }
}
