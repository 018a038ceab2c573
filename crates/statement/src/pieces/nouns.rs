//! Noun phrases: their words, what determines them, where they end.

use super::{Chunker, Cover, Determiner, Kind, NounPhrase};
use crate::lexicon::{Function, Noun, form};
use crate::words::Shape;
use depeche_annotate::EntityKind;

impl Chunker<'_> {
    /// Reads a noun phrase from its first word.
    pub(super) fn noun_phrase(&mut self, start: usize) -> usize {
        let mut noun = NounPhrase {
            mention: None,
            modifier: None,
            noun: None,
            determiner: Determiner::Bare,
            is_pronoun: false,
            is_quantifier: false,
            possessive: None,
            is_unreal: false,
        };
        let mut at = start;
        let mut has_content = false;
        while at < self.words.len() {
            let next = match self.cover(at) {
                Some((_, Cover::Time(_))) => break,
                Some((span, Cover::Mention(index))) => {
                    if has_content && noun.mention.is_some_and(|last| self.splits(last, index)) {
                        break;
                    }
                    noun.modifier = noun.mention.or(noun.modifier);
                    (noun.mention, noun.noun) = (Some(index), None);
                    has_content = true;
                    self.after(span, at)
                }
                None => match self.noun_word(&mut noun, at, has_content) {
                    Some(is_content) => {
                        has_content |= is_content;
                        at + 1
                    }
                    None => break,
                },
            };
            at = next;
            if noun.is_pronoun {
                break;
            }
        }
        let at = at.max(start + 1);
        let span = self.words[start].span.cover(self.words[at - 1].span);
        self.push(span, Kind::Noun(noun));
        at
    }

    /// Two names side by side are two phrases ("In Paris Veld met"), unless the first is a
    /// place that qualifies a body ("the Paris Embassy").
    pub(super) fn splits(&self, left: usize, right: usize) -> bool {
        let (left, right) = (
            &self.annotations.mentions[left],
            &self.annotations.mentions[right],
        );
        !(left.kind == EntityKind::Place
            && matches!(right.kind, EntityKind::Organization | EntityKind::Facility))
    }

    /// Takes one word into a phrase: whether it is content, or `None` where the phrase ends.
    pub(super) fn noun_word(
        &self,
        noun: &mut NounPhrase,
        at: usize,
        has_content: bool,
    ) -> Option<bool> {
        let word = &self.words[at];
        if word.shape == Shape::PossessiveEnding {
            (noun.modifier, noun.mention) = (noun.mention.or(noun.modifier), None);
            (noun.noun, noun.determiner) = (None, Determiner::Definite);
            return has_content.then_some(false);
        }
        if !matches!(word.shape, Shape::Lower | Shape::Capital | Shape::Number) {
            return None;
        }
        if let Some(function) = self.function(at) {
            return self.noun_function(noun, at, (function, has_content));
        }
        if has_content && self.ends_phrase(noun, at)
            || noun.is_quantifier && self.follows_quantifier(at)
        {
            return None;
        }
        let listed = word.entry.and_then(|entry| entry.noun);
        let is_adjective = self.has_form(at, form::PAST | form::PARTICIPLE) && listed.is_none();
        let spelling = word.span.get(self.text).unwrap_or_default();
        noun.is_unreal |= matches!(
            spelling,
            "proposed"
                | "planned"
                | "possible"
                | "future"
                | "upcoming"
                | "forthcoming"
                | "potential"
                | "eventual"
                | "scheduled"
                | "next"
                | "suggested"
        );
        (noun.modifier, noun.mention) = (noun.mention.or(noun.modifier), None);
        (noun.noun, noun.is_quantifier) = (listed, false);
        Some(!is_adjective || has_content)
    }

    pub(super) fn noun_function(
        &self,
        noun: &mut NounPhrase,
        at: usize,
        (function, has_content): (Function, bool),
    ) -> Option<bool> {
        if has_content || noun.is_pronoun {
            return None;
        }
        match function {
            Function::Definite | Function::That => noun.determiner = Determiner::Definite,
            Function::Indefinite => noun.determiner = Determiner::Indefinite,
            Function::NoDeterminer => noun.determiner = Determiner::Negative,
            Function::Possessive if self.is_object_her(at) => noun.is_pronoun = true,
            Function::Possessive => {
                noun.determiner = Determiner::Definite;
                noun.possessive = Some(self.words[at].span);
            }
            Function::Pronoun => noun.is_pronoun = true,
            Function::Quantifier => {
                noun.is_quantifier = true;
                if noun.determiner == Determiner::Bare {
                    noun.determiner = Determiner::Indefinite;
                }
            }
            _ => return None,
        }
        Some(false)
    }

    /// "informed **her** that": "her" before a word that no noun phrase goes on with.
    pub(super) fn is_object_her(&self, at: usize) -> bool {
        if self.spelling(at) != "her" {
            return false;
        }
        let Some(next) = self.words.get(at + 1) else {
            return true;
        };
        let goes_on = matches!(next.shape, Shape::Lower | Shape::Capital | Shape::Number);
        !goes_on || self.function(at + 1).is_some() && self.cover(at + 1).is_none()
    }

    /// "others **fled** to": a past tense, where no noun comes after it.
    pub(super) fn follows_quantifier(&self, at: usize) -> bool {
        let next = self.words.get(at + 1);
        let is_noun_next = next.is_some_and(|next| {
            next.shape == Shape::Lower
                && next
                    .entry
                    .is_none_or(|entry| entry.function.is_none() && entry.noun.is_some())
        });
        self.has_form(at, form::PAST | form::PARTICIPLE) && !is_noun_next
    }

    /// Whether a phrase with content ends before this word because the word is its verb.
    pub(super) fn ends_phrase(&self, noun: &NounPhrase, at: usize) -> bool {
        let word = &self.words[at];
        if word.shape == Shape::Capital && !self.is_shouted() {
            return false;
        }
        if self.is_ly(at) {
            return true;
        }
        let listed = word.entry.and_then(|entry| entry.noun);
        if self.has_form(at, form::PAST | form::PARTICIPLE) && listed.is_none() {
            return true;
        }
        if self.has_form(at, form::ING) && listed.is_none() {
            return true;
        }
        if !self.has_form(at, form::S | form::BASE) {
            return false;
        }
        let plural = noun.noun.is_some_and(|noun| noun.plural);
        let acts = noun.mention.is_some()
            || noun
                .noun
                .is_some_and(|noun| matches!(noun.class, Noun::Person | Noun::Body));
        let is_s = self.has_form(at, form::S);
        let agrees = if is_s { !plural && acts } else { plural };
        agrees && (listed.is_none() || self.has_object(at))
    }
}
