//! Dates with a month in words: "February 16, 2007", "16 Feb 07", "the 21st of March",
//! "Friday, March 3", "3–7 May", "late June", "February 2007".

use super::Rule;
use super::clock;
use super::hit::{Hit, scale, third};
use super::number::{below_hundred, ordinal, year_in_words};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::{Case, Tokens};
use crate::{CalendarDate, Clock, Meaning, Year};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "month-in-words",
        read: find,
        examples: [
            (
                "on Friday, March 3, 1952, 4 p.m.",
                "Friday, March 3, 1952, 4 p.m. = TIME 1952-03-03T16:00",
            ),
            ("the 21st of May", "21st of May = DATE 2011-05-21"),
        ],
        source: "Chicago Manual of Style, 9.31 to 9.36",
    },
    Rule {
        name: "month-of",
        read: month_of,
        examples: [
            (
                "in the month of February he",
                "the month of February = DATE 2011-02",
            ),
            (
                "the month of May 1962",
                "the month of May 1962 = DATE 1962-05",
            ),
        ],
        source: "",
    },
    Rule {
        name: "year-and-month",
        read: year_month,
        examples: [
            ("filed 2016 November.", "2016 November = DATE 2016-11"),
            ("filed 2016/11.", "2016/11 = DATE 2016-11"),
        ],
        source: "",
    },
];

/// Words that begin a new clause after "the 21st"; any other word may be what is numbered.
const FREE_WORDS: &[&str] = &[
    "he", "she", "it", "they", "we", "i", "I", "his", "her", "their", "its", "when", "who", "with",
];

fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (mut start, scale) = scale(tokens, index);
    let third;
    (start, third) = self::third(tokens, start);
    let before = weekday_before(tokens, start);
    let weekday = before.map(|before| before.weekday);
    start = before.map_or(start, |before| before.next);
    let (mut meaning, end) = match tokens.term(start) {
        Term::Month(..) => month_first(tokens, start)?,
        Term::Ordinal(_) => day_first(tokens, start).or_else(|| of_near_month(tokens, start))?,
        Term::Number(..) | Term::Blurred(..) | Term::Count(_) => day_first(tokens, start)?,
        Term::Unit(Unit::Second) => day_first(tokens, start)?,
        Term::Cue(Cue::The) if the_day(tokens, start + 1) => {
            the_ordinal(tokens, start + 1, weekday)?
        }
        _ => return None,
    };
    if let (Meaning::Calendar(date), Some(_)) = (&mut meaning, weekday) {
        date.weekday = weekday;
    }
    // "The 3rd of April" is a date without its article, "the 3rd" is one with it.
    let has_month = matches!(&meaning, Meaning::Calendar(date) if date.month.is_some());
    let the = has_month && tokens.is(index, Cue::The) && third.is_none();
    let mut hit = Hit {
        third,
        scale,
        ..Hit::new(index + usize::from(the), end, meaning)
    };
    clock::attach(tokens, &mut hit);
    if before.is_some_and(|before| before.in_brackets) {
        hit.end = tokens.skip_mark(hit.end, b')');
    }
    if let Some(said) = before.and_then(|before| before.clock) {
        hit.clock = Some(match (said, hit.clock) {
            (said, None) => said,
            (Clock::Part(part), Some(behind)) => clock::in_part(behind, Some(part)),
            (Clock::At { .. }, Some(_)) => said,
        });
    }
    // "The August 1988 cease-fire", "the May 3, 1962, accord" name a thing and lead no narrative there.
    let has_year = matches!(
        &hit.meaning,
        Meaning::Calendar(CalendarDate { year: Some(_), .. })
    );
    let noun = tokens.skip_mark(hit.end, b',');
    hit.aside = has_year
        && tokens.before(hit.start) == Term::Cue(Cue::The)
        && tokens.term(noun) == Term::Other
        && tokens.case(noun) == Case::Lower;
    Some(hit)
}

