//! Datelines: a line of place and date, and what else says when a document was written.

use super::draft::Draft;
use crate::{BlockKind, Kind};
use depeche_text::Span;
use depeche_time::{Anchors, Day, Meaning, TimeExpression, day_expression, find, resolve};

/// A dateline stands within so many passages.
const MAX_HEAD: usize = 14;

/// A dateline is no longer, in bytes.
const MAX_BYTES: usize = 160;

/// What a dateline says.
#[derive(Debug)]
pub(super) struct Dateline {
    pub(super) place: Option<Span>,
    /// `None`: the line says "undated".
    pub(super) date: Option<TimeExpression>,
}

/// Finds the dateline among the first passages and fills place and date.
pub(super) fn read(draft: &mut Draft<'_>) {
    if draft.date.is_some() {
        return;
    }
    for index in 0..draft.passages.len().min(MAX_HEAD) {
        let passage = draft.passages[index];
        let claimed = matches!(passage.kind, Some(BlockKind::Furniture | BlockKind::Title));
        let Some(dateline) = of_line(draft.text, passage.span).filter(|_| !claimed) else {
            continue;
        };
        draft.passages[index].kind = Some(BlockKind::Dateline);
        if let Some(place) = dateline
            .place
            .filter(|_| !draft.fields.iter().any(|field| field.name == "place"))
        {
            draft.field("place", place);
        }
        draft.undated = dateline.date.is_none();
        draft.date = dateline.date.map(|date| {
            let rule = if draft.kind == Kind::Letter {
                "letterhead"
            } else {
                "dateline"
            };
            TimeExpression {
                rule: rule.to_owned(),
                ..date
            }
        });
        return;
    }
}

/// The date of a key line.
pub(super) fn header_date(draft: &mut Draft<'_>, value: Span) {
    dated(draft, value, "header-date");
}

/// Takes the first whole date in `span` for the document's.
pub(super) fn dated(draft: &mut Draft<'_>, span: Span, rule: &str) {
    if draft.date.is_none() {
        let date = find(draft.text, span).iter().find_map(whole_date);
        draft.date = date.map(|date| TimeExpression {
            rule: rule.to_owned(),
            ..date
        });
    }
}

/// A date with its year, month at least.
fn whole_date(found: &depeche_time::FoundTime) -> Option<TimeExpression> {
    let (Meaning::Calendar(date) | Meaning::Range(date, _)) = found.meaning else {
        return None;
    };
    (date.year.is_some() && date.month.is_some()).then(|| resolve(found, &Anchors::default()))
}

/// Reads a line as a dateline; `None` where it is none.
pub(super) fn of_line(text: &str, span: Span) -> Option<Dateline> {
    let words = span.slice(text);
    if words.len() > MAX_BYTES || words.contains('\n') {
        return None;
    }
    if let Some(at) = undated(words) {
        let place = place(
            text,
            Span::new(span.start as usize, span.start as usize + at),
        )?;
        return Some(Dateline { place, date: None });
    }
    // Brackets are an editor's: a correction or a note, to be left out ("May 23 [24], 1949"), or
    // a part of the date that is supplied ("[Washington,] May 1[, 1950]").
    let (without, with) = (blank(words, true), blank(words, false));
    dated_line(text, span, &without).or_else(|| dated_line(text, span, &with))
}

/// The line with its brackets blanked out byte for byte, with what they hold or without, so that
/// spans stay where they are.
fn blank(words: &str, content: bool) -> String {
    let mut depth = 0;
    let mut blanked = String::with_capacity(words.len());
    for character in words.chars() {
        let bracket = matches!(character, '[' | ']' | '(' | ')');
        let open = matches!(character, '[' | '(');
        depth = match (open, bracket) {
            (true, _) => depth + 1,
            (false, true) => 0,
            (false, false) => depth,
        };
        if bracket || (content && depth > 0) {
            blanked.extend(std::iter::repeat_n(' ', character.len_utf8()));
        } else {
            blanked.push(character);
        }
    }
    blanked
}

