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
        }
    }
}
