//! Whole periods near an anchor: "last year", "this month", "the following week", "last March",
//! "the past two months", "the week of March 6".

use super::Rule;
use super::calendar::{day_of_month_date, month_at};
use super::hit::{Hit, third};
use super::number::{amount, length, unit};
use super::offset::is_plural;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Base, Length, Meaning, Which, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "near-period",
        read: near,
        examples: [
            ("he came last year", "last year = DATE 2010"),
            (
                "early next week he",
                "early next week = DATE 2011-W15 START",
            ),
        ],
        source: "",
    },
    Rule {
        name: "stretch",
        read: stretch,
        examples: [
            (
                "in the past two months he",
                "the past two months = DURATION P2M",
            ),
            ("for the next few days", "the next few days = DURATION PXD"),
        ],
        source: "",
    },
    Rule {
        name: "week-of",
        read: week_of,
        examples: [
            (
                "in the week of March 6, 2000, he",
                "the week of March 6, 2000 = DATE 2000-W10",
            ),
            (
                "the week of April 3rd he",
                "the week of April 3rd = DATE 2011-W13",
            ),
        ],
        source: "",
    },
    Rule {
        name: "week-to",
        read: week_to,
        examples: [
            (
                "in the week ending March 11, 2000, he",
                "the week ending March 11, 2000 = DATE 2000-W10",
            ),
            (
                "the week ended April 2 he",
                "the week ended April 2 = DATE 2011-W13",
            ),
        ],
        source: "",
    },
    Rule {
        name: "the-period",
        read: the_period,
        examples: [
            ("for the year, sales rose", "the year = DATE 2011"),
            ("earnings in the full year.", "the full year = DATE 2011"),
        ],
        source: "",
    },
    Rule {
        name: "numbered-week",
        read: numbered_week,
        examples: [
            ("in week 10 he", "week 10 = DATE 2011-W10"),
            ("deliver by week 14.", "week 14 = DATE 2011-W14"),
        ],
        source: "ISO 8601-1:2019, 5.2.4",
    },
    Rule {
        name: "end-of-period",
        read: period_end,
        examples: [
            ("closed by year-end", "year-end = DATE 2011 END"),
            (
                "at the end of the year",
                "the end of the year = DATE 2011 END",
            ),
        ],
        source: "",
    },
];

/// A pointer before a period, and what it is counted from.
pub(super) fn pointer(tokens: &Tokens<'_>, index: usize) -> Option<(Which, i8, Base, usize)> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let had_the = at > index;
    let that_same = tokens.is(at, Cue::That) && tokens.is(at + 1, Cue::Same);
    let (which, shift, base) = match tokens.term(at) {
        Term::Cue(Cue::Last) => (Which::Last, -1, Base::Telling),
        Term::Cue(Cue::Past) => (Which::Last, -1, Base::Telling),
        Term::Cue(Cue::This | Cue::Current) => (Which::This, 0, Base::Telling),
        Term::Cue(Cue::Next) if had_the => (Which::Next, 1, Base::Narrative),
        Term::Cue(Cue::Next) => (Which::Next, 1, Base::Telling),
        Term::Cue(Cue::Coming | Cue::Upcoming) => (Which::Next, 1, Base::Telling),
        Term::Cue(Cue::That) if !had_the => (Which::That, 0, Base::Narrative),
        Term::Cue(Cue::Same) => (Which::That, 0, Base::Narrative),
        Term::Cue(Cue::Previous) => (Which::Last, -1, Base::Narrative),
        Term::Cue(Cue::Following) => (Which::Next, 1, Base::Narrative),
        _ => return None,
    };
    Some((which, shift, base, at + 1 + usize::from(that_same)))
}

