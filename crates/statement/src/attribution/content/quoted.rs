//! The quotations that stand beside a cue in its sentence.

use super::{Content, OWN, is_mark};
use crate::attribution::{Reader, cues};
use crate::sentence::{Clause, is_quote};
use depeche_text::Span;

impl Reader<'_, '_> {
    /// What a verb that nobody lists says, where a quotation stands beside it.
    pub(in crate::attribution) fn quotation(&self, clause: &Clause<'_>) -> Option<Content> {
        let spans = self.quoted(clause)?;
        let is_relative = self.sentence.tree.dep(clause.verb) == "relcl";
        if cues::is_common(clause.group.lemma) || is_relative || !self.is_introduced(&spans) {
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

    /// Whether a quotation begins with its sentence, or behind a colon or comma: not "brought the world
    /// “Vessa”".
    fn is_introduced(&self, spans: &[Span]) -> bool {
        let sentence = self.sentence;
        spans.iter().all(|span| {
            let first = sentence
                .words
                .partition_point(|word| word.span.end <= span.start);
            let is_mark = is_quote(&sentence.words[first], sentence.text);
            let before = first.checked_sub(1).map(|word| sentence.lower(word));
            match before.as_deref() {
                Some(before) => is_mark && matches!(before, ":" | ","),
                None => is_mark || sentence.starts_quoted,
            }
        })
    }

    /// The quotations that the sentence of a cue holds beside it.
    pub(super) fn quoted(&self, clause: &Clause<'_>) -> Option<Vec<Span>> {
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
                && !self.is_of_other(clause, *quote)
                && self.is_whole_quotation(*quote)
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

    /// Whether a quotation before a cue is a sentence or its end, and no word of one: not "the “secret”
    /// Veld had mentioned".
    fn is_whole_quotation(&self, closing: usize) -> bool {
        let sentence = self.sentence;
        let is_mark = |word: &usize| is_quote(&sentence.words[*word], sentence.text);
        let opening = (0..closing).rev().find(is_mark);
        let is_first = opening.is_none_or(|opening| opening == 0);
        let stops = |word: usize| {
            let is_stop = |word: &str| matches!(word, "," | "." | "!" | "?" | "\u{2014}" | "-");
            sentence
                .words
                .get(word)
                .is_some_and(|_| is_stop(&sentence.lower(word)))
        };
        is_first || stops(closing - 1) || stops(closing + 1)
    }

    /// Whether the quotation that a mark closes is told before it: "Kal said “…,” at which Veld nodded".
    /// Nor does a relative clause behind it say who tells it: "the “secret” **which is expected**".
    fn is_of_other(&self, clause: &Clause<'_>, closing: usize) -> bool {
        let sentence = self.sentence;
        let is_mark = |word: &usize| is_quote(&sentence.words[*word], sentence.text);
        let opening = (0..closing).rev().find(is_mark);
        let is_told = opening.is_some_and(|opening| {
            sentence.clauses.iter().any(|other| {
                let tells = cues::is_reporting(other.group.lemma) && other.has_own_subject;
                let near = other.verb < opening && other.verb + 4 > opening;
                tells && near && !sentence.is_quoted(other.verb)
            })
        });
        let mut own = sentence.children_as(clause.verb, &["nsubj", "nsubjpass"]);
        let is_relative = own.any(|own| matches!(sentence.tag(own), "WDT" | "WP"));
        is_told || is_relative && clause.group.is_passive
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
        let stance = cues::is_stance(clause.group.lemma) && !cues::has_hearer(clause.group.lemma);
        match object.filter(|_| stance) {
            Some(object) => self.whole(object).start,
            None => sentence.words[quote].span.start,
        }
    }

    /// The words of a telling: from its subject or verb to its hearer or last adverb.
    pub(super) fn bounds(&self, clause: &Clause<'_>) -> (usize, usize) {
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
}
