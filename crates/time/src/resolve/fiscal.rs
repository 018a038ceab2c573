//! Fiscal years, of the United States where nothing else is said: until 1976 to 30 June, from
//! 1977 to 30 September (31 U.S.C. 1102).

use super::calendar::full_year;
use super::draft::Draft;
use crate::{Anchors, Base, Day, Year};

pub(super) fn year(year: Year, anchors: &Anchors) -> Draft {
    if matches!(year, Year::Near(_)) && anchors.told().is_none() {
        return Draft::hanging("P0Y", Base::Telling, "fiscal-year");
    }
    let (mut resolved, known) = full_year(year, anchors.told());
    // A fiscal year is called by the year that it ends in.
    if let (Year::Near(_), Some(known)) = (year, known) {
        let begins = if resolved <= 1976 { 7 } else { 10 };
        resolved += i16::from(known.latest.month >= begins);
    }
    let year = resolved;
    let year = year.clamp(2, 9999);
    let (month, last_day) = if year <= 1976 { (6, 30) } else { (9, 30) };
    let last = Day {
        year,
        month,
        day: last_day,
    };
    let first = Day {
        year: year - 1,
        month: month + 1,
        day: 1,
    };
    let draft = Draft::days(first, last, format!("{year:04}"), "fiscal-year");
    match known {
        Some(known) => draft.from(known),
        None => draft,
    }
}
