//! Headings of printed editions: "21. Memorandum of Conversation", "Letter From A to B".

use super::draft::Draft;
use crate::Kind;
use depeche_text::Span;

/// Forms that headings name, with the kind of document.
const FORMS: &[(&str, Kind)] = &[
    ("Telegram", Kind::Cable),
    ("Circular Telegram", Kind::Cable),
    ("Airgram", Kind::Cable),
    ("Circular Airgram", Kind::Cable),
    ("Despatch", Kind::Memo),
    ("Memorandum", Kind::Memo),
    ("Letter", Kind::Letter),
    ("Message", Kind::Letter),
    ("Note", Kind::Letter),
];

/// Reads kind, sender and addressee from a heading among the first passages.
pub(super) fn read(draft: &mut Draft<'_>) {
    for index in 0..draft.passages.len().min(3) {
        let span = draft.passages[index].span;
        let words = draft.words(index);
        let skipped = numbered(words);
        let heading = &words[skipped..];
        let form = FORMS
            .iter()
            .find(|(form, _)| starts_with_words(heading, form));
        let Some((_, kind)) = form.filter(|_| words.len() < 300 && !words.ends_with('.')) else {
            continue;
        };
        draft.kind = *kind;
        let start = span.start as usize + skipped;
        if let Some((from, to)) = sender_and_addressee(heading).filter(|_| draft.fields.is_empty())
        {
            draft.field("from", Span::new(start + from.0, start + from.1));
            draft.field("to", Span::new(start + to.0, start + to.1));
        }
        return;
    }
}

fn starts_with_words(heading: &str, form: &str) -> bool {
    let rest = heading.strip_prefix(form);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
}

/// The bytes of "21. " at the start.
pub(super) fn numbered(words: &str) -> usize {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[digits..];
    if digits == 0 || digits > 4 || !rest.starts_with(". ") {
        return 0;
    }
    digits + 1 + (rest.len() - 1 - rest[1..].trim_start().len())
}

/// Byte ranges of A and B in "… From A to B".
fn sender_and_addressee(heading: &str) -> Option<((usize, usize), (usize, usize))> {
    let from = heading.find(" From ").or_else(|| heading.find(" from "))? + 6;
    let to = from
        + heading[from..]
            .find(" to ")
            .or_else(|| heading[from..].find(" To "))?;
    Some(((from, to), (to + 4, heading.len())))
}
