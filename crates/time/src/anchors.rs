//! What times are counted from, as far as it is known.

use crate::{
    Anchor, AnchorSource, CalendarDate, Day, Edtf, FoundTime, Meaning, Tense, TimeExpression,
    TimeType,
};
use depeche_text::Span;

/// Dates that are remembered for events named later.
const DATES: usize = 64;

/// A date that others can be counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDate {
    /// First day that it can mean.
    pub earliest: Day,
    /// Last day that it can mean.
    pub latest: Day,
    /// The same as EDTF.
    pub edtf: String,
    /// Where it came from.
    pub from: AnchorSource,
    /// Its words, where it stands in the text.
    pub span: Option<Span>,
}

impl KnownDate {
    /// One day.
    pub fn of_day(day: Day, from: AnchorSource) -> KnownDate {
        KnownDate {
            earliest: day,
            latest: day,
            edtf: day.to_string(),
            from,
            span: None,
        }
    }

    /// A resolved expression; `None` where it has no two ends.
    pub fn of(expression: &TimeExpression, from: AnchorSource) -> Option<KnownDate> {
        Some(KnownDate {
            earliest: expression.earliest?,
            latest: expression.latest?,
            edtf: expression.edtf.clone()?,
            from,
            span: expression.span,
        })
    }

    /// As what something was counted from.
    pub fn anchor(&self) -> Anchor {
        Anchor {
            value: self.edtf.clone(),
            from: self.from,
            span: self.span,
        }
    }

    pub(crate) fn length_days(&self) -> i64 {
        self.latest.days_since(self.earliest)
    }
}

/// What times are counted from, as far as it is known. The default knows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// The document's own date.
    pub document_date: Option<KnownDate>,
    /// The date of the telling that the words stand in, where it is not the document's.
    pub telling: Option<KnownDate>,
    /// The day or month that the narrative has reached.
    pub narrative: Option<KnownDate>,
    /// The year that the narrative has reached, where it was said alone.
    pub narrative_year: Option<KnownDate>,
    /// The quarter or half year that the narrative has reached.
    pub period: Option<KnownDate>,
    /// The date of the event that the words name, while they are resolved.
    pub event: Option<KnownDate>,
    /// The latest date in the words themselves that the document tells of as past: it is no older.
    pub latest_told: Option<KnownDate>,
    /// Days and months said so far, the last ones: an event that is named later may be dated there.
    pub(crate) dates: Vec<KnownDate>,
    /// Whether the document writes 3/2/2007 for 3 February; `None` where it does not show.
    pub day_first: Option<bool>,
}

impl Anchors {
    /// Nothing is known but the document's date.
    pub fn new(document_date: Option<Day>) -> Anchors {
        let known = |day| KnownDate::of_day(day, AnchorSource::DocumentDate);
        Anchors {
            document_date: document_date.map(known),
            ..Anchors::default()
        }
    }

    /// The same from a document's `date`; one that a person set (rule `user`) says so.
    pub fn of_document(date: Option<&TimeExpression>) -> Anchors {
        let known = |date: &TimeExpression| {
            let user = date.rule == "user";
            let from = if user {
                AnchorSource::User
            } else {
                AnchorSource::DocumentDate
            };
            KnownDate::of(date, from)
        };
        Anchors {
            document_date: date.and_then(known),
            ..Anchors::default()
        }
    }

    /// The words that follow are told on this date.
    pub fn told_on(self, telling: Option<KnownDate>) -> Anchors {
        Anchors { telling, ..self }
    }

