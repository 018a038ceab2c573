//! The date attributes of TEI (att.datable): `@when`, `@from` and `@to`, `@notBefore` and
//! `@notAfter`.

use super::element::attribute;
use depeche_text::Span;
use depeche_time::{Edtf, TimeExpression, TimeType};
use quick_xml::events::BytesStart;

/// A date as its attributes give it.
pub(super) struct Written {
    /// Days or coarser, as EDTF.
    edtf: String,
    /// `16:30` and a zone, where given.
    clock: Option<String>,
    rule: &'static str,
}

impl Written {
    /// The date of a tag; `None` where it has none, or none that the calendar has.
    pub(super) fn of(start: &BytesStart) -> Option<Written> {
        let value = |name| attribute(start, name);
        if let Some(when) = value("when") {
            let (day, clock) = split_clock(&when);
            return Written::checked(day.to_owned(), clock, "tei-when");
        }
        let interval = |from, to, rule| {
            let [from, to] = [value(from), value(to)];
            if from.is_none() && to.is_none() {
                return None;
            }
            let [from, to] = [from, to].map(|bound| match bound {
                Some(bound) => split_clock(&bound).0.to_owned(),
                None => "..".to_owned(),
            });
            match from == to {
                true => Written::checked(from, None, rule),
                false => Written::checked(format!("{from}/{to}"), None, rule),
            }
        };
        interval("from", "to", "tei-from-to")
            .or_else(|| interval("notBefore", "notAfter", "tei-not-before-after"))
    }

    fn checked(edtf: String, clock: Option<String>, rule: &'static str) -> Option<Written> {
        Edtf::parse(&edtf)?;
        Some(Written { edtf, clock, rule })
    }

    /// The expression whose words stand at `span`.
    pub(super) fn expression(self, span: Span) -> Option<TimeExpression> {
        let parsed = Edtf::parse(&self.edtf)?;
        let (kind, value) = match &self.clock {
            Some(clock) => (TimeType::Time, format!("{}T{clock}", self.edtf)),
            None => (TimeType::Date, self.edtf.clone()),
        };
        // A zone other than universal time is no part of the EDTF that we write.
        let edtf = Edtf::parse(&value).map_or(self.edtf, |_| value.clone());
        Some(TimeExpression {
            span: Some(span),
            kind,
            value,
            modifier: None,
            edtf: Some(edtf),
            earliest: parsed.earliest(),
            latest: parsed.latest(),
            rule: self.rule.to_owned(),
            anchor: None,
            unresolved: None,
        })
    }
}

/// Day and time of day, without seconds.
fn split_clock(when: &str) -> (&str, Option<String>) {
    let when = when.trim();
    let Some((day, clock)) = when.split_once('T') else {
        return (when, None);
    };
    let zone_at = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
    let (time, zone) = clock.split_at(zone_at);
    let mut parts = time.split(':');
    let part =
        |text: Option<&str>| -> Option<u8> { text.filter(|text| text.len() == 2)?.parse().ok() };
    let clock = match (part(parts.next()), part(parts.next())) {
        (Some(hour @ 0..24), Some(minute @ 0..60)) => Some(format!("{hour:02}:{minute:02}{zone}")),
        _ => None,
    };
    (day, clock)
}
