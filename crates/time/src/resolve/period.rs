//! Calendar periods near an anchor: "last year", "this week", "earlier that month".

use super::calendar::part;
use super::draft::{Draft, duration_value};
use crate::words::Unit;
use crate::{Base, Day, EdtfDate, KnownDate, Third};

/// A base and what is known of it.
type Known<'a> = (Base, Option<&'a KnownDate>);

pub(super) fn period(unit: Unit, shift: i8, third: Option<Third>, known: Known<'_>) -> Draft {
    let rule = "period";
    let Some(anchor) = known.1 else {
        let sign = if shift < 0 { "-" } else { "" };
        let count = u32::from(shift.unsigned_abs());
        let value = if shift < 0 { "PAST_REF" } else { "PRESENT_REF" };
        let offset = format!("{sign}{}", duration_value(Some(count), unit));
        return Draft::hanging(&offset, known.0, rule).value(value.to_owned());
    };
    let day = moved(anchor.latest, unit, i64::from(shift));
    let date = match unit {
        Unit::Month => EdtfDate::month(day.year, day.month),
        Unit::Year => EdtfDate::year(day.year),
        _ => return interval(unit, day, rule).from(anchor),
    };
    match third {
        Some(third) => part(date, third, rule).from(anchor),
        None => Draft::date(date, rule).from(anchor),
    }
}

fn moved(day: Day, unit: Unit, shift: i64) -> Day {
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day => day.plus_days(shift),
        Unit::Week => day.plus_days(7 * shift),
        Unit::Month => Day { day: 1, ..day }.plus_months(shift),
        Unit::Year => day.plus_months(12 * shift),
        Unit::Decade => day.plus_months(120 * shift),
        Unit::Century => day.plus_months(1200 * shift),
    }
}

fn interval(unit: Unit, day: Day, rule: &str) -> Draft {
    let (from, to) = bounds(unit, day);
    let value = match unit {
        Unit::Week => {
            let week = day.date().iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Unit::Decade => format!("{:03}X", day.year / 10),
        Unit::Century => format!("{:02}", day.year / 100),
        _ => from.to_string(),
    };
    Draft::days(from, to, value, rule)
}

/// First and last day of the calendar period around a day.
fn bounds(unit: Unit, day: Day) -> (Day, Day) {
    let years = |length: i16| {
        let first = day.year - day.year.rem_euclid(length);
        let last = (first + length - 1).min(9999);
        (
            Day {
                year: first.max(1),
                month: 1,
                day: 1,
            },
            Day {
                year: last,
                month: 12,
                day: 31,
            },
        )
    };
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day => (day, day),
        Unit::Week => {
            let monday = day.plus_days(1 - i64::from(day.weekday()));
            (monday, monday.plus_days(6))
        }
        Unit::Month => (Day { day: 1, ..day }, Day::month_end(day.year, day.month)),
        Unit::Year => years(1),
        Unit::Decade => years(10),
        Unit::Century => years(100),
    }
}

/// "earlier that month": from its first day to the anchor; "later": from the anchor to its last.
pub(super) fn within(unit: Unit, back: bool, known: Known<'_>) -> Draft {
    let rule = if back {
        "earlier-in-period"
    } else {
        "later-in-period"
    };
    let Some(anchor) = known.1 else {
        let value = if back { "PAST_REF" } else { "FUTURE_REF" };
        let offset = duration_value(Some(0), unit);
        return Draft::hanging(&offset, known.0, rule).value(value.to_owned());
    };
    let (first, last) = bounds(unit, anchor.latest);
    let (from, to) = if back {
        (first, anchor.latest)
    } else {
        (anchor.earliest, last)
    };
    let value = match unit {
        Unit::Month => format!("{:04}-{:02}", first.year, first.month),
        Unit::Year => format!("{:04}", first.year),
        _ => format!("{from}/{to}"),
    };
    let mut draft = Draft::days(from, to, value, rule).from(anchor);
    draft.modifier = Some(if back { "START" } else { "END" });
    draft
}
