//! Days and months by their numbers alone: "on 15", "from 4 to 22 of this month", "2016 - 11".

use super::Rule;
use super::calendar::day;
use super::clock;
use super::hit::Hit;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{CalendarDate, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "on-number",
        read: on_number,
        examples: [
            ("he will be back on 15.", "15 = DATE 2011-04-15"),
            ("he left on 3 at 8:00", "3 at 8:00 = TIME 2011-04-03T08:00"),
        ],
        source: "",
    },
    Rule {
        name: "days-of-near-month",
        read: days_of_near_month,
        examples: [
            (
                "from 4 to 22 of next month",
                "4 to 22 of next month = DATE 2011-05-04/2011-05-22",
            ),
            (
                "between 4 and 22 last month",
                "4 and 22 last month = DATE 2011-03-04/2011-03-22",
            ),
        ],
        source: "",
    },
    Rule {
        name: "spaced-year-month",
        read: spaced_year_month,
        examples: [
            ("issued 2016 - 11.", "2016 - 11 = DATE 2016-11"),
            ("issued 11 / 2016", "11 / 2016 = DATE 2016-11"),
        ],
        source: "",
    },
];

/// "on 15", "on 15 at 8:00", "on 15, 8 p.m.": a day of the month alone, behind "on" and where
/// its clause ends or a time of day follows.
fn on_number(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if tokens.before(index) != Term::Cue(Cue::On) {
        return None;
    }
    let Term::Number(value @ 1..=31, 1 | 2) = tokens.term(index) else {
        return None;
    };
    let date = CalendarDate::new(None, None, Some(value as i8));
    let mut hit = Hit::new(index, index + 1, Meaning::Calendar(date));
    clock::attach(tokens, &mut hit);
    let has_clock = hit.clock.is_some();
    let ends = matches!(
        tokens.term(hit.end),
        Term::End | Term::Mark(b'.' | b'!' | b'?')
    );
    let decimal = matches!(tokens.glued(hit.end + 1), Term::Number(..));
    (has_clock || ends && !decimal).then_some(hit)
}

/// "15", "the 15", "the fifteenth" where a clause ends: a day of the month.
pub(super) fn numbered_day(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, usize)> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let (day, end) = day(tokens, at)?;
    let ends = matches!(
        tokens.term(end),
        Term::End | Term::Mark(b'.' | b'!' | b'?' | b',')
    ) && !matches!(tokens.glued(end + 1), Term::Number(..));
    let date = CalendarDate::new(None, None, Some(day));
    ends.then_some((Meaning::Calendar(date), end))
}

/// "4 to 22 of this month", "4-23 in next month".
fn days_of_near_month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (first, next) = day(tokens, index)?;
    let joined = match tokens.term(next) {
        Term::Mark(b'-') => true,
        Term::Cue(Cue::To | Cue::Until | Cue::Through) => true,
        Term::Cue(Cue::And) => tokens.before(index) == Term::Cue(Cue::Between),
        _ => false,
    };
    let (second, end) = day(tokens, next + 1).filter(|_| joined)?;
    let of = matches!(tokens.term(end), Term::Cue(Cue::Of | Cue::In));
    let (_, shift, base, at) = super::period::pointer(tokens, end + usize::from(of))?;
    if tokens.term(at) != Term::Unit(Unit::Month) || first > second {
        return None;
    }
    let found = |day, (from, to)| {
        let hit = Hit::new(from, to, Meaning::DayOfMonth(day, shift, base));
        Box::new(hit.found(tokens))
    };
    let both = Meaning::Between(
        found(first, (index, next)),
        found(second, (next + 1, at + 1)),
    );
    Some(Hit::new(index, at + 1, both))
}

/// "2016 - 11", "2016 / 11", "11 - 2016" with spaces, alone to the end of its clause.
fn spaced_year_month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let spaced = tokens.glued(index + 1) == Term::End || tokens.glued(index + 2) == Term::End;
    let ends = matches!(
        tokens.term(index + 3),
        Term::End | Term::Mark(b'.' | b'!' | b'?')
    );
    let joined = matches!(tokens.term(index + 1), Term::Mark(b'/' | b'-'));
    let free = matches!(
        tokens.before(index),
        Term::End | Term::Other | Term::Cue(Cue::In | Cue::On | Cue::By | Cue::Since | Cue::Until)
    );
    if !spaced || !ends || !joined || !free {
        return None;
    }
    let (year, month) = match (tokens.term(index), tokens.term(index + 2)) {
        (Term::Number(year, 4), Term::Number(month, 2))
        | (Term::Number(month, 2), Term::Number(year, 4)) => (year, month),
        _ => return None,
    };
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let date = CalendarDate::new(Some(Year::Full(year as i16)), Some(month as i8), None);
    Some(Hit::new(index, index + 3, Meaning::Calendar(date)))
}
