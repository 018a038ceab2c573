//! The words of one sentence, each with what it can be.

use crate::lexicon::{Entry, look_up};
use depeche_text::Span;

/// The look of a word, or which mark it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Starts with a small letter.
    Lower,
    /// Starts with a capital.
    Capital,
    /// Starts with a digit.
    Number,
    /// "'s" or the bare apostrophe of a plural.
    PossessiveEnding,
    /// ",".
    Comma,
    /// ":".
    Colon,
    /// ";" and dashes set off by spaces.
    Semicolon,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// Any other mark.
    Mark,
}

/// A word or mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    pub(crate) entry: Option<&'static Entry>,
    /// Lower-case and ends in *-ed*: a verb where it is not listed.
    pub(crate) ends_in_ed: bool,
}

/// Splits a sentence into words and marks; hyphened words and "U.S." are one.
pub(crate) fn words(text: &str, sentence: Span) -> Vec<Word> {
    let Some(slice) = sentence.get(text) else {
        return Vec::new();
    };
    let mut words = Vec::with_capacity(slice.len() / 5);
    let mut characters = slice.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        if first.is_alphanumeric() {
            end = word_end(slice, start);
            while characters.next_if(|(offset, _)| *offset < end).is_some() {}
            push_word(slice, (start, end), sentence, &mut words);
            continue;
        }
        let shape = mark(slice, start, first);
        if shape == Shape::PossessiveEnding && slice[end..].starts_with(['s', 'S']) {
            end += 1;
            characters.next();
        }
        words.push(Word {
            span: Span::new(start, end).shifted(sentence.start as usize),
            shape,
            entry: if first == '&' { look_up("&") } else { None },
            ends_in_ed: false,
        });
    }
    words
}

fn push_word(slice: &str, (start, end): (usize, usize), sentence: Span, words: &mut Vec<Word>) {
    let word = &slice[start..end];
    let first = word.chars().next().unwrap_or(' ');
    let shape = if first.is_numeric() {
        Shape::Number
    } else if first.is_lowercase() {
        Shape::Lower
    } else {
        Shape::Capital
    };
    let lower = word.to_lowercase();
    words.push(Word {
        span: Span::new(start, end).shifted(sentence.start as usize),
        shape,
        entry: look_up(&lower),
        ends_in_ed: shape == Shape::Lower && lower.len() > 4 && lower.ends_with("ed"),
    });
}

/// Letters and digits, with single hyphens, apostrophes and full stops between them; the
/// apostrophe of "'s" ends a word. A full stop belongs to an abbreviation with one inside.
fn word_end(slice: &str, start: usize) -> usize {
    let bytes = slice[start..].char_indices();
    let mut end = start;
    let mut has_stop = false;
    for (offset, character) in bytes {
        let at = start + offset;
        if character.is_alphanumeric() {
            end = at + character.len_utf8();
        } else if at != end {
            break;
        } else if matches!(character, '\'' | '\u{2019}') {
            let rest = &slice[at + character.len_utf8()..];
            let is_ending = rest.starts_with(['s', 'S'])
                && !rest[1..].starts_with(|next: char| next.is_alphanumeric());
            if is_ending || !rest.starts_with(char::is_alphanumeric) {
                break;
            }
        } else if character == '.' {
            let rest = &slice[at + 1..];
            if rest.starts_with(char::is_alphanumeric) {
                has_stop = true;
            } else {
                return if has_stop { at + 1 } else { end };
            }
        } else if !matches!(character, '-' | '\u{2010}' | '\u{2011}') {
            break;
        }
    }
    end
}

fn mark(slice: &str, start: usize, character: char) -> Shape {
    match character {
        ',' => Shape::Comma,
        ':' => Shape::Colon,
        ';' | '\u{2014}' | '\u{2013}' => Shape::Semicolon,
        '-' if slice[..start].ends_with(' ') => Shape::Semicolon,
        '(' | '[' => Shape::Open,
        ')' | ']' => Shape::Close,
        '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}' => Shape::Quote,
        '\'' | '\u{2019}' => {
            let before = slice[..start].chars().next_back();
            if before.is_some_and(char::is_alphanumeric) {
                Shape::PossessiveEnding
            } else {
                Shape::Quote
            }
        }
        '\u{2018}' => Shape::Quote,
        _ => Shape::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let words = words(text, Span::new(0, text.len()));
        let found: Vec<&str> = words.iter().map(|word| word.span.slice(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_and_marks() {
        check(
            "Veld's aide, from the U.S. side - \"well-known\" - left.",
            &[
                "Veld",
                "'s",
                "aide",
                ",",
                "from",
                "the",
                "U.S.",
                "side",
                "-",
                "\"",
                "well-known",
                "\"",
                "-",
                "left",
                ".",
            ],
        );
        check(
            "the ministers’ O'Neill didn't",
            &["the", "ministers", "’", "O'Neill", "didn't"],
        );
        check("é—ü", &["é", "—", "ü"]);
        check("A. B.", &["A", ".", "B", "."]);
    }
}
