//! The words of a text, folded: one tokeniser for indexing, for queries and for highlighting.
//!
//! A word is a run of letters and digits. `U.S.` and `J. F.` are one word (`us`, `jf`), `1,000`
//! is `1000`; a possessive `'s` is dropped, any other apostrophe inside a word joins (`Sana'a`),
//! save after one letter (`O'Brien`, `d'Estaing`: two words). Hyphens, slashes, dots and
//! underscores part words. In scripts written without spaces each character is a word.

use depeche_text::{Span, fold_char};

/// Longest folded form of a word, in bytes; the rest of a longer one is ignored.
const LONGEST_WORD_BYTES: usize = 255;

/// Runs over the words of a text, writing each into a buffer of the caller's: no allocation per
/// word.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    offset: usize,
}

/// Bytes that the folded form of a word may start with.
#[derive(Debug, Clone)]
pub struct FirstBytes([bool; 256]);

impl FirstBytes {
    /// The first bytes of these folded words.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> FirstBytes {
        let mut first_bytes = FirstBytes([false; 256]);
        for byte in words.into_iter().filter_map(|word| word.bytes().next()) {
            first_bytes.0[usize::from(byte)] = true;
        }
        first_bytes
    }
}

impl<'a> Words<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Words<'a> {
        Words { text, offset: 0 }
    }

    /// The words of a short text: spans and folded forms.
    pub fn all(text: &str) -> Vec<(Span, String)> {
        let mut words = Words::new(text);
        let mut all = Vec::new();
        let mut folded = String::new();
        while let Some(span) = words.next_into(&mut folded) {
            all.push((span, folded.clone()));
        }
        all
    }

    /// Puts the next word's folded form into `folded` and gives its span.
    pub fn next_into(&mut self, folded: &mut String) -> Option<Span> {
        loop {
            let start = self.next_start()?;
            folded.clear();
            let end = self.read(start, folded);
            if !folded.is_empty() {
                return Some(Span {
                    start: start as u32,
                    end: end as u32,
                });
            }
        }
    }

    /// The next word's span and whether its folded form can start with a wanted byte; only then is
    /// it put into `folded`. Words that nobody asks for are passed over several times faster.
    pub fn next_wanted(
        &mut self,
        wanted: &FirstBytes,
        folded: &mut String,
    ) -> Option<(Span, bool)> {
        let start = self.next_start()?;
        let first = self.text.as_bytes()[start];
        if !first.is_ascii() || wanted.0[usize::from(first.to_ascii_lowercase())] {
            self.offset = start;
            return self.next_into(folded).map(|span| (span, true));
        }
        let end = match self.plain_end(start) {
            Some(end) => end,
            None => {
                folded.clear();
                self.read(start, folded)
            }
        };
        let span = Span {
            start: start as u32,
            end: end as u32,
        };
        Some((span, false))
    }

    /// The end of a word of ASCII letters and digits that nothing can join to what follows.
    fn plain_end(&mut self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let len = bytes[start..]
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric());
        let end = len.map_or(bytes.len(), |len| start + len);
        let joins = match bytes.get(end) {
            Some(b'.') => end == start + 1,
            Some(b',') => end <= start + 3,
            Some(b'\'' | 0x80..) => true,
            _ => false,
        };
        self.offset = end;
        (!joins).then_some(end)
    }

    /// The offset of the next character that can start a word.
    fn next_start(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            let rest = &bytes[self.offset..];
            let next = rest
                .iter()
                .position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())?;
            self.offset += next;
            if bytes[self.offset].is_ascii() {
                return Some(self.offset);
            }
            let character = char_at(self.text, self.offset)?;
            if is_word_char(character) {
                return Some(self.offset);
            }
            self.offset += character.len_utf8();
        }
    }

    /// Reads the word at `start`, leaves `self.offset` behind it and gives its end.
    fn read(&mut self, start: usize, folded: &mut String) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start;
        while end < bytes.len() && bytes[end].is_ascii_alphanumeric() {
            end += 1;
        }
        push_ascii(&self.text[start..end], folded);
        self.offset = end;
        match bytes.get(end) {
            Some(b'.') if end == start + 1 => self.read_initials(start, folded),
            Some(b',') if end <= start + 3 => self.read_thousands(start, folded),
            Some(b'\'' | 0x80..) => self.read_on(start, folded),
            _ => end,
        }
    }

    /// After one letter and a dot: joins `U.S.`, `u.n`, `J. F.`.
    fn read_initials(&mut self, start: usize, folded: &mut String) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start + 1;
        while folded.len() < LONGEST_WORD_BYTES && bytes.get(end) == Some(&b'.') {
            let spaced = bytes.get(end + 1) == Some(&b' ');
            let next = end + 1 + usize::from(spaced);
            let Some(letter) = bytes.get(next).filter(|byte| byte.is_ascii_alphabetic()) else {
                break;
            };
            let dotted = bytes.get(next + 1) == Some(&b'.');
            let closed = char_at(self.text, next + 1).is_none_or(|after| !is_word_char(after));
            let fits = match spaced {
                true => {
                    dotted && letter.is_ascii_uppercase() && bytes[end - 1].is_ascii_uppercase()
                }
                false => closed,
            };
            if !fits || !bytes[start].is_ascii_alphabetic() {
                break;
            }
            folded.push(letter.to_ascii_lowercase() as char);
            end = next + 1;
        }
        self.offset = end;
        end
    }

    /// After one to three digits and a comma: joins groups of three digits.
    fn read_thousands(&mut self, start: usize, folded: &mut String) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = self.offset;
        if !bytes[start..end].iter().all(u8::is_ascii_digit) {
            return end;
        }
        while bytes.get(end) == Some(&b',')
            && bytes.len() >= end + 4
            && bytes[end + 1..end + 4].iter().all(u8::is_ascii_digit)
            && char_at(self.text, end + 4).is_none_or(|after| !is_word_char(after))
            && folded.len() < LONGEST_WORD_BYTES
        {
            push_ascii(&self.text[end + 1..end + 4], folded);
            end += 4;
        }
        self.offset = end;
        end
    }

    /// The general case: other scripts, marks and apostrophes.
    fn read_on(&mut self, start: usize, folded: &mut String) -> usize {
        let mut end = self.offset;
        while let Some(character) = char_at(self.text, end) {
            let width = character.len_utf8();
            if is_apostrophe(character) {
                match self.apostrophe(start, end, width) {
                    Apostrophe::Joins => end += width,
                    Apostrophe::Ends => break,
                    Apostrophe::Possessive => {
                        self.offset = end + width + 1;
                        return end;
                    }
                }
            } else if is_unspaced(character) {
                if end == start {
                    push_folded(character, folded);
                    // Of several letters (`ໜ`) each would be a word of its own, read again.
                    if folded.chars().nth(1).is_some() {
                        folded.clear();
                        folded.push(character);
                    }
                    end += width;
                    end += marks_len(&self.text[end..]);
                }
                break;
            } else if is_word_char(character) || is_silent(character) {
                push_folded(character, folded);
                end += width;
            } else {
                break;
            }
        }
        self.offset = end;
        end
    }

    fn apostrophe(&self, start: usize, at: usize, width: usize) -> Apostrophe {
        let mut after = self.text[at + width..].chars();
        let next = after.next();
        if matches!(next, Some('s' | 'S')) && after.next().is_none_or(|next| !is_word_char(next)) {
            return Apostrophe::Possessive;
        }
        let before = self.text[start..at].chars().count();
        match next {
            Some(next) if is_word_char(next) && before > 1 => Apostrophe::Joins,
            _ => Apostrophe::Ends,
        }
    }
}