/// "the month of February", "month of May 1962".
fn month_of(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let Term::Month(month, _) = tokens.term(at + 2) else {
        return None;
    };
    if tokens.term(at) != Term::Unit(Unit::Month) || !tokens.is(at + 1, Cue::Of) {
        return None;
    }
    let (year, end) = full_year(tokens, at + 3)
        .map(|year| (year, at + 4))
        .or_else(|| near_year(tokens, at + 3))
        .map_or((None, at + 3), |(year, end)| (Some(year), end));
    let date = CalendarDate::new(year, Some(month), None);
    Some(Hit::new(index, end, Meaning::Calendar(date)))
}

/// "2016 November", "2016, Nov", "2016/11".
fn year_month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let year = full_year(tokens, index)?;
    let comma = tokens.skip_mark(index + 1, b',');
    if let Term::Month(month, short) = tokens.term(comma)
        && tokens.case(comma) != Case::Upper
        && day(tokens, comma + 1).is_none()
        && full_year(tokens, comma + 1).is_none()
        && (comma == index + 1 || short)
    {
        let date = CalendarDate::new(Some(year), Some(month), None);
        return Some(Hit::new(index, comma + 1, Meaning::Calendar(date)));
    }
    let joined = matches!(tokens.glued(index + 1), Term::Mark(b'/' | b'-'));
    let Term::Number(month @ 1..=12, 2) = tokens.glued(index + 2) else {
        return None;
    };
    let free = !matches!(
        tokens.glued(index + 3),
        Term::Mark(b'-' | b'/' | b'.') | Term::Number(..)
    ) || tokens.glued(index + 4) == Term::End;
    let date = CalendarDate::new(Some(year), Some(month as i8), None);
    (joined && free).then(|| Hit::new(index, index + 3, Meaning::Calendar(date)))
}

/// A day of the week before a date.
#[derive(Debug, Clone, Copy)]
struct WeekdayBefore {
    weekday: i8,
    /// The time of that day.
    clock: Option<Clock>,
    /// Whether the date stands behind an opening bracket.
    in_brackets: bool,
    /// Where the date is.
    next: usize,
}

/// "Friday,", "last Friday,", "Friday evening," or "Friday at noon," before a date.
fn weekday_before(tokens: &Tokens<'_>, index: usize) -> Option<WeekdayBefore> {
    let which = matches!(
        tokens.term(index),
        Term::Cue(Cue::Last | Cue::This | Cue::Next)
    );
    let at = index + usize::from(which);
    let Term::Weekday(weekday, _) = tokens.term(at) else {
        return None;
    };
    let (clock, end) = match tokens.term(at + 1) {
        Term::Part(part) => (Some(Clock::Part(part)), at + 2),
        Term::Cue(Cue::At) => match clock::read(tokens, at + 2) {
            Some((clock, end)) => (Some(clock), end),
            None => (None, at + 1),
        },
        _ => (None, at + 1),
    };
    let mut next = tokens.skip_mark(end, b'.');
    next = tokens.skip_mark(next, b',');
    let in_brackets = tokens.is_mark(next, b'(');
    next += usize::from(in_brackets);
    let the = usize::from(tokens.is(next, Cue::The));
    let next = match tokens.term(next + the) {
        Term::Month(..) | Term::Number(..) => next + the,
        Term::Ordinal(_) | Term::Count(_) | Term::Unit(Unit::Second) => next,
        _ => return None,
    };
    Some(WeekdayBefore {
        weekday,
        clock,
        in_brackets,
        next,
    })
}

