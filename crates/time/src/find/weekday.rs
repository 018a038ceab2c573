//! Weekdays without a date: "on Friday", "last Friday", "Friday evening".

use super::clock;
use super::hit::Hit;
use crate::tokens::{Case, Tokens};
use crate::words::{Cue, Term};
use crate::{Meaning, Which};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let which = match tokens.term(index) {
        Term::Cue(Cue::Last) => Some(Which::Last),
        Term::Cue(Cue::This) => Some(Which::This),
        Term::Cue(Cue::Next) => Some(Which::Next),
        Term::Cue(Cue::That) => Some(Which::That),
        _ => None,
    };
    // "The third Friday" is one of a row; "the Thursday" is near what was just told.
    let which = match tokens.before(index) {
        Term::Ordinal(_) => return None,
        Term::Cue(Cue::The) if which.is_none() => Some(Which::That),
        _ => which,
    };
    let cued = matches!(tokens.term(index), Term::Cue(_));
    let at = index + usize::from(cued && which.is_some());
    let Term::Weekday(weekday, short) = tokens.term(at) else {
        return None;
    };
    // "Sun", "Sat" and "Wed" are words and names too; they count only with a date.
    if short || tokens.case(at) == Case::Lower {
        return None;
    }
    let meaning = Meaning::Weekday(weekday, which.unwrap_or(Which::Near));
    let mut hit = Hit::new(index, at + 1, meaning);
    clock::attach(tokens, &mut hit);
    Some(hit)
}