fn near(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Some(hit) = the_weekend(tokens, index) {
        return Some(hit);
    }
    let (next, third) = third(tokens, index);
    let (which, shift, base, at) = pointer(tokens, next)?;
    let meaning = match tokens.term(at) {
        // "The past year" is the twelve months before, "last year" the calendar's; "the last
        // decade" is ten years, as a rule.
        Term::Unit(unit)
            if is_period(tokens, at, unit)
                && (tokens.is(at - 1, Cue::Past)
                    || unit >= Unit::Decade && tokens.is(at - 1, Cue::Last)) =>
        {
            Meaning::Stretch {
                length: Length::of(Amount::whole(1), unit),
                back: true,
            }
        }
        Term::Unit(unit) if is_period(tokens, at, unit) => Meaning::Period { unit, shift, base },
        Term::Cue(Cue::Fiscal) if tokens.term(at + 1) == Term::Unit(Unit::Year) => {
            let meaning = Meaning::Fiscal(Year::Near(shift), None);
            return Some(Hit {
                third,
                ..Hit::new(index, at + 2, meaning)
            });
        }
        Term::Month(..) => {
            let (month, end) = month_at(tokens, at)?;
            // "Last October 23": the day is said, and tells more.
            if matches!(
                tokens.term(end),
                Term::Number(1..=31, 1 | 2) | Term::Ordinal(_)
            ) {
                return None;
            }
            return Some(Hit {
                third,
                ..Hit::new(index, end, Meaning::Month(month, which))
            });
        }
        Term::Season(season) if at > next => Meaning::Month(season, which),
        _ => return None,
    };
    Some(Hit {
        third,
        ..Hit::new(index, at + 1, meaning)
    })
}

/// "over the weekend".
fn the_weekend(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let weekend =
        tokens.term(index + 1) == Term::Unit(Unit::Weekend) && !is_plural(tokens, index + 1);
    let meaning = Meaning::Period {
        unit: Unit::Weekend,
        shift: 0,
        base: Base::Telling,
    };
    if tokens.before(index) == Term::Cue(Cue::On)
        && tokens.term(index) == Term::Unit(Unit::Weekend)
        && !is_plural(tokens, index)
    {
        return Some(Hit::new(index, index + 1, meaning));
    }
    (tokens.is(index, Cue::The) && weekend).then(|| Hit::new(index, index + 2, meaning))
}

/// A calendar period in the singular: "last year", never "last years" or "this day".
fn is_period(tokens: &Tokens<'_>, index: usize, unit: Unit) -> bool {
    unit >= Unit::Weekend && !is_plural(tokens, index)
}

/// "the past two months", "the next few days", "the last year or so", "the coming weeks".
fn stretch(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    // "In the weeks ahead".
    if let Term::Unit(unit) = tokens.term(at)
        && at > index
        && is_plural(tokens, at)
        && super::hit::word(tokens, at + 1, "ahead")
    {
        let length = Length::of(Amount::SEVERAL, unit);
        let meaning = Meaning::Stretch {
            length,
            back: false,
        };
        return Some(Hit::new(index, at + 2, meaning));
    }
    let back = match tokens.term(at) {
        Term::Cue(Cue::Past | Cue::Last | Cue::Previous) => true,
        Term::Cue(Cue::Next | Cue::Coming | Cue::Following) => false,
        _ => return None,
    };
    let next = at + 1;
    let (length, end) = if let Some(read) = length(tokens, next) {
        read
    } else if let Some((amount, end)) = amount(tokens, next)
        && let Some((unit, end)) = unit(tokens, end)
    {
        (Length::of(amount, unit), end)
    } else if let Term::Unit(unit) = tokens.term(next)
        && is_plural(tokens, next)
        && (at > index || !matches!(tokens.term(at), Term::Cue(Cue::Past | Cue::Coming)))
    {
        (Length::of(Amount::SEVERAL, unit), next + 1)
    } else {
        return None;
    };
    let or_so = tokens.is(end, Cue::Or) && tokens.is(end + 1, Cue::So);
    let end = end + 2 * usize::from(or_so);
    let meaning = Meaning::Stretch { length, back };
    Some(Hit::new(index, end, meaning))
}

/// "the week of March 6".
fn week_of(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let of = matches!(tokens.term(at + 1), Term::Cue(Cue::Of | Cue::Beginning))
        || ["commencing", "starting"]
            .iter()
            .any(|word| super::hit::word(tokens, at + 1, word));
    if tokens.term(at) != Term::Unit(Unit::Week) || !of || is_plural(tokens, at) {
        return None;
    }
    let on = at + 2 + usize::from(tokens.is(at + 2, Cue::On));
    let (date, end) = day_of_month_date(tokens, on)?;
    Some(Hit::new(index, end, Meaning::WeekOf(date)))
}

/// "the week ending October 16", "the week ended Oct. 16".
fn week_to(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let ends = ["ended", "ending"]
        .iter()
        .any(|word| super::hit::word(tokens, at + 1, word));
    if tokens.term(at) != Term::Unit(Unit::Week) || !ends || is_plural(tokens, at) {
        return None;
    }
    let on = at + 2 + usize::from(tokens.is(at + 2, Cue::On));
    let (date, end) = day_of_month_date(tokens, on)?;
    Some(Hit::new(index, end, Meaning::WeekTo(date)))
}

