//! Tellings by noun: "his claim that A met B", "the report of A that".

use super::{Reader, Said};

/// The rule of a noun that tells.
pub(super) const RULE: &str = "telling-noun";

/// Nouns whose clause is told.
const TELLING: &[&str] = &[
    "accusation",
    "admission",
    "allegation",
    "announcement",
    "argument",
    "assertion",
    "assurance",
    "claim",
    "comment",
    "complaint",
    "conclusion",
    "confession",
    "declaration",
    "denial",
    "explanation",
    "indication",
    "insistence",
    "message",
    "news",
    "prediction",
    "promise",
    "remark",
    "reminder",
    "report",
    "revelation",
    "rumor",
    "rumour",
    "statement",
    "suggestion",
    "warning",
];

/// Nouns whose clause is thought or wished.
const STANCE: &[&str] = &[
    "belief",
    "concern",
    "confidence",
    "conviction",
    "doubt",
    "expectation",
    "fear",
    "feeling",
    "hope",
    "idea",
    "impression",
    "notion",
    "opinion",
    "pledge",
    "position",
    "suspicion",
    "theory",
    "thought",
    "view",
    "worry",
];

/// Whether the noun tells.
pub(super) fn is_telling(lemma: &str) -> bool {
    TELLING.contains(&lemma)
}

impl Reader<'_, '_> {
    /// The nouns of the sentence that tell.
    pub(super) fn of_nouns(&self) -> Vec<Said> {
        let words = 0..self.sentence.words.len();
        words
            .filter_map(|word| self.of_noun(word).or_else(|| self.owned_attitude(word)))
            .collect()
    }

    fn of_noun(&self, word: usize) -> Option<Said> {
        let sentence = self.sentence;
        let lemma = sentence.lemma(word);
        let is_stance = STANCE.contains(&lemma);
        let is_noun = sentence.tag(word).starts_with("NN") && !sentence.tree.is_inner(word);
        let is_listed = is_stance || is_telling(lemma);
        if !is_noun || !is_listed || self.is_light_object(word) {
            return None;
        }
        // "reported that": the verb has the same dictionary form.
        if sentence.clause_at(word).is_some() || !sentence.is_nominal(word) {
            return None;
        }
        let clause = sentence.children_as(word, &["acl", "ccomp"]).find(|verb| {
            let that = sentence.children_as(*verb, &["mark"]).next();
            that.is_some_and(|that| sentence.lower(that) == "that")
        })?;
        let owner = sentence.children_as(word, &["poss"]).next();
        let by = || {
            let mut prepositions = sentence.children_as(word, &["prep"]);
            let by = prepositions.find(|by| matches!(sentence.lemma(*by), "by" | "from" | "of"))?;
            sentence.children_as(by, &["pobj"]).next()
        };
        let owner = owner.or_else(by);
        // "the idea that": nobody's.
        if is_stance && owner.is_none() {
            return None;
        }
        let speaker = owner.and_then(|owner| self.speaker(&[sentence.filler(owner)]));
        let cue = match owner.is_some_and(|owner| owner < word) {
            true => self.with_adjectives(word),
            false => sentence.words[word].span,
        };
        let content = self.without_stop(self.whole(clause));
        let source = owner.map(|owner| self.source(owner));
        let span = source.map_or(cue, |source| source.cover(cue));
        Some(Said {
            source,
            cue,
            is_stance,
            ..self.said(speaker, (span, content), RULE)
        })
    }
}
