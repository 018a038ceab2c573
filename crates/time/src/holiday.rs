//! Named days, and when they fall in a year.

use crate::Day;

/// A named day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// The same day every year: month, day.
    Fixed(i8, i8),
    /// A weekday of a month by rank, -1 the last: month, weekday, rank.
    Nth(i8, i8, i8),
    /// Days from Easter Sunday of the Western churches.
    Easter(i16),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
}

impl Holiday {
    /// The day it falls on in a year; `None` where the calendar ends.
    pub fn in_year(self, year: i16) -> Option<Day> {
        match self {
            Holiday::Fixed(month, day) => Day::new(year, month, day),
            Holiday::Nth(month, weekday, rank) => nth_weekday(year, month, (weekday, rank)),
            Holiday::Easter(days) => {
                let (month, day) = easter(i32::from(year));
                Day::new(year, month, day).map(|easter| easter.plus_days(i64::from(days)))
            }
            Holiday::ElectionDay => nth_weekday(year, 11, (1, 1)).map(|monday| monday.plus_days(1)),
        }
    }
}

/// The weekday (1 Monday to 7) of a rank in a month; -1 is the last. `None` where the month has
/// no such one.
pub(crate) fn nth_weekday(year: i16, month: i8, (weekday, rank): (i8, i8)) -> Option<Day> {
    let first = Day::new(year, month, 1)?;
    let ahead = i64::from((weekday - first.weekday()).rem_euclid(7));
    if rank < 0 {
        let last = Day::month_end(year, month);
        let back = i64::from((last.weekday() - weekday).rem_euclid(7));
        return Some(last.plus_days(-back));
    }
    let day = first.plus_days(ahead + 7 * (i64::from(rank) - 1));
    (day.month == month).then_some(day)
}

/// Month and day of Easter Sunday (the anonymous Gregorian computation, Nature, 20 April 1876).
fn easter(year: i32) -> (i8, i8) {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let corrected = century - (century + 8) / 25 + 1;
    let epact = (19 * golden + century - century / 4 - corrected / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let moved = (golden + 11 * epact + 22 * weekday) / 451;
    let number = epact + weekday - 7 * moved + 114;
    ((number / 31) as i8, (number % 31 + 1) as i8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_days_fall_where_the_calendar_has_them() {
        for (holiday, year, day) in [
            (Holiday::Easter(0), 1956, "1956-04-01"),
            (Holiday::Easter(-2), 2011, "2011-04-22"),
            (Holiday::Nth(11, 4, 4), 1999, "1999-11-25"),
            (Holiday::Nth(5, 1, -1), 2016, "2016-05-30"),
            (Holiday::ElectionDay, 1998, "1998-11-03"),
            (Holiday::Fixed(12, 25), 9999, "9999-12-25"),
        ] {
            let read = holiday.in_year(year).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Some(day), "{holiday:?} {year}");
        }
    }
}
