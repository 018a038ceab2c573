//! Military date-time groups: `151355Z FEB 07` (ACP 121: day, hour, minute, zone letter, month,
//! year).

use super::Rule;
use super::calendar::full_year;
use super::hit::Hit;
use super::words::Term;
use crate::tokens::Tokens;
use crate::{CalendarDate, Clock, Meaning, Year};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "date-time-group",
    read: find,
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
}];

fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Number(group, 6) = tokens.term(index) else {
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
    let clock = Some(Clock::At {
        hour: hour as u8,
        minute: minute as u8,
        second: None,
        zulu,
    });
    let day = Some(day as i8);
    if let Term::Month(month, _) = tokens.term(index + 2) {
        // "200410Z September 20, 1962": the date stands behind it whole.
        if tokens.is_mark(index + 4, b',') && full_year(tokens, index + 5).is_some() {
            return None;
        }
        let year = match tokens.term(index + 3) {
            Term::Number(year @ 0..=99, 2) => Some(Year::Short(year as i8)),
            Term::Number(year @ 1000..=2199, 4) => Some(Year::Full(year as i16)),
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
