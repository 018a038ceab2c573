//! People: a surname means the one person in the document whose fuller name ends with it; a first
//! name alone the one whose fuller name begins with it.

use super::{is_collection, is_person_name, references};
use crate::names_compared::are_nicknames;
use depeche_annotate::Mention;
use depeche_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A person's name, in folded parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// Given names and initials, in order.
    given: Vec<String>,
    surname: String,
}

/// For each name of a person, what it is joined by: the fullest name that it can mean.
pub(super) fn keys(
    mentions: &[Mention],
    names: &[String],
    titles: &[String],
) -> Vec<Option<String>> {
    let parsed: Vec<Option<Name>> = mentions
        .iter()
        .zip(names)
        .map(|(mention, name)| {
            // "Latter agreed": telegrams leave out "the".
            let is_pointer = matches!(fold(name).as_str(), "former" | "latter");
            let is_person = is_person_name(mention) && !is_collection(name) && !is_pointer;
            is_person.then(|| parse(name)).flatten()
        })
        .collect();
    let all: BTreeSet<&Name> = parsed.iter().flatten().collect();
    let mut by_surname: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in all {
        by_surname.entry(&name.surname).or_default().push(name);
    }
    let mut fullest: BTreeMap<&Name, &Name> = by_surname
        .values()
        .flat_map(|names| joined(names))
        .collect();
    let titled: BTreeSet<&Name> = mentions
        .iter()
        .zip(&parsed)
        .filter(|(mention, _)| mention.full != mention.span)
        .filter_map(|(_, name)| name.as_ref())
        .collect();
    let mut counts: BTreeMap<&Name, usize> = BTreeMap::new();
    for name in parsed.iter().flatten() {
        *counts.entry(name).or_default() += 1;
    }
    let firsts = first_names(&fullest, &titled);
    // A usual given name alone and only once may be anybody's: a signature, a greeting.
    let firsts = firsts
        .into_iter()
        .filter(|(name, _)| counts[*name] > 1 || !references::is_given_name(&name.surname));
    let firsts: Vec<(&Name, &Name)> = firsts.collect();
    fullest.extend(firsts);
    let others = others(&parsed, &fullest, titles);
    parsed
        .iter()
        .map(|name| {
            let name = name.as_ref()?;
            let full = fullest.get(name).filter(|_| !others.contains(name));
            Some(key(full.copied().unwrap_or(name)))
        })
        .collect()
}

/// Surnames that stand behind a title which the only fuller name of the document has not: of
/// "President Moss" and "General Carl Moss", or a Carl Moss who comes later, the first is somebody
/// else; so of "Secretary Moss" where "Mr. Carl Moss" is always called so.
fn others<'a>(
    parsed: &'a [Option<Name>],
    fullest: &BTreeMap<&Name, &Name>,
    titles: &[String],
) -> BTreeSet<&'a Name> {
    let has = |title: &str, words: &[&str]| title.split(' ').any(|word| words.contains(&word));
    let mut others = BTreeSet::new();
    for (at, name) in parsed.iter().enumerate() {
        let Some(name) = name.as_ref().filter(|name| name.given.is_empty()) else {
            continue;
        };
        let Some(full) = fullest.get(name).filter(|full| !full.given.is_empty()) else {
            continue;
        };
        let Some(rank) = RANKS.iter().find(|rank| has(&titles[at], rank)) else {
            continue;
        };
        let is_full = |other: &usize| parsed[*other].as_ref() == Some(*full);
        let mut of_full = (0..parsed.len()).filter(is_full);
        let is_later = of_full.clone().next().is_some_and(|first| first > at);
        let is_titled = of_full
            .clone()
            .any(|other| titles[other].split(' ').any(is_office));
        let is_told_apart = of_full.clone().count() > 1
            && of_full
                .clone()
                .any(|other| has(&titles[other], &["mr", "mr."]));
        let is_ranked = of_full.any(|other| has(&titles[other], rank));
        let is_other = is_titled || is_later && *rank == RANKS[0] || is_told_apart;
        if !is_ranked && is_other {
            others.insert(name);
        }
    }
    others
}

