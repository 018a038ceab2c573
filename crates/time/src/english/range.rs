//! Two times and all between: "from Monday to Friday", "between 4 and 5 p.m.", "1 May – 3 June".
//!
//! Families read ranges within one date ("3–7 May") themselves; this joins two whole readings.

use super::hit::Hit;
use super::words::{Cue, Term};
use crate::Meaning;
use crate::tokens::Tokens;

/// The reading grown by the time that it runs to, where one follows.
pub(crate) fn extend(tokens: &Tokens<'_>, hit: Hit) -> Hit {
    let is_now = matches!(hit.meaning, Meaning::Vague(crate::Reference::Present))
        && tokens.is(hit.start, Cue::Now)
        && matches!(
            tokens.before(hit.start),
            Term::Cue(Cue::Between | Cue::From)
        );
    let hit = match is_now {
        true => Hit {
            meaning: Meaning::days(0, false, crate::Base::Telling),
            ..hit
        },
        false => hit,
    };
    if !is_end(&hit) {
        return hit;
    }
    let before = match hit.start.checked_sub(1) {
        Some(before) => tokens.term(before),
        None => Term::End,
    };
    let opened = before == Term::Cue(Cue::From);
    let joined = match tokens.term(hit.end) {
        Term::Cue(Cue::To) => opened,
        Term::Cue(Cue::Through) => true,
        Term::Cue(Cue::Until) => {
            opened || is_day(&hit) || matches!(hit.meaning, Meaning::Weekday(..))
        }
        Term::Mark(b'-') => {
            is_day(&hit)
                || is_year(&hit) && super::calendar::full_year(tokens, hit.end + 1).is_some()
        }
        Term::Cue(Cue::And) => before == Term::Cue(Cue::Between),
        _ => false,
    };
    if !joined || matches!(tokens.list.get(hit.end), Some(token) if token.parted) {
        return hit;
    }
    let Some(second) = super::read(tokens, hit.end + 1).filter(|second| same_kind(&hit, second))
    else {
        return hit;
    };
    if tokens.parted(hit.end, second.end) {
        return hit;
    }
    let (start, end, rule) = (hit.start, second.end, "range");
    let (first, second) = (hit.found(tokens), second.found(tokens));
    let meaning = Meaning::Between(Box::new(first), Box::new(second));
    Hit {
        rule,
        ..Hit::new(start, end, meaning)
    }
}

fn is_end(hit: &Hit) -> bool {
    matches!(
        hit.meaning,
        Meaning::Calendar(_)
            | Meaning::Weekday(..)
            | Meaning::WeekdayOfWeek(..)
            | Meaning::Month(..)
            | Meaning::TimeOfDay(_)
            | Meaning::Decade(_)
            | Meaning::Century(_)
            | Meaning::Holiday(..)
    ) || is_day(hit)
}

fn is_day(hit: &Hit) -> bool {
    match &hit.meaning {
        Meaning::Calendar(date) => date.day.is_some(),
        Meaning::Offset { length, .. } => length.unit() == crate::Unit::Day,
        meaning => matches!(meaning, Meaning::TimeOfDay(_)),
    }
}

fn is_year(hit: &Hit) -> bool {
    matches!(&hit.meaning, Meaning::Calendar(date) if date.month.is_none() && date.day.is_none())
}

/// A time of day runs to a time of day, a day to a day, a month to a month.
fn same_kind(first: &Hit, second: &Hit) -> bool {
    let grain = |hit: &Hit| match &hit.meaning {
        Meaning::Calendar(date) => match (date.day, date.month) {
            (Some(_), _) => Some(1),
            (None, Some(_)) => Some(2),
            (None, None) => Some(3),
        },
        Meaning::Weekday(..) | Meaning::WeekdayOfWeek(..) | Meaning::Holiday(..) => Some(1),
        Meaning::Month(..) => Some(2),
        Meaning::Offset { length, .. } if length.unit() == crate::Unit::Day => Some(1),
        Meaning::TimeOfDay(_) => Some(0),
        Meaning::Decade(_) => Some(4),
        Meaning::Century(_) => Some(5),
        _ => None,
    };
    grain(first).is_some() && grain(first) == grain(second)
}
