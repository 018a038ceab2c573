//! Counts from an anchor: "three weeks earlier", "two years ago", "the next day".
//!
//! A count is as good as its unit: weeks to ±3 days, months to ±15 days, years to ±6 months.

use super::draft::{Draft, duration_value};
use crate::words::Unit;
use crate::{Base, Day, Edtf, EdtfDate, KnownDate};

/// A signed count of units; `None` for "several".
pub(super) struct Count {
    pub(super) count: Option<u32>,
    pub(super) unit: Unit,
    pub(super) back: bool,
}

pub(super) fn offset(count: Count, known: Option<&KnownDate>, base: Base) -> Draft {
    let rule = match (count.count, count.back) {
        (Some(0), _) => "same-day",
        (_, true) => "offset-before",
        (_, false) => "offset-after",
    };
    let reference = if count.back { "PAST_REF" } else { "FUTURE_REF" };
    let Some(known) = known else {
        let sign = if count.back { "-" } else { "" };
        let offset = format!("{sign}{}", duration_value(count.count, count.unit));
        return Draft::hanging(&offset, base, rule).value(reference.to_owned());
    };
    let draft = match (count.count, count.unit) {
        (None, _) => one_sided(&count, known, reference, rule),
        (Some(_), Unit::Minute | Unit::Hour) => within_a_day(&count, known, rule),
        (Some(number), unit) => {
            let number = i64::from(number) * if count.back { -1 } else { 1 };
            counted(number, unit, known, rule)
        }
    };
    draft.from(known)
}

/// "several weeks ago": before the anchor, how long is not said.
fn one_sided(count: &Count, known: &KnownDate, reference: &str, rule: &str) -> Draft {
    let edtf = if count.back {
        Edtf::Interval(None, Some(known.latest.into()))
    } else {
        Edtf::Interval(Some(known.earliest.into()), None)
    };
    Draft::edtf(edtf, reference.to_owned(), rule)
}

/// Hours and minutes from a day stay on it or reach its neighbour.
fn within_a_day(count: &Count, known: &KnownDate, rule: &str) -> Draft {
    let hours = match (count.count, count.unit) {
        (Some(number), Unit::Hour) => i64::from(number),
        (number, _) => i64::from(number.unwrap_or(0)) / 60,
    };
    let days = hours / 24 + 1;
    let (from, to) = if count.back {
        (known.earliest.plus_days(-days), known.latest)
    } else {
        (known.earliest, known.latest.plus_days(days))
    };
    Draft::days(from, to, format!("{from}/{to}"), rule)
}

fn counted(number: i64, unit: Unit, known: &KnownDate, rule: &str) -> Draft {
    let shift = |day: Day| match unit {
        Unit::Week => day.plus_days(number.saturating_mul(7)),
        Unit::Month => day.plus_months(number),
        Unit::Year => day.plus_months(number.saturating_mul(12)),
        Unit::Decade => day.plus_months(number.saturating_mul(120)),
        Unit::Century => day.plus_months(number.saturating_mul(1200)),
        Unit::Minute | Unit::Hour | Unit::Day => day.plus_days(number),
    };
    let (first, last) = (shift(known.earliest), shift(known.latest));
    let mut draft = grained(first, last, unit, rule);
    let (low, high) = (slack(first, unit, -1), slack(last, unit, 1));
    draft.bounds = Some((low.min(high), high.max(low)));
    if unit != Unit::Day {
        draft.approximate();
    }
    draft
}

/// The day, month or year that the count leads to; an interval where the anchor was one.
fn grained(first: Day, last: Day, unit: Unit, rule: &str) -> Draft {
    let middle = first.plus_days(last.days_since(first) / 2);
    match unit {
        Unit::Month if last.days_since(first) <= 31 => {
            Draft::date(EdtfDate::month(middle.year, middle.month), rule)
        }
        Unit::Year | Unit::Decade | Unit::Century => Draft::date(EdtfDate::year(middle.year), rule),
        _ if first == last => Draft::day(first, rule),
        _ => Draft::days(first, last, format!("{first}/{last}"), rule),
    }
}

/// The day moved by what the unit leaves open.
fn slack(day: Day, unit: Unit, sign: i64) -> Day {
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day => day,
        Unit::Week => day.plus_days(3 * sign),
        Unit::Month => day.plus_days(15 * sign),
        Unit::Year => day.plus_months(6 * sign),
        Unit::Decade => day.plus_months(60 * sign),
        Unit::Century => day.plus_months(600 * sign),
    }
}
