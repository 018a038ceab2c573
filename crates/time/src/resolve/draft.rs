//! An expression in the making.

use crate::{
    Anchor, AnchorSource, Base, Day, DayPart, Edtf, EdtfDate, KnownDate, Length, Third,
    TimeExpression, TimeType, Unresolved,
};
use depeche_text::Span;

/// An expression in the making; bounds follow from `edtf` where `bounds` does not widen them.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) kind: TimeType,
    pub(super) value: String,
    pub(super) modifier: Option<&'static str>,
    pub(super) edtf: Option<Edtf>,
    pub(super) bounds: Option<(Day, Day)>,
    pub(super) rule: String,
    pub(super) anchor: Option<Anchor>,
    pub(super) unresolved: Option<Unresolved>,
}

impl Draft {
    /// A date of any grain.
    pub(super) fn date(date: EdtfDate, rule: &str) -> Draft {
        let value = match date.month {
            Some(part @ 21..) => format!("{:04}-{}", date.year, timex_month(part)),
            _ => date.to_string(),
        };
        Draft::edtf(Edtf::Date(date), value, rule)
    }

    /// One day.
    pub(super) fn day(day: Day, rule: &str) -> Draft {
        Draft::date(EdtfDate::from(day), rule)
    }

    /// From one day to another, both within; a `value` says the grain.
    pub(super) fn days(from: Day, to: Day, value: String, rule: &str) -> Draft {
        let (from, to) = (from.min(to), from.max(to));
        let edtf = Edtf::Interval(Some(from.into()), Some(to.into()));
        Draft::edtf(edtf, value, rule)
    }

    pub(super) fn edtf(edtf: Edtf, value: String, rule: &str) -> Draft {
        Draft {
            edtf: Some(edtf),
            ..Draft::bare(TimeType::Date, value, rule)
        }
    }

    pub(super) fn bare(kind: TimeType, value: String, rule: &str) -> Draft {
        Draft {
            kind,
            value,
            modifier: None,
            edtf: None,
            bounds: None,
            rule: rule.to_owned(),
            anchor: None,
            unresolved: None,
        }
    }

    /// What hangs on an unknown date: `offset` is to be added to it.
    pub(super) fn hanging(offset: &str, base: Base, rule: &str) -> Draft {
        let from = match base {
            Base::Telling => AnchorSource::DocumentDate,
            Base::Narrative => AnchorSource::Text,
            Base::Event => AnchorSource::Event,
        };
        let unresolved = Some(Unresolved {
            offset: offset.to_owned(),
            from,
        });
        Draft {
            unresolved,
            ..Draft::bare(TimeType::Date, String::new(), rule)
        }
    }

    pub(super) fn duration(length: &Length) -> Draft {
        Draft::bare(TimeType::Duration, length.value(), "duration")
    }

    pub(super) fn set(value: &str) -> Draft {
        Draft::bare(TimeType::Set, value.to_owned(), "set")
    }

    /// Counted from `known`.
    pub(super) fn from(self, known: &KnownDate) -> Draft {
        Draft {
            anchor: Some(known.anchor()),
            ..self
        }
    }

    /// With a TIMEX3 value of its own.
    pub(super) fn value(self, value: String) -> Draft {
        Draft { value, ..self }
    }

    /// Marks it approximate, and widens bounds that no rule has set: days by three, months by
    /// fifteen, years by half a year.
    pub(super) fn approximate(&mut self) {
        self.modifier = Some("APPROX");
        if let (Some(Edtf::Date(date)), None) = (&self.edtf, self.bounds) {
            let days = match (date.month, date.day) {
                (_, Some(_)) => 3,
                (Some(_), None) => 15,
                (None, None) => 183,
            };
            let (earliest, latest) = (date.earliest(), date.latest());
            self.bounds = Some((earliest.plus_days(-days), latest.plus_days(days)));
        }
        if let Some(Edtf::Date(date)) = &mut self.edtf {
            date.approximate = true;
        }
    }

    pub(super) fn expression(self, span: Option<Span>) -> TimeExpression {
        let edtf = self.edtf;
        let (earliest, latest) = match self.bounds {
            Some((earliest, latest)) => (Some(earliest), Some(latest)),
            None => (
                edtf.and_then(|edtf| edtf.earliest()),
                edtf.and_then(|edtf| edtf.latest()),
            ),
        };
        TimeExpression {
            span,
            kind: self.kind,
            value: self.value,
            modifier: self.modifier.map(str::to_owned),
            edtf: edtf.map(|edtf| edtf.to_string()),
            earliest,
            latest,
            rule: self.rule,
            anchor: self.anchor,
            unresolved: self.unresolved,
        }
    }
}

pub(super) fn modifier(third: Third) -> &'static str {
    match third {
        Third::Early => "START",
        Third::Mid => "MID",
        Third::Late => "END",
    }
}

/// A month, season or quarter, numbered as in EDTF, as TIMEX3 writes it.
pub(crate) fn timex_month(month: i8) -> String {
    match month {
        21 => "SP".to_owned(),
        22 => "SU".to_owned(),
        23 => "FA".to_owned(),
        24 => "WI".to_owned(),
        40.. => format!("H{}", month - 39),
        33.. => format!("Q{}", month - 32),
        _ => format!("{month:02}"),
    }
}

pub(crate) fn day_part_value(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
        DayPart::Daytime => "TDT",
    }
}
