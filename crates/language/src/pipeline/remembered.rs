//! Rows of words worked out before, and the whole sums that they add to windows; bounded, as a
//! text may have any number of words.
//!
//! What is remembered never changes what is read, only how fast.

use rustc_hash::FxHashMap;

/// So many rows are remembered, 384 bytes each where a row is 96 wide: those of words that were not
/// used for the longest make room, more or less.
const ROWS: usize = 8_000;

/// The sums of so many words are remembered, 3,456 bytes each where there are 864; they make room
/// in the same way.
const SUMS: usize = 1280;

/// So many words are worked on at once; their sums and those of the words before stay.
pub(crate) const AT_ONCE: usize = 512;

const _: () = assert!(SUMS > 2 * AT_ONCE && ROWS > AT_ONCE);

/// Of a word: spelling, norm and whether a space follows.
pub(crate) type Key = (u64, u64, bool);

/// What is remembered of words.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    places: FxHashMap<Key, usize>,
    /// Whose row is at a place.
    words: Vec<Word>,
    /// By place, one after the other.
    pub(crate) rows: Vec<f32>,
    /// The places whose rows are still to be added.
    new: Vec<usize>,
    /// Where the search for a place goes on.
    next_place: usize,
    sums: Vec<i32>,
    owners: Vec<Owner>,
    /// Where the search for a slot goes on.
    next: usize,
    /// How many lots of words there were.
    lot: u64,
}

/// What a place holds.
#[derive(Debug, Clone, Copy)]
struct Word {
    key: Key,
    /// The slot of its sums, where they are remembered.
    slot: Option<usize>,
    /// The last lot of words that it was in.
    lot: u64,
    /// Whether it came again since the search came by.
    is_used: bool,
}

/// What a slot holds.
#[derive(Debug, Clone, Copy)]
struct Owner {
    place: Option<usize>,
    /// The last lot of words that used it.
    lot: u64,
    /// Whether it was used since the search came by.
    is_used: bool,
}

impl Remembered {
    /// Makes ready for the next words, [`AT_ONCE`] at most.
    pub(crate) fn begin(&mut self) {
        self.lot += 1;
        self.new.clear();
    }

    /// The place of a word's row, and whether that is still to be added to the rows.
    pub(crate) fn place(&mut self, key: Key) -> (usize, bool) {
        if let Some(place) = self.places.get(&key) {
            let word = &mut self.words[*place];
            (word.lot, word.is_used) = (self.lot, true);
            return (*place, false);
        }
        let word = Word {
            key,
            slot: None,
            lot: self.lot,
            is_used: false,
        };
        let place = self.free_place();
        match self.words.get_mut(place) {
            Some(before) => *before = word,
            None => self.words.push(word),
        }
        self.places.insert(key, place);
        self.new.push(place);
        (place, true)
    }

    /// A place that is new, or whose word did not come for long.
    fn free_place(&mut self) -> usize {
        let count = self.words.len();
        if count < ROWS {
            return count;
        }
        loop {
            let place = self.next_place;
            self.next_place = (place + 1) % count;
            let word = &mut self.words[place];
            if word.lot == self.lot {
                continue;
            }
            if word.is_used {
                word.is_used = false;
                continue;
            }
            self.places.remove(&word.key);
            if let Some(slot) = word.slot {
                // Its sums may still be asked for in the lot after its own.
                self.owners[slot].place = None;
            }
            return place;
        }
    }

    /// Adds the rows of new words, in the order in which they came.
    pub(crate) fn add(&mut self, rows: &[f32], width: usize) {
        // All at once, as growing by halves would take as much again; untouched, it is no memory.
        self.rows.reserve_exact(ROWS * width - self.rows.len());
        for (row, place) in rows.chunks_exact(width).zip(&self.new) {
            match self.rows.get_mut(place * width..(place + 1) * width) {
                Some(before) => before.copy_from_slice(row),
                None => self.rows.extend_from_slice(row),
            }
        }
    }

    /// The slot of a word's sums, and whether they are still to be written there.
    pub(crate) fn slot(&mut self, place: usize, sum_count: usize) -> (usize, bool) {
        let lot = self.lot;
        let (slot, is_new) = match self.words[place].slot {
            Some(slot) => (slot, false),
            None => (self.free(sum_count), true),
        };
        self.words[place].slot = Some(slot);
        self.owners[slot] = Owner {
            place: Some(place),
            lot,
            is_used: !is_new,
        };
        (slot, is_new)
    }

    /// A slot that is new, or was not used for long.
    fn free(&mut self, sum_count: usize) -> usize {
        let count = self.owners.len();
        if count < SUMS {
            self.owners.push(Owner {
                place: None,
                lot: 0,
                is_used: false,
            });
            self.sums.reserve_exact((SUMS - count) * sum_count);
            self.sums.resize((count + 1) * sum_count, 0);
            return count;
        }
        loop {
            let slot = self.next;
            self.next = (slot + 1) % count;
            let owner = &mut self.owners[slot];
            if owner.lot + 1 >= self.lot {
                continue;
            }
            if owner.is_used && owner.place.is_some() {
                owner.is_used = false;
                continue;
            }
            if let Some(place) = owner.place {
                self.words[place].slot = None;
            }
            return slot;
        }
    }

    /// The sums of a slot.
    pub(crate) fn sums(&mut self, slot: usize, sum_count: usize) -> &mut [i32] {
        &mut self.sums[slot * sum_count..(slot + 1) * sum_count]
    }

    /// All sums, slot by slot.
    pub(crate) fn all_sums(&self) -> &[i32] {
        &self.sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_this_lot_and_the_one_before_stay() {
        let mut remembered = Remembered::default();
        let mut before: Vec<(usize, i32)> = Vec::new();
        for lot in 0..60_u64 {
            remembered.begin();
            let mut now = Vec::new();
            for word in 0..AT_ONCE as u64 {
                // Half of the words come again and again.
                let key = if word % 2 == 0 {
                    word
                } else {
                    lot << 32 | word
                };
                let (place, _) = remembered.place((key, 0, false));
                assert_eq!(remembered.words[place].key.0, key);
                let (slot, is_new) = remembered.slot(place, 1);
                match is_new {
                    true => remembered.sums(slot, 1)[0] = key as i32 ^ (key >> 32) as i32,
                    false => assert!(word % 2 == 0),
                }
                now.push((slot, key as i32 ^ (key >> 32) as i32));
            }
            for (slot, sum) in now.iter().chain(&before) {
                assert_eq!(remembered.all_sums()[*slot], *sum);
            }
            before = now;
        }
        assert!(remembered.owners.len() == SUMS && remembered.places.len() <= ROWS);
    }
}
