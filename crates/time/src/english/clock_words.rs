//! Times of day in words: "half past eight", "a quarter to nine", "seven o'clock", "eight forty
//! p.m.".

use super::hit::word;
use super::number::below_hundred;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;

/// Hour and minute, whether only twelve hours are counted, and the index after.
pub(super) fn read(tokens: &Tokens<'_>, index: usize) -> Option<(u8, u8, usize)> {
    past_or_to(tokens, index)
        .or_else(|| oclock(tokens, index))
        .or_else(|| hour_minute(tokens, index))
}

/// "half past eight", "a quarter to nine", "ten past 9", "three minutes to eight".
fn past_or_to(tokens: &Tokens<'_>, index: usize) -> Option<(u8, u8, usize)> {
    let a = usize::from(tokens.is(index, Cue::A));
    let (minutes, next) = if tokens.is(index + a, Cue::Half) {
        (30, index + a + 1)
    } else if tokens.is(index + a, Cue::Quarter) {
        (15, index + a + 1)
    } else {
        let (minutes, next) = small(tokens, index)?;
        if tokens.is(next, Cue::Quarter) && minutes == 3 {
            (45, next + 1)
        } else {
            let unit = tokens.term(next) == Term::Unit(Unit::Minute);
            (minutes, next + usize::from(unit))
        }
    };
    let to = match tokens.term(next) {
        Term::Cue(Cue::Past | Cue::After) => false,
        Term::Cue(Cue::To) => true,
        _ => return None,
    };
    let is_free = matches!(tokens.term(index), Term::Cue(_))
        || matches!(tokens.term(next - 1), Term::Unit(_) | Term::Cue(_))
        || !to && tokens.is(next, Cue::Past);
    let (hour, end) = small(tokens, next + 1).filter(|(hour, _)| *hour <= 24 && is_free)?;
    if minutes >= 60 {
        return None;
    }
    let end = after_oclock(tokens, end).unwrap_or(end);
    match to {
        true => Some(((hour + 23) % 24, 60 - minutes, end)),
        false => Some((hour % 24, minutes, end)),
    }
}

fn small(tokens: &Tokens<'_>, index: usize) -> Option<(u8, usize)> {
    match tokens.term(index) {
        Term::Number(value @ 0..=59, 1 | 2) => Some((value as u8, index + 1)),
        Term::Count(_) => {
            let (value, next) = below_hundred(tokens, index)?;
            Some((u8::try_from(value).ok()?, next))
        }
        _ => None,
    }
}

/// "seven o'clock", "7 oclock".
fn oclock(tokens: &Tokens<'_>, index: usize) -> Option<(u8, u8, usize)> {
    let (hour, next) = small(tokens, index).filter(|(hour, _)| *hour <= 24)?;
    after_oclock(tokens, next).map(|end| (hour % 24, 0, end))
}

fn after_oclock(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    if word(tokens, index, "oclock") {
        return Some(index + 1);
    }
    let mark = tokens.is(index, Cue::Oclock) && tokens.is_mark(index + 1, b'\'');
    (mark && word(tokens, index + 2, "clock")).then_some(index + 3)
}

/// "eight forty p.m.", "seven thirty": hours and minutes in words, and what makes them a time.
fn hour_minute(tokens: &Tokens<'_>, index: usize) -> Option<(u8, u8, usize)> {
    let Term::Count(hour @ 1..=24) = tokens.term(index) else {
        return None;
    };
    let (minute, end) = below_hundred(tokens, index + 1)
        .filter(|(minute, _)| (10..=59).contains(minute))
        .unwrap_or((0, index + 1));
    let is_half = super::clock::meridiem(tokens, end).is_some()
        || hour <= 12 && super::clock::part_behind(tokens, end).is_some();
    is_half.then_some((hour as u8 % 24, minute as u8, end))
}

/// "eight forty", "eleven five": both in words, with nothing behind them.
pub(super) fn hour_and_minute(tokens: &Tokens<'_>, index: usize) -> Option<(u8, u8, usize)> {
    let Term::Count(hour @ 1..=12) = tokens.term(index) else {
        return None;
    };
    let (minute, end) = below_hundred(tokens, index + 1)?;
    (5..=59)
        .contains(&minute)
        .then_some((hour as u8, minute as u8, end))
}
