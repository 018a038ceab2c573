//! Weekdays and months near an anchor: "on Friday", "last Friday", "next March".

use super::calendar::{nearest_year, part};
use super::draft::Draft;
use crate::{Anchors, Base, CalendarDate, EdtfDate, KnownDate, Third, Which};

/// A weekday without "next" or "this" is the last one up to the telling: news and cables tell
/// what has happened.
pub(super) fn weekday(weekday: i8, which: Which, anchors: &Anchors) -> Draft {
    let base = base(which);
    let value = format!("XXXX-WXX-{weekday}");
    let Some(known) = day_known(base, anchors) else {
        return Draft::hanging("P0W", base, "weekday").value(value);
    };
    let anchor = known.latest;
    let back = i64::from((anchor.weekday() - weekday).rem_euclid(7));
    let day = match which {
        Which::Near => anchor.plus_days(-back),
        Which::Last => anchor.plus_days(if back == 0 { -7 } else { -back }),
        Which::Next => anchor.plus_days(7 - back),
        Which::This => anchor.plus_days((7 - back) % 7),
        Which::That => anchor.plus_days(if back > 3 { 7 - back } else { -back }),
    };
    Draft::day(day, "weekday").from(known)
}

fn base(which: Which) -> Base {
    match which {
        Which::That => Base::Narrative,
        _ => Base::Telling,
    }
}

fn day_known(base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    super::known(base, anchors).filter(|known| known.length_days() == 0)
}

/// "last March" ended before the anchor's month, "next March" begins after it.
pub(super) fn month(month: i8, which: Which, third: Option<Third>, anchors: &Anchors) -> Draft {
    let base = base(which);
    let value = format!("XXXX-{month:02}");
    let Some(known) = super::known(base, anchors) else {
        return Draft::hanging("P0Y", base, "month-near").value(value);
    };
    let anchor = known.latest;
    let year = match which {
        Which::Last if month >= anchor.month => anchor.year - 1,
        Which::Next if month <= anchor.month => anchor.year + 1,
        Which::Near | Which::That => {
            nearest_year(CalendarDate::new(None, Some(month), None), known).year
        }
        Which::Last | Which::Next | Which::This => anchor.year,
    };
    let date = EdtfDate::month(year.clamp(1, 9999), month);
    match third {
        Some(third) => part(date, third, "month-near").from(known),
        None => Draft::date(date, "month-near").from(known),
    }
}
