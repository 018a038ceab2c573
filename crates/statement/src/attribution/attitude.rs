//! Attitudes put in a noun or an adjective: "voiced support for", "is confident that", "her
//! criticism of"; and a verb of telling under one of aspect or will: "declined to comment on".
//!
//! They are stances: somebody's, with words for them and what they are about, but passing nothing
//! on.

use super::content::Content;
use super::{Reader, Said, cues};
use crate::sentence::Clause;
use depeche_text::Span;

/// The rule of an attitude by noun or adjective.
pub(super) const RULE: &str = "attitude";

/// The rule of a verb that tells under another.
pub(super) const CHAINED: &str = "chained-verbs";

/// Verbs that say little beside their object: "made a promise".
const LIGHT: &[&str] = &[
    "express",
    "voice",
    "raise",
    "make",
    "have",
    "offer",
    "give",
    "take",
    "issue",
    "show",
    "share",
    "declare",
    "announce",
    "launch",
    "pledge",
    "reiterate",
    "repeat",
    "state",
    "level",
    "heap",
    "lodge",
    "lay",
    "draw",
    "lead",
    "mount",
    "present",
    "deliver",
    "extend",
    "throw",
];

/// Verbs that join a quality to its bearer.
const COPULAS: &[&str] = &["be", "feel", "remain", "become", "sound", "seem", "appear"];

/// Nouns of view, wish, judgement and telling.
const NOUNS: &[&str] = &[
    "accusation",
    "admiration",
    "affection",
    "allegation",
    "allegiance",
    "anger",
    "answer",
    "anxiety",
    "apology",
    "appeal",
    "appreciation",
    "approval",
    "argument",
    "assault",
    "assertion",
    "assessment",
    "assurance",
    "attack",
    "belief",
    "bid",
    "blame",
    "call",
    "case",
    "caution",
    "charge",
    "claim",
    "comment",
    "commitment",
    "complaint",
    "concern",
    "condemnation",
    "confidence",
    "contempt",
    "conviction",
    "criticism",
    "decision",
    "defense",
    "demand",
    "denial",
    "denunciation",
    "description",
    "desire",
    "determination",
    "disagreement",
    "disappointment",
    "disapproval",
    "disdain",
    "dismay",
    "dissatisfaction",
    "doubt",
    "endorsement",
    "enthusiasm",
    "expectation",
    "faith",
    "fear",
    "frustration",
    "gratitude",
    "hope",
    "hostility",
    "impression",
    "inclination",
    "insistence",
    "intention",
    "interest",
    "issue",
    "invitation",
    "mention",
    "objection",
    "observation",
    "opinion",
    "opposition",
    "outrage",
    "offense",
    "plan",
    "plea",
    "pledge",
    "point",
    "position",
    "praise",
    "prediction",
    "preference",
    "promise",
    "proposal",
    "protest",
    "question",
    "reaction",
    "reference",
    "refusal",
    "regret",
    "rejection",
    "reluctance",
    "remark",
    "request",
    "resentment",
    "reservation",
    "resolve",
    "respect",
    "response",
    "scorn",
    "secret",
    "sign",
    "skepticism",
    "stance",
    "statement",
    "suggestion",
    "support",
    "suspicion",
    "sympathy",
    "thanks",
    "threat",
    "trust",
    "view",
    "vow",
    "warning",
    "willingness",
    "wish",
    "worry",
];

/// Qualities of somebody who thinks, wishes or says something.
const ADJECTIVES: &[&str] = &[
    "adamant",
    "afraid",
    "angry",
    "anxious",
    "apprehensive",
    "ashamed",
    "aware",
    "certain",
    "clear",
    "comfortable",
    "committed",
    "concerned",
    "confident",
    "convinced",
    "critical",
    "cynical",
    "determined",
    "disappointed",
    "dismissive",
    "doubtful",
    "dubious",
    "eager",
    "emphatic",
    "enthusiastic",
    "fearful",
    "fond",
    "frustrated",
    "furious",
    "glad",
    "grateful",
    "happy",
    "hesitant",
    "honored",
    "hopeful",
    "hostile",
    "impressed",
    "insistent",
    "interested",
    "keen",
    "mindful",
    "nervous",
    "open",
    "opposed",
    "optimistic",
    "pessimistic",
    "pleased",
    "positive",
    "prepared",
    "proud",
    "ready",
    "reluctant",
    "resentful",
    "satisfied",
    "scornful",
    "skeptical",
    "sorry",
    "supportive",
    "sure",
    "surprised",
    "suspicious",
    "sympathetic",
    "thankful",
    "unaware",
    "uncertain",
    "uncomfortable",
    "unconvinced",
    "unhappy",
    "unsure",
    "unwilling",
    "upset",
    "vocal",
    "wary",
    "willing",
    "worried",
];

