//! Where a description begins and ends, by the tree: the words before its head, and its "of".

use super::words::{BODY_ADJECTIVES, DIRECTIONS};
use super::{REACH, Reader};
use crate::described::{described, is_person};
use crate::lexicon::is_time_word;
use crate::title_words::{Parts, parts};
use crate::{EntityKind, Word};
use depeche_text::{Span, fold};

impl Reader<'_> {
    /// The first word of what stands before a head and belongs to it.
    pub(super) fn start(&self, head: usize) -> usize {
        let mut start = head;
        let floor = head.saturating_sub(REACH);
        while start > floor && !self.parts(start - 1) && self.descends(start - 1, head, |_| true) {
            start -= 1;
        }
        if self.telegraphic {
            start = self.undated(start, head);
        }
        while start < head && (is_loose(&self.words[start]) || self.is_mark(start)) {
            start += 1;
        }
        start
    }

    /// Whether a phrase begins behind a word at the latest: behind a mark, or the "and" that joins
    /// it to a name of somebody or something else ("Moss and Danish officials").
    fn parts(&self, at: usize) -> bool {
        let joined = || {
            let mut before = (0..at).rev().filter(|at| !self.is_blank(*at));
            let before = before.next().and_then(|at| self.named(self.words[at].span));
            before.is_some_and(|name| {
                matches!(name.kind, EntityKind::Person | EntityKind::Organization)
            })
        };
        let joins = self.words[at].dep == "cc" || self.words[at].span.slice(self.text) == ",";
        self.cuts(at) || self.telegraphic && joins && joined()
    }

    /// The first word behind the dates, numbers of paragraphs and other phrases that a telegram
    /// without full stops has run into this one: "July 19 emboff", "2. Danish adviser".
    fn undated(&self, start: usize, head: usize) -> usize {
        let opens = |at: usize| {
            let word = &self.words[at];
            word.head == head && matches!(word.tag, "DT" | "PRP$") && word.lemma != "all"
        };
        let number = |at: usize| {
            let letters = self.words[at].span.slice(self.text);
            letters.starts_with(|first: char| first.is_ascii_digit())
        };
        let dated = |at: usize| {
            let spelt = fold(self.words[at].span.slice(self.text));
            let day = at > start
                && number(at)
                && is_time_word(&fold(self.words[at - 1].span.slice(self.text)));
            let item = number(at) && spelt.ends_with('.');
            let reference = at > start
                && spelt.len() < 3
                && self.words[at - 1].lemma.eq_ignore_ascii_case("ref");
            is_time_word(&spelt) || day || item || reference
        };
        let after = (start..head)
            .rev()
            .find(|at| dated(*at))
            .map_or(start, |at| at + 1);
        (after..head).rev().find(|at| opens(*at)).unwrap_or(after)
    }

    /// Whether a word is nothing but spaces: telegrams have them double.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        let mut letters = self.words[at].span.slice(self.text).chars();
        letters.all(char::is_whitespace)
    }

    /// Whether a word is nothing but marks and spaces.
    fn is_mark(&self, at: usize) -> bool {
        let mut letters = self.words[at].span.slice(self.text).chars();
        !letters.any(char::is_alphanumeric)
    }

    /// The word before another, over double spaces, where only spaces stand between.
    pub(super) fn before(&self, at: usize) -> Option<&Word> {
        let blank = usize::from(at > 0 && self.is_blank(at - 1));
        let before = &self.words[at.checked_sub(1 + blank)?];
        let between = Span {
            start: before.span.end,
            end: self.words[at].span.start.max(before.span.end),
        };
        let mut between = between.slice(self.text).chars();
        between.all(char::is_whitespace).then_some(before)
    }

    /// Whether a telegram's description does without the word that it begins with: "better
    /// government", "appropriate Danish officials"; but "acting minister".
    pub(super) fn is_ornament(&self, at: usize) -> bool {
        let word = &self.words[at];
        let spelt = fold(word.span.slice(self.text));
        let plain = matches!(word.tag, "JJ" | "JJR" | "JJS" | "VBN" | "VBG");
        let title = parts(&spelt).any(Parts::RANK.or(Parts::PORTFOLIO).or(Parts::FORMER));
        self.telegraphic
            && plain
            && !title
            && !self.is_country(at)
            && self.named(word.span).is_none()
            && described(&spelt).is_none()
            && !BODY_ADJECTIVES.contains(&spelt.as_ref())
            && !DIRECTIONS.contains(&spelt.as_ref())
    }

    /// Whether a mark stands there that no description goes on over: a dash, a bracket.
    fn cuts(&self, at: usize) -> bool {
        let word = &self.words[at];
        let before = &self.text[..word.span.start as usize];
        let apart = before.ends_with(char::is_whitespace);
        word.dep == "punct"
            && matches!(word.span.slice(self.text), "-" | "--" | "(" | ")" | ":")
            && (apart || word.span.slice(self.text) != "-")
    }

    /// The last word of a head with its "of", or of an office with its "for" or "to" in a telegram:
    /// "minister for trade", "adviser to the ministry".
    pub(super) fn end(&self, head: usize) -> usize {
        let mut of = head + 1;
        while self.telegraphic && of < self.words.len() && self.is_blank(of) {
            of += 1;
        }
        let general = self.words.get(of).is_some_and(|word| {
            word.span.start == self.words[head].span.end + 1
                && fold(word.span.slice(self.text)) == "general"
        });
        if general {
            return of;
        }
        if !self.opens(of, head) {
            return head;
        }
        let inside = |word: &Word| {
            let first = word.span == self.words[of].span;
            first
                || word.dep == "prep" && word.lemma == "of"
                || matches!(
                    word.dep,
                    "pobj"
                        | "conj"
                        | "cc"
                        | "punct"
                        | "det"
                        | "amod"
                        | "compound"
                        | "poss"
                        | "case"
                        | "nummod"
                        | "nmod"
                        | "predet"
                        | "quantmod"
                )
        };
        let mut end = of;
        let mut last = head;
        while end < self.words.len().min(head + REACH) && self.descends(end, head, inside) {
            // "Director of the Oslo Bank and governor of Norland": somebody else, or another office.
            let other = self.words[end].dep == "conj" && self.is_office(end) || self.adds(end);
            if self.telegraphic && other {
                break;
            }
            if !matches!(self.words[end].dep, "punct" | "cc" | "prep") {
                last = end;
            }
            end += 1;
        }
        last
    }

    /// Whether a word begins what belongs to a head.
    fn opens(&self, of: usize, head: usize) -> bool {
        let links = |word: &&Word| word.head == head && word.dep == "prep";
        let Some(link) = self.words.get(of).filter(links) else {
            return false;
        };
        let spelt = fold(self.words[head].span.slice(self.text));
        let office = parts(&spelt).any(Parts::HEAD) && spelt != "charge";
        match link.lemma.as_str() {
            "of" => !self.telegraphic || office || self.is_of_something(of),
            "for" | "to" => self.telegraphic && office && self.is_for_something(of),
            _ => false,
        }
    }

    /// The words that hang on a preposition, of so many behind it.
    fn objects(&self, link: usize, most: usize) -> impl Iterator<Item = usize> {
        let near = link + 1..self.words.len().min(link + most);
        near.filter(move |at| self.words[*at].head == link)
    }

    /// Whether behind "for" or "to" stands a field, a body or a place.
    fn is_for_something(&self, link: usize) -> bool {
        self.objects(link, 6).any(|at| {
            let word = &self.words[at];
            let spelt = fold(word.span.slice(self.text));
            let named = self.named(word.span).map(|name| name.kind);
            let body = |kind| matches!(kind, EntityKind::Organization | EntityKind::Place);
            named.is_some_and(body)
                || self.is_country(at)
                || described(&spelt).is_some_and(body)
                || parts(&spelt).any(Parts::PORTFOLIO)
        })
    }

    /// Whether a word adds a person by name: "and" in "the commander of the guard and Mr. Moss".
    fn adds(&self, at: usize) -> bool {
        let joins = matches!(self.words[at].dep, "cc" | "punct");
        let next = (at + 1..self.words.len().min(at + 4))
            .find(|next| !self.is_blank(*next) && !matches!(self.words[*next].dep, "cc" | "punct"));
        let name = next.and_then(|next| {
            let title = self.words.get(next + 1).map(|word| word.span);
            self.named(self.words[next].span)
                .or_else(|| self.named(title?))
        });
        joins && name.is_some_and(|name| name.kind == EntityKind::Person)
    }

    /// Whether a word is an office that has a field or place of its own behind it.
    fn is_office(&self, at: usize) -> bool {
        let of = self.words.get(at + 1);
        let owns = of.is_some_and(|of| of.head == at && of.lemma == "of");
        owns && is_person(&fold(self.words[at].span.slice(self.text)))
    }

    /// Whether behind "of" stands what a description can be of: a name, a body, a field.
    fn is_of_something(&self, of: usize) -> bool {
        self.objects(of, 8).any(|at| {
            let word = &self.words[at];
            let spelt = fold(word.span.slice(self.text));
            self.named(word.span).is_some()
                || word.tag.starts_with("NNP")
                || self.is_country(at)
                || described(&spelt).is_some()
                || parts(&spelt).any(Parts::PORTFOLIO)
        })
    }

    /// Whether a word hangs below a head, by words that all fit.
    fn descends(&self, at: usize, head: usize, fits: impl Fn(&Word) -> bool) -> bool {
        let mut at = at;
        for _ in 0..REACH {
            let word = &self.words[at];
            if !fits(word) || word.head == at {
                return false;
            }
            if word.head == head {
                return true;
            }
            at = word.head;
        }
        false
    }
}

/// Words before a head that belong to no description.
fn is_loose(word: &Word) -> bool {
    matches!(
        word.dep,
        "punct" | "cc" | "preconj" | "advmod" | "intj" | "mark" | "prep"
    )
}
