//! Dates in digits: `2007-02-16`, `16.2.2007`, `2/16/07`.

use super::Rule;
use super::clock;
use super::hit::Hit;
use super::words::{Cue, Term};
use crate::tokens::{Case, Tokens};
use crate::{CalendarDate, Meaning, Year};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "digits",
    read: find,
    examples: [
        ("filed 2011-04-03.", "2011-04-03 = DATE 2011-04-03"),
        ("filed 23/4/2011 in", "23/4/2011 = DATE 2011-04-23"),
    ],
    source: "ISO 8601-1:2019, 5.2.2; Unicode CLDR short dates for the other orders",
}];

fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Term::Weekday(weekday, _) = tokens.term(index) {
        return after_weekday(tokens, index, weekday);
    }
    let Term::Number(first, first_digits) = tokens.term(index) else {
        return None;
    };
    let Term::Mark(mark @ (b'-' | b'.' | b'/')) = tokens.glued(index + 1) else {
        return None;
    };
    if let Term::Month(month, _) = tokens.glued(index + 2) {
        return year_month_day(tokens, index, first, month);
    }
    let Term::Number(second, second_digits) = tokens.glued(index + 2) else {
        return None;
    };
    if tokens.glued(index + 3) != Term::Mark(mark) {
        return two_parts(tokens, index, (first, second, second_digits), mark);
    }
    if !matches!(second_digits, 1 | 2) || !stands_free(tokens, index, index + 5) {
        return None;
    }
    let Term::Number(third, third_digits) = tokens.glued(index + 4) else {
        return None;
    };
    let meaning = match (first_digits, third_digits, mark) {
        (4, 1 | 2, _) => Meaning::Calendar(date(first, second, third)?),
        (1 | 2, 4, b'.') => Meaning::Calendar(date(third, second, first)?),
        (1 | 2, 2, b'.') => Meaning::Calendar(short(date(1, second, first)?, third)),
        (1 | 2, 4, _) => either(third, first, second)?,
        (1 | 2, 2, b'/' | b'-') => short_either(third, first, second)?,
        _ => return None,
    };
    if mark == b'-' && first_digits < 4 && is_series(tokens, index) {
        return None;
    }
    let mut hit = Hit::new(index, index + 5, meaning);
    // ISO 8601: "2016-12-16T12:23:59Z".
    if tokens.glued(hit.end) == Term::Other
        && matches!(tokens.word(hit.end), "T" | "t")
        && let Some((clock, end)) = clock::read(tokens, hit.end + 1)
    {
        hit.clock = Some(clock);
        hit.end = end;
        return Some(hit);
    }
    clock::attach(tokens, &mut hit);
    Some(hit)
}

/// "Friday 7/6": month and day, or day and month, as the weekday has it.
fn after_weekday(tokens: &Tokens<'_>, index: usize, weekday: i8) -> Option<Hit> {
    let next = tokens.skip_mark(index + 1, b',');
    let (Term::Number(..), Term::Mark(b'-' | b'/')) = (tokens.term(next), tokens.glued(next + 1))
    else {
        return None;
    };
    let mut hit = find(tokens, next).filter(|hit| hit.end == next + 3)?;
    if let Meaning::Calendar(date) = &mut hit.meaning {
        date.weekday = Some(weekday).filter(|_| date.day.is_some());
    }
    Some(Hit {
        start: index,
        ..hit
    })
}

/// "2019-Sep-1".
fn year_month_day(tokens: &Tokens<'_>, index: usize, year: u32, month: i8) -> Option<Hit> {
    let joined = matches!(tokens.glued(index + 3), Term::Mark(b'-' | b'/'));
    let Term::Number(day, 1 | 2) = tokens.glued(index + 4) else {
        return None;
    };
    let date = date(year, month as u32, day).filter(|_| joined && year > 999)?;
    Some(Hit::new(index, index + 5, Meaning::Calendar(date)))
}

