//! Verb groups: where one starts, its auxiliaries, its main verb.

use super::{Chunker, Kind, VerbGroup};
use crate::lexicon::{Function, Noun, VerbForm, form};
use crate::words::{Shape, Word};

impl Chunker<'_> {
    pub(super) fn verb_form(&self, at: usize) -> Option<VerbForm> {
        self.words.get(at)?.entry?.verb
    }

    /// Whether the word can be the form of a verb that follows an auxiliary.
    pub(super) fn has_form(&self, at: usize, forms: u8) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        match self.verb_form(at) {
            Some(verb) => verb.forms & forms != 0,
            None => {
                word.ends_in_ed
                    && word.entry.is_none()
                    && forms & (form::PAST | form::PARTICIPLE) != 0
            }
        }
    }

    /// The first word from `at` on that is neither adverb nor negation.
    pub(super) fn past_adverbs(&self, mut at: usize) -> usize {
        while matches!(
            self.function(at),
            Some(Function::Adverb | Function::Alleged | Function::Not)
        ) || self.is_ly(at)
        {
            at += 1;
        }
        at
    }

    pub(super) fn is_ly(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let spelling = word.span.get(self.text).unwrap_or_default();
            word.entry.is_none()
                && word.shape == Shape::Lower
                && spelling.len() > 4
                && spelling.ends_with("ly")
        })
    }

    /// Whether a verb group starts here, seen from the piece before.
    pub(super) fn is_verb_start(&self, at: usize) -> bool {
        if self.cover(at).is_some() {
            return false;
        }
        match self.function(at) {
            Some(Function::Will | Function::Would | Function::Be | Function::Have) => {
                return self.words[at].shape != Shape::Capital || self.pieces.is_empty();
            }
            Some(Function::Do) => return true,
            Some(Function::To) => return self.is_infinitive(at),
            Some(Function::Not) => {
                let next = self.past_adverbs(at);
                return self.has_form(next, form::BASE | form::PAST | form::PARTICIPLE)
                    || self.function(next) == Some(Function::To) && self.is_infinitive(next);
            }
            Some(Function::Adverb | Function::Alleged) => {
                let next = self.past_adverbs(at);
                return next > at
                    && self.cover(next.min(self.words.len() - 1)).is_none()
                    && self.is_plain_verb(next);
            }
            Some(_) => return false,
            None => {}
        }
        if self.is_ly(at) {
            let next = self.past_adverbs(at);
            return next < self.words.len()
                && self.cover(next).is_none()
                && self.is_plain_verb(next);
        }
        self.is_plain_verb(at)
    }

    /// "to" before the base form of a listed verb, not before a name or an article.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        let next = self.past_adverbs(at + 1);
        next < self.words.len()
            && self.cover(next).is_none()
            && self.words[next].shape == Shape::Lower
            && (self.has_form(next, form::BASE)
                || matches!(
                    self.function(next),
                    Some(Function::Be | Function::Have | Function::Do)
                ))
    }

    /// Whether a word without auxiliary is a verb, after what stands before it.
    pub(super) fn is_plain_verb(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        if word.shape == Shape::Capital && !self.is_shouted() && !self.pieces.is_empty() {
            return false;
        }
        if self.function(at).is_some() {
            return false;
        }
        let finite = form::PAST | form::PARTICIPLE;
        let noun = word.entry.and_then(|entry| entry.noun);
        if self.has_form(at, finite) && noun.is_none() {
            return !matches!(self.previous(), Some(Kind::Preposition(_)));
        }
        if self.has_form(at, form::ING) && noun.is_none() {
            return true;
        }
        if !self.has_form(at, form::S | form::BASE) {
            return false;
        }
        self.is_present(at, noun.is_some())
    }

    /// Whether a form that may be a present tense is one: after a subject that fits.
    pub(super) fn is_present(&self, at: usize, is_noun_too: bool) -> bool {
        let is_s = self.has_form(at, form::S);
        match self.previous() {
            Some(Kind::Relative) => true,
            Some(Kind::Noun(noun)) => {
                if noun.is_pronoun {
                    return true;
                }
                let plural = noun.noun.is_some_and(|noun| noun.plural);
                let acts = noun.mention.is_some()
                    || noun
                        .noun
                        .is_some_and(|noun| matches!(noun.class, Noun::Person | Noun::Body));
                if is_noun_too {
                    (is_s && acts && !plural || !is_s && plural) && self.has_object(at)
                } else {
                    is_s && !plural || !is_s && (plural || noun.mention.is_none())
                }
            }
            Some(Kind::And | Kind::Comma) => is_s && !is_noun_too && self.has_object(at),
            _ => false,
        }
    }

    /// Whether what follows looks like an object or complement clause.
    pub(super) fn has_object(&self, at: usize) -> bool {
        let next = at + 1;
        if next >= self.words.len() {
            return false;
        }
        self.cover(next).is_some()
            || matches!(
                self.function(next),
                Some(
                    Function::That
                        | Function::Definite
                        | Function::Indefinite
                        | Function::Possessive
                        | Function::NoDeterminer
                        | Function::Pronoun
                        | Function::To
                )
            )
    }

    pub(super) fn previous(&self) -> Option<&Kind> {
        self.pieces.last().map(|piece| &piece.kind)
    }

    /// A sentence in capitals, as telegrams have them.
    pub(super) fn is_shouted(&self) -> bool {
        let lower = |word: &&Word| word.shape == Shape::Lower;
        !self.words.iter().any(|word| lower(&word))
    }

    /// Reads auxiliaries, adverbs and the main verb.
    pub(super) fn verb_group(&mut self, start: usize) -> usize {
        let mut group = VerbGroup::default();
        let mut at = start;
        let mut auxiliary = None;
        loop {
            let function = self.function(at);
            let next = self.past_adverbs(at + 1);
            match function {
                Some(Function::Not) => group.is_negated = true,
                Some(Function::Alleged) => group.is_alleged = true,
                Some(Function::Adverb) => {}
                None if self.is_ly(at) => {}
                Some(Function::Will) => (group.is_planned, auxiliary) = (true, function),
                Some(Function::Would) => (group.is_hypothetical, auxiliary) = (true, function),
                Some(Function::To) => self.to(&mut group, &mut auxiliary),
                Some(Function::Be) if self.is_auxiliary_be(next) => {
                    group.is_past |= matches!(self.spelling(at), "was" | "were" | "been");
                    auxiliary = function;
                }
                Some(Function::Have)
                    if self.has_form(next, form::PARTICIPLE)
                        || self.spelling(next) == "been"
                        || self.spelling(next) == "had"
                        || self.function(next) == Some(Function::To)
                            && self.is_infinitive(next) =>
                {
                    group.is_past = true;
                    auxiliary = function;
                }
                Some(Function::Do) if self.has_form(next, form::BASE) => {
                    group.is_past |= self.spelling(at) == "did";
                    auxiliary = function;
                }
                _ => {
                    self.main_verb(&mut group, at, auxiliary);
                    break;
                }
            }
            if at + 1 >= self.words.len() || self.cover(at + 1).is_some() {
                group.trigger = self.words[at].span;
                break;
            }
            at += 1;
        }
        let span = self.words[start].span.cover(self.words[at].span);
        self.push(span, Kind::Verb(group));
        at + 1
    }

    /// "is to meet" is a plan, "have to" a duty; without auxiliary it is the infinitive.
    pub(super) fn to(&self, group: &mut VerbGroup, auxiliary: &mut Option<Function>) {
        match auxiliary {
            Some(Function::Be) => group.is_planned = true,
            Some(_) => group.is_hypothetical = true,
            None => group.is_infinitive = true,
        }
        group.is_past = false;
        *auxiliary = Some(Function::To);
    }

    pub(super) fn is_auxiliary_be(&self, next: usize) -> bool {
        self.has_form(next, form::PARTICIPLE | form::ING)
            || matches!(self.spelling(next), "being" | "been" | "having")
            || self.function(next) == Some(Function::To) && self.is_infinitive(next)
    }

    pub(super) fn main_verb(&self, group: &mut VerbGroup, at: usize, auxiliary: Option<Function>) {
        group.trigger = self.words[at].span;
        let Some(verb) = self.verb_form(at) else {
            group.lemma = match self.function(at) {
                Some(Function::Be) => "be",
                Some(Function::Have) => "have",
                Some(Function::Do) => "do",
                _ => "",
            };
            group.is_past |= self.words[at].ends_in_ed
                || matches!(self.spelling(at), "was" | "were" | "had" | "did");
            group.is_bare = auxiliary.is_none() && self.words[at].ends_in_ed;
            group.is_passive = auxiliary == Some(Function::Be) && self.words[at].ends_in_ed;
            return;
        };
        group.lemma = verb.lemma;
        let is_ing = verb.forms == form::ING;
        group.is_passive = auxiliary == Some(Function::Be) && verb.forms & form::PARTICIPLE != 0;
        group.is_gerund = auxiliary.is_none() && is_ing;
        group.is_bare = auxiliary.is_none() && verb.forms & form::PARTICIPLE != 0;
        group.is_past |= auxiliary.is_none() && verb.forms & (form::PAST | form::PARTICIPLE) != 0;
    }
}
