//! Counts from an anchor: "three weeks earlier", "two years ago", "the next day".
//!
//! A count is as good as its unit: weeks to ±3 days, months to ±15 days, years to ±6 months.

use super::draft::Draft;
use crate::{Base, Day, Edtf, EdtfDate, KnownDate, Length, Unit};

/// A length and its direction.
pub(super) struct Count<'a> {
    pub(super) length: &'a Length,
    pub(super) back: bool,
}

impl<'a> Count<'a> {
    pub(super) fn new(length: &'a Length, back: bool) -> Count<'a> {
        Count { length, back }
    }
}

pub(super) fn offset(count: &Count<'_>, known: Option<&KnownDate>, base: Base) -> Draft {
    let length = count.length;
    let rule = match (length.is_zero(), count.back) {
        (true, _) => "same-day",
        (_, true) => "offset-before",
        (_, false) => "offset-after",
    };
    let reference = match (length.is_zero(), count.back) {
        (true, _) => "XXXX-XX-XX",
        (_, true) => "PAST_REF",
        (_, false) => "FUTURE_REF",
    };
    let Some(known) = known else {
        let sign = if count.back { "-" } else { "" };
        let offset = format!("{sign}{}", length.value());
        return Draft::hanging(&offset, base, rule).value(reference.to_owned());
    };
    let draft = match length.is_counted() {
        false => one_sided(count, known, reference, rule),
        true if length.unit() < Unit::Day => within_a_day(count, known, rule),
        true => counted(count, known, rule),
    };
    draft.from(known)
}

/// "several weeks ago": before the anchor, how long is not said.
fn one_sided(count: &Count<'_>, known: &KnownDate, reference: &str, rule: &str) -> Draft {
    let edtf = if count.back {
        Edtf::Interval(None, Some(known.latest.into()))
    } else {
        Edtf::Interval(Some(known.earliest.into()), None)
    };
    Draft::edtf(edtf, reference.to_owned(), rule)
}

/// Hours and minutes from a day stay on it or reach its neighbour.
fn within_a_day(count: &Count<'_>, known: &KnownDate, rule: &str) -> Draft {
    let days = count.length.seconds() / 86_400 + 1;
    let (from, to) = if count.back {
        (known.earliest.plus_days(-days), known.latest)
    } else {
        (known.earliest, known.latest.plus_days(days))
    };
    Draft::days(from, to, format!("{from}/{to}"), rule)
}

/// A day moved by a length.
pub(super) fn moved(day: Day, length: &Length, back: bool) -> Day {
    let sign = if back { -1 } else { 1 };
    let (months, days) = length.months_and_days();
    day.plus_months(sign * months).plus_days(sign * days)
}

fn counted(count: &Count<'_>, known: &KnownDate, rule: &str) -> Draft {
    let (coarsest, finest) = (count.length.unit(), count.length.finest());
    let shift = |day: Day| moved(day, count.length, count.back);
    let (first, last) = (shift(known.earliest), shift(known.latest));
    let mut draft = grained(first, last, finest, rule);
    if count.length.is_zero() && first != last {
        draft.value = unknown_day(first, last).unwrap_or(draft.value);
    }
    // Years, months and days counted out are meant to the day.
    let unit = if finest <= Unit::Day {
        Unit::Day
    } else {
        coarsest
    };
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
        Unit::Month | Unit::Quarter if last.days_since(first) <= 31 => {
            Draft::date(EdtfDate::month(middle.year, middle.month), rule)
        }
        Unit::Year | Unit::Decade | Unit::Century => Draft::date(EdtfDate::year(middle.year), rule),
        _ if first == last => Draft::day(first, rule),
        _ => Draft::days(first, last, format!("{first}/{last}"), rule),
    }
}

/// "That day" of a month or year: `1998-10-XX`.
fn unknown_day(first: Day, last: Day) -> Option<String> {
    match (first.year == last.year, first.month == last.month) {
        (true, true) => Some(format!("{:04}-{:02}-XX", first.year, first.month)),
        (true, false) => Some(format!("{:04}-XX-XX", first.year)),
        _ => None,
    }
}

/// The day moved by what the unit leaves open.
fn slack(day: Day, unit: Unit, sign: i64) -> Day {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => day,
        Unit::Weekend | Unit::Week => day.plus_days(3 * sign),
        Unit::Month | Unit::Quarter => day.plus_days(15 * sign),
        Unit::Year => day.plus_months(6 * sign),
        Unit::Decade => day.plus_months(60 * sign),
        Unit::Century => day.plus_months(600 * sign),
    }
}
