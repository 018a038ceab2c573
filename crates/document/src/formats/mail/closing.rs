//! How a mail ends: the sender's signature, and lines that nobody wrote for this mail.

use super::address::Mailbox;
use super::passage::Passage;
use super::plain::is_signature_mark;
use crate::BlockKind;
use depeche_text::fold;

/// A signature under two dashes is no longer, in bytes; a longer text is a text.
const MAX_SIGNATURE_BYTES: usize = 2_000;
/// A line of a signature is no longer, in bytes.
const MAX_LINE_BYTES: usize = 160;
/// A name or a closing is looked for in so many of the last passages.
const MAX_TAIL: usize = 10;

/// Closings, as they begin, in small letters.
const CLOSINGS: &[&str] = &[
    "sincerely",
    "yours ",
    "best regards",
    "best wishes",
    "kind regards",
    "kindest regards",
    "warm regards",
    "with kind",
    "with best",
    "with warm",
    "regards",
    "respectfully",
    "cordially",
    "faithfully",
    "mit freundlichen grüßen",
    "viele grüße",
    "cordialement",
    "bien à vous",
    "saludos",
    "atentamente",
    "cordiali saluti",
    "distinti saluti",
    "atenciosamente",
    "met vriendelijke groet",
    "med vennlig hilsen",
    "med venlig hilsen",
    "med vänlig hälsning",
    "с уважением",
];

/// Closings that are nothing else: more words make a sentence of them.
const WHOLE_CLOSINGS: &[&str] = &[
    "best",
    "all the best",
    "cheers",
    "thanks",
    "thanks again",
    "thanks in advance",
    "many thanks",
    "thank you",
    "thank you again",
    "thank you in advance",
    "thank you very much",
];

/// How lines begin that a device or a list adds, in small letters.
const ADDED: &[&str] = &[
    "sent from my ",
    "sent via ",
    "sent by blackberry",
    "sent wirelessly",
    "get outlook for ",
    "to unsubscribe",
    "to subscribe or unsubscribe",
    "you received this message because",
    "you are receiving this",
    "unsubscribe:",
    "unsubscribe from ",
    "please consider the environment",
    "please think of the environment",
    "this message has been scanned",
    "this e-mail has been scanned",
    "this email has been scanned",
    "no virus found in",
    "checked by avg",
];

/// Marks what nobody wrote for this mail: disclaimers, footers of lists and devices, armour.
pub(super) fn mark_furniture(text: &str, passages: &mut [Passage]) {
    let mut is_armour = false;
    let mut is_footer = false;
    for passage in passages.iter_mut() {
        let words = passage.span.slice(text);
        let opens_armour =
            words.starts_with("-----BEGIN PGP") || words.starts_with("Version: GnuPG");
        is_armour |= opens_armour && !words.starts_with("-----BEGIN PGP SIGNED");
        is_footer = passage.is_own() && (is_footer || is_rule(words));
        let is_heading = words.starts_with("-----BEGIN PGP SIGNED");
        let is_added = words.len() < 400 && starts_with(words, ADDED);
        let is_odd = is_added || is_disclaimer(words) || is_footer && is_of_list(words);
        if passage.is_own() && (is_armour || is_heading || is_odd) {
            passage.kind = BlockKind::Furniture;
        }
        is_armour &= !words.contains("-----END PGP");
    }
}

/// Marks signatures, and drops the dashes above them.
pub(super) fn mark_signatures(text: &str, passages: &mut Vec<Passage>, sender: Option<&Mailbox>) {
    let mut start = 0;
    while start < passages.len() {
        let length = passages[start..]
            .iter()
            .take_while(|passage| passage.kind != BlockKind::Quote)
            .count();
        mark_run(text, &mut passages[start..start + length], sender);
        start += length.max(1);
    }
    passages.retain(|passage| {
        passage.kind == BlockKind::Quote || !is_signature_mark(passage.span.slice(text))
    });
}

