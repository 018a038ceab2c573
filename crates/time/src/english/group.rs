//! Military date-time groups: `151355Z FEB 07` (ACP 121: day, hour, minute, zone letter, month,
//! year).

use super::Rule;
use super::calendar::full_year;
use super::hit::Hit;
use super::words::Term;
use crate::tokens::Tokens;
use crate::{CalendarDate, Clock, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "date-time-group",
        read: clear,
        examples: [
            (
                "R 040915Z MAR 52",
                "040915Z MAR 52 = TIME 1952-03-04T09:15Z",
            ),
            (
                "P 151355Z FEB 2007",
                "151355Z FEB 2007 = TIME 2007-02-15T13:55Z",
            ),
        ],
        source: "ACP 121(I), 2010, paragraph 316",
    },
    Rule {
        name: "blurred-date-time-group",
        read: blurred,
        examples: [
            (
                "R l5l355Z FEB O7",
                "l5l355Z FEB O7 = TIME 2007-02-15T13:55Z",
            ),
            (
                "P 1O1O3OZ MAY 68",
                "1O1O3OZ MAY 68 = TIME 1968-05-10T10:30Z",
            ),
        ],
        source: "",
    },
    Rule {
        name: "julian-day-time",
        read: julian,
        examples: [
            (
                "DE RUEHXX #0123/01 0461355",
                "0461355 = TIME 2011-02-15T13:55",
            ),
            (
                "the message of 3201200Z said",
                "3201200Z = TIME 2010-11-16T12:00Z",
            ),
        ],
        source: "JANAP 128(J), 1988, on format line 4: day of the year, hour, minute",
    },
];

fn clear(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    find(tokens, index).filter(|_| !has_letters(tokens, index))
}

/// A group of which some digits were read as letters: only with its month.
fn blurred(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let has_month = matches!(tokens.term(index + 2), Term::Month(..));
    find(tokens, index).filter(|_| has_letters(tokens, index) && has_month)
}

fn has_letters(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(tokens.term(index), Term::Blurred(..))
        || matches!(tokens.term(index + 3), Term::Blurred(..))
}

/// `0461355Z`; without the letter behind the number of a message, as in "#0123/01 0461355".
fn julian(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Number(group, 7) = tokens.term(index) else {
        return None;
    };
    let (day, hour, minute) = (group / 10_000, group / 100 % 100, group % 100);
    if !(1..=366).contains(&day) || hour > 23 || minute > 59 {
        return None;
    }
    let glued = tokens.glued(index + 1) != Term::End;
    let zulu = glued && tokens.word(index + 1).eq_ignore_ascii_case("z");
    let back = |by: usize| {
        index
            .checked_sub(by)
            .map_or(Term::End, |at| tokens.term(at))
    };
    let numbered = matches!(
        [back(4), back(3), back(2), back(1)],
        [
            Term::Mark(b'#'),
            Term::Number(..),
            Term::Mark(b'/'),
            Term::Number(..)
        ]
    ) || matches!([back(2), back(1)], [Term::Mark(b'#'), Term::Number(..)]);
    if !zulu && (glued || !numbered) {
        return None;
    }
    let clock = clock(hour, minute, zulu);
    let meaning = Meaning::DayOfYear(day as i16);
    Some(Hit {
        clock,
        ..Hit::new(index, index + 1 + usize::from(zulu), meaning)
    })
}

/// A clock without seconds.
fn clock(hour: u32, minute: u32, zulu: bool) -> Option<Clock> {
    Some(Clock::At {
        hour: hour as u8,
        minute: minute as u8,
        second: None,
        zulu,
    })
}

fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (Term::Number(group, 6) | Term::Blurred(group, 6)) = tokens.term(index) else {
        return None;
    };
    let (day, hour, minute) = (group / 10_000, group / 100 % 100, group % 100);
    if !(1..=31).contains(&day) || hour > 24 || minute > 59 || tokens.list.get(index + 1)?.spaced {
        return None;
    }
    let zone = tokens.word(index + 1);
    let zulu = zone.eq_ignore_ascii_case("z");
    if zone.len() != 1 || !zone.as_bytes()[0].is_ascii_alphabetic() {
        return None;
    }
    let clock = clock(hour, minute, zulu);
    let day = Some(day as i8);
    if let Term::Month(month, _) = tokens.term(index + 2) {
        // "200410Z September 20, 1962": the date stands behind it whole.
        if tokens.is_mark(index + 4, b',') && full_year(tokens, index + 5).is_some() {
            return None;
        }
        let year = match tokens.term(index + 3) {
            Term::Number(year @ 0..=99, 2) | Term::Blurred(year @ 0..=99, 2) => {
                Some(Year::Short(year as i8))
            }
            Term::Number(year @ 1000..=2199, 4) | Term::Blurred(year @ 1000..=2199, 4) => {
                Some(Year::Full(year as i16))
            }
            _ => None,
        };
        let date = CalendarDate::new(year, Some(month), day);
        let end = index + 3 + usize::from(year.is_some());
        return Some(Hit {
            clock,
            ..Hit::new(index, end, Meaning::Calendar(date))
        });
    }
    let date = CalendarDate {
        day,
        ..CalendarDate::default()
    };
    zulu.then(|| Hit {
        clock,
        ..Hit::new(index, index + 2, Meaning::Calendar(date))
    })
}