/// "February 16–18, 2007", "February 2007", "February".
fn month_first(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, usize)> {
    let (month, next) = month_at(tokens, index)?;
    let next = next + usize::from(is_the_ordinal(tokens, next) || is_stray_comma(tokens, next));
    let joined = matches!(tokens.glued(next), Term::Mark(b'-' | b'/'))
        && tokens.glued(next + 1) != Term::End;
    let day_at = next + usize::from(joined);
    // "January nineteen ninety-seven": no nineteenth.
    let spoken = year_in_words(tokens, day_at).filter(|_| !joined);
    if let Some((day, end)) = day(tokens, day_at).filter(|_| spoken.is_none()) {
        let first = CalendarDate::new(None, Some(month), Some(day));
        return Some(after_day(tokens, end, first));
    }
    let after_comma = tokens.skip_mark(next, b',');
    let after_of = after_comma + usize::from(tokens.is(after_comma, Cue::Of));
    if let Some(year) = full_year(tokens, after_of) {
        let date = CalendarDate::new(Some(year), Some(month), None);
        return Some(month_range(tokens, after_of + 1, date));
    }
    let in_words = year_in_words(tokens, after_of).map(|(year, end)| (Year::Full(year), end));
    if let Some((year, end)) = near_year(tokens, next)
        .or(in_words)
        .or_else(|| apostrophe_year(tokens, next))
    {
        let date = CalendarDate::new(Some(year), Some(month), None);
        return Some((Meaning::Calendar(date), end));
    }
    bare_month(tokens, index, month, next)
}

/// After month and day: a second day ("16–18", "8/9"), a second date, a year.
fn after_day(tokens: &Tokens<'_>, index: usize, first: CalendarDate) -> (Meaning, usize) {
    if let Some((day, next)) = second_day(tokens, index) {
        let (year, end) = year_after(tokens, next);
        let first = CalendarDate { year, ..first };
        return (
            Meaning::Range(
                first,
                CalendarDate {
                    day: Some(day),
                    ..first
                },
            ),
            end,
        );
    }
    let (year, end) = year_after(tokens, index);
    let first = CalendarDate { year, ..first };
    month_range(tokens, end, first)
}

/// A second date after a dash or "to": "March 30–April 2, 2007".
fn month_range(tokens: &Tokens<'_>, index: usize, first: CalendarDate) -> (Meaning, usize) {
    let alone = (Meaning::Calendar(first), index);
    let joined = matches!(
        tokens.term(index),
        Term::Mark(b'-') | Term::Cue(Cue::To | Cue::Through)
    );
    let Some((month, next)) = month_at(tokens, index + 1).filter(|_| joined) else {
        return alone;
    };
    let (day, next) = match day(tokens, next) {
        Some((day, end)) if first.day.is_some() => (Some(day), end),
        _ => (None, next),
    };
    if day.is_some() != first.day.is_some() {
        return alone;
    }
    let (year, end) = year_after(tokens, next);
    let second = CalendarDate::new(year.or(first.year), Some(month), day);
    let first = CalendarDate {
        year: first.year.or(year),
        ..first
    };
    (Meaning::Range(first, second), end)
}

/// "–18", "/9", "and 18", "to 18": the second day of a range, and the index after it.
fn second_day(tokens: &Tokens<'_>, index: usize) -> Option<(i8, usize)> {
    let joined = match tokens.term(index) {
        Term::Mark(b'-' | b'/') => !tokens.list[index].spaced,
        Term::Cue(Cue::And | Cue::To | Cue::Through | Cue::Until) => true,
        _ => false,
    };
    let the = usize::from(is_the_ordinal(tokens, index + 1));
    let (day, end) = day(tokens, index + 1 + the).filter(|_| joined)?;
    // "March 3 and 40 others", "to 5 p.m.": a year or an end must follow where words join.
    let clock = matches!(
        tokens.term(end),
        Term::Cue(Cue::Am | Cue::Pm) | Term::Mark(b':')
    ) || clock::meridiem(tokens, end).is_some();
    let word = matches!(tokens.term(index), Term::Cue(_))
        && matches!(tokens.term(end), Term::Other | Term::Unit(_));
    (!clock && !word).then_some((day, end))
}

