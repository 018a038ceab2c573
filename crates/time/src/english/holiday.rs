//! Named days: "Christmas", "Easter 1956", "last Thanksgiving", "New Year's Eve".

use super::Rule;
use super::calendar::{full_year, near_year};
use super::hit::{Hit, word};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::{Case, Tokens};
use crate::{Holiday, Meaning, Which};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "holiday",
    read: holiday,
    examples: [
        (
            "before Christmas 1956 he",
            "Christmas 1956 = DATE 1956-12-25",
        ),
        ("on New Year's Eve he", "New Year's Eve = DATE 2010-12-31"),
    ],
    source: "5 U.S.C. 6103 for those of the United States",
}];

/// Names in small letters, word by word, and their days; the longest that fits is taken.
const NAMES: &[(&[&str], Holiday)] = &[
    (&["christmas"], Holiday::Fixed(12, 25)),
    (&["xmas"], Holiday::Fixed(12, 25)),
    (&["christmas", "day"], Holiday::Fixed(12, 25)),
    (&["christmas", "eve"], Holiday::Fixed(12, 24)),
    (&["boxing", "day"], Holiday::Fixed(12, 26)),
    (&["new", "year", "'", "s"], Holiday::Fixed(1, 1)),
    (&["new", "years"], Holiday::Fixed(1, 1)),
    (&["new", "year", "'", "s", "day"], Holiday::Fixed(1, 1)),
    (&["new", "years", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "day"], Holiday::Fixed(1, 1)),
    (&["new", "year", "'", "s", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "years", "eve"], Holiday::Fixed(12, 31)),
    (&["new", "year", "eve"], Holiday::Fixed(12, 31)),
    (&["yuandan"], Holiday::Fixed(1, 1)),
    (&["epiphany"], Holiday::Fixed(1, 6)),
    (&["groundhog", "day"], Holiday::Fixed(2, 2)),
    (&["valentine", "'", "s", "day"], Holiday::Fixed(2, 14)),
    (&["valentines", "day"], Holiday::Fixed(2, 14)),
    (&["valentine", "day"], Holiday::Fixed(2, 14)),
    (
        &["st", ".", "patrick", "'", "s", "day"],
        Holiday::Fixed(3, 17),
    ),
    (&["st", "patrick", "'", "s", "day"], Holiday::Fixed(3, 17)),
    (&["april", "fools"], Holiday::Fixed(4, 1)),
    (&["april", "fool", "'", "s", "day"], Holiday::Fixed(4, 1)),
    (&["april", "fools", "day"], Holiday::Fixed(4, 1)),
    (&["earth", "day"], Holiday::Fixed(4, 22)),
    (&["may", "day"], Holiday::Fixed(5, 1)),
    (&["cinco", "de", "mayo"], Holiday::Fixed(5, 5)),
    (&["juneteenth"], Holiday::Fixed(6, 19)),
    (&["canada", "day"], Holiday::Fixed(7, 1)),
    (&["independence", "day"], Holiday::Fixed(7, 4)),
    (&["bastille", "day"], Holiday::Fixed(7, 14)),
    (&["halloween"], Holiday::Fixed(10, 31)),
    (&["all", "saints", "day"], Holiday::Fixed(11, 1)),
    (&["all", "saints", "'", "day"], Holiday::Fixed(11, 1)),
    (&["all", "souls", "day"], Holiday::Fixed(11, 2)),
    (&["guy", "fawkes", "day"], Holiday::Fixed(11, 5)),
    (&["armistice", "day"], Holiday::Fixed(11, 11)),
    (&["veterans", "day"], Holiday::Fixed(11, 11)),
    (&["veterans", "'", "day"], Holiday::Fixed(11, 11)),
    (&["pearl", "harbor", "day"], Holiday::Fixed(12, 7)),
    (&["martin", "luther", "king", "day"], Holiday::Nth(1, 1, 3)),
    (
        &["martin", "luther", "king", "jr", ".", "day"],
        Holiday::Nth(1, 1, 3),
    ),
    (&["mlk", "day"], Holiday::Nth(1, 1, 3)),
    (&["presidents", "day"], Holiday::Nth(2, 1, 3)),
    (&["presidents", "'", "day"], Holiday::Nth(2, 1, 3)),
    (&["washington", "'", "s", "birthday"], Holiday::Nth(2, 1, 3)),
    (&["mother", "'", "s", "day"], Holiday::Nth(5, 7, 2)),
    (&["mothers", "day"], Holiday::Nth(5, 7, 2)),
    (&["mothers", "'", "day"], Holiday::Nth(5, 7, 2)),
    (&["memorial", "day"], Holiday::Nth(5, 1, -1)),
    (&["father", "'", "s", "day"], Holiday::Nth(6, 7, 3)),
    (&["fathers", "day"], Holiday::Nth(6, 7, 3)),
    (&["fathers", "'", "day"], Holiday::Nth(6, 7, 3)),
    (&["labor", "day"], Holiday::Nth(9, 1, 1)),
    (&["labour", "day"], Holiday::Nth(9, 1, 1)),
    (&["columbus", "day"], Holiday::Nth(10, 1, 2)),
    (&["thanksgiving"], Holiday::Nth(11, 4, 4)),
    (&["thanksgiving", "day"], Holiday::Nth(11, 4, 4)),
    (&["election", "day"], Holiday::ElectionDay),
    (&["shrove", "tuesday"], Holiday::Easter(-47)),
    (&["ash", "wednesday"], Holiday::Easter(-46)),
    (&["palm", "sunday"], Holiday::Easter(-7)),
    (&["maundy", "thursday"], Holiday::Easter(-3)),
    (&["good", "friday"], Holiday::Easter(-2)),
    (&["easter"], Holiday::Easter(0)),
    (&["easter", "day"], Holiday::Easter(0)),
    (&["easter", "sunday"], Holiday::Easter(0)),
    (&["easter", "monday"], Holiday::Easter(1)),
    (&["ascension", "day"], Holiday::Easter(39)),
    (&["pentecost"], Holiday::Easter(49)),
    (&["whit", "sunday"], Holiday::Easter(49)),
    (&["corpus", "christi"], Holiday::Easter(60)),
];