/// Reads a line, its brackets blanked in `plain`.
fn dated_line(text: &str, span: Span, plain: &str) -> Option<Dateline> {
    let found = find(plain, Span::new(0, plain.len()));
    let found = found.iter().find(|found| whole_date(found).is_some())?;
    let before = span.start as usize + found.span.start as usize;
    let place = place(text, Span::new(span.start as usize, before))?;
    if !is_tail(&plain[found.span.end as usize..]) {
        return None;
    }
    let date = whole_date(found)?;
    let date = TimeExpression {
        span: Some(found.span.shifted(span.start as usize)),
        ..date
    };
    Some(Dateline {
        place,
        date: Some(date),
    })
}

/// Where "undated" stands in a line that says little else.
fn undated(words: &str) -> Option<usize> {
    let at = words.find("undated").or_else(|| words.find("Undated"))?;
    (words.len() < 80).then_some(at)
}

/// The words before the date: a place, or nothing. `None` where they are neither.
fn place(text: &str, before: Span) -> Option<Option<Span>> {
    let words = before.slice(text);
    let label = [
        "Published:",
        "Posted:",
        "Updated:",
        "Date:",
        "DATE:",
        "Dated",
        "Published",
        "Posted on",
        "Published on",
    ];
    let bare = words.trim();
    if bare.is_empty() || label.contains(&bare) {
        return Some(None);
    }
    let start = words.len()
        - words
            .trim_start_matches(|mark: char| mark.is_whitespace() || matches!(mark, '[' | '('))
            .len();
    let end = words
        .trim_end_matches(|mark: char| !mark.is_alphanumeric())
        .len();
    if end <= start {
        return Some(None);
    }
    let name = &words[start..end];
    // "On May 3, 1949" is the start of a sentence.
    if [
        "On", "In", "By", "Since", "Until", "From", "Before", "After", "As of",
    ]
    .contains(&name)
    {
        return None;
    }
    let ended = words[end..].contains([',', ']', '.', ';']) || words[end..].trim().is_empty();
    let small = [
        "of",
        "the",
        "de",
        "and",
        "at",
        "in",
        "la",
        "on",
        "du",
        "am",
        "not",
        "declassified",
        "place",
        "en",
        "route",
        "aboard",
        "to",
    ];
    let fits = |word: &str| {
        word.starts_with(|first: char| first.is_uppercase() || !first.is_alphabetic())
            || small.contains(&word.trim_matches(|mark: char| !mark.is_alphanumeric()))
    };
    let place = Span::new(before.start as usize + start, before.start as usize + end);
    (ended && name.len() <= 90 && name.split_whitespace().all(fits)).then_some(Some(place))
}

/// What may follow the date: times of day, brackets of the editor, a full stop.
fn is_tail(tail: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "p",
        "m",
        "am",
        "pm",
        "noon",
        "midnight",
        "to",
        "and",
        "at",
        "approximately",
        "about",
        "local",
        "time",
        "z",
        "gmt",
        "received",
        "est",
        "edt",
        "zulu",
        "by",
        "until",
        "from",
        "o",
        "clock",
        "hours",
        "evening",
        "morning",
        "afternoon",
        "night",
        "est",
        "jan",
        "ca",
        "circa",
        "sic",
        "no",
        "undated",
        "through",
    ];
    tail.split(|mark: char| !mark.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// An ISO date in the file's name, where nothing in the text says when.
pub(super) fn from_file_name(draft: &mut Draft<'_>, locator: &str) {
    if draft.date.is_some() || draft.undated {
        return;
    }
    let name = locator.rsplit(['/', '\\']).next().unwrap_or_default();
    draft.date = iso_date(name).map(|day| day_expression(day, "file-name"));
}

/// The only `2007-02-16` in a name.
fn iso_date(name: &str) -> Option<Day> {
    let bytes = name.as_bytes();
    let mut days = (0..bytes.len().saturating_sub(9)).filter_map(|at| {
        let words = name.get(at..at + 10)?;
        let digit = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at))
                .is_some_and(u8::is_ascii_digit)
        };
        let alone = !digit(at.checked_sub(1)) && !digit(Some(at + 10));
        let recent = words.starts_with("19") || words.starts_with("20");
        let iso = bytes[at + 4] == b'-' && bytes[at + 7] == b'-';
        Day::parse(words).filter(|_| alone && recent && iso)
    });
    let day = days.next()?;
    days.next().is_none().then_some(day)
}
