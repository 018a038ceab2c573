//! Quarters, halves and fiscal years: "the third quarter of 1989", "fourth-quarter", "fiscal 1989",
//! "the quarter", "the second half", "Q3 2004", "the 1988 period".

use super::Rule;
use super::calendar::{day, full_year, month_at, near_year};
use super::hit::{Hit, word};
use super::number::ordinal;
use super::period::pointer;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{CalendarDate, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "quarter",
        read: numbered,
        examples: [
            (
                "in the third quarter of 1989",
                "the third quarter of 1989 = DATE 1989-Q3",
            ),
            ("third-quarter losses", "third-quarter = DATE 2010-Q3"),
        ],
        source: "ISO 8601-2:2019, 4.8.4 for the numbers 33 to 36 and 40, 41",
    },
    Rule {
        name: "quarter-of-near-year",
        read: possessive,
        examples: [
            (
                "this year's third quarter",
                "this year's third quarter = DATE 2011-Q3",
            ),
            (
                "last year's first half",
                "last year's first half = DATE 2010-H1",
            ),
        ],
        source: "",
    },
    Rule {
        name: "short-quarter",
        read: short,
        examples: [
            ("in Q3 2004", "Q3 2004 = DATE 2004-Q3"),
            ("2004 Q1", "2004 Q1 = DATE 2004-Q1"),
        ],
        source: "",
    },
    Rule {
        name: "the-quarter",
        read: bare,
        examples: [
            ("last quarter", "last quarter = DATE 2011-Q1"),
            (
                "in the quarter ended Oct. 31, 1989",
                "the quarter = DATE 1989-Q3",
            ),
        ],
        source: "",
    },
    Rule {
        name: "fiscal-year",
        read: fiscal,
        examples: [
            ("sales in fiscal 1989", "fiscal 1989 = DATE 1989"),
            ("the FY 07 budget", "FY 07 = DATE 2007"),
        ],
        source: "31 U.S.C. 1102; Congressional Budget Act of 1974, section 501",
    },
    Rule {
        name: "same-period",
        read: same_period,
        examples: [
            ("in the 1988 period", "the 1988 period = DATE 1988"),
            (
                "In the third quarter of 1989 and the same quarter a year ago",
                "the same quarter a year ago = DATE 1988-Q3",
            ),
        ],
        source: "",
    },
];

/// The quarter or half at `index`, as EDTF numbers them, and the index after.
fn part_of_year(tokens: &Tokens<'_>, index: usize) -> Option<(i8, usize)> {
    let fiscal = usize::from(tokens.is(index, Cue::Fiscal));
    if tokens.is(index, Cue::Last) {
        // "Last quarter" is the one before; "the last quarter of 1957" is the fourth.
        let of = index + 2 + usize::from(tokens.is(index + 2, Cue::Of));
        let of_year =
            of > index + 2 && (tokens.is(of, Cue::Fiscal) || full_year(tokens, of).is_some());
        return match tokens.term(index + 1) {
            Term::Cue(Cue::Half) => Some((41, index + 2)),
            Term::Cue(Cue::Quarter) if of_year => Some((36, index + 2)),
            _ => None,
        };
    }
    let (rank, next) = ordinal(tokens, index + fiscal)?;
    let next = tokens.skip_mark(next, b'-');
    match (tokens.term(next), rank) {
        (Term::Cue(Cue::Quarter), 1..=4) => Some((rank as i8 + 32, next + 1)),
        (Term::Cue(Cue::Half), 1..=2) => Some((rank as i8 + 39, next + 1)),
        _ => None,
    }
}

/// "the third quarter [of 1989]", "fourth-quarter 1989", "the second half of last year".
fn numbered(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let (part, mut next) = part_of_year(tokens, at)?;
    // "the first half of the game" is no time: a half needs its year.
    let is_half = part >= 40;
    // "the third-quarter loss": the hyphen makes it a name for the noun after it.
    let hyphen = tokens.is_mark(next.saturating_sub(2), b'-')
        && tokens.glued(next.saturating_sub(1)) != Term::End;
    let start = if hyphen { at } else { index };
    let of = next + usize::from(tokens.is(next, Cue::Of));
    let of_the_year = tokens.is(of, Cue::The) && tokens.term(of + 1) == Term::Unit(Unit::Year);
    let of = tokens.skip_mark(of, b',');
    if let Some((year, end)) = fiscal_year(tokens, of) {
        return Some(Hit::new(start, end, Meaning::Fiscal(year, Some(part))));
    }
    let year = if let Some(year) = full_year(tokens, of) {
        next = of + 1;
        Some(year)
    } else if let Some((year, end)) = near_year(tokens, next) {
        next = end;
        Some(year)
    } else if of_the_year {
        next = of + 2;
        None
    } else {
        None
    };
    if is_half && year.is_none() && !of_the_year {
        return None;
    }
    let date = CalendarDate::new(year, Some(part), None);
    // "After a flat second quarter": what the figures told next are not of.
    let compared = (start.saturating_sub(3)..start)
        .rev()
        .take_while(|at| !matches!(tokens.term(*at), Term::Mark(_)))
        .any(|at| matches!(tokens.term(at), Term::Cue(Cue::After | Cue::Than)));
    Some(Hit {
        aside: compared,
        ..Hit::new(start, next, Meaning::Calendar(date))
    })
}

