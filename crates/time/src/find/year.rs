//! Years, decades and seasons: "in 2007", "late 2004", "the 1990s", "the summer of 1967".

use super::calendar::{full_year, near_year};
use super::hit::{Hit, third};
use crate::tokens::Tokens;
use crate::words::{Cue, Term};
use crate::{CalendarDate, Meaning, Year};

/// Nouns that make four digits before them a count.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "troops",
    "soldiers",
    "tons",
    "dollars",
    "miles",
    "feet",
    "meters",
    "metres",
    "words",
    "copies",
    "cases",
    "persons",
    "pounds",
    "francs",
    "members",
    "officers",
    "officials",
    "houses",
    "homes",
    "kilometers",
    "kilometres",
    "km",
    "barrels",
    "acres",
    "votes",
];

/// Four digits alone are a year from here on: below it they are counts, numbers of telegrams and
/// times of day ("before 1400") in nearly all that is written of our time.
const EARLIEST_ALONE: i16 = 1700;

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    if let Some(hit) = decade(tokens, next) {
        return Some(Hit {
            start: index,
            third,
            ..hit
        });
    }
    if let Some(hit) = quarter(tokens, index) {
        return Some(hit);
    }
    if let Term::Season(season) = tokens.term(next) {
        return season_of_year(tokens, index, next, season);
    }
    let year = full_year(tokens, next)?;
    if matches!(year, Year::Full(..EARLIEST_ALONE)) {
        return None;
    }
    let date = CalendarDate {
        year: Some(year),
        ..CalendarDate::default()
    };
    let asked = third.is_some() || asks_for_year(tokens, next);
    if !asked || is_count(tokens, next) || is_part_of_number(tokens, next) {
        return None;
    }
    let last = Hit {
        third,
        aside: matches!(tokens.before(next), Term::Cue(Cue::Of | Cue::Since)),
        ..Hit::new(index, next + 1, Meaning::Calendar(date))
    };
    Some(year_range(tokens, last, date))
}

/// "from 1973 to 1975", "1973–1975": the range, where a second year follows.
fn year_range(tokens: &Tokens<'_>, hit: Hit, first: CalendarDate) -> Hit {
    let joined = matches!(
        tokens.term(hit.end),
        Term::Mark(b'-') | Term::Cue(Cue::To | Cue::Through | Cue::Until)
    ) || (tokens.is(hit.end, Cue::And)
        && hit.start > 0
        && tokens.is(hit.start - 1, Cue::Between));
    match full_year(tokens, hit.end + 1) {
        Some(year) if joined => {
            let second = CalendarDate {
                year: Some(year),
                ..CalendarDate::default()
            };
            Hit {
                end: hit.end + 2,
                meaning: Meaning::Range(first, second),
                ..hit
            }
        }
        _ => hit,
    }
}

fn asks_for_year(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(
        tokens.before(index),
        Term::Cue(
            Cue::In
                | Cue::Since
                | Cue::Until
                | Cue::By
                | Cue::During
                | Cue::From
                | Cue::Between
                | Cue::Before
                | Cue::After
                | Cue::To
                | Cue::Of
        )
    ) && !matches!(
        tokens.term(index + 1),
        Term::Unit(_) | Term::Mark(b'%' | b'$')
    ) || tokens.before(index) == Term::Mark(b'(') && tokens.is_mark(index + 1, b')')
}

/// "2000 people", "the evacuation of 1900 Europeans", "out of 1800 applications".
fn is_count(tokens: &Tokens<'_>, index: usize) -> bool {
    let next = tokens.word(index + 1);
    let measures = matches!(tokens.before(index), Term::Cue(Cue::Of | Cue::To));
    let is_plural = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss");
    COUNTED.contains(&next) || measures && is_plural && tokens.term(index + 1) == Term::Other
}

fn is_part_of_number(tokens: &Tokens<'_>, index: usize) -> bool {
    let glued =
        |at, marks: &[u8]| matches!(tokens.glued(at), Term::Mark(mark) if marks.contains(&mark));
    glued(index + 1, b".,:/") && matches!(tokens.glued(index + 2), Term::Number(..))
        || !tokens.list[index].spaced
            && !matches!(tokens.before(index), Term::Mark(b'(' | b'-' | b'\'' | b'"'))
}

/// "1990s", "1990's", "'90s" is left out: the century is not said.
fn decade(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let index = index + usize::from(tokens.is(index, Cue::The));
    let Term::Number(year @ 1000..=2190, 4) = tokens.term(index) else {
        return None;
    };
    let mark = usize::from(tokens.glued(index + 1) == Term::Mark(b'\''));
    let s = index + 1 + mark;
    let glued = tokens.glued(s) != Term::End;
    if year % 10 != 0 || !glued || !matches!(tokens.word(s), "s" | "S") {
        return None;
    }
    Some(Hit::new(index, s + 1, Meaning::Decade(year as i16)))
}

/// "the third quarter of 1989", "fourth-quarter", "second quarter of last year".
fn quarter(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let number = match tokens.term(at) {
        Term::Ordinal(number @ 1..=4) => number as i8,
        Term::Other if tokens.word(at).eq_ignore_ascii_case("second") => 2,
        _ => return None,
    };
    let next = tokens.skip_mark(at + 1, b'-');
    if !tokens.is(next, Cue::Quarter) {
        return None;
    }
    let of = next + 1 + usize::from(tokens.is(next + 1, Cue::Of));
    let year = full_year(tokens, of)
        .map(|year| (year, of + 1))
        .or_else(|| near_year(tokens, next + 1));
    let (year, end) = year.map_or((None, next + 1), |(year, end)| (Some(year), end));
    let date = CalendarDate::new(year, Some(number + 32), None);
    Some(Hit::new(index, end, Meaning::Calendar(date)))
}

/// "spring 2004", "the summer of 1967".
fn season_of_year(tokens: &Tokens<'_>, start: usize, at: usize, season: i8) -> Option<Hit> {
    let next = at + 1 + usize::from(tokens.is(at + 1, Cue::Of));
    let year = full_year(tokens, next)?;
    let date = CalendarDate::new(Some(year), Some(season), None);
    Some(Hit::new(start, next + 1, Meaning::Calendar(date)))
}