/// "16 February 2007", "16-Feb-07", "16th of February", "3–7 May".
fn day_first(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, usize)> {
    let (first_day, after_first) = day(tokens, index)?;
    if matches!(tokens.before(index), Term::Mark(b'.' | b':' | b'$' | b'/'))
        && !tokens.list[index].spaced
    {
        return None;
    }
    if let Some((second, next)) = second_day(tokens, after_first)
        && let Some((month, next)) = month_after_day(tokens, next)
    {
        let (year, end) = year_after(tokens, next);
        let first = CalendarDate::new(year, Some(month), Some(first_day));
        return Some((
            Meaning::Range(
                first,
                CalendarDate {
                    day: Some(second),
                    ..first
                },
            ),
            end,
        ));
    }
    let (month, next) = month_after_day(tokens, after_first)?;
    // "16 May officers", "5 March": a month that is also a word needs its capital, checked
    // there; "16 February 18" would be a day again, so the year must not be followed by one.
    let (year, end) = year_after(tokens, next);
    let date = CalendarDate::new(year, Some(month), Some(first_day));
    Some(month_and_day_range(tokens, end, date))
}

/// "30 March–2 April 2007".
fn month_and_day_range(tokens: &Tokens<'_>, index: usize, first: CalendarDate) -> (Meaning, usize) {
    let alone = (Meaning::Calendar(first), index);
    if !matches!(
        tokens.term(index),
        Term::Mark(b'-') | Term::Cue(Cue::To | Cue::Through)
    ) {
        return alone;
    }
    let Some((second_day, after_second)) = day(tokens, index + 1) else {
        return alone;
    };
    let Some((month, next)) = month_after_day(tokens, after_second) else {
        return alone;
    };
    let (year, end) = year_after(tokens, next);
    let second = CalendarDate::new(year.or(first.year), Some(month), Some(second_day));
    let first = CalendarDate {
        year: first.year.or(year),
        ..first
    };
    (Meaning::Range(first, second), end)
}

fn month_after_day(tokens: &Tokens<'_>, index: usize) -> Option<(i8, usize)> {
    let mut next = tokens.skip_mark(index, b'-');
    // "16, February 2007", but not "airgram 19, January 12": a number, and a date.
    if tokens.is_mark(next, b',') {
        full_year(tokens, next + 2)?;
        next += 1;
    }
    next = tokens.skip_mark(next, b'.');
    next += usize::from(tokens.is(next, Cue::Of));
    let Term::Month(month, short) = tokens.term(next) else {
        return None;
    };
    let is_word = matches!(tokens.word(next), "may" | "march" | "mar" | "sat");
    if is_word && !tokens.is(next - 1, Cue::Of) && !matches!(tokens.before(next), Term::Ordinal(_))
    {
        return None;
    }
    Some((
        month,
        next + 1 + usize::from(short && tokens.is_mark(next + 1, b'.')),
    ))
}

/// A month's name at `index`, and the index after it and its full stop. In small letters "may"
/// and "march" are verbs unless a day of the month follows.
pub(super) fn month_at(tokens: &Tokens<'_>, index: usize) -> Option<(i8, usize)> {
    let Term::Month(month, short) = tokens.term(index) else {
        return None;
    };
    let dated = matches!(tokens.term(index + 2), Term::Number(..) | Term::Ordinal(_));
    let stop =
        tokens.is_mark(index + 1, b'.') && (short || dated && day(tokens, index + 2).is_some());
    let next = index + 1 + usize::from(stop);
    if tokens.case(index) == Case::Lower {
        let is_word = matches!(
            tokens.word(index),
            "may" | "march" | "mar" | "sep" | "dec" | "jun"
        );
        let the = usize::from(tokens.is(next, Cue::The));
        let dated = day(tokens, next + the).is_some() || full_year(tokens, next).is_some();
        if is_word && !dated {
            return None;
        }
    }
    Some((month, next))
}

/// A month and day, in either order, with a year where one follows: what a week is named by.
pub(super) fn day_of_month_date(
    tokens: &Tokens<'_>,
    index: usize,
) -> Option<(CalendarDate, usize)> {
    let (meaning, end) = match tokens.term(index) {
        Term::Month(..) => month_first(tokens, index)?,
        _ => day_first(tokens, index)?,
    };
    match meaning {
        Meaning::Calendar(date) if date.day.is_some() => Some((date, end)),
        _ => None,
    }
}

