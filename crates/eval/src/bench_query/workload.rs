//! Queries made of a corpus's own words, names and dates.
//!
//! Words are drawn from three bands by the share of documents they stand in: frequent (a tenth
//! and more, function words among them), medium (a thousandth and more), rare (less, but in at
//! least two). The words of a query with several are taken from one document, so that it finds
//! something; a band is drawn before the word, so that rare words do not drown the others.

use crate::random::Random;
use anyhow::Context;
use depeche_annotate::EntityKind;
use depeche_index::{Field, Index, Words};
use depeche_store::{Store, StoredDocument};
use std::collections::BTreeMap;

/// A query of the workload.
pub(crate) struct Asked {
    pub(crate) class: Class,
    pub(crate) text: String,
}

/// What sort of query it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    OneWord,
    TwoWords,
    ThreeWords,
    Or,
    Phrase,
    Prefix,
    Dates,
    Field,
    Negation,
}

impl Class {
    pub(crate) const ALL: [Class; 9] = [
        Class::OneWord,
        Class::TwoWords,
        Class::ThreeWords,
        Class::Or,
        Class::Phrase,
        Class::Prefix,
        Class::Dates,
        Class::Field,
        Class::Negation,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Class::OneWord => "one word",
            Class::TwoWords => "two words",
            Class::ThreeWords => "three words",
            Class::Or => "or",
            Class::Phrase => "phrase",
            Class::Prefix => "prefix",
            Class::Dates => "dates",
            Class::Field => "field",
            Class::Negation => "negation",
        }
    }
}

/// Documents that are looked at for one query before its class is given up.
const TRIES: usize = 200;

/// `count` queries, the classes in turn.
pub(crate) fn workload(
    store: &Store,
    index: &Index,
    count: usize,
    seed: u64,
) -> anyhow::Result<Vec<Asked>> {
    let mut maker = Maker::new(store, index, seed)?;
    let mut queries = Vec::new();
    for number in 0..count {
        let class = Class::ALL[number % Class::ALL.len()];
        let text = maker.make(class)?;
        let text =
            text.with_context(|| format!("the corpus gives no query of {}", class.name()))?;
        queries.push(Asked { class, text });
    }
    Ok(queries)
}

struct Maker<'a> {
    store: &'a Store,
    random: Random,
    keys: Vec<u64>,
    /// Words and in how many documents each stands.
    frequencies: BTreeMap<String, u64>,
    bands: [Vec<String>; 3],
}

