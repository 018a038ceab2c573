//! French lemmas: a listed lemma, an exception, an ending taken off, else the table of spellings.
//!
//! The order is that of spaCy's `FrenchLemmatizer` (Explosion, MIT licence); tables are the
//! pipeline's.

use super::Tables;
use crate::pipeline::character::is_letter;
use crate::pipeline::strings::string_id;
use rustc_hash::FxHashMap;

/// Parts of speech that the tables by part of speech are asked for.
const BY_RULE: &[&str] = &[
    "noun", "verb", "adj", "adp", "adv", "aux", "cconj", "det", "pron", "punct", "sconj",
];

/// The lemma of a spelling with a part of speech in small letters.
pub(super) fn lemma(
    tables: Option<&Tables>,
    lookup: &FxHashMap<u64, Box<str>>,
    spelling: &str,
    pos: &str,
) -> String {
    let listed = |word: &str| {
        let lemma = lookup.get(&string_id(word));
        lemma.map_or(word, |lemma| lemma).to_owned()
    };
    if !BY_RULE.contains(&pos) {
        return listed(spelling);
    }
    let word = spelling.to_lowercase();
    let found = tables.and_then(|tables| by_rule(tables, &word));
    found.unwrap_or_else(|| listed(&word))
}

fn by_rule(tables: &Tables, word: &str) -> Option<String> {
    if tables.index.contains(word) {
        return Some(word.to_owned());
    }
    let exceptions = tables.exceptions.get(word).into_iter().flatten();
    if let Some(exception) = exceptions.map(|lemma| lemma.to_string()).next() {
        return Some(exception);
    }
    let rules = tables.rules.iter();
    let forms = rules.filter_map(|(ending, instead)| {
        let stem = word.strip_suffix(&**ending)?;
        Some(format!("{stem}{instead}")).filter(|form| !form.is_empty())
    });
    let mut forms = forms.peekable();
    let first = forms.peek().cloned();
    let is_known = |form: &String| tables.index.contains(form) || !form.chars().all(is_letter);
    forms.find(is_known).or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words_then_exceptions_then_endings_then_the_table() {
        let rules = [("aux", "al"), ("s", "")];
        let tables = Tables {
            index: ["port", "canal", "grues"].into_iter().collect(),
            exceptions: [("yeux".into(), vec!["œil".into()])].into_iter().collect(),
            rules: rules
                .map(|(ending, instead)| (ending.into(), instead.into()))
                .into(),
        };
        let lookup = [(string_id("la"), "le".into())].into_iter().collect();
        let of = |spelling, pos| lemma(Some(&tables), &lookup, spelling, pos);
        assert_eq!(of("Grues", "noun"), "grues");
        assert_eq!(of("ports", "noun"), "port");
        assert_eq!(of("canaux", "noun"), "canal");
        assert_eq!(of("yeux", "noun"), "œil");
        assert_eq!(of("quais", "noun"), "quai");
        assert_eq!(of("la", "det"), "le");
        assert_eq!(of("Norland", "propn"), "Norland");
        assert_eq!(lemma(None, &lookup, "La", "det"), "le");
    }
}
