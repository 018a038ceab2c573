//! `config.cfg`: which components a pipeline runs, and how each is made.
//!
//! Sections of `name = value`, the values JSON. Only what decides how a pipeline is run is read;
//! what is left about training is passed over.

use rustc_hash::FxHashMap;
use serde_json::Value;

/// A configuration: values by section and name.
#[derive(Debug, Default)]
pub(crate) struct Config {
    sections: FxHashMap<String, FxHashMap<String, Value>>,
}

impl Config {
    pub(crate) fn read(text: &str) -> Config {
        let mut config = Config::default();
        let mut section = String::new();
        for line in text.lines() {
            let line = line.trim();
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'))
            {
                section = name.to_owned();
            } else if let Some((name, value)) = line.split_once('=') {
                let value = serde_json::from_str(value.trim()).unwrap_or(Value::Null);
                let section = config.sections.entry(section.clone()).or_default();
                section.insert(name.trim().to_owned(), value);
            }
        }
        config
    }

    /// A string.
    pub(crate) fn text(&self, section: &str, name: &str) -> Option<&str> {
        self.sections.get(section)?.get(name)?.as_str()
    }

    /// A whole number.
    pub(crate) fn number(&self, section: &str, name: &str) -> Option<u64> {
        self.sections.get(section)?.get(name)?.as_u64()
    }

    /// Whether a value is given, and is not `null`.
    pub(crate) fn has(&self, section: &str, name: &str) -> bool {
        let value = self
            .sections
            .get(section)
            .and_then(|section| section.get(name));
        value.is_some_and(|value| !value.is_null())
    }

    /// A list of strings; empty where there is none.
    pub(crate) fn list(&self, section: &str, name: &str) -> Vec<String> {
        let list = self
            .sections
            .get(section)
            .and_then(|section| section.get(name));
        let list = list.and_then(Value::as_array);
        let words = list.into_iter().flatten().filter_map(Value::as_str);
        words.map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sections_of_values() {
        let config =
            Config::read("[nlp]\nlang = \"en\"\npipeline = [\"a\", \"b\"]\n\n[a.b]\nx = ${y}\n");
        assert_eq!(config.text("nlp", "lang"), Some("en"));
        assert_eq!(config.list("nlp", "pipeline"), ["a", "b"]);
        assert_eq!(config.text("a.b", "x"), None);
    }
}
