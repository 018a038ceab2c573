//! A sentence as a row of pieces: noun phrases, verb groups, prepositions, conjunctions, times.
//!
//! A chunker by closed classes and a verb list, not a parser: it knows no attachment. Where a
//! word can be a noun or a verb, its place decides. The trained parse will take its place.

mod nouns;
mod verbs;

use crate::lexicon::{Function, NounForm};
use crate::words::{Shape, Word, words};
use depeche_annotate::{Annotations, MentionForm};
use depeche_text::Span;

/// How a noun phrase is determined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// Nothing.
    Bare,
    /// "the", "his", "Veld's".
    Definite,
    /// "a", "two".
    Indefinite,
    /// "no".
    Negative,
}

/// A noun phrase without its prepositional phrases.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NounPhrase {
    /// The mention that is its head: the last element, or the whole.
    pub(crate) mention: Option<usize>,
    /// A name before the head: "**Mossad** representatives", "**Veld**'s adviser".
    pub(crate) modifier: Option<usize>,
    /// The head where it is a listed noun.
    pub(crate) noun: Option<NounForm>,
    /// How it is determined.
    pub(crate) determiner: Determiner,
    /// "he", "they", not the head of a mention.
    pub(crate) is_pronoun: bool,
    /// "some", "others" without a noun.
    pub(crate) is_quantifier: bool,
    /// "his meeting": the possessor is a pronoun, at this span.
    pub(crate) possessive: Option<Span>,
    /// "proposed", "planned", "possible" before the head.
    pub(crate) is_unreal: bool,
}

/// Auxiliaries and main verb.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct VerbGroup {
    /// The main verb where it is listed.
    pub(crate) lemma: &'static str,
    /// The words of the main verb.
    pub(crate) trigger: Span,
    /// "was arrested".
    pub(crate) is_passive: bool,
    /// "not", "never".
    pub(crate) is_negated: bool,
    /// "will", "is to".
    pub(crate) is_planned: bool,
    /// "would", "might".
    pub(crate) is_hypothetical: bool,
    /// "reportedly".
    pub(crate) is_alleged: bool,
    /// "to meet".
    pub(crate) is_infinitive: bool,
    /// "meeting" without an auxiliary.
    pub(crate) is_gerund: bool,
    /// A past tense or perfect.
    pub(crate) is_past: bool,
    /// Past or participle without an auxiliary: it may open a reduced relative clause.
    pub(crate) is_bare: bool,
}

/// What a piece is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Noun(NounPhrase),
    Verb(VerbGroup),
    Preposition(&'static str),
    And,
    Comma,
    /// "that" before a clause or relative.
    That,
    Relative,
    If,
    Subordinator,
    But,
    /// Index into [`Annotations::times`].
    Time(usize),
    Adverb,
    /// A colon, semicolon, dash or bracket.
    Break,
    Colon,
    Quote,
}

/// One piece of a sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
}

impl Piece {
    pub(crate) fn noun(&self) -> Option<&NounPhrase> {
        match &self.kind {
            Kind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    pub(crate) fn verb(&self) -> Option<&VerbGroup> {
        match &self.kind {
            Kind::Verb(verb) => Some(verb),
            _ => None,
        }
    }

    pub(crate) fn preposition(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Preposition(word) => Some(word),
            _ => None,
        }
    }
}

/// Reads one sentence into pieces.
pub(crate) fn pieces(text: &str, annotations: &Annotations, sentence: Span) -> Vec<Piece> {
    let words = words(text, sentence);
    let mut chunker = Chunker {
        text,
        annotations,
        covers: covers(annotations, sentence),
        words,
        pieces: Vec::new(),
    };
    let mut at = 0;
    while at < chunker.words.len() {
        let next = chunker.piece(at);
        debug_assert!(next > at, "every piece takes a word");
        at = next.max(at + 1);
    }
    chunker.pieces
}

/// What an annotator has already read as one.
#[derive(Debug, Clone, Copy)]
enum Cover {
    Mention(usize),
    Time(usize),
}

/// Outermost mentions and times of the sentence, in text order, without overlap.
fn covers(annotations: &Annotations, sentence: Span) -> Vec<(Span, Cover)> {
    let mentions = inside(&annotations.mentions, sentence, |mention| mention.span);
    let mut found: Vec<(Span, Cover)> = mentions
        .filter(|(_, mention)| mention.form != MentionForm::Pronoun)
        .map(|(index, mention)| (mention.full.cover(mention.span), Cover::Mention(index)))
        .collect();
    let times = annotations.times.iter().enumerate();
    found.extend(times.filter_map(|(index, time)| {
        let span = time.span.filter(|span| sentence.contains(*span))?;
        Some((span, Cover::Time(index)))
    }));
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut outermost: Vec<(Span, Cover)> = Vec::with_capacity(found.len());
    for (span, cover) in found {
        if outermost
            .last()
            .is_none_or(|(last, _)| last.end <= span.start)
        {
            outermost.push((span, cover));
        }
    }
    outermost
}

/// The members of a list in text order that lie inside a sentence, with their indices.
pub(crate) fn inside<T>(
    list: &[T],
    sentence: Span,
    span: impl Fn(&T) -> Span,
) -> impl Iterator<Item = (usize, &T)> {
    let first = list.partition_point(|item| span(item).start < sentence.start);
    list.iter()
        .enumerate()
        .skip(first)
        .take_while(move |(_, item)| span(item).end <= sentence.end)
}

struct Chunker<'a> {
    text: &'a str,
    annotations: &'a Annotations,
    covers: Vec<(Span, Cover)>,
    words: Vec<Word>,
    pieces: Vec<Piece>,
}

