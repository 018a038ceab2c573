//! Fiscal years, of the United States where nothing else is said: until 1976 to 30 June, from
//! 1977 to 30 September (31 U.S.C. 1102).

use super::calendar::full_year;
use super::draft::Draft;
use crate::{Anchors, Base, Day, Year};

/// A fiscal year, or a quarter or half of it, as EDTF numbers those of a year.
pub(super) fn year((year, part): (Year, Option<i8>), anchors: &Anchors) -> Draft {
    if matches!(year, Year::Near(_)) && anchors.told().is_none() {
        return Draft::hanging("P0Y", Base::Telling, "fiscal-year");
    }
    let (mut resolved, known) = full_year(year, anchors.told());
    // A fiscal year is called by the year that it ends in.
    if let (Year::Near(_), Some(known)) = (year, known) {
        let begins = if resolved <= 1976 { 7 } else { 10 };
        resolved += i16::from(known.latest.month >= begins);
    }
    let year = resolved.clamp(2, 9999);
    let first = Day {
        year: year - 1,
        month: if year <= 1976 { 7 } else { 10 },
        day: 1,
    };
    let (from, months, part) = match part {
        Some(quarter @ 33..=36) => (3 * (quarter - 33), 3, format!("-Q{}", quarter - 32)),
        Some(half @ 40..=41) => (6 * (half - 40), 6, format!("-H{}", half - 39)),
        _ => (0, 12, String::new()),
    };
    let begins = first.plus_months(i64::from(from));
    let ends = begins.plus_months(months).plus_days(-1);
    let draft = Draft::days(begins, ends, format!("{year:04}{part}"), "fiscal-year");
    match known {
        Some(known) => draft.from(known),
        None => draft,
    }
}
