//! What was worked out for spellings asked for lately; bounded, as a text may have any number.

use rustc_hash::FxHashMap;
use std::mem;

/// Spellings and what was worked out for them: those asked for last, at least [`Lately::MOST`]
/// and at most twice as many.
#[derive(Debug)]
pub(crate) struct Lately<V> {
    now: FxHashMap<Box<str>, V>,
    /// Those asked for before; what is asked for again moves over.
    before: FxHashMap<Box<str>, V>,
}

impl<V> Default for Lately<V> {
    fn default() -> Lately<V> {
        Lately {
            now: FxHashMap::default(),
            before: FxHashMap::default(),
        }
    }
}

impl<V> Lately<V> {
    /// So many are kept for certain.
    const MOST: usize = 8_000;

    /// Shows what is known of a spelling.
    pub(crate) fn with<R>(&mut self, spelling: &str, show: impl FnOnce(&V) -> R) -> Option<R> {
        if let Some(value) = self.now.get(spelling) {
            return Some(show(value));
        }
        let (spelling, value) = self.before.remove_entry(spelling)?;
        let shown = show(&value);
        self.insert(spelling, value);
        Some(shown)
    }

    /// Keeps what was worked out.
    pub(crate) fn insert(&mut self, spelling: Box<str>, value: V) {
        if self.now.len() >= Self::MOST {
            // The emptied table takes what comes next, so that none is grown anew.
            self.before.clear();
            mem::swap(&mut self.now, &mut self.before);
        }
        self.now.insert(spelling, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_goes() {
        let mut lately = Lately::default();
        lately.insert("often".into(), 7);
        for number in 0..5 * Lately::<usize>::MOST {
            lately.insert(number.to_string().into(), number);
            assert_eq!(lately.with("often", |value| *value), Some(7));
        }
        assert_eq!(lately.with("0", |value| *value), None);
        assert!(lately.now.len() + lately.before.len() <= 2 * Lately::<usize>::MOST);
    }
}