/// "3/2015": month and year. "on 4/22", "on 4-22": month and day, or day and month where it can
/// only be so; after "on" and the like, for two numbers with a stroke are a fraction elsewhere.
fn two_parts(
    tokens: &Tokens<'_>,
    index: usize,
    (first, second, second_digits): (u32, u32, u8),
    mark: u8,
) -> Option<Hit> {
    if !stands_free(tokens, index, index + 3) {
        return None;
    }
    let part = |value: u32, last: u32| {
        i8::try_from(value)
            .ok()
            .filter(|_| (1..=last).contains(&value))
    };
    if second_digits == 4 && mark == b'/' && (1900..=2099).contains(&second) {
        let date = CalendarDate::new(
            Some(Year::Full(second as i16)),
            Some(part(first, 12)?),
            None,
        );
        return Some(Hit::new(index, index + 3, Meaning::Calendar(date)));
    }
    let asked = matches!(
        tokens.before(index),
        Term::Cue(Cue::On | Cue::Until | Cue::Since | Cue::Before | Cue::After | Cue::Each)
            | Term::Weekday(..)
    ) || mark == b'/' && is_range_end(tokens, index)
        || mark == b'/'
            && matches!(tokens.before(index), Term::Cue(Cue::From | Cue::Between))
            && is_range_end(tokens, index + 4)
        || has_zero(tokens, index) && mark != b'.' && !tokens.is_mark(index + 3, b'%');
    let ends = !matches!(tokens.term(index + 3), Term::Unit(_) | Term::Mark(b'%'));
    if !asked || !ends || second_digits > 2 {
        return None;
    }
    let (month, day) = match (part(first, 12), part(second, 31)) {
        (Some(month), Some(day)) => (month, day),
        _ => (part(second, 12)?, part(first, 31)?),
    };
    let mut hit = Hit::new(
        index,
        index + 3,
        Meaning::Calendar(CalendarDate::new(None, Some(month), Some(day))),
    );
    clock::attach(tokens, &mut hit);
    Some(hit)
}

/// "from 10/1 to 11/7": the second of two.
fn is_range_end(tokens: &Tokens<'_>, index: usize) -> bool {
    let opened = index.checked_sub(5);
    let joined = matches!(tokens.before(index), Term::Cue(Cue::To | Cue::And));
    joined
        && opened.is_some_and(|at| matches!(tokens.term(at), Term::Cue(Cue::From | Cue::Between)))
}

/// "22/04", "08/12": a leading zero is of a date.
fn has_zero(tokens: &Tokens<'_>, index: usize) -> bool {
    let starts = |at: usize| tokens.word(at).starts_with('0') && tokens.word(at).len() == 2;
    let two = |at: usize| tokens.word(at).len() == 2;
    two(index)
        && two(index + 2)
        && (starts(index) || starts(index + 2))
        && tokens.is_mark(index + 1, b'/')
}

/// "NIE 11-8-62", "the NSC 5-4-60": the number of a paper in its series.
fn is_series(tokens: &Tokens<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else {
        return false;
    };
    let is_short = (2..=5).contains(&tokens.word(before).len());
    let among_small = before == 0 || tokens.case(before - 1) != Case::Upper;
    tokens.term(before) == Term::Other
        && tokens.case(before) == Case::Upper
        && is_short
        && among_small
}

/// Not a part of a longer number, path or address.
fn stands_free(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let inside = |term| matches!(term, Term::Mark(b'-' | b'/' | b'.' | b':' | b'_'));
    let before = !tokens.list[start].spaced
        && (inside(tokens.before(start)) || tokens.before(start) == Term::Other);
    let digit_after =
        inside(tokens.glued(end)) && matches!(tokens.glued(end + 1), Term::Number(..));
    !before && !digit_after
}

fn date(year: u32, month: u32, day: u32) -> Option<CalendarDate> {
    let year = i16::try_from(year)
        .ok()
        .filter(|year| (1..=2199).contains(year))?;
    let month = i8::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let day = i8::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    Some(CalendarDate::new(
        Some(Year::Full(year)),
        Some(month),
        Some(day),
    ))
}

fn short(date: CalendarDate, year: u32) -> CalendarDate {
    CalendarDate {
        year: Some(Year::Short(year as i8)),
        ..date
    }
}

/// Month first, unless it cannot be; ambiguous where both can be.
fn either(year: u32, first: u32, second: u32) -> Option<Meaning> {
    match (date(year, first, second), date(year, second, first)) {
        (Some(month_first), Some(_)) if first != second => Some(Meaning::Ambiguous(month_first)),
        (Some(one), _) | (None, Some(one)) => Some(Meaning::Calendar(one)),
        (None, None) => None,
    }
}

fn short_either(year: u32, first: u32, second: u32) -> Option<Meaning> {
    Some(match either(1, first, second)? {
        Meaning::Ambiguous(date) => Meaning::Ambiguous(short(date, year)),
        Meaning::Calendar(date) => Meaning::Calendar(short(date, year)),
        other => other,
    })
}