/// Titles by which somebody is known without his given name.
const RANKS: &[&[&str]] = &[
    &[
        "president",
        "king",
        "queen",
        "premier",
        "chancellor",
        "emperor",
        "shah",
        "pope",
    ],
    &["secretary"],
];

/// Whether a word of a title says more than that somebody is a man or woman.
fn is_office(word: &str) -> bool {
    const HONORIFICS: &[&str] = &[
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "the", "miss", "sir", "m.", "mme.",
        "of", "and", ",",
    ];
    !word.is_empty() && !HONORIFICS.contains(&word)
}

fn key(name: &Name) -> String {
    let parts = name.given.iter().chain([&name.surname]);
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn parse(name: &str) -> Option<Name> {
    let folded = fold(name);
    let mut parts: Vec<String> = folded
        .split([' ', ','])
        .map(|part| part.trim_matches('.').to_owned())
        .filter(|part| !part.is_empty() && !matches!(part.as_str(), "jr" | "sr" | "ii" | "iii"))
        .collect();
    let surname = parts.pop()?;
    Some(Name {
        given: parts,
        surname,
    })
}

/// For each name of one surname the fullest that it can only mean.
fn joined<'a>(names: &[&'a Name]) -> Vec<(&'a Name, &'a Name)> {
    let meant = |name: &'a Name| {
        let fuller = names.iter().copied().filter(|other| fits(name, other));
        let best = fuller.clone().max_by_key(|other| fullness(other))?;
        // All that it fits must be the same person, or it is left apart.
        let agreed = fuller
            .clone()
            .all(|other| fits(other, best) || other == best);
        agreed.then_some((name, best))
    };
    names.iter().filter_map(|name| meant(name)).collect()
}

/// "Anna" of "Anna Moss", where no other Anna and nobody of the surname Anna is there.
fn first_names<'a>(
    fullest: &BTreeMap<&'a Name, &'a Name>,
    titled: &BTreeSet<&Name>,
) -> Vec<(&'a Name, &'a Name)> {
    let mut by_first: BTreeMap<&str, BTreeSet<&'a Name>> = BTreeMap::new();
    for full in fullest.values() {
        if let Some(first) = full.given.first() {
            by_first.entry(first).or_default().insert(full);
        }
    }
    let alone = fullest
        .iter()
        .filter(|(name, full)| name == full && name.given.is_empty() && name.surname.len() > 2)
        .map(|(name, _)| *name);
    // A title stands before a family's name.
    let bare = alone.filter(|name| !titled.contains(name));
    let meant = bare.filter_map(|name| {
        let mut people = by_first.get(name.surname.as_str())?.iter();
        let only = people.next()?;
        people.next().is_none().then_some((name, *only))
    });
    meant.collect()
}

fn fullness(name: &Name) -> (usize, usize) {
    (name.given.len(), name.given.iter().map(String::len).sum())
}

/// Whether a shorter name can mean the person of a fuller one: each given name or initial is
/// there, in order.
fn fits(short: &Name, full: &Name) -> bool {
    if short.given.len() > full.given.len() {
        return false;
    }
    let mut rest = full.given.iter();
    short.given.iter().enumerate().all(|(at, part)| {
        let left = rest.by_ref();
        let same = |other: &String| {
            other == part
                || are_nicknames(other, part)
                || (part.len() == 1 || other.len() == 1) && other.starts_with(&part[..first(part)])
        };
        match at {
            // The first name must be the first name, or an initial dropped before a middle name.
            0 => left
                .next()
                .is_some_and(|other| same(other) || other.len() == 1 && left.any(same)),
            _ => left.any(same),
        }
    })
}

/// Bytes of the first character.
fn first(part: &str) -> usize {
    part.chars().next().map_or(0, char::len_utf8)
}