/// "this year's third quarter", "1989's first half", "last year's quarter".
fn possessive(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (year, next) = near_year(tokens, index)
        .or_else(|| full_year(tokens, index).map(|year| (year, index + 1)))?;
    let possessive = tokens.glued(next) == Term::Mark(b'\'') && tokens.word(next + 1) == "s";
    let next = next + 2 * usize::from(possessive);
    let next = next + usize::from(tokens.is(next, Cue::The));
    let (part, end) = part_of_year(tokens, next)?;
    let date = CalendarDate::new(Some(year), Some(part), None);
    Some(Hit::new(index, end, Meaning::Calendar(date)))
}

/// "Q3 2004", "2004 Q3", "H1 2004".
fn short(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let part = |at: usize| {
        let first = match tokens.word(at) {
            "Q" | "q" => 32,
            "H" | "h" => 39,
            _ => return None,
        };
        match tokens.glued(at + 1) {
            Term::Number(number @ 1..=2, 1) => Some(first + number as i8),
            Term::Number(number @ 3..=4, 1) if first == 32 => Some(first + number as i8),
            _ => None,
        }
    };
    let (part, year, end) = if let Some(year) = full_year(tokens, index) {
        let at = tokens.skip_mark(index + 1, b'-');
        (part(at)?, Some(year), at + 2)
    } else {
        let number = part(index)?;
        let at = index + 2 + usize::from(tokens.is(index + 2, Cue::Of));
        let at = tokens.skip_mark(at, b',');
        match full_year(tokens, at) {
            Some(year) => (number, Some(year), at + 1),
            // "Q3" alone is asked for: "Q1" also numbers questions.
            None if matches!(
                tokens.before(index),
                Term::Cue(Cue::In | Cue::During | Cue::By | Cue::Since)
            ) =>
            {
                (number, None, index + 2)
            }
            None => return None,
        }
    };
    let date = CalendarDate::new(year, Some(part), None);
    Some(Hit::new(index, end, Meaning::Calendar(date)))
}

/// "the quarter", "last quarter", "the latest quarter", "the latest period".
fn bare(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let the = tokens.is(index, Cue::The);
    let at = index + usize::from(the);
    let is_latest = tokens.is(at, Cue::Latest);
    let noun = at + usize::from(is_latest);
    let noun = noun + usize::from(is_latest && tokens.is(noun, Cue::Fiscal));
    let is_quarter = tokens.is(noun, Cue::Quarter) && !super::offset::is_plural(tokens, noun);
    if is_latest && (is_quarter || tokens.is(noun, Cue::Period)) {
        return Some(Hit::new(index, noun + 1, Meaning::Quarter));
    }
    if the && is_quarter {
        // "the quarter of the town", "the quarter that": a part, no time.
        let is_part = tokens.is(noun + 1, Cue::Of);
        let meaning = ended(tokens, noun + 1).map_or(Meaning::Quarter, Meaning::QuarterEnded);
        return (!is_part).then(|| Hit::new(index, noun + 1, meaning));
    }
    let (_, shift, base, at) = pointer(tokens, index)?;
    let is_quarter = tokens.is(at, Cue::Quarter) && !super::offset::is_plural(tokens, at);
    let unit = Unit::Quarter;
    is_quarter.then(|| Hit::new(index, at + 1, Meaning::Period { unit, shift, base }))
}

/// "[the quarter] ended July 31", "ending Sept. 30, 1989": the day.
fn ended(tokens: &Tokens<'_>, index: usize) -> Option<CalendarDate> {
    let is_ended = ["ended", "ending"]
        .iter()
        .any(|ended| word(tokens, index, ended));
    let (month, next) = month_at(tokens, index + 1).filter(|_| is_ended)?;
    let (day, next) = day(tokens, next)?;
    let comma = tokens.skip_mark(next, b',');
    let year = full_year(tokens, comma);
    Some(CalendarDate::new(year, Some(month), Some(day)))
}

