//! The counts: of words, of pairs of words, and of the endings of rare words.

use super::guess;
use super::shape::CaseClass;
use super::words::CaseWord;
use rustc_hash::FxHashMap;

/// Tables of counts as text, each row ended by a line feed, its cells parted by tabs.
#[derive(Debug, Clone, Default)]
pub struct CaseCounts {
    /// Rows of [`CaseRow`].
    pub words: Vec<&'static str>,
    /// `first second`, then percents of the nine ways of writing both: small small, small
    /// capital, small other, capital small, and so on.
    pub pairs: Vec<&'static str>,
    /// An ending, then how many rare words with it are small, capital, other. `#2` is any word of
    /// two letters; `*` is any word at all, with the contexts of a word that has none.
    pub endings: &'static str,
}

/// A row of the words: the key; counts by class; percents by class of large words before and
/// after, where they tell; the form of the class `Other`, where it is not all capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaseRow<'a> {
    /// The word in small letters.
    pub key: &'a str,
    /// Uses written small, with one capital, otherwise.
    pub counts: [u32; 3],
    /// By class, in how many of a hundred uses the word before, and the one after, is not small.
    pub contexts: Option<[[u32; 3]; 2]>,
    /// How the other form goes.
    pub form: Option<&'a str>,
}

impl<'a> CaseRow<'a> {
    /// Reads a row; `None` where it is malformed.
    pub fn read(row: &'a str) -> Option<CaseRow<'a>> {
        let (key, cells) = row.split_once('\t')?;
        Some(CaseRow::read_cells(key, cells))
    }

    fn read_cells(key: &'a str, cells: &'a str) -> CaseRow<'a> {
        let mut cells = cells.split('\t');
        let counts = numbers(cells.next().unwrap_or(""));
        let contexts: Option<[u32; 6]> = cells.next().filter(|cell| !cell.is_empty()).map(numbers);
        CaseRow {
            key,
            counts,
            contexts: contexts.map(|[a, b, c, d, e, f]| [[a, b, c], [d, e, f]]),
            form: cells.next().filter(|form| !form.is_empty()),
        }
    }
}

impl std::fmt::Display for CaseRow<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [small, capital, other] = self.counts;
        write!(formatter, "{}\t{small} {capital} {other}", self.key)?;
        match self.contexts {
            Some([[a, b, c], [d, e, f]]) => write!(formatter, "\t{a} {b} {c} {d} {e} {f}")?,
            None if self.form.is_some() => write!(formatter, "\t")?,
            None => {}
        }
        self.form
            .map_or(Ok(()), |form| write!(formatter, "\t{form}"))
    }
}

/// Up to `N` numbers; missing ones are 0.
fn numbers<const N: usize>(cell: &str) -> [u32; N] {
    let mut found = [0; N];
    for (place, number) in found.iter_mut().zip(cell.split(' ')) {
        *place = number.parse().unwrap_or(0);
    }
    found
}

/// What is known or guessed of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// By class, of a thousand uses; never 0.
    pub(super) shares: [u32; 3],
    pub(super) contexts: Option<[[u32; 3]; 2]>,
    pub(super) form: Option<&'static str>,
}

impl Entry {
    pub(super) fn of(counts: [u32; 3]) -> Entry {
        Entry {
            shares: shares(counts),
            contexts: None,
            form: None,
        }
    }

    /// The class of most uses.
    pub(super) fn likeliest(&self) -> CaseClass {
        let [small, capital, other] = self.shares;
        match (small > capital.max(other), capital >= other) {
            (true, _) => CaseClass::Small,
            (false, true) => CaseClass::Capital,
            (false, false) => CaseClass::Other,
        }
    }
}

/// Counts as shares of a thousand, with a tenth of a use added to each.
fn shares(counts: [u32; 3]) -> [u32; 3] {
    let all: u32 = counts.iter().sum::<u32>() * 10 + 3;
    counts.map(|count| ((count * 10 + 1) * 1000 / all).max(1))
}

/// The rows of tables by their keys.
fn keyed(parts: &[&'static str]) -> FxHashMap<&'static str, &'static str> {
    let size: usize = parts.iter().map(|part| part.len()).sum();
    let mut rows = FxHashMap::with_capacity_and_hasher(size / 16, Default::default());
    rows.extend(
        parts
            .iter()
            .flat_map(|part| part.split('\n'))
            .filter_map(|row| row.split_once('\t')),
    );
    rows
}

/// The counts, read.
#[derive(Debug)]
pub(super) struct Table {
    /// By key, the rest of the row: only rows that are asked for are read.
    words: FxHashMap<&'static str, &'static str>,
    pairs: FxHashMap<&'static str, &'static str>,
    endings: FxHashMap<&'static str, [u32; 3]>,
    /// The contexts of a word that has none.
    contexts: [[u32; 3]; 2],
}

impl Table {
    pub(super) fn read(counts: &CaseCounts) -> Table {
        let rows = counts.endings.lines().filter_map(CaseRow::read);
        let rows: Vec<CaseRow<'static>> = rows.collect();
        let any = rows.iter().find_map(|row| row.contexts);
        Table {
            words: keyed(&counts.words),
            pairs: keyed(&counts.pairs),
            endings: rows.iter().map(|row| (row.key, row.counts)).collect(),
            contexts: any.unwrap_or([[50; 3]; 2]),
        }
    }

    /// What is counted of a word, with its full stop or without.
    pub(super) fn get(&self, key: &str) -> Option<Entry> {
        self.counted(key)
            .or_else(|| self.counted(key.strip_suffix('.')?))
    }

    /// The broken word that a word is read as a half of: one that is counted, or halves that are not.
    pub(super) fn whole_of<'a>(&self, word: &'a CaseWord) -> Option<&'a str> {
        let whole = word.whole.as_deref()?;
        let is_one = self.counted(whole).is_some() || self.get(&word.key).is_none();
        is_one.then_some(whole)
    }

    fn counted(&self, key: &str) -> Option<Entry> {
        let row = CaseRow::read_cells("", self.words.get(key)?);
        Some(Entry {
            contexts: row.contexts,
            form: row.form,
            ..Entry::of(row.counts)
        })
    }

    /// What is counted or else guessed of a word; a joined one is as its last part.
    pub(super) fn entry(&self, key: &str) -> Entry {
        if let Some(entry) = self.get(key) {
            return entry;
        }
        match key.rsplit_once('-') {
            Some((_, last)) => self.part(last, true),
            None => guess::entry(self, key),
        }
    }

    /// The same of a part of a joined word: `later` is any but the first.
    pub(super) fn part(&self, key: &str, later: bool) -> Entry {
        let joined = match later {
            true => self.counted(&format!("-{key}")),
            false => self.counted(&format!("{key}-")),
        };
        let known = joined.or_else(|| self.get(key));
        known.unwrap_or_else(|| guess::entry(self, key))
    }

    pub(super) fn ending(&self, ending: &str) -> Option<[u32; 3]> {
        self.endings.get(ending).copied()
    }

    /// The percents of the nine ways of writing a pair, where they are known.
    pub(super) fn pair(&self, pair: &str) -> Option<[u32; 9]> {
        self.pairs.get(pair).map(|cells| numbers(cells))
    }

    /// By side and class, in how many of a hundred uses the neighbour is large.
    pub(super) fn contexts(&self, entry: &Entry) -> [[u32; 3]; 2] {
        let Some(known) = entry.contexts else {
            return self.contexts;
        };
        std::array::from_fn(|side| {
            std::array::from_fn(|class| match known[side][class] {
                0 => self.contexts[side][class],
                percent => percent,
            })
        })
    }
}
