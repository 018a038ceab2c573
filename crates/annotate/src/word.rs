//! The words of one sentence with what matters for names: shape, folded form, likeness to a name.

use crate::EntityKind;
use crate::lexicon::{is_time_word, small_percent};
use crate::names::head_kind;
use crate::title_words::{Parts, parts};
use depeche_language::{Token, TokenKind};
use depeche_text::{Span, fold};
use std::borrow::Cow;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `ambassador`.
    Lower,
    /// `Ambassador`, `McNamara`, `al-Rashid`.
    Capital,
    /// `EMBASSY`, `U.S.`.
    Upper,
    /// `J.`
    Initial,
    /// A number.
    Number,
    /// A mark or a possessive ending.
    Mark,
}

/// How a sentence uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As usual: a capital says something.
    Mixed,
    /// A heading: Every Word Has One.
    Title,
    /// A telegram: ALL OF IT.
    Shouting,
}

/// One word of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) folded: Cow<'a, str>,
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// Whether its form alone makes it a possible part of a name.
    pub(crate) namelike: bool,
    /// What it can be in a title.
    pub(crate) parts: Parts,
    /// What a name that ends with it would mean: "ministry", "sea".
    pub(crate) head: Option<EntityKind>,
}

/// Whether no white space stands between word `at` and the next.
pub(crate) fn touches(words: &[Word<'_>], at: usize) -> bool {
    words
        .get(at + 1)
        .is_some_and(|next| next.span.start == words[at].span.end)
}

/// The words of one sentence, and how it uses capitals.
pub(crate) fn words<'a>(text: &'a str, tokens: &[Token]) -> (Vec<Word<'a>>, Case) {
    let mut words: Vec<Word<'a>> = tokens.iter().map(|token| word(text, token)).collect();
    let case = case(&words);
    let mut opens = true;
    for word in &mut words {
        word.namelike = namelike(word, case, opens);
        opens = match word.shape {
            Shape::Mark => opens || matches!(word.text, "\"" | "“" | ":" | "‘" | "—"),
            Shape::Number => opens,
            _ => false,
        };
    }
    (words, case)
}

fn word<'a>(text: &'a str, token: &Token) -> Word<'a> {
    let words = token.span.slice(text);
    let folds = words
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii());
    let folded = match folds {
        true => Cow::Owned(fold(words)),
        false => Cow::Borrowed(words),
    };
    let shape = shape(words, token.kind);
    let is_word = !matches!(shape, Shape::Mark | Shape::Number);
    Word {
        parts: if is_word {
            parts(&folded)
        } else {
            Parts::default()
        },
        head: is_word.then(|| head_kind(&folded)).flatten(),
        text: words,
        folded,
        span: token.span,
        shape,
        namelike: false,
    }
}

fn shape(words: &str, kind: TokenKind) -> Shape {
    match kind {
        TokenKind::Number => return Shape::Number,
        TokenKind::Mark | TokenKind::Possessive => return Shape::Mark,
        TokenKind::Word => {}
    }
    if are_initials(words) {
        return Shape::Initial;
    }
    let mut upper_count = 0;
    let mut lower_count = 0;
    for character in words.chars() {
        upper_count += usize::from(character.is_uppercase());
        lower_count += usize::from(character.is_lowercase());
    }
    let letter_count = words
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .count();
    match (upper_count, lower_count) {
        (0, _) => Shape::Lower,
        (1, 0) if letter_count == 1 => Shape::Initial,
        (_, 0) => Shape::Upper,
        _ => Shape::Capital,
    }
}

/// "J.C."; "U.S." is a name.
fn are_initials(words: &str) -> bool {
    let dotted = words.len() > 2 && words.len() <= 8 && words.ends_with('.');
    let mut pieces = words.split_terminator('.');
    dotted
        && pieces.all(|piece| piece.len() == 1 && piece.as_bytes()[0].is_ascii_uppercase())
        && !words.starts_with("U.")
        && crate::gazetteer::main_name(words).is_none()
}

fn case(words: &[Word<'_>]) -> Case {
    let mut lower_count = 0;
    let mut long_lower_count = 0;
    let mut capital_count = 0;
    let mut upper_count = 0;
    for word in words {
        match word.shape {
            Shape::Lower => {
                lower_count += 1;
                long_lower_count += usize::from(word.text.len() > 4);
            }
            Shape::Capital => capital_count += 1,
            Shape::Upper if word.text.len() > 1 => upper_count += 1,
            _ => {}
        }
    }
    if upper_count > 2 * (lower_count + capital_count) && upper_count > 1 {
        return Case::Shouting;
    }
    match long_lower_count == 0 && capital_count > 2 {
        true => Case::Title,
        false => Case::Mixed,
    }
}

fn namelike(word: &Word<'_>, case: Case, opens: bool) -> bool {
    let capital = matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Initial);
    if !capital || is_time_word(&word.folded) || word.text == "I" {
        return false;
    }
    let percent = || small_percent(&word.folded);
    match case {
        Case::Mixed if !opens => word.shape != Shape::Capital || percent() < 90,
        Case::Mixed => percent() < 40,
        Case::Title => percent() < 40,
        Case::Shouting => word.shape == Shape::Initial || word.text.len() > 1 && percent() == 0,
    }
}
