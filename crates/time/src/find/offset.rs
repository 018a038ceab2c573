//! Times counted from another: "three weeks earlier", "about two years ago", "the previous day",
//! "yesterday", "earlier that month".

use super::clock;
use super::hit::{Hit, approximation};
use crate::tokens::Tokens;
use crate::words::{Cue, Term, Unit};
use crate::{Base, Meaning};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let mut hit = deictic_day(tokens, index)
        .or_else(|| neighbour_day(tokens, index))
        .or_else(|| within(tokens, index))
        .or_else(|| counted(tokens, index))?;
    if matches!(
        hit.meaning,
        Meaning::Offset {
            unit: Unit::Day,
            ..
        }
    ) {
        clock::attach(tokens, &mut hit);
    }
    Some(hit)
}

/// "yesterday", "today", "tomorrow".
fn deictic_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (count, back) = match tokens.term(index) {
        Term::Cue(Cue::Yesterday) => (1, true),
        Term::Cue(Cue::Today) => (0, false),
        Term::Cue(Cue::Tomorrow) => (1, false),
        _ => return None,
    };
    Some(Hit::new(index, index + 1, days(count, back, Base::Telling)))
}

/// "the previous day", "the next day", "the following day", "the same day", "that day".
fn neighbour_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let start = index;
    let index = index + usize::from(tokens.is(index, Cue::The));
    let had_the = index > start;
    let (count, back) = match tokens.term(index) {
        Term::Cue(Cue::Previous) => (1, true),
        Term::Cue(Cue::Following) => (1, false),
        Term::Cue(Cue::Next) => (1, false),
        Term::Cue(Cue::Same) => (0, false),
        Term::Cue(Cue::That) if !had_the => (0, false),
        _ => return None,
    };
    if tokens.term(index + 1) != Term::Unit(Unit::Day)
        || tokens.word(index + 1).ends_with(['s', 'S'])
    {
        return None;
    }
    Some(Hit::new(
        start,
        index + 2,
        days(count, back, Base::Narrative),
    ))
}

fn days(count: u32, back: bool, base: Base) -> Meaning {
    Meaning::Offset {
        count: Some(count),
        unit: Unit::Day,
        back,
        base,
    }
}

/// "earlier that month", "later this year", "earlier in the week".
fn within(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let back = match tokens.term(index) {
        Term::Cue(Cue::Earlier) => true,
        Term::Cue(Cue::Later) => false,
        _ => return None,
    };
    let next = index + 1 + usize::from(tokens.is(index + 1, Cue::In));
    let base = match tokens.term(next) {
        Term::Cue(Cue::This) => Base::Telling,
        Term::Cue(Cue::That | Cue::The | Cue::Same) => Base::Narrative,
        _ => return None,
    };
    let next = next + 1 + usize::from(tokens.is(next + 1, Cue::Same));
    let Term::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = tokens.term(next)
    else {
        return None;
    };
    Some(Hit::new(
        index,
        next + 1,
        Meaning::Within { unit, back, base },
    ))
}

/// A count with a unit and a direction.
fn counted(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, approximate) = approximation(tokens, index);
    let next = next + usize::from(tokens.is(next, Cue::The) && tokens.is(next + 1, Cue::Past));
    let (count, next) = count(tokens, next)?;
    let (unit, next) = unit(tokens, next)?;
    let (back, base) = match tokens.term(next) {
        Term::Cue(Cue::Ago) => (true, Base::Telling),
        Term::Cue(Cue::Earlier | Cue::Previous) => (true, Base::Narrative),
        Term::Cue(Cue::Before) if counts_from_narrative(tokens, next) => (true, Base::Narrative),
        Term::Cue(Cue::Later) => (false, Base::Narrative),
        Term::Cue(Cue::After) if counts_from_narrative(tokens, next) => (false, Base::Narrative),
        _ => return None,
    };
    let meaning = Meaning::Offset {
        count,
        unit,
        back,
        base,
    };
    Some(Hit {
        approximate,
        ..Hit::new(index, next + 1, meaning)
    })
}

/// "two days before." counts from the narrative; "two days before the meeting" does not.
fn counts_from_narrative(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(
        tokens.term(index + 1),
        Term::End | Term::Mark(b'.' | b',' | b';')
    )
}

/// "three", "21", "a", "a few", "several", "twenty-five", "a couple of", "a dozen".
pub(super) fn count(tokens: &Tokens<'_>, index: usize) -> Option<(Option<u32>, usize)> {
    match tokens.term(index) {
        Term::Number(value, 1..=3) => {
            free_number(tokens, index).then_some((Some(value), index + 1))
        }
        Term::Count(tens) => Some(count_in_words(tokens, index, tens)),
        Term::Cue(Cue::Several | Cue::Few) => Some((None, index + 1)),
        Term::Cue(Cue::A) => Some(match tokens.term(index + 1) {
            Term::Cue(Cue::Few) => (None, index + 2),
            Term::Cue(Cue::Couple) => (
                Some(2),
                index + 2 + usize::from(tokens.is(index + 2, Cue::Of)),
            ),
            Term::Cue(Cue::Dozen) => (Some(12), index + 2),
            _ => (Some(1), index + 1),
        }),
        _ => None,
    }
}

/// Not the end of "1,000" or "2.5".
fn free_number(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.list[index].spaced
        || !matches!(
            tokens.before(index),
            Term::Mark(b',' | b'.' | b'$' | b'-' | b'/')
        )
}

fn count_in_words(tokens: &Tokens<'_>, index: usize, tens: u32) -> (Option<u32>, usize) {
    let next = tokens.skip_mark(index + 1, b'-');
    match tokens.term(next) {
        Term::Count(ones @ 1..=9) if tens >= 20 && tens.is_multiple_of(10) => {
            (Some(tens + ones), next + 1)
        }
        _ => (Some(tens), index + 1),
    }
}

/// A unit after a count, with or without a hyphen; `hours` is a unit here.
pub(super) fn unit(tokens: &Tokens<'_>, index: usize) -> Option<(Unit, usize)> {
    let index = tokens.skip_mark(index, b'-');
    match tokens.term(index) {
        Term::Unit(unit) => Some((unit, index + 1)),
        Term::Cue(Cue::Hours) => Some((Unit::Hour, index + 1)),
        _ => None,
    }
}
