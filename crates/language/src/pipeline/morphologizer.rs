//! Morphology: part of speech and features as one label, picked like a tag.

use super::error::LoadError;
use super::strings::symbol_name;
use super::tagger::Tagger;
use super::weights::Weights;
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Picks features and part of speech for each word.
#[derive(Debug)]
pub(crate) struct Morphologizer {
    pub(crate) tagger: Tagger,
    /// Features and part of speech of each label.
    pub(crate) values: Vec<(Box<str>, Box<str>)>,
}

#[derive(Deserialize)]
struct Cfg {
    labels_morph: Listed<String>,
    labels_pos: Listed<u64>,
}

/// A map in the order in which it was written.
struct Listed<T>(Vec<(String, T)>);

impl Morphologizer {
    /// Reads a morphologizer's `model` and `cfg`.
    pub(crate) fn of(
        weights: &Weights,
        cfg: &[u8],
        part: &str,
    ) -> Result<Morphologizer, LoadError> {
        let cfg: Cfg = serde_json::from_slice(cfg)
            .map_err(|error| LoadError::new(part, format!("has no list of labels: {error}")))?;
        let pos = |label: &str| {
            let found = cfg.labels_pos.0.iter().find(|(other, _)| other == label);
            found
                .and_then(|(_, pos)| symbol_name(*pos))
                .unwrap_or_default()
        };
        let values = cfg.labels_morph.0.iter();
        let values = values.map(|(label, morph)| (morph.as_str().into(), pos(label).into()));
        let labels = cfg
            .labels_morph
            .0
            .iter()
            .map(|(label, _)| label.as_str().into());
        Ok(Morphologizer {
            values: values.collect(),
            tagger: Tagger::with(weights, labels.collect(), part)?,
        })
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Listed<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Listed<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Listed<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Listed(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}
