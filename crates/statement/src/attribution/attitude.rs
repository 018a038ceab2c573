//! Attitudes put in a noun or an adjective: "voiced support for", "is confident that", "her
//! criticism of"; and a verb of telling under one of aspect or will: "declined to comment on".
//!
//! They are stances: somebody's, with words for them and what they are about, but passing nothing
//! on.

mod words;

use super::content::Content;
use super::{Reader, Said, cues, nominal};
use crate::sentence::Clause;
use depeche_text::Span;
use words::{ABOUT, ADJECTIVES, ASPECTS, COPULAS, LIGHT, NOUNS, STANDING};

/// The rule of an attitude by noun or adjective.
pub(super) const RULE: &str = "attitude";

/// The rule of a verb that tells under another.
pub(super) const CHAINED: &str = "chained-verbs";

impl Reader<'_, '_> {
    /// What an attitude by noun, adjective or a second verb is about.
    pub(super) fn attitude(&self, clause: &Clause<'_>) -> Option<Content> {
        self.chained(clause)
            .or_else(|| self.made_clear(clause))
            .or_else(|| self.by_object(clause))
            .or_else(|| self.by_quality(clause))
    }

    /// "tried **to comment on** the talks".
    fn chained(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        if !ASPECTS.contains(&clause.group.lemma) {
            return None;
        }
        // "went on to say", where the parse has a purpose.
        let deps: &[&str] = match goes_on(clause.group.lemma) {
            true => &["xcomp", "advcl"],
            false => &["xcomp"],
        };
        let mut below = sentence.children_as(clause.verb, deps);
        let head = below.find(|head| *head > clause.verb && *head <= clause.verb + 3)?;
        let inner = &sentence.clauses[sentence.clause_at(head)?];
        if !inner.group.is_infinitive || !cues::is_listed(inner.group.lemma) {
            return None;
        }
        let content = self.content(inner, !cues::is_reporting(inner.group.lemma))?;
        let verb = sentence.words[head].span;
        Some(Content {
            preposition: Some(content.preposition.map_or(verb, |word| verb.cover(word))),
            // "went on to say that": a telling like any other.
            rule: match goes_on(clause.group.lemma) && cues::is_reporting(inner.group.lemma) {
                true => content.rule,
                false => CHAINED,
            },
            ..content
        })
    }

    /// "made **clear** that A would come".
    fn made_clear(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let verb = clause.verb;
        let behind = verb + 1..(verb + 4).min(sentence.words.len());
        let mut behind = behind.filter(|word| clause.group.lemma == "make" && *word > verb);
        let clear = behind.find(|word| matches!(sentence.lemma(*word), "clear" | "plain"))?;
        let (cue, content) = self.complement_of(clear, verb)?;
        let tells = sentence.slice(content).starts_with("that ");
        Some(Content {
            rule: if tells { nominal::RULE } else { RULE },
            ..self.of_attitude(cue, content)
        })
    }

    /// "voiced **support for** the plan", "made a promise that", "had plans to".
    fn by_object(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        if !LIGHT.contains(&clause.group.lemma) || clause.group.is_passive {
            return None;
        }
        let object = sentence.children_as(clause.verb, &["dobj"]).next()?;
        let is_attitude =
            NOUNS.contains(&sentence.lemma(object)) && !sentence.tree.is_inner(object);
        // "expressed | their support for": a view that is somebody's is what is expressed.
        let mut owners = sentence.children_as(object, &["poss"]);
        if owners.next().is_some() && cues::is_listed(clause.group.lemma) {
            return None;
        }
        // "found | support for the plan": what is found is nobody's own.
        if clause.group.lemma == "find" {
            return None;
        }
        let (cue, content) = self
            .complement_of(object, clause.verb)
            .filter(|_| is_attitude)?;
        let is_clause = sentence.slice(content).starts_with("that ");
        let tells = is_clause && nominal::is_telling(sentence.lemma(object));
        Some(Content {
            rule: if tells { nominal::RULE } else { RULE },
            ..self.of_attitude(cue, content)
        })
    }

    /// Whether a noun is the object of a verb that says little beside it.
    pub(super) fn is_light_object(&self, word: usize) -> bool {
        let sentence = self.sentence;
        let head = sentence.tree.head(word);
        sentence.tree.dep(word) == "dobj"
            && sentence.clause_at(head).is_some()
            && LIGHT.contains(&sentence.lemma(head))
            && NOUNS.contains(&sentence.lemma(word))
    }

    /// "is **confident that** A will come", "are worried about it".
    fn by_quality(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        if !COPULAS.contains(&clause.group.lemma) {
            return None;
        }
        let quality = sentence.children_as(clause.verb, &["acomp"]).next()?;
        // "It is clear that": nobody's.
        let subject = sentence.children_as(clause.verb, &["nsubj"]).next()?;
        if matches!(sentence.lower(subject).as_str(), "it" | "that" | "this") {
            return None;
        }
        let is_attitude = ADJECTIVES.contains(&sentence.lemma(quality));
        let (cue, content) = self
            .complement_of(quality, clause.verb)
            .filter(|_| is_attitude)?;
        Some(self.of_attitude(cue, content))
    }

