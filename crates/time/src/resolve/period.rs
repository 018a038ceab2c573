//! Calendar periods near an anchor: "last year", "this week", "earlier that month".

use super::calendar::part;
use super::draft::Draft;
use super::offset::moved as moved_by;
use super::week::week_value;
use crate::{Amount, Base, Day, Edtf, EdtfDate, KnownDate, Length, Third, Unit};

/// A base and what is known of it.
type Known<'a> = (Base, Option<&'a KnownDate>);

pub(super) fn period(unit: Unit, shift: i8, third: Option<Third>, known: Known<'_>) -> Draft {
    let rule = "period";
    let Some(anchor) = known.1 else {
        let sign = if shift < 0 { "-" } else { "" };
        let count = u32::from(shift.unsigned_abs());
        let value = if shift < 0 { "PAST_REF" } else { "PRESENT_REF" };
        let length = Length::of(Amount::whole(count), unit).value();
        let offset = format!("{sign}{length}");
        return Draft::hanging(&offset, known.0, rule).value(value.to_owned());
    };
    let day = moved(anchor.latest, unit, i64::from(shift));
    let date = match unit {
        Unit::Month => EdtfDate::month(day.year, day.month),
        Unit::Quarter => EdtfDate::month(day.year, 33 + (day.month - 1) / 3),
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
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => day.plus_days(shift),
        Unit::Quarter => Day { day: 1, ..day }.plus_months(3 * shift),
        Unit::Weekend | Unit::Week => day.plus_days(7 * shift),
        Unit::Month => Day { day: 1, ..day }.plus_months(shift),
        Unit::Year => day.plus_months(12 * shift),
        Unit::Decade => day.plus_months(120 * shift),
        Unit::Century => day.plus_months(1200 * shift),
    }
}

fn interval(unit: Unit, day: Day, rule: &str) -> Draft {
    let (from, to) = bounds(unit, day);
    let value = match unit {
        Unit::Week => week_value(day),
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
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => (day, day),
        Unit::Quarter => {
            let month = (day.month - 1) / 3 * 3 + 1;
            let first = Day {
                month,
                day: 1,
                ..day
            };
            (first, Day::month_end(day.year, month + 2))
        }
        Unit::Weekend | Unit::Week => {
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
        let offset = Length::of(Amount::whole(0), unit).value();
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
        Unit::Week => week_value(first),
        Unit::Day => first.to_string(),
        _ => format!("{from}/{to}"),
    };
    let mut draft = Draft::days(from, to, value, rule).from(anchor);
    draft.modifier = Some(if back { "START" } else { "END" });
    draft
}

/// "the past two months": a length, and the days that it covers up to the telling or from it on.
pub(super) fn stretch(length: &Length, back: bool, known: Option<&KnownDate>) -> Draft {
    let draft = Draft {
        rule: "stretch".to_owned(),
        ..Draft::duration(length)
    };
    let Some(known) = known.filter(|_| length.is_counted() && length.unit() >= Unit::Day) else {
        return draft;
    };
    let (from, to) = if back {
        (moved_by(known.latest, length, true), known.latest)
    } else {
        (known.earliest, moved_by(known.earliest, length, false))
    };
    let (from, to) = (from.min(to), from.max(to));
    Draft {
        edtf: Some(Edtf::Interval(Some(from.into()), Some(to.into()))),
        ..draft
    }
    .from(known)
}

/// A day of a month that is months away; the month alone where it has no such day.
pub(super) fn day_of_month((day, shift): (i8, i8), known: Known<'_>) -> Draft {
    let rule = "day-of-near-month";
    let Some(anchor) = known.1 else {
        let offset = format!("P{shift}M");
        return Draft::hanging(&offset, known.0, rule).value(format!("XXXX-XX-{day:02}"));
    };
    let month = moved(anchor.latest, Unit::Month, i64::from(shift));
    match Day::new(month.year, month.month, day) {
        Some(day) => Draft::day(day, rule).from(anchor),
        None => Draft::date(EdtfDate::month(month.year, month.month), rule).from(anchor),
    }
}