/// "the 21st", where nothing that can be numbered follows: a day of a month known from before.
fn the_ordinal(tokens: &Tokens<'_>, index: usize, weekday: Option<i8>) -> Option<(Meaning, usize)> {
    if let Some(read) = day_first(tokens, index) {
        return Some(read);
    }
    let (day, end) = day(tokens, index)?;
    let prepared = matches!(
        tokens.before(index - 1),
        Term::Cue(
            Cue::On | Cue::By | Cue::For | Cue::Until | Cue::Since | Cue::After | Cue::Before
        )
    );
    let digits = tokens
        .word(index)
        .starts_with(|first: char| first.is_ascii_digit());
    let free = matches!(
        tokens.term(end),
        Term::End | Term::Mark(b'.' | b',' | b';' | b')' | b'!' | b'?') | Term::Cue(_)
    ) || FREE_WORDS.contains(&tokens.word(end));
    let of_month = super::period::pointer(tokens, end + usize::from(tokens.is(end, Cue::Of)));
    if let Some((_, shift, base, at)) = of_month
        && tokens.term(at) == Term::Unit(Unit::Month)
    {
        return Some((Meaning::DayOfMonth(day, shift, base), at + 1));
    }
    let date = CalendarDate {
        day: Some(day),
        weekday,
        ..CalendarDate::default()
    };
    // "For the 27th", "on the second!": a rank in words only where its clause ends, and the first ones
    // not where one of several may be meant ("an excuse for the second").
    let is_one = day <= 3 && matches!(tokens.before(index - 1), Term::Cue(Cue::For | Cue::After));
    let ends = !is_one && matches!(tokens.term(end), Term::End | Term::Mark(b'.' | b'!' | b'?'));
    let dated = weekday.is_some() || prepared && (digits || ends);
    (dated && free).then_some((Meaning::Calendar(date), end))
}

/// "20th of next month".
fn of_near_month(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, usize)> {
    let (day, end) = day(tokens, index)?;
    let (_, shift, base, at) =
        super::period::pointer(tokens, end + usize::from(tokens.is(end, Cue::Of)))?;
    (tokens.term(at) == Term::Unit(Unit::Month))
        .then_some((Meaning::DayOfMonth(day, shift, base), at + 1))
}

/// "the 21st", "the second"; "the 27" where its clause ends.
fn the_day(tokens: &Tokens<'_>, index: usize) -> bool {
    let number = matches!(tokens.term(index), Term::Number(..) | Term::Count(_))
        && day(tokens, index).is_some_and(|(_, end)| {
            matches!(tokens.term(end), Term::End | Term::Mark(b'.' | b'!' | b'?'))
        });
    number || ordinal(tokens, index).is_some()
}

/// Months whose names are no word and no person's name.
fn is_only_a_month(tokens: &Tokens<'_>, index: usize) -> bool {
    let full = matches!(tokens.term(index), Term::Month(1 | 2 | 7 | 9..=12, false));
    let next_is_name = tokens.term(index + 1) == Term::Other
        && tokens.case(index + 1) == Case::Capital
        && tokens.case(index) == Case::Capital
        && index > 0
        && tokens.case(index - 1) == Case::Capital;
    full && !next_is_name
}

