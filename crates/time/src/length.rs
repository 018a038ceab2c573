//! A length of time as said: "two years and a month", "several weeks", "half an hour".

use crate::Unit;

/// A length: amounts of units, the largest first as a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// At least one.
    pub parts: Vec<(Amount, Unit)>,
}

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Whole ones; `None` for "several".
    pub count: Option<u32>,
    /// What is added to them.
    pub fraction: Fraction,
}

/// A part of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fraction {
    /// Nothing.
    None,
    /// "and a half", "1/2".
    Half,
    /// ".3"
    Tenths(u8),
}

impl Amount {
    /// "several", "a few", "many".
    pub const SEVERAL: Amount = Amount {
        count: None,
        fraction: Fraction::None,
    };

    /// A whole number.
    pub fn whole(count: u32) -> Amount {
        Amount::of(count, Fraction::None)
    }

    /// A whole number and a part.
    pub fn of(count: u32, fraction: Fraction) -> Amount {
        Amount {
            count: Some(count),
            fraction,
        }
    }

    /// One day fewer; `None` where it counts no days.
    pub(crate) fn less_one(&mut self, unit: Unit) -> Option<()> {
        let count = self.count.filter(|_| unit == Unit::Day)?;
        self.count = Some(count.checked_sub(1)?);
        Some(())
    }

    fn is_whole(self) -> bool {
        matches!(self.fraction, Fraction::None | Fraction::Tenths(0))
    }

    fn tenths(self) -> u64 {
        let tenths = match self.fraction {
            Fraction::None => 0,
            Fraction::Half => 5,
            Fraction::Tenths(tenths) => u64::from(tenths),
        };
        u64::from(self.count.unwrap_or(0)) * 10 + tenths
    }
}

impl Length {
    /// A length in one unit.
    pub fn of(amount: Amount, unit: Unit) -> Length {
        Length {
            parts: vec![(amount, unit)],
        }
    }

    /// The largest unit, which says how good a count is.
    pub fn unit(&self) -> Unit {
        let units = self.parts.iter().map(|(_, unit)| *unit);
        units.max().unwrap_or(Unit::Day)
    }

    /// The smallest unit: what the count leads to.
    pub fn finest(&self) -> Unit {
        let units = self.parts.iter().map(|(_, unit)| *unit);
        units.min().unwrap_or(Unit::Day)
    }

    /// Whether it says how many.
    pub fn is_counted(&self) -> bool {
        self.parts.iter().all(|(amount, _)| amount.count.is_some())
    }

    /// Whether it is no time at all: "the same day".
    pub fn is_zero(&self) -> bool {
        self.parts
            .iter()
            .all(|(amount, _)| amount.count == Some(0) && amount.is_whole())
    }

    /// Whole months and days in it; a part of a unit counts in the next smaller one.
    pub fn months_and_days(&self) -> (i64, i64) {
        let (mut months, mut days) = (0, 0);
        for (amount, unit) in &self.parts {
            let tenths = i64::try_from(amount.tenths()).unwrap_or(i64::MAX / 40_000);
            match unit {
                Unit::Second | Unit::Minute | Unit::Hour => {}
                Unit::Day => days += tenths / 10,
                Unit::Weekend | Unit::Week => days += tenths * 7 / 10,
                Unit::Month => (months, days) = (months + tenths / 10, days + tenths % 10 * 3),
                Unit::Quarter => months += tenths * 3 / 10,
                Unit::Year => months += tenths * 12 / 10,
                Unit::Decade => months += tenths * 12,
                Unit::Century => months += tenths * 120,
            }
        }
        (months, days)
    }

    /// Whole seconds of the hours, minutes and seconds in it.
    pub fn seconds(&self) -> i64 {
        let seconds = |(amount, unit): &(Amount, Unit)| {
            let tenths = i64::try_from(amount.tenths()).unwrap_or(i64::MAX / 40_000);
            match unit {
                Unit::Second => tenths / 10,
                Unit::Minute => tenths * 6,
                Unit::Hour => tenths * 360,
                _ => 0,
            }
        };
        self.parts.iter().map(seconds).sum()
    }

    /// ISO 8601 as TIMEX3 writes it: `P3W`, `PT2H30M`, `P2Y6M`, `PXD` for several days.
    pub fn value(&self) -> String {
        let (mut dates, mut times) = (String::new(), String::new());
        for (amount, unit) in &self.parts {
            let text = part(*amount, *unit);
            if *unit < Unit::Day {
                times.push_str(&text);
            } else {
                dates.push_str(&text);
            }
        }
        let mark = if times.is_empty() { "" } else { "T" };
        format!("P{dates}{mark}{times}")
    }
}

fn part(amount: Amount, unit: Unit) -> String {
    let (factor, letter) = match unit {
        Unit::Second => (1, 'S'),
        Unit::Minute => (1, 'M'),
        Unit::Hour => (1, 'H'),
        Unit::Day => (1, 'D'),
        Unit::Weekend => (2, 'D'),
        Unit::Week => (1, 'W'),
        Unit::Month => (1, 'M'),
        Unit::Quarter => (3, 'M'),
        Unit::Year => (1, 'Y'),
        Unit::Decade => (10, 'Y'),
        Unit::Century => (100, 'Y'),
    };
    let Some(count) = amount.count else {
        let letter = if unit == Unit::Quarter { 'Q' } else { letter };
        return format!("X{letter}");
    };
    // "Two and a half years" is written in months, "half an hour" in minutes, as TimeBank does.
    let (half, smaller) = match unit {
        Unit::Year => (6, 'M'),
        Unit::Hour => (30, 'M'),
        Unit::Minute => (30, 'S'),
        Unit::Decade => (5, 'Y'),
        Unit::Century => (50, 'Y'),
        _ => (0, ' '),
    };
    let count = u64::from(count) * factor;
    match amount.fraction {
        Fraction::Half if half > 0 && letter == smaller => format!("{}{letter}", count + half),
        Fraction::Half if half > 0 && count == 0 => format!("{half}{smaller}"),
        Fraction::Half if half > 0 => format!("{count}{letter}{half}{smaller}"),
        Fraction::Half => format!("{count}.5{letter}"),
        Fraction::Tenths(tenths @ 1..) => format!("{count}.{tenths}{letter}"),
        _ => format!("{count}{letter}"),
    }
}
