//! Dates in digits: `2007-02-16`, `16.2.2007`, `2/16/07`.

use super::clock;
use super::hit::Hit;
use crate::tokens::Tokens;
use crate::words::Term;
use crate::{CalendarDate, Meaning, Year};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Number(first, first_digits) = tokens.term(index) else {
        return None;
    };
    let Term::Mark(mark @ (b'-' | b'.' | b'/')) = tokens.glued(index + 1) else {
        return None;
    };
    let Term::Number(second, 1 | 2) = tokens.glued(index + 2) else {
        return None;
    };
    if tokens.glued(index + 3) != Term::Mark(mark) || !stands_free(tokens, index, index + 5) {
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
        (1 | 2, 2, b'/') => short_either(third, first, second)?,
        _ => return None,
    };
    let mut hit = Hit::new(index, index + 5, meaning);
    clock::attach(tokens, &mut hit);
    Some(hit)
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
