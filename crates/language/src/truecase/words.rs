//! The words of a block that have a case, with what stands before them.

use super::shape;
use crate::sentence::sentences_of;
use crate::token::{Token, TokenKind, tokens};
use depeche_text::Span;

/// A word, or a number as the neighbour of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseWord {
    /// Its bytes.
    pub span: Span,
    /// In small letters, with straight apostrophes and hyphens; `0` for any number
    /// and `0th` for an ordinal.
    pub key: String,
    /// Whether it is the first of a sentence, a number or not.
    pub opens: bool,
    /// Whether it takes a capital for its place: first word of a sentence or after its label.
    pub leads: bool,
    /// Whether white space alone stands between it and the word before.
    pub joined: bool,
    /// The word of which a line end has made this a half, in small letters: `com- mittee`.
    pub whole: Option<String>,
    /// Whether it stands alone in brackets, as an abbreviation does after its words.
    pub alone: bool,
    /// Whether it is left as it is: a number, or a word with small letters or digits.
    pub stays: bool,
}

/// The words of a block, in order; a possessive is no word of its own.
pub fn case_words(text: &str) -> Vec<CaseWord> {
    let all = tokens(text, Span::new(0, text.len()));
    let sentences = sentences_of(text, &all);
    let mut found = Vec::with_capacity(all.len());
    let mut rest = all.as_slice();
    for sentence in sentences {
        let count = rest.partition_point(|token| token.span.end <= sentence.end);
        let (these, others) = rest.split_at(count);
        rest = others;
        sentence_words(text, these, &mut found);
    }
    found
}

fn sentence_words(text: &str, these: &[Token], found: &mut Vec<CaseWord>) {
    let first = found.len();
    let (mut leads, mut joined) = (!goes_on(text, these), false);
    let tagged = these
        .first()
        .is_some_and(|token| token.span.slice(text) == "TAGS");
    for (at, token) in these.iter().enumerate() {
        let raw = token.span.slice(text);
        if token.kind == TokenKind::Mark {
            if is_break(text, these, at) {
                joined = false;
                continue;
            }
            leads |= raw == ":" && labels(&found[first..]) || opens_quote(text, these, at);
            joined = false;
            continue;
        }
        let loose_s = raw == "S" && at > 0 && matches!(these[at - 1].span.slice(text), "'" | "’");
        if token.kind == TokenKind::Possessive || loose_s {
            found.push(made(token.span, "'s".to_owned(), true));
        } else if token.kind == TokenKind::Number {
            let key = match (is_ordinal(raw), is_counted(raw)) {
                (true, _) => "0th".to_owned(),
                (false, true) => key(raw),
                (false, false) => "0".to_owned(),
            };
            found.push(made(token.span, key, false));
        } else {
            found.push(made(token.span, key(raw), false));
        }
        let opens = found.len() == first + 1;
        let label = is_label(text, these, at);
        if let Some(word) = found.last_mut() {
            let is_fixed = |letter: char| letter.is_lowercase() || letter.is_numeric();
            let mixed =
                raw.chars().any(is_fixed) && !is_counted(raw) || is_symbol(text, token.span);
            word.alone = is_alone(text, these, at);
            word.stays = !matches!(word.key.as_str(), "'s" | "0th") && (mixed || tagged || label);
            word.opens = opens;
            word.leads = leads && token.kind == TokenKind::Word && !label && !loose_s;
            word.joined = joined;
            word.whole = whole(text, these, at);
            leads &= token.kind == TokenKind::Number || label;
        }
        joined = true;
    }
}

fn made(span: Span, key: String, joined: bool) -> CaseWord {
    CaseWord {
        span,
        key,
        opens: false,
        leads: false,
        joined,
        whole: None,
        alone: false,
        stays: false,
    }
}

/// `50-MAN`, `PRE-1960`: a number joined to a word in capitals.
fn is_counted(raw: &str) -> bool {
    let mut parts = raw.split('-');
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |part: &str| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    raw.contains('-') && parts.all(|part| is_number(part) || is_word(part))
}

/// A letter of a number of a document: `A/31/186`.
fn is_symbol(text: &str, span: Span) -> bool {
    let after = text.get(span.end as usize..).unwrap_or("");
    let mut after = after.chars();
    span.len() == 1 && after.next() == Some('/') && after.next().is_some_and(char::is_numeric)
}

