//! Times of day: "4:15 p.m.", "1615 hours", "noon", "Friday evening"; alone or with a date.

use super::Rule;
use super::clock_words;
use super::hit::{Hit, third, word};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Base, Clock, DayPart, FoundTime, Meaning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "part-of-day",
        read: part_of_day,
        examples: [
            ("he came this morning", "this morning = TIME 2011-04-05TMO"),
            (
                "late last night he",
                "late last night = TIME 2011-04-04TNI END",
            ),
        ],
        source: "",
    },
    Rule {
        name: "part-of-some-day",
        read: bare_part,
        examples: [
            (
                "On May 3, 1962, he came; in the morning he left",
                "the morning = TIME 1962-05-03TMO",
            ),
            (
                "in the late afternoon on Friday he",
                "the late afternoon on Friday = TIME 2011-04-01TAF END",
            ),
        ],
        source: "",
    },
    Rule {
        name: "clock",
        read: clock,
        examples: [
            (
                "at 4:15 p.m. on May 3, 1962",
                "4:15 p.m. on May 3, 1962 = TIME 1962-05-03T16:15",
            ),
            (
                "at half past eight yesterday",
                "half past eight yesterday = TIME 2011-04-04T08:30",
            ),
        ],
        source: "ISO 8601-1:2019, 5.3",
    },
];

fn clock(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (mut clock, mut end) = read(tokens, index).or_else(|| bare_hour(tokens, index))?;
    let mut meaning = Meaning::TimeOfDay(Base::Narrative);
    // "3 p.m. every day", "9 a.m. on Sundays".
    let on = end + usize::from(tokens.is(end, Cue::On));
    if let Some((value, set_end)) = super::set::every_day(tokens, on) {
        let meaning = Meaning::Set(super::set::at_clock(value, clock));
        return Some(Hit::new(index, set_end, meaning));
    }
    // "8 p.m. in the evening, Monday", "12 o'clock lunchtime": what is said twice.
    if let Some((part, part_end)) = part_again(tokens, end) {
        (clock, end) = (in_part(clock, Some(part)), part_end);
    }
    // "9 a.m. Tuesday", "noon on Friday", "6 p.m. yesterday": the day stands behind it.
    if let Some(day) = super::event::behind(tokens, end) {
        (meaning, end) = (day.meaning, day.end);
    } else if let Some((day, part, day_end)) = day_and_part(tokens, end) {
        (meaning, end) = (day, day_end);
        clock = in_part(clock, part);
    }
    Some(Hit {
        clock: Some(clock),
        ..Hit::new(index, end, meaning)
    })
}

/// " in the evening" behind a time that says its half of the day, " lunchtime" or " afternoon"
/// behind one that does not.
fn part_again(tokens: &Tokens<'_>, index: usize) -> Option<(DayPart, usize)> {
    match tokens.term(index) {
        Term::Part(part) if !super::offset::is_plural(tokens, index) => Some((part, index + 1)),
        _ => part_behind(tokens, index),
    }
}

/// Words before "at 7" that make the number an hour.
const APPOINTED: &[&str] = &[
    "alarm", "arrive", "arrived", "arrives", "back", "begin", "begins", "began", "dine", "dinner",
    "leave", "leaves", "left", "lunch", "meet", "meeting", "meets", "met", "start", "started",
    "starts",
];

