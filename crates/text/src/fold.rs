//! Folding: the form in which words are compared.
//!
//! Lower case, no marks over letters (NFKD without combining marks), and the few letters that
//! have no decomposition spelt as their usual Latin reading. One character may fold to several
//! or to none; [`Folded`] maps offsets back.

use crate::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text: `"Élysée"` becomes `"elysee"`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        fold_char(character, &mut folded);
    }
    folded
}

/// Folds one character onto the end of `folded`.
pub fn fold_char(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    if let Some(reading) = reading(character) {
        folded.push_str(reading);
        return;
    }
    for part in std::iter::once(character)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
    {
        for lower in part.to_lowercase() {
            match reading(lower) {
                Some(reading) => folded.push_str(reading),
                None if is_combining_mark(lower) => {}
                None => folded.push(lower),
            }
        }
    }
}

/// Letters that Unicode does not decompose, and typographic marks that stand for ASCII ones.
fn reading(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ə' | 'Ə' => "a",
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{02bb}' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// A folded text that knows where each of its bytes came from.
#[derive(Debug, Clone)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, and one past the end, the byte of the original it came from;
    /// empty when the original was ASCII and offsets are the same.
    origins: Vec<u32>,
    original_len: u32,
}

impl Folded {
    /// Folds `text` and keeps the way back.
    pub fn new(text: &str) -> Folded {
        let original_len = u32::try_from(text.len()).expect("texts are below 4 GiB");
        if text.is_ascii() {
            return Folded {
                text: text.to_ascii_lowercase(),
                origins: Vec::new(),
                original_len,
            };
        }
        let mut folded = String::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (offset, character) in text.char_indices() {
            fold_char(character, &mut folded);
            origins.resize(folded.len(), offset as u32);
        }
        origins.push(original_len);
        Folded {
            text: folded,
            origins,
            original_len,
        }
    }

    /// The span of the original whose folding covers `span` of the folded text.
    pub fn original(&self, span: Span) -> Span {
        if self.origins.is_empty() {
            return span;
        }
        let start = self.origins[span.start as usize];
        if span.is_empty() {
            return Span { start, end: start };
        }
        let last = self.origins[span.end as usize - 1];
        let next = self.origins[span.end as usize..]
            .iter()
            .find(|origin| **origin > last);
        Span {
            start,
            end: next.copied().unwrap_or(self.original_len),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_marks_and_letters_without_a_decomposition() {
        assert_eq!(
            fold("Élysée — Łódź, Straße, Əliyev, İlham"),
            "elysee - lodz, strasse, aliyev, ilham"
        );
        assert_eq!(fold("“Quoted”"), "\"quoted\"");
    }

    #[test]
    fn a_span_of_the_folded_text_reads_back_in_the_original() {
        let text = "the Straße of Élysée";
        let folded = Folded::new(text);
        for word in ["strasse", "elysee", "of"] {
            let start = folded.text.find(word).expect("folded text holds the word");
            let span = folded.original(Span::new(start, start + word.len()));
            assert_eq!(fold(span.slice(text)), word);
        }
    }
}
