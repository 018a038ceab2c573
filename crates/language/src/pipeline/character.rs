//! Classes of characters as the pipelines' own code counts them: Python's, which differ from
//! Rust's in white space, letters and digits.

use regex::Regex;
use std::sync::LazyLock;

/// Digits that are not decimal: superscripts, circled numbers (`str.isdigit` of Python 3.12).
const OTHER_DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0x1369, 0x1371),
    (0x19da, 0x19da),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247c),
    (0x2488, 0x2490),
    (0x24ea, 0x24ea),
    (0x24f5, 0x24fd),
    (0x24ff, 0x24ff),
    (0x2776, 0x277e),
    (0x2780, 0x2788),
    (0x278a, 0x2792),
    (0x1_0a40, 0x1_0a43),
    (0x1_0e60, 0x1_0e68),
    (0x1_1052, 0x1_105a),
    (0x1_f100, 0x1_f10a),
];

static LETTER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\p{L}$").expect("the pattern is well formed"));
static DECIMAL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\p{Nd}$").expect("the pattern is well formed"));

/// `str.isspace` of one character.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

/// `str.isalpha` of one character: general category L.
pub(crate) fn is_letter(character: char) -> bool {
    match character.is_ascii() {
        true => character.is_ascii_alphabetic(),
        false => LETTER.is_match(character.encode_utf8(&mut [0; 4])),
    }
}

/// `str.isdigit` of one character.
pub(crate) fn is_digit(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_digit();
    }
    let code = u32::from(character);
    let is_other = |(first, last): &(u32, u32)| (*first..=*last).contains(&code);
    OTHER_DIGITS.iter().any(is_other) || DECIMAL.is_match(character.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_pythons() {
        assert!(is_space('\u{1f}') && is_space('\u{a0}') && !is_space('\u{200b}'));
        assert!(is_letter('é') && is_letter('ª') && !is_letter('Ⅷ') && !is_letter('1'));
        assert!(is_digit('²') && is_digit('٣') && is_digit('①') && !is_digit('½'));
    }
}
