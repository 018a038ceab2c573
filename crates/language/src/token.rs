//! Tokens: words, numbers and marks with their bytes.

use crate::abbreviation::is_abbreviation;
use depeche_text::Span;

/// It shows where a word may be broken, and is no part of how it is spelt.
const SOFT_HYPHEN: char = '\u{ad}';

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Starts with a letter: `ambassador`, `al-Rashid`, `O'Brien`, `U.S.`, `Mr.`, `AT&T`.
    Word,
    /// Starts with a digit: `21`, `1,000`, `1.5`, `21st`, `281430Z`.
    Number,
    /// The possessive ending after a word: `'s`, or `'` after an s.
    Possessive,
    /// One mark: `,` `.` `"` `(`.
    Mark,
}

/// A word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens in `span` of `text`, in order; white space belongs to none.
///
/// A span that does not fit the text has no tokens.
pub fn tokens(text: &str, span: Span) -> Vec<Token> {
    let Some(words) = span.get(text) else {
        return Vec::new();
    };
    let scanner = Scanner {
        text: words,
        base: span.start as usize,
    };
    let mut found = Vec::with_capacity(words.len() / 5);
    let mut at = 0;
    while let Some(first) = words[at..].chars().next() {
        if first.is_whitespace() || first == '\u{200b}' || first == '\u{feff}' {
            at += first.len_utf8();
            continue;
        }
        let (end, kind) = scanner.token(at, first);
        found.push(scanner.made(at, end, kind));
        at = end;
        if kind == TokenKind::Word
            && let Some(end) = scanner.possessive(at)
        {
            found.push(scanner.made(at, end, TokenKind::Possessive));
            at = end;
        }
    }
    found
}

struct Scanner<'a> {
    text: &'a str,
    base: usize,
}

impl Scanner<'_> {
    fn made(&self, start: usize, end: usize, kind: TokenKind) -> Token {
        Token {
            span: Span::new(self.base + start, self.base + end),
            kind,
        }
    }

    fn at(&self, offset: usize) -> Option<char> {
        match self.text.as_bytes().get(offset) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(offset..)?.chars().next(),
            None => None,
        }
    }

    fn token(&self, start: usize, first: char) -> (usize, TokenKind) {
        if first.is_numeric() {
            return (self.word_end(start), TokenKind::Number);
        }
        if !first.is_alphabetic() {
            return (start + first.len_utf8(), TokenKind::Mark);
        }
        let end = self.word_end(start);
        let stop = self.at(end) == Some('.');
        if stop && self.keeps_stop(start, end) {
            return (end + 1, TokenKind::Word);
        }
        (end, TokenKind::Word)
    }

    /// The end of the run of letters and digits, with the marks that bind inside of words.
    fn word_end(&self, start: usize) -> usize {
        let mut end = start;
        while let Some(character) = self.at(end) {
            if character.is_alphanumeric() || is_mark_over(character) {
                end += character.len_utf8();
                continue;
            }
            if end == start {
                end += character.len_utf8();
                continue;
            }
            match self.binds(start, end, character) {
                true => end += character.len_utf8(),
                false => break,
            }
        }
        end
    }

    /// Whether the mark at `end`, between two letters or digits, joins them to one word.
    fn binds(&self, start: usize, end: usize, mark: char) -> bool {
        let before = self.text[start..end].chars().next_back();
        let next = self.at(end + mark.len_utf8());
        let (Some(before), Some(next)) = (before, next) else {
            return false;
        };
        if !next.is_alphanumeric() {
            return false;
        }
        match mark {
            '-' | '\u{2010}' | '\u{2011}' | '&' => true,
            SOFT_HYPHEN => true,
            '\'' | '\u{2019}' => {
                before.is_alphabetic() && next.is_alphabetic() && self.possessive(end).is_none()
            }
            ',' | ':' => {
                before.is_ascii_digit()
                    && next.is_ascii_digit()
                    && self.text[start..end].starts_with(|first: char| first.is_ascii_digit())
            }
            '.' => self.dot_binds(start, end),
            _ => false,
        }
    }

    /// `1.5`, `U.S`, `p.m`, `Site.net`; not the missing space of `end.Next`.
    fn dot_binds(&self, start: usize, end: usize) -> bool {
        let before = self.text[start..end].chars().next_back();
        let (Some(before), Some(next)) = (before, self.at(end + 1)) else {
            return false;
        };
        if before.is_ascii_digit() && next.is_ascii_digit() {
            return true;
        }
        let piece = self.text[start..end].rsplit('.').next().unwrap_or("");
        if piece.chars().count() == 1 && before.is_alphabetic() && next.is_alphabetic() {
            return true;
        }
        let rest = &self.text[end + 1..];
        let tail = rest
            .split(|character: char| !character.is_alphanumeric())
            .next()
            .unwrap_or("");
        before.is_alphanumeric() && is_site_ending(tail)
    }

    fn keeps_stop(&self, start: usize, end: usize) -> bool {
        let word = &self.text[start..end];
        let mut characters = word.chars();
        let initial = characters.next().is_some_and(char::is_uppercase)
            && characters.next().is_none()
            && word != "I";
        let dotted = end - start <= 12
            && word.contains('.')
            && word.split('.').all(|piece| piece.chars().count() == 1);
        initial || dotted || is_abbreviation(word)
    }

    fn possessive(&self, at: usize) -> Option<usize> {
        let apostrophe = self.at(at)?;
        if !matches!(apostrophe, '\'' | '\u{2019}') {
            return None;
        }
        let after = at + apostrophe.len_utf8();
        let next = self.at(after);
        if matches!(next, Some('s' | 'S')) {
            let end = after + 1;
            let open = self.at(end).is_some_and(char::is_alphanumeric);
            return (!open).then_some(end);
        }
        let plural = self.text[..at].ends_with(['s', 'S']);
        let space = next.is_some_and(|next| next == ' ' || next == '\n');
        (plural && space).then_some(after)
    }
}

fn is_mark_over(character: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&character)
}

fn is_site_ending(tail: &str) -> bool {
    ["net", "com", "org", "info", "int", "edu", "gov", "mil"]
        .iter()
        .any(|ending| tail.eq_ignore_ascii_case(ending))
}
