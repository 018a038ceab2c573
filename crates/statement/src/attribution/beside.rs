//! Who says a quotation, by where the words stand, where the parse has lost the subject of the
//! verb: "“…,” Veld, the envoy, said", "“…,” said Veld".

use super::{Reader, cues};
use crate::sentence::{Clause, Filler, is_quote};
use depeche_text::Span;

/// No more words stand between a quotation and its verb.
const FAR: usize = 40;

/// The teller between a quotation and its verb, or behind the verb.
pub(super) struct Beside {
    pub(super) filler: Filler,
    pub(super) source: Span,
    /// The first word of teller and verb, and the word behind them.
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Reader<'_, '_> {
    /// The teller of the quotation that ends before a verb of telling without a subject of its
    /// own.
    pub(super) fn beside_quotation(&self, clause: &Clause<'_>) -> Option<Beside> {
        let sentence = self.sentence;
        let verb = clause.verb;
        let mut own = sentence.children_as(verb, &["nsubj", "nsubjpass"]);
        let has_own = own.any(|subject| !sentence.is_quoted(subject));
        let group = &clause.group;
        let tells = cues::is_reporting(group.lemma) || group.lemma == "ask";
        let tells = tells && !group.is_infinitive && !group.is_gerund;
        if has_own || !tells || clause.group.is_passive || sentence.is_quoted(verb) {
            return None;
        }
        let mut before = (verb.saturating_sub(FAR)..verb).rev();
        let mark = before.find(|word| is_quote(&sentence.words[*word], sentence.text))?;
        if !sentence.is_quoted(mark) {
            return None;
        }
        let is_other =
            |word: usize| sentence.clause_at(word).is_some() && sentence.tree.dep(word) != "relcl";
        if (mark + 1..verb).any(is_other) {
            return None;
        }
        match mark + 1 == verb {
            true => self.behind_verb(verb),
            false => self.before_verb(mark + 1, clause),
        }
    }

    /// "**Mukasey** said that", where the parse has the name at the start of a sentence for an adverb or an
    /// exclamation.
    pub(super) fn lost_teller(&self, clause: &Clause<'_>) -> Option<Filler> {
        let sentence = self.sentence;
        let group = &clause.group;
        let is_alone = clause.verb == 1 && sentence.tree.head(0) == 1 && clause.subject.is_empty();
        let is_lost = matches!(sentence.tree.dep(0), "advmod" | "intj" | "npadvmod" | "dep");
        let is_name = matches!(sentence.tag(0), "NNP" | "UH");
        let tells = cues::is_reporting(group.lemma) && !group.is_passive && !group.is_infinitive;
        (tells && is_alone && is_lost && is_name).then(|| sentence.filler(0))
    }

    /// "“…,” **Veld, the envoy,** said".
    fn before_verb(&self, first: usize, clause: &Clause<'_>) -> Option<Beside> {
        let sentence = self.sentence;
        let start = sentence.words[clause.verb]
            .span
            .start
            .min(clause.group.span.start);
        let mut words = first..clause.verb;
        let head = words.find(|word| sentence.words[*word].pos != "PUNCT")?;
        let is_name = sentence.tree.mention(sentence.tree.node(head)).is_some()
            || matches!(sentence.tag(head), "PRP" | "NNP" | "NNPS" | "DT" | "PRP$");
        let head = match sentence.tag(head) {
            "DT" | "PRP$" => words.find(|word| sentence.is_nominal(*word))?,
            _ => head,
        };
        let node = sentence.tree.node(head);
        // "Had “…,” Veld said": a verb's words may begin before the quotation.
        let from = sentence.words[first].span.start;
        let source = (from < start).then_some(Span {
            start: from,
            end: start,
        })?;
        let source = self.without_marks(source.trimmed(sentence.text));
        is_name.then(|| Beside {
            filler: Filler {
                head: node,
                span: sentence.node_span(node),
            },
            source: self.with_closing_comma(source),
            first,
            end: clause.verb + 1,
        })
    }

    /// "“…,” said **Veld**".
    fn behind_verb(&self, verb: usize) -> Option<Beside> {
        let sentence = self.sentence;
        let mut words = verb + 1..(verb + 8).min(sentence.words.len());
        let head = words.find(|word| {
            let node = sentence.tree.node(*word);
            sentence.tree.mention(node).is_some() || sentence.tag(*word) == "PRP"
        })?;
        let node = sentence.tree.node(head);
        let span = sentence.node_span(node);
        let plain = (verb + 1..head).all(|word| {
            matches!(
                sentence.words[word].pos,
                "NOUN" | "PROPN" | "ADJ" | "DET" | "VERB"
            )
        });
        let source = sentence.words[verb + 1].span.cover(span);
        let end = sentence
            .words
            .partition_point(|word| word.span.start < source.end);
        plain.then_some(Beside {
            filler: Filler { head: node, span },
            source,
            first: verb,
            end,
        })
    }
}