impl Maker<'_> {
    fn new<'a>(store: &'a Store, index: &Index, seed: u64) -> anyhow::Result<Maker<'a>> {
        let mut keys = Vec::new();
        store.document_keys(&mut |key| -> Result<(), depeche_store::Error> {
            keys.push(key);
            Ok(())
        })?;
        let searcher = index.documents()?;
        let mut frequencies = searcher.words_with_prefix(Field::Text, "", usize::MAX)?;
        frequencies.retain(|word, _| word.chars().all(char::is_alphabetic));
        let mut bands = [const { Vec::new() }; 3];
        for (word, frequency) in &frequencies {
            if let Some(band) = band(*frequency, searcher.len()) {
                bands[band].push(word.clone());
            }
        }
        Ok(Maker {
            store,
            random: Random::new(seed),
            keys,
            frequencies,
            bands,
        })
    }

    fn make(&mut self, class: Class) -> anyhow::Result<Option<String>> {
        if class == Class::OneWord {
            return Ok(self.any_word());
        }
        for _ in 0..TRIES {
            let key = self.random.pick(&self.keys).copied();
            let Some(stored) = key
                .map(|key| self.store.document(key))
                .transpose()?
                .flatten()
            else {
                continue;
            };
            if let Some(query) = self.of_document(class, &stored) {
                return Ok(Some(query));
            }
        }
        Ok(None)
    }

    fn of_document(&mut self, class: Class, stored: &StoredDocument) -> Option<String> {
        let text = stored.document.text.as_str();
        match class {
            Class::OneWord => self.any_word(),
            Class::TwoWords => Some(self.words(text, 2)?.join(" ")),
            Class::ThreeWords => Some(self.words(text, 3)?.join(" ")),
            Class::Or => {
                let words: Option<Vec<String>> = (0..2).map(|_| self.any_word()).collect();
                Some(words?.join(" OR "))
            }
            Class::Phrase => self.phrase(text),
            Class::Prefix => self.prefix(text),
            Class::Dates => self.dates(stored),
            Class::Field => self.field(stored),
            Class::Negation => {
                let words = self.words(text, 2)?;
                Some(format!("{} -{}", words[0], self.any_word()?))
            }
        }
    }

    fn any_word(&mut self) -> Option<String> {
        let band = self.random.below(self.bands.len());
        self.random.pick(&self.bands[band]).cloned()
    }

    /// Different words of a text, a band drawn for each.
    fn words(&mut self, text: &str, count: usize) -> Option<Vec<String>> {
        let mut by_band = [const { Vec::new() }; 3];
        for (_, word) in Words::all(text) {
            let frequency = self.frequencies.get(&word).copied();
            let band = frequency.and_then(|frequency| band(frequency, self.keys.len() as u64));
            if let Some(band) = band {
                by_band[band].push(word);
            }
        }
        let mut words: Vec<String> = Vec::new();
        for _ in 0..TRIES {
            let band = self.random.below(by_band.len());
            let word = self.random.pick(&by_band[band])?;
            if !words.contains(word) {
                words.push(word.clone());
            }
            if words.len() == count {
                return Some(words);
            }
        }
        None
    }

    /// Two to four words that stand in a text with a space between them.
    fn phrase(&mut self, text: &str) -> Option<String> {
        let words = Words::all(text);
        let count = 2 + self.random.below(3);
        let first = self.random.below(words.len().max(1));
        let row = words.get(first..first + count)?;
        let spaced = row.windows(2).all(|pair| {
            let between = text.get(pair[0].0.end as usize..pair[1].0.start as usize);
            between == Some(" ")
        });
        let row: Vec<&str> = row.iter().map(|(_, word)| word.as_str()).collect();
        spaced.then(|| format!("\"{}\"", row.join(" ")))
    }

    /// The first three to five letters of a word, alone or beside another word.
    fn prefix(&mut self, text: &str) -> Option<String> {
        let words = self.words(text, 2)?;
        let len = 3 + self.random.below(3);
        let prefix = words[0].get(..len)?;
        Some(match self.random.below(2) {
            0 => format!("{prefix}*"),
            _ => format!("{prefix}* {}", words[1]),
        })
    }

    /// A day, month, year, decade or open end around a document's date, alone or beside a word.
    fn dates(&mut self, stored: &StoredDocument) -> Option<String> {
        let day = stored.document.date.as_ref()?.earliest?.to_string();
        let (year, month) = (day.get(..4)?, day.get(..7)?);
        let decade = year.get(..3)?;
        let range = match self.random.below(5) {
            0 => day.clone(),
            1 => month.to_owned(),
            2 => year.to_owned(),
            3 => format!("{decade}0..{decade}9"),
            _ => format!("{month}.."),
        };
        Some(match self.random.below(2) {
            0 => format!("date:{range}"),
            _ => format!("date:{range} {}", self.words(&stored.document.text, 1)?[0]),
        })
    }

    /// A name or a value of the head under its field, alone or beside a word.
    fn field(&mut self, stored: &StoredDocument) -> Option<String> {
        let mut values: Vec<(Field, &str)> = Vec::new();
        for entity in stored.reading.iter().flat_map(|reading| &reading.entities) {
            let field = match entity.kind {
                EntityKind::Person => Field::Person,
                EntityKind::Place => Field::Place,
                EntityKind::Organization => Field::Body,
                _ => continue,
            };
            values.push((field, &entity.name));
        }
        values.extend(
            stored
                .document
                .title
                .iter()
                .map(|title| (Field::Title, title.as_str())),
        );
        for field in &stored.document.fields {
            values.extend(Field::named(&field.name).map(|known| (known, field.value.as_str())));
        }
        let (field, value) = *self.random.pick(&values)?;
        let words: Vec<String> = Words::all(value)
            .into_iter()
            .map(|(_, word)| word)
            .collect();
        let value = match self.random.below(2) {
            0 => self.random.pick(&words)?.clone(),
            _ => format!("\"{}\"", words.join(" ")),
        };
        let word = &self.words(&stored.document.text, 1)?[0];
        Some(match self.random.below(2) {
            0 => format!("{}:{value}", field.name()),
            _ => format!("{}:{value} {word}", field.name()),
        })
    }
}

/// Frequent, medium, rare; words of one document are left out.
fn band(frequency: u64, documents: u64) -> Option<usize> {
    match frequency {
        frequency if frequency * 10 >= documents => Some(0),
        frequency if frequency * 1000 >= documents => Some(1),
        2.. => Some(2),
        _ => None,
    }
}
