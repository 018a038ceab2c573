//! Weekdays without a date: "on Friday", "last Friday", "Friday evening", "Friday of next week",
//! "the first Friday of July".

use super::Rule;
use super::calendar::{full_year, month_at, near_year};
use super::clock;
use super::hit::{Hit, third, word};
use super::number::{cardinal, ordinal};
use super::period::pointer;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::{Case, Tokens};
use crate::{Base, CalendarDate, Meaning, Which};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "weekday",
        read: bare,
        examples: [
            ("he came on Friday.", "Friday = DATE 2011-04-01"),
            (
                "he came last Tuesday evening",
                "last Tuesday evening = TIME 2011-03-29TEV",
            ),
        ],
        source: "",
    },
    Rule {
        name: "weekday-of-week",
        read: of_week,
        examples: [
            (
                "on Friday of next week",
                "Friday of next week = DATE 2011-04-15",
            ),
            (
                "next week on Friday",
                "next week on Friday = DATE 2011-04-15",
            ),
        ],
        source: "",
    },
    Rule {
        name: "weekday-of-month",
        read: of_month,
        examples: [
            (
                "the first Friday of July 2004",
                "the first Friday of July 2004 = DATE 2004-07-02",
            ),
            (
                "the last Monday in May 2016",
                "the last Monday in May 2016 = DATE 2016-05-30",
            ),
        ],
        source: "",
    },
    Rule {
        name: "weekdays-of-week",
        read: days_of_week,
        examples: [
            (
                "next week between Wednesday and Friday",
                "next week between Wednesday and Friday = DATE 2011-04-13/2011-04-15",
            ),
            (
                "this week from Tue to Thur he",
                "this week from Tue to Thur = DATE 2011-04-05/2011-04-07",
            ),
        ],
        source: "",
    },
    Rule {
        name: "week-of-month",
        read: week_of_month,
        examples: [
            (
                "the third week of May 2011",
                "the third week of May 2011 = DATE 2011-W20",
            ),
            (
                "in the first week of this month",
                "the first week of this month = DATE 2011-W14",
            ),
        ],
        source: "",
    },
    Rule {
        name: "numbered-weekday",
        read: numbered,
        examples: [
            (
                "he comes the third Friday.",
                "third Friday = DATE 2011-04-15",
            ),
            (
                "he leaves on the second Monday",
                "second Monday = DATE 2011-04-11",
            ),
        ],
        source: "",
    },
    Rule {
        name: "weekdays-ahead",
        read: ahead,
        examples: [
            (
                "two Mondays from now",
                "two Mondays from now = DATE 2011-04-18",
            ),
            ("a week from Friday", "a week from Friday = DATE 2011-04-15"),
        ],
        source: "",
    },
];

/// A weekday's number at `index`; "sun", "sat", "wed" in small letters or alone are words.
fn weekday_at(tokens: &Tokens<'_>, index: usize) -> Option<i8> {
    match tokens.term(index) {
        Term::Weekday(weekday, false) => Some(weekday),
        Term::Weekday(weekday, true) => {
            // "Sun", "Sat" and "Wed" are words and names too.
            let is_word = matches!(weekday, 3 | 6 | 7);
            // So is any short form before a name: "Thu Tran".
            let is_named =
                tokens.term(index + 1) == Term::Other && tokens.case(index + 1) == Case::Capital;
            (!is_word && !is_named && tokens.case(index) != Case::Upper).then_some(weekday)
        }
        _ => None,
    }
}

