//! Names in one sentence: bodies by head noun, gazetteer names, people, sites.
//!
//! Each finder claims words; a word belongs to one name. The order of claims is the policy of
//! who wins: bodies by head noun, people with a title, the gazetteer, people by their look, the
//! trained pipeline; this last may widen a name that was found by less.

mod bodies;
mod compounds;
mod gazetteer_names;
mod head_nouns;
mod people;
mod proposed;
mod repeated;

use crate::title::{Title, titles};
use crate::word::{Case, Word};
use crate::{EntityKind, Mention, MentionForm, Proposal};
use depeche_text::Span;
use std::collections::BTreeSet;

pub(crate) use compounds::{Singles, singles};
pub(crate) use head_nouns::head_kind;
pub(crate) use people::Surnames;
pub(crate) use repeated::{Repeated, repeated};

/// One sentence on its way to names.
pub(crate) struct Sentence<'a> {
    pub(crate) words: Vec<Word<'a>>,
    pub(crate) case: Case,
    /// Whether the document is all capitals.
    telegram: bool,
    pub(crate) titles: Vec<Title>,
    /// For each word, whether a name has claimed it.
    taken: Vec<bool>,
    pub(crate) found: Vec<Mention>,
}

impl<'a> Sentence<'a> {
    /// Reads all names that need no other sentence.
    pub(crate) fn read(
        (words, case): (Vec<Word<'a>>, Case),
        proposals: &[Proposal],
        telegram: bool,
    ) -> Sentence<'a> {
        let mut sentence = Sentence {
            titles: titles(&words),
            taken: vec![false; words.len()],
            words,
            case,
            telegram,
            found: Vec::new(),
        };
        bodies::claim(&mut sentence);
        people::claim_titled(&mut sentence);
        gazetteer_names::claim(&mut sentence);
        people::claim_untitled(&mut sentence);
        proposed::claim_people(&mut sentence, proposals);
        sentence
    }

    /// Reads the single surnames that fuller names elsewhere in the document explain, and then
    /// what else the trained pipeline proposes.
    pub(crate) fn finish(&mut self, surnames: &Surnames, proposals: &[Proposal]) {
        people::claim_surnames(self, surnames);
        proposed::claim(self, proposals);
        proposed::second(self, proposals);
    }

    /// Reads the rare words that the document knows from other sentences.
    pub(crate) fn repeat(&mut self, repeated: &Repeated) {
        repeated::claim(self, repeated);
    }

    /// Reads the names that hyphens join.
    pub(crate) fn part(&mut self, text: &str, singles: &Singles) {
        compounds::claim(self, text, singles);
    }

    /// Takes what is left for the signature of a telegram: its last line, a name.
    pub(crate) fn sign(&mut self) {
        people::claim_signature(self);
    }

    fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_ref())
    }

    fn free(&self, at: usize) -> bool {
        self.taken.get(at).is_some_and(|taken| !taken)
    }

    fn all_free(&self, start: usize, end: usize) -> bool {
        (start..end).all(|at| self.free(at))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        self.words[start].span.cover(self.words[end - 1].span)
    }

    fn in_title(&self, at: usize) -> bool {
        let mut titles = self.titles.iter();
        titles.any(|title| title.start <= at && at < title.end)
    }

    /// Takes back the names inside of words `start..end`.
    fn release(&mut self, start: usize, end: usize) {
        let span = self.span(start, end);
        self.found.retain(|mention| !span.contains(mention.span));
        self.taken[start..end].fill(false);
    }

    fn claim(&mut self, name: Name) {
        self.taken[name.start..name.end].fill(true);
        let mention = Mention {
            span: self.span(name.start, name.end),
            full: self.span(name.full_start, name.end),
            kind: name.kind,
            form: name.form,
            by: vec![name.by.to_owned()],
        };
        self.found.push(mention);
    }
}

/// A name over words `start..end`, with what belongs to it from `full_start`.
#[derive(Debug, Clone, Copy)]
struct Name {
    start: usize,
    end: usize,
    full_start: usize,
    kind: EntityKind,
    form: MentionForm,
    by: &'static str,
}

impl Name {
    fn new(start: usize, end: usize, kind: EntityKind, by: &'static str) -> Name {
        Name {
            start,
            end,
            full_start: start,
            kind,
            form: MentionForm::Name,
            by,
        }
    }
}

/// Sorts mentions and drops doubles.
pub(crate) fn in_order(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|mention| (mention.span, mention.kind));
    let mut seen = BTreeSet::new();
    mentions.retain(|mention| seen.insert(mention.span));
    mentions
}
