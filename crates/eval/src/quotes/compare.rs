//! The comparison: spans to the character, by their words, by their tokens; and whole triples.

use super::token::{tokens, under, words_under};
use super::told::{Pieces, Told};
use crate::count::Count;
use depeche_text::Span;
use std::collections::BTreeSet;

/// The parts, in the order of [`Scores::parts`].
pub(super) const PARTS: [&str; 3] = ["cue", "source", "content"];

/// How one part went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// The same to the character.
    pub(super) exact: Count,
    /// The same but for punctuation marks.
    pub(super) words: Count,
    /// Tokens, whichever span they are of.
    pub(super) tokens: Count,
}

/// How a set went.
#[derive(Debug, Clone, Default)]
pub(super) struct Scores {
    /// By [`PARTS`].
    pub(super) parts: [Part; 3],
    pub(super) triple: Count,
    /// Triples, punctuation marks left out.
    pub(super) triple_words: Count,
    /// Those read with somebody who is told.
    pub(super) hearers: usize,
    /// Those read inside of others.
    pub(super) nested: usize,
}

impl Scores {
    /// Adds an article.
    pub(super) fn add(&mut self, text: &str, marked: &[Told], read: &[Told]) {
        let tokens = tokens(text);
        let words = Words {
            tokens: &tokens,
            text,
        };
        let parts: [fn(&Told) -> &Pieces; 3] =
            [|told| &told.cue, |told| &told.source, |told| &told.content];
        for (score, part) in self.parts.iter_mut().zip(parts) {
            score.add(&words, &pieces(marked, part), &pieces(read, part));
        }
        self.triple.add(triples(marked, read, Told::same));
        let by_words = |told: &Told| parts.map(|part| words.of(part(told)));
        self.triple_words.add(triples(marked, read, |told, other| {
            by_words(told) == by_words(other)
        }));
    }
}

impl Part {
    fn add(&mut self, words: &Words<'_>, marked: &[&Pieces], read: &[&Pieces]) {
        self.exact.add(Count::of(marked, read));
        let bare = |pieces: &[&Pieces]| -> Vec<BTreeSet<usize>> {
            pieces.iter().map(|pieces| words.of(pieces)).collect()
        };
        self.words.add(Count::of(&bare(marked), &bare(read)));
        let all = |pieces: &[&Pieces]| -> BTreeSet<usize> {
            let sets = pieces.iter().map(|pieces| under(pieces, words.tokens));
            sets.flatten().collect()
        };
        let (marked, read) = (all(marked), all(read));
        self.tokens.add(Count {
            gold: marked.len(),
            read: read.len(),
            same: marked.intersection(&read).count(),
        });
    }
}

/// The words of an article.
struct Words<'a> {
    tokens: &'a [Span],
    text: &'a str,
}

impl Words<'_> {
    /// Those under the pieces; of a cue that is a mark alone ("Moss: …") the mark.
    fn of(&self, pieces: &Pieces) -> BTreeSet<usize> {
        let words = words_under(pieces, self.tokens, self.text);
        if words.is_empty() {
            return under(pieces, self.tokens);
        }
        words
    }
}

/// A part of all, without the missing ones, each once.
fn pieces(told: &[Told], part: fn(&Told) -> &Pieces) -> Vec<&Pieces> {
    let mut found: Vec<&Pieces> = Vec::new();
    for pieces in told.iter().map(part) {
        if !pieces.is_empty() && !found.contains(&pieces) {
            found.push(pieces);
        }
    }
    found
}

/// Counts those of the marked that were read; nothing read counts twice.
fn triples(marked: &[Told], read: &[Told], same: impl Fn(&Told, &Told) -> bool) -> Count {
    let mut left: Vec<&Told> = read.iter().collect();
    let mut count = Count {
        gold: marked.len(),
        read: read.len(),
        same: 0,
    };
    for told in marked {
        if let Some(found) = left.iter().position(|other| same(told, other)) {
            left.swap_remove(found);
            count.same += 1;
        }
    }
    count
}