impl Chunker<'_> {
    /// Reads the piece at a word; returns the word after it.
    fn piece(&mut self, at: usize) -> usize {
        if let Some((span, Cover::Time(index))) = self.cover(at) {
            self.push(span, Kind::Time(index));
            return self.after(span, at);
        }
        if self.is_verb_start(at) {
            return self.verb_group(at);
        }
        if let Some(next) = self.function_word(at) {
            return next;
        }
        self.noun_phrase(at)
    }

    fn push(&mut self, span: Span, kind: Kind) {
        self.pieces.push(Piece { span, kind });
    }

    /// What starts at this word.
    fn cover(&self, at: usize) -> Option<(Span, Cover)> {
        let start = self.words[at].span.start;
        let index = self.covers.partition_point(|(span, _)| span.start < start);
        self.covers
            .get(index)
            .copied()
            .filter(|(span, _)| span.start == start)
    }

    /// The first word after a span.
    fn after(&self, span: Span, at: usize) -> usize {
        let rest = &self.words[at..];
        at + rest
            .partition_point(|word| word.span.start < span.end)
            .max(1)
    }

    fn function(&self, at: usize) -> Option<Function> {
        let entry = self.words.get(at)?.entry?;
        entry.function.map(|(function, _)| function)
    }

    fn spelling(&self, at: usize) -> &'static str {
        let entry = self.words.get(at).and_then(|word| word.entry);
        let function = entry.and_then(|entry| entry.function);
        function.map_or("", |(_, spelling)| spelling)
    }

    /// Reads one closed-class word that is not part of a noun phrase.
    fn function_word(&mut self, at: usize) -> Option<usize> {
        let span = self.words[at].span;
        let mark = match self.words[at].shape {
            Shape::Comma => Some(Kind::Comma),
            Shape::Colon => Some(Kind::Colon),
            Shape::Semicolon | Shape::Open | Shape::Close => Some(Kind::Break),
            Shape::Quote => Some(Kind::Quote),
            Shape::PossessiveEnding | Shape::Mark => return Some(at + 1),
            Shape::Lower | Shape::Capital | Shape::Number => None,
        };
        if let Some(kind) = mark {
            self.push(span, kind);
            return Some(at + 1);
        }
        if self.cover(at).is_some() {
            return None;
        }
        if let Some((end, kind)) = self.several_words(at) {
            self.push(span.cover(self.words[end].span), kind);
            return Some(end + 1);
        }
        let kind = match self.function(at)? {
            Function::Preposition => Kind::Preposition(self.spelling(at)),
            Function::To => Kind::Preposition("to"),
            Function::And | Function::Or => Kind::And,
            Function::But => Kind::But,
            Function::That if !self.is_determiner_that(at) => Kind::That,
            Function::Relative => Kind::Relative,
            Function::If => Kind::If,
            Function::Subordinator => Kind::Subordinator,
            Function::Adverb | Function::Alleged | Function::Not => Kind::Adverb,
            _ => return None,
        };
        self.push(span, kind);
        Some(at + 1)
    }

    /// Prepositions and conjunctions of several words; the index of their last word.
    fn several_words(&self, at: usize) -> Option<(usize, Kind)> {
        let is = |offset: usize, word: &str| {
            let found = self.words.get(at + offset);
            let words = found.and_then(|found| found.span.get(self.text));
            words.is_some_and(|found| found.eq_ignore_ascii_case(word))
        };
        if is(0, "as") && is(1, "well") && is(2, "as") {
            return Some((at + 2, Kind::And));
        }
        if is(0, "together") && is(1, "with") || is(0, "along") && is(1, "with") {
            return Some((at + 1, Kind::And));
        }
        if is(0, "according") && is(1, "to") {
            return Some((at + 1, Kind::Preposition("according to")));
        }
        if is(0, "because") && is(1, "of") || is(0, "thanks") && is(1, "to") {
            return Some((at + 1, Kind::Preposition("because of")));
        }
        None
    }

    /// "that country", after a preposition or verb and before a noun.
    fn is_determiner_that(&self, at: usize) -> bool {
        let next_is_noun = self
            .words
            .get(at + 1)
            .and_then(|word| word.entry)
            .is_some_and(|entry| entry.noun.is_some_and(|noun| !noun.plural));
        next_is_noun && matches!(self.previous(), Some(Kind::Preposition(_)) | None)
    }
}