/// "back at 7", "meet at seven", "alarm for eight forty", "at seven on 15": an hour that nothing
/// behind it makes one, where its clause ends.
fn bare_hour(tokens: &Tokens<'_>, index: usize) -> Option<(Clock, usize)> {
    let at = matches!(tokens.before(index), Term::Cue(Cue::At | Cue::For));
    let said = |at: usize| APPOINTED.contains(&tokens.word(at));
    let appointed = index >= 2 && said(index - 2);
    let (hour, minute, end) = match super::clock_words::hour_and_minute(tokens, index) {
        Some(read) if at => read,
        _ => {
            let (hour, end) = hour(tokens, index)?;
            let ish = usize::from(tokens.is_mark(end, b'-') && word(tokens, end + 1, "ish"));
            if ish == 1 || tokens.glued(end) == Term::Other && word(tokens, end, "ish") {
                return Some((of_hour(hour, 0), end + 1 + ish));
            }
            // "7, this morning", "seven on 15": the day behind it makes it one.
            let part = day_and_part(tokens, end).is_some_and(|(_, part, _)| part.is_some());
            let numbered = tokens.is(end, Cue::On)
                && super::day_number::numbered_day(tokens, end + 1).is_some();
            if (part || numbered && at) && (1..=12).contains(&hour) {
                return Some((of_hour(hour, 0), end));
            }
            (hour, 0, end)
        }
    };
    let ends = matches!(
        tokens.term(end),
        Term::End | Term::Mark(b'.' | b'!' | b'?' | b',')
    );
    let is_hour = (1..=12).contains(&hour) || minute > 0;
    (at && appointed && ends && is_hour).then(|| (of_hour(hour, minute), end))
}

pub(super) fn of_hour(hour: u8, minute: u8) -> Clock {
    Clock::At {
        hour,
        minute,
        second: None,
        zulu: false,
    }
}

/// The day behind a time of day, and the index after.
pub(super) fn day_behind(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, usize)> {
    let (meaning, _, end) = day_and_part(tokens, index)?;
    Some((meaning, end))
}

/// The day behind a time of day, the part of it where one is said, and the index after.
fn day_and_part(tokens: &Tokens<'_>, index: usize) -> Option<(Meaning, Option<DayPart>, usize)> {
    let next = tokens.skip_mark(index, b',');
    let next = next + usize::from(matches!(tokens.term(next), Term::Cue(Cue::On | Cue::Of)));
    if !matches!(
        tokens.term(next),
        Term::Weekday(..)
            | Term::Month(..)
            | Term::Ordinal(_)
            | Term::Cue(
                Cue::Today
                    | Cue::Tonight
                    | Cue::Yesterday
                    | Cue::Tomorrow
                    | Cue::Last
                    | Cue::Next
                    | Cue::This
                    | Cue::That
                    | Cue::The
            )
            | Term::Number(..)
    ) {
        return None;
    }
    // "7 p.m. on the night of January 13".
    if let (Term::Cue(Cue::The), Term::Part(part), Term::Cue(Cue::Of)) = (
        tokens.term(next),
        tokens.term(next + 1),
        tokens.term(next + 2),
    ) && let Some((meaning, end)) = day_behind(tokens, next + 2)
    {
        return Some((meaning, Some(part), end));
    }
    // "10 p.m. tonight", "8 a.m. this morning".
    let part = |clock: Option<Clock>| match clock {
        Some(Clock::Part(part)) => Some(part),
        _ => None,
    };
    if let Some(hit) = part_of_day(tokens, next).filter(|hit| hit.third.is_none()) {
        return Some((hit.meaning, part(hit.clock), hit.end));
    }
    // "8 p.m. on 15", "8 p.m. on the 15".
    if tokens.is(next.wrapping_sub(1), Cue::On)
        && let Some((day, end)) = super::day_number::numbered_day(tokens, next)
    {
        return Some((day, None, end));
    }
    let families = [
        super::calendar::RULES,
        super::weekday::RULES,
        super::offset::RULES,
        super::numeric::RULES,
    ];
    let rules = families.into_iter().flatten();
    let hits = rules.filter_map(|rule| (rule.read)(tokens, next));
    let hit = hits
        .filter(|hit| hit.third.is_none())
        .filter(|hit| !matches!(hit.clock, Some(Clock::At { .. })))
        .max_by_key(|hit| hit.end)?;
    let is_day = match &hit.meaning {
        Meaning::Calendar(date) => date.day.is_some() && date.month.is_some(),
        Meaning::Weekday(..) | Meaning::WeekdayOfWeek(..) => true,
        // "8:30 the following morning", "noon the same day".
        Meaning::Offset { length, .. } => length.unit() == Unit::Day,
        _ => false,
    };
    is_day.then_some((hit.meaning, part(hit.clock), hit.end))
}