/// Marks the signature at the end of passages that are the sender's.
fn mark_run(text: &str, passages: &mut [Passage], sender: Option<&Mailbox>) {
    let words = |passage: &Passage| passage.span.slice(text);
    let dashes = passages
        .iter()
        .rposition(|passage| is_signature_mark(words(passage)));
    let mut end = passages.len();
    if let Some(dashes) = dashes {
        let rest = &mut passages[dashes + 1..];
        let length: usize = rest.iter().map(|passage| passage.span.len()).sum();
        if length <= MAX_SIGNATURE_BYTES {
            sign(rest);
            end = dashes;
        }
    }
    let own = &mut passages[..end];
    let tail = own.len().saturating_sub(MAX_TAIL);
    let is_end = |index: &usize| {
        let is_short = |passage: &Passage| words(passage).len() <= MAX_LINE_BYTES;
        own[*index..].iter().all(is_short)
    };
    let opens = |index: &usize| {
        is_closing(words(&own[*index]))
            || sender.is_some_and(|sender| is_name(words(&own[*index]), sender))
    };
    let first = (tail..own.len()).find(|index| opens(index) && is_end(index));
    if let Some(first) = first.filter(|first| *first > 0) {
        sign(&mut own[first..]);
    }
}

fn sign(passages: &mut [Passage]) {
    for passage in passages {
        if matches!(
            passage.kind,
            BlockKind::Paragraph | BlockKind::Table | BlockKind::Heading
        ) {
            passage.kind = BlockKind::Signature;
        }
    }
}

/// "With kind regards," alone, or with the name under it.
fn is_closing(words: &str) -> bool {
    let first = words.lines().next().unwrap_or_default().trim();
    let is_short = first.len() <= 50 && first.split(' ').count() <= 5;
    let is_sentence = first.ends_with(['?', ':']) || first.ends_with('.') && first.len() > 30;
    let bare = first.trim_end_matches([',', '.', '!']).to_lowercase();
    is_short
        && !is_sentence
        && (starts_with(first, CLOSINGS) || WHOLE_CLOSINGS.contains(&bare.as_str()))
}

/// Whether a passage opens with the sender's name: all of it, or the given name, perhaps short.
fn is_name(words: &str, sender: &Mailbox) -> bool {
    let first = words.lines().next().unwrap_or_default();
    let person = fold(&sender.person());
    let named: Vec<&str> = person.split(' ').collect();
    let line = fold(first);
    let line: Vec<&str> = line
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match line.as_slice() {
        [] => false,
        [word] => word.len() >= 3 && named.iter().any(|name| name.starts_with(word)),
        line => {
            let same = line.iter().filter(|word| named.contains(word)).count();
            line.len() <= 4 && same >= 2
        }
    }
}

fn starts_with(words: &str, openings: &[&str]) -> bool {
    let end = (0..=words.len().min(80))
        .rev()
        .find(|end| words.is_char_boundary(*end));
    let lower = words[..end.unwrap_or(0)].to_lowercase().replace('’', "'");
    openings.iter().any(|opening| lower.starts_with(opening))
}

/// A line of underscores or dashes, as lists put above their footers.
fn is_rule(words: &str) -> bool {
    let first = words.lines().next().unwrap_or_default().trim();
    first.len() >= 20
        && (first.bytes().all(|byte| byte == b'_') || first.bytes().all(|byte| byte == b'-'))
}

fn is_of_list(words: &str) -> bool {
    let lower = words.to_lowercase();
    is_rule(words) && words.lines().count() == 1
        || lower.contains("mailing list")
        || lower.contains("unsubscribe")
        || lower.contains("/listinfo")
}

/// "This e-mail is confidential and intended solely for …": general words of such a notice, three
/// of four kinds.
fn is_disclaimer(words: &str) -> bool {
    if !(80..=4_000).contains(&words.len()) {
        return false;
    }
    let lower = words.to_lowercase();
    let says = |any: &[&str]| any.iter().any(|word| lower.contains(word));
    let kinds = [
        says(&[
            "this e-mail",
            "this email",
            "this message",
            "this communication",
            "this transmission",
        ]),
        says(&["confidential", "privileged"]),
        says(&[
            "intended recipient",
            "intended only",
            "intended solely",
            "solely for the use",
            "addressee",
        ]),
        says(&[
            "in error",
            "delete",
            "prohibited",
            "not be disclosed",
            "notify the sender",
        ]),
    ];
    kinds.iter().filter(|holds| **holds).count() >= 3
}
