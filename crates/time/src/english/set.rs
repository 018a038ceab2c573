//! Times that come again: "every Friday", "each month", "daily", "twice a week", "on Mondays".

use super::Rule;
use super::clock;
use super::hit::{Hit, word};
use super::number::{cardinal, ordinal};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Clock, DayPart, Length, Meaning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "every",
        read: every,
        examples: [
            ("every Friday he", "every Friday = SET XXXX-WXX-5"),
            ("each month he", "each month = SET P1M"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2.3.3",
    },
    Rule {
        name: "weekdays",
        read: weekdays,
        examples: [
            ("they meet on Mondays.", "Mondays = SET XXXX-WXX-1"),
            ("open Sundays", "Sundays = SET XXXX-WXX-7"),
        ],
        source: "",
    },
    Rule {
        name: "parts-of-days",
        read: parts,
        examples: [
            (
                "they meet in the evenings.",
                "the evenings = SET XXXX-XX-XXTEV",
            ),
            (
                "he rides mornings at 9",
                "mornings at 9 = SET XXXX-XX-XXT09",
            ),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2.3.3",
    },
    Rule {
        name: "daily",
        read: adverb,
        examples: [
            ("they meet daily", "daily = SET P1D"),
            ("it is paid annually", "annually = SET P1Y"),
        ],
        source: "",
    },
    Rule {
        name: "times-a-unit",
        read: times_a,
        examples: [
            ("twice a week he", "twice a week = SET P1W"),
            ("three times a year", "three times a year = SET P1Y"),
        ],
        source: "",
    },
];

fn set(start: usize, end: usize, value: String) -> Hit {
    Hit::new(start, end, Meaning::Set(value))
}

/// "every Friday", "every two weeks", "every other day", "each year", "every morning".
fn every(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !matches!(tokens.term(index), Term::Cue(Cue::Every | Cue::Each)) {
        return None;
    }
    let (count, at) = if word(tokens, index + 1, "other") {
        (2, index + 2)
    } else if let Some((count, at)) =
        cardinal(tokens, index + 1).or_else(|| ordinal(tokens, index + 1))
    {
        (count, at)
    } else {
        (1, index + 1)
    };
    let value = match tokens.term(at) {
        Term::Weekday(weekday, _) => format!("XXXX-WXX-{weekday}"),
        Term::Month(month, false) => format!("XXXX-{month:02}"),
        Term::Number(month @ 1..=12, 1 | 2)
            if tokens.glued(at + 1) == Term::Mark(b'/')
                && matches!(tokens.glued(at + 2), Term::Number(1..=31, 1 | 2)) =>
        {
            let Term::Number(day, _) = tokens.term(at + 2) else {
                return None;
            };
            return Some(set(index, at + 3, format!("XXXX-{month:02}-{day:02}")));
        }
        Term::Season(season) => format!("XXXX-{}", crate::resolve::timex_month(season)),
        Term::Part(part) => format!("XXXX-XX-XX{}", part_value(part)),
        Term::Unit(Unit::Weekend) => "XXXX-WXX-WE".to_owned(),
        Term::Unit(unit) => Length::of(Amount::whole(count), unit).value(),
        Term::Cue(Cue::Quarter) => Length::of(Amount::whole(count), Unit::Quarter).value(),
        _ => return None,
    };
    let term = tokens.term(at);
    let is_weekday = matches!(
        term,
        Term::Weekday(..) | Term::Unit(Unit::Day) | Term::Part(_)
    );
    let mut hit = set(index, at + 1, value);
    if let Term::Part(part) = term {
        hit.meaning = Meaning::Set("P1D".to_owned());
        hit.clock = Some(Clock::Part(part));
    }
    if is_weekday {
        with_clock(tokens, &mut hit);
    }
    Some(hit)
}

/// "every Friday at 9 a.m.", "every Friday morning", "every morning at 9".
fn with_clock(tokens: &Tokens<'_>, hit: &mut Hit) {
    match hit.clock {
        Some(_) => clock::at_hour(tokens, hit),
        None => clock::attach(tokens, hit),
    }
    if let (Meaning::Set(value), Some(clock)) = (&mut hit.meaning, hit.clock.take()) {
        *value = at_clock(std::mem::take(value), clock);
    }
}

/// A set's value at a time of day.
pub(super) fn at_clock(value: String, clock: Clock) -> String {
    let days = if value == "P1D" {
        "XXXX-XX-XX".to_owned()
    } else {
        value
    };
    match clock {
        Clock::At {
            hour, minute: 0, ..
        } => format!("{days}T{hour:02}"),
        Clock::At { hour, minute, .. } => format!("{days}T{hour:02}:{minute:02}"),
        Clock::Part(part) => format!("{days}{}", part_value(part)),
    }
}

/// "every day", "each Sunday", "Sundays": what a time of day before it comes again on.
pub(super) fn every_day(tokens: &Tokens<'_>, index: usize) -> Option<(String, usize)> {
    let hit = every(tokens, index).or_else(|| weekdays(tokens, index))?;
    match hit.meaning {
        Meaning::Set(value) if value == "P1D" || value.starts_with("XXXX-WXX-") => {
            Some((value, hit.end))
        }
        _ => None,
    }
}

fn part_value(part: DayPart) -> &'static str {
    crate::resolve::day_part_value(part)
}