/// Adds the time of day that follows a date: ", 4 p.m.", "—noon", " at 16:15", " evening".
pub(super) fn attach(tokens: &Tokens<'_>, hit: &mut Hit) {
    if let Some((first, second, end)) = range_behind(tokens, hit.end) {
        between(tokens, hit, (first, second), end);
        return;
    }
    let comma = tokens.skip_mark(hit.end, b',');
    let in_the = tokens.is(comma, Cue::In) && tokens.is(comma + 1, Cue::The);
    let at = if in_the { comma + 2 } else { hit.end };
    let (at, third) = third(tokens, at);
    if let Term::Part(part) = tokens.term(at) {
        hit.clock = Some(Clock::Part(part));
        hit.third = hit.third.or(third);
        hit.end = at + 1;
        if let Some((first, second, end)) = range_behind(tokens, hit.end) {
            hit.clock = None;
            between(tokens, hit, (first, second), end);
            return;
        }
        at_hour(tokens, hit);
        return;
    }
    let next = match tokens.term(hit.end) {
        Term::Mark(b',' | b'-') | Term::Cue(Cue::At | Cue::About | Cue::For) => hit.end + 1,
        Term::Number(..) | Term::Cue(Cue::Noon | Cue::Midnight) => hit.end,
        _ => return,
    };
    let next = next + usize::from(matches!(tokens.term(next), Term::Cue(Cue::At | Cue::About)));
    if let Some((clock, end)) = read(tokens, next) {
        hit.clock = Some(clock);
        hit.end = end;
    } else {
        at_hour(tokens, hit);
    }
}

/// " at 7", " at seven" behind a day or a part of one, where a clause ends: the half of the day
/// that the part says.
pub(super) fn at_hour(tokens: &Tokens<'_>, hit: &mut Hit) {
    if !matches!(tokens.term(hit.end), Term::Cue(Cue::At | Cue::About)) {
        return;
    }
    let part = match hit.clock {
        Some(Clock::Part(part)) => Some(part),
        _ => None,
    };
    if let Some((clock, end)) = read(tokens, hit.end + 1) {
        hit.clock = Some(in_part(clock, part));
        hit.end = end;
        return;
    }
    let Some((hour, end)) = hour(tokens, hit.end + 1) else {
        return;
    };
    // "After May 3 at 1,015 francs".
    let grouped =
        tokens.glued(end) == Term::Mark(b',') && matches!(tokens.glued(end + 1), Term::Number(..));
    if !grouped
        && matches!(
            tokens.term(end),
            Term::End | Term::Mark(b'.' | b',' | b';' | b'?' | b'!')
        )
    {
        hit.clock = Some(in_part(of_hour(hour, 0), part));
        hit.end = end;
    }
}

/// A time of twelve hours in a part of the day.
pub(super) fn in_part(clock: Clock, part: Option<DayPart>) -> Clock {
    match (clock, part) {
        (
            Clock::At {
                hour: hour @ 1..=11,
                minute,
                second,
                zulu,
            },
            Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night),
        ) if part != Some(DayPart::Night) || hour >= 5 => Clock::At {
            hour: hour + 12,
            minute,
            second,
            zulu,
        },
        (clock, _) => clock,
    }
}

/// " between 1 p.m. and 4 p.m.", " from 9 to 11 a.m." behind a day.
fn range_behind(tokens: &Tokens<'_>, index: usize) -> Option<(FoundTime, FoundTime, usize)> {
    if !matches!(tokens.term(index), Term::Cue(Cue::Between | Cue::From)) {
        return None;
    }
    let hit = super::clock_range::read(tokens, index + 1)?;
    match hit.meaning {
        Meaning::Between(first, second) => Some((*first, *second, hit.end)),
        _ => None,
    }
}

