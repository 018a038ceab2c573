//! Days of weeks and weeks of days: "Friday of next week", "the first Friday of July", "the week of
//! March 6", "the weekend".

use super::calendar::{date, nearest_year};
use super::draft::Draft;
use crate::holiday::nth_weekday;
use crate::{Anchors, Base, CalendarDate, Day, FoundTime, KnownDate, Tense, Year};

/// A weekday of the week that lies `shift` weeks from the base's.
pub(super) fn weekday((weekday, shift): (i8, i8), known: (Base, Option<&KnownDate>)) -> Draft {
    let value = format!("XXXX-WXX-{weekday}");
    let Some(anchor) = known.1.filter(|known| known.length_days() < 7) else {
        return Draft::hanging(&format!("P{shift}W"), known.0, "weekday-of-week").value(value);
    };
    let day = monday(anchor.latest).plus_days(7 * i64::from(shift) + i64::from(weekday) - 1);
    Draft::day(day, "weekday-of-week").from(anchor)
}

/// The `count`th such weekday after the telling.
pub(super) fn ahead((weekday, count): (i8, i8), anchors: &Anchors) -> Draft {
    let Some(known) = anchors.told().filter(|known| known.length_days() == 0) else {
        let value = format!("XXXX-WXX-{weekday}");
        return Draft::hanging(&format!("P{count}W"), Base::Telling, "weekdays-ahead").value(value);
    };
    let first = i64::from((weekday - known.latest.weekday() - 1).rem_euclid(7)) + 1;
    let day = known.latest.plus_days(first + 7 * (i64::from(count) - 1));
    Draft::day(day, "weekdays-ahead").from(known)
}

/// A weekday of a month by rank; the month of the telling where none is said.
pub(super) fn of_month(
    found: &FoundTime,
    weekday: (i8, i8),
    said: CalendarDate,
    anchors: &Anchors,
) -> Draft {
    let (rank, day) = weekday;
    let known = anchors.told();
    let (year, month) = year_and_month(found, said, known);
    let resolved = year
        .zip(month)
        .and_then(|(year, month)| nth_weekday(year, month, (day, rank)));
    let month = month.map_or("XX".to_owned(), |month| format!("{month:02}"));
    let Some(resolved) = resolved else {
        let value = format!("XXXX-{month}-WXX-{day}-#{rank}");
        return Draft::hanging("P0Y", Base::Telling, "weekday-of-month").value(value);
    };
    let draft = Draft::day(resolved, "weekday-of-month");
    match known.filter(|_| !matches!(said.year, Some(Year::Full(_)))) {
        Some(known) => draft.from(known),
        None => draft,
    }
}

/// The year and month said, or those of the telling.
fn year_and_month(
    found: &FoundTime,
    said: CalendarDate,
    known: Option<&KnownDate>,
) -> (Option<i16>, Option<i8>) {
    let month = said.month.or(known.map(|known| known.latest.month));
    let year = match (said.year, known) {
        (Some(Year::Full(year)), _) => Some(year),
        (Some(Year::Near(shift)), Some(known)) => Some(known.latest.year + i16::from(shift)),
        (None, Some(known)) if said.month.is_some() => {
            Some(nearest_year(said, known, found.tense).year)
        }
        (_, known) => known.map(|known| known.latest.year),
    };
    (year.map(|year| year.clamp(1, 9999)), month)
}

/// A week of a month by rank: the first is the one with the month's first Thursday, as in ISO
/// 8601 a year's.
pub(super) fn week_of_month(
    found: &FoundTime,
    rank: i8,
    said: CalendarDate,
    anchors: &Anchors,
) -> Draft {
    let known = anchors.told();
    let rule = "week-of-month";
    let (year, month) = year_and_month(found, said, known);
    let thursday = year
        .zip(month)
        .and_then(|(year, month)| nth_weekday(year, month, (4, rank)));
    let Some(thursday) = thursday else {
        let hanging = Draft::hanging("P0Y", Base::Telling, rule);
        return hanging.value("XXXX-WXX".to_owned());
    };
    let draft = week(thursday, rule);
    match known.filter(|_| !matches!(said.year, Some(Year::Full(_)))) {
        Some(known) => draft.from(known),
        None => draft,
    }
}

/// A week by its number, of the year of the telling.
pub(super) fn numbered(number: i8, anchors: &Anchors) -> Draft {
    let rule = "numbered-week";
    let Some(known) = anchors.told() else {
        let hanging = Draft::hanging("P0Y", Base::Telling, rule);
        return hanging.value(format!("XXXX-W{number:02}"));
    };
    // 4 January lies in the first week.
    let first = Day {
        month: 1,
        day: 4,
        ..known.latest
    };
    week(first.plus_days(7 * (i64::from(number) - 1)), rule).from(known)
}

/// The week around a date.
pub(super) fn around(found: &FoundTime, said: CalendarDate, anchors: &Anchors) -> Draft {
    let draft = date(found, said, anchors);
    let Some(day) = draft.edtf.and_then(|edtf| edtf.earliest()) else {
        return draft;
    };
    Draft {
        anchor: draft.anchor,
        ..week(day, "week-of")
    }
}

/// The seven days up to a date.
pub(super) fn up_to(found: &FoundTime, said: CalendarDate, anchors: &Anchors) -> Draft {
    let draft = date(found, said, anchors);
    let Some(last) = draft.edtf.and_then(|edtf| edtf.latest()) else {
        return draft;
    };
    Draft {
        anchor: draft.anchor,
        ..Draft::days(last.plus_days(-6), last, week_value(last), "week-ending")
    }
}

pub(super) fn week(day: Day, rule: &str) -> Draft {
    let monday = monday(day);
    Draft::days(monday, monday.plus_days(6), week_value(day), rule)
}

/// `2007-W05`
pub(super) fn week_value(day: Day) -> String {
    let week = day.date().iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

pub(super) fn monday(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.weekday()))
}

/// "the weekend", "last weekend": Saturday and Sunday. Told from Monday to Friday, a weekend that
/// was is the one before.
pub(super) fn weekend(shift: i8, tense: Option<Tense>, known: (Base, Option<&KnownDate>)) -> Draft {
    let Some(anchor) = known.1.filter(|known| known.length_days() < 7) else {
        return Draft::hanging(&format!("P{shift}W"), known.0, "weekend")
            .value("XXXX-WXX-WE".to_owned());
    };
    let is_past = shift == 0 && tense == Some(Tense::Past) && anchor.latest.weekday() < 6;
    let weeks = i64::from(shift) - i64::from(is_past);
    let saturday = monday(anchor.latest).plus_days(7 * weeks + 5);
    let value = format!("{}-WE", week_value(saturday));
    Draft::days(saturday, saturday.plus_days(1), value, "weekend").from(anchor)
}
