//! What the words say, before any date is counted: spans with a meaning.

use crate::words::{DayPart, Unit};
use depeche_text::Span;
use serde::{Deserialize, Serialize};

/// Words that say a time, not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTime {
    /// The words.
    pub span: Span,
    /// What they say.
    pub meaning: Meaning,
    /// "early", "mid", "late".
    pub third: Option<Third>,
    /// "about", "some", "nearly".
    pub approximate: bool,
    /// The time of day said with it.
    pub clock: Option<Clock>,
    /// Whether it only names something ("the treaty of 1888") and leads no narrative there.
    pub aside: bool,
}

/// Which part of a longer time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Third {
    /// "early", "the beginning of".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    Late,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clock {
    /// Hour, minute, and whether it is Zulu time.
    At {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// Universal time.
        zulu: bool,
    },
    /// "morning".
    Part(DayPart),
}

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Year {
    /// `2007`
    Full(i16),
    /// `07`
    Short(i8),
    /// "last year" (-1), "this year" (0), "next year" (1), after day and month.
    Near(i8),
}

/// A date as written; what is missing is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct CalendarDate {
    /// The year.
    pub year: Option<Year>,
    /// 1 to 12, a season 21 (spring) to 24 (winter), or a quarter 33 to 36.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
    /// 1 (Monday) to 7, where it is said with the date.
    pub weekday: Option<i8>,
}

impl CalendarDate {
    /// A date without its weekday.
    pub fn new(year: Option<Year>, month: Option<i8>, day: Option<i8>) -> CalendarDate {
        CalendarDate {
            year,
            month,
            day,
            weekday: None,
        }
    }
}

/// Which one of a repeating time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// "on Friday"
    Near,
    /// "last Friday"
    Last,
    /// "this Friday"
    This,
    /// "next Friday"
    Next,
    /// "that Friday"
    That,
}

/// What a time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// When it is told: "ago", "yesterday", "last year".
    Telling,
    /// The date that the narrative has reached: "earlier", "the next day", "that month".
    Narrative,
}

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// "February 16, 2007"
    Calendar(CalendarDate),
    /// "2/3/2007", which may be 3 February or 2 March.
    Ambiguous(CalendarDate),
    /// "3–7 May 2007"
    Range(CalendarDate, CalendarDate),
    /// "the 1990s": the first year.
    Decade(i16),
    /// "last Friday": 1 (Monday) to 7.
    Weekday(i8, Which),
    /// "last March", "next June": a month without a year.
    Month(i8, Which),
    /// "three weeks earlier": count (`None`: several), unit, direction, base.
    Offset {
        /// Counted units; `None` for "several".
        count: Option<u32>,
        /// The unit.
        unit: Unit,
        /// Whether it lies before the base.
        back: bool,
        /// What it is counted from.
        base: Base,
    },
    /// "last year" (-1), "this month" (0), "the following week" (1).
    Period {
        /// The unit.
        unit: Unit,
        /// How many units away.
        shift: i8,
        /// From what.
        base: Base,
    },
    /// "earlier that month", "later this year".
    Within {
        /// The unit.
        unit: Unit,
        /// Before the base, or after it.
        back: bool,
        /// From what.
        base: Base,
    },
    /// "at 4:15 p.m.": the time is in [`FoundTime::clock`].
    TimeOfDay(Base),
    /// "for three weeks"; `None` for "several".
    Duration(Option<u32>, Unit),
    /// "every Friday", "each month": the TIMEX3 value.
    Set(String),
}
