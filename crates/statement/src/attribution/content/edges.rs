//! Where what is told begins and ends.

use super::Content;
use crate::attribution::{Reader, cues};
use crate::sentence::{Clause, is_quote};
use depeche_text::Span;

impl Reader<'_, '_> {
    /// A content without what stands outside of the quotation that its cue stands in: "“Kal says the
    /// port is shut**,” Veld said**"; and without who tells all of the sentence: "Veld thinks that Kal
    /// left**, according to** Moss".
    pub(in crate::attribution) fn inside_its_own(
        &self,
        clause: &Clause<'_>,
        content: Content,
    ) -> Content {
        let sentence = self.sentence;
        let behind = clause.verb..sentence.words.len();
        let other = behind
            .into_iter()
            .find(|word| self.is_set_apart_source(*word));
        let ends = self.closing_mark(clause.verb).into_iter().chain(other);
        let Some(end) = ends.map(|word| self.end_before(word)).min() else {
            return content;
        };
        let verb = sentence.words[clause.verb].span;
        let spans = content.spans.iter().map(|span| Span {
            start: span.start,
            end: match span.start < end && span.start >= verb.end {
                true => span.end.min(end),
                false => span.end,
            },
        });
        Content {
            spans: spans.collect(),
            ..content
        }
    }

    /// An object or phrase without a second telling of the same teller behind a comma: "rejected the
    /// plan**, arguing that** it failed".
    pub(in crate::attribution) fn before_gerund(
        &self,
        clause: &Clause<'_>,
        content: Content,
    ) -> Content {
        let sentence = self.sentence;
        if !matches!(content.rule, "object" | "topic") {
            return content;
        }
        let verb = sentence.words[clause.verb].span;
        let mut gerunds = sentence.clauses.iter().filter(|other| {
            other.verb > clause.verb
                && other.group.is_gerund
                && self.is_behind_comma(other.verb)
                && cues::is_listed(other.group.lemma)
                && sentence.is_quoted(other.verb) == sentence.is_quoted(clause.verb)
        });
        let Some(end) = gerunds.next().map(|other| self.end_before(other.verb)) else {
            return content;
        };
        let spans = content.spans.into_iter().map(|span| Span {
            start: span.start,
            end: match span.start >= verb.end && span.start < end {
                true => span.end.min(end),
                false => span.end,
            },
        });
        Content {
            spans: spans.collect(),
            ..content
        }
    }

    /// The mark that closes the quotation in which a word stands.
    fn closing_mark(&self, word: usize) -> Option<usize> {
        let sentence = self.sentence;
        let is_mark = |word: &usize| is_quote(&sentence.words[*word], sentence.text);
        let opening = (0..word).rev().find(is_mark);
        let closing = (word..sentence.words.len()).find(is_mark)?;
        let closes = match opening.map(|mark| sentence.lower(mark)).as_deref() {
            Some("\u{201c}") | None => "\u{201d}",
            Some("``") => "''",
            Some("\"") => "\"",
            Some("''") => "''",
            Some(_) => return None,
        };
        let is_quoted = sentence.is_quoted(word);
        (is_quoted && sentence.lower(closing) == closes).then_some(closing)
    }

    /// ", **according** to Moss" behind what all of the sentence tells.
    fn is_set_apart_source(&self, word: usize) -> bool {
        let sentence = self.sentence;
        let is_cue = sentence.lower(word) == "according"
            && word + 1 < sentence.words.len()
            && sentence.lower(word + 1) == "to";
        let Some(mark) = word.checked_sub(1).filter(|_| is_cue) else {
            return false;
        };
        let below = sentence.children_as(word, &["prep", "pobj"]);
        let end = below.map(|below| self.whole(below).end).max();
        let is_last = end.is_some_and(|end| end + 2 >= sentence.span.end);
        is_last && (sentence.lower(mark) == "," || is_quote(&sentence.words[mark], sentence.text))
    }

    /// How far what follows a cue is told: to the end of the sentence, or to a second verb of
    /// the teller, a clause that sets it against something, or another telling.
    pub(super) fn end_of_telling(&self, clause: &Clause<'_>, head: usize) -> u32 {
        let sentence = self.sentence;
        let mut end = self.end_of_subordinate(clause.verb);
        for child in sentence.tree.children(clause.verb).iter().copied() {
            if child <= head {
                continue;
            }
            let is_clause = sentence.clause_at(child);
            let stops = match (sentence.tree.dep(child), is_clause) {
                ("conj", Some(at)) => {
                    let other = &sentence.clauses[at];
                    !other.has_own_subject || cues::is_listed(other.group.lemma)
                }
                ("advcl", Some(at)) => {
                    let other = &sentence.clauses[at];
                    let participle = other.group.is_gerund || !other.has_own_subject;
                    let against = sentence
                        .children_as(child, &["mark", "advmod"])
                        .any(|mark| {
                            matches!(
                                sentence.lower(mark).as_str(),
                                "while" | "although" | "though" | "when" | "after" | "before"
                            )
                        });
                    participle && self.comma_before(child) || against
                }
                ("npadvmod" | "advmod" | "prep", _) => sentence.tree.time(child).is_some(),
                _ => false,
            };
            if stops {
                end = end.min(self.whole(child).start);
            }
        }
        if let Some(next) = self.next_telling(clause, head) {
            end = end.min(sentence.words[next].span.start);
        }
        let before = sentence.words.partition_point(|word| word.span.end <= end);
        self.end_before(before.max(head))
    }

