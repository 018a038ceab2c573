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

/// A time and where it stands: a file may hold hundreds of documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlacedTimeView {
    /// The document that tells it.
    pub document: String,
    /// Its line in the document's text, from 1.
    pub line: usize,
    /// The time.
    #[serde(flatten)]
    pub time: TimeView,
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
    /// The latest date that the document tells of, EDTF: it is no older.
    pub not_older_than: Option<String>,
    /// What follows: the first day that it can mean, ISO 8601.
    pub not_before: Option<String>,
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
            not_older_than: time.anchor.as_ref().map(|anchor| anchor.value.clone()),
            not_before: time.open_earliest().map(|day| day.to_string()),
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
                AnchorSource::Telling => "the telling, whose day is unknown",
                AnchorSource::Event => "what is named there, which the text does not date",
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
        if let Some(open) = &self.unresolved {
            return self.open_explained(open);
        }
        match &self.anchor {
            None => format!("rule {}", self.rule),
            Some(anchor) => {
                let from = anchor_in_words(anchor.from);
                format!("rule {}, counted from {} ({from})", self.rule, anchor.value)
            }
        }
    }

    /// Why it stays open, and what is known all the same.
    fn open_explained(&self, open: &UnresolvedView) -> String {
        let mut line = format!("rule {}, {}", self.rule, self.in_words());
        if let Some(known) = &open.not_older_than {
            let known = edtf_in_words(known);
            line.push_str("; the document is not older than ");
            line.push_str(&known);
            line.push_str(", the latest date it tells of");
        }
        if let Some(day) = &open.not_before {
            line.push_str("; so it is not before ");
            line.push_str(&date_in_words(day));
        }
        line
    }
}

fn anchor_in_words(from: AnchorSource) -> &'static str {
    match from {
        AnchorSource::Text => "a date in the text",
        AnchorSource::DocumentDate => "the document's date",
        AnchorSource::Telling => "when it was told",
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

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A season (21 to 24), quarter (33 to 36) or half (40, 41) by its months: `Jun–Aug 1967`.
fn season_in_words(year: &str, part: usize) -> Option<String> {
    let (first, last) = match part {
        21..=23 => ((part - 21) * 3 + 2, (part - 21) * 3 + 4),
        24 => {
            let next = year.parse::<u16>().ok()?.checked_add(1)?;
            return Some(format!("Dec {year}–Feb {next}"));
        }
        33..=36 => ((part - 33) * 3, (part - 33) * 3 + 2),
        40 | 41 => ((part - 40) * 6, (part - 40) * 6 + 5),
        _ => return None,
    };
    Some(format!("{}–{} {year}", MONTHS[first], MONTHS[last]))
}

fn date_in_words(edtf: &str) -> String {
    let about = if edtf.ends_with('~') || edtf.ends_with('%') {
        "about "
    } else {
        ""
    };
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let mut parts = plain.split('T').next().unwrap_or(plain).splitn(3, '-');
    let year = parts.next().unwrap_or_default();
    let part_of_year = parts.next().and_then(|month| month.parse::<usize>().ok());
    let month = part_of_year.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let season = part_of_year.and_then(|part| season_in_words(year, part));
    if let Some(season) = season {
        return format!("{about}{season}");
    }
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
        check("1967-22", "Jun–Aug 1967");
        check("1967-24~", "about Dec 1967–Feb 1968");
        check("1989-35", "Jul–Sep 1989");
        check("1989-40", "Jan–Jun 1989");
    }

    #[test]
    fn what_hangs_on_an_undated_document_says_what_that_must_postdate() {
        let open = TimeView {
            edtf: None,
            earliest: None,
            latest: None,
            kind: TimeType::Date,
            value: "PAST_REF".to_owned(),
            modifier: None,
            rule: "offset-before".to_owned(),
            anchor: None,
            span: None,
            quote: None,
            unresolved: Some(UnresolvedView {
                offset: "-P2Y".to_owned(),
                from: AnchorSource::DocumentDate,
                not_older_than: Some("2007-02-21".to_owned()),
                not_before: Some("2004-08-21".to_owned()),
            }),
        };
        assert_eq!(
            open.explained(),
            "rule offset-before, open: 2 years before this document, whose date is unknown; the \
             document is not older than 21 Feb 2007, the latest date it tells of; so it is not \
             before 21 Aug 2004"
        );
    }

    #[test]
    fn what_is_open_says_what_it_hangs_on() {
        assert_eq!(offset_in_words("-P2Y"), "2 years before");
        assert_eq!(offset_in_words("P1W"), "1 week after");
        assert_eq!(offset_in_words(""), " from");
    }
}
