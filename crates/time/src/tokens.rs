//! The scanner: words, numbers and marks of a stretch of text, each with its term.
//!
//! One pass over bytes. Letters outside ASCII belong to words; `U+2010..U+201F` (dashes and
//! quotes) are marks, and no-break spaces are spaces, so that every token ends on a character.

use crate::english::words::{self, Cue, LONGEST, Term};
use depeche_text::Span;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Capital,
    Upper,
}

/// One word, number or mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) term: Term,
    pub(crate) case: Case,
    /// White space stands before it.
    pub(crate) spaced: bool,
    /// An empty line stands before it.
    pub(crate) parted: bool,
}

/// The tokens of one stretch, looked at by index; past either end there is [`Term::End`].
pub(crate) struct Tokens<'a> {
    pub(crate) text: &'a str,
    pub(crate) list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// Scans `span` of `text`.
    pub(crate) fn scan(text: &'a str, span: Span) -> Tokens<'a> {
        let mut list: Vec<Token> = Vec::with_capacity(span.len() / 5);
        let bytes = text.as_bytes();
        let (mut at, end) = (span.start as usize, span.end as usize);
        let (mut spaced, mut lines) = (true, 0);
        while at < end {
            let space = space_len(&bytes[at..end]);
            if space > 0 {
                lines += usize::from(bytes[at] == b'\n');
                spaced = true;
                at += space;
                continue;
            }
            let token = token(bytes, at, end);
            at = token.span.end as usize;
            push(
                bytes,
                &mut list,
                Token {
                    spaced,
                    parted: lines > 1,
                    ..token
                },
            );
            (spaced, lines) = (false, 0);
        }
        Tokens { text, list }
    }

    /// The term at `index`.
    pub(crate) fn term(&self, index: usize) -> Term {
        match self.list.get(index) {
            Some(token) => token.term,
            None => Term::End,
        }
    }

    /// The term before `index`, unless an empty line parts them.
    pub(crate) fn before(&self, index: usize) -> Term {
        let parted = self.list.get(index).is_some_and(|token| token.parted);
        match index.checked_sub(1) {
            Some(previous) if !parted => self.term(previous),
            _ => Term::End,
        }
    }

    /// The term at `index`, where nothing stands between it and the token before.
    pub(crate) fn glued(&self, index: usize) -> Term {
        match self.list.get(index) {
            Some(token) if !token.spaced => token.term,
            _ => Term::End,
        }
    }

    pub(crate) fn is(&self, index: usize, cue: Cue) -> bool {
        self.term(index) == Term::Cue(cue)
    }

    pub(crate) fn is_mark(&self, index: usize, mark: u8) -> bool {
        self.term(index) == Term::Mark(mark)
    }

    /// The index after `mark`, where it stands at `index`; `index` where it does not.
    pub(crate) fn skip_mark(&self, index: usize, mark: u8) -> usize {
        index + usize::from(self.is_mark(index, mark))
    }

    pub(crate) fn case(&self, index: usize) -> Case {
        self.list.get(index).map_or(Case::Lower, |token| token.case)
    }

    /// The words of the token at `index`.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        self.list
            .get(index)
            .map_or("", |token| token.span.slice(self.text))
    }

    /// The span from token `start` to before token `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        self.list[start].span.cover(self.list[end - 1].span)
    }

    /// Whether an empty line lies between token `start` and before token `end`.
    pub(crate) fn parted(&self, start: usize, end: usize) -> bool {
        self.list[start..end]
            .iter()
            .skip(1)
            .any(|token| token.parted)
    }
}

/// Adds a token; `21` and `st` without a space become one ordinal, and so do `2` or `3` and `d`,
/// as American papers write them.
fn push(bytes: &[u8], list: &mut Vec<Token>, token: Token) {
    let d = token.span.len() == 1
        && bytes[token.span.start as usize] == b'd'
        && matches!(list.last(), Some(Token { term: Term::Number(number, _), .. }) if matches!(number % 10, 2 | 3));
    if (d || token.term == Term::Cue(Cue::St))
        && !token.spaced
        && let Some(number) = list.last_mut()
        && let Term::Number(value, _) = number.term
    {
        number.term = Term::Ordinal(value);
        number.span = number.span.cover(token.span);
        return;
    }
    list.push(token);
}

