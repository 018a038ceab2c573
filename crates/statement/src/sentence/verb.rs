//! Verb groups: the main verb, and what its auxiliaries and adverbs say.

use super::Sentence;
use depeche_text::Span;

/// Auxiliaries and main verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VerbGroup<'a> {
    /// The main verb's dictionary form.
    pub(crate) lemma: &'a str,
    /// The main verb.
    pub(crate) trigger: Span,
    /// Auxiliaries, adverbs between and the main verb.
    pub(crate) span: Span,
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
    /// Past or participle without an auxiliary.
    pub(crate) is_bare: bool,
}

/// Adverbs with which a teller keeps a distance.
const ALLEGED: &[&str] = &[
    "allegedly",
    "reportedly",
    "supposedly",
    "purportedly",
    "apparently",
];

impl<'a> Sentence<'a> {
    /// Reads the group of a verb.
    pub(super) fn verb_group(&self, verb: usize) -> VerbGroup<'a> {
        let word = &self.words[verb];
        let mut group = VerbGroup {
            lemma: &word.lemma,
            trigger: word.span,
            span: word.span,
            is_passive: false,
            is_negated: false,
            is_planned: false,
            is_hypothetical: false,
            is_alleged: false,
            is_infinitive: false,
            is_gerund: false,
            is_past: matches!(word.tag, "VBD" | "VBN"),
            is_bare: false,
        };
        let mut has_auxiliary = false;
        for child in self.tree.children(verb).iter().copied() {
            match self.tree.dep(child) {
                "aux" | "auxpass" => {
                    has_auxiliary |= self.tag(child) != "TO";
                    self.auxiliary(&mut group, child);
                }
                "neg" => group.is_negated |= self.denies(child, verb),
                // "could n't", of which the parse often makes an adverb.
                "advmod" if self.lemma(child) == "not" => {
                    group.is_negated |= self.denies(child, verb);
                }
                "advmod" => self.adverb(&mut group, child),
                "nsubjpass" => group.is_passive = true,
                _ => continue,
            }
            let near = child < verb && self.tree.dep(child) != "nsubjpass";
            let is_lead = self.tree.dep(child) == "advmod" && child + 3 < verb;
            if near && !is_lead {
                group.span = group.span.cover(self.words[child].span);
            }
        }
        group.is_hypothetical |= self.is_wished(verb);
        let is_participle = word.tag == "VBN" && !has_auxiliary && !group.is_infinitive;
        // "**Asked** about the port, Veld left": but who is worried or determined does so himself.
        let is_beside = || {
            let mut subjects = self.children_as(verb, &["nsubj"]);
            let is_minded = matches!(group.lemma, "convince" | "determine" | "worry");
            self.tree.dep(verb) == "advcl" && subjects.next().is_none() && !is_minded
        };
        group.is_passive |= is_participle && (self.tree.dep(verb) == "acl" || is_beside());
        group.is_gerund = word.tag == "VBG" && !has_auxiliary;
        group.is_bare = matches!(word.tag, "VBN" | "VBD") && !has_auxiliary;
        // "in order reach it": telegrams leave out "to".
        let is_aim = word.tag == "VB" && verb > 1 && self.lower(verb - 1) == "order";
        group.is_infinitive |= is_aim && self.lower(verb - 2) == "in";
        // "his intention inform them": the same.
        group.is_infinitive |= word.tag == "VB" && !has_auxiliary && self.tree.dep(verb) == "acl";
        if group.is_hypothetical || group.is_planned || group.is_infinitive {
            group.is_past = false;
        }
        group
    }

    /// "that they **be informed**": asked for.
    fn is_wished(&self, verb: usize) -> bool {
        let mut auxiliaries = self.children_as(verb, &["aux", "auxpass"]);
        let first = auxiliaries.next().filter(|first| *first < verb);
        first.is_some_and(|first| self.lower(first) == "be") && auxiliaries.next().is_none()
    }

    /// Whether a "not" says that it was not done: not in "not only", "not unexpectedly", "did not
    /// leave until May", "whether or not".
    fn denies(&self, word: usize, verb: usize) -> bool {
        if word > 1 && self.lower(word - 1) == "or" && self.lower(word - 2) == "whether" {
            return false;
        }
        let next = word + 1;
        let is_of_adverb = next < verb && {
            let lower = self.lower(next);
            let is_alone = self.children_as(verb, &["aux"]).next().is_none();
            let is_twice = lower.starts_with("un") && lower.ends_with("ly")
                || matches!(lower.as_str(), "surprisingly" | "infrequently");
            matches!(lower.as_str(), "only" | "merely" | "just" | "simply") || is_alone && is_twice
        };
        let is_past = matches!(self.tag(verb), "VBD" | "VBN")
            || self
                .children_as(verb, &["aux"])
                .any(|child| self.lower(child) == "did");
        let waits = |child: usize| {
            let is_clause = || {
                let mut marks = self.children_as(child, &["mark"]);
                marks.any(|mark| self.lower(mark) == "until")
            };
            match self.tree.dep(child) {
                "prep" => self.lower(child) == "until",
                "advcl" => is_clause(),
                _ => false,
            }
        };
        let mut children = self.tree.children(verb).iter();
        let is_late = is_past && children.any(|child| *child > verb && waits(*child));
        !is_of_adverb && !is_late
    }

    fn auxiliary(&self, group: &mut VerbGroup<'_>, child: usize) {
        let lower = self.lower(child);
        if self.tree.dep(child) == "auxpass" {
            group.is_passive = true;
        }
        match (self.tag(child), lower.as_str()) {
            ("TO", _) => group.is_infinitive = true,
            ("MD", "will" | "shall" | "'ll" | "\u{2019}ll" | "wo") => group.is_planned = true,
            ("MD", _) => group.is_hypothetical = true,
            (_, "had" | "has" | "have" | "was" | "were" | "did" | "been" | "'d" | "'ve") => {
                group.is_past = true;
            }
            _ => {}
        }
    }

    fn adverb(&self, group: &mut VerbGroup<'_>, child: usize) {
        let lower = self.lower(child);
        group.is_negated |= lower == "never";
        group.is_alleged |= ALLEGED.contains(&lower.as_str());
    }
}
