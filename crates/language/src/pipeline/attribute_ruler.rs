//! Exceptions to tags: patterns over neighbouring words set part of speech, morphology or lemma.
//!
//! Of spaCy's patterns those are run that its pipelines have: attributes compared with a value, a
//! list or a regular expression, one token after another.

use super::error::LoadError;
use super::names::{Name, Names};
use super::packed::{get, text, unpack};
use regex::Regex;
use rmpv::Value;

/// The rules, in the order in which they were added: later ones win.
#[derive(Debug, Default)]
pub(crate) struct AttributeRuler {
    rules: Vec<Rule>,
    /// The patterns that a word of each name of a tag may begin, by rule and pattern.
    by_tag: Vec<Vec<(usize, usize)>>,
}

#[derive(Debug)]
struct Rule {
    patterns: Vec<Vec<Conditions>>,
    sets: Vec<(Attribute, Name)>,
    /// Which of the words is changed.
    index: usize,
}

/// What one word must be.
type Conditions = Vec<(Attribute, Test)>;

#[derive(Debug)]
enum Test {
    Is(Name),
    In(Vec<Name>),
    NotIn(Vec<Name>),
    Matches(Regex),
    Space(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Lower,
    Orth,
    Tag,
    Pos,
    Dep,
    Lemma,
    Morph,
    IsSpace,
}

/// A word as the rules see it.
pub(crate) trait Word {
    /// The name of an attribute; of a spelling that no rule has, none.
    fn name(&self, attribute: Attribute) -> Option<Name>;
    /// In small letters.
    fn lower(&self) -> &str;
    fn is_space(&self) -> bool;
    fn set(&mut self, attribute: Attribute, name: Name);
}

impl AttributeRuler {
    /// Reads a `patterns` file.
    pub(crate) fn read(bytes: &[u8], part: &str, names: &mut Names) -> Result<Self, LoadError> {
        let value = unpack(bytes, part)?;
        let listed = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut rules = Vec::new();
        for rule in listed {
            rules.push(self::rule(rule, part, names)?);
        }
        Ok(AttributeRuler {
            rules,
            by_tag: Vec::new(),
        })
    }

    /// Notes for each name which patterns a word with that tag may begin.
    pub(crate) fn index(&mut self, names: &Names) {
        let fits = |conditions: &Conditions, tag: Name| {
            conditions.iter().all(|(attribute, test)| match test {
                _ if *attribute != Attribute::Tag => true,
                Test::Is(name) => *name == tag,
                Test::In(names) => names.contains(&tag),
                Test::NotIn(names) => !names.contains(&tag),
                Test::Matches(_) | Test::Space(_) => true,
            })
        };
        let patterns = self.rules.iter().enumerate().flat_map(|(rule, entry)| {
            let patterns = entry.patterns.iter().enumerate();
            patterns.map(move |(number, pattern)| (rule, number, pattern))
        });
        let patterns: Vec<_> = patterns.collect();
        let begun_by = |tag| {
            let begun = patterns
                .iter()
                .filter(|(_, _, pattern)| fits(&pattern[0], tag));
            begun.map(|(rule, number, _)| (*rule, *number)).collect()
        };
        self.by_tag = names.all().map(begun_by).collect();
    }

