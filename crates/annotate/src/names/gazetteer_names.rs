//! Names of the gazetteer in a sentence: places, peoples, bodies.

use super::{Name, Sentence};
use crate::EntityKind;
use crate::gazetteer::{Entry, Found, longest};
use crate::lexicon::{is_given, is_surname, small_percent};
use crate::word::{Case, Shape};

/// Words before a place.
const PLACE_WORDS: &[&str] = &[
    "in", "at", "near", "from", "to", "of", "outside", "around", "into", "via", "through",
    "toward", "towards", "city", "town", "capital", "village", "port", "visit", "visited", "leave",
    "left", "reached",
];

/// Governments as telegrams write them, beside "GOX".
const GOVERNMENTS: &[&str] = &[
    "gdrk", "gpng", "gprc", "grz", "gvn", "hkg", "hmg", "hmgn", "prcg", "rkg", "rlg", "rokg",
    "roks", "rtg", "sag", "sarg", "usg", "yarg",
];

/// Parts of a country.
const DIRECTIONS: &[&str] = &[
    "central",
    "eastern",
    "lower",
    "northeastern",
    "northern",
    "northwestern",
    "southeastern",
    "southern",
    "southwestern",
    "upper",
    "western",
];

pub(super) fn claim(sentence: &mut Sentence<'_>) {
    let mut at = 0;
    while at < sentence.words.len() {
        if is_government(sentence, at) {
            sentence.claim(Name::new(
                at,
                at + 1,
                EntityKind::Place,
                "pattern:government",
            ));
        }
        let found = candidate(sentence, at).then(|| longest(&sentence.words, at));
        let Some(found) = found.flatten().filter(|found| fits(sentence, at, *found)) else {
            at += 1;
            continue;
        };
        match kind(found.entry) {
            Some(kind) => {
                let by = match found.entry {
                    Entry::Body(_) => "gazetteer:bodies",
                    Entry::City(_) => "gazetteer:cities",
                    _ => "gazetteer:places",
                };
                let part = kind == EntityKind::Place
                    && at > 0
                    && sentence.free(at - 1)
                    && DIRECTIONS.contains(&sentence.folded(at - 1));
                sentence.claim(Name {
                    full_start: at - usize::from(part),
                    ..Name::new(at, found.end, kind, by)
                });
            }
            None => sentence.taken[at..found.end].fill(true),
        }
        at = found.end;
    }
}

/// "GOX": the government of a country in a telegram's short form, which stands for it.
fn is_government(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    let free = sentence.free(at) && sentence.telegram;
    let ending = word.folded.ends_with("gov") && word.text.len() > 6;
    if free && (GOVERNMENTS.contains(&word.folded.as_ref()) || ending) {
        return true;
    }
    // The truecaser may have taken it for a word.
    let cased =
        word.text.len() == 3 && word.shape == Shape::Capital && word.folded.starts_with("go");
    if free && cased && small_percent(&word.folded) == 0 {
        return true;
    }
    let sign = matches!(word.text.len(), 3 | 4) && word.text.starts_with("GO");
    let letters = word.text.bytes().all(|byte| byte.is_ascii_uppercase());
    // The American party.
    let party = word.text == "GOP" && !sentence.telegram;
    let word_alone = small_percent(&word.folded) > 0;
    // "GOS" is no plural of "go"; "GOOD" is a word.
    let rare = !word_alone || sentence.telegram && word.text.len() == 3 && word.text != "GOD";
    sign && letters && !party && sentence.free(at) && rare
}

/// A demonym is an adjective: it names nothing by itself.
fn kind(entry: Entry) -> Option<EntityKind> {
    Some(match entry {
        Entry::Country | Entry::Region | Entry::City(_) => EntityKind::Place,
        Entry::People => EntityKind::Group,
        Entry::Body(kind) => kind,
        Entry::Demonym => return None,
    })
}

fn candidate(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    sentence.free(at) && matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Initial)
}

fn fits(sentence: &Sentence<'_>, at: usize, found: Found) -> bool {
    if !sentence.all_free(at, found.end) {
        return false;
    }
    let first = &sentence.words[at];
    let single = found.end == at + 1;
    match found.entry {
        Entry::Country | Entry::Demonym | Entry::People | Entry::Region => {
            let pronoun = first.folded == "us" && first.text != "U.S.";
            (!pronoun || first.text == "US" && sentence.case == Case::Mixed)
                && (!single || sentence.case != Case::Shouting || small_percent(&first.folded) < 60)
        }
        Entry::Body(_) if single => body_fits(sentence, at),
        Entry::Body(_) => first.shape != Shape::Capital || first.namelike || !single,
        Entry::City(size) => city_fits(sentence, at, found.end, size),
    }
}

fn body_fits(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    let acronym = word.text.len() <= 5 && word.shape == Shape::Upper;
    let percent = small_percent(&word.folded);
    match (sentence.case, acronym) {
        (Case::Shouting, _) => percent == 0,
        (_, true) => percent < 95,
        _ => word.namelike && percent < 30 && !next_is_namelike(sentence, at + 1),
    }
}

fn city_fits(sentence: &Sentence<'_>, at: usize, end: usize, size: u8) -> bool {
    let single = end == at + 1;
    let word = &sentence.words[at];
    if !word.namelike || sentence.in_title(at) || word.shape == Shape::Initial {
        return false;
    }
    if size < 3 && word.text.len() < 4 {
        return false;
    }
    let qualified = is_qualified(sentence, end);
    let before = at
        .checked_sub(1)
        .map_or("", |before| sentence.folded(before));
    let placed = PLACE_WORDS.contains(&before);
    let located = matches!(
        before,
        "in" | "at" | "near" | "outside" | "capital" | "city" | "town"
    );
    let personal = single && (is_surname(&word.folded) || is_given(&word.folded));
    if qualified {
        return true;
    }
    // "Paris Varga": a name goes on, so the city is a part of it.
    if next_is_namelike(sentence, end) && !located {
        return size == 4 && !personal;
    }
    match size {
        4 => !personal || placed,
        3 => {
            if personal {
                located
            } else {
                placed || sentence.case == Case::Mixed
            }
        }
        2 => located || placed && !personal,
        _ => located && !personal,
    }
}

/// "X, Country" or "X (Country)".
fn is_qualified(sentence: &Sentence<'_>, end: usize) -> bool {
    if sentence.folded(end) != "," {
        return false;
    }
    let found = longest(&sentence.words, (end + 1).min(sentence.words.len()));
    found
        .is_some_and(|found| matches!(found.entry, Entry::Country | Entry::Region | Entry::City(3)))
}

fn next_is_namelike(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(word) = sentence.words.get(at) else {
        return false;
    };
    word.namelike && small_percent(&word.folded) == 0 && longest(&sentence.words, at).is_none()
}
