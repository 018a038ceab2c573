//! A set of words in one string: read at once, looked up by halving.

use serde::{Deserialize, Serialize};

/// Words in order, each once.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Words {
    text: String,
    /// Where each word ends in the text, in bytes.
    ends: Vec<u32>,
}

impl Words {
    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        let (mut from, mut to) = (0, self.ends.len());
        while from < to {
            let middle = from + (to - from) / 2;
            match self.get(middle).cmp(word) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        false
    }

    /// A word by its place; nothing where ends are damaged.
    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        let range = start as usize..self.ends[place] as usize;
        self.text.get(range).unwrap_or_default()
    }
}

impl<'a> FromIterator<&'a str> for Words {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Words {
        let mut sorted: Vec<&str> = words.into_iter().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut words = Words::default();
        for word in sorted {
            words.text.push_str(word);
            words.ends.push(words.text.len() as u32);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_not() {
        let words: Words = ["grain", "envoy", "talk", "envoy"].into_iter().collect();
        assert_eq!(words.ends.len(), 3);
        for word in ["grain", "envoy", "talk"] {
            assert!(words.contains(word));
        }
        for word in ["", "gra", "grains", "zone", "a"] {
            assert!(!words.contains(word));
        }
        assert!(Words::default().is_empty() && !Words::default().contains("grain"));
    }
}