    /// The end of the words before one, without the conjunction that leads to it.
    pub(super) fn end_before(&self, word: usize) -> u32 {
        let sentence = self.sentence;
        let leads = |word: &usize| {
            matches!(
                sentence.lower(*word).as_str(),
                "and" | "but" | "," | ";" | "or" | "then" | "while" | "-" | "\u{2014}"
            )
        };
        let last = (0..word).rev().find(|word| !leads(word));
        sentence.words[last.unwrap_or(0)].span.end
    }

    /// "Although she said that A came, B left": a telling in a clause before the main one ends with
    /// that clause; else with the sentence.
    fn end_of_subordinate(&self, verb: usize) -> u32 {
        let sentence = self.sentence;
        let mut above = std::iter::once(verb).chain(sentence.tree.above(verb));
        let is_before_main = |word: &usize| {
            let head = sentence.tree.head(*word);
            let dep = sentence.tree.dep(*word);
            let main = match dep {
                "advcl" | "pcomp" | "csubj" => Some(head),
                // "Kal thinks that A came, Veld said".
                "ccomp" if self.closes(head) => Some(head),
                "relcl" | "acl" => sentence
                    .clause_above(head)
                    .map(|at| sentence.clauses[at].verb),
                _ => None,
            };
            main.is_some_and(|main| main > verb)
        };
        let top = above.find(is_before_main);
        top.map_or(sentence.span.end, |top| self.whole(top).end)
    }

    /// ", Veld **said**": whether a verb tells what stands before it.
    fn closes(&self, verb: usize) -> bool {
        let sentence = self.sentence;
        let clause = sentence.clause_at(verb).map(|at| &sentence.clauses[at]);
        let tells = clause.filter(|clause| cues::is_reporting(clause.group.lemma));
        let first = tells.map(|clause| self.first_of_cue(clause));
        first.is_some_and(|first| first > 0 && sentence.lower(first - 1) == ",")
    }

    pub(in crate::attribution) fn comma_before(&self, clause: usize) -> bool {
        let start = self.whole(clause).start;
        let first = self
            .sentence
            .words
            .partition_point(|word| word.span.end <= start);
        first > 0 && self.sentence.lower(first - 1) == ","
    }

    /// A content with the quotation mark that closes it, without the sentence's own full stop.
    pub(in crate::attribution) fn finished(&self, span: Span) -> Span {
        let cut = self.without_stop(span);
        let words = self.sentence.slice(cut);
        let curly = words.matches('\u{201c}').count() > words.matches('\u{201d}').count();
        let straight = words.matches('"').count() % 2 == 1;
        let double = words.matches("''").count() % 2 == 1;
        let mark = match (curly, straight, double) {
            (true, _, _) => "\u{201d}",
            (_, true, _) => "\"",
            (_, _, true) => "''",
            _ => return cut,
        };
        let rest = Span {
            start: cut.end,
            end: self.sentence.span.end,
        };
        let rest = self.sentence.slice(rest);
        let near = rest.find(mark).filter(|at| {
            rest[..*at]
                .chars()
                .all(|letter| matches!(letter, '.' | ',' | '!' | '?' | ' '))
        });
        match near {
            Some(at) => Span {
                start: cut.start,
                end: cut.end + u32::try_from(at + mark.len()).unwrap_or(0),
            },
            None => cut,
        }
    }

    /// A span without the mark that ends its sentence.
    pub(in crate::attribution) fn without_stop(&self, span: Span) -> Span {
        let span = self.without_marks(span);
        let text = self.sentence.slice(span);
        let is_last = span.end + 2 >= self.sentence.span.end;
        let words = text.trim_end_matches(['.', ' ']);
        // "the U.S." keeps its full stop.
        let is_abbreviation = words
            .rsplit([' ', '\u{a0}'])
            .next()
            .is_some_and(|last| last.contains('.'));
        match is_last && !is_abbreviation && !words.is_empty() {
            true => Span::new(0, words.len()).shifted(span.start as usize),
            false => span,
        }
    }

    /// Words as spans, without the cue's own and without marks at their ends.
    pub(super) fn runs(&self, words: &[usize], clause: &Clause<'_>) -> Vec<Span> {
        let sentence = self.sentence;
        let mut spans: Vec<Span> = Vec::new();
        let mut last: Option<usize> = None;
        for word in words.iter().copied().filter(|word| *word != clause.verb) {
            let span = sentence.words[word].span;
            match (spans.last_mut(), last) {
                (Some(run), Some(before)) if before + 1 == word => *run = run.cover(span),
                _ => spans.push(span),
            }
            last = Some(word);
        }
        let cut = spans.into_iter().map(|span| self.finished(span));
        cut.filter(|span| {
            self.sentence
                .slice(*span)
                .contains(|letter: char| letter.is_alphanumeric())
        })
        .collect()
    }

    /// All of a part of the sentence, or of the sentence, but some words.
    pub(in crate::attribution) fn around_inside(
        &self,
        words: Span,
        part: Option<Span>,
    ) -> Vec<Span> {
        let sentence = part.unwrap_or(self.sentence.span).cover(words);
        let before = Span {
            start: sentence.start,
            end: words.start.max(sentence.start),
        };
        let after = Span {
            start: words.end.min(sentence.end),
            end: sentence.end,
        };
        let cut = [before, after].map(|span| self.without_stop(span));
        let has_words = |span: &Span| {
            self.sentence
                .slice(*span)
                .contains(|letter: char| letter.is_alphanumeric())
        };
        cut.into_iter().filter(has_words).collect()
    }
}