fn bare(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let the = tokens.is(next, Cue::The);
    let at = next + usize::from(the);
    let which = match tokens.term(at) {
        Term::Cue(Cue::Last | Cue::Past) => Some(Which::Last),
        Term::Cue(Cue::Previous) => Some(Which::Previous),
        Term::Cue(Cue::Following) => Some(Which::Following),
        Term::Cue(Cue::This | Cue::Coming) => Some(Which::This),
        Term::Cue(Cue::Next) => Some(Which::Next),
        Term::Cue(Cue::That) => Some(Which::That),
        _ => None,
    };
    let day_at = at + usize::from(which.is_some());
    let day_at = day_at + usize::from(which == Some(Which::This) && tokens.is(day_at, Cue::Coming));
    // "The third Friday" is one of a row; "the Thursday" is near what was just told.
    let which = match tokens.before(index) {
        Term::Ordinal(_) => return None,
        // "A Monday": any; but "a Sunday night service".
        Term::Cue(Cue::A) if which.is_none() && !is_before_noun(tokens, day_at) => return None,
        Term::Cue(Cue::The) if which.is_none() => Some(Which::That),
        _ => which,
    };
    if the && which.is_none() {
        return None;
    }
    let weekday = weekday_at(tokens, day_at)?;
    let meaning = Meaning::Weekday(weekday, which.unwrap_or(Which::Near));
    let mut hit = Hit {
        third,
        ..Hit::new(index, day_at + 1, meaning)
    };
    clock::attach(tokens, &mut hit);
    // "Tuesday nights", "Monday and Tuesday nights" come again.
    (super::set::nights(tokens, day_at).is_none()).then_some(hit)
}

/// "a **Sunday** night service", "a **Friday** deadline": what the noun is.
fn is_before_noun(tokens: &Tokens<'_>, day: usize) -> bool {
    const NO_NOUN: &[&str] = &[
        "because", "but", "can", "could", "had", "has", "he", "if", "is", "it", "like", "may",
        "might", "must", "she", "should", "they", "unless", "was", "we", "were", "when", "where",
        "which", "while", "who", "will", "with", "without", "would",
    ];
    let is_part = matches!(tokens.term(day + 1), Term::Part(_));
    let next = day + 1 + usize::from(is_part);
    tokens.term(next) == Term::Other
        && tokens.case(next) == Case::Lower
        && !NO_NOUN.contains(&tokens.word(next))
}

/// "Friday of next week", "Friday this week", "next week on Friday", "next week Friday".
fn of_week(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (weekday, shift, base, end) = if let Some(weekday) = weekday_at(tokens, index) {
        let of = index + 1 + usize::from(tokens.is(index + 1, Cue::Of));
        let (_, shift, base, at) = pointer(tokens, of)?;
        is_week(tokens, at).then_some((weekday, shift, base, at + 1))?
    } else {
        let (_, shift, base, at) = pointer(tokens, index)?;
        if !is_week(tokens, at) {
            return None;
        }
        let on = at + 1 + usize::from(tokens.is(at + 1, Cue::On));
        let on = tokens.skip_mark(on, b',');
        (weekday_at(tokens, on)?, shift, base, on + 1)
    };
    let mut hit = Hit::new(index, end, Meaning::WeekdayOfWeek(weekday, shift, base));
    clock::attach(tokens, &mut hit);
    Some(hit)
}

fn is_week(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.term(index) == Term::Unit(Unit::Week)
}

/// "the first Friday of July 2004", "the last Monday in May", "the third Tuesday of this month".
fn of_month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let (rank, day_at) = if tokens.is(at, Cue::Last) {
        (-1, at + 1)
    } else {
        let (rank, next) = ordinal(tokens, at)?;
        (i8::try_from(rank).ok().filter(|rank| *rank <= 5)?, next)
    };
    let weekday = weekday_at(tokens, day_at)?;
    let of = matches!(tokens.term(day_at + 1), Term::Cue(Cue::Of | Cue::In));
    if !of {
        return None;
    }
    let next = day_at + 2;
    let (date, end) = month_and_year(tokens, next)?;
    Some(Hit::new(
        index,
        end,
        Meaning::WeekdayOfMonth(rank, weekday, date),
    ))
}

