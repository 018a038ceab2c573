//! A temporal expression and what was made of it.

use crate::{Day, Edtf};
use depeche_text::Span;
use serde::{Deserialize, Serialize};

/// TIMEX3 `type` (TimeML 1.2.1, <https://timeml.github.io/site/publications/specs.html>).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// Where the date that an expression was counted from came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnchorSource {
    /// Another date in the same text.
    Text,
    /// The document's own date.
    DocumentDate,
    /// The date of the telling that the words stand in.
    Telling,
    /// The date of an event named in the words.
    Event,
    /// A date that a person set.
    User,
}

/// The date that an expression was counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The date, as EDTF.
    pub value: String,
    /// Where it came from.
    pub from: AnchorSource,
    /// Its words, where it stands in the text.
    pub span: Option<Span>,
}

impl TimeExpression {
    /// The first day that a time can mean which hangs on the unknown date of its document, where
    /// [`TimeExpression::anchor`] has a date that the document must postdate: "two years ago" in
    /// a document not older than 2007-02-21 is no earlier than half a year before 2005-02-21.
    pub fn open_earliest(&self) -> Option<Day> {
        let open = self.unresolved.as_ref()?;
        let known = Edtf::parse(&self.anchor.as_ref()?.value)?.earliest()?;
        let (back, length) = match open.offset.strip_prefix('-') {
            Some(length) => (true, length),
            None => (false, open.offset.as_str()),
        };
        let digits = length.strip_prefix('P')?;
        let unit = digits.chars().last()?;
        let count: i64 = digits.strip_suffix(unit)?.parse().ok()?;
        let count = if back { -count } else { count };
        // A zero says only that it hangs there: "on Friday", "March 3".
        if count == 0 {
            return None;
        }
        match unit {
            'D' => Some(known.plus_days(count)),
            'W' => Some(known.plus_days(7 * count - 3)),
            'M' => Some(known.plus_months(count).plus_days(-15)),
            'Y' => Some(known.plus_months(12 * count - 6)),
            _ => None,
        }
    }
}

/// What is known of a time that hangs on an unknown date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unresolved {
    /// Signed ISO 8601 duration to add to the unknown date: `-P2Y`.
    pub offset: String,
    /// Which date is unknown.
    pub from: AnchorSource,
}

/// A time as the words give it and as it was worked out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The words, in the document's text; `None` for a date that stands outside the text
    /// (a mail header, a meta tag, a file name).
    pub span: Option<Span>,
    /// TIMEX3 `type`.
    pub kind: TimeType,
    /// TIMEX3 `value`.
    pub value: String,
    /// TIMEX3 `mod` (`APPROX`, `START`, `END`, …).
    pub modifier: Option<String>,
    /// EDTF (ISO 8601-2), where resolved.
    pub edtf: Option<String>,
    /// First day that it can mean; `None` when open or unknown.
    pub earliest: Option<Day>,
    /// Last day that it can mean; `None` when open or unknown.
    pub latest: Option<Day>,
    /// The name of the rule that resolved it, or that read the document's date (`dateline`,
    /// `meta-tag`, `mail-header`, `file-name`, `date-time-group`).
    pub rule: String,
    /// What it was counted from; where it is unresolved and hangs on the document's date, the
    /// latest date that the document tells of, which it is no older than.
    pub anchor: Option<Anchor>,
    /// What is left open.
    pub unresolved: Option<Unresolved>,
}
