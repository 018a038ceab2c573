//! Quarters near the narrative's: "the quarter", "the year-earlier period", "a year ago" said of a
//! quarter's figures.

use super::draft::Draft;
use super::offset::Count;
use crate::{Anchors, Base, Edtf, EdtfDate, FoundTime, KnownDate, Unit};

/// A quarter said this near before, in bytes, is what "a year earlier" compares with.
const CLOSE_BYTES: u32 = 700;

/// The quarter that the narrative has reached, else the last whole one before the telling.
pub(super) fn current(anchors: &Anchors) -> Draft {
    let Some((date, known)) = reached(anchors) else {
        let hanging = Draft::hanging("P0M", Base::Narrative, "quarter");
        return hanging.value("XXXX-QX".to_owned());
    };
    Draft::date(date, "quarter").from(known)
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
    let quarter = 33 + (before.month - 1) / 3;
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
    let is_close = known
        .span
        .is_some_and(|span| found.span.start.abs_diff(span.end) <= CLOSE_BYTES);
    let is_plain = found.scale.is_none() && count.back;
    (is_close && is_plain).then(|| same(-years, anchors))
}
