//! A sentence as a row of pieces: noun phrases, verb groups, prepositions, conjunctions, times.
//!
//! A chunker by closed classes and a verb list, not a parser: it knows no attachment. Where a
//! word can be a noun or a verb, its place decides. The trained parse will take its place.

use crate::lexicon::{Function, Noun, NounForm, VerbForm, form};
use crate::words::{Shape, Word, words};
use depeche_annotate::{Annotations, EntityKind, MentionForm};
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

    fn verb_form(&self, at: usize) -> Option<VerbForm> {
        self.words.get(at)?.entry?.verb
    }

    /// Whether the word can be the form of a verb that follows an auxiliary.
    fn has_form(&self, at: usize, forms: u8) -> bool {
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
    fn past_adverbs(&self, mut at: usize) -> usize {
        while matches!(
            self.function(at),
            Some(Function::Adverb | Function::Alleged | Function::Not)
        ) || self.is_ly(at)
        {
            at += 1;
        }
        at
    }

    fn is_ly(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let spelling = word.span.get(self.text).unwrap_or_default();
            word.entry.is_none()
                && word.shape == Shape::Lower
                && spelling.len() > 4
                && spelling.ends_with("ly")
        })
    }

    /// Whether a verb group starts here, seen from the piece before.
    fn is_verb_start(&self, at: usize) -> bool {
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
    fn is_infinitive(&self, at: usize) -> bool {
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
    fn is_plain_verb(&self, at: usize) -> bool {
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
    fn is_present(&self, at: usize, is_noun_too: bool) -> bool {
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
    fn has_object(&self, at: usize) -> bool {
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

    fn previous(&self) -> Option<&Kind> {
        self.pieces.last().map(|piece| &piece.kind)
    }

    /// A sentence in capitals, as telegrams have them.
    fn is_shouted(&self) -> bool {
        let lower = |word: &&Word| word.shape == Shape::Lower;
        !self.words.iter().any(|word| lower(&word))
    }

    /// Reads auxiliaries, adverbs and the main verb.
    fn verb_group(&mut self, start: usize) -> usize {
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
    fn to(&self, group: &mut VerbGroup, auxiliary: &mut Option<Function>) {
        match auxiliary {
            Some(Function::Be) => group.is_planned = true,
            Some(_) => group.is_hypothetical = true,
            None => group.is_infinitive = true,
        }
        group.is_past = false;
        *auxiliary = Some(Function::To);
    }

    fn is_auxiliary_be(&self, next: usize) -> bool {
        self.has_form(next, form::PARTICIPLE | form::ING)
            || matches!(self.spelling(next), "being" | "been" | "having")
            || self.function(next) == Some(Function::To) && self.is_infinitive(next)
    }

    fn main_verb(&self, group: &mut VerbGroup, at: usize, auxiliary: Option<Function>) {
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

    /// Reads a noun phrase from its first word.
    fn noun_phrase(&mut self, start: usize) -> usize {
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
    fn splits(&self, left: usize, right: usize) -> bool {
        let (left, right) = (
            &self.annotations.mentions[left],
            &self.annotations.mentions[right],
        );
        !(left.kind == EntityKind::Place
            && matches!(right.kind, EntityKind::Organization | EntityKind::Facility))
    }

    /// Takes one word into a phrase: whether it is content, or `None` where the phrase ends.
    fn noun_word(&self, noun: &mut NounPhrase, at: usize, has_content: bool) -> Option<bool> {
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

    fn noun_function(
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
    fn is_object_her(&self, at: usize) -> bool {
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
    fn follows_quantifier(&self, at: usize) -> bool {
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
    fn ends_phrase(&self, noun: &NounPhrase, at: usize) -> bool {
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
