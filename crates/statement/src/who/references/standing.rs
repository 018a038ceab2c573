//! Who stands where in a text: entities by their names and what means them, and the nouns that
//! a pronoun may mean instead.

use super::super::Who;
use super::gender::{self, Gender};
use super::grammar::{Grammar, Part};
use crate::lexicon::{Noun, noun};
use depeche_annotate::{Annotations, EntityKind, MentionForm};
use depeche_text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// Index of an entity.
    Entity(u32),
    /// Two entities together.
    Pair(u32, u32),
    /// A noun, by a number of its dictionary form: nobody that we could name.
    Noun(u32),
}

/// What a pronoun must agree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Person(Option<Gender>),
    /// A body; as one or as many.
    Body,
    /// A country or another place; in older texts a country is "she".
    Place,
    /// One thing.
    Thing,
    /// People taken together.
    People,
    /// More than one, of whatever kind.
    Many,
}

/// Somebody or something at a place in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub(super) target: Target,
    pub(super) sort: Sort,
    pub(super) word: usize,
    pub(super) sentence: usize,
    pub(super) part: Part,
    /// Whether it is a name; else a title, a noun or a pronoun.
    pub(super) is_name: bool,
}

/// Reads names and nouns of a document.
pub(super) struct Reader<'a> {
    pub(super) annotations: &'a Annotations,
    pub(super) grammar: &'a Grammar<'a>,
    pub(super) genders: &'a BTreeMap<u32, Gender>,
    /// By word, whom a noun means that is no mention.
    pub(super) linked: &'a BTreeMap<usize, u32>,
    pub(super) nouns: BTreeMap<String, u32>,
}

impl Reader<'_> {
    /// Those of a sentence, in text order; pronouns are left out.
    pub(super) fn sentence(&mut self, who: &Who, sentence: usize) -> Vec<Standing> {
        let span = self.annotations.sentences[sentence];
        let mut found = Vec::new();
        let mut covered: Vec<Span> = Vec::new();
        for at in self.annotations.mentions_in(span) {
            let mention = &self.annotations.mentions[at];
            let is_inner = covered
                .last()
                .is_some_and(|outer| outer.contains(mention.span));
            if mention.form == MentionForm::Pronoun || is_inner {
                continue;
            }
            let Some(word) = self.grammar.head_of(mention.span) else {
                continue;
            };
            covered.push(mention.full.cover(mention.span));
            let (target, sort) = match who.of_mention[at] {
                Some(entity) => (Target::Entity(entity), self.sort(entity, mention.kind)),
                None => (self.noun(word), of_nominal(mention.kind)),
            };
            found.push(Standing {
                is_name: mention.form == MentionForm::Name,
                ..self.standing((target, sort), word, sentence)
            });
        }
        for word in self.annotations.words_in(span) {
            let at = self.annotations.words[word].span;
            let after = covered.partition_point(|outer| outer.start <= at.start);
            if after > 0 && covered[after - 1].contains(at) {
                continue;
            }
            if let Some(entity) = self.linked.get(&word) {
                let kind = who.entities[*entity as usize].kind;
                let sort = self.sort(*entity, kind);
                found.push(self.standing((Target::Entity(*entity), sort), word, sentence));
            } else if let Some(sort) = self.sort_of_noun(word) {
                let target = self.noun(word);
                found.push(self.standing((target, sort), word, sentence));
            }
        }
        self.join_pairs(&mut found, sentence);
        found.sort_by_key(|standing| standing.word);
        found
    }

    fn standing(&self, (target, sort): (Target, Sort), word: usize, sentence: usize) -> Standing {
        Standing {
            target,
            sort,
            word,
            sentence,
            part: self.grammar.part(word),
            is_name: false,
        }
    }

    fn sort(&self, entity: u32, kind: EntityKind) -> Sort {
        match kind {
            EntityKind::Person => Sort::Person(self.genders.get(&entity).copied()),
            _ => of_nominal(kind),
        }
    }

    fn noun(&mut self, word: usize) -> Target {
        let next = self.nouns.len() as u32;
        let lemma = self.grammar.words[word].lemma.to_lowercase();
        Target::Noun(*self.nouns.entry(lemma).or_insert(next))
    }

    /// What a noun outside all names can be meant as.
    fn sort_of_noun(&self, word: usize) -> Option<Sort> {
        let found = &self.grammar.words[word];
        let is_head = !matches!(found.dep, "compound" | "nmod" | "amod" | "npadvmod");
        let is_noun = matches!(found.pos, "NOUN" | "PROPN") && found.span.len() > 2;
        if !is_head || !is_noun || self.is_time(found.span) {
            return None;
        }
        if matches!(found.tag, "NNS" | "NNPS") {
            return Some(Sort::Many);
        }
        let lemma = found.lemma.to_lowercase();
        let gender = gender::of_word(&lemma);
        let form = noun(&lemma);
        let is_person = form.is_some_and(|form| form.class == Noun::Person);
        Some(match (gender, is_person) {
            (Some(gender), _) => Sort::Person(Some(gender)),
            (None, true) if form.is_some_and(|form| form.plural) => Sort::Many,
            (None, true) => Sort::Person(None),
            _ if form.is_some_and(|form| form.class == Noun::Body) => Sort::Body,
            _ => Sort::Thing,
        })
    }

    fn is_time(&self, span: Span) -> bool {
        let times = &self.annotations.times;
        let before =
            times.partition_point(|time| time.span.is_none_or(|time| time.end <= span.start));
        let time = times.get(before).and_then(|time| time.span);
        time.is_some_and(|time| time.contains(span))
    }

    /// "Moss and Veld" can be "they".
    fn join_pairs(&mut self, found: &mut Vec<Standing>, sentence: usize) {
        let singles: BTreeMap<usize, Standing> = found
            .iter()
            .filter(|standing| !matches!(standing.sort, Sort::Many | Sort::People))
            .map(|standing| (standing.word, *standing))
            .collect();
        let is_joined = |word: usize| self.grammar.words[word].dep == "conj";
        let heads = singles.keys().filter(|word| is_joined(**word));
        let heads: BTreeSet<usize> = heads.map(|word| self.grammar.words[*word].head).collect();
        for second in singles.values().filter(|second| is_joined(second.word)) {
            let Some(first) = singles.get(&self.grammar.words[second.word].head) else {
                continue;
            };
            // Of three or more only two would be read.
            let is_longer = heads.contains(&second.word);
            let target = match (first.target, second.target) {
                (Target::Entity(one), Target::Entity(other)) if one != other && !is_longer => {
                    Target::Pair(one.min(other), one.max(other))
                }
                _ => self.noun(second.word),
            };
            found.push(self.standing((target, Sort::Many), first.word, sentence));
        }
    }
}

fn of_nominal(kind: EntityKind) -> Sort {
    match kind {
        EntityKind::Person => Sort::Person(None),
        EntityKind::Group => Sort::People,
        EntityKind::Organization => Sort::Body,
        EntityKind::Place => Sort::Place,
        EntityKind::Facility | EntityKind::Event | EntityKind::Document => Sort::Thing,
    }
}