/// A day with two times of it.
fn between(
    tokens: &Tokens<'_>,
    hit: &mut Hit,
    (mut first, mut second): (FoundTime, FoundTime),
    end: usize,
) {
    if !matches!(first.meaning, Meaning::TimeOfDay(_)) {
        return;
    }
    first.meaning = hit.meaning.clone();
    second.meaning = hit.meaning.clone();
    first.tense = super::tense(tokens, hit.start, hit.end);
    second.tense = first.tense;
    hit.meaning = Meaning::Between(Box::new(first), Box::new(second));
    hit.end = end;
}

/// A time of day at `index`, and the index after it.
pub(super) fn read(tokens: &Tokens<'_>, index: usize) -> Option<(Clock, usize)> {
    let at = |hour, minute, zulu| Clock::At {
        hour,
        minute,
        second: None,
        zulu,
    };
    match tokens.term(index) {
        Term::Cue(Cue::Noon) => return Some((at(12, 0, false), index + 1)),
        Term::Cue(Cue::Midnight) => return Some((at(0, 0, false), index + 1)),
        Term::Cue(Cue::Mid) => {
            let next = tokens.skip_mark(index + 1, b'-');
            let hour = match tokens.word(next) {
                "day" => 12,
                "night" => 0,
                _ => return None,
            };
            return Some((at(hour, 0, false), next + 1));
        }
        _ => {}
    }
    if let Some((hour, minute, end)) = clock_words::read(tokens, index) {
        let (hour, zulu, end) = half_of_day(tokens, hour, end);
        return Some((at(hour, minute, zulu), end));
    }
    let Term::Number(value, digits) = tokens.term(index) else {
        return None;
    };
    if digits == 4
        && value < 2400
        && value % 100 < 60
        && let Some((zulu, end)) = four_digits(tokens, index + 1)
    {
        return Some((at((value / 100) as u8, (value % 100) as u8, zulu), end));
    }
    // "340pm", "1140 a.m."
    if matches!(digits, 3 | 4)
        && (100..1300).contains(&value)
        && value % 100 < 60
        && meridiem(tokens, index + 1).is_some()
    {
        let (hour, zulu, end) = half_of_day(tokens, (value / 100) as u8, index + 1);
        return Some((at(hour, (value % 100) as u8, zulu), end));
    }
    let hour = u8::try_from(value)
        .ok()
        .filter(|hour| *hour <= 24 && digits <= 2)?;
    let (minute, second, next) = minutes(tokens, index + 1);
    let has_half = meridiem(tokens, next).is_some() && (1..=12).contains(&hour);
    let in_the = part_behind(tokens, next).is_some() && hour <= 12;
    let twelve = hour == 12 && matches!(tokens.term(next), Term::Cue(Cue::Noon | Cue::Midnight));
    if minute.is_none() && !has_half && !in_the && !twelve {
        return None;
    }
    let (hour, zulu, end) = half_of_day(tokens, hour, next);
    let clock = Clock::At {
        hour,
        minute: minute.unwrap_or(0),
        second,
        zulu,
    };
    Some((clock, end))
}

/// The hour of 24, and whether universal time, with what follows: "p.m.", "in the morning",
/// "noon", "GMT".
fn half_of_day(tokens: &Tokens<'_>, hour: u8, index: usize) -> (u8, bool, usize) {
    if let Some((pm, end)) = meridiem(tokens, index).filter(|_| (1..=12).contains(&hour)) {
        let (zulu, end) = zone(tokens, end);
        return (hour % 12 + if pm { 12 } else { 0 }, zulu, end);
    }
    if hour == 12 && tokens.is(index, Cue::Noon) {
        return (12, false, index + 1);
    }
    if hour == 12 && tokens.is(index, Cue::Midnight) {
        return (0, false, index + 1);
    }
    if let Some((part, end)) = part_behind(tokens, index).filter(|_| hour <= 12) {
        let late = match part {
            DayPart::Morning | DayPart::Daytime => false,
            DayPart::Midday => hour < 5,
            DayPart::Afternoon | DayPart::Evening => true,
            DayPart::Night => (5..12).contains(&hour),
        };
        return (hour % 12 + if late { 12 } else { 0 }, false, end);
    }
    let (zulu, end) = zone(tokens, index);
    (hour, zulu, end)
}

