//! Resolving: from what the words say and the anchors to a date, its bounds, rule and anchor.
//!
//! Pure and total: every meaning with every anchor gives an expression, never a panic. One file
//! per family of rules.

mod calendar;
mod draft;
mod near;
mod offset;
mod period;

pub(crate) use draft::duration_value;

use crate::{
    Anchors, Base, Clock, Day, Edtf, FoundTime, KnownDate, Meaning, TimeExpression, TimeType, Unit,
};
use draft::Draft;

/// Works a found time out against what is known.
pub fn resolve(found: &FoundTime, anchors: &Anchors) -> TimeExpression {
    let mut draft = meaning(found, anchors);
    if let Some(clock) = found.clock {
        draft.at_clock(clock);
    }
    if found.approximate {
        draft.approximate();
    }
    if found.aside {
        draft.rule = "year-aside".to_owned();
    }
    draft.expression(Some(found.span))
}

fn meaning(found: &FoundTime, anchors: &Anchors) -> Draft {
    match &found.meaning {
        Meaning::Calendar(date) => calendar::date(found, *date, anchors),
        Meaning::Ambiguous(date) => calendar::ambiguous(found, *date, anchors),
        Meaning::Range(first, second) => calendar::range(found, (*first, *second), anchors),
        Meaning::Decade(year) => calendar::decade(*year, found.third),
        Meaning::Weekday(weekday, which) => near::weekday(*weekday, *which, anchors),
        Meaning::Month(month, which) => near::month(*month, *which, found.third, anchors),
        Meaning::Offset {
            count,
            unit,
            back,
            base,
        } => {
            let known = counted_from(*unit, *base, anchors);
            let (count, unit, back) = (*count, *unit, *back);
            offset::offset(offset::Count { count, unit, back }, known, *base)
        }
        Meaning::Period { unit, shift, base } => {
            period::period(*unit, *shift, found.third, (*base, known(*base, anchors)))
        }
        Meaning::Within { unit, back, base } => {
            period::within(*unit, *back, (*base, known(*base, anchors)))
        }
        Meaning::TimeOfDay(base) => time_of_day(*base, anchors),
        Meaning::Duration(count, unit) => Draft::duration(*count, *unit),
        Meaning::Set(value) => Draft::set(value),
    }
}

fn known(base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    match base {
        Base::Telling => anchors.told(),
        Base::Narrative => anchors.reached(),
    }
}

/// A count of weeks is not taken from a year: the narrative's last day or month is meant.
fn counted_from(unit: Unit, base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    match base {
        Base::Narrative if unit <= Unit::Month => anchors.narrative.as_ref(),
        _ => known(base, anchors),
    }
}

/// A time of day without a date is on the day that the narrative has reached.
fn time_of_day(base: Base, anchors: &Anchors) -> Draft {
    match known(base, anchors).filter(|known| known.length_days() == 0) {
        Some(known) => Draft::day(known.earliest, "time-of-day").from(known),
        None => Draft {
            kind: TimeType::Time,
            ..Draft::hanging("P0D", base, "time-of-day")
        },
    }
}

/// An expression for a day that stands outside the text or was read by a format: a mail header,
/// a file name, a person's decision.
pub fn day_expression(day: Day, rule: &str) -> TimeExpression {
    Draft::day(day, rule).expression(None)
}

impl Draft {
    fn at_clock(&mut self, clock: Clock) {
        self.kind = TimeType::Time;
        match clock {
            Clock::At { hour, minute, zulu } => {
                let zone = if zulu { "Z" } else { "" };
                self.value
                    .push_str(&format!("T{hour:02}:{minute:02}{zone}"));
                if let Some(Edtf::Date(date)) = &mut self.edtf
                    && date.day.is_some()
                {
                    date.clock = Some((hour, minute, zulu));
                }
            }
            Clock::Part(part) => self.value.push_str(draft::day_part_value(part)),
        }
    }
}