fn is_alone(text: &str, these: &[Token], at: usize) -> bool {
    let slice = |at: usize| these.get(at).map_or("", |token| token.span.slice(text));
    at > 0 && slice(at - 1) == "(" && slice(at + 1) == ")"
}

/// `21ST`, `1970S`: the letters of a number that are written small.
fn is_ordinal(raw: &str) -> bool {
    let digits = raw.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ends = |ending: &&str| raw[digits.len()..].eq_ignore_ascii_case(ending);
    let whole = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b',');
    whole && ["st", "nd", "rd", "th", "s"].iter().any(ends)
}

fn key(raw: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2019}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => shape::lower(other),
    };
    raw.chars().map(plain).collect()
}

/// Whether the sentence is none: in capitals, "THE U.S. AND FRANCE" looks like the end of one.
fn goes_on(text: &str, these: &[Token]) -> bool {
    let Some(first) = these.first() else {
        return false;
    };
    let start = first.span.start as usize;
    let before = text[..start].trim_end_matches(' ');
    // "U.S." and "J.": one letter before the full stop, and no letter before that one.
    let mut ends = before.bytes().rev();
    let abbreviated = ends.next() == Some(b'.')
        && ends
            .next()
            .is_some_and(|letter| letter.is_ascii_uppercase())
        && !ends
            .next()
            .is_some_and(|letter| letter.is_ascii_alphanumeric());
    let word = first.span.slice(text);
    abbreviated && GOES_ON.iter().any(|known| word.eq_ignore_ascii_case(known))
}

const GOES_ON: &[&str] = &[
    "and", "as", "at", "for", "from", "in", "of", "on", "or", "to", "with",
];

/// Whether the mark is a hyphen that breaks a word at the end of a line.
fn is_break(text: &str, these: &[Token], at: usize) -> bool {
    let mark = these[at].span;
    let (Some(before), Some(after)) = (at.checked_sub(1), these.get(at + 1)) else {
        return false;
    };
    let before = these[before];
    let words = before.kind == TokenKind::Word && after.kind == TokenKind::Word;
    words
        && mark.slice(text) == "-"
        && before.span.end == mark.start
        && after.span.start > mark.end
        && !before.span.slice(text).ends_with('.')
}

/// The word that a hyphen and a line end have broken in two, of which the token is a half.
fn whole(text: &str, these: &[Token], at: usize) -> Option<String> {
    let slice = |at: usize| these[at].span.slice(text);
    let halves = if at + 2 < these.len() && is_break(text, these, at + 1) {
        [at, at + 2]
    } else if at >= 2 && is_break(text, these, at - 1) {
        [at - 2, at]
    } else {
        return None;
    };
    Some(halves.map(|half| key(slice(half))).concat())
}

/// Whether a colon after these ends the label of a paragraph: "SUMMARY:", "ACTION REQUESTED:".
fn labels(words: &[CaseWord]) -> bool {
    words.iter().filter(|word| !word.stays).count() <= 3
}

const SAID: &[&str] = &[
    "said", "says", "added", "replied", "stated", "asked", "declared",
];

/// Whether the mark opens a quotation that is a sentence: after a colon, or "SAID,".
fn opens_quote(text: &str, these: &[Token], at: usize) -> bool {
    let [before, mark] = [at.wrapping_sub(1), at].map(|at| these.get(at).copied());
    let (Some(before), Some(mark)) = (before, mark) else {
        return false;
    };
    let after = these
        .get(at + 1)
        .is_some_and(|next| next.span.start == mark.span.end);
    let quotes = matches!(mark.span.slice(text), "\"" | "“");
    let said = || {
        at >= 2
            && SAID
                .iter()
                .any(|said| these[at - 2].span.slice(text).eq_ignore_ascii_case(said))
    };
    let before = before.span.slice(text);
    quotes && after && (before == ":" || before == "," && said())
}

/// Whether the token is the letter of a list or a classification: `A.` at the start, `(C)`.
fn is_label(text: &str, these: &[Token], at: usize) -> bool {
    let raw = these[at].span.slice(text);
    let slice = |at: usize| these.get(at).map_or("", |token| token.span.slice(text));
    let letters = raw.trim_end_matches('.');
    let short = letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let bracketed = is_alone(text, these, at);
    let listed = at == 0 && letters.len() == 1 && (raw.ends_with('.') || slice(1) == ".");
    short && (bracketed && (letters.len() == 1 || letters == "LOU" || letters == "SBU") || listed)
}
