//! Sentences: where one ends.
//!
//! A line end is a space, since telegrams and mails are wrapped by hand; it ends a sentence only
//! at an empty line, before a list mark, or after a line too short to have been wrapped.

use crate::abbreviation::leads;
use crate::token::{Token, TokenKind, tokens};
use depeche_text::Span;

/// Words that start a sentence after an abbreviation more often than they go on with a name.
const STARTERS: &[&str] = &[
    "a",
    "after",
    "although",
    "an",
    "and",
    "as",
    "at",
    "before",
    "but",
    "during",
    "for",
    "from",
    "he",
    "her",
    "his",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "meanwhile",
    "no",
    "on",
    "she",
    "since",
    "some",
    "that",
    "the",
    "their",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "we",
    "when",
    "while",
    "you",
];

/// A sentence of more tokens is cut, so that reading one is bounded work.
const LONGEST: usize = 1000;

/// The sentences in `span` of `text`, in order, without the white space between them.
pub fn sentences(text: &str, span: Span) -> Vec<Span> {
    sentences_of(text, &tokens(text, span))
}

/// The sentences over the tokens of one block.
pub fn sentences_of(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let wrap = wrap_width(text, tokens);
    for at in 0..tokens.len() {
        if at < start {
            continue;
        }
        let end = match closes(text, tokens, at, start) {
            Some(end) => end,
            None if breaks_after(text, tokens, at, wrap) || at - start >= LONGEST => at,
            None => continue,
        };
        found.push(tokens[start].span.cover(tokens[end].span));
        start = end + 1;
    }
    if let (Some(first), Some(last)) = (tokens.get(start), tokens.last()) {
        found.push(first.span.cover(last.span));
    }
    found
}

/// The token that the sentence ends with, where the one at `at` ends it.
fn closes(text: &str, tokens: &[Token], at: usize, start: usize) -> Option<usize> {
    let token = tokens[at];
    let words = token.span.slice(text);
    let after = match words {
        "!" | "?" | "…" => closing_marks(text, tokens, at),
        "." if !ends_number(text, tokens, at, start) => closing_marks(text, tokens, at),
        ")" if is_aside(text, tokens, at, start) => at,
        _ if token.kind == TokenKind::Word && words.ends_with('.') => {
            let ends = ends_after_abbreviation(text, tokens, at);
            return ends.then(|| closing_marks(text, tokens, at));
        }
        _ => return None,
    };
    let next = tokens.get(after + 1)?;
    let spaced = next.span.start > tokens[after].span.end;
    let lower = next.span.slice(text).starts_with(char::is_lowercase);
    (spaced && !lower).then_some(after)
}

/// Whether a sentence so far is all in brackets, as editors cite: "(Archive, Box 3) The envoy left."
/// A letter or marking of its paragraph ("(C)", "(S/NF)") is not.
fn is_aside(text: &str, tokens: &[Token], at: usize, start: usize) -> bool {
    const SHORTEST: usize = 8;
    let inside = tokens[start].span.cover(tokens[at].span).slice(text);
    let next = tokens.get(at + 1).map(|next| next.span.slice(text));
    inside.starts_with('(')
        && inside.len() > SHORTEST
        && inside.contains([',', ';'])
        && inside.matches('(').count() == inside.matches(')').count()
        && next.is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// The last of the quotation marks and brackets that close together with a full stop.
fn closing_marks(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut last = at;
    while let Some(next) = tokens.get(last + 1) {
        let touches = next.span.start == tokens[last].span.end;
        let closing = matches!(
            next.span.slice(text),
            "\"" | "'" | "”" | "’" | ")" | "]" | "»" | "." | "!" | "?"
        );
        if !touches || !closing {
            break;
        }
        last += 1;
    }
    last
}

/// Whether the full stop at `at` belongs to a paragraph number: `1. (C)`, `a.`.
fn ends_number(text: &str, tokens: &[Token], at: usize, start: usize) -> bool {
    if at != start + 1 {
        return false;
    }
    let before = tokens[start];
    before.kind == TokenKind::Number && before.span.len() <= 3 || before.span.slice(text).len() == 1
}

fn ends_after_abbreviation(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].span.slice(text);
    let bare = &word[..word.len() - 1];
    if leads(bare) || bare.chars().count() == 1 {
        return false;
    }
    let Some(next) = tokens.get(closing_marks(text, tokens, at) + 1) else {
        return false;
    };
    let next = next.span.slice(text);
    let starts = |starter: &&str| next.eq_ignore_ascii_case(starter);
    next.starts_with(char::is_uppercase) && STARTERS.iter().any(starts)
}

/// Whether the text breaks between this token and the next: an empty line, a list mark on a new
/// line, or a line too short to have been wrapped before a capital.
fn breaks_after(text: &str, tokens: &[Token], at: usize, wrap: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let (end, begin) = (tokens[at].span.end as usize, next.span.start as usize);
    if end == begin {
        return false;
    }
    let gap = &text[end..begin];
    let line_count = gap.bytes().filter(|byte| *byte == b'\n').count();
    if line_count == 0 {
        return false;
    }
    let first = next.span.slice(text);
    let listed = matches!(first, "-" | "–" | "—" | "•" | "*" | "·");
    let opens = first.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let length = line_length(text, end);
    line_count > 1 || listed || opens && length < wrap
}

/// Bytes from the start of its line to `end`; lines are looked at no further than 200 bytes.
fn line_length(text: &str, end: usize) -> usize {
    let from = end.saturating_sub(200);
    let bytes = &text.as_bytes()[from..end];
    bytes
        .iter()
        .rev()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len())
}

/// Lines shorter than this were ended on purpose, as far as the block's own lines tell.
fn wrap_width(text: &str, tokens: &[Token]) -> usize {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return 0;
    };
    let block = first.span.cover(last.span).slice(text);
    let longest = block.split('\n').map(str::len).max().unwrap_or(0);
    if longest == block.len() {
        return 0;
    }
    (longest.min(120) * 6 / 10).max(45)
}
