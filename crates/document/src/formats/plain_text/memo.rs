//! Memoranda: `TO:`, `FROM:`, `SUBJECT:` lines, or `MEMORANDUM OF CONVERSATION`.

use super::dateline;
use super::draft::Draft;
use super::keys::key;
use super::participants;
use crate::{BlockKind, Kind};
use depeche_text::Span;

/// The head of a memorandum lies within so many passages.
const MAX_HEAD: usize = 80;

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
    let listed = (0..draft.passages.len().min(MAX_HEAD))
        .any(|index| participants::is_heading(draft.words(index)));
    let talked = listed && (keyed("subject") || draft.kind != Kind::Text || is_dated(draft));
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
            && !super::heading::ends_sentence(words)
}

fn read_keys(draft: &mut Draft<'_>) {
    let mut index = 0;
    while index < draft.passages.len().min(MAX_HEAD) {
        if participants::is_heading(draft.words(index)) {
            index = participants::read(draft, index);
            continue;
        }
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
            "subject" | "to" | "from" | "place" if value.is_empty() => {
                next_line(draft, index, name)
            }
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
