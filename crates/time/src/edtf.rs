//! Dates as EDTF (ISO 8601-2:2019, <https://www.loc.gov/standards/datetime/>): the part of levels
//! 0 and 1 that we write, and decades (`199X`). Printing and parsing round-trip.
//!
//! A time of day is `THH:MM`, with `Z` for universal time: seconds are never said in our texts.

use crate::Day;
use std::fmt;

/// A date or an interval of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edtf {
    /// One date of any grain.
    Date(EdtfDate),
    /// From, to; `None` is open (`..`).
    Interval(Option<EdtfDate>, Option<EdtfDate>),
}

/// One date of any grain, with its qualifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EdtfDate {
    /// 1 to 9999; of a decade its first.
    pub year: i16,
    /// Whether the ten years from `year` are meant.
    pub decade: bool,
    /// 1 to 12, a season 21 (spring) to 24 (winter), or a quarter 33 to 36 (level 2).
    pub month: Option<i8>,
    /// 1 to 31, of that month.
    pub day: Option<i8>,
    /// Hour, minute, and whether universal time; only with a day.
    pub clock: Option<(u8, u8, bool)>,
    /// `~`
    pub approximate: bool,
    /// `?`
    pub uncertain: bool,
}

impl EdtfDate {
    /// A whole year.
    pub fn year(year: i16) -> EdtfDate {
        EdtfDate {
            year,
            decade: false,
            month: None,
            day: None,
            clock: None,
            approximate: false,
            uncertain: false,
        }
    }

    /// A whole month, or a season.
    pub fn month(year: i16, month: i8) -> EdtfDate {
        EdtfDate {
            month: Some(month),
            ..EdtfDate::year(year)
        }
    }

    /// The first day that it can mean.
    pub fn earliest(&self) -> Day {
        let (year, month) = match self.month {
            Some(season @ 21..=24) => (self.year, (season - 21) * 3 + 3),
            Some(quarter @ 33..=36) => (self.year, (quarter - 33) * 3 + 1),
            Some(half @ 40..=41) => (self.year, (half - 40) * 6 + 1),
            Some(month) => (self.year, month),
            None => (self.year, 1),
        };
        Day::new(year, month, self.day.unwrap_or(1)).unwrap_or(Day {
            year,
            month,
            day: 1,
        })
    }

    /// The last day that it can mean.
    pub fn latest(&self) -> Day {
        if let (Some(month), Some(day)) = (self.month, self.day) {
            return Day::new(self.year, month, day).unwrap_or(Day::month_end(self.year, month));
        }
        match self.month {
            // Winter runs into the next year; the last year that can be written has no next.
            Some(24) if self.year < 9999 => Day::month_end(self.year + 1, 2),
            Some(24) => Day::month_end(self.year, 12),
            Some(season @ 21..=23) => Day::month_end(self.year, (season - 21) * 3 + 5),
            Some(quarter @ 33..=36) => Day::month_end(self.year, (quarter - 33) * 3 + 3),
            Some(half @ 40..=41) => Day::month_end(self.year, (half - 40) * 6 + 6),
            Some(month) => Day::month_end(self.year, month),
            None if self.decade => Day::month_end(self.year.saturating_add(9).min(9999), 12),
            None => Day::month_end(self.year, 12),
        }
    }
}

impl From<Day> for EdtfDate {
    fn from(day: Day) -> EdtfDate {
        EdtfDate {
            month: Some(day.month),
            day: Some(day.day),
            ..EdtfDate::year(day.year)
        }
    }
}

impl Edtf {
    /// Parses what [`fmt::Display`] prints; `None` for anything else.
    pub fn parse(text: &str) -> Option<Edtf> {
        let Some((from, to)) = text.split_once('/') else {
            return date(text).map(Edtf::Date);
        };
        let bound = |text| {
            if text == ".." {
                Some(None)
            } else {
                date(text).map(Some)
            }
        };
        Some(Edtf::Interval(bound(from)?, bound(to)?))
    }

    /// The first day that it can mean; `None` when open.
    pub fn earliest(&self) -> Option<Day> {
        match self {
            Edtf::Date(date) => Some(date.earliest()),
            Edtf::Interval(from, _) => from.map(|date| date.earliest()),
        }
    }

    /// The last day that it can mean; `None` when open.
    pub fn latest(&self) -> Option<Day> {
        match self {
            Edtf::Date(date) => Some(date.latest()),
            Edtf::Interval(_, to) => to.map(|date| date.latest()),
        }
    }
}

impl fmt::Display for EdtfDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.decade {
            write!(formatter, "{:03}X", self.year / 10)?;
        } else {
            write!(formatter, "{:04}", self.year)?;
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(formatter, "-{part:02}")?;
        }
        if let Some((hour, minute, zulu)) = self.clock {
            write!(
                formatter,
                "T{hour:02}:{minute:02}{}",
                if zulu { "Z" } else { "" }
            )?;
        }
        formatter.write_str(match (self.uncertain, self.approximate) {
            (true, true) => "%",
            (true, false) => "?",
            (false, true) => "~",
            (false, false) => "",
        })
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |date: &Option<EdtfDate>| date.map_or("..".to_owned(), |date| date.to_string());
        match self {
            Edtf::Date(date) => date.fmt(formatter),
            Edtf::Interval(from, to) => write!(formatter, "{}/{}", bound(from), bound(to)),
        }
    }
}

fn date(text: &str) -> Option<EdtfDate> {
    let (text, uncertain, approximate) = match text.as_bytes().last()? {
        b'?' => (&text[..text.len() - 1], true, false),
        b'~' => (&text[..text.len() - 1], false, true),
        b'%' => (&text[..text.len() - 1], true, true),
        _ => (text, false, false),
    };
    let (text, clock) = match text.split_once('T') {
        Some((date, time)) => (date, Some(clock(time)?)),
        None => (text, None),
    };
    let mut parts = text.split('-');
    let (year, decade) = year(parts.next()?)?;
    let month = parts
        .next()
        .map(|part| two_digits(part).ok_or(()))
        .transpose()
        .ok()?;
    let day = parts
        .next()
        .map(|part| two_digits(part).ok_or(()))
        .transpose()
        .ok()?;
    let parsed = EdtfDate {
        year,
        decade,
        month,
        day,
        clock,
        approximate,
        uncertain,
    };
    (parts.next().is_none() && exists(&parsed)).then_some(parsed)
}

/// Whether the calendar has it, and the grains fit together.
fn exists(date: &EdtfDate) -> bool {
    match (date.month, date.day) {
        (None, _) => date.clock.is_none(),
        (Some(_), _) if date.decade => false,
        (Some(month), None) => {
            matches!(month, 1..=12 | 21..=24 | 33..=36 | 40..=41) && date.clock.is_none()
        }
        (Some(month), Some(day)) => Day::new(date.year, month, day).is_some(),
    }
}

fn year(text: &str) -> Option<(i16, bool)> {
    let digits = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<i16>().ok())
            .flatten()
    };
    let (year, decade) = match (text.len(), text.strip_suffix('X')) {
        (4, Some(tens)) => (digits(tens)?.checked_mul(10)?, true),
        (4, None) => (digits(text)?, false),
        _ => return None,
    };
    (year >= 1).then_some((year, decade))
}

fn two_digits(text: &str) -> Option<i8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn clock(text: &str) -> Option<(u8, u8, bool)> {
    let (text, zulu) = match text.strip_suffix('Z') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
    ((0..=24).contains(&hour) && (0..60).contains(&minute)).then_some((
        hour as u8,
        minute as u8,
        zulu,
    ))
}
