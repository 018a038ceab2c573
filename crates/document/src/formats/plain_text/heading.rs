//! Headings of printed editions: "21. Memorandum of Conversation", "Letter From A to B".

use super::draft::Draft;
use crate::{BlockKind, Kind};
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

/// A heading stands within so many passages.
const MAX_HEAD: usize = 4;

/// Words before "From" that name the form are no more, in bytes.
const MAX_FORM_BYTES: usize = 70;

/// Reads kind, sender and addressee from a heading among the first passages; `false` where there
/// is none.
pub(super) fn read(draft: &mut Draft<'_>) -> bool {
    let head = 0..draft.passages.len().min(MAX_HEAD);
    let Some((index, kind)) = head
        .into_iter()
        .find_map(|index| Some((index, form(draft, index)?)))
    else {
        return false;
    };
    if draft.kind == Kind::Text {
        draft.kind = kind;
    }
    draft.mark(index, BlockKind::Title);
    (0..index).for_each(|above| draft.mark(above, BlockKind::Byline));
    name_both(draft, index);
    true
}

/// Sender and addressee, unless they are known.
fn name_both(draft: &mut Draft<'_>, index: usize) {
    let words = draft.words(index);
    let skipped = numbered(words);
    let start = draft.passages[index].span.start as usize + skipped;
    let named = draft.fields.iter().any(|field| field.name == "from");
    if let Some((from, to)) = sender_and_addressee(&words[skipped..]).filter(|_| !named) {
        draft.field("from", Span::new(start + from.0, start + from.1));
        draft.field("to", Span::new(start + to.0, start + to.1));
    }
}

/// The kind that a heading names: by its form, or by the file number printed above it.
fn form(draft: &Draft<'_>, index: usize) -> Option<Kind> {
    let words = draft.words(index);
    if words.len() > 400 || ends_sentence(words) || words.contains('\n') {
        return None;
    }
    let heading = &words[numbered(words)..];
    let before = heading
        .find(" From ")
        .or_else(|| heading.find(" from "))
        .or_else(|| heading.find(" by "));
    let form = before
        .filter(|end| *end <= MAX_FORM_BYTES)
        .map(|end| &heading[..end]);
    let named = FORMS.iter().find(|(name, _)| {
        starts_with_words(heading, name) || form.is_some_and(|form| form.ends_with(name))
    });
    if let Some((_, kind)) = named {
        return Some(*kind);
    }
    let filed = index
        .checked_sub(1)
        .and_then(|above| file_number(draft.words(above)));
    filed.filter(|_| heading.contains(" to ") && heading.starts_with(char::is_uppercase))
}

/// "851G.00/1–1449: Telegram": a decimal file number, and the kind it goes with.
fn file_number(words: &str) -> Option<Kind> {
    let number = words.split([':', ' ']).next().unwrap_or_default();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let filed = words.len() < 60 && digits >= 5 && number.contains('.') && number.contains('/');
    let telegram = words.ends_with("Telegram") || words.ends_with("Airgram");
    filed.then_some(if telegram { Kind::Cable } else { Kind::Letter })
}

/// The name under a printed document: of its last passages the one that is nothing but a name.
pub(super) fn sign(draft: &mut Draft<'_>) {
    let printed = draft
        .passages
        .iter()
        .take(MAX_HEAD)
        .any(|passage| passage.kind == Some(BlockKind::Title));
    let signed = draft.fields.iter().any(|field| field.name == "signer");
    if !printed || signed || !matches!(draft.kind, Kind::Cable | Kind::Letter | Kind::Memo) {
        return;
    }
    let free =
        |index: &usize| draft.passages[*index].kind.is_none() && is_name(draft.words(*index));
    let tail = (MAX_HEAD.min(draft.passages.len())..draft.passages.len())
        .rev()
        .take(8);
    if let Some(index) = tail.into_iter().find(free) {
        draft.mark(index, BlockKind::Signature);
        draft.field("signer", draft.passages[index].span);
    }
}

/// One to four words with capitals and no full stop but after initials.
fn is_name(words: &str) -> bool {
    let name = |word: &str| {
        let bare = word.trim_end_matches(['.', ',']);
        let initial = bare.chars().count() == 1 || matches!(word, "Jr." | "Jr");
        word.starts_with(char::is_uppercase)
            && (initial || !word.ends_with('.'))
            && bare
                .chars()
                .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’' | '.'))
    };
    words.len() <= 40 && (1..=4).contains(&words.split(' ').count()) && words.split(' ').all(name)
}

fn starts_with_words(heading: &str, form: &str) -> bool {
    let rest = heading.strip_prefix(form);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
}

/// Whether words end with a full stop that is not that of "9:30 a.m."
pub(super) fn ends_sentence(words: &str) -> bool {
    words.ends_with('.') && !words.ends_with(".m.") && !words.ends_with(" m.")
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
    let starts = [" From ", " from ", " by "];
    let from = starts
        .iter()
        .filter_map(|start| Some(heading.find(start)? + start.len()))
        .min();
    let from = from.filter(|from| *from <= MAX_FORM_BYTES + 6).unwrap_or(0);
    let to = from
        + heading[from..]
            .find(" to ")
            .or_else(|| heading[from..].find(" To "))?;
    Some(((from, to), (to + 4, heading.len())))
}
