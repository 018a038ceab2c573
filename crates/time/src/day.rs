//! A calendar day, as stored and compared.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The days of the week in English, Monday first, in small letters.
pub const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The months in English, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day of the proleptic Gregorian calendar, years 1 to 9999; orders by time, prints as ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl Day {
    /// The day, or `None` where the calendar has none such.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        jiff::civil::Date::new(year, month, day).ok().map(Day::from)
    }

    /// The first day that can be written.
    pub const MIN: Day = Day {
        year: 1,
        month: 1,
        day: 1,
    };
    /// The last day that can be written.
    pub const MAX: Day = Day {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        const EPOCH: jiff::civil::Date = jiff::civil::Date::constant(1970, 1, 1);
        // Differences of dates are in days unless another unit is asked for, and years 1 to
        // 9999 are within the library's range.
        EPOCH.until(self.date()).map_or(0, |span| span.get_days())
    }

    /// The last day of a month.
    ///
    /// # Panics
    /// If `month` is not 1 to 12 or `year` not 1 to 9999.
    pub fn month_end(year: i16, month: i8) -> Day {
        jiff::civil::Date::constant(year, month, 1)
            .last_of_month()
            .into()
    }

    /// Parses `2007-02-16`.
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = parts
            .next()
            .filter(|month| month.len() == 2)?
            .parse()
            .ok()?;
        let day = parts.next().filter(|day| day.len() == 2)?.parse().ok()?;
        Day::new(year, month, day)
    }

    /// The day `days` later; earlier where negative. Stops at [`Day::MIN`] and [`Day::MAX`].
    pub fn plus_days(self, days: i64) -> Day {
        let shifted = jiff::Span::new().try_days(days).ok();
        self.shifted(shifted, days < 0)
    }

    /// The day `months` later, or the last of that month where it has no such day. Stops at
    /// [`Day::MIN`] and [`Day::MAX`].
    pub fn plus_months(self, months: i64) -> Day {
        let shifted = jiff::Span::new().try_months(months).ok();
        self.shifted(shifted, months < 0)
    }

    fn shifted(self, span: Option<jiff::Span>, back: bool) -> Day {
        let date = span.and_then(|span| self.date().checked_add(span).ok());
        match date.filter(|date| date.year() >= 1) {
            Some(date) => date.into(),
            None if back => Day::MIN,
            None => Day::MAX,
        }
    }

    /// Days from `earlier` to this one; negative where it lies before.
    pub fn days_since(self, earlier: Day) -> i64 {
        let span = earlier.date().until(self.date());
        i64::from(span.map_or(0, |span| span.get_days()))
    }

    /// 1 (Monday) to 7.
    pub fn weekday(self) -> i8 {
        self.date().weekday().to_monday_one_offset()
    }

    /// The calendar library's form.
    pub fn date(self) -> jiff::civil::Date {
        jiff::civil::Date::constant(self.year, self.month, self.day)
    }
}

impl From<jiff::civil::Date> for Day {
    fn from(date: jiff::civil::Date) -> Day {
        Day {
            year: date.year(),
            month: date.month(),
            day: date.day(),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        let number = |text| Day::parse(text).unwrap().number();
        assert_eq!(number("1970-01-01"), 0);
        assert_eq!(number("1969-12-31"), -1);
        assert_eq!(number("2007-02-16"), 13560);
        assert_eq!(Day::MAX.number() - Day::MIN.number(), 3_652_058);
    }
}
