//! A query as typed, cut into tokens.
//!
//! Curly and angle quotation marks are quotation marks; one that is not closed is closed at the
//! end. Nothing is judged here beyond that.

use crate::Note;
use depeche_text::Span;

/// A token of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind<'a>,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind<'a> {
    Word(&'a str),
    Quote(&'a str),
    /// `name:` with the value right behind it, or behind white space.
    Field(&'a str),
    Open,
    Close,
    And,
    Or,
    Not,
    Plus,
    Equals,
}

/// Cuts a query into tokens.
pub(crate) fn lex<'a>(text: &'a str, notes: &mut Vec<Note>) -> Vec<Token<'a>> {
    let mut lexer = Lexer {
        text,
        offset: 0,
        tokens: Vec::new(),
    };
    while let Some(character) = lexer.rest().chars().next() {
        if character.is_whitespace() {
            lexer.offset += character.len_utf8();
        } else if is_quote(character) {
            lexer.quote(character, notes);
        } else {
            lexer.other(character);
        }
    }
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    offset: usize,
    tokens: Vec<Token<'a>>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    fn push(&mut self, len: usize, kind: TokenKind<'a>) {
        let span = Span::new(self.offset, self.offset + len);
        self.tokens.push(Token { span, kind });
        self.offset += len;
    }

    fn quote(&mut self, opening: char, notes: &mut Vec<Note>) {
        let inside = &self.rest()[opening.len_utf8()..];
        let closing = inside.char_indices().find(|(_, inner)| is_quote(*inner));
        let Some((len, closing)) = closing else {
            if inside.trim().is_empty() {
                self.offset = self.text.len();
                return;
            }
            let span = Span::new(self.offset, self.text.len());
            notes.push(Note::new(
                span,
                "a quotation mark was missing; closed at the end",
            ));
            self.push(span.len(), TokenKind::Quote(inside));
            return;
        };
        let all = opening.len_utf8() + len + closing.len_utf8();
        self.push(all, TokenKind::Quote(&inside[..len]));
    }

    fn other(&mut self, character: char) {
        let rest = self.rest();
        let next = rest[character.len_utf8()..].chars().next();
        let binds = next.is_some_and(|next| !next.is_whitespace());
        match character {
            '(' => self.push(1, TokenKind::Open),
            ')' => self.push(1, TokenKind::Close),
            '-' | '!' if binds => self.push(1, TokenKind::Not),
            '\u{2212}' | '\u{2013}' if binds => self.push(character.len_utf8(), TokenKind::Not),
            '+' if binds => self.push(1, TokenKind::Plus),
            '=' if binds => self.push(1, TokenKind::Equals),
            _ => self.word(),
        }
    }

    fn word(&mut self) {
        let rest = self.rest();
        if let Some(name) = field_name(rest) {
            self.push(name.len() + 1, TokenKind::Field(name));
            return;
        }
        let len = rest
            .find(|next: char| next.is_whitespace() || is_quote(next) || matches!(next, '(' | ')'))
            .unwrap_or(rest.len());
        let word = &rest[..len];
        let kind = match word {
            "AND" | "&&" | "&" => TokenKind::And,
            "OR" | "||" | "|" => TokenKind::Or,
            "NOT" => TokenKind::Not,
            _ => TokenKind::Word(word),
        };
        self.push(len, kind);
    }
}

/// The name before a colon: letters only, so that `12:30` and `1:a` have none.
fn field_name(rest: &str) -> Option<&str> {
    let is_of_name = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'-';
    let len = rest.bytes().position(|byte| !is_of_name(byte))?;
    (len > 0 && rest.as_bytes()[len] == b':').then(|| &rest[..len])
}

fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '«' | '»' | '\u{ff02}'
    )
}
