//! Years, decades and centuries: "in 2007", "late 2004", "the 1990s", "the mid-'60s", "nineteen
//! ninety-six", "the 19th century".

use super::Rule;
use super::calendar::full_year;
use super::hit::{Hit, scale, third, word};
use super::number::{ordinal, year_in_words};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::{Case, Tokens};
use crate::{CalendarDate, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "year",
        read: year,
        examples: [
            ("in 2007 he", "2007 = DATE 2007"),
            ("by late 2004", "late 2004 = DATE 2004 END"),
        ],
        source: "",
    },
    Rule {
        name: "year-in-words",
        read: in_words,
        examples: [
            ("in nineteen ninety-six", "nineteen ninety-six = DATE 1996"),
            ("the year two thousand", "the year two thousand = DATE 2000"),
        ],
        source: "",
    },
    Rule {
        name: "decade",
        read: decade,
        examples: [
            ("in the 1990s he", "the 1990s = DATE 199"),
            ("in the mid-1960s", "the mid-1960s = DATE 196 MID"),
        ],
        source: "",
    },
    Rule {
        name: "short-decade",
        read: short_decade,
        examples: [
            ("in the '60s he", "the '60s = DATE 196"),
            ("in the late seventies", "the late seventies = DATE 197 END"),
        ],
        source: "",
    },
    Rule {
        name: "century",
        read: century,
        examples: [
            ("in the 19th century", "the 19th century = DATE 18"),
            (
                "the late twentieth century",
                "the late twentieth century = DATE 19 END",
            ),
        ],
        source: "",
    },
];

/// Nouns that make four digits before them a count.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "troops",
    "soldiers",
    "tons",
    "dollars",
    "miles",
    "feet",
    "meters",
    "metres",
    "words",
    "copies",
    "cases",
    "persons",
    "pounds",
    "francs",
    "members",
    "officers",
    "officials",
    "houses",
    "homes",
    "kilometers",
    "kilometres",
    "km",
    "barrels",
    "acres",
    "votes",
    "percent",
    "million",
    "billion",
    "points",
    "shares",
];

/// Nouns whose number stands behind them.
const LABELS: &[&str] = &[
    "no",
    "nos",
    "number",
    "numbers",
    "page",
    "pages",
    "p",
    "pp",
    "room",
    "box",
    "file",
    "lot",
    "telegram",
    "telegrams",
    "despatch",
    "despatches",
    "airgram",
    "airgrams",
    "message",
    "cable",
    "document",
    "documents",
    "paragraph",
    "note",
    "flight",
    "route",
    "section",
    "sections",
    "resolution",
    "memorandum",
    "instruction",
    "circular",
    "deptel",
    "embtel",
    "line",
    "item",
    "series",
    "serial",
    "article",
    "articles",
    "law",
    "bill",
    "order",
];

/// Four digits alone are a year from here on: below it they are counts, numbers of telegrams and
/// times of day ("before 1400") in nearly all that is written of our time.
const EARLIEST_ALONE: i16 = 1700;

/// Four digits that nothing asks to be a year are one within these.
const UNASKED: std::ops::RangeInclusive<i16> = 1800..=2059;

fn year(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let (at, scale) = scale(tokens, next);
    let the_year = tokens.is(at, Cue::The) && tokens.term(at + 1) == Term::Unit(Unit::Year);
    let at = at + 2 * usize::from(the_year);
    let year = full_year(tokens, at)?;
    let Year::Full(number) = year else {
        return None;
    };
    if number < EARLIEST_ALONE {
        return None;
    }
    let date = CalendarDate {
        year: Some(year),
        ..CalendarDate::default()
    };
    let asked = third.is_some() || the_year || asks_for_year(tokens, at);
    let stands = asked || UNASKED.contains(&number) && stands_as_year(tokens, at);
    if !stands || is_count(tokens, at) || is_part_of_number(tokens, at) {
        return None;
    }
    let last = Hit {
        third,
        scale,
        aside: !leads(tokens, at, third.is_some()),
        ..Hit::new(index, at + 1, Meaning::Calendar(date))
    };
    Some(year_range(tokens, last, date))
}

