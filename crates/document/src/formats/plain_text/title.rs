//! Titles: the first passage where it reads like one.

use super::draft::Draft;
use crate::{BlockKind, Kind};

/// A title is no longer, in bytes.
const MAX_TITLE_BYTES: usize = 250;

/// Gives the draft a title, unless it has one.
pub(super) fn read(draft: &mut Draft<'_>) {
    if let Some(index) = draft
        .passages
        .iter()
        .position(|passage| passage.kind == Some(BlockKind::Title))
    {
        let titled =
            subject(draft).filter(|_| draft.kind == Kind::Memo && is_capitals(draft.words(index)));
        draft.title = titled.or_else(|| Some(one_line(draft.words(index))));
        return;
    }
    let free = |index: &usize| {
        let words = draft.words(*index);
        draft.passages[*index].kind.is_none() && !is_marking(words) && is_title(draft, *index)
    };
    let dated = draft
        .passages
        .iter()
        .position(|passage| passage.kind == Some(BlockKind::Dateline));
    let head = draft
        .passages
        .len()
        .min(4)
        .min(dated.unwrap_or(usize::MAX).max(1));
    let Some(first) = (0..head).find(free) else {
        draft.title = subject(draft);
        return;
    };
    draft.mark(first, BlockKind::Title);
    draft.title =
        subject(draft).filter(|_| draft.kind == Kind::Memo && is_capitals(draft.words(first)));
    draft.title = draft
        .title
        .take()
        .or_else(|| Some(one_line(draft.words(first))));
}

fn subject(draft: &Draft<'_>) -> Option<String> {
    draft
        .fields
        .iter()
        .find(|field| field.name == "subject")
        .map(|field| field.value.clone())
}

fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

/// Reads like a title: short, not a sentence, and something follows it.
pub(super) fn is_title(draft: &Draft<'_>, index: usize) -> bool {
    let words = draft.words(index);
    let sentence = words.ends_with(['.', ',', ';', ':']) && !words.ends_with("...");
    let follows = index + 1 < draft.passages.len();
    let lettered = words
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count()
        * 2
        > words.len();
    words.len() <= MAX_TITLE_BYTES && !sentence && follows && lettered && words.lines().count() <= 3
}

/// A classification or another mark that stands over a title.
fn is_marking(words: &str) -> bool {
    const MARKS: &[&str] = &[
        "TOP SECRET",
        "SECRET",
        "CONFIDENTIAL",
        "UNCLASSIFIED",
        "RESTRICTED",
        "LIMITED OFFICIAL USE",
    ];
    MARKS.iter().any(|mark| words.eq_ignore_ascii_case(mark))
}

fn is_capitals(words: &str) -> bool {
    !words.bytes().any(|byte| byte.is_ascii_lowercase())
}
