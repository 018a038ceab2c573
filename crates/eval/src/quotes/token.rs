//! Tokens of a text as the measure counts them: a run of letters and digits, or one mark.
//!
//! Not those of the annotators, so that no reading can move what it is measured with.

use super::told::Pieces;
use depeche_text::Span;
use std::collections::BTreeSet;

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Span> {
    let mut tokens: Vec<Span> = Vec::new();
    let mut word: Option<usize> = None;
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() {
            word.get_or_insert(at);
            continue;
        }
        tokens.extend(word.take().map(|start| Span::new(start, at)));
        if !letter.is_whitespace() {
            tokens.push(Span::new(at, at + letter.len_utf8()));
        }
    }
    tokens.extend(word.map(|start| Span::new(start, text.len())));
    tokens
}

/// Indexes of the tokens that the pieces touch.
pub(super) fn under(pieces: &Pieces, tokens: &[Span]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for piece in &pieces.0 {
        let first = tokens.partition_point(|token| token.end <= piece.start);
        let rest = tokens[first..].iter();
        let count = rest.take_while(|token| token.start < piece.end).count();
        found.extend(first..first + count);
    }
    found
}

/// The same without marks.
pub(super) fn words_under(pieces: &Pieces, tokens: &[Span], text: &str) -> BTreeSet<usize> {
    let mut found = under(pieces, tokens);
    found.retain(|index| {
        tokens[*index]
            .slice(text)
            .chars()
            .all(char::is_alphanumeric)
    });
    found
}
