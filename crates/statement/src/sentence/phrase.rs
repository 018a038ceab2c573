//! Noun phrases: what a head says, what determines it, and how far its words go.

use super::{Filler, Sentence};
use crate::attribution::is_reporting;
use crate::lexicon::{Noun, NounForm, noun};
use depeche_text::Span;
use depeche_time::TimeType;

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

/// A noun phrase, as far as frames ask.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NounPhrase {
    /// The mention that it is.
    pub(crate) mention: Option<usize>,
    /// A name before the head: "**Mossad** representatives", "**Veld**'s adviser".
    pub(crate) modifier: Option<usize>,
    /// The head where it is a listed noun.
    pub(crate) noun: Option<NounForm>,
    /// How it is determined.
    pub(crate) determiner: Determiner,
    /// "he", "they", not a name.
    pub(crate) is_pronoun: bool,
    /// A proper noun that no annotator knows, and no telegram by its name.
    pub(crate) is_unknown_name: bool,
    /// "that", "this" without a noun.
    pub(crate) is_pointing: bool,
    /// "some", "others" without a noun.
    pub(crate) is_quantifier: bool,
    /// "his meeting": the possessor is a pronoun, at this span.
    pub(crate) possessive: Option<Span>,
    /// "proposed", "planned", "possible" before the head.
    pub(crate) is_unreal: bool,
    /// "whose papers": nobody is said whose.
    pub(crate) is_relative: bool,
}

/// Adjectives that say that what the noun names has not happened.
const UNREAL: &[&str] = &[
    "anticipated",
    "contemplated",
    "envisaged",
    "intended",
    "projected",
    "proposed",
    "prospective",
    "planned",
    "possible",
    "future",
    "upcoming",
    "forthcoming",
    "potential",
    "eventual",
    "scheduled",
    "next",
    "suggested",
];

const QUANTIFIERS: &[&str] = &[
    "some", "others", "other", "those", "several", "many", "both", "all", "most", "few", "one",
    "two", "three", "four", "five",
];

/// Nouns that say how many of what follows.
const COUNTS: &[&str] = &[
    "bunch", "couple", "dozen", "handful", "hundred", "majority", "number", "pair", "score",
    "series", "set", "thousand", "variety",
];

/// Relations of words that belong to the noun phrase itself.
const OWN: &[&str] = &[
    "det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "case", "advmod",
    "prep", "pobj", "pcomp", "acl", "npadvmod", "neg", "preconj", "dobj", "prt", "aux", "auxpass",
    "agent", "xcomp",
];

/// Relations before the head alone.
const CORE: &[&str] = &[
    "det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "neg", "preconj",
];

/// "Deptel", "Embtel", "airgram": telegrams are named by what they are.
fn is_telegram(lower: &str) -> bool {
    ["tel", "tels", "gram", "grams", "desp"]
        .iter()
        .any(|ending| lower.ends_with(ending))
}