/// "on Mondays", "Saturdays at 9".
fn weekdays(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Some((value, end)) = nights(tokens, index) {
        return Some(set(index, end, value));
    }
    let Term::Weekdays(weekday) = tokens.term(index) else {
        return None;
    };
    let mut hit = set(index, index + 1, format!("XXXX-WXX-{weekday}"));
    with_clock(tokens, &mut hit);
    Some(hit)
}

/// "Tuesday nights", "Monday" of "Monday and Tuesday nights": the value, and the index after it.
pub(super) fn nights(tokens: &Tokens<'_>, index: usize) -> Option<(String, usize)> {
    let Term::Weekday(weekday, false) = tokens.term(index) else {
        return None;
    };
    let joined =
        tokens.is(index + 1, Cue::And) && matches!(tokens.term(index + 2), Term::Weekday(..));
    let at = if joined { index + 3 } else { index + 1 };
    let Term::Part(part) = tokens.term(at) else {
        return None;
    };
    let value = format!("XXXX-WXX-{weekday}{}", part_value(part));
    let end = if joined { index + 1 } else { at + 1 };
    super::offset::is_plural(tokens, at).then_some((value, end))
}

/// "in the evenings", "mornings at 9", "the late afternoons".
fn parts(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let the = usize::from(tokens.is(index, Cue::The));
    let (at, _) = super::hit::third(tokens, index + the);
    let Term::Part(part) = tokens.term(at) else {
        return None;
    };
    if !super::offset::is_plural(tokens, at) {
        return None;
    }
    let mut hit = Hit {
        clock: Some(Clock::Part(part)),
        ..set(index, at + 1, "P1D".to_owned())
    };
    with_clock(tokens, &mut hit);
    let asked = the == 1 && matches!(tokens.before(index), Term::Cue(Cue::In | Cue::During));
    // "two nights", "the nights of May": a length, or days that are told.
    let counted = matches!(tokens.before(index), Term::Number(..) | Term::Count(_));
    (!counted && (hit.end > at + 1 || asked && !tokens.is(hit.end, Cue::Of))).then_some(hit)
}

/// "daily", "weekly", "annually"; "annual" and "quarterly" before a noun say of what kind it is.
fn adverb(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !tokens.is(index, Cue::Weekly) {
        return None;
    }
    let folded = tokens.word(index).to_ascii_lowercase();
    // "A quarterly dividend": of what kind the noun is.
    let before_noun = tokens.term(index + 1) == Term::Other;
    let (count, unit) = match folded.as_str() {
        "hourly" => (1, Unit::Hour),
        "daily" | "nightly" => (1, Unit::Day),
        "weekly" => (1, Unit::Week),
        "biweekly" | "fortnightly" => (2, Unit::Week),
        "monthly" => (1, Unit::Month),
        "quarterly" if !before_noun => (1, Unit::Quarter),
        "yearly" | "annually" => (1, Unit::Year),
        _ => return None,
    };
    // "The Daily Star" is a name.
    let named = tokens.case(index) == crate::tokens::Case::Capital
        && tokens.case(index + 1) == crate::tokens::Case::Capital;
    let value = Length::of(Amount::whole(count), unit).value();
    (!named).then(|| set(index, index + 1, value))
}

/// "twice a week", "three times a year", "once every month".
fn times_a(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let next = if tokens.is(index, Cue::Once) {
        index + 1
    } else {
        let (_, next) = cardinal(tokens, index)?;
        word(tokens, next, "times").then_some(next + 1)?
    };
    if !matches!(
        tokens.term(next),
        Term::Cue(Cue::A | Cue::Every | Cue::Each)
    ) {
        return None;
    }
    let Term::Unit(unit) = tokens.term(next + 1) else {
        return None;
    };
    let value = Length::of(Amount::whole(1), unit).value();
    Some(set(index, next + 2, value))
}