/// A month without day and year: after a word that asks for a time, or with "early" before.
fn bare_month(
    tokens: &Tokens<'_>,
    index: usize,
    month: i8,
    next: usize,
) -> Option<(Meaning, usize)> {
    let asked = matches!(
        tokens.before(index),
        Term::Cue(
            Cue::In
                | Cue::Since
                | Cue::Until
                | Cue::By
                | Cue::During
                | Cue::Early
                | Cue::Mid
                | Cue::Late
                | Cue::From
                | Cue::Between
                | Cue::Through
                | Cue::Before
                | Cue::After
                | Cue::Of
        )
    ) || is_only_a_month(tokens, index)
        || is_of_a_thing(tokens, index, next)
        || tokens.is_mark(index.wrapping_sub(1), b'-')
            && tokens.is(index.wrapping_sub(2), Cue::Mid);
    // "In March Group's report", "in May's view": a name, not a month.
    let named = matches!(tokens.term(next), Term::Other) && tokens.case(next) == Case::Capital
        || matches!(tokens.term(next), Term::Mark(b'\''));
    let named = named && matches!(month, 3..=8);
    let date = CalendarDate {
        month: Some(month),
        ..CalendarDate::default()
    };
    if !asked || named {
        return None;
    }
    // "In January-February 1961".
    let is_range = tokens.is_mark(next, b'-') && !tokens.list[next].spaced;
    Some(match is_range {
        true => month_range(tokens, next, date),
        false => (Meaning::Calendar(date), next),
    })
}

/// "A June agreement", "the December talks": of when something is; "the March on the capital" is none.
fn is_of_a_thing(tokens: &Tokens<'_>, index: usize, next: usize) -> bool {
    let determined = matches!(tokens.before(index), Term::Cue(Cue::A | Cue::The));
    let noun = tokens.term(next) == Term::Other && tokens.case(next) == Case::Lower;
    let is_preposition = matches!(
        tokens.word(next),
        "on" | "of" | "for" | "against" | "was" | "is"
    );
    determined && noun && !is_preposition && tokens.case(index) == Case::Capital
}

/// "November, 10, 1955": a comma where none belongs, told by the year.
fn is_stray_comma(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is_mark(index, b',')
        && day(tokens, index + 1).is_some_and(|(_, end)| end == index + 2)
        && tokens.is_mark(index + 2, b',')
        && full_year(tokens, index + 3).is_some()
}

fn is_the_ordinal(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.is(index, Cue::The) && ordinal(tokens, index + 1).is_some()
}

/// A day of the month in digits, "21st", "first", "twenty-first" or "twenty one"; the index after.
pub(super) fn day(tokens: &Tokens<'_>, index: usize) -> Option<(i8, usize)> {
    let (value, end) = match tokens.term(index) {
        Term::Number(value, 1 | 2) => (value, index + 1),
        // "l6 February", "February 1O": digits read as letters, right beside the month.
        Term::Blurred(value, 1 | 2) if is_beside_month(tokens, index) => (value, index + 1),
        Term::Count(_) => ordinal(tokens, index).or_else(|| below_hundred(tokens, index))?,
        Term::Ordinal(_) | Term::Unit(Unit::Second) => ordinal(tokens, index)?,
        _ => return None,
    };
    let day = i8::try_from(value).ok()?;
    (1..=31).contains(&day).then_some((day, end))
}

fn is_beside_month(tokens: &Tokens<'_>, index: usize) -> bool {
    let dot = tokens.before(index) == Term::Mark(b'.');
    let before = index.checked_sub(1 + usize::from(dot));
    let is_month = |at: usize| matches!(tokens.term(at), Term::Month(..));
    before.is_some_and(is_month) || is_month(index + 1)
}

/// " '07": a short year behind a month.
fn apostrophe_year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    let of = index + usize::from(tokens.is(index, Cue::Of));
    let year = short_year(tokens, of + 1)?;
    tokens.is_mark(of, b'\'').then_some((year, of + 2))
}

