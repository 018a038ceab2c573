//! The tables of names: titles, forms of bodies, words of bodies' names, nicknames.

use super::parts::words_of;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Where the tables come from and under which licence.
pub const NAME_TABLES_NOTICE: &str = concat!(
    include_str!("../../names/NOTICE.md"),
    "\n",
    include_str!("../../who/NOTICE.md")
);

/// Titles before a name, each as its words.
pub(super) static HONORIFICS: LazyLock<BTreeSet<Vec<String>>> = LazyLock::new(|| {
    include_str!("../../names/honorifics.tsv")
        .lines()
        .map(words_of)
        .collect()
});

/// Forms of bodies, each as its words, with their class.
pub(super) static FORMS: LazyLock<BTreeMap<Vec<String>, &str>> =
    LazyLock::new(|| pairs(include_str!("../../names/forms.tsv")).collect());

/// Words of bodies' names, with what they are compared as.
pub(super) static BODY_WORDS: LazyLock<BTreeMap<Vec<String>, &str>> =
    LazyLock::new(|| pairs(include_str!("../../names/words.tsv")).collect());

/// Given names with the groups that they share with their short forms.
static NICKNAMES: LazyLock<BTreeMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (words, group) in pairs(include_str!("../../names/nicknames.tsv")) {
        groups.entry(words.concat()).or_default().push(group);
    }
    groups
});

/// Particles that names are written with and without, and what all spellings of one become.
/// Empty: it tells nothing.
const PARTICLES: &[(&str, &str)] = &[
    ("al", ""),
    ("el", ""),
    ("ul", ""),
    ("ur", ""),
    ("ud", ""),
    ("as", ""),
    ("ad", ""),
    ("ash", ""),
    ("ar", ""),
    ("de", ""),
    ("del", ""),
    ("der", ""),
    ("den", ""),
    ("des", ""),
    ("di", ""),
    ("da", ""),
    ("dos", ""),
    ("du", ""),
    ("la", ""),
    ("le", ""),
    ("van", ""),
    ("von", ""),
    ("und", ""),
    ("bin", "bin"),
    ("ben", "bin"),
    ("ibn", "bin"),
    ("ould", "bin"),
];

/// What stands for a particle in comparing; `None` where the word is none.
pub(super) fn particle(word: &str) -> Option<&'static str> {
    let found = PARTICLES.iter().find(|(own, _)| *own == word);
    found.map(|(_, compared)| *compared)
}

/// Whether one is the short form of the other, or both of a third.
pub(crate) fn are_nicknames(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (NICKNAMES.get(one), NICKNAMES.get(other)) else {
        return false;
    };
    one.iter().any(|group| other.contains(group))
}

fn pairs(table: &'static str) -> impl Iterator<Item = (Vec<String>, &'static str)> {
    let rows = table.lines().filter_map(|row| row.split_once('\t'));
    rows.map(|(words, group)| (words_of(words), group))
}