fn space_len(bytes: &[u8]) -> usize {
    match bytes {
        [byte, ..] if byte.is_ascii_whitespace() => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0x80..=0x8B | 0xAF, ..] => 3,
        _ => 0,
    }
}

fn token(bytes: &[u8], start: usize, limit: usize) -> Token {
    let (term, end, case) = match bytes[start] {
        b'0'..=b'9' | b'O' | b'l' | b'I'
            if let Some((value, digits)) = blurred(bytes, start, limit) =>
        {
            let end = start + usize::from(digits);
            (Term::Blurred(value, digits), end, Case::Lower)
        }
        byte if byte.is_ascii_digit() => number(bytes, start, limit),
        byte if is_letter(bytes, start, byte) => word(bytes, start, limit),
        0xE2 => (wide_mark(bytes[start + 2]), start + 3, Case::Lower),
        byte => (Term::Mark(byte), start + 1, Case::Lower),
    };
    Token {
        span: Span::new(start, end),
        term,
        case,
        spaced: false,
        parted: false,
    }
}

fn is_letter(bytes: &[u8], at: usize, byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (byte >= 0x80 && !is_wide(&bytes[at..]))
}

/// A character of `U+2000..U+203F`: spaces, dashes, quotes, ellipsis.
fn is_wide(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, ..] | [0xC2, 0xA0, ..])
}

fn wide_mark(last: u8) -> Term {
    Term::Mark(match last {
        0x90..=0x95 => b'-',
        0x98..=0x9B => b'\'',
        _ => b'"',
    })
}

/// Digits of which some were read as letters, `O` for 0, `l` or `I` for 1: the number and how many.
/// Some are digits still, nothing else touches them but the letter behind six of them (a zone).
fn blurred(bytes: &[u8], start: usize, limit: usize) -> Option<(u32, u8)> {
    let alone = start == 0 || !is_letter_or_digit(bytes[start - 1]);
    let run = bytes[start..limit.min(start + 8)]
        .iter()
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'O' | b'l' | b'I'));
    let mut length = run.count();
    // `l5l355Z`: the zone may be an O or I too, but is not.
    if length == 7 {
        length = 6;
    }
    let run = &bytes[start..start + length];
    let letters = run.iter().filter(|byte| !byte.is_ascii_digit()).count();
    let after = bytes
        .get(start + length)
        .copied()
        .filter(|_| start + length < limit);
    let ends = match after {
        Some(byte) if is_letter_or_digit(byte) => length == 6 && byte.is_ascii_alphabetic(),
        _ => true,
    };
    if !alone || !ends || letters == 0 || letters == length || length > 6 {
        return None;
    }
    let digit = |byte: &u8| match byte {
        b'O' => 0,
        b'l' | b'I' => 1,
        digit => u32::from(digit - b'0'),
    };
    let value = run.iter().fold(0, |value, byte| value * 10 + digit(byte));
    Some((value, length as u8))
}

fn is_letter_or_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

fn number(bytes: &[u8], start: usize, limit: usize) -> (Term, usize, Case) {
    let mut value = 0_u32;
    let mut end = start;
    while end < limit && bytes[end].is_ascii_digit() {
        value = value
            .saturating_mul(10)
            .saturating_add(u32::from(bytes[end] - b'0'));
        end += 1;
    }
    let digits = u8::try_from(end - start).unwrap_or(u8::MAX);
    (Term::Number(value, digits), end, Case::Lower)
}

fn word(bytes: &[u8], start: usize, limit: usize) -> (Term, usize, Case) {
    let mut end = start + 1;
    while end < limit && is_letter(bytes, end, bytes[end]) {
        end += 1;
    }
    let word = &bytes[start..end];
    let case = if !word[0].is_ascii_uppercase() {
        Case::Lower
    } else if word.len() > 1 && word[1..].iter().all(u8::is_ascii_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    };
    if word.len() > LONGEST {
        return (Term::Other, end, case);
    }
    let mut folded = [0; LONGEST];
    for (to, from) in folded.iter_mut().zip(word) {
        *to = from.to_ascii_lowercase();
    }
    (words::term(&folded[..word.len()]), end, case)
}
