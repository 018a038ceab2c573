//! Lengths of time and recurring times: "for three weeks", "two-day", "every Friday".

use super::hit::{Hit, approximation};
use super::offset::{count, unit};
use crate::Meaning;
use crate::tokens::{Case, Tokens};
use crate::words::{Cue, Term, Unit};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    set(tokens, index).or_else(|| duration(tokens, index))
}

fn duration(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, approximate) = approximation(tokens, index);
    let (count, end) = count(tokens, next)?;
    let (unit, end) = unit(tokens, end)?;
    // "A six-year-old boy", "55 years old": an age, no time.
    let next = tokens.skip_mark(end, b'-');
    if tokens.word(next).eq_ignore_ascii_case("old")
        || tokens.word(next).eq_ignore_ascii_case("olds")
    {
        return None;
    }
    Some(Hit {
        approximate,
        ..Hit::new(index, end, Meaning::Duration(count, unit))
    })
}

/// "every Friday", "each month".
fn set(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !matches!(tokens.term(index), Term::Cue(Cue::Every | Cue::Each)) {
        return None;
    }
    let value = match tokens.term(index + 1) {
        Term::Weekday(weekday, false) if tokens.case(index + 1) != Case::Lower => {
            format!("XXXX-WXX-{weekday}")
        }
        Term::Month(month, false) if tokens.case(index + 1) != Case::Lower => {
            format!("XXXX-{month:02}")
        }
        Term::Part(_) | Term::Unit(Unit::Day) => "P1D".to_owned(),
        Term::Unit(unit) => crate::resolve::duration_value(Some(1), unit),
        _ => return None,
    };
    Some(Hit::new(index, index + 2, Meaning::Set(value)))
}
