//! Whole periods near an anchor: "last year", "this month", "the following week", "last March".

use super::hit::{Hit, third};
use crate::tokens::Tokens;
use crate::words::{Cue, Term, Unit};
use crate::{Base, Meaning, Which};

pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let start = index;
    let index = next + usize::from(tokens.is(next, Cue::The));
    let had_the = index > next;
    let (which, shift, base) = match tokens.term(index) {
        Term::Cue(Cue::Last | Cue::Past) if !had_the => (Which::Last, -1, Base::Telling),
        Term::Cue(Cue::This | Cue::Current) => (Which::This, 0, Base::Telling),
        Term::Cue(Cue::Next) if !had_the => (Which::Next, 1, Base::Telling),
        Term::Cue(Cue::That) if !had_the => (Which::That, 0, Base::Narrative),
        Term::Cue(Cue::Same) => (Which::That, 0, Base::Narrative),
        Term::Cue(Cue::Previous) => (Which::Last, -1, Base::Narrative),
        Term::Cue(Cue::Following) => (Which::Next, 1, Base::Narrative),
        Term::Cue(Cue::Next) => (Which::Next, 1, Base::Narrative),
        _ => return None,
    };
    let meaning = match tokens.term(index + 1) {
        Term::Unit(unit) if is_period(tokens, index + 1, unit) => {
            Meaning::Period { unit, shift, base }
        }
        Term::Month(month, _) if tokens.case(index + 1) != crate::tokens::Case::Lower => {
            Meaning::Month(month, which)
        }
        _ => return None,
    };
    Some(Hit {
        third,
        ..Hit::new(start, index + 2, meaning)
    })
}

/// A calendar period in the singular: "last year", never "last years" or "this day".
fn is_period(tokens: &Tokens<'_>, index: usize, unit: Unit) -> bool {
    unit >= Unit::Week && !tokens.word(index).ends_with(['s', 'S'])
}
