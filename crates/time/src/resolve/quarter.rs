//! Quarters near the narrative's: "the quarter", "the year-earlier period", "a year ago" said of a
//! quarter's figures.

use super::calendar;
use super::draft::Draft;
use super::offset::Count;
use crate::{Anchors, Base, CalendarDate, Edtf, EdtfDate, FoundTime, KnownDate, Tense, Unit};

/// A quarter said this near before, in bytes, is what "a year earlier" compares with.
const CLOSE_BYTES: u32 = 700;

/// How EDTF numbers the first quarter of a year.
const FIRST_QUARTER: i8 = 33;

/// From the last day of a quarter back to the middle of it.
const HALF_QUARTER_DAYS: i64 = 45;

/// The quarter that the narrative has reached, else the last whole one before the telling.
pub(super) fn current(anchors: &Anchors) -> Draft {
    let Some((date, known)) = reached(anchors) else {
        let hanging = Draft::hanging("P0M", Base::Narrative, "quarter");
        return hanging.value("XXXX-QX".to_owned());
    };
    Draft::date(date, "quarter").from(known)
}

/// Of three months that end on a day, the calendar's quarter that holds the middle one. A company
/// that closes its books at the end of July calls it by whatever number it likes.
pub(super) fn ended(found: &FoundTime, date: CalendarDate, anchors: &Anchors) -> Draft {
    let end = calendar::date(
        &FoundTime {
            tense: Some(Tense::Past),
            ..found.clone()
        },
        date,
        anchors,
    );
    let Some(last) = end.edtf.and_then(|edtf| edtf.latest()) else {
        return current(anchors);
    };
    let middle = last.plus_days(-HALF_QUARTER_DAYS);
    let quarter = FIRST_QUARTER + (middle.month - 1) / 3;
    let draft = Draft::date(EdtfDate::month(middle.year, quarter), "quarter");
    Draft {
        anchor: end.anchor,
        ..draft
    }
}

/// The narrative's quarter in another year; the whole year where it has reached none.
pub(super) fn of_year(found: &FoundTime, year: i16, anchors: &Anchors) -> Draft {
    let close = anchors
        .period
        .as_ref()
        .filter(|known| is_close(found, known));
    let date = close.and_then(|known| match Edtf::parse(&known.edtf) {
        Some(Edtf::Date(date)) => {
            Some(Draft::date(EdtfDate { year, ..date }, "same-period").from(known))
        }
        _ => None,
    });
    date.unwrap_or_else(|| Draft::date(EdtfDate::year(year), "year"))
}

/// The narrative's quarter, years away.
pub(super) fn same(shift: i8, anchors: &Anchors) -> Draft {
    let Some((date, known)) = reached(anchors) else {
        let hanging = Draft::hanging(&format!("P{shift}Y"), Base::Narrative, "same-period");
        return hanging.value("XXXX-QX".to_owned());
    };
    let year = (date.year + i16::from(shift)).clamp(1, 9999);
    let date = EdtfDate { year, ..date };
    Draft::date(date, "same-period").from(known)
}

fn reached(anchors: &Anchors) -> Option<(EdtfDate, &KnownDate)> {
    let told = anchors.told();
    // A quarter that is not over when it is told of is forecast: no figures are given for it.
    let is_over = |known: &&KnownDate| told.is_none_or(|told| known.latest <= told.latest);
    if let Some(known) = anchors.period.as_ref().filter(is_over)
        && let Some(Edtf::Date(date)) = Edtf::parse(&known.edtf)
    {
        return Some((date, known));
    }
    let told = told?;
    let before = told.latest.plus_months(-3);
    let quarter = FIRST_QUARTER + (before.month - 1) / 3;
    Some((EdtfDate::month(before.year, quarter), told))
}

/// "A year ago", where a quarter was said shortly before: that quarter, a year back.
pub(super) fn years_from_period(
    found: &FoundTime,
    count: &Count<'_>,
    anchors: &Anchors,
) -> Option<Draft> {
    let [(amount, Unit::Year)] = count.length.parts.as_slice() else {
        return None;
    };
    let years = i8::try_from(amount.count?)
        .ok()
        .filter(|years| *years == 1)?;
    let known = anchors.period.as_ref()?;
    let is_plain = found.scale.is_none() && count.back;
    (is_close(found, known) && is_plain).then(|| same(-years, anchors))
}

fn is_close(found: &FoundTime, known: &KnownDate) -> bool {
    let span = known.span;
    span.is_some_and(|span| found.span.start.abs_diff(span.end) <= CLOSE_BYTES)
}