/// Words between an attitude and what it is about.
const ABOUT: &[&str] = &[
    "about",
    "against",
    "at",
    "for",
    "in",
    "of",
    "on",
    "over",
    "to",
    "toward",
    "towards",
    "with",
    "regarding",
    "concerning",
];

/// Verbs over one of telling, in the infinitive: "declined to say".
const ASPECTS: &[&str] = &[
    "continue", "begin", "start", "decline", "refuse", "seem", "appear", "try", "attempt", "go",
    "proceed", "hesitate", "want", "seek",
];

impl Reader<'_, '_> {
    /// What an attitude by noun, adjective or a second verb is about.
    pub(super) fn attitude(&self, clause: &Clause<'_>) -> Option<Content> {
        self.chained(clause)
            .or_else(|| self.made_clear(clause))
            .or_else(|| self.by_object(clause))
            .or_else(|| self.by_quality(clause))
    }

    /// "declined **to comment on** the talks".
    fn chained(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        if !ASPECTS.contains(&clause.group.lemma) {
            return None;
        }
        let mut below = sentence.children_as(clause.verb, &["xcomp"]);
        let head = below.find(|head| *head > clause.verb && *head <= clause.verb + 3)?;
        let inner = &sentence.clauses[sentence.clause_at(head)?];
        if !inner.group.is_infinitive || !cues::is_listed(inner.group.lemma) {
            return None;
        }
        let content = self.content(inner, !cues::is_reporting(inner.group.lemma))?;
        let verb = sentence.words[head].span;
        Some(Content {
            preposition: Some(content.preposition.map_or(verb, |word| verb.cover(word))),
            // "continued to say that": a telling like any other.
            rule: match clause.group.lemma == "continue" && cues::is_reporting(inner.group.lemma) {
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
        Some(self.of_attitude(cue, content))
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
        let (cue, content) = self
            .complement_of(object, clause.verb)
            .filter(|_| is_attitude)?;
        Some(self.of_attitude(cue, content))
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
        let starts = matches!(sentence.lower(next).as_str(), "that" | "to");
        starts.then(|| {
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

    /// "her **sharp criticism of** the plan", "Veld's **plan** to leave": an attitude with its
    /// owner.
    pub(super) fn owned_attitude(&self, word: usize) -> Option<Said> {
        let sentence = self.sentence;
        let is_attitude = NOUNS.contains(&sentence.lemma(word)) && !sentence.tree.is_inner(word);
        let owner = sentence
            .children_as(word, &["poss"])
            .next()
            .filter(|_| is_attitude)?;
        let head = sentence.tree.head(word);
        let is_object = sentence.tree.dep(word) == "dobj" && LIGHT.contains(&sentence.lemma(head));
        if is_object || sentence.is_quoted(word) {
            return None;
        }
        let (cue, content) = self.complement_of(word, word)?;
        let source = self.source_of(owner);
        let first = (0..word).rev().take_while(|before| {
            let is_own = sentence.tree.head(*before) == word;
            is_own && matches!(sentence.tree.dep(*before), "amod" | "compound" | "nummod")
        });
        let start = first
            .last()
            .map_or(cue.start, |first| sentence.words[first].span.start);
        let cue = Span {
            start,
            end: cue.end,
        };
        let speaker = self.speaker(&[sentence.filler(owner)]);
        Some(Said {
            source: Some(source),
            cue,
            is_stance: true,
            ..self.said(speaker, (source.cover(cue), self.finished(content)), RULE)
        })
    }
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
