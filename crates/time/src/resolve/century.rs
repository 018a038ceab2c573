//! Decades and centuries.

use super::draft::{Draft, modifier};
use crate::{Anchors, Edtf, EdtfDate, Third};

pub(super) fn decade(year: i16, third: Option<Third>) -> Draft {
    let decade = EdtfDate {
        decade: true,
        ..EdtfDate::year(year)
    };
    let value = format!("{:03}", year / 10);
    let Some(third) = third else {
        return Draft::date(decade, "decade").value(value);
    };
    let (first, last) = match third {
        Third::Early => (0, 3),
        Third::Mid => (4, 6),
        Third::Late => (7, 9),
    };
    let bound = |years: i16| Some(EdtfDate::year((year + years).min(9999)));
    let draft = Draft::edtf(Edtf::Interval(bound(first), bound(last)), value, "decade");
    Draft {
        modifier: Some(modifier(third)),
        ..draft
    }
}

/// "the '60s": the last such decade that has begun when it is told; without a telling of the
/// twentieth century.
pub(super) fn short_decade(tens: i8, third: Option<Third>, anchors: &Anchors) -> Draft {
    let tens = i16::from(tens);
    let told = anchors.told().map_or(1999, |known| known.latest.year);
    let century = told - told.rem_euclid(100);
    let year = if century + tens <= told {
        century + tens
    } else {
        century - 100 + tens
    };
    decade(year.max(10), third)
}

/// The 19th is 1801 to 1900; TIMEX3 writes it by its first two digits.
pub(super) fn century(number: i8) -> Draft {
    let first = (i16::from(number) - 1) * 100;
    let (from, to) = (EdtfDate::year(first + 1), EdtfDate::year(first + 100));
    let edtf = Edtf::Interval(Some(from), Some(to));
    Draft::edtf(edtf, format!("{:02}", number - 1), "century")
}