/// "in the morning", "at night".
pub(super) fn part_behind(tokens: &Tokens<'_>, index: usize) -> Option<(DayPart, usize)> {
    let at = match tokens.term(index) {
        Term::Cue(Cue::In) if tokens.is(index + 1, Cue::The) => index + 2,
        Term::Cue(Cue::At) => index + 1,
        _ => return None,
    };
    match tokens.term(at) {
        Term::Part(part) if !super::offset::is_plural(tokens, at) => Some((part, at + 1)),
        _ => None,
    }
}

/// What must follow four digits to make them a time: `Z`, "hours", "GMT".
fn four_digits(tokens: &Tokens<'_>, index: usize) -> Option<(bool, usize)> {
    let glued = tokens.list.get(index).is_some_and(|token| !token.spaced);
    match tokens.term(index) {
        Term::Unit(Unit::Hour)
            if matches!(
                tokens.word(index),
                "hours" | "HOURS" | "Hours" | "hrs" | "HRS"
            ) =>
        {
            Some((false, index + 1))
        }
        Term::Cue(Cue::Zone) => Some((true, index + 1)),
        Term::Other if glued && word(tokens, index, "z") => Some((true, index + 1)),
        _ => None,
    }
}

/// ":15", ":15:30" or ".15" before "p.m.": the minute, the second, and the index after them.
fn minutes(tokens: &Tokens<'_>, index: usize) -> (Option<u8>, Option<u8>, usize) {
    let Term::Mark(mark @ (b':' | b'.')) = tokens.glued(index) else {
        return (None, None, index);
    };
    let Term::Number(minute @ 0..=59, 2) = tokens.glued(index + 1) else {
        return (None, None, index);
    };
    let (mut end, mut second) = (index + 2, None);
    if mark == b':'
        && tokens.glued(end) == Term::Mark(b':')
        && let Term::Number(value @ 0..=59, 2) = tokens.glued(end + 1)
        && tokens.glued(end + 2) != Term::Mark(b':')
    {
        (end, second) = (end + 2, Some(value as u8));
    }
    // "3.15" is a number unless "p.m." follows; "3:15:20:4" is no time.
    let free = mark == b':' && tokens.glued(end) != Term::Mark(b':');
    if free || meridiem(tokens, end).is_some() {
        return (Some(minute as u8), second, end);
    }
    (None, None, index)
}

/// "a.m.", "p. m.", "PM": whether after noon, and the index after it.
pub(super) fn meridiem(tokens: &Tokens<'_>, index: usize) -> Option<(bool, usize)> {
    match tokens.term(index) {
        Term::Cue(Cue::Am) => return Some((false, index + 1)),
        Term::Cue(Cue::Pm) => return Some((true, index + 1)),
        _ => {}
    }
    let pm = match tokens.word(index) {
        "a" | "A" => false,
        "p" | "P" => true,
        _ => return None,
    };
    if word(tokens, index + 1, "m") {
        return Some((pm, index + 2));
    }
    if !tokens.is_mark(index + 1, b'.') || !word(tokens, index + 2, "m") {
        return None;
    }
    Some((pm, tokens.skip_mark(index + 3, b'.')))
}

/// Zones named by their letters, and whether they are universal time.
const ZONES: &[&str] = &[
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "EET", "BST", "MSK",
    "IST", "JST", "ET", "PT",
];

/// "GMT", "Z", "local time", "EDT": whether universal time, and the index after it.
fn zone(tokens: &Tokens<'_>, index: usize) -> (bool, usize) {
    match tokens.term(index) {
        Term::Cue(Cue::Zone) => (true, index + 1),
        Term::Cue(Cue::Local) if tokens.is(index + 1, Cue::Time) => (false, index + 2),
        Term::Other if tokens.word(index) == "Z" => (true, index + 1),
        Term::Other if ZONES.contains(&tokens.word(index)) => (false, index + 1),
        _ => (false, index),
    }
}

