//! Lemmas by rule: exceptions, then endings taken off where a listed word is left; or by table.
//!
//! The method is WordNet's "morphy", as spaCy's rule lemmatizer has it; tables are the pipeline's.

mod french;

use super::character::is_letter;
use super::error::LoadError;
use super::lookups::Lookups;
use super::packed::text;
use super::strings::string_id;
use super::words::Words;
use rmpv::Value;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The tables, by part of speech.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lemmatizer {
    tables: BTreeMap<u64, Tables>,
    /// Lemmas by spelling, where these are all there is; never packed.
    #[serde(skip)]
    lookup: Option<FxHashMap<u64, Box<str>>>,
    is_english: bool,
    /// Lemmas by spelling, for what the rules of French leave; never packed.
    #[serde(skip)]
    french: Option<FxHashMap<u64, Box<str>>>,
}

/// The tables of one part of speech.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Tables {
    /// Words that are lemmas.
    index: Words,
    exceptions: BTreeMap<Box<str>, Vec<Box<str>>>,
    /// Endings and what stands in their place.
    rules: Vec<(Box<str>, Box<str>)>,
}

impl Lemmatizer {
    /// Reads the tables `lemma_index`, `lemma_exc` and `lemma_rules`.
    pub(crate) fn of(lookups: &Lookups, language: &str) -> Lemmatizer {
        let mut tables: BTreeMap<u64, Tables> = BTreeMap::new();
        let words = |value: &Value| -> Vec<Box<str>> {
            let words = value.as_array().into_iter().flatten().filter_map(text);
            words.map(Box::from).collect()
        };
        for (pos, index) in lookups.table("lemma_index") {
            let index = index.as_array().into_iter().flatten();
            tables.entry(pos).or_default().index = index.filter_map(text).collect();
        }
        for (pos, exceptions) in lookups.table("lemma_exc") {
            let entries = exceptions.as_map().into_iter().flatten();
            tables.entry(pos).or_default().exceptions = entries
                .filter_map(|(word, lemmas)| Some((text(word)?.into(), words(lemmas))))
                .collect();
        }
        for (pos, rules) in lookups.table("lemma_rules") {
            let pairs = rules.as_array().into_iter().flatten().map(words);
            tables.entry(pos).or_default().rules = pairs
                .filter_map(|pair| <[Box<str>; 2]>::try_from(pair).ok())
                .map(|[ending, instead]| (ending, instead))
                .collect();
        }
        Lemmatizer {
            tables,
            lookup: None,
            is_english: language == "en",
            french: (language == "fr").then(|| lookups.words("lemma_lookup")),
        }
    }

    /// Reads the table `lemma_lookup`: a word has one lemma, whatever its part of speech.
    pub(crate) fn of_lookup(lookups: &Lookups) -> Lemmatizer {
        Lemmatizer {
            lookup: Some(lookups.words("lemma_lookup")),
            ..Lemmatizer::default()
        }
    }

    /// Reads what [`Lemmatizer::pack`] gave.
    pub(crate) fn packed(bytes: &[u8], part: &str) -> Result<Lemmatizer, LoadError> {
        postcard::from_bytes(bytes)
            .map_err(|error| LoadError::new(part, format!("is damaged ({error})")))
    }

    /// Packs its tables; a lemmatizer with a table of spellings has none.
    pub(crate) fn pack(&self) -> Option<Vec<u8>> {
        match (&self.lookup, &self.french) {
            (None, None) => postcard::to_stdvec(self).ok(),
            _ => None,
        }
    }

    /// The lemma of a spelling with a part of speech and morphology.
    pub(crate) fn lemma(&self, spelling: &str, pos: &str, morph: &str) -> String {
        if let Some(lookup) = &self.lookup {
            let lemma = lookup.get(&string_id(spelling));
            return lemma.map_or(spelling, |lemma| lemma).to_owned();
        }
        let pos = pos.to_lowercase();
        let lower = || spelling.to_lowercase();
        if matches!(pos.as_str(), "" | "eol" | "space") || self.is_base_form(&pos, morph) {
            return lower();
        }
        let tables = self.tables.get(&string_id(&pos));
        if let Some(lookup) = &self.french {
            return french::lemma(tables, lookup, spelling, &pos);
        }
        let Some(tables) = tables.filter(|tables| !tables.is_empty()) else {
            return match pos.as_str() {
                "propn" => spelling.to_owned(),
                _ => lower(),
            };
        };
        tables
            .lemma(&lower())
            .unwrap_or_else(|| spelling.to_owned())
    }

    /// Whether the morphology says that the word is its own lemma; known of English.
    fn is_base_form(&self, pos: &str, morph: &str) -> bool {
        let feature = |name: &str| {
            let features = morph
                .split('|')
                .filter_map(|feature| feature.split_once('='));
            features
                .filter(|(key, _)| *key == name)
                .map(|(_, value)| value)
                .next()
        };
        let form = feature("VerbForm");
        let is_present = || form == Some("Fin") && feature("Tense") == Some("Pres");
        self.is_english
            && (pos == "noun" && feature("Number") == Some("Sing")
                || pos == "verb" && is_present() && feature("Number").is_none()
                || matches!(form, Some("Inf" | "None"))
                || feature("Degree") == Some("Pos"))
    }
}

impl Tables {
    fn is_empty(&self) -> bool {
        self.index.is_empty() && self.exceptions.is_empty() && self.rules.is_empty()
    }

    fn lemma(&self, word: &str) -> Option<String> {
        // The last exception that the rules did not find comes first.
        let mut known: Vec<String> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        let mut unknown: Option<String> = None;
        for (ending, instead) in &self.rules {
            let Some(stem) = word.strip_suffix(&**ending) else {
                continue;
            };
            let form = format!("{stem}{instead}");
            if form.is_empty() {
                continue;
            }
            let is_known = self.index.contains(&form);
            if is_known {
                known.insert(0, form);
            } else if !form.chars().all(is_letter) {
                others.push(form);
            } else if unknown.is_none() {
                unknown = Some(form);
            }
        }
        let forms = || known.iter().chain(&others);
        let exceptions = self.exceptions.get(word).into_iter().flatten();
        let mut fresh = exceptions.filter(|lemma| !forms().any(|form| **form == ***lemma));
        let exception = fresh.by_ref().last().map(|lemma| lemma.to_string());
        exception.or_else(|| forms().next().cloned()).or(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_come_before_rules_and_rules_before_guesses() {
        let rules = [("s", ""), ("ies", "y"), ("es", "")];
        let tables = Tables {
            index: ["talk", "envoy"].into_iter().collect(),
            exceptions: [("men".into(), vec!["man".into()])].into_iter().collect(),
            rules: rules
                .map(|(ending, instead)| (ending.into(), instead.into()))
                .into(),
        };
        assert_eq!(tables.lemma("talks").as_deref(), Some("talk"));
        assert_eq!(tables.lemma("men").as_deref(), Some("man"));
        assert_eq!(tables.lemma("parties").as_deref(), Some("partie"));
        assert_eq!(tables.lemma("grain"), None);
    }
}
