//! Tellings by verb: "told her that", "…, she said", "was told by".

use super::content::Content;
use super::{Reader, Said, attitude, cues, nominal};
use crate::sentence::{Clause, own_subject};
use crate::{Modality, Party, Polarity, mood};
use depeche_text::Span;

/// Words that a subject may stand from its verb, in bytes, and still be shown with it.
const NEAR: u32 = 300;

impl Reader<'_, '_> {
    /// What a clause tells, where its verb is one of telling or stance, or has a quotation.
    pub(super) fn of_clause(&self, at: usize) -> Option<Said> {
        let clause = &self.sentence.clauses[at];
        let group = &clause.group;
        let is_telling = cues::is_reporting(group.lemma);
        if !self.is_cue(clause) || self.sentence.is_quoted(clause.verb) && !is_telling {
            return None;
        }
        let (fillers, hearer) = self.sides(clause);
        let beside = self.beside_quotation(clause);
        let issuing = self.issuing(clause);
        let lost = self.lost_teller(clause);
        let fillers = match (&beside, issuing) {
            (Some(beside), _) => std::slice::from_ref(&beside.filler),
            (None, Some(issuing)) => &issuing.subject[..],
            _ => self
                .outer_teller(clause)
                .or_else(|| self.teller_of_gerund(clause))
                .or(lost.as_ref().map(std::slice::from_ref))
                .unwrap_or(fillers),
        };
        // "“secrets” still remaining": what is quoted tells nothing.
        let is_quoted = |word: usize| self.sentence.is_quoted(word);
        let is_words = fillers.first().is_some_and(|first| is_quoted(first.head));
        let is_mention = is_words && beside.is_none() && !is_quoted(clause.verb);
        if fillers.is_empty() && !group.is_passive || is_mention {
            return None;
        }
        let content = self.content_of(clause)?;
        let is_topic = matches!(content.rule, "object" | "topic");
        let is_shown = matches!(group.lemma, "show" | "find" | "reveal" | "indicate");
        let is_mute = is_topic && is_telling && !is_shown && !self.can_speak(fillers);
        let needs_somebody = cues::is_loose(group.lemma) || group.is_infinitive;
        if is_mute && needs_somebody || group.is_infinitive && !self.can_speak(fillers) {
            return None;
        }
        let is_attitude = matches!(content.rule, attitude::RULE | attitude::CHAINED);
        let tells = is_telling || attitude::goes_on(group.lemma) || content.rule == nominal::RULE;
        let is_stance = is_attitude
            || is_mute
            || group.is_infinitive
            || content.rule == "subject"
            || !tells && content.rule != "quotation";
        let source = beside
            .as_ref()
            .map(|beside| beside.source)
            .or_else(|| self.own_source(at).filter(|_| issuing.is_none()))
            .or_else(|| fillers.first().map(|filler| self.source(filler.head)))
            .map(|source| self.with_closing_comma(source));
        let said = self.of_content(at, content, is_stance)?;
        let source = source.map(|source| self.before_cue(source, said.cue));
        let speaker = self
            .speaker(fillers)
            .filter(|party| !is_around(party, group.trigger));
        let medium = self.published(clause, speaker.as_ref());
        let span = self.with_hearer(said.span, hearer.as_ref().and_then(|hearer| hearer.span));
        let whole = Said {
            speaker,
            hearer,
            medium,
            source,
            span,
            ..said
        };
        if cues::is_impersonal(group.lemma) && !is_attitude {
            return Some(self.impersonal(whole));
        }
        Some(self.of_subject(clause, whole))
    }

    /// What a clause tells, up to what others tell.
    fn content_of(&self, clause: &Clause<'_>) -> Option<Content> {
        let lemma = clause.group.lemma;
        let content = match self.attitude(clause) {
            Some(attitude) => attitude,
            None if cues::is_listed(lemma) => self.content(clause, !cues::is_reporting(lemma))?,
            None => self.quotation(clause)?,
        };
        // "continued to fall".
        let goes_on = lemma == "continue" && content.rule == "reporting-verb";
        if goes_on && !self.tells_on(clause) {
            return None;
        }
        Some(self.before_gerund(clause, self.inside_its_own(clause, content)))
    }

    /// Whether a clause of its kind tells: not "allowed it", not "continued to say", which is told by
    /// what stands below.
    fn is_cue(&self, clause: &Clause<'_>) -> bool {
        let is_other = match clause.group.lemma {
            "allow" => !self.has_that(clause),
            "continue" => self.goes_on_to(clause),
            // "As the talk concluded, Veld said …".
            "conclude" => !self.can_speak(self.sides(clause).0),
            _ => false,
        };
        !is_other && self.is_finite(clause)
    }

    /// Not an infinitive, but for that of a purpose: "came **to discuss** it".
    fn is_finite(&self, clause: &Clause<'_>) -> bool {
        let head = self.sentence.tree.head(clause.verb);
        let above = self.sentence.clause_at(head);
        let tells = above.is_some_and(|at| {
            let lemma = self.sentence.clauses[at].group.lemma;
            cues::is_listed(lemma) || attitude::goes_on(lemma)
        });
        let is_purpose = self.sentence.tree.dep(clause.verb) == "advcl" && !tells;
        let lemma = clause.group.lemma;
        !clause.group.is_infinitive
            || is_purpose && (cues::is_reporting(lemma) || lemma == "discuss")
    }