    /// Moves the narrative on to a date that was just read. Dates that look back ("three weeks
    /// earlier") are asides: the narrative stays where it is.
    pub fn note(&mut self, expression: &TimeExpression) {
        let aside = matches!(
            expression.rule.as_str(),
            "offset-before" | "period" | "earlier-in-period" | "year-aside" | "then"
        );
        if aside || !matches!(expression.kind, TimeType::Date | TimeType::Time) {
            return;
        }
        let Some(known) = KnownDate::of(expression, AnchorSource::Text) else {
            return;
        };
        if self.lies_ahead(&known) {
            return;
        }
        match known.length_days() {
            0..=31 => {
                self.narrative_year = None;
                self.narrative = Some(known);
            }
            // A quarter or a half; a season has no figures.
            85..=190
                if is_part_of_year(&known)
                    && matches!(
                        expression.rule.as_str(),
                        "quarter"
                            | "half-year"
                            | "year-from-document"
                            | "year-from-text"
                            | "year-from-telling"
                    ) =>
            {
                self.period = Some(known);
            }
            364..=365 => self.narrative_year = Some(known),
            _ => {}
        }
    }

    /// Remembers a date that was just read: for events that are named by their noun later, and,
    /// where it is told as past in the words alone, as what the document must postdate.
    pub(crate) fn remember(&mut self, expression: &TimeExpression, tense: Option<Tense>) {
        if !matches!(expression.kind, TimeType::Date | TimeType::Time) {
            return;
        }
        let Some(known) = KnownDate::of(expression, AnchorSource::Text) else {
            return;
        };
        // A count ("a year later") is only as good as its unit.
        let from = expression.anchor.as_ref().map(|anchor| anchor.from);
        let is_said = matches!(from, None | Some(AnchorSource::Text))
            && tense == Some(Tense::Past)
            && !expression.rule.starts_with("offset");
        let is_later = |old: &KnownDate| old.earliest < known.earliest;
        if is_said && self.latest_told.as_ref().is_none_or(is_later) {
            self.latest_told = Some(known.clone());
        }
        if known.length_days() <= 31 {
            if self.dates.len() == DATES {
                self.dates.remove(0);
            }
            self.dates.push(known);
        }
    }

    /// More than a year after the document: a plan or a date of declassification, no narrative.
    fn lies_ahead(&self, known: &KnownDate) -> bool {
        let told = self.told();
        told.is_some_and(|told| known.earliest.days_since(told.latest) > 366)
    }

    /// Learns from dates that can be read in one way only how the document writes dates in
    /// digits: "23/4/2011" shows that the day comes first.
    pub(crate) fn learn_order(&mut self, text: &str, found: &[FoundTime]) {
        if self.day_first.is_some() {
            return;
        }
        let slashed = found.iter().filter_map(|found| match found.meaning {
            Meaning::Calendar(CalendarDate {
                day: Some(day @ 13..),
                ..
            }) => Some((day, found.span.slice(text))),
            _ => None,
        });
        let mut orders = slashed.filter_map(|(day, words)| {
            let mut parts = words.split(['/', '-']).map(|part| part.parse::<i8>().ok());
            let (first, second) = (parts.next()??, parts.next()??);
            (first == day || second == day).then_some(first == day)
        });
        self.day_first = orders.next();
    }

    /// When the words are told: the telling's date, else the document's.
    pub(crate) fn told(&self) -> Option<&KnownDate> {
        self.telling.as_ref().or(self.document_date.as_ref())
    }

    /// Where the narrative is: the last day, month or year that was said.
    pub(crate) fn reached(&self) -> Option<&KnownDate> {
        self.narrative_year.as_ref().or(self.narrative.as_ref())
    }
}

/// Parses a known date from EDTF, for anchors kept as text.
impl KnownDate {
    /// A date as EDTF; `None` where it does not parse or is open.
    pub fn parse(edtf: &str, from: AnchorSource) -> Option<KnownDate> {
        let parsed = Edtf::parse(edtf)?;
        Some(KnownDate {
            earliest: parsed.earliest()?,
            latest: parsed.latest()?,
            edtf: edtf.to_owned(),
            from,
            span: None,
        })
    }
}

/// Whether it is a quarter or a half of a year.
fn is_part_of_year(known: &KnownDate) -> bool {
    match Edtf::parse(&known.edtf) {
        Some(Edtf::Date(date)) => date.month.is_some_and(|month| month >= 33),
        _ => false,
    }
}
