//! The packed gazetteers: names of countries, cities, waters, bodies, with what they can mean.
//!
//! Compiled once, at first use, into an automaton over folded names. Not useful for people: they
//! are found by pattern. Sources and licences: `gazetteer/NOTICE.md`.

use crate::EntityKind;
use crate::word::{Word, touches};
use depeche_text::fold;
use fst::Map;
use fst::raw::Output;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the gazetteers were made from, and under which licences; for people.
pub const GAZETTEER_NOTICE: &str = include_str!("../gazetteer/NOTICE.md");

/// What an entry of the gazetteer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A country by one of its names.
    Country,
    /// The adjective of a country: "Danish".
    Demonym,
    /// Its people: "Danes".
    People,
    /// A region or water.
    Region,
    /// A city; 0 to 4, 4 is a capital.
    City(u8),
    /// Anything else, by kind.
    Body(EntityKind),
}

/// A name found over words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// One past the last word.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) entry: Entry,
    /// Its main name.
    pub(crate) name: &'static str,
}

const FILES: &[&str] = &[
    include_str!("../gazetteer/countries.tsv"),
    include_str!("../gazetteer/bodies.tsv"),
    include_str!("../gazetteer/actors.tsv"),
    include_str!("../gazetteer/tags.tsv"),
    include_str!("../gazetteer/cities-1.tsv"),
    include_str!("../gazetteer/cities-2.tsv"),
    include_str!("../gazetteer/cities-3.tsv"),
];

/// Names of more words than this are not in the gazetteer.
const LONGEST: usize = 16;

struct Gazetteer {
    names: Map<Vec<u8>>,
    rows: Vec<(Entry, &'static str)>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut keys: BTreeMap<String, u64> = BTreeMap::new();
    let mut rows = Vec::new();
    for line in FILES.iter().flat_map(|file| file.lines()) {
        let Some((name, entry, main)) = row(line) else {
            continue;
        };
        // The files stand in order of trust: a name keeps its first meaning.
        keys.entry(fold(name)).or_insert_with(|| {
            rows.push((entry, main));
            rows.len() as u64 - 1
        });
    }
    let names = Map::from_iter(keys).expect("a sorted map without doubles builds");
    Gazetteer { names, rows }
});

fn row(line: &'static str) -> Option<(&'static str, Entry, &'static str)> {
    let mut cells = line.split('\t');
    let (name, kind, last) = (cells.next()?, cells.next()?, cells.next()?);
    let entry = match kind {
        "country" => Entry::Country,
        "demonym" => Entry::Demonym,
        "people" => Entry::People,
        "place" => Entry::Region,
        "organization" => Entry::Body(EntityKind::Organization),
        "facility" => Entry::Body(EntityKind::Facility),
        "event" => Entry::Body(EntityKind::Event),
        "document" => Entry::Body(EntityKind::Document),
        _ => return Some((name, Entry::City(last.parse().ok()?), name)),
    };
    Some((name, entry, last))
}

/// The longest name that starts at word `start`.
pub(crate) fn longest(words: &[Word<'_>], start: usize) -> Option<Found> {
    let gazetteer = &*GAZETTEER;
    let automaton = gazetteer.names.as_fst();
    let mut node = automaton.root();
    let mut output = Output::zero();
    let mut found = None;
    for at in start..words.len().min(start + LONGEST) {
        let space = at > start && !touches(words, at - 1);
        let letters = space.then_some(b' ').into_iter();
        for byte in letters.chain(words[at].folded.bytes()) {
            let Some(index) = node.find_input(byte) else {
                return found;
            };
            let transition = node.transition(index);
            output = output.cat(transition.out);
            node = automaton.node(transition.addr);
        }
        if node.is_final() {
            let row = output.cat(node.final_output()).value();
            let (entry, name) = *gazetteer.rows.get(row as usize)?;
            found = Some(Found {
                end: at + 1,
                entry,
                name,
            });
        }
    }
    found
}

/// What a whole name means: its kind and main name.
///
/// A demonym gives its country: "Danish" is of kind place and called `Denmark`.
pub fn main_name(name: &str) -> Option<(EntityKind, &'static str)> {
    let gazetteer = &*GAZETTEER;
    let row = gazetteer.names.get(fold(name))?;
    let (entry, main) = *gazetteer.rows.get(row as usize)?;
    let kind = match entry {
        Entry::Body(kind) => kind,
        _ => EntityKind::Place,
    };
    Some((kind, main))
}

/// The country of a name or demonym: "Danish", "Danes" and "Denmark" give `Denmark`.
pub fn country(name: &str) -> Option<&'static str> {
    let gazetteer = &*GAZETTEER;
    let row = gazetteer.names.get(fold(name))?;
    match gazetteer.rows.get(row as usize)? {
        (Entry::Country | Entry::Demonym | Entry::People, main) => Some(main),
        _ => None,
    }
}
