//! Where a cue by a verb begins and ends: auxiliaries, negation, adverbs, particles, the colon
//! and the preposition before the content belong to it, "that", "to" and who is told do not.
//!
//! As PARC and PolNeAR mark it (their guidelines: "keep the verb group together"). In a written
//! medium and on a day of the week the marks have the phrase with the cue more often than
//! without it.

use super::Reader;
use super::content::Content;
use crate::sentence::{Clause, own_subject};
use depeche_text::Span;
use depeche_time::WEEKDAYS;

/// What is written or put out: "said **in a statement**".
pub(super) const MEDIA: &[&str] = &[
    "statement",
    "release",
    "twitter",
    "facebook",
    "instagram",
    "blog",
    "post",
];

/// How a thing is said: "said **with a grin**".
const MANNER: &[&str] = &["with", "without"];

/// Adverbs behind a verb that are what is said: "said **so**".
const SAID: &[&str] = &["so", "otherwise", "differently", "not"];

impl Reader<'_, '_> {
    /// The words of a cue.
    pub(super) fn cue_of(&self, clause: &Clause<'_>, content: &Content) -> Span {
        let start = match self.issuing(clause) {
            Some(issuing) if issuing.verb + 6 > clause.verb => self.start_of_cue(issuing),
            _ => self.start_of_cue(clause),
        };
        let verb = self.sentence.words[clause.verb].span;
        let mut cue = Span {
            start: start.min(verb.start),
            end: verb.end,
        };
        if let Some(preposition) = content.preposition {
            cue = cue.cover(preposition);
        }
        let next = self.next_content(cue.end, &content.spans);
        // "as Veld **put it**".
        let it = self.sentence.words.get(clause.verb + 1);
        let it =
            it.filter(|it| clause.group.lemma == "put" && self.sentence.slice(it.span) == "it");
        cue = it.map_or(cue, |it| cue.cover(it.span));
        let mut end = self.end_of_adverbs(clause, cue.end);
        if content.preposition.is_none() {
            end = self.end_of_phrase(clause, end, next);
        }
        let end = self.end_of_link(end, next);
        Span {
            start: cue.start,
            end: end.min(next).max(cue.end),
        }
    }

    /// Where the content behind a cue begins, else the end of the sentence.
    fn next_content(&self, end: u32, spans: &[Span]) -> u32 {
        let starts = spans.iter().map(|span| span.start);
        let next = starts.filter(|start| *start >= end).min();
        next.unwrap_or(self.sentence.span.end)
    }

    /// The verb group without what only leads to it: not "when" or "however,".
    fn start_of_cue(&self, clause: &Clause<'_>) -> u32 {
        let sentence = self.sentence;
        let first = |start: u32| {
            sentence
                .words
                .partition_point(|word| word.span.end <= start)
        };
        let subject = own_subject(sentence, clause.verb).filter(|subject| *subject < clause.verb);
        let end = subject.map_or(0, |subject| sentence.node_span(subject).end);
        let mut start = first(clause.group.span.start.max(end));
        let leads = |word: usize| {
            let is_link = matches!(sentence.tag(word), "WRB" | "WDT" | "WP" | "CC" | "IN");
            let next = (word + 1).min(clause.verb);
            is_link || sentence.words[word].pos == "PUNCT" || sentence.lower(next) == ","
        };
        while start < clause.verb && leads(start) {
            start += 1;
        }
        sentence.words[start.min(clause.verb)].span.start
    }

    /// "pointed **out**", "complained **bitterly**".
    fn end_of_adverbs(&self, clause: &Clause<'_>, end: u32) -> u32 {
        let sentence = self.sentence;
        let from = sentence.words.partition_point(|word| word.span.end <= end);
        let belongs = |word: &usize| {
            let is_own = sentence.tree.head(*word) == clause.verb;
            let dep = sentence.tree.dep(*word);
            let is_adverb = dep == "advmod" && sentence.tag(*word).starts_with("RB");
            let is_said = SAID.contains(&sentence.lower(*word).as_str());
            let is_time = sentence.tree.time(*word).is_some();
            is_own && (dep == "prt" || is_adverb && !is_said && !is_time)
        };
        let words = (from..sentence.words.len()).take_while(belongs).take(2);
        words
            .last()
            .map_or(end, |word| sentence.words[word].span.end)
    }

    /// "said **Friday**", "said **in a statement**", "said **with a grin**".
    fn end_of_phrase(&self, clause: &Clause<'_>, end: u32, next: u32) -> u32 {
        let sentence = self.sentence;
        let from = sentence.words.partition_point(|word| word.span.end <= end);
        let Some(word) = sentence.words.get(from) else {
            return end;
        };
        if WEEKDAYS.contains(&sentence.lower(from).as_str()) {
            return word.span.end;
        }
        let is_own = sentence.tree.head(from) == clause.verb && sentence.tree.dep(from) == "prep";
        let Some(object) = sentence.children_as(from, &["pobj"]).next() else {
            return end;
        };
        let lower = sentence.lower(object);
        let is_medium = MEDIA.contains(&lower.as_str()) && sentence.lower(from) != "to";
        let is_manner = MANNER.contains(&sentence.lower(from).as_str())
            && sentence.tree.mention(object).is_none();
        let phrase = word.span.cover(sentence.core(object));
        let fits = phrase.end <= next && object < from + 6;
        match is_own && (is_medium || is_manner) && fits {
            true => phrase.end,
            false => end,
        }
    }

    /// A preposition or a colon between a cue and its content.
    fn end_of_link(&self, end: u32, next: u32) -> u32 {
        let sentence = self.sentence;
        let from = sentence.words.partition_point(|word| word.span.end <= end);
        let until = sentence.words.partition_point(|word| word.span.end <= next);
        let links = |word: &usize| {
            let is_preposition = sentence.tag(*word) == "IN"
                && sentence.tree.dep(*word) == "prep"
                && !matches!(sentence.lower(*word).as_str(), "that" | "by");
            let is_adverb = sentence.tag(*word) == "RB";
            is_preposition || is_adverb || sentence.lower(*word) == ":"
        };
        let all = from < until && until <= from + 3 && (from..until).all(|word| links(&word));
        let colon = sentence
            .words
            .get(from)
            .filter(|_| sentence.lower(from) == ":");
        match (all && next < sentence.span.end, colon) {
            (true, _) => sentence.words[until - 1].span.end,
            (false, Some(colon)) => colon.span.end,
            _ => end,
        }
    }
}
