//! Memoranda: `TO:`, `FROM:`, `SUBJECT:` lines, or `MEMORANDUM OF CONVERSATION`.

use super::dateline;
use super::draft::Draft;
use super::keys::key;
use crate::{BlockKind, Kind};
use depeche_text::Span;

/// The head of a memorandum lies within so many passages.
const MAX_HEAD: usize = 80;

/// A participants list is no longer.
const MAX_PARTICIPANTS: usize = 80;

/// A participant's line is no longer, in bytes; the next paragraph is.
const MAX_PARTICIPANT_BYTES: usize = 160;

/// Reads a memorandum; `false` where it is none.
pub(super) fn read(draft: &mut Draft<'_>) -> bool {
    let named = draft.kind == Kind::Memo
        || (0..draft.passages.len().min(12)).any(|index| is_named(draft.words(index)));
    let keyed = |name: &str| {
        let head = 0..draft.passages.len().min(MAX_HEAD);
        head.into_iter()
            .any(|index| key(draft.words(index)).is_some_and(|(key, _)| key == name))
    };
    let addressed =
        (keyed("to") && keyed("from")) || (keyed("subject") && (keyed("to") || keyed("from")));
    let talked =
        keyed("participant") && (keyed("subject") || draft.kind != Kind::Text || is_dated(draft));
    if !named && !addressed && !talked {
        return false;
    }
    if draft.kind == Kind::Text {
        draft.kind = Kind::Memo;
    }
    read_keys(draft);
    read_foot(draft);
    let mailed = |field: &crate::Field| {
        matches!(field.name.as_str(), "from" | "to") && field.value.contains('@')
    };
    if draft.fields.iter().any(mailed) {
        draft.kind = Kind::Mail;
    }
    true
}

/// Whether a dateline stands in the head.
fn is_dated(draft: &Draft<'_>) -> bool {
    let head = draft.passages.iter().take(6);
    head.into_iter()
        .any(|passage| dateline::of_line(draft.text, passage.span).is_some())
}

/// "MEMORANDUM FOR THE PRESIDENT", "INFORMATION MEMORANDUM", "Memorandum of Conversation".
fn is_named(words: &str) -> bool {
    let capitals = words.len() < 80
        && words.contains("MEMORANDUM")
        && !words.bytes().any(|byte| byte.is_ascii_lowercase());
    capitals
        || words.len() < 120
            && words[super::heading::numbered(words)..].starts_with("Memorandum ")
            && !words.ends_with('.')
}

fn read_keys(draft: &mut Draft<'_>) {
    let mut index = 0;
    while index < draft.passages.len().min(MAX_HEAD) {
        let Some((name, value_at)) = key(draft.words(index)) else {
            index += 1;
            continue;
        };
        let span = draft.passages[index].span;
        let value =
            Span::new(span.start as usize + value_at, span.end as usize).trimmed(draft.text);
        let foot = matches!(name, "drafter" | "approver");
        draft.mark(
            index,
            if foot {
                BlockKind::Signature
            } else {
                BlockKind::Byline
            },
        );
        index += 1;
        index = match name {
            "participant" => participants(draft, index, value),
            "subject" | "to" | "from" if value.is_empty() => next_line(draft, index, name),
            _ => {
                keyed(draft, name, value);
                index
            }
        };
    }
}

fn keyed(draft: &mut Draft<'_>, name: &str, value: Span) {
    match name {
        "date" => dateline::header_date(draft, value),
        "time" => {}
        _ => draft.field(name, value),
    }
}

/// A key alone on its line: the next line is its value.
fn next_line(draft: &mut Draft<'_>, index: usize, name: &str) -> usize {
    if index >= draft.passages.len() || key(draft.words(index)).is_some() {
        return index;
    }
    let span = draft.passages[index].span;
    if span.len() <= 400 {
        draft.field(name, span);
        draft.mark(index, BlockKind::Byline);
    }
    index + 1
}

