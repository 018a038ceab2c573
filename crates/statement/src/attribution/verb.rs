//! Tellings by verb: "told her that", "…, she said", "was told by".

use super::content::Content;
use super::{Reader, Said, cues};
use crate::{Modality, Polarity, mood};

impl Reader<'_, '_> {
    /// What a clause tells, where its verb is one of telling or stance.
    pub(super) fn of_clause(&self, at: usize) -> Option<Said> {
        let clause = &self.sentence.clauses[at];
        let group = &clause.group;
        let lemma = group.lemma;
        let is_stance = !cues::is_reporting(lemma);
        if is_stance && !cues::is_stance(lemma) || group.is_infinitive && !is_stance {
            return None;
        }
        let (fillers, hearer) = self.sides(clause);
        let quoted = self.sentence.is_quoted(clause.verb);
        if fillers.is_empty() && !group.is_passive || is_stance && quoted {
            return None;
        }
        let Content {
            spans,
            preposition,
            rule,
        } = self.content(clause, is_stance)?;
        if matches!(rule, "object" | "topic") && !is_stance && !self.can_speak(fillers) {
            return None;
        }
        let speaker = self.speaker(fillers);
        let medium = self.published(clause, speaker.as_ref());
        let mood = mood::of_clause(self.sentence, clause, &Vec::new());
        let own = self.own_source(at);
        let source = own.or_else(|| fillers.first().map(|filler| self.whole(filler.head)));
        let cue = preposition.map_or(group.span, |preposition| group.span.cover(preposition));
        let mut span = group.span;
        if let Some(own) = own.filter(|own| self.is_near(*own, group.span)) {
            span = span.cover(own);
        }
        if let Some(told) = hearer.as_ref().and_then(|hearer| hearer.span) {
            let is_behind = told.start >= span.end && told.start < span.end + 60;
            span = if is_behind { span.cover(told) } else { span };
        }
        let whole = spans.iter().copied().reduce(depeche_text::Span::cover)?;
        Some(Said {
            hearer,
            medium,
            source,
            cue,
            clause: Some(at),
            time: self.time_of(at, &spans),
            colour: mood::embedded(lemma)
                .filter(|colour| matches!(colour, Modality::Alleged | Modality::Denied)),
            is_negated: mood.polarity == Polarity::Negative,
            is_unreal: matches!(mood.modality, Modality::Planned | Modality::Hypothetical),
            is_stance,
            content: spans,
            ..self.said(speaker, (span, whole), rule)
        })
    }

    /// The words of the subject that stands with the verb: "who" of a relative clause.
    fn own_source(&self, at: usize) -> Option<depeche_text::Span> {
        let clause = &self.sentence.clauses[at];
        let deps: &[&str] = match clause.group.is_passive {
            true => &["agent"],
            false => &["nsubj"],
        };
        let own = self.sentence.children_as(clause.verb, deps).next()?;
        match clause.group.is_passive {
            true => {
                let by = self.sentence.children_as(own, &["pobj"]).next()?;
                Some(self.whole(by))
            }
            false => Some(self.whole(own)),
        }
    }

    fn is_near(&self, own: depeche_text::Span, verb: depeche_text::Span) -> bool {
        own.start.abs_diff(verb.start) < 300
    }

    /// When it was told: a time that hangs on the verb and not in what is told.
    fn time_of(&self, at: usize, content: &[depeche_text::Span]) -> Option<usize> {
        let sentence = self.sentence;
        let verb = sentence.clauses[at].verb;
        let is_own = |word: &usize| {
            let span = sentence.node_span(*word);
            !content.iter().any(|content| content.contains(span))
                && sentence.clause_above(*word) == Some(at)
                && sentence
                    .tree
                    .above(*word)
                    .take(2)
                    .any(|above| above == verb)
        };
        let times = (0..sentence.words.len()).filter(|word| sentence.tree.time(*word).is_some());
        let found = times.into_iter().find(is_own)?;
        sentence.tree.time(found)
    }
}
