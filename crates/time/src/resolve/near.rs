//! Weekdays and months near an anchor: "on Friday", "last Friday", "next March".

use super::calendar::{nearest_year, part, weights};
use super::draft::{Draft, timex_month};
use super::week::monday;
use crate::{
    AnchorSource, Anchors, Base, CalendarDate, Day, EdtfDate, FoundTime, Holiday, KnownDate, Tense,
    Which, Year,
};

/// A weekday without "next" or "this" is the last one up to the telling, unless the words tell what
/// will be: news and cables tell what has happened. "Next Friday" is that of the next week.
pub(super) fn weekday(
    weekday: i8,
    which: Which,
    (tense, anchors): (Option<Tense>, &Anchors),
) -> Draft {
    let base = base(which);
    let value = format!("XXXX-WXX-{weekday}");
    let Some(known) = day_known(base, anchors) else {
        return Draft::hanging("P0W", base, "weekday").value(value);
    };
    let anchor = known.latest;
    let back = i64::from((anchor.weekday() - weekday).rem_euclid(7));
    let ahead = (7 - back) % 7;
    // Where nothing was told before, they are counted from the telling.
    let is_told = known.from == AnchorSource::Text;
    let which = match which {
        Which::Previous if !is_told => Which::Last,
        Which::Following if !is_told => Which::Next,
        which => which,
    };
    let day = match which {
        Which::Near if tense == Some(Tense::Future) => anchor.plus_days(ahead),
        Which::Near => anchor.plus_days(-back),
        Which::Last | Which::Previous => anchor.plus_days(if back == 0 { -7 } else { -back }),
        Which::Following => anchor.plus_days(if ahead == 0 { 7 } else { ahead }),
        Which::Next => monday(anchor).plus_days(6 + i64::from(weekday)),
        Which::This if tense == Some(Tense::Past) => anchor.plus_days(-back),
        Which::This => anchor.plus_days(ahead),
        Which::That => anchor.plus_days(if back > 3 { 7 - back } else { -back }),
    };
    Draft::day(day, "weekday").from(known)
}

fn base(which: Which) -> Base {
    match which {
        Which::That | Which::Previous | Which::Following => Base::Narrative,
        _ => Base::Telling,
    }
}

fn day_known(base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    let one_day = |known: &&KnownDate| known.length_days() == 0;
    super::known(base, anchors)
        .filter(one_day)
        .or(anchors.told().filter(one_day))
}

/// "last March" ended before the anchor's month, "next March" begins after it; the same of
/// seasons and quarters.
pub(super) fn month(month: i8, which: Which, found: &FoundTime, anchors: &Anchors) -> Draft {
    let base = base(which);
    let value = format!("XXXX-{}", timex_month(month));
    let Some(known) = super::known(base, anchors) else {
        return Draft::hanging("P0Y", base, "month-near").value(value);
    };
    let anchor = known.latest;
    let of_year = |year: i16| EdtfDate::month(year.clamp(1, 9999), month);
    let around = (-1..=1).map(|shift| of_year(anchor.year + shift));
    let date = match which {
        Which::Last | Which::Previous => around.rev().find(|date| date.latest() < anchor),
        Which::Next | Which::Following => around.into_iter().find(|date| date.earliest() > anchor),
        Which::Near | Which::That => {
            let date = CalendarDate::new(None, Some(month), None);
            Some(nearest_year(date, known, found.tense))
        }
        Which::This => Some(of_year(anchor.year)),
    };
    let date = date.unwrap_or(of_year(anchor.year));
    match found.third {
        Some(third) => part(date, third, "month-near").from(known),
        None => Draft::date(date, "month-near").from(known),
    }
}

/// A named day, with what is said of its year.
pub(super) struct Named {
    pub(super) holiday: Holiday,
    pub(super) year: Option<Year>,
    pub(super) which: Which,
}

/// A named day: of the year said, else the nearest that fits.
pub(super) fn holiday(named: &Named, tense: Option<Tense>, anchors: &Anchors) -> Draft {
    let rule = "holiday";
    let told = anchors.told();
    if let Some(Year::Full(year)) = named.year {
        let day = named.holiday.in_year(year);
        return day.map_or(Draft::hanging("P0Y", Base::Telling, rule), |day| {
            Draft::day(day, rule)
        });
    }
    let Some(known) = told.or(anchors.reached()) else {
        let value = match named.holiday {
            Holiday::Fixed(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Holiday::Nth(month, weekday, rank) => format!("XXXX-{month:02}-WXX-{weekday}-{rank}"),
            _ => "XXXX".to_owned(),
        };
        return Draft::hanging("P0Y", Base::Telling, rule).value(value);
    };
    let anchor = known.latest;
    let in_year = |year: i16| named.holiday.in_year(year);
    let around = (-1..=1).filter_map(|shift| in_year(anchor.year + shift));
    let day = match (named.year, named.which) {
        (Some(Year::Near(shift)), _) => in_year(anchor.year + i16::from(shift)),
        (_, Which::Last) => around.filter(|day| *day < anchor).max(),
        (_, Which::Next) => around.filter(|day| *day > anchor).min(),
        (_, Which::This) => in_year(anchor.year),
        _ => around.min_by_key(|day| days_away(*day, known, tense)),
    };
    match day {
        Some(day) => Draft::day(day, rule).from(known),
        None => Draft::hanging("P0Y", Base::Telling, rule),
    }
}

fn days_away(day: Day, known: &KnownDate, tense: Option<Tense>) -> i64 {
    let days = day.days_since(known.latest);
    let (ahead, back) = weights(known, tense, false);
    if days > 0 { days * ahead } else { -days * back }
}
