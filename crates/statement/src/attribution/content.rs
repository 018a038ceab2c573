//! What is told: the words of a complement, a topic or a quotation.

use super::Reader;
use super::cues;
use super::cues::has_hearer;
use crate::sentence::{Clause, is_quote};
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

    /// "said at a rally **that** A met B", where the parse hung the clause on the rally.
    fn that_clause(&self, clause: &Clause<'_>) -> Option<Content> {
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
    fn bare(&self, clause: &Clause<'_>) -> Option<Content> {
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

    /// What a verb that nobody lists says, where a quotation stands beside it.
    pub(super) fn quotation(&self, clause: &Clause<'_>) -> Option<Content> {
        let spans = self.quoted(clause)?;
        if cues::is_common(clause.group.lemma) {
            return None;
        }
        let is_whole = spans.iter().any(|span| {
            let words = self.sentence.slice(*span);
            words.split_whitespace().count() > 2 && words.contains([',', '.', '?', '!'])
        });
        (is_whole && clause.has_own_subject).then_some(Content {
            spans,
            preposition: None,
            rule: "quotation",
        })
    }

    /// "called **for Veld** to resign", where the parse has "for" with the infinitive.
    fn for_infinitive(&self, clause: &Clause<'_>) -> Option<Content> {
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
    fn behind_preposition(&self, clause: &Clause<'_>) -> Option<Content> {
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
        let head = sentence.children_as(next, &["pobj"]).next()?;
        let span = self.whole(head).cover(self.whole(later));
        Some(Content {
            spans: vec![self.finished(span)],
            preposition: Some(sentence.words[next].span),
            rule: "topic",
        })
    }

    /// A clause or infinitive: "said **that** A met B", "A met B, X said".
    fn complement(&self, clause: &Clause<'_>, is_stance: bool) -> Option<Content> {
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

    /// How far what follows a cue is told: to the end of the sentence, or to a second verb of
    /// the teller, a clause that sets it against something, or another telling.
    fn end_of_telling(&self, clause: &Clause<'_>, head: usize) -> u32 {
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
                    !other.has_own_subject || super::cues::is_listed(other.group.lemma)
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
    fn end_before(&self, word: usize) -> u32 {
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

    pub(super) fn comma_before(&self, clause: usize) -> bool {
        let start = self.whole(clause).start;
        let first = self
            .sentence
            .words
            .partition_point(|word| word.span.end <= start);
        first > 0 && self.sentence.lower(first - 1) == ","
    }

    /// A content with the quotation mark that closes it, without the sentence's own full stop.
    pub(super) fn finished(&self, span: Span) -> Span {
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

    /// "A, X said, met B": the parse hangs the cue on what it tells.
    fn parenthesis(&self, clause: &Clause<'_>) -> Option<Content> {
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
        let opens = is_as && before.is_none_or(|word| matches!(&*word, "and" | "but")) && closes();
        if !is_set_apart && !opens {
            return None;
        }
        // "projects which, they say, are small": no more than the relative clause is told.
        let is_part = sentence.tree.dep(head) == "relcl";
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

    /// "the plan, **opposed** by Veld", "the plan was **announced**": what is told is the subject.
    fn subject_of(&self, clause: &Clause<'_>) -> Option<Content> {
        let sentence = self.sentence;
        let has_hearer = has_hearer(clause.group.lemma);
        if !clause.group.is_passive || has_hearer || cues::needs_clause(clause.group.lemma) {
            return None;
        }
        let mut subjects = sentence.children_as(clause.verb, &["nsubjpass"]);
        let own = subjects.find(|subject| *subject < clause.verb);
        let has_agent = sentence
            .children_as(clause.verb, &["agent"])
            .next()
            .is_some();
        // "was read in Lund", "was released".
        if cues::is_loose(clause.group.lemma) && !has_agent {
            return None;
        }
        let reduced = || {
            let is_reduced = sentence.tree.dep(clause.verb) == "acl" && has_agent;
            let head = sentence.tree.head(clause.verb);
            (is_reduced && sentence.is_nominal(head)).then(|| sentence.core(head))
        };
        let subject = own.map(|subject| self.whole(subject)).or_else(reduced)?;
        let is_pronoun = own.is_some_and(|own| matches!(sentence.tag(own), "PRP" | "WP" | "WDT"));
        (has_agent || !is_pronoun).then(|| Content {
            spans: vec![subject],
            preposition: None,
            rule: "subject",
        })
    }

    fn has_object(&self, clause: &Clause<'_>) -> bool {
        self.sentence
            .children_as(clause.verb, &["dobj"])
            .next()
            .is_some()
    }

    /// An object or a phrase: "revealed **details**", "spoke about **the harvest**".
    fn topic_of(&self, clause: &Clause<'_>, is_stance: bool) -> Option<Content> {
        let sentence = self.sentence;
        let hearer = has_hearer(clause.group.lemma);
        let object = sentence.children_as(clause.verb, &["dobj"]).next();
        let object = object.filter(|_| !hearer || is_stance);
        if let Some(object) = object {
            let mut prepositions = sentence.children_as(clause.verb, &["prep"]);
            let is_as = prepositions.any(|word| sentence.lemma(word) == "as" && word > object);
            let is_named = sentence.tree.time(object).is_none()
                && (is_as || !cues::needs_clause(clause.group.lemma));
            return is_named.then(|| Content {
                spans: vec![self.finished(self.to_end_of_clause(clause, self.whole(object)))],
                preposition: None,
                rule: "object",
            });
        }
        let topics = [
            "about", "of", "on", "for", "to", "with", "at", "against", "in", "as", "over",
        ];
        let prepositions = sentence.children_as(clause.verb, &["prep"]);
        let mut after = prepositions.filter(|word| *word > clause.verb);
        let preposition = after.find(|word| {
            let lemma = sentence.lemma(*word);
            let plain = matches!(lemma, "about" | "of" | "on" | "regarding" | "concerning");
            let is_shown = match clause.group.lemma {
                "point" | "respond" | "reply" | "admit" | "confess" | "testify" => lemma == "to",
                "argue" | "warn" | "caution" | "advise" => lemma == "against",
                _ => false,
            };
            let takes = cues::takes(clause.group.lemma, lemma);
            topics.contains(&lemma) && takes && (is_stance || plain || is_shown)
        })?;
        let after_agent = clause.group.is_passive
            && sentence
                .children_as(clause.verb, &["agent"])
                .next()
                .is_some();
        let near = preposition <= clause.verb + 2 || !is_stance || after_agent;
        let head = sentence
            .children_as(preposition, &["pobj", "pcomp"])
            .next()
            .filter(|head| near && sentence.tree.time(*head).is_none())?;
        // "complained bitterly **about**": with the adverbs between.
        let next = (clause.verb + 1..preposition)
            .all(|word| matches!(sentence.tree.dep(word), "prt" | "advmod" | "neg"));
        let span = self.whole(head);
        let own = sentence.words[preposition].span;
        // "A was viewed **as a sign**": what is thought of the subject, its preposition with it.
        let of_subject = clause.group.is_passive && !has_hearer(clause.group.lemma);
        Some(Content {
            spans: vec![self.finished(if of_subject { own.cover(span) } else { span })],
            preposition: (next && !of_subject).then_some(own),
            rule: "topic",
        })
    }

    /// An object with what the parse hung on the verb behind it: "called A **a liar**".
    fn to_end_of_clause(&self, clause: &Clause<'_>, object: Span) -> Span {
        let sentence = self.sentence;
        let more = sentence.children_as(clause.verb, &["oprd", "xcomp", "prep", "acomp", "ccomp"]);
        let more = more.filter(|word| {
            let is_as = sentence.tree.dep(*word) != "prep"
                || matches!(sentence.lemma(*word), "as" | "for" | "of" | "on" | "with");
            sentence.words[*word].span.start >= object.end && is_as
        });
        more.fold(object, |span, word| span.cover(self.whole(word)))
    }

    /// The quotations that the sentence of a cue holds beside it.
    fn quoted(&self, clause: &Clause<'_>) -> Option<Vec<Span>> {
        let sentence = self.sentence;
        let quotes: Vec<usize> = (0..sentence.words.len())
            .filter(|word| is_quote(&sentence.words[*word], sentence.text))
            .collect();
        let is_inside = sentence.is_quoted(clause.verb);
        if quotes.is_empty() || is_inside {
            return None;
        }
        let (start, end) = self.bounds(clause);
        // A quotation is told where it stands beside the cue: at its end, or behind it.
        let before = quotes.iter().rev().find(|quote| **quote < start);
        let closes = before.is_some_and(|quote| {
            (*quote + 1..start).all(|word| is_mark(&sentence.lower(word)))
                && sentence.is_quoted(*quote)
        });
        let after = quotes.iter().find(|quote| **quote >= end);
        let opens = after.is_some_and(|quote| {
            (end..*quote).all(|word| is_mark(&sentence.lower(word))) && !sentence.is_quoted(*quote)
        });
        if !closes && !opens {
            return None;
        }
        // "acknowledged that “secret” words had been found": the clause says how far it goes.
        let is_clause = after.is_some_and(|quote| sentence.lower(quote - 1) == "that");
        let is_part = after.is_some_and(|quote| quotes.iter().any(|other| other > quote));
        if opens && !closes && is_clause && is_part {
            return None;
        }
        let mut spans = Vec::new();
        if closes {
            let first = sentence.span.start;
            let last = sentence.words[*before?].span.end;
            spans.push(Span {
                start: first,
                end: last,
            });
        }
        if opens {
            let opening = self.opening(clause, *after?);
            let limit = self.next_telling(clause, *after?);
            let mut later = quotes.iter().rev();
            let closing = later.find(|quote| {
                Some(**quote) > after.copied() && limit.is_none_or(|limit| **quote < limit)
            });
            let end = match closing {
                Some(closing) => sentence.words[*closing].span.end,
                None => sentence.span.end,
            };
            spans.push(Span {
                start: opening,
                end,
            });
        }
        let trimmed = spans.into_iter().map(|span| span.trimmed(sentence.text));
        Some(trimmed.filter(|span| !span.is_empty()).collect())
    }

    /// Where a content that opens with a quotation begins: at its "that", at the object of
    /// "called **the plan** “…”", else at the mark.
    fn opening(&self, clause: &Clause<'_>, quote: usize) -> u32 {
        let sentence = self.sentence;
        let is_comma = |word: &usize| sentence.lower(*word) == ",";
        let before = (clause.verb + 1..quote).rev().find(|word| !is_comma(word));
        if let Some(that) = before.filter(|word| sentence.lower(*word) == "that") {
            return sentence.words[that].span.start;
        }
        let mut objects = sentence.children_as(clause.verb, &["dobj", "nsubj"]);
        let object = objects.find(|word| *word > clause.verb && *word < quote);
        let stance = super::cues::is_stance(clause.group.lemma)
            && !super::cues::has_hearer(clause.group.lemma);
        match object.filter(|_| stance) {
            Some(object) => self.whole(object).start,
            None => sentence.words[quote].span.start,
        }
    }

    /// The words of a telling: from its subject or verb to its hearer or last adverb.
    fn bounds(&self, clause: &Clause<'_>) -> (usize, usize) {
        let sentence = self.sentence;
        let mut start = clause.verb;
        let mut end = clause.verb + 1;
        for child in sentence.tree.children(clause.verb).iter().copied() {
            let dep = sentence.tree.dep(child);
            let belongs = OWN.contains(&dep)
                || matches!(
                    dep,
                    "dobj" | "prep" | "npadvmod" | "advmod" | "prt" | "acomp"
                ) && child.abs_diff(clause.verb) < 12;
            if !belongs {
                continue;
            }
            // The parse may hang a quoted word on the cue.
            if sentence.is_quoted(child) != sentence.is_quoted(clause.verb) {
                continue;
            }
            let span = self.whole(child);
            let first = sentence
                .words
                .partition_point(|word| word.span.end <= span.start);
            let last = sentence
                .words
                .partition_point(|word| word.span.start < span.end);
            let has_quote = sentence.words[first..last]
                .iter()
                .any(|word| is_quote(word, sentence.text));
            if has_quote {
                continue;
            }
            start = start.min(first);
            end = end.max(last);
        }
        match self.beside_quotation(clause) {
            Some(beside) => (start.min(beside.first), end.max(beside.end)),
            None => (start, end),
        }
    }

    /// The first word of the cue with its subject.
    fn first_of_cue(&self, clause: &Clause<'_>) -> usize {
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

    /// Words as spans, without the cue's own and without marks at their ends.
    fn runs(&self, words: &[usize], clause: &Clause<'_>) -> Vec<Span> {
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

    /// A span without the mark that ends its sentence.
    pub(super) fn without_stop(&self, span: Span) -> Span {
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

    /// All of a part of the sentence, or of the sentence, but some words.
    pub(super) fn around_inside(&self, words: Span, part: Option<Span>) -> Vec<Span> {
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

fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "," | ":" | "." | ";" | "-" | "\u{2014}" | "\u{2013}" | "that"
    )
}
