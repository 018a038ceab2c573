//! What is told where it is no clause: an object, a phrase, the subject of a passive.

use super::Content;
use crate::attribution::cues::has_hearer;
use crate::attribution::{Reader, cue_edges, cues};
use crate::sentence::Clause;
use depeche_text::Span;

impl Reader<'_, '_> {
    /// An object or a phrase: "revealed **details**", "spoke about **the harvest**".
    pub(super) fn topic_of(&self, clause: &Clause<'_>, is_stance: bool) -> Option<Content> {
        let sentence = self.sentence;
        let hearer = has_hearer(clause.group.lemma);
        let object = sentence.children_as(clause.verb, &["dobj"]).next();
        let object = object.filter(|_| !hearer || is_stance);
        if let Some(object) = object {
            let mut prepositions = sentence.children_as(clause.verb, &["prep"]);
            let is_as = prepositions.any(|word| sentence.lemma(word) == "as" && word > object);
            let is_named = sentence.tree.time(object).is_none()
                && (is_as || !cues::needs_clause(clause.group.lemma));
            return is_named.then(|| Content {
                spans: vec![self.finished(self.to_end_of_clause(clause, self.whole(object)))],
                preposition: None,
                rule: "object",
            });
        }
        let topics = [
            "about", "of", "on", "for", "to", "with", "at", "against", "in", "as", "over",
        ];
        let prepositions = sentence.children_as(clause.verb, &["prep"]);
        let mut after = prepositions.filter(|word| *word > clause.verb);
        let preposition = after.find(|word| {
            let lemma = sentence.lemma(*word);
            let plain = matches!(lemma, "about" | "of" | "on" | "regarding" | "concerning");
            let is_shown = match clause.group.lemma {
                "point" | "respond" | "reply" | "admit" | "confess" | "testify" => lemma == "to",
                "argue" | "warn" | "caution" | "advise" => lemma == "against",
                _ => false,
            };
            let takes = cues::takes(clause.group.lemma, lemma);
            topics.contains(&lemma) && takes && (is_stance || plain || is_shown)
        })?;
        let after_agent = clause.group.is_passive
            && sentence
                .children_as(clause.verb, &["agent"])
                .next()
                .is_some();
        let near = preposition <= clause.verb + 2 || !is_stance || after_agent;
        let head = sentence
            .children_as(preposition, &["pobj", "pcomp"])
            .next()
            .filter(|head| near && sentence.tree.time(*head).is_none())
            .filter(|head| !is_when_or_where(sentence.lemma(*head)))?;
        // "complained bitterly **about**": with the adverbs between.
        let next = (clause.verb + 1..preposition)
            .all(|word| matches!(sentence.tree.dep(word), "prt" | "advmod" | "neg"));
        let span = self.whole(head);
        let own = sentence.words[preposition].span;
        // "A was viewed yesterday **as a sign**", "A was attacked **on the tax**": what is thought of the
        // subject, its preposition with it. Behind the verb "as" and "for" are the cue's, as marked.
        let of_subject = clause.group.is_passive && !has_hearer(clause.group.lemma);
        let is_cue = matches!(sentence.lemma(preposition), "as" | "for");
        let is_joined = next && (is_cue || !of_subject);
        let is_whole = of_subject && !is_joined;
        Some(Content {
            spans: vec![self.finished(if is_whole { own.cover(span) } else { span })],
            preposition: is_joined.then_some(own),
            rule: "topic",
        })
    }

    /// An object with what the parse hung on the verb behind it: "called A **a liar**".
    fn to_end_of_clause(&self, clause: &Clause<'_>, object: Span) -> Span {
        let sentence = self.sentence;
        let more = sentence.children_as(clause.verb, &["oprd", "xcomp", "prep", "acomp", "ccomp"]);
        let more = more.filter(|word| {
            let is_as = sentence.tree.dep(*word) != "prep"
                || matches!(sentence.lemma(*word), "as" | "for" | "of" | "on" | "with");
            sentence.words[*word].span.start >= object.end && is_as
        });
        more.fold(object, |span, word| span.cover(self.whole(word)))
    }

    /// "the plan, **opposed** by Veld", "the plan was **announced**": what is told is the subject.
    pub(super) fn subject_of(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let has_hearer = has_hearer(clause.group.lemma);
        if !clause.group.is_passive || has_hearer || cues::needs_clause(clause.group.lemma) {
            return None;
        }
        let mut subjects = sentence.children_as(clause.verb, &["nsubjpass"]);
        let own = subjects.find(|subject| *subject < clause.verb);
        let has_agent = sentence
            .children_as(clause.verb, &["agent"])
            .next()
            .is_some();
        // "was read in Lund", "was released".
        if cues::is_loose(clause.group.lemma) && !has_agent {
            return None;
        }
        let reduced = || {
            let is_reduced = sentence.tree.dep(clause.verb) == "acl"
                && has_agent
                && cues::is_reporting(clause.group.lemma);
            let head = sentence.tree.head(clause.verb);
            (is_reduced && sentence.is_nominal(head)).then(|| sentence.core(head))
        };
        let subject = own.map(|subject| self.whole(subject)).or_else(reduced)?;
        let is_pronoun = own.is_some_and(|own| matches!(sentence.tag(own), "PRP" | "WP" | "WDT"));
        (has_agent || !is_pronoun).then(|| Content {
            spans: vec![subject],
            preposition: None,
            rule: "subject",
        })
    }

    pub(super) fn has_object(&self, clause: &Clause<'_>) -> bool {
        self.sentence
            .children_as(clause.verb, &["dobj"])
            .next()
            .is_some()
    }
}

/// "known for some **time**", "said on **Twitter**": not what is known or said.
fn is_when_or_where(lemma: &str) -> bool {
    matches!(
        lemma,
        "day" | "hour" | "month" | "time" | "week" | "while" | "year"
    ) || cue_edges::MEDIA.contains(&lemma.to_lowercase().as_str()) && lemma != "statement"
}
