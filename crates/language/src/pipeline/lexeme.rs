//! What a spelling alone says of a word: the numbers of its form, beginning, ending and shape.

use super::character::{is_digit, is_letter, is_space};
use super::names::{Name, Names};
use super::strings::string_id;
use rustc_hash::FxHashMap;

/// Spellings of marks that count as one: quotation marks, dashes, currencies (spaCy's
/// `BASE_NORMS`).
const NORMS: &[(&str, &str)] = &[
    ("'s", "'s"),
    ("'S", "'s"),
    ("’s", "'s"),
    ("’S", "'s"),
    ("’", "'"),
    ("‘", "'"),
    ("´", "'"),
    ("`", "'"),
    ("”", "\""),
    ("“", "\""),
    ("''", "\""),
    ("``", "\""),
    ("´´", "\""),
    ("„", "\""),
    ("»", "\""),
    ("«", "\""),
    ("‘‘", "\""),
    ("’’", "\""),
    ("？", "?"),
    ("！", "!"),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("。", "."),
    ("।", "."),
    ("…", "..."),
    ("—", "-"),
    ("–", "-"),
    ("--", "-"),
    ("---", "-"),
    ("——", "-"),
    ("€", "$"),
    ("£", "$"),
    ("¥", "$"),
    ("฿", "$"),
    ("US$", "$"),
    ("C$", "$"),
    ("A$", "$"),
    ("₺", "$"),
    ("₹", "$"),
    ("৳", "$"),
    ("₩", "$"),
    ("Mex$", "$"),
    ("₣", "$"),
    ("E£", "$"),
];

/// From this many characters on every word has one shape.
const LONG: usize = 100;

/// A spelling and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexeme {
    /// In small letters.
    pub(crate) lower: Box<str>,
    /// The number of the spelling.
    pub(crate) orth: u64,
    /// The number of its norm.
    pub(crate) norm: u64,
    pub(crate) prefix: u64,
    pub(crate) suffix: u64,
    pub(crate) shape: u64,
    pub(crate) is_space: bool,
    /// The name that is spelt so, where the pipeline has one.
    pub(crate) name: Option<Name>,
    /// The name that is spelt so in small letters.
    pub(crate) lower_name: Option<Name>,
}

/// The norms of a pipeline: of words by number, and of marks.
#[derive(Debug, Default)]
pub(crate) struct Norms {
    pub(crate) words: FxHashMap<u64, Box<str>>,
}

impl Norms {
    fn of(&self, spelling: &str, orth: u64, lower: &str) -> u64 {
        if let Some(norm) = self.words.get(&orth) {
            return string_id(norm);
        }
        let mark = NORMS.iter().find(|(mark, _)| *mark == spelling);
        string_id(mark.map_or(lower, |(_, norm)| norm))
    }
}

impl Lexeme {
    /// Works out a spelling, which is not empty.
    pub(crate) fn new(spelling: &str, norms: &Norms, names: &Names) -> Lexeme {
        let lower = spelling.to_lowercase();
        let orth = string_id(spelling);
        let first = spelling.chars().next().map_or(0, char::len_utf8);
        let third_last = spelling.char_indices().rev().nth(2);
        let last_three = third_last.map_or(0, |(offset, _)| offset);
        Lexeme {
            orth,
            norm: norms.of(spelling, orth, &lower),
            prefix: string_id(&spelling[..first]),
            suffix: string_id(&spelling[last_three..]),
            shape: string_id(&shape(spelling)),
            is_space: spelling.chars().all(is_space),
            name: names.find(spelling),
            lower_name: names.find(&lower),
            lower: lower.into(),
        }
    }
}

/// `Xxxx`, `dd`, `X.X.`: letters and digits by class, no run longer than four.
fn shape(spelling: &str) -> String {
    if spelling.chars().nth(LONG - 1).is_some() {
        return "LONG".to_owned();
    }
    let mut shape = String::new();
    let mut last = None;
    let mut run = 0;
    for character in spelling.chars() {
        let class = match character {
            letter if is_letter(letter) && letter.is_uppercase() => 'X',
            letter if is_letter(letter) => 'x',
            digit if is_digit(digit) => 'd',
            other => other,
        };
        run = match last == Some(class) {
            true => run + 1,
            false => 0,
        };
        last = Some(class);
        if run < 4 {
            shape.push(class);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_short() {
        for (spelling, expected) in [
            ("Embassy", "Xxxxx"),
            ("BAKU", "XXXX"),
            ("U.S.", "X.X."),
            ("281430Z", "ddddX"),
            ("'s", "'x"),
        ] {
            assert_eq!(shape(spelling), expected);
        }
        assert_eq!(shape(&"a".repeat(100)), "LONG");
    }

    #[test]
    fn a_spelling_says_its_ends_and_norm() {
        let (norms, mut names) = (Norms::default(), Names::default());
        let name = names.add("émigré");
        let lexeme = Lexeme::new("Émigré", &norms, &names);
        assert_eq!(&*lexeme.lower, "émigré");
        assert_eq!(lexeme.prefix, string_id("É"));
        assert_eq!(lexeme.suffix, string_id("gré"));
        assert_eq!(lexeme.norm, string_id("émigré"));
        assert_eq!((lexeme.name, lexeme.lower_name), (None, Some(name)));
        assert_eq!(Lexeme::new("“", &norms, &names).norm, string_id("\""));
        assert!(Lexeme::new(" \n", &norms, &names).is_space);
    }
}