/// "for the year,", "the first months of the year.", "for the full year": the one in which it is
/// told, where nothing behind tells which.
fn the_period(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let asked = matches!(
        tokens.before(index),
        Term::Cue(Cue::For | Cue::In | Cue::During | Cue::Of)
    );
    let full = usize::from(super::hit::word(tokens, index + 1, "full"));
    let at = index + 1 + full;
    let Term::Unit(unit @ (Unit::Week | Unit::Year)) = tokens.term(at) else {
        return None;
    };
    let ends = matches!(
        tokens.term(at + 1),
        Term::End | Term::Mark(b'.' | b',' | b';' | b')')
    );
    let base = Base::Telling;
    let meaning = Meaning::Period {
        unit,
        shift: 0,
        base,
    };
    let is_said =
        asked && (ends || full == 1) && tokens.is(index, Cue::The) && !is_plural(tokens, at);
    // "Four days of the week".
    let is_part = unit == Unit::Week && tokens.before(index) == Term::Cue(Cue::Of);
    (is_said && !is_part).then(|| Hit::new(index, at + 1, meaning))
}

/// "week 10": small letters, and no part of what is counted otherwise ("week 10 of the trial").
fn numbered_week(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Number(number @ 1..=53, 1 | 2) = tokens.term(index + 1) else {
        return None;
    };
    let is_counted = tokens.is(index + 2, Cue::Of) || tokens.before(index) == Term::Cue(Cue::The);
    let is_week = tokens.word(index) == "week" && !is_counted;
    let meaning = Meaning::NumberedWeek(number as i8);
    is_week.then(|| Hit::new(index, index + 2, meaning))
}

/// "year-end", "year's end", "the end of the year", "the beginning of the week".
fn period_end(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let base = Base::Telling;
    if let Some(hit) = day_end(tokens, index) {
        return Some(hit);
    }
    let (next, third) = third(tokens, index);
    let the = next > index && tokens.is(next - 1, Cue::The);
    if let (Some(third), Term::Unit(unit)) = (third, tokens.term(next))
        && the
        && unit >= Unit::Week
        && !is_plural(tokens, next)
    {
        let meaning = Meaning::Period {
            unit,
            shift: 0,
            base,
        };
        return Some(Hit {
            third: Some(third),
            ..Hit::new(index, next + 1, meaning)
        });
    }
    let Term::Unit(unit @ (Unit::Year | Unit::Month)) = tokens.term(index) else {
        return None;
    };
    let end = match (tokens.term(index + 1), tokens.term(index + 2)) {
        (Term::Cue(Cue::End), _) if unit == Unit::Year => index + 2,
        (Term::Mark(b'-'), Term::Cue(Cue::End)) => index + 3,
        (Term::Mark(b'\''), _)
            if tokens.word(index + 2) == "s" && tokens.is(index + 3, Cue::End) =>
        {
            index + 4
        }
        _ => return None,
    };
    let meaning = Meaning::Period {
        unit,
        shift: 0,
        base,
    };
    Some(Hit {
        third: Some(crate::Third::Late),
        ..Hit::new(index, end, meaning)
    })
}

/// "the end of the day", "end of day", "the end of tomorrow", "end of the Sunday".
fn day_end(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    // In capitals it disposes of bombs.
    if tokens.word(at) == "eod" {
        return Some(late(index, at + 1, Meaning::days(0, false, Base::Telling)));
    }
    if !tokens.is(at, Cue::End) || !tokens.is(at + 1, Cue::Of) {
        return None;
    }
    let next = at + 2 + usize::from(tokens.is(at + 2, Cue::The));
    let meaning = match tokens.term(next) {
        Term::Unit(Unit::Day) if !is_plural(tokens, next) => Meaning::days(0, false, Base::Telling),
        Term::Cue(Cue::Today) => Meaning::days(0, false, Base::Telling),
        Term::Cue(Cue::Tomorrow) => Meaning::days(1, false, Base::Telling),
        Term::Cue(Cue::Yesterday) => Meaning::days(1, true, Base::Telling),
        Term::Weekday(weekday, false) => Meaning::Weekday(weekday, Which::Near),
        _ => return None,
    };
    Some(late(index, next + 1, meaning))
}

fn late(start: usize, end: usize, meaning: Meaning) -> Hit {
    Hit {
        third: Some(crate::Third::Late),
        ..Hit::new(start, end, meaning)
    }
}
