//! People: a surname means the one person in the document whose fuller name ends with it; a first
//! name alone the one whose fuller name begins with it.

use super::{is_person_name, references};
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
pub(super) fn keys(mentions: &[Mention], names: &[String]) -> Vec<Option<String>> {
    let parsed: Vec<Option<Name>> = mentions
        .iter()
        .zip(names)
        .map(|(mention, name)| is_person_name(mention).then(|| parse(name)).flatten())
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
    parsed
        .iter()
        .map(|name| {
            Some(key(fullest
                .get(name.as_ref()?)
                .copied()
                .or(name.as_ref())?))
        })
        .collect()
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
