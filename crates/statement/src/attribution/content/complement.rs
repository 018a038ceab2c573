//! A clause that is told: behind its cue, before it, or around it.

use super::{Content, OWN, is_mark};
use crate::attribution::Reader;
use crate::attribution::cues::{has_hearer, is_listed};
use crate::sentence::{Clause, is_quote};
use depeche_text::Span;

impl Reader<'_, '_> {
    /// "called **for Veld** to resign", where the parse has "for" with the infinitive.
    pub(super) fn for_infinitive(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let next = clause.verb + 1;
        let mut clauses = sentence.children_as(clause.verb, &["advcl", "ccomp", "xcomp"]);
        let below = clauses.find(|below| {
            let mut marks = sentence.children_as(*below, &["mark"]);
            marks.any(|mark| mark == next && sentence.lower(mark) == "for")
        })?;
        let first = sentence.words.get(next + 1)?.span;
        let end = self.whole(below).end;
        (first.start < end).then(|| Content {
            spans: vec![self.finished(Span {
                start: first.start,
                end,
            })],
            preposition: Some(sentence.words[next].span),
            rule: "topic",
        })
    }

    /// "called **on** Veld to resign": the preposition belongs to the cue.
    pub(super) fn behind_preposition(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let next = clause.verb + 1;
        let is_next = sentence
            .children_as(clause.verb, &["prep"])
            .any(|word| word == next);
        let later = sentence
            .children_as(clause.verb, &["xcomp", "ccomp"])
            .filter(|word| *word > next)
            .last();
        let later = later.filter(|_| is_next)?;
        // "agreed **with Kal** that": with whom is not what.
        let mut marks = sentence.children_as(later, &["mark"]);
        let is_that = marks.any(|mark| sentence.lower(mark) == "that");
        if is_that && matches!(sentence.lemma(next), "with" | "to") {
            return None;
        }
        let head = sentence.children_as(next, &["pobj"]).next()?;
        let span = self.whole(head).cover(self.whole(later));
        Some(Content {
            spans: vec![self.finished(span)],
            preposition: Some(sentence.words[next].span),
            rule: "topic",
        })
    }

    /// A clause or infinitive: "said **that** A met B", "A met B, X said".
    pub(super) fn complement(&self, clause: &Clause<'_>, is_stance: bool) -> Option<Content> {
        let sentence = self.sentence;
        let verb = clause.verb;
        let heads: Vec<usize> = sentence.children_as(verb, &["ccomp", "xcomp"]).collect();
        let behind = heads.iter().copied().find(|head| *head > verb);
        if let Some(head) = behind {
            let inside = |word: &usize| sentence.is_below(sentence.tree.node(*word), head);
            let words: Vec<usize> = (verb + 1..sentence.words.len()).filter(inside).collect();
            let first = sentence.words[*words.first()?].span;
            let last = sentence.words[*words.last()?].span;
            let mut span = first.cover(last);
            // "urged **A to leave**".
            let object = sentence
                .children_as(verb, &["dobj"])
                .find(|word| *word < head);
            if let Some(object) = object.filter(|_| is_stance) {
                span = self.whole(object).cover(span);
            }
            if !is_stance || sentence.tree.dep(head) == "ccomp" {
                span.end = span.end.max(self.end_of_telling(clause, head));
            }
            if let Some(next) = self.next_telling(clause, head) {
                span.end = span.end.min(self.end_before(next));
            }
            return Some(Content {
                spans: vec![self.finished(span)],
                preposition: None,
                rule: "reporting-verb",
            });
        }
        let head = *heads.first()?;
        // "A met B, X said": all before the comma is told, whatever the parse hung where.
        let first = self.first_of_cue(clause);
        let mark = sentence.lower(first.checked_sub(1)?);
        let is_marked = is_mark(&mark) || is_quote(&sentence.words[first - 1], sentence.text);
        let is_marked = is_marked && mark != ";";
        // "A met B, X told **C**": who is told is no content.
        let has_content = self.has_object(clause) && !has_hearer(clause.group.lemma);
        if head >= first || !is_marked || has_content || is_stance {
            return None;
        }
        let words: Vec<usize> = (0..first).collect();
        let spans = self.runs(&words, clause);
        (!spans.is_empty()).then_some(Content {
            spans,
            preposition: None,
            rule: "closing-verb",
        })
    }

