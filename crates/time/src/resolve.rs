//! Resolving: from what the words say and the anchors to a date, its bounds, rule and anchor.
//!
//! Pure and total: every meaning with every anchor gives an expression, never a panic. One file
//! per family of rules.

mod calendar;
mod century;
mod draft;
mod fiscal;
mod near;
mod offset;
mod period;
mod pointed;
mod quarter;
mod range;
mod week;

pub(crate) use draft::{day_part_value, timex_month};

use crate::{
    Anchors, Base, Clock, Day, Edtf, FoundTime, KnownDate, Meaning, Scale, TimeExpression,
    TimeType, Unit,
};
use draft::Draft;

/// Works a found time out against what is known.
pub fn resolve(found: &FoundTime, anchors: &Anchors) -> TimeExpression {
    let mut draft = drafted(found, anchors);
    if found.aside {
        draft.rule = "year-aside".to_owned();
    }
    draft.expression(Some(found.span))
}

fn drafted(found: &FoundTime, anchors: &Anchors) -> Draft {
    let mut draft = meaning(found, anchors);
    if let Some(third) = found.third {
        draft.modifier = Some(draft::modifier(third));
    }
    if let Some(clock) = found.clock {
        draft.at_clock(clock);
    }
    if let Some(scale) = found.scale {
        draft.scaled(scale);
    }
    draft
}

fn meaning(found: &FoundTime, anchors: &Anchors) -> Draft {
    match &found.meaning {
        Meaning::Calendar(date) => calendar::date(found, *date, anchors),
        Meaning::Ambiguous(date) => calendar::ambiguous(found, *date, anchors),
        Meaning::Range(first, second) => calendar::range(found, (*first, *second), anchors),
        Meaning::Between(first, second) => range::between(first, second, anchors),
        Meaning::Decade(year) => century::decade(*year, found.third),
        Meaning::ShortDecade(tens) => century::short_decade(*tens, found.third, anchors),
        Meaning::Century(number) => century::century(*number),
        Meaning::Weekday(weekday, which) => near::weekday(*weekday, *which, (found.tense, anchors)),
        Meaning::Month(month, which) => near::month(*month, *which, found, anchors),
        Meaning::WeekdayOfWeek(weekday, shift, base) => {
            week::weekday((*weekday, *shift), (*base, known(*base, anchors)))
        }
        Meaning::DayOfMonth(day, shift, base) => {
            period::day_of_month((*day, *shift), (*base, known(*base, anchors)))
        }
        Meaning::WeekdaysAhead(weekday, count) => week::ahead((*weekday, *count), anchors),
        Meaning::WeekdayOfMonth(rank, weekday, date) => {
            week::of_month(found, (*rank, *weekday), *date, anchors)
        }
        Meaning::WeekOfMonth(rank, date) => week::week_of_month(found, *rank, *date, anchors),
        Meaning::NumberedWeek(number) => week::numbered(*number, anchors),
        Meaning::WeekOf(date) => week::around(found, *date, anchors),
        Meaning::WeekTo(date) => week::up_to(found, *date, anchors),
        Meaning::Offset { length, back, base } => {
            counted(found, &offset::Count::new(length, *back), (*base, anchors))
        }
        Meaning::FromEvent { length, back, .. } => {
            let count = offset::Count::new(length, *back);
            offset::offset(&count, anchors.event.as_ref(), Base::Event)
        }
        Meaning::DayOfYear(day) => calendar::day_of_year(*day, anchors),
        Meaning::Period { unit, shift, base } => {
            let known = (*base, known(*base, anchors));
            match unit {
                Unit::Weekend => week::weekend(*shift, found.tense, known),
                _ => period::period(*unit, *shift, found.third, known),
            }
        }
        Meaning::Stretch { length, back } => period::stretch(length, *back, anchors.told()),
        Meaning::Within { unit, back, base } => {
            period::within(*unit, *back, (*base, known(*base, anchors)))
        }
        Meaning::Fiscal(year, part) => fiscal::year((*year, *part), anchors),
        Meaning::Holiday(holiday, year, which) => {
            let named = near::Named {
                holiday: *holiday,
                year: *year,
                which: *which,
            };
            near::holiday(&named, found.tense, anchors)
        }
        Meaning::Quarter => quarter::current(anchors),
        Meaning::QuarterEnded(date) => quarter::ended(found, *date, anchors),
        Meaning::SamePeriod(shift) => quarter::same(*shift, anchors),
        Meaning::PeriodOf(year) => quarter::of_year(found, *year, anchors),
        Meaning::TimeOfDay(base) => time_of_day(*base, anchors),
        Meaning::Duration(length) => Draft::duration(length),
        Meaning::Set(value) => Draft::set(value),
        Meaning::Vague(reference) => pointed::vague(*reference),
        Meaning::Then => pointed::then(anchors.reached()),
    }
}