enum Apostrophe {
    Joins,
    Ends,
    Possessive,
}

fn push_ascii(word: &str, folded: &mut String) {
    let cut = &word[..word.len().min(LONGEST_WORD_BYTES)];
    let from = folded.len();
    folded.push_str(cut);
    folded[from..].make_ascii_lowercase();
}

/// Folds a character, leaving out what is no part of a word (the stroke in `½`), so that a folded
/// word read again is the same word.
fn push_folded(character: char, folded: &mut String) {
    let from = folded.len();
    if from + 12 < LONGEST_WORD_BYTES {
        fold_char(character, folded);
    }
    if !folded[from..].chars().all(is_word_char) {
        let kept: String = folded[from..]
            .chars()
            .filter(|part| is_word_char(*part))
            .collect();
        folded.truncate(from);
        folded.push_str(&kept);
    }
}

fn char_at(text: &str, offset: usize) -> Option<char> {
    match *text.as_bytes().get(offset)? {
        byte if byte.is_ascii() => Some(byte as char),
        _ => text[offset..].chars().next(),
    }
}

/// Whether a character is part of a word: a letter or digit of any script.
pub fn is_word_char(character: char) -> bool {
    character.is_alphanumeric()
}

fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{02bb}'
    )
}

/// Whether a character inside a word folds to nothing: combining marks, soft hyphens, joiners.
fn is_silent(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    let mut folded = String::new();
    fold_char(character, &mut folded);
    folded.is_empty()
}

