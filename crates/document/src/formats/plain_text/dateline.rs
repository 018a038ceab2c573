//! Datelines: a line of place and date, and what else says when a document was written.

use super::draft::Draft;
use crate::{BlockKind, Kind};
use depeche_text::Span;
use depeche_time::{
    Anchors, Day, Meaning, TimeExpression, day_expression, find, is_month, resolve,
};

/// A dateline stands within so many passages.
const MAX_HEAD: usize = 14;

/// After so many passages of the length of a paragraph, the text has begun.
const MAX_PARAGRAPHS: usize = 3;

/// The length of a paragraph, in bytes.
const LONG_BYTES: usize = 300;

/// A dateline is no longer, in bytes.
const MAX_BYTES: usize = 160;

/// Where so many passages of the head begin with a date, none is the document's.
const LEAST_ENTRIES: usize = 3;

/// A date is no longer, in bytes.
const DATE_BYTES: u32 = 40;

/// What a dateline says.
#[derive(Debug)]
pub(super) struct Dateline {
    pub(super) place: Option<Span>,
    /// `None`: the line says "undated".
    pub(super) date: Option<TimeExpression>,
}

/// Finds the dateline among the first passages and fills place and date.
pub(super) fn read(draft: &mut Draft<'_>) {
    if draft.date.is_some() || draft.undated {
        return;
    }
    let mut paragraphs = 0;
    if is_chronology(draft) {
        return;
    }
    for index in 0..draft.passages.len().min(MAX_HEAD) {
        let passage = draft.passages[index];
        paragraphs += usize::from(passage.span.len() > LONG_BYTES);
        let claimed = matches!(passage.kind, Some(BlockKind::Furniture | BlockKind::Title));
        let dateline = of_line(draft.text, passage.span).filter(|_| !claimed);
        if let Some(dateline) = dateline.filter(|_| paragraphs <= MAX_PARAGRAPHS) {
            draft.passages[index].kind = Some(BlockKind::Dateline);
            fill(draft, dateline);
            return;
        }
    }
}

/// Whether so many passages of the head begin with a date that each is an entry of its own.
fn is_chronology(draft: &Draft<'_>) -> bool {
    let head = draft.passages.iter().take(MAX_HEAD);
    let begun = head.filter(|passage| {
        let start = passage.span.start;
        let end = passage.span.end.min(start + DATE_BYTES) as usize;
        let end = draft.text.floor_char_boundary(end);
        let times = find(draft.text, Span::new(start as usize, end));
        let first = times.first().filter(|first| first.span.start == start);
        first.is_some_and(|first| whole_date(first).is_some())
    });
    begun.count() >= LEAST_ENTRIES
}

fn fill(draft: &mut Draft<'_>, dateline: Dateline) {
    let placed = draft.fields.iter().any(|field| field.name == "place");
    if let Some(place) = dateline.place.filter(|_| !placed) {
        draft.field("place", place);
    }
    let rule = if draft.kind == Kind::Letter {
        "letterhead"
    } else {
        "dateline"
    };
    draft.undated = dateline.date.is_none();
    draft.date = dateline.date.map(|date| TimeExpression {
        rule: rule.to_owned(),
        ..date
    });
}

/// The date of a key line.
pub(super) fn header_date(draft: &mut Draft<'_>, value: Span) {
    dated(draft, value, "header-date");
}

/// Takes the first whole date in `span` for the document's.
pub(super) fn dated(draft: &mut Draft<'_>, span: Span, rule: &str) {
    if draft.date.is_none() && !draft.undated {
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
        if bracket || character == '?' || (content && depth > 0) {
            blanked.extend(std::iter::repeat_n(' ', character.len_utf8()));
        } else {
            blanked.push(character);
        }
    }
    blanked
}

/// Reads a line, its brackets blanked in `plain`.
fn dated_line(text: &str, span: Span, plain: &str) -> Option<Dateline> {
    let times = find(plain, Span::new(0, plain.len()));
    let first = times.first()?;
    // "White House, 10:05 a.m., March 19, 1954"
    let clock = matches!(first.meaning, Meaning::TimeOfDay(_));
    let found = if clock { times.get(1)? } else { first };
    let before = span.start as usize + first.span.start as usize;
    let place = place(text, Span::new(span.start as usize, before))?;
    if !is_tail(&plain[found.span.end as usize..]) {
        return None;
    }
    let date = whole_date(found)?;
    let span = Some(found.span.shifted(span.start as usize));
    let date = Some(TimeExpression { span, ..date });
    Some(Dateline { place, date })
}

/// Where "undated" stands in a line that says little else.
fn undated(words: &str) -> Option<usize> {
    let at = words.find("undated").or_else(|| words.find("Undated"))?;
    (words.len() < 80).then_some(at)
}