/// "this morning", "that evening", "last night", "tonight", "mid afternoon".
fn part_of_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (lead, mut third) = third(tokens, index);
    let later = matches!(tokens.term(index), Term::Cue(Cue::Later | Cue::Earlier));
    let at = lead + usize::from(later);
    if later {
        third = Some(if tokens.is(index, Cue::Later) {
            crate::Third::Late
        } else {
            crate::Third::Early
        });
    }
    let (part, end) = match (tokens.term(at), tokens.term(at + 1)) {
        (Term::Cue(Cue::Tonight), _) => (DayPart::Night, at + 1),
        (Term::Cue(Cue::This | Cue::That | Cue::Last | Cue::Same), Term::Part(part))
            if !super::offset::is_plural(tokens, at + 1) =>
        {
            (part, at + 2)
        }
        _ => return None,
    };
    let meaning = match tokens.term(at) {
        Term::Cue(Cue::This | Cue::Tonight) => Meaning::days(0, false, Base::Telling),
        Term::Cue(Cue::Last) => Meaning::days(1, true, Base::Telling),
        _ => Meaning::days(0, false, Base::Narrative),
    };
    let mut hit = Hit {
        third,
        clock: Some(Clock::Part(part)),
        ..Hit::new(index, end, meaning)
    };
    at_hour(tokens, &mut hit);
    Some(hit)
}

/// "the morning", "the late afternoon", after "in" and the like; with the day behind it.
fn bare_part(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let asked = matches!(
        tokens.before(index),
        Term::Cue(Cue::In | Cue::During | Cue::By | Cue::Until)
    );
    let the = usize::from(tokens.is(index, Cue::The));
    let (at, third) = third(tokens, index + the);
    let Term::Part(part) = tokens.term(at) else {
        return None;
    };
    if super::offset::is_plural(tokens, at) {
        return None;
    }
    if the == 0
        && let Some(hit) = part_and_clock(tokens, index, (part, at + 1))
    {
        return Some(hit);
    }
    let is_mid = third == Some(crate::Third::Mid) && the == 0;
    if !is_mid && (!asked || the == 0 && third.is_none()) {
        return None;
    }
    // "The early morning hours of May 3".
    let hours = tokens.term(at + 1) == Term::Unit(Unit::Hour) && tokens.is(at + 2, Cue::Of);
    let (meaning, end) = day_behind(tokens, at + 1 + usize::from(hours))
        .unwrap_or((Meaning::TimeOfDay(Base::Narrative), at + 1));
    let mut hit = Hit {
        third,
        clock: Some(Clock::Part(part)),
        ..Hit::new(index, end, meaning)
    };
    if end == at + 1 {
        let before = hit.end;
        at_hour(tokens, &mut hit);
        if hit.end == before
            && let Some((clock, end)) = read(tokens, hit.end)
        {
            (hit.clock, hit.end) = (Some(in_part(clock, Some(part))), end);
        }
    }
    Some(hit)
}

/// "afternoon at 7", "afternoon 7:00", "lunchtime 12 o'clock".
fn part_and_clock(tokens: &Tokens<'_>, index: usize, (part, end): (DayPart, usize)) -> Option<Hit> {
    let mut hit = Hit {
        clock: Some(Clock::Part(part)),
        ..Hit::new(index, end, Meaning::TimeOfDay(Base::Narrative))
    };
    at_hour(tokens, &mut hit);
    if hit.end == end {
        let (clock, clock_end) = read(tokens, end)?;
        (hit.clock, hit.end) = (Some(in_part(clock, Some(part))), clock_end);
    }
    Some(hit)
}

/// A whole hour in digits or words, and the index after.
pub(super) fn hour(tokens: &Tokens<'_>, index: usize) -> Option<(u8, usize)> {
    match tokens.term(index) {
        Term::Number(hour @ 0..=24, 1 | 2) => Some((hour as u8, index + 1)),
        Term::Count(hour @ 1..=12) => Some((hour as u8, index + 1)),
        _ => None,
    }
}
