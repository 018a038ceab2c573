//! Times of day: "4:15 p.m.", "1615 hours", "noon", "Friday evening"; alone or with a date.

use super::hit::Hit;
use crate::tokens::Tokens;
use crate::words::{Cue, DayPart, Term};
use crate::{Base, Clock, Meaning};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Some(hit) = part_of_day(tokens, index) {
        return Some(hit);
    }
    let (clock, end) = read(tokens, index)?;
    let base = Base::Narrative;
    let hit = Hit {
        clock: Some(clock),
        ..Hit::new(index, end, Meaning::TimeOfDay(base))
    };
    Some(hit)
}

/// Adds the time of day that follows a date: ", 4 p.m.", "—noon", " at 16:15", " evening".
pub(super) fn attach(tokens: &Tokens<'_>, hit: &mut Hit) {
    if let Term::Part(part) = tokens.term(hit.end) {
        hit.clock = Some(Clock::Part(part));
        hit.end += 1;
        return;
    }
    let next = match tokens.term(hit.end) {
        Term::Mark(b',' | b'-') | Term::Cue(Cue::At) => hit.end + 1,
        Term::Number(..) | Term::Cue(Cue::Noon | Cue::Midnight) => hit.end,
        _ => return,
    };
    let next = next + usize::from(tokens.is(next, Cue::At));
    if let Some((clock, end)) = read(tokens, next) {
        hit.clock = Some(clock);
        hit.end = end;
    }
}

/// A time of day at `index`, and the index after it.
pub(super) fn read(tokens: &Tokens<'_>, index: usize) -> Option<(Clock, usize)> {
    let at = |hour, minute, zulu| Clock::At { hour, minute, zulu };
    match tokens.term(index) {
        Term::Cue(Cue::Noon) => return Some((at(12, 0, false), index + 1)),
        Term::Cue(Cue::Midnight) => return Some((at(0, 0, false), index + 1)),
        _ => {}
    }
    let Term::Number(value, digits) = tokens.term(index) else {
        return None;
    };
    if digits == 4 && value < 2400 && value % 100 < 60 {
        let (zulu, end) = four_digits(tokens, index + 1)?;
        return Some((at((value / 100) as u8, (value % 100) as u8, zulu), end));
    }
    let hour = u8::try_from(value)
        .ok()
        .filter(|hour| *hour <= 24 && digits <= 2)?;
    let (minute, next) = minutes(tokens, index + 1);
    match (meridiem(tokens, next), minute) {
        (Some((pm, end)), minute) if (1..=12).contains(&hour) => {
            let hour = hour % 12 + if pm { 12 } else { 0 };
            Some((at(hour, minute.unwrap_or(0), false), end))
        }
        (None, Some(minute)) => {
            let (zulu, end) = zone(tokens, next);
            Some((at(hour, minute, zulu), end))
        }
        _ => None,
    }
}

/// What must follow four digits to make them a time: `Z`, "hours", "GMT".
fn four_digits(tokens: &Tokens<'_>, index: usize) -> Option<(bool, usize)> {
    let glued = tokens.list.get(index).is_some_and(|token| !token.spaced);
    match tokens.term(index) {
        Term::Cue(Cue::Hours) => Some((false, index + 1)),
        Term::Cue(Cue::Zone) => Some((true, index + 1)),
        Term::Other if glued && tokens.word(index).eq_ignore_ascii_case("z") => {
            Some((true, index + 1))
        }
        _ => None,
    }
}

/// ":15" or ".15" before "p.m.": the minute, and the index after it.
fn minutes(tokens: &Tokens<'_>, index: usize) -> (Option<u8>, usize) {
    let Term::Mark(mark @ (b':' | b'.')) = tokens.glued(index) else {
        return (None, index);
    };
    let Term::Number(minute @ 0..=59, 2) = tokens.glued(index + 1) else {
        return (None, index);
    };
    let end = index + 2;
    // "3.15" is a number unless "p.m." follows; "3:15:20" is a longer time.
    let free = mark == b':' && tokens.glued(end) != Term::Mark(b':');
    if free || meridiem(tokens, end).is_some() {
        return (Some(minute as u8), end);
    }
    (None, index)
}

/// "a.m.", "p. m.", "PM": whether after noon, and the index after it.
pub(super) fn meridiem(tokens: &Tokens<'_>, index: usize) -> Option<(bool, usize)> {
    match tokens.term(index) {
        Term::Cue(Cue::Am) => return Some((false, index + 1)),
        Term::Cue(Cue::Pm) => return Some((true, index + 1)),
        _ => {}
    }
    let pm = match tokens.word(index) {
        "a" | "A" => false,
        "p" | "P" => true,
        _ => return None,
    };
    if !tokens.is_mark(index + 1, b'.') || !tokens.word(index + 2).eq_ignore_ascii_case("m") {
        return None;
    }
    Some((pm, tokens.skip_mark(index + 3, b'.')))
}

/// "GMT", "Z", "local time": whether universal time, and the index after it.
fn zone(tokens: &Tokens<'_>, index: usize) -> (bool, usize) {
    match tokens.term(index) {
        Term::Cue(Cue::Zone) => (true, index + 1),
        Term::Cue(Cue::Local) if tokens.is(index + 1, Cue::Time) => (false, index + 2),
        Term::Other if tokens.word(index) == "Z" => (true, index + 1),
        _ => (false, index),
    }
}

/// "this morning", "that evening", "last night", "tonight".
fn part_of_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let back = |count, back, base| Meaning::Offset {
        count: Some(count),
        unit: crate::Unit::Day,
        back,
        base,
    };
    let (part, end) = match (tokens.term(index), tokens.term(index + 1)) {
        (Term::Cue(Cue::Tonight), _) => (DayPart::Night, index + 1),
        (Term::Cue(Cue::This | Cue::That | Cue::Last | Cue::Same), Term::Part(part)) => {
            (part, index + 2)
        }
        _ => return None,
    };
    let meaning = match tokens.term(index) {
        Term::Cue(Cue::This | Cue::Tonight) => back(0, false, Base::Telling),
        Term::Cue(Cue::Last) => back(1, true, Base::Telling),
        _ => back(0, false, Base::Narrative),
    };
    Some(Hit {
        clock: Some(Clock::Part(part)),
        ..Hit::new(index, end, meaning)
    })
}