/// "In 1967" leads the narrative there; "dating to 1967", "since 1967", "the treaty of 1967" do not.
fn leads(tokens: &Tokens<'_>, index: usize, has_third: bool) -> bool {
    has_third
        || matches!(
            tokens.before(index),
            Term::Cue(Cue::In | Cue::During | Cue::By | Cue::After | Cue::Until)
        )
}

/// Whether four digits that no word asks to be a year are one: no label stands before them, no
/// sign of money, and no noun in the plural behind them.
fn stands_as_year(tokens: &Tokens<'_>, index: usize) -> bool {
    let label = |before: &str| {
        LABELS
            .iter()
            .any(|label| before.eq_ignore_ascii_case(label))
    };
    let named = match tokens.before(index) {
        Term::Other => {
            let capital = tokens.case(index - 1) != Case::Lower && tokens.word(index - 1).len() > 1;
            label(tokens.word(index - 1)) || capital
        }
        Term::Mark(mark) => {
            let label_before = index >= 2 && label(tokens.word(index - 2));
            matches!(mark, b'$' | b'#' | b'/' | b'\\' | b'=' | b'+' | b':') || label_before
        }
        Term::Number(..) | Term::Count(_) => true,
        _ => false,
    };
    let before_unit = matches!(
        tokens.term(index + 1),
        Term::Unit(_) | Term::Mark(b'%' | b'$')
    );
    let plural = {
        let next = tokens.word(index + 1);
        tokens.term(index + 1) == Term::Other
            && tokens.case(index + 1) == Case::Lower
            && next.len() > 3
            && next.ends_with('s')
    };
    // "1950. For the Secretary": the number of a telegram.
    let opens = index == 0 && tokens.is_mark(1, b'.');
    !named && !before_unit && !plural && !opens
}

/// "1973-75": the range, where a second year follows by its last two digits.
fn year_range(tokens: &Tokens<'_>, hit: Hit, first: CalendarDate) -> Hit {
    let dash = tokens.is_mark(hit.end, b'-') || tokens.glued(hit.end) == Term::Mark(b'/');
    let second = match (tokens.glued(hit.end + 1), first.year) {
        // "1973-75": not "1994-03", which is a month.
        (Term::Number(short @ 13..=99, 2), Some(Year::Full(first)))
            if short as i16 > first % 100 =>
        {
            Some(Year::Full(first - first % 100 + short as i16))
        }
        _ => None,
    };
    match second {
        Some(year) if dash => {
            let second = CalendarDate {
                year: Some(year),
                ..CalendarDate::default()
            };
            Hit {
                end: hit.end + 2,
                meaning: Meaning::Range(first, second),
                ..hit
            }
        }
        _ => hit,
    }
}

fn asks_for_year(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(
        tokens.before(index),
        Term::Cue(
            Cue::In
                | Cue::Since
                | Cue::Until
                | Cue::By
                | Cue::During
                | Cue::From
                | Cue::Between
                | Cue::Before
                | Cue::After
                | Cue::To
                | Cue::Of
        )
    ) && !matches!(
        tokens.term(index + 1),
        Term::Unit(_) | Term::Mark(b'%' | b'$')
    ) || tokens.before(index) == Term::Mark(b'(') && tokens.is_mark(index + 1, b')')
}

/// "2000 people", "the evacuation of 1900 Europeans", "out of 1800 applications".
fn is_count(tokens: &Tokens<'_>, index: usize) -> bool {
    let next = tokens.word(index + 1);
    let measures = matches!(tokens.before(index), Term::Cue(Cue::Of | Cue::To));
    let is_plural = next.len() > 3 && next.ends_with('s') && !next.ends_with("ss");
    COUNTED.contains(&next) || measures && is_plural && tokens.term(index + 1) == Term::Other
}