/// "July", "July 2004", "this month": the month and year, and the index after.
fn month_and_year(tokens: &Tokens<'_>, index: usize) -> Option<(CalendarDate, usize)> {
    let (month, end) = if let Some((month, end)) = month_at(tokens, index) {
        (Some(month), end)
    } else {
        let (_, shift, base, unit) = pointer(tokens, index)?;
        let this_month = shift == 0 && base == Base::Telling;
        if !this_month || tokens.term(unit) != Term::Unit(Unit::Month) {
            return None;
        }
        (None, unit + 1)
    };
    let of_year = tokens.skip_mark(end, b',') + usize::from(tokens.is(end, Cue::Of));
    let year = full_year(tokens, of_year)
        .map(|year| (year, of_year + 1))
        .or_else(|| near_year(tokens, end));
    let (year, end) = year.map_or((None, end), |(year, end)| (Some(year), end));
    Some((CalendarDate::new(year, month, None), end))
}

/// "two Mondays from now", "a week from Friday".
fn ahead(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if tokens.is(index, Cue::A)
        && is_week(tokens, index + 1)
        && tokens.is(index + 2, Cue::From)
        && let Some(weekday) = weekday_at(tokens, index + 3)
    {
        let meaning = Meaning::WeekdayOfWeek(weekday, 1, Base::Telling);
        return Some(Hit::new(index, index + 4, meaning));
    }
    let (count, next) = cardinal(tokens, index)?;
    let weekday = match tokens.term(next) {
        Term::Weekdays(weekday) | Term::Weekday(weekday, _) => weekday,
        _ => return None,
    };
    let end = if tokens.is(next + 1, Cue::From) && tokens.is(next + 2, Cue::Now) {
        next + 3
    } else if tokens.is(next + 1, Cue::Later) || word(tokens, next + 1, "hence") {
        next + 2
    } else {
        return None;
    };
    let weeks = i8::try_from(count)
        .ok()
        .filter(|weeks| (1..=52).contains(weeks))?;
    let meaning = Meaning::WeekdaysAhead(weekday, weeks);
    Some(Hit::new(index, end, meaning))
}

/// "next week between Wednesday and Friday", "this week from Tue to Thur".
fn days_of_week(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (_, shift, base, at) = pointer(tokens, index)?;
    let and = match tokens.term(at + 1) {
        Term::Cue(Cue::Between) => Cue::And,
        Term::Cue(Cue::From) => Cue::To,
        _ => return None,
    };
    if !is_week(tokens, at) || !tokens.is(at + 3, and) {
        return None;
    }
    let day = |at: usize| {
        let weekday = weekday_at(tokens, at)?;
        let meaning = Meaning::WeekdayOfWeek(weekday, shift, base);
        Some(Box::new(Hit::new(at, at + 1, meaning).found(tokens)))
    };
    let both = Meaning::Between(day(at + 2)?, day(at + 4)?);
    Some(Hit::new(index, at + 5, both))
}

/// "the third week of May", "the first week of this month", "the last week of June 1950".
fn week_of_month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let (rank, week) = if tokens.is(at, Cue::Last) {
        (-1, at + 1)
    } else {
        let (rank, next) = ordinal(tokens, at)?;
        (i8::try_from(rank).ok().filter(|rank| *rank <= 5)?, next)
    };
    let of = matches!(tokens.term(week + 1), Term::Cue(Cue::Of | Cue::In));
    if !is_week(tokens, week) || super::offset::is_plural(tokens, week) || !of {
        return None;
    }
    let (date, end) = month_and_year(tokens, week + 2)?;
    Some(Hit::new(index, end, Meaning::WeekOfMonth(rank, date)))
}

/// "third Friday" where its clause ends: of the month in which it is told.
fn numbered(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (rank, at) = ordinal(tokens, index)?;
    let weekday = weekday_at(tokens, at)?;
    let ends = matches!(
        tokens.term(at + 1),
        Term::End | Term::Mark(b'.' | b'!' | b'?')
    );
    let rank = i8::try_from(rank).ok().filter(|rank| *rank <= 5 && ends)?;
    let meaning = Meaning::WeekdayOfMonth(rank, weekday, CalendarDate::default());
    Some(Hit::new(index, at + 1, meaning))
}