/// "fiscal 1989", "FY 1955-57"; "1951" and "1952" in "FY 1950, 1951, and 1952".
fn fiscal(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Some(year) = full_year(tokens, index).filter(|_| is_listed_fiscal(tokens, index)) {
        return Some(Hit::new(index, index + 1, Meaning::Fiscal(year, None)));
    }
    let (year, end) = fiscal_year(tokens, index)?;
    let first = Hit {
        rule: "fiscal-year",
        ..Hit::new(index, end, Meaning::Fiscal(year, None))
    };
    let Some(last) = last_of_range(tokens, end, year) else {
        return Some(first);
    };
    let second = Hit {
        meaning: Meaning::Fiscal(last, None),
        ..first.clone()
    };
    let (first, second) = (first.found(tokens), second.found(tokens));
    let meaning = Meaning::Between(Box::new(first), Box::new(second));
    Some(Hit::new(index, end + 2, meaning))
}

/// "fiscal 1989", "fiscal year 1989", "FY 07", "FY2007": the year, and the index after it.
fn fiscal_year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    if !tokens.is(index, Cue::Fiscal) {
        return None;
    }
    let at = index + 1 + usize::from(tokens.term(index + 1) == Term::Unit(Unit::Year));
    let at = tokens.skip_mark(tokens.skip_mark(at, b'-'), b'\'');
    let year = match tokens.term(at) {
        Term::Number(year @ 0..=99, 2) => Year::Short(year as i8),
        _ => full_year(tokens, at)?,
    };
    Some((year, at + 1))
}

/// "-57" or "-1957" behind 1955.
fn last_of_range(tokens: &Tokens<'_>, index: usize, first: Year) -> Option<Year> {
    let Year::Full(first) = first else {
        return None;
    };
    let last = match tokens.glued(index + 1) {
        Term::Number(short @ 0..=99, 2) => first - first % 100 + short as i16,
        Term::Number(year, 4) => i16::try_from(year).ok()?,
        _ => return None,
    };
    let is_joined = matches!(tokens.glued(index), Term::Mark(b'-' | b'/'));
    (is_joined && last > first).then_some(Year::Full(last))
}

/// So many years are looked back over in a list.
const LISTED_MOST: usize = 8;

/// Whether the year at `index` stands in a list that "fiscal" or "FY" opens.
fn is_listed_fiscal(tokens: &Tokens<'_>, index: usize) -> bool {
    let joins = |term: Term| {
        matches!(
            term,
            Term::Mark(b',' | b'-') | Term::Cue(Cue::And | Cue::Or | Cue::Through | Cue::To)
        )
    };
    let mut at = index;
    for _ in 0..LISTED_MOST {
        let mut joined = at;
        while joins(tokens.before(joined)) {
            joined -= 1;
        }
        if joined == at || !matches!(tokens.before(joined), Term::Number(_, 2 | 4)) {
            return false;
        }
        at = joined - 1;
        let is_year = tokens.before(at) == Term::Unit(Unit::Year);
        if tokens.before(at - usize::from(is_year)) == Term::Cue(Cue::Fiscal) {
            return true;
        }
    }
    false
}

/// "the 1988 period", "the 1988 quarter", "the corresponding period last year", "the same
/// quarter a year ago".
fn same_period(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !tokens.is(index, Cue::The) {
        return None;
    }
    let noun = |at: usize| matches!(tokens.term(at), Term::Cue(Cue::Quarter | Cue::Period));
    if let Some(Year::Full(year)) = full_year(tokens, index + 1)
        && noun(index + 2)
    {
        return Some(Hit {
            aside: true,
            ..Hit::new(index, index + 3, Meaning::PeriodOf(year))
        });
    }
    let same = tokens.is(index + 1, Cue::Same)
        || ["corresponding", "comparable"]
            .iter()
            .any(|same| word(tokens, index + 1, same));
    let noun_at = index + 1 + usize::from(same);
    if !noun(noun_at) {
        return None;
    }
    let year_back = near_year(tokens, noun_at + 1)
        .filter(|(year, _)| *year == Year::Near(-1))
        .map(|(_, end)| end);
    let a_year_ago = tokens.is(noun_at + 1, Cue::A)
        && tokens.term(noun_at + 2) == Term::Unit(Unit::Year)
        && matches!(tokens.term(noun_at + 3), Term::Cue(Cue::Ago | Cue::Earlier));
    let end = year_back.or(a_year_ago.then_some(noun_at + 4))?;
    Some(Hit::new(index, end, Meaning::SamePeriod(-1)))
}
