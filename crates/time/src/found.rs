//! What the words say, before any date is counted: spans with a meaning.

use crate::length::Length;
use crate::{Amount, DayPart, Holiday, Unit};
use depeche_text::Span;

/// Words that say a time, not yet resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTime {
    /// The words.
    pub span: Span,
    /// What they say.
    pub meaning: Meaning,
    /// "early", "mid", "late".
    pub third: Option<Third>,
    /// "about", "more than", "at least".
    pub scale: Option<Scale>,
    /// The time of day said with it.
    pub clock: Option<Clock>,
    /// Whether it only names something ("the treaty of 1888") and leads no narrative there.
    pub aside: bool,
    /// Whether the words around it tell what was or what will be.
    pub tense: Option<Tense>,
    /// The rule that read the words.
    pub rule: &'static str,
}

/// Which part of a longer time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Third {
    /// "early", "the beginning of".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    Late,
}

/// How near the said count or date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// "about", "around", "or so".
    About,
    /// "nearly", "almost".
    Nearly,
    /// "more than", "over".
    More,
    /// "less than".
    Less,
    /// "at least".
    AtLeast,
    /// "at most", "up to", "no more than".
    AtMost,
}

/// What the words around a time tell: what was, or what will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "he left on".
    Past,
    /// "he will leave on".
    Future,
    /// What has lasted or will last up to a time near the telling: "through September", "as of".
    Near,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clock {
    /// Hour, minute, second where said, and whether it is Zulu time.
    At {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59.
        second: Option<u8>,
        /// Universal time.
        zulu: bool,
    },
    /// "morning".
    Part(DayPart),
}

/// A year as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Year {
    /// `2007`
    Full(i16),
    /// `07`
    Short(i8),
    /// "last year" (-1), "this year" (0), "next year" (1), after day and month.
    Near(i8),
}

/// A date as written; what is missing is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CalendarDate {
    /// The year.
    pub year: Option<Year>,
    /// 1 to 12, a season 21 (spring) to 24 (winter), a quarter 33 to 36, or a half 40 or 41.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// "the previous Friday": before what was just told
    Previous,
    /// "the following Friday": after what was just told
    Following,
}

/// What a time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// When it is told: "ago", "yesterday", "last year".
    Telling,
    /// The date that the narrative has reached: "earlier", "the next day", "that month".
    Narrative,
    /// An event named in the words: "the day before the meeting".
    Event,
}

/// A time that is only pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// "recently": `PAST_REF`
    Past,
    /// "now": `PRESENT_REF`
    Present,
    /// "soon": `FUTURE_REF`
    Future,
}

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// "February 16, 2007"
    Calendar(CalendarDate),
    /// "2/3/2007", which may be 3 February or 2 March.
    Ambiguous(CalendarDate),
    /// "3–7 May 2007"
    Range(CalendarDate, CalendarDate),
    /// "from Monday to Friday", "between 4 and 5 p.m.": two times and all between.
    Between(Box<FoundTime>, Box<FoundTime>),
    /// "the 1990s": the first year.
    Decade(i16),
    /// "the '90s", "the nineties": the tens of a year whose century is not said.
    ShortDecade(i8),
    /// "the 19th century": its number.
    Century(i8),
    /// "last Friday": 1 (Monday) to 7.
    Weekday(i8, Which),
    /// "Friday of next week": 1 (Monday) to 7, weeks away, from what.
    WeekdayOfWeek(i8, i8, Base),
    /// "the 20th of next month": day, months away, from what.
    DayOfMonth(i8, i8, Base),
    /// "two Mondays from now": 1 (Monday) to 7, and how many.
    WeekdaysAhead(i8, i8),
    /// "the first Friday of July 2004": rank (-1: last), weekday, month.
    WeekdayOfMonth(i8, i8, CalendarDate),
    /// "the first week of July 2004": rank (-1: last), month.
    WeekOfMonth(i8, CalendarDate),
    /// "week 10": its number in the year of the telling (ISO 8601).
    NumberedWeek(i8),
    /// "last March", "next June": a month, season (21…) or quarter (33…) without a year.
    Month(i8, Which),
    /// "the week of March 6": the week around a date.
    WeekOf(CalendarDate),
    /// "the week ending March 6": the seven days up to a date.
    WeekTo(CalendarDate),
    /// "three weeks earlier": length, direction, base.
    Offset {
        /// How long.
        length: Length,
        /// Whether it lies before the base.
        back: bool,
        /// What it is counted from.
        base: Base,
    },
    /// "two days after the signing": a length from an event that the words name.
    FromEvent {
        /// How long.
        length: Length,
        /// Whether it lies before the event.
        back: bool,
        /// The noun that names the event.
        noun: Span,
    },
    /// `0461355Z`: a day of the year, from 1.
    DayOfYear(i16),
    /// "last year" (-1), "this month" (0), "the following week" (1).
    Period {
        /// The unit.
        unit: Unit,
        /// How many units away.
        shift: i8,
        /// From what.
        base: Base,
    },
    /// "the past two months", "the next few days": a length that ends or begins at the base.
    Stretch {
        /// How long.
        length: Length,
        /// Whether it ends at the base.
        back: bool,
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
    /// "fiscal 1989", "FY 07", "the last quarter of FY 1957": the year, and a quarter of it (33 to 36)
    /// or a half (40 or 41).
    Fiscal(Year, Option<i8>),
    /// "Christmas 1956", "next Easter".
    Holiday(Holiday, Option<Year>, Which),
    /// "at 4:15 p.m.": the time is in [`FoundTime::clock`].
    TimeOfDay(Base),
    /// "for three weeks".
    Duration(Length),
    /// "every Friday", "each month": the TIMEX3 value.
    Set(String),
    /// "now", "recently", "soon".
    Vague(Reference),
    /// "until then": what the narrative has reached.
    Then,
    /// "the quarter", "the latest quarter": the narrative's, else the last whole one.
    Quarter,
    /// "the quarter ended July 31": the calendar's that it shares most days with.
    QuarterEnded(CalendarDate),
    /// "the year-ago quarter": the narrative's period, years away.
    SamePeriod(i8),
    /// "the 1988 period": the narrative's period in that year, else the year.
    PeriodOf(i16),
}

impl Meaning {
    /// Counted days.
    pub(crate) fn days(count: u32, back: bool, base: Base) -> Meaning {
        Meaning::Offset {
            length: Length::of(Amount::whole(count), Unit::Day),
            back,
            base,
        }
    }
}
