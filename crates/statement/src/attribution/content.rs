//! What is told: the words of a complement, a topic or a quotation.

mod complement;
mod edges;
mod quoted;
mod topic;

use super::Reader;
use crate::sentence::Clause;
use depeche_text::Span;

/// What a cue tells, with the words that belong to the cue beside its verb.
pub(super) struct Content {
    pub(super) spans: Vec<Span>,
    /// The preposition of "called **for**".
    pub(super) preposition: Option<Span>,
    pub(super) rule: &'static str,
}

/// Relations of words that belong to the telling, not to what it tells.
const OWN: &[&str] = &["nsubj", "nsubjpass", "dative", "aux", "auxpass", "neg"];

impl Reader<'_, '_> {
    /// What a clause that tells or judges has for its content.
    pub(super) fn content(&self, clause: &Clause<'_>, is_stance: bool) -> Option<Content> {
        if let Some(spans) = self.quoted(clause) {
            return Some(Content {
                spans,
                preposition: None,
                rule: "quotation",
            });
        }
        self.behind_preposition(clause)
            .or_else(|| self.for_infinitive(clause))
            .filter(|_| is_stance)
            .or_else(|| self.complement(clause, is_stance))
            .or_else(|| self.parenthesis(clause).filter(|_| !is_stance))
            .or_else(|| self.that_clause(clause).filter(|_| !is_stance))
            .or_else(|| self.topic_of(clause, is_stance))
            .or_else(|| self.subject_of(clause))
            .or_else(|| self.bare(clause).filter(|_| !is_stance))
    }
}

fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "," | ":" | "." | ";" | "-" | "\u{2014}" | "\u{2013}" | "that"
    )
}