impl Sentence<'_> {
    /// What a word says as the head of a noun phrase; `None` where it cannot be one.
    pub(crate) fn noun(&self, head: usize) -> Option<NounPhrase> {
        if !self.is_nominal(head) || self.tree.time(head).is_some() {
            return None;
        }
        let mention = self.tree.mention(head);
        let lower = self.lower(head);
        // "No. 12", where the parse has the full stop as a word.
        if mention.is_none() && !lower.contains(char::is_alphanumeric) {
            return None;
        }
        let noun = noun(&self.lemma(head).to_lowercase())
            .or_else(|| noun(&lower))
            .filter(|_| mention.is_none())
            .map(|noun| NounForm {
                plural: matches!(self.tag(head), "NNS" | "NNPS") || noun.plural,
                ..noun
            });
        // "the UN", but not "Mr".
        let spelling = self.slice(self.words[head].span);
        let is_short_name = spelling.chars().all(char::is_uppercase)
            && self.children_as(head, &["det"]).next().is_some();
        let mut phrase = NounPhrase {
            mention,
            modifier: None,
            noun,
            determiner: Determiner::Bare,
            is_pronoun: mention.is_none() && self.tag(head) == "PRP",
            is_unknown_name: mention.is_none()
                && noun.is_none()
                && matches!(self.tag(head), "NNP" | "NNPS")
                && lower
                    .chars()
                    .filter(|letter| letter.is_alphabetic())
                    .count()
                    > 1 + usize::from(!is_short_name)
                && !is_telegram(&lower),
            is_pointing: mention.is_none()
                && self.tag(head) == "DT"
                && matches!(lower.as_str(), "this" | "that" | "these"),
            is_quantifier: mention.is_none() && QUANTIFIERS.contains(&lower.as_str()),
            possessive: None,
            is_unreal: false,
            is_relative: false,
        };
        if lower == "none" || lower == "nobody" {
            phrase.determiner = Determiner::Negative;
        }
        for child in self.tree.children(head) {
            self.modify(&mut phrase, *child);
        }
        Some(phrase)
    }

    fn modify(&self, phrase: &mut NounPhrase, child: usize) {
        let lower = self.lower(child);
        match self.tree.dep(child) {
            "det" | "predet" | "neg" => {
                phrase.determiner = match lower.as_str() {
                    "no" | "neither" => Determiner::Negative,
                    "the" | "this" | "these" | "that" | "those" => Determiner::Definite,
                    _ => Determiner::Indefinite,
                }
            }
            "poss" if self.tag(child) == "WP$" => phrase.is_relative = true,
            "poss" => {
                phrase.determiner = Determiner::Definite;
                phrase.modifier = self.tree.mention(child).or(phrase.modifier);
                if self.tag(child) == "PRP$" {
                    phrase.possessive = Some(self.words[child].span);
                }
            }
            "nummod" if phrase.determiner == Determiner::Bare => {
                phrase.determiner = Determiner::Indefinite;
            }
            "compound" | "nmod" | "amod" => {
                phrase.modifier = self.tree.mention(child).or(phrase.modifier);
                phrase.is_unreal |= UNREAL.contains(&lower.as_str());
            }
            _ => {}
        }
    }

    /// The words of a phrase before and with its head, without what follows it.
    pub(crate) fn core(&self, head: usize) -> Span {
        let mut span = self.node_span(head);
        if self.tree.mention(head).is_some() {
            return span;
        }
        for child in self.children_as(head, CORE).filter(|child| *child < head) {
            span = span.cover(self.extent(child));
        }
        span
    }

    /// What a number or set is of: "a number of **officials**".
    pub(crate) fn counted(&self, head: usize) -> Option<usize> {
        let is_count = self.tree.mention(head).is_none() && COUNTS.contains(&self.lemma(head));
        let mut of = self.children_as(head, &["prep"]).filter(|_| is_count);
        let of = of.find(|word| *word > head && self.lemma(*word) == "of")?;
        let counted = self.children_as(of, &["pobj"]).next()?;
        // A count of counts says nothing.
        (!COUNTS.contains(&self.lemma(counted))).then_some(counted)
    }

    /// "**All** you need do is": a thing, while "all who came" are people.
    pub(crate) fn is_all_of_it(&self, head: usize) -> bool {
        let mut about = self.children_as(head, &["relcl"]);
        let is_who = |clause: usize| {
            self.children_as(clause, &["nsubj", "nsubjpass"])
                .any(|subject| self.lower(subject) == "who")
        };
        self.lower(head) == "all" && about.any(|clause| !is_who(clause))
    }

    /// A node's own words: of a name all of them.
    pub(crate) fn node_span(&self, word: usize) -> Span {
        self.tree.cover_span(word).unwrap_or(self.words[word].span)
    }

    /// A head with all its words.
    pub(crate) fn filler(&self, head: usize) -> Filler {
        let span = match self.tree.mention(head) {
            Some(_) => self.node_span(head),
            None => self.without_ending(head, self.without_letter(self.extent(head))),
        };
        Filler { head, span }
    }

    /// "the envoy a" of "told the envoy a) that it was late", "a note by" whose end is elsewhere, "the
    /// end of the war, not": without their last words.
    fn without_ending(&self, head: usize, span: Span) -> Span {
        const OPEN: &[&str] = &[
            "and", "as", "at", "but", "by", "entitled", "for", "from", "in", "not", "of", "on",
            "or", "rather", "than", "to", "with",
        ];
        let words = self.slice(span);
        let Some((start, last)) = words.rsplit_once(' ') else {
            return span;
        };
        let behind = Span {
            start: span.end,
            end: self.span.end.max(span.end),
        };
        let is_letter = last.len() == 1 && self.slice(behind).starts_with(')');
        let start = start.trim_end_matches([' ', '\n', ',']);
        let cut = Span::new(0, start.len()).shifted(span.start as usize);
        let holds_head = cut.contains(self.words[head].span);
        match (is_letter || OPEN.contains(&last)) && holds_head {
            true => self.without_ending(head, cut),
            false => span,
        }
    }

    /// "(C) Security police" without the classification or letter of its paragraph.
    fn without_letter(&self, span: Span) -> Span {
        let words = self.slice(span);
        let close = words.find(") ").filter(|close| *close <= 4);
        match close {
            Some(close) => Span::new(close + 2, words.len()).shifted(span.start as usize),
            None => span,
        }
    }

    /// A node with what belongs to it: not clauses about it, nor what stands beside it.
    fn extent(&self, head: usize) -> Span {
        let mut span = self.node_span(head);
        let mut open = vec![head];
        while let Some(word) = open.pop() {
            for child in self.tree.children(word) {
                let dep = self.tree.dep(*child);
                // Of "leaders of A and B" both belong to the leaders.
                let joined = word != head && matches!(dep, "conj" | "cc");
                let beside = word == head && self.stands_beside(head, *child);
                // "25 April Veldania": a date before a name is not part of it.
                let is_date = self.tree.time(*child).is_some_and(|time| {
                    let kind = self.annotations.times[time].kind;
                    matches!(kind, TimeType::Date | TimeType::Time)
                });
                let dated = is_date && word == head && self.is_nominal(head);
                let dashed = self.is_dashed(word, *child);
                if (OWN.contains(&dep) && !beside || joined || dashed) && !dated {
                    span = span.cover(self.node_span(*child));
                    open.push(*child);
                }
            }
        }
        span
    }

    /// "the Veld–**Kal talks**", of which the parse has the second half stand beside the first.
    fn is_dashed(&self, word: usize, child: usize) -> bool {
        let above = self.node_span(word);
        let below = self.core(child);
        let between = Span {
            start: above.end,
            end: below.start.max(above.end),
        };
        self.tree.dep(child) == "appos" && matches!(self.slice(between), "–" | "-")
    }

    /// Whether what hangs on a noun is not of its own words: an infinitive, what a comma sets
    /// apart, and where or when ("a treaty in Lund").
    fn stands_beside(&self, head: usize, child: usize) -> bool {
        match self.tree.dep(child) {
            "acl" => {
                let comma = (head..child).any(|word| self.lower(word) == ",");
                self.tag(child) == "VB" || comma || self.is_of_teller(head, child)
            }
            "prep" => matches!(
                self.lemma(child),
                "in" | "at" | "near" | "during" | "after" | "before" | "since" | "until"
            ),
            _ => false,
        }
    }

    /// "deplored the trials **saying** that it was so": he says it, and no paper does. Of "a letter
    /// stating that" what it states is no part either.
    fn is_of_teller(&self, head: usize, child: usize) -> bool {
        let noun = self.noun(head).and_then(|noun| noun.noun);
        let can_say = noun.is_some_and(|noun| {
            matches!(
                noun.class,
                Noun::Document | Noun::Agreement | Noun::Proposal | Noun::Person | Noun::Body
            )
        });
        let is_told = self.tag(child) == "VBG" && is_reporting(self.lemma(child));
        let has_clause = self.children_as(child, &["ccomp"]).next().is_some();
        is_told && (!can_say || has_clause) && self.tree.mention(head).is_none()
    }

    /// A word with all that hangs below it.
    pub(crate) fn below(&self, head: usize) -> Span {
        let mut span = self.node_span(head);
        let mut open = vec![head];
        while let Some(word) = open.pop() {
            for child in self.tree.children(word) {
                if self.tree.dep(*child) != "punct" {
                    span = span.cover(self.node_span(*child));
                    open.push(*child);
                }
            }
        }
        span
    }

    /// Whether a phrase is definite: "the meeting", not "a meeting".
    pub(crate) fn is_definite(&self, head: usize) -> bool {
        self.noun(head)
            .is_some_and(|noun| noun.determiner == Determiner::Definite)
    }
}
