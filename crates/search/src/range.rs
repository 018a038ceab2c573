//! Ranges of days in a query.

use depeche_time::Day;
use std::fmt;

/// Days from and to, both included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// The first day.
    pub earliest: Option<Day>,
    /// The last day.
    pub latest: Option<Day>,
}

impl DayRange {
    /// Parses `2007`, `2007-02`, `2007-02-16`, `2007..2008-03`, `..2007`, `2007..`, `>2007`,
    /// `>=2007`, `<2007`, `<=2007`; a range that runs backwards is turned.
    pub fn parse(text: &str) -> Option<DayRange> {
        let text = text.trim();
        if let Some((from, to)) = cut_range(text) {
            return DayRange::between(from, to);
        }
        let (sign, text) = cut_sign(text);
        let (first, last) = days(text)?;
        Some(match sign {
            ">" => DayRange::of(Some(last.plus_days(1)), None),
            ">=" => DayRange::of(Some(first), None),
            "<" => DayRange::of(None, Some(first.plus_days(-1))),
            "<=" => DayRange::of(None, Some(last)),
            _ => DayRange::of(Some(first), Some(last)),
        })
    }

    fn of(earliest: Option<Day>, latest: Option<Day>) -> DayRange {
        DayRange { earliest, latest }
    }

    fn between(from: &str, to: &str) -> Option<DayRange> {
        let end = |text: &str| match text {
            "" | "*" => Some(None),
            _ => days(text).map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        Some(match (from, to) {
            (None, None) => return None,
            (Some(from), Some(to)) => DayRange::of(Some(from.0.min(to.0)), Some(from.1.max(to.1))),
            (from, to) => DayRange::of(from.map(|days| days.0), to.map(|days| days.1)),
        })
    }
}

fn cut_range(text: &str) -> Option<(&str, &str)> {
    let cut = text.split_once("..").or_else(|| text.split_once('…'));
    let (from, to) = cut?;
    // A third dot is a slip of the finger.
    Some((from.trim(), to.trim_start_matches('.').trim()))
}

fn cut_sign(text: &str) -> (&str, &str) {
    let len = text.len() - text.trim_start_matches(['<', '>', '=']).len();
    let (sign, rest) = text.split_at(len);
    (sign, rest.trim())
}

/// The first and last day of a year, month or day; of `2007-2009` the years between.
fn days(text: &str) -> Option<(Day, Day)> {
    let parts: Vec<&str> = text.split(['-', '\u{2013}', '/']).collect();
    let part = |position: usize, lengths: &[usize]| -> Option<i16> {
        let part: &str = parts.get(position)?;
        let fits = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse().ok())?
    };
    let year = part(0, &[4])?;
    match parts.len() {
        1 => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        2 if parts[1].len() == 4 => {
            let until = part(1, &[4])?;
            Some((
                Day::new(year.min(until), 1, 1)?,
                Day::new(year.max(until), 12, 31)?,
            ))
        }
        2 => {
            let first = Day::new(year, part(1, &[1, 2])? as i8, 1)?;
            Some((first, Day::month_end(first.year, first.month)))
        }
        3 => {
            let day = Day::new(year, part(1, &[1, 2])? as i8, part(2, &[1, 2])? as i8)?;
            Some((day, day))
        }
        _ => None,
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        write!(formatter, "{}..{}", end(self.earliest), end(self.latest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let printed = DayRange::parse(text).map(|range| range.to_string());
        assert_eq!(printed.as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn reads_days_months_years_and_open_ends() {
        check("2007", "2007-01-01..2007-12-31");
        check("2007-02", "2007-02-01..2007-02-28");
        check("2007-2-9", "2007-02-09..2007-02-09");
        check("2007-01..2007-03", "2007-01-01..2007-03-31");
        check("..2007-02", "..2007-02-28");
        check("2007..", "2007-01-01..");
        check("2009..2007", "2007-01-01..2009-12-31");
        check("2007-2009", "2007-01-01..2009-12-31");
        check(">2007", "2008-01-01..");
        check("<2007-02", "..2007-01-31");
        for bad in [
            "",
            "..",
            "soon",
            "2007-13",
            "2007-02-30",
            "20070216",
            "2007-02-16-01",
            "é",
        ] {
            check(bad, "none");
        }
    }
}