/// The lines after `PARTICIPANTS`, each one who took part; a line that names a side ("United
/// States") has people after it and none of their own, and is left to later reading.
fn participants(draft: &mut Draft<'_>, start: usize, value: Span) -> usize {
    if !value.is_empty() {
        participants_of_line(draft, value);
    }
    let mut index = start;
    while index < draft.passages.len().min(start + MAX_PARTICIPANTS) {
        let words = draft.words(index);
        if key(words).is_some() || words.len() > MAX_PARTICIPANT_BYTES || is_sentence(words) {
            break;
        }
        let side =
            index + 1 < draft.passages.len() && indent(draft, index) < indent(draft, index + 1);
        if !side && !is_side(draft.words(index)) {
            participants_of_line(draft, draft.passages[index].span);
        }
        draft.mark(index, BlockKind::Byline);
        index += 1;
    }
    index
}

/// Words of sentences, which lists of names do not have.
const SENTENCE_WORDS: &[&str] = &[
    "that",
    "said",
    "asked",
    "stated",
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "have",
    "began",
    "opened",
    "agreed",
    "read",
    "would",
    "will",
    "noted",
    "expressed",
    "referred",
    "called",
    "handed",
    "welcomed",
    "thanked",
    "explained",
    "discussed",
    "replied",
    "it",
    "we",
    "I",
    "he",
    "she",
    "they",
    "following",
    "follows",
    "came",
    "told",
    "this",
    "his",
];

/// A line that is text, not a name.
fn is_sentence(words: &str) -> bool {
    let ended = words.len() > 60 && words.ends_with(['.', ':', '?']);
    let opened = words.starts_with(['"', '“', '[', '('])
        || words.starts_with(|first: char| first.is_ascii_digit());
    let told = words
        .split(' ')
        .skip(1)
        .any(|word| SENTENCE_WORDS.contains(&word));
    ended || opened || told
}

/// A line that names a side of the table: "U.S.", "USSR", "French Side".
fn is_side(words: &str) -> bool {
    const SIDES: &[&str] = &[
        "United States",
        "United Kingdom",
        "Soviet Union",
        "Soviets",
        "American",
        "Americans",
        "British",
        "French",
        "Germans",
        "Russians",
        "Others",
        "Other",
        "Also Present",
        "The United States",
    ];
    let bare = words.trim_end_matches([':', '.', '—', '-']).trim();
    let letters = bare.chars().filter(|letter| letter.is_alphabetic()).count();
    let initials = letters <= 5 && !bare.contains(' ') && !bare.chars().any(char::is_lowercase);
    let ended = [
        "Side",
        "Delegation",
        "Representatives",
        "Participants",
        "side",
    ]
    .iter()
    .any(|end| bare.ends_with(end));
    SIDES.contains(&bare) || initials || ended && !bare.contains(',')
}

/// Spaces before a passage on its line.
fn indent(draft: &Draft<'_>, index: usize) -> usize {
    let before = &draft.text[..draft.passages[index].span.start as usize];
    before.len() - before.trim_end_matches([' ', '\t']).len()
}

fn participants_of_line(draft: &mut Draft<'_>, span: Span) {
    let text = draft.text;
    let mut start = span.start as usize;
    for line in span.slice(text).split_inclusive(['\n', ';']) {
        let end = start + line.trim_end_matches(['\n', ';']).len();
        draft.field("participant", Span::new(start, end));
        start += line.len();
    }
}

/// "Drafted: …" under the text.
fn read_foot(draft: &mut Draft<'_>) {
    for index in (0..draft.passages.len()).rev().take(4) {
        if let Some((name @ ("drafter" | "approver" | "cc"), value_at)) = key(draft.words(index))
            && draft.passages[index].kind.is_none()
        {
            let span = draft.passages[index].span;
            draft.field(
                name,
                Span::new(span.start as usize + value_at, span.end as usize),
            );
            draft.mark(index, BlockKind::Signature);
        }
    }
}