    /// "continued **to say that**", "continued that": not "continued to fall".
    fn tells_on(&self, clause: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let mut below = sentence.children_as(clause.verb, &["xcomp", "ccomp"]);
        below.any(|verb| {
            let at = sentence.clause_at(verb);
            at.is_some_and(|at| {
                let group = &sentence.clauses[at].group;
                !group.is_infinitive && !group.is_gerund || cues::is_reporting(group.lemma)
            })
        })
    }

    /// "allowed **that** it was so", which says something; "allowed it" does not.
    fn has_that(&self, clause: &Clause<'_>) -> bool {
        let below = self.sentence.children_as(clause.verb, &["ccomp"]);
        let mut marks = below.flat_map(|verb| self.sentence.children_as(verb, &["mark"]));
        marks.any(|mark| self.sentence.lower(mark) == "that")
    }

    /// "continued **to sell arms**": what somebody goes on with is not told.
    fn goes_on_to(&self, clause: &Clause<'_>) -> bool {
        let mut below = self.sentence.children_as(clause.verb, &["xcomp"]);
        below.any(|verb| {
            let at = self.sentence.clause_at(verb);
            at.is_some_and(|at| {
                let lemma = self.sentence.clauses[at].group.lemma;
                !cues::is_listed(lemma) || cues::is_loose(lemma)
            })
        })
    }

    /// The telling without its sides.
    fn of_content(&self, at: usize, content: Content, is_stance: bool) -> Option<Said> {
        let clause = &self.sentence.clauses[at];
        let mood = mood::of_clause(self.sentence, clause, &Vec::new());
        let cue = self.cue_of(clause, &content);
        let own = self.own_source(at).filter(|own| {
            let verb = clause.group.span;
            own.start.abs_diff(verb.start) < NEAR
        });
        let span = own.map_or(clause.group.span, |own| own.cover(clause.group.span));
        let whole = content.spans.iter().copied().reduce(Span::cover);
        let whole = whole.unwrap_or(span);
        Some(Said {
            cue,
            clause: Some(at),
            time: self.time_of(at, &content.spans),
            colour: mood::embedded(clause.group.lemma)
                .filter(|colour| matches!(colour, Modality::Alleged | Modality::Denied)),
            is_negated: mood.polarity == Polarity::Negative,
            is_unreal: matches!(mood.modality, Modality::Planned | Modality::Hypothetical),
            is_stance,
            content: content.spans,
            ..self.said(None, (span, whole), content.rule)
        })
    }

    /// "A seems to have left": A is part of what seems, and nobody says so.
    fn impersonal(&self, said: Said) -> Said {
        let mut content: Vec<Span> = said.source.into_iter().collect();
        content.extend(&said.content);
        Said {
            speaker: None,
            source: None,
            content,
            ..said
        }
    }

    /// "**A** is expected **to leave**", "A was accused of it": A is part of what is thought.
    fn of_subject(&self, clause: &Clause<'_>, said: Said) -> Said {
        let is_attitude = matches!(said.rule, attitude::RULE | attitude::CHAINED);
        if !clause.group.is_passive || is_attitude || cues::has_hearer(clause.group.lemma) {
            return said;
        }
        let mut subjects = self.sentence.children_as(clause.verb, &["nsubjpass"]);
        let subject = subjects.find(|subject| {
            let it = self.sentence.lower(*subject) == "it";
            !it && *subject < clause.verb
        });
        let Some(subject) = subject.map(|subject| self.whole(subject)) else {
            return said;
        };
        let has_it = said.content.iter().any(|content| content.overlaps(subject));
        if has_it || said.rule == "quotation" || said.content.is_empty() {
            return said;
        }
        let content = std::iter::once(subject).chain(said.content).collect();
        Said { content, ..said }
    }

    fn with_hearer(&self, span: Span, hearer: Option<Span>) -> Span {
        let near = hearer.filter(|told| told.start >= span.end && told.start < span.end + 60);
        near.map_or(span, |told| span.cover(told))
    }

    /// The words of the subject that stands with the verb: "who" of a relative clause.
    fn own_source(&self, at: usize) -> Option<Span> {
        let clause = &self.sentence.clauses[at];
        if clause.group.is_passive {
            let by = self.sentence.children_as(clause.verb, &["agent"]).next()?;
            let head = self.sentence.children_as(by, &["pobj"]).next()?;
            return Some(self.source(head));
        }
        let own = own_subject(self.sentence, clause.verb)?;
        Some(self.source(own))
    }

    /// When it was told: a time that hangs on the verb and not in what is told.
    fn time_of(&self, at: usize, content: &[Span]) -> Option<usize> {
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
        // "in telegram 12, May 3, Veld reported": the day of the paper is when it told.
        let paper = self.paper_of(&sentence.clauses[at]);
        let is_of_paper = |word: &usize| {
            let (head, _) = paper?;
            let is_near = *word > head || sentence.tree.head(*word) == head;
            (is_near && sentence.is_below(*word, head)).then_some(())
        };
        let mut times = times.into_iter();
        let found = times.find(|word| is_own(word) || is_of_paper(word).is_some())?;
        sentence.tree.time(found)
    }
}

/// "proposed a change by stating": words around the cue are nobody's name.
fn is_around(party: &Party, cue: Span) -> bool {
    party.entity.is_none() && party.span.is_some_and(|span| span.contains(cue))
}