/// What may stand before a date instead of a place.
const LABELS: &[&str] = &[
    "Published:",
    "Posted:",
    "Updated:",
    "Date:",
    "DATE:",
    "Dated",
    "Published",
    "Posted on",
    "Published on",
    "Last updated:",
    "Dated at",
];

/// Small words inside the names of places.
const SMALL: &[&str] = &[
    "of", "the", "de", "del", "des", "di", "da", "do", "dos", "du", "la", "las", "le", "les",
    "los", "el", "al", "and", "at", "in", "on", "am", "an", "der", "den", "ter", "von", "van",
    "en", "route", "aboard", "from", "to", "near", "upon", "sur", "sous", "off", "via",
];

/// Words that begin a sentence or name a paper, never a place.
const NO_PLACE: &[&str] = &[
    "On",
    "In",
    "By",
    "Since",
    "Until",
    "From",
    "Before",
    "After",
    "As",
    "Minutes",
    "Memorandum",
    "Notes",
    "Press",
    "Release",
    "Bulletin",
    "Extract",
    "Report",
    "Telegram",
    "Statement",
    "Summary",
    "Draft",
    "Letter",
    "Message",
    "Record",
    "Received",
    "Drafted",
    "Approved",
    "Source",
    "WEEK",
];

/// The words before the date: a place, or nothing. `None` where they are neither.
fn place(text: &str, before: Span) -> Option<Option<Span>> {
    let words = before.slice(text);
    if words.trim().is_empty() || LABELS.contains(&words.trim()) {
        return Some(None);
    }
    let words_from = numbered(words);
    let (before, words) = (
        Span::new(before.start as usize + words_from, before.end as usize),
        &words[words_from..],
    );
    let opens = |mark: char| mark.is_whitespace() || matches!(mark, '[' | '(');
    let start = words.len() - words.trim_start_matches(opens).len();
    let end = words
        .trim_end_matches(|mark: char| !mark.is_alphanumeric())
        .len();
    if end <= start {
        return Some(None);
    }
    let name = &words[start..end];
    let ended = words[end..].contains([',', ']', '.', ';', '-', '–', '—']);
    let supplied = words.starts_with('[') && words[end..].contains(']');
    let fits = name.len() <= 70 && (supplied || is_place(name, ended));
    let place = Span::new(before.start as usize + start, before.start as usize + end);
    fits.then_some(Some(place))
}

/// "No. 404 Ostervik", "Issue No. 644 Ostervik": the bytes of the number before the place.
fn numbered(words: &str) -> usize {
    let Some(at) = words.find("No. ").filter(|at| *at <= 40) else {
        return 0;
    };
    let number = |mark: char| mark.is_ascii_digit() || matches!(mark, '-' | '–' | ' ' | '/');
    let rest = &words[at + 4..];
    let end = rest.find(|mark: char| !number(mark)).unwrap_or(0);
    if end == 0 || names_paper(&words[..at]) {
        0
    } else {
        at + 4 + end
    }
}

/// Up to eight words with capitals, three where no comma follows; none that says otherwise.
fn is_place(name: &str, ended: bool) -> bool {
    let words = || name.split([' ', '\'', '’']).filter(|word| !word.is_empty());
    let bare = |word: &str| {
        word.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_owned()
    };
    let fits = |word: &str| {
        word.starts_with(|first: char| first.is_uppercase() || !first.is_alphanumeric())
            || SMALL.contains(&bare(word).as_str())
            || word.len() == 1
    };
    let first_fits = words()
        .next()
        .is_some_and(|first| first.starts_with(char::is_uppercase) || first.len() == 1);
    let counted = words().count() <= if ended { 9 } else { 3 };
    first_fits && counted && words().all(fits) && !names_paper(name)
}

fn names_paper(words: &str) -> bool {
    let mut words = words.split(|mark: char| !mark.is_alphanumeric());
    words.any(|word| NO_PLACE.contains(&word))
}

/// Words that may follow the date: times of day, sessions, a second date.
const TAIL: &[&str] = &[
    "a",
    "p",
    "m",
    "am",
    "pm",
    "l",
    "noon",
    "midnight",
    "to",
    "and",
    "or",
    "at",
    "approximately",
    "about",
    "local",
    "time",
    "z",
    "gmt",
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
    "ca",
    "circa",
    "sic",
    "through",
    "session",
    "i",
    "ii",
    "iii",
    "iv",
];

/// What may follow the date.
fn is_tail(tail: &str) -> bool {
    let mut words = tail
        .split(|mark: char| !mark.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.all(|word| {
        let lower = word.to_lowercase();
        TAIL.contains(&lower.as_str()) || is_month(&lower)
    })
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