/// First words of names, each a term of its own so that others cost nothing.
pub(super) const FIRST_WORDS: &[&[u8]] = &[
    b"christmas",
    b"xmas",
    b"boxing",
    b"new",
    b"yuandan",
    b"epiphany",
    b"groundhog",
    b"valentine",
    b"valentines",
    b"earth",
    b"cinco",
    b"juneteenth",
    b"canada",
    b"independence",
    b"bastille",
    b"halloween",
    b"guy",
    b"armistice",
    b"veterans",
    b"pearl",
    b"martin",
    b"mlk",
    b"presidents",
    b"washington",
    b"mother",
    b"mothers",
    b"memorial",
    b"father",
    b"fathers",
    b"labor",
    b"labour",
    b"columbus",
    b"thanksgiving",
    b"election",
    b"shrove",
    b"ash",
    b"palm",
    b"maundy",
    b"good",
    b"easter",
    b"ascension",
    b"pentecost",
    b"whit",
    b"corpus",
];

fn holiday(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let which = match tokens.term(index) {
        Term::Cue(Cue::Last) => Which::Last,
        Term::Cue(Cue::This) => Which::This,
        Term::Cue(Cue::Next) => Which::Next,
        _ => Which::Near,
    };
    let at = index + usize::from(which != Which::Near);
    if !matches!(
        tokens.term(at),
        Term::Holiday | Term::Month(..) | Term::Cue(Cue::St | Cue::Full)
    ) {
        return None;
    }
    let fits = |names: &&(&[&str], Holiday)| {
        let marks = names.0.iter().enumerate();
        marks.into_iter().all(|(offset, name)| match *name {
            "'" => tokens.is_mark(at + offset, b'\''),
            "." => tokens.is_mark(at + offset, b'.'),
            name => word(tokens, at + offset, name),
        })
    };
    let (names, holiday) = NAMES
        .iter()
        .filter(fits)
        .max_by_key(|(names, _)| names.len())?;
    let end = at + names.len();
    // "The new years of the plan", "a good Friday": names have capitals, or are written small
    // where no word could be meant.
    if names.len() > 1 && tokens.case(at) == Case::Lower && word(tokens, at, "good") {
        return None;
    }
    let of = end + usize::from(tokens.is(end, Cue::Of));
    let of = tokens.skip_mark(of, b',');
    let year = full_year(tokens, of)
        .map(|year| (Some(year), of + 1))
        .or_else(|| near_year(tokens, end).map(|(year, end)| (Some(year), end)));
    let (year, end) = year.unwrap_or((None, end));
    let start = index;
    if tokens.term(end) == Term::Unit(Unit::Week) {
        return None;
    }
    Some(Hit::new(
        start,
        end,
        Meaning::Holiday(*holiday, year, which),
    ))
}
