//! A time as shown: worked out, explained, or left open.

use depeche_text::Span;
use depeche_time::{AnchorSource, TimeExpression, TimeType};
use serde::Serialize;

/// TIME of the design's JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimeView {
    /// EDTF (ISO 8601-2); `null` where unresolved.
    pub edtf: Option<String>,
    /// First day that it can mean, ISO 8601.
    pub earliest: Option<String>,
    /// Last day that it can mean, ISO 8601.
    pub latest: Option<String>,
    /// TIMEX3 `type`.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 `value`.
    pub value: String,
    /// TIMEX3 `mod`.
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
    /// The rule that resolved it.
    pub rule: String,
    /// What it was counted from.
    pub anchor: Option<AnchorView>,
    /// Its words.
    pub span: Option<Span>,
    /// Its words, read back.
    pub quote: Option<String>,
    /// What hangs on an unknown date.
    pub unresolved: Option<UnresolvedView>,
}

/// The date that a time was counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnchorView {
    /// EDTF.
    pub value: String,
    /// Where it came from.
    pub from: AnchorSource,
    /// Its words.
    pub span: Option<Span>,
}

/// What hangs on an unknown date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnresolvedView {
    /// Signed ISO 8601 duration.
    pub offset: String,
    /// Which date is unknown.
    pub from: AnchorSource,
}

/// Shows a time of a document with this text.
pub fn time_view(time: &TimeExpression, text: &str) -> TimeView {
    TimeView {
        edtf: time.edtf.clone(),
        earliest: time.earliest.map(|day| day.to_string()),
        latest: time.latest.map(|day| day.to_string()),
        kind: time.kind,
        value: time.value.clone(),
        modifier: time.modifier.clone(),
        rule: time.rule.clone(),
        anchor: time.anchor.as_ref().map(|anchor| AnchorView {
            value: anchor.value.clone(),
            from: anchor.from,
            span: anchor.span,
        }),
        span: time.span,
        quote: time.span.and_then(|span| span.get(text)).map(str::to_owned),
        unresolved: time.unresolved.as_ref().map(|unresolved| UnresolvedView {
            offset: unresolved.offset.clone(),
            from: unresolved.from,
        }),
    }
}

impl TimeView {
    /// The time as a person reads it: `16 Feb 2007`, `about 26 Jan 2007`, `before 16 Feb 2007`,
    /// `open: 2 years before this document`.
    pub fn in_words(&self) -> String {
        if let Some(unresolved) = &self.unresolved {
            let from = match unresolved.from {
                AnchorSource::DocumentDate => "this document, whose date is unknown",
                from => anchor_in_words(from),
            };
            return format!("open: {} {from}", offset_in_words(&unresolved.offset));
        }
        match self.edtf.as_deref() {
            None => "not known".to_owned(),
            Some(edtf) => edtf_in_words(edtf),
        }
    }

    /// How the time was worked out, in one line: rule, anchor and its source.
    pub fn explained(&self) -> String {
        match &self.anchor {
            None => format!("rule {}", self.rule),
            Some(anchor) => {
                let from = anchor_in_words(anchor.from);
                format!("rule {}, counted from {} ({from})", self.rule, anchor.value)
            }
        }
    }
}

fn anchor_in_words(from: AnchorSource) -> &'static str {
    match from {
        AnchorSource::Text => "a date in the text",
        AnchorSource::DocumentDate => "the document's date",
        AnchorSource::Telling => "the telling",
        AnchorSource::Event => "an event named there",
        AnchorSource::User => "a date that you set",
    }
}

fn offset_in_words(offset: &str) -> String {
    let (direction, rest) = match offset.strip_prefix('-') {
        Some(rest) => ("before", rest),
        None => ("after", offset),
    };
    let rest = rest.trim_start_matches('P');
    let Some((count, unit)) = rest.split_at_checked(rest.len().saturating_sub(1)) else {
        return offset.to_owned();
    };
    let unit = match unit {
        "Y" => "year",
        "M" => "month",
        "W" => "week",
        "D" => "day",
        _ => return format!("{offset} from"),
    };
    match count {
        "0" => "at the time of".to_owned(),
        "1" => format!("1 {unit} {direction}"),
        _ => format!("{count} {unit}s {direction}"),
    }
}

fn edtf_in_words(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some(("" | "..", latest)) => format!("by {}", edtf_in_words(latest)),
        Some((earliest, "" | "..")) => format!("from {}", edtf_in_words(earliest)),
        Some((earliest, latest)) => {
            format!("{} to {}", edtf_in_words(earliest), edtf_in_words(latest))
        }
        None => date_in_words(edtf),
    }
}

fn date_in_words(edtf: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let about = if edtf.ends_with('~') || edtf.ends_with('%') {
        "about "
    } else {
        ""
    };
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let mut parts = plain.split('T').next().unwrap_or(plain).splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    match (month, parts.next().and_then(|day| day.parse::<u8>().ok())) {
        (Some(month), Some(day)) => format!("{about}{day} {month} {year}"),
        (Some(month), None) => format!("{about}{month} {year}"),
        (None, _) => format!("{about}{plain}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them() {
        let check = |edtf, expected| assert_eq!(edtf_in_words(edtf), expected);
        check("2007-02-16", "16 Feb 2007");
        check("2007-01-26~", "about 26 Jan 2007");
        check("../2007-02-16", "by 16 Feb 2007");
        check("2004-09/2004-12", "Sep 2004 to Dec 2004");
        check("2007", "2007");
        check("200X", "200X");
    }

    #[test]
    fn what_is_open_says_what_it_hangs_on() {
        assert_eq!(offset_in_words("-P2Y"), "2 years before");
        assert_eq!(offset_in_words("P1W"), "1 week after");
        assert_eq!(offset_in_words(""), " from");
    }
}