fn marks_len(text: &str) -> usize {
    let marks = text.chars().take_while(|mark| is_silent(*mark));
    marks.map(char::len_utf8).sum()
}

/// Whether a character is of a script written without spaces: Han, Kana, Thai, Lao, Burmese,
/// Khmer.
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<String> = Words::all(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(words.join(" "), expected, "{text}");
    }

    #[test]
    fn cuts_words_as_people_search_them() {
        check(
            "The minister's visit, 07BAKU173.",
            "the minister visit 07baku173",
        );
        check(
            "U.S.-Soviet; the U.S. and u.n. aid",
            "us soviet the us and un aid",
        );
        check(
            "J. F. Marl, J.F. Marl, John F. Marl",
            "jf marl jf marl john f marl",
        );
        check("e.g. at 3 p.m. See A.Bold", "eg at 3 pm see a bold");
        check(
            "vice-president and/or a_b@c.org",
            "vice president and or a b c org",
        );
        check(
            "1,000 and 12,345,678 but 1962,1963 and 3.5",
            "1000 and 12345678 but 1962 1963 and 3 5",
        );
        check(
            "O'Brien d'Orsay Sana'a don't ministers' 'so'",
            "o brien d orsay sanaa dont ministers so",
        );
        check("PRESIDENT’S It’s l’Europe", "president it l europe");
    }

    #[test]
    fn folds_and_reads_other_scripts() {
        check(
            "Élysée, Łódź; Straße; e\u{301}te\u{301}",
            "elysee lodz strasse ete",
        );
        check("co\u{ad}operate", "cooperate");
        check("Москва и Київ", "москва и киів");
        check("東京で会談", "東 京 て 会 談");
        check("α1 β", "α1 β");
        check("", "");
        check("\u{301}\u{301} … — 🙂", "");
    }

    #[test]
    fn spans_read_back_and_long_words_are_cut() {
        let text = "The President’s “U.S.” visit";
        let spans: Vec<&str> = Words::all(text)
            .iter()
            .map(|(span, _)| span.slice(text))
            .collect();
        assert_eq!(spans, ["The", "President", "U.S", "visit"]);
        let long = "x".repeat(100_000);
        let words = Words::all(&long);
        assert_eq!((words.len(), words[0].1.len()), (1, 255));
        let long = "é".repeat(100_000);
        assert!(Words::all(&long)[0].1.len() <= 255);
    }

    proptest::proptest! {
        #[test]
        fn passing_over_words_changes_no_word(
            text in "([a-cA-C]{1,3}|[0-9]{1,3}|[.,' \u{e9}\u{301}]){0,30}",
        ) {
            let wanted = FirstBytes::of(["b", "1", "e"]);
            let (mut words, mut folded) = (Words::new(&text), String::new());
            for (span, word) in Words::all(&text) {
                let (found, is_wanted) = words.next_wanted(&wanted, &mut folded).unwrap();
                assert_eq!(found, span);
                assert!(!is_wanted || folded == word);
                assert!(is_wanted || !wanted.0[usize::from(word.as_bytes()[0])]);
            }
            assert_eq!(words.next_wanted(&wanted, &mut folded), None);
        }

        #[test]
        fn spans_are_in_order_and_inside(text in "\\PC{0,60}") {
            let mut last = 0;
            for (span, folded) in Words::all(&text) {
                assert!(span.start >= last && span.get(&text).is_some_and(|word| !word.is_empty()));
                assert!(!folded.is_empty());
                last = span.end;
            }
        }
    }
}