    /// Applies every rule to every word; what matches is decided before anything is set.
    pub(crate) fn apply<W: Word>(&self, words: &mut [W]) {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for at in 0..words.len() {
            let tag = words[at].name(Attribute::Tag).unwrap_or_default();
            let begun = self.by_tag.get(usize::from(tag)).into_iter().flatten();
            for (rule, number) in begun {
                let pattern = &self.rules[*rule].patterns[*number];
                let here = words.get(at..at + pattern.len());
                if here.is_some_and(|here| here.iter().zip(pattern).all(holds)) {
                    found.push((*rule, at));
                }
            }
        }
        found.sort_unstable();
        for (rule, at) in found {
            let rule = &self.rules[rule];
            for (attribute, name) in &rule.sets {
                words[at + rule.index].set(*attribute, *name);
            }
        }
    }
}

fn holds<W: Word>((word, conditions): (&W, &Conditions)) -> bool {
    conditions.iter().all(|(attribute, test)| match test {
        Test::Is(name) => word.name(*attribute) == Some(*name),
        Test::In(names) => word
            .name(*attribute)
            .is_some_and(|name| names.contains(&name)),
        Test::NotIn(names) => word
            .name(*attribute)
            .is_none_or(|name| !names.contains(&name)),
        Test::Matches(pattern) => pattern.is_match(word.lower()),
        Test::Space(wanted) => word.is_space() == *wanted,
    })
}

fn rule(rule: &Value, part: &str, names: &mut Names) -> Result<Rule, LoadError> {
    let wrong = || LoadError::new(part, format!("has a rule that is not run: {rule}"));
    let patterns = get(rule, "patterns")
        .and_then(Value::as_array)
        .ok_or_else(wrong)?;
    let mut compiled = Vec::new();
    for pattern in patterns {
        let words = pattern
            .as_array()
            .filter(|words| !words.is_empty())
            .ok_or_else(wrong)?;
        let words = words
            .iter()
            .map(|word| conditions(word, names).ok_or_else(wrong));
        compiled.push(words.collect::<Result<Vec<_>, _>>()?);
    }
    let mut sets = Vec::new();
    for (name, value) in get(rule, "attrs")
        .and_then(Value::as_map)
        .ok_or_else(wrong)?
    {
        let attribute = text(name).and_then(attribute).ok_or_else(wrong)?;
        let value = text(value).ok_or_else(wrong)?;
        let value = if value == "_" { "" } else { value };
        sets.push((attribute, names.add(value)));
    }
    let index = get(rule, "index").and_then(Value::as_i64).unwrap_or(0);
    let index = usize::try_from(index).map_err(|_| wrong())?;
    let reaches = |pattern: &Vec<Conditions>| index < pattern.len();
    match compiled.iter().all(reaches) {
        true => Ok(Rule {
            patterns: compiled,
            sets,
            index,
        }),
        false => Err(wrong()),
    }
}

fn conditions(word: &Value, names: &mut Names) -> Option<Conditions> {
    let mut conditions = Vec::new();
    for (name, value) in word.as_map()? {
        let attribute = attribute(text(name)?)?;
        conditions.push((attribute, test(attribute, value, names)?));
    }
    Some(conditions)
}

fn test(attribute: Attribute, value: &Value, names: &mut Names) -> Option<Test> {
    if let Value::Boolean(wanted) = value {
        return (attribute == Attribute::IsSpace).then_some(Test::Space(*wanted));
    }
    if let Some(value) = text(value) {
        return Some(Test::Is(names.add(value)));
    }
    let [(operator, value)] = value.as_map()?.as_slice() else {
        return None;
    };
    let mut list = || {
        let words = value
            .as_array()?
            .iter()
            .map(|word| Some(names.add(text(word)?)));
        words.collect::<Option<Vec<Name>>>()
    };
    match text(operator)? {
        "IN" => list().map(Test::In),
        "NOT_IN" => list().map(Test::NotIn),
        "REGEX" if attribute == Attribute::Lower => {
            Some(Test::Matches(Regex::new(text(value)?).ok()?))
        }
        _ => None,
    }
}

fn attribute(name: &str) -> Option<Attribute> {
    Some(match name {
        "LOWER" => Attribute::Lower,
        "ORTH" | "TEXT" => Attribute::Orth,
        "TAG" => Attribute::Tag,
        "POS" => Attribute::Pos,
        "DEP" => Attribute::Dep,
        "LEMMA" => Attribute::Lemma,
        "MORPH" => Attribute::Morph,
        "IS_SPACE" => Attribute::IsSpace,
        _ => return None,
    })
}