fn is_part_of_number(tokens: &Tokens<'_>, index: usize) -> bool {
    let glued =
        |at, marks: &[u8]| matches!(tokens.glued(at), Term::Mark(mark) if marks.contains(&mark));
    // "310.2/12–1856": a file of the Department, the last two digits a year.
    let is_filed = index >= 3
        && !tokens.list[index].spaced
        && tokens.is_mark(index - 1, b'-')
        && matches!(tokens.term(index - 2), Term::Number(..))
        && tokens.is_mark(index - 3, b'/');
    is_filed
        || glued(index + 1, b".,:/") && matches!(tokens.glued(index + 2), Term::Number(..))
        || !tokens.list[index].spaced
            && !matches!(tokens.before(index), Term::Mark(b'(' | b'-' | b'\'' | b'"'))
}

/// "nineteen ninety-six", "the year two thousand", "late nineteen seventy".
fn in_words(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, third) = third(tokens, index);
    let the_year = tokens.is(next, Cue::The) && tokens.term(next + 1) == Term::Unit(Unit::Year);
    let at = next + 2 * usize::from(the_year);
    let (year, end) = year_in_words(tokens, at)?;
    // "two thousand men": only where a year is asked for.
    let asked =
        the_year || third.is_some() || asks_for_year(tokens, at) || year % 100 > 0 && year < 2000;
    let date = CalendarDate {
        year: Some(Year::Full(year)),
        ..CalendarDate::default()
    };
    let counted = matches!(
        tokens.term(end),
        Term::Unit(_) | Term::Cue(Cue::Hundred | Cue::Thousand)
    );
    (asked && !counted).then(|| Hit {
        third,
        ..Hit::new(index, end, Meaning::Calendar(date))
    })
}

/// "the", "early", "the mid-" before a decade or century: the index after them.
fn lead(tokens: &Tokens<'_>, index: usize) -> (usize, Option<crate::Third>) {
    let (next, third) = third(tokens, index);
    (next + usize::from(tokens.is(next, Cue::The)), third)
}

/// "the 1990s", "1990's", "early 1990s".
fn decade(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (at, third) = lead(tokens, index);
    let Term::Number(year @ 1000..=2190, 4) = tokens.term(at) else {
        return None;
    };
    let mark = usize::from(tokens.glued(at + 1) == Term::Mark(b'\''));
    let s = at + 1 + mark;
    let glued = tokens.glued(s) != Term::End;
    if year % 10 != 0 || !glued || !matches!(tokens.word(s), "s" | "S") {
        return None;
    }
    Some(Hit {
        third,
        ..Hit::new(index, s + 1, Meaning::Decade(year as i16))
    })
}

/// "the '60s", "the seventies", "the late '80s".
fn short_decade(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (at, third) = lead(tokens, index);
    let asked = at > index;
    let (tens, end) = if tokens.is(at, Cue::Nineties) {
        let folded = tokens.word(at).to_ascii_lowercase();
        (tens(&folded)?, at + 1)
    } else {
        let mark = tokens.skip_mark(at, b'\'');
        let Term::Number(tens @ 10..=90, 2) = tokens.term(mark) else {
            return None;
        };
        let s = mark + 1 + usize::from(tokens.glued(mark + 1) == Term::Mark(b'\''));
        let glued = tokens.glued(s) != Term::End && matches!(tokens.word(s), "s" | "S");
        (tens % 10 == 0 && glued).then_some((tens as i8, s + 1))?
    };
    // "in his forties" is an age.
    asked.then(|| Hit {
        third,
        ..Hit::new(index, end, Meaning::ShortDecade(tens))
    })
}

fn tens(word: &str) -> Option<i8> {
    Some(match word {
        "twenties" => 20,
        "thirties" => 30,
        "forties" => 40,
        "fifties" => 50,
        "sixties" => 60,
        "seventies" => 70,
        "eighties" => 80,
        "nineties" => 90,
        _ => return None,
    })
}

/// "the 19th century", "the late twentieth century".
fn century(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (at, third) = lead(tokens, index);
    let (number, next) = ordinal(tokens, at)?;
    let next = tokens.skip_mark(next, b'-');
    if tokens.term(next) != Term::Unit(Unit::Century) || !word(tokens, next, "century") {
        return None;
    }
    let number = i8::try_from(number)
        .ok()
        .filter(|number| (1..=21).contains(number))?;
    Some(Hit {
        third,
        ..Hit::new(index, next + 1, Meaning::Century(number))
    })
}