/// ", 2007", " 07", "-07", "'07", " of 2007": the year, and the index after it.
fn year_after(tokens: &Tokens<'_>, index: usize) -> (Option<Year>, usize) {
    if let Some((year, end)) = near_year(tokens, index) {
        return (Some(year), end);
    }
    let comma = tokens.skip_mark(index, b',');
    let next = comma + usize::from(tokens.is(comma, Cue::Of));
    if let Some(year) = full_year(tokens, next) {
        return (Some(year), next + 1);
    }
    if let Some((year, end)) = year_in_words(tokens, next) {
        return (Some(Year::Full(year)), end);
    }
    // "November 16. 1961": a full stop for a comma, where the year ends the line or clause.
    let ends = matches!(tokens.term(index + 2), Term::End | Term::Mark(_));
    if tokens.is_mark(index, b'.')
        && ends
        && let Some(year) = full_year(tokens, index + 1)
    {
        return (Some(year), index + 2);
    }
    if tokens.is_mark(index, b'-')
        && !tokens.list[index].spaced
        && let Some(year) = full_year(tokens, index + 1).or_else(|| short_year(tokens, index + 1))
    {
        return (Some(year), index + 2);
    }
    if tokens.is_mark(index, b'\'')
        && let Some(year) = short_year(tokens, index + 1)
    {
        return (Some(year), index + 2);
    }
    // "16 Feb 07": only right after a month, and not before a unit or a clock.
    let after_month = matches!(tokens.before(index), Term::Month(..) | Term::Mark(b'.'));
    let short = short_year(tokens, index).filter(|_| after_month);
    let free = !matches!(
        tokens.term(index + 1),
        Term::Mark(b':' | b'%' | b'-' | b'/')
            | Term::Unit(_)
            | Term::Part(_)
            | Term::Month(..)
            | Term::Cue(Cue::Am | Cue::Pm)
    ) && clock::meridiem(tokens, index + 1).is_none();
    match short.filter(|_| free) {
        Some(year) => (Some(year), index + 1),
        None => (None, index),
    }
}

/// " last year", " of this year", ", next year", " a year ago".
pub(super) fn near_year(tokens: &Tokens<'_>, index: usize) -> Option<(Year, usize)> {
    let comma = tokens.skip_mark(index, b',');
    let next = comma + usize::from(tokens.is(comma, Cue::Of));
    let is_year = tokens.term(next + 1) == Term::Unit(Unit::Year);
    if tokens.is(next, Cue::A) && is_year && tokens.is(next + 2, Cue::Ago) {
        return Some((Year::Near(-1), next + 3));
    }
    let shift = match tokens.term(next) {
        Term::Cue(Cue::Last) => -1,
        Term::Cue(Cue::This) => 0,
        Term::Cue(Cue::Next) => 1,
        _ => return None,
    };
    is_year.then_some((Year::Near(shift), next + 2))
}

/// Four digits of a year that people write about, 1000 to 2199.
pub(super) fn full_year(tokens: &Tokens<'_>, index: usize) -> Option<Year> {
    match tokens.term(index) {
        Term::Number(value @ 1000..=2199, 4) => Some(Year::Full(value as i16)),
        // "February 16, 2OO7", "in l967".
        Term::Blurred(value @ 1800..=2059, 4) if is_blurred_year(tokens, index) => {
            Some(Year::Full(value as i16))
        }
        _ => None,
    }
}

/// Digits read as letters are a year behind a month, its day, or "in".
fn is_blurred_year(tokens: &Tokens<'_>, index: usize) -> bool {
    let back = |by: usize| {
        index
            .checked_sub(by)
            .map_or(Term::End, |at| tokens.term(at))
    };
    let is_day = |term| matches!(term, Term::Number(1..=31, _) | Term::Blurred(1..=31, _));
    match (back(1), back(2), back(3)) {
        (Term::Month(..) | Term::Cue(Cue::In), ..) => true,
        (Term::Mark(b','), Term::Month(..), _) => true,
        (Term::Mark(b','), day, Term::Month(..)) | (day, Term::Month(..), _) => is_day(day),
        _ => false,
    }
}

fn short_year(tokens: &Tokens<'_>, index: usize) -> Option<Year> {
    match tokens.term(index) {
        Term::Number(value @ 0..=99, 2) => Some(Year::Short(value as i8)),
        Term::Blurred(value @ 0..=99, 2)
            if matches!(tokens.before(index), Term::Month(..) | Term::Mark(b'-')) =>
        {
            Some(Year::Short(value as i8))
        }
        _ => None,
    }
}
