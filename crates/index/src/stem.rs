//! Stems of English words, remembered: the same few thousand words come again and again.

use rust_stemmers::{Algorithm, Stemmer as Snowball};
use rustc_hash::FxHasher;
use std::hash::Hasher;

const SLOT_COUNT: usize = 1 << 15;

/// Stems folded words with the Snowball English rules; what is no English word stays as it is.
///
/// Its memory is bounded: a word whose slot is taken takes the slot over.
pub struct Stemmer {
    snowball: Snowball,
    slots: Vec<Option<Slot>>,
}

struct Slot {
    word: Box<str>,
    stem: Box<str>,
}

impl Default for Stemmer {
    fn default() -> Stemmer {
        Stemmer {
            snowball: Snowball::create(Algorithm::English),
            slots: Vec::new(),
        }
    }
}

impl Clone for Stemmer {
    fn clone(&self) -> Stemmer {
        Stemmer::default()
    }
}

impl std::fmt::Debug for Stemmer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Stemmer")
    }
}

impl Stemmer {
    /// The stem of a folded word, remembered for the next time.
    pub fn stem(&mut self, word: &str) -> &str {
        if self.slots.is_empty() {
            self.slots.resize_with(SLOT_COUNT, || None);
        }
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        let slot = &mut self.slots[(hasher.finish() >> 40) as usize % SLOT_COUNT];
        if slot.as_ref().is_none_or(|slot| *slot.word != *word) {
            *slot = Some(Slot {
                word: word.into(),
                stem: snowball_stem(&self.snowball, word).into(),
            });
        }
        let slot = slot.as_ref().expect("the slot was filled above");
        &slot.stem
    }

    /// The stem of one word, for queries.
    pub fn stem_once(word: &str) -> String {
        snowball_stem(&Snowball::create(Algorithm::English), word).into_owned()
    }

    /// Whether a folded word has this stem. Most words are told by their beginning alone, so that
    /// a text can be looked through without a memory.
    pub fn has_stem(word: &str, stem: &str) -> bool {
        // The rules take letters off the end, and put at most one there that was not (`denies`,
        // `deni`); only `dying` and its like lose more, and their stems are short.
        let kept = match stem.len() {
            0..=3 => 1,
            len => len - 2,
        };
        let begins = word.as_bytes().get(..kept.min(stem.len()));
        begins == Some(&stem.as_bytes()[..kept.min(stem.len())])
            && *snowball_stem(&Snowball::create(Algorithm::English), word) == *stem
    }
}

fn snowball_stem<'a>(snowball: &Snowball, word: &'a str) -> std::borrow::Cow<'a, str> {
    let is_english = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    match is_english {
        true => snowball.stem(word),
        false => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_english_words_only_and_remembers_nothing_wrong() {
        let mut stemmer = Stemmer::default();
        for (word, stem) in [
            ("agreements", "agreement"),
            ("met", "met"),
            ("us", "us"),
            ("07baku173", "07baku173"),
            ("министры", "министры"),
        ] {
            assert_eq!(stemmer.stem(word), stem);
            assert_eq!(stemmer.stem(word), stem);
            assert_eq!(Stemmer::stem_once(word), stem);
            assert!(Stemmer::has_stem(word, stem) && !Stemmer::has_stem(word, "envoy"));
        }
    }

    #[test]
    fn every_word_has_the_stem_that_it_is_given() {
        let beginnings = "cr d sk t l den nat conver possib sens hop bell analog form gentl";
        let ends = " e s es ed eed ing ingly edly y ies ied ying ly ally ably ency ancy ation ational \
                    ator izer ization ability ibility ility fulness fully ousness ously iveness \
                    ivity alism ality lessly icate icity ical ative ement sion ion ism ogy ogist li";
        for beginning in beginnings.split(' ') {
            for end in ends.split(' ') {
                let word = format!("{beginning}{end}");
                let stem = Stemmer::stem_once(&word);
                assert!(Stemmer::has_stem(&word, &stem), "{word} {stem}");
            }
        }
    }
}
