//! Seasons: "spring 2004", "the summer of 1967", "last fall", "this winter".

use super::Rule;
use super::calendar::{full_year, near_year};
use super::hit::{Hit, third};
use super::number::year_in_words;
use super::words::{Cue, Term};
use crate::tokens::Tokens;
use crate::{CalendarDate, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "season-of-year",
        read: of_year,
        examples: [
            ("in the summer of 1967", "the summer of 1967 = DATE 1967-SU"),
            ("in spring 2004", "spring 2004 = DATE 2004-SP"),
        ],
        source: "ISO 8601-2:2019, 4.8.2 for the numbers 21 to 24",
    },
    Rule {
        name: "season",
        read: bare,
        examples: [
            ("it began in the summer.", "the summer = DATE 2010-SU"),
            ("until late autumn", "late autumn = DATE 2011-FA END"),
        ],
        source: "",
    },
];

fn of_year(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let at = next + usize::from(tokens.is(next, Cue::The));
    let Term::Season(season) = tokens.term(at) else {
        return None;
    };
    let of = at + 1 + usize::from(tokens.is(at + 1, Cue::Of));
    let of = tokens.skip_mark(of, b',');
    let (year, end) = full_year(tokens, of)
        .map(|year| (year, of + 1))
        .or_else(|| year_in_words(tokens, of).map(|(year, end)| (Year::Full(year), end)))
        .or_else(|| near_year(tokens, at + 1))?;
    let date = CalendarDate::new(Some(year), Some(season), None);
    Some(Hit {
        third,
        ..Hit::new(index, end, Meaning::Calendar(date))
    })
}

/// A season alone: after "the", "in", "early"; "fall" and "spring" are words of another kind
/// far more often.
fn bare(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let at = next + usize::from(tokens.is(next, Cue::The));
    let Term::Season(season) = tokens.term(at) else {
        return None;
    };
    let asked = matches!(
        tokens.before(index),
        Term::Cue(Cue::In | Cue::By | Cue::During | Cue::Since | Cue::Until | Cue::This)
    );
    let had_the = at > next;
    // "the winter palace", "the spring offensive": the season tells a noun's kind, and which.
    let is_adjective = matches!(
        tokens.term(at + 1),
        Term::Other | Term::Unit(_) | Term::Cue(Cue::Quarter)
    ) && !tokens.list[at + 1..].is_empty()
        && tokens.glued(at + 1) == Term::End;
    let falls = matches!(season, 21 | 23) && !asked && third.is_none();
    let ok = (asked || had_the || third.is_some())
        && !(falls || is_adjective && had_the && third.is_none() && !asked);
    let date = CalendarDate::new(None, Some(season), None);
    ok.then(|| Hit {
        third,
        ..Hit::new(index, at + 1, Meaning::Calendar(date))
    })
}