    /// "A, X said, met B": the parse hangs the cue on what it tells.
    pub(super) fn parenthesis(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let head = sentence.tree.head(clause.verb);
        let dep = sentence.tree.dep(clause.verb);
        // A relative clause without its pronoun never stands behind a comma.
        let relative = sentence
            .children_as(clause.verb, &["nsubj", "dobj", "advmod", "mark"])
            .any(|word| matches!(sentence.tag(word), "WP" | "WDT" | "WRB"));
        let may_be = matches!(dep, "parataxis" | "ccomp" | "advcl" | "dep" | "relcl");
        if head == clause.verb || !may_be || relative {
            return None;
        }
        let marks = sentence
            .children_as(clause.verb, &["mark", "advmod"])
            .next();
        // "as X noted, A met B" tells it; "when X noted it, A met B" does not.
        let is_as = marks.is_some_and(|mark| sentence.lower(mark) == "as");
        if marks.is_some() && dep == "advcl" && !is_as || !clause.has_own_subject {
            return None;
        }
        // "as members were admitted": they are not what tells.
        let mut subjects = sentence.children_as(clause.verb, &["nsubjpass"]);
        let is_done = subjects.any(|subject| !matches!(&*sentence.lower(subject), "it" | "this"));
        if is_done && !has_hearer(clause.group.lemma) {
            return None;
        }
        let has_hearer = has_hearer(clause.group.lemma);
        let mut arguments = clause.arguments.iter();
        if arguments.any(|found| found.preposition.is_empty() && !has_hearer) {
            return None;
        }
        let (start, end) = self.bounds(clause);
        let start = marks
            .filter(|_| is_as)
            .map_or(start, |mark| start.min(mark));
        let before = start.checked_sub(1).map(|word| self.sentence.lower(word));
        let is_set_apart = matches!(
            before.as_deref(),
            Some("," | "\u{2014}" | "-" | "\"" | "\u{201d}" | "''")
        );
        let closes = || end < sentence.words.len() && sentence.lower(end) == ",";
        // "the talks **which** Kal says were held": what is said is the relative clause.
        let is_inside = sentence.tree.dep(head) == "relcl" && dep == "ccomp" && end < head + 1;
        let is_inside = is_inside
            && start > 0
            && matches!(sentence.tag(start - 1), "WDT" | "WP")
            && sentence.is_below(start - 1, head);
        let is_set_apart = is_set_apart || is_inside;
        let opens = is_as && before.is_none_or(|word| matches!(&*word, "and" | "but")) && closes();
        if !is_set_apart && !opens {
            return None;
        }
        // "projects which, they say, are small": no more than the relative clause is told, and in "said
        // that A, as he told us, left" no more than what is said.
        let above = sentence.tree.head(head);
        let is_told = sentence.tree.dep(head) == "ccomp" && above < head;
        let telling = sentence.clause_at(above).filter(|_| is_told);
        let is_inside =
            telling.is_some_and(|at| is_listed(sentence.clauses[at].group.lemma) && is_as);
        let is_part = sentence.tree.dep(head) == "relcl" || is_inside;
        let is_told = |word: &usize| !is_part || sentence.is_below(sentence.tree.node(*word), head);
        let words = (0..start).chain(end..sentence.words.len());
        let words: Vec<usize> = words.filter(is_told).collect();
        let spans = self.runs(&words, clause);
        (!spans.is_empty()).then_some(Content {
            spans,
            preposition: None,
            rule: "closing-verb",
        })
    }

    /// "said at a rally **that** A met B", where the parse hung the clause on the rally.
    pub(super) fn that_clause(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let behind = clause.verb + 1..(clause.verb + 20).min(sentence.words.len());
        let mut words = behind.take_while(|word| {
            let is_other = sentence.clause_at(*word).is_some();
            !is_other && sentence.lower(*word) != ","
        });
        // "a meeting that had taken place": a verb right behind it makes it a pronoun.
        let that = words.find(|word| {
            let next = (word + 1).min(sentence.words.len() - 1);
            let is_pronoun = matches!(sentence.words[next].pos, "VERB" | "AUX");
            // "and that": it goes on with another verb's clause.
            let is_joined = matches!(sentence.lower(word - 1).as_str(), "and" | "or" | "but");
            let is_that = sentence.lower(*word) == "that" && !is_joined;
            is_that && matches!(sentence.tag(*word), "IN" | "WDT") && !is_pronoun
        })?;
        let rest = Span {
            start: sentence.words[that].span.start,
            end: sentence.span.end,
        };
        clause.has_own_subject.then(|| Content {
            spans: vec![self.finished(rest)],
            preposition: None,
            rule: "reporting-verb",
        })
    }

    /// "Veld asked.", "Veld went on:": what is told stands in the sentences beside it.
    pub(super) fn bare(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let ends_in_colon = sentence.slice(sentence.span).trim_end().ends_with(':');
        let is_root = sentence.tree.head(clause.verb) == clause.verb;
        let is_short = sentence.words.len() < 12;
        let stands = clause.has_own_subject && is_root && (is_short || ends_in_colon);
        stands.then_some(Content {
            spans: Vec::new(),
            preposition: None,
            rule: "bare-cue",
        })
    }

    /// The first word of the cue with its subject.
    pub(super) fn first_of_cue(&self, clause: &Clause<'_>) -> usize {
        let sentence = self.sentence;
        let own = sentence
            .children_as(clause.verb, OWN)
            .filter(|child| *child < clause.verb);
        let mut first = clause.verb;
        for child in own {
            let span = self.whole(child);
            first = first.min(
                sentence
                    .words
                    .partition_point(|word| word.span.end <= span.start),
            );
        }
        first
    }
}