/// A length from the base; "a year ago" may be a quarter's.
fn counted(
    found: &FoundTime,
    count: &offset::Count<'_>,
    (base, anchors): (Base, &Anchors),
) -> Draft {
    let from = counted_from(count.length.unit(), base, anchors);
    quarter::years_from_period(found, count, anchors)
        .unwrap_or_else(|| offset::offset(count, from, base))
}

fn known(base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    match base {
        Base::Telling => anchors.told(),
        Base::Narrative => anchors.reached(),
        Base::Event => anchors.event.as_ref(),
    }
}

/// A count of weeks is not taken from a year: the narrative's last day or month is meant. Where
/// the narrative has reached no date the count is not taken from the telling either: "three
/// weeks earlier" is earlier than something told of.
fn counted_from(unit: Unit, base: Base, anchors: &Anchors) -> Option<&KnownDate> {
    match base {
        Base::Narrative if unit <= Unit::Month => anchors.narrative.as_ref(),
        _ => known(base, anchors),
    }
}

/// A time of day without a date is on the day that the narrative has reached, else on the day of
/// the telling.
fn time_of_day(base: Base, anchors: &Anchors) -> Draft {
    let one_day = |known: &&KnownDate| known.length_days() == 0;
    let known = known(base, anchors)
        .filter(one_day)
        .or(anchors.told().filter(one_day));
    match known {
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

/// An expression for a date that a person gives, as EDTF; `None` where it is none.
pub fn edtf_expression(edtf: &str, rule: &str) -> Option<TimeExpression> {
    let parsed = Edtf::parse(edtf)?;
    let value = edtf.replace(['~', '?', '%'], "");
    let draft = Draft {
        modifier: edtf.contains(['~', '%']).then_some("APPROX"),
        ..Draft::edtf(parsed, value, rule)
    };
    Some(draft.expression(None))
}

impl Draft {
    fn at_clock(&mut self, clock: Clock) {
        self.kind = TimeType::Time;
        match clock {
            Clock::At {
                hour,
                minute,
                second,
                zulu,
            } => {
                let zone = if zulu { "Z" } else { "" };
                let second = second.map_or(String::new(), |second| format!(":{second:02}"));
                self.value
                    .push_str(&format!("T{hour:02}:{minute:02}{second}{zone}"));
                if let Some(Edtf::Date(date)) = &mut self.edtf
                    && date.day.is_some()
                {
                    date.clock = Some((hour, minute, zulu));
                }
            }
            Clock::Part(part) => self.value.push_str(draft::day_part_value(part)),
        }
    }

    /// How nearly it is meant: on a length a bound, on a date "about".
    fn scaled(&mut self, scale: Scale) {
        if self.kind == TimeType::Duration && self.edtf.is_none() {
            self.modifier = Some(match scale {
                Scale::About => "APPROX",
                Scale::Nearly | Scale::Less => "LESS_THAN",
                Scale::More => "MORE_THAN",
                Scale::AtLeast => "EQUAL_OR_MORE",
                Scale::AtMost => "EQUAL_OR_LESS",
            });
        } else {
            self.approximate();
        }
    }
}