    fn of_attitude(&self, cue: Span, content: Span) -> Content {
        Content {
            spans: vec![self.finished(content)],
            preposition: Some(cue),
            rule: RULE,
        }
    }

    /// The word with its preposition, and what stands behind: a phrase, a clause, an infinitive.
    fn complement_of(&self, word: usize, verb: usize) -> Option<(Span, Span)> {
        let sentence = self.sentence;
        let own = sentence.words[word].span;
        let of = |head: usize, deps: &'static [&'static str]| {
            sentence.children_as(head, deps).find(|child| *child > word)
        };
        let next = (word + 1 < sentence.words.len()).then_some(word + 1)?;
        // "made it clear **to Kal** that": who is told is not what it is about.
        let told = matches!(sentence.lemma(next), "to" | "with")
            .then(|| self.that_clause_of([word, verb], next))
            .flatten();
        if let Some(clause) = told {
            return Some((own, self.whole(clause)));
        }
        let is_about = ABOUT.contains(&sentence.lemma(next))
            && takes(sentence.lemma(word), sentence.lemma(next));
        let below = |head: usize| {
            sentence
                .children_as(head, &["prep"])
                .any(|child| child == next)
        };
        if is_about && (below(word) || below(verb)) {
            let head = sentence.children_as(next, &["pobj", "pcomp"]).next()?;
            let known = sentence.tree.time(head).is_none();
            return known.then(|| (own.cover(sentence.words[next].span), self.whole(head)));
        }
        let deps = &["ccomp", "xcomp", "acl"];
        let clause = of(word, deps).or_else(|| of(verb, &["ccomp", "xcomp"]))?;
        let opens = matches!(sentence.lower(next).as_str(), "that" | "to" | "not");
        // "are not sure **A left**".
        let bare = sentence.tree.dep(clause) == "ccomp"
            && self.whole(clause).start == sentence.words[next].span.start;
        (opens || bare).then(|| {
            let start = sentence.words[next].span.start;
            let whole = self.whole(clause);
            (
                own,
                Span {
                    start,
                    end: whole.end.max(start),
                },
            )
        })
    }

    /// The clause under "that" behind a word, of one of two heads.
    fn that_clause_of(&self, heads: [usize; 2], behind: usize) -> Option<usize> {
        let sentence = self.sentence;
        let below = heads
            .into_iter()
            .flat_map(|head| sentence.children_as(head, &["ccomp", "acl", "advcl"]));
        below.into_iter().find(|clause| {
            let mut marks = sentence.children_as(*clause, &["mark"]);
            marks.any(|mark| mark > behind && sentence.lower(mark) == "that")
        })
    }

    /// "her **sharp criticism of** the plan", "Veld's **plan** to leave": an attitude with its
    /// owner.
    pub(super) fn owned_attitude(&self, word: usize) -> Option<Said> {
        let sentence = self.sentence;
        let is_noun = sentence.tag(word).starts_with("NN") && !sentence.tree.is_inner(word);
        let lemma = sentence.lemma(word);
        if !is_noun || !NOUNS.contains(&lemma) || STANDING.contains(&lemma) {
            return None;
        }
        let owner = sentence.children_as(word, &["poss"]).next()?;
        if self.is_light_object(word) || sentence.is_quoted(word) {
            return None;
        }
        let (cue, content) = self.complement_of(word, word)?;
        let source = self.source(owner);
        let cue = self.with_adjectives(word).cover(cue);
        let speaker = self.speaker(&[sentence.filler(owner)]);
        Some(Said {
            source: Some(source),
            cue,
            is_stance: true,
            ..self.said(speaker, (source.cover(cue), self.finished(content)), RULE)
        })
    }

    /// A noun with the adjectives and nouns before it that are no names: "**sharp criticism**".
    pub(super) fn with_adjectives(&self, noun: usize) -> Span {
        let sentence = self.sentence;
        let own = sentence.words[noun].span;
        let first = (0..noun).rev().take_while(|before| {
            let is_name = sentence
                .slice(sentence.words[*before].span)
                .starts_with(char::is_uppercase);
            let is_own = sentence.tree.head(*before) == noun && (!is_name || *before == 0);
            is_own && matches!(sentence.tree.dep(*before), "amod" | "compound" | "nummod")
        });
        let first = first.last().map(|first| sentence.words[first].span);
        first.map_or(own, |first| first.cover(own))
    }
}

/// Whether a verb says that somebody speaks on: "**went** on to say", "continued to say".
pub(super) fn goes_on(lemma: &str) -> bool {
    matches!(lemma, "continue" | "go" | "proceed")
}

/// Whether an attitude may be about something by this preposition: "belief in", not "attack in";
/// "critical of", not "critical to".
fn takes(attitude: &str, preposition: &str) -> bool {
    const IN: &[&str] = &[
        "belief",
        "confidence",
        "faith",
        "trust",
        "interest",
        "interested",
        "confident",
    ];
    match preposition {
        "in" => IN.contains(&attitude),
        "at" => !matches!(
            attitude,
            "statement" | "remark" | "comment" | "skeptical" | "speech"
        ),
        "to" => attitude != "critical",
        "with" => !matches!(attitude, "call" | "plan" | "position"),
        _ => true,
    }
}
