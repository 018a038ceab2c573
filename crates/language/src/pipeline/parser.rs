//! Heads and labels: the arc-eager transition system with sentence breaks (Nivre 2003; Honnibal
//! and Johnson 2014), as spaCy runs it.
//!
//! A word of the buffer is shifted on a stack, or joined to the word on top of it; a word without
//! a head goes back to the buffer. Which move is made the model decides, among those allowed.

use super::error::LoadError;
use super::moves::{Added, Move, Scorer, best, moves};
use super::tree::Tree;
use super::weights::Weights;
use std::ops::Range;

const SHIFT: usize = 0;
const REDUCE: usize = 1;
const LEFT: usize = 2;
const RIGHT: usize = 3;
const BREAK: usize = 4;
const KINDS: usize = 5;

/// The features of a state that a model may ask for.
const FEATURES: usize = 8;

/// The label that needs two words side by side; only pipelines that join tokens have it.
const SUBTOKEN: &str = "subtok";

/// Finds each word's head.
#[derive(Debug)]
pub(crate) struct Parser {
    pub(crate) moves: Vec<Move>,
    pub(crate) scorer: Scorer,
}

/// A state: stack, buffer and arcs.
#[derive(Debug, Default)]
struct State {
    len: usize,
    stack: Vec<usize>,
    /// The first of the buffer that was never shifted.
    next: usize,
    /// Words put back to the buffer; the last comes first.
    put_back: Vec<usize>,
    /// Words that were put back once and may not be shifted again.
    unshiftable: Vec<bool>,
    starts_sentence: Vec<bool>,
    heads: Vec<Option<usize>>,
    labels: Vec<usize>,
    /// The children of each word, in the order they were joined.
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

impl Parser {
    /// Reads a parser's `model` and `moves`.
    pub(crate) fn of(weights: &Weights, list: &[u8], part: &str) -> Result<Parser, LoadError> {
        let moves = moves(list, part, |_, _| true)?;
        let scorer = Scorer::of(weights, part, moves.len())?;
        let runs = moves
            .iter()
            .all(|entry| entry.kind < KINDS && &*entry.label != SUBTOKEN);
        match runs && scorer.feature_count() == FEATURES {
            true => Ok(Parser { moves, scorer }),
            false => {
                let message = "has moves or features that are not run (eight features, no tokens \
                               joined)";
                Err(LoadError::new(part, message))
            }
        }
    }

    pub(crate) fn input(&self) -> usize {
        self.scorer.input()
    }

    /// The tree over all words; labels are indices into [`Parser::moves`]. `starts` says of the
    /// first words whether a sentence is known to start there, which no arc then crosses.
    pub(crate) fn apply(
        &self,
        rows: &[f32],
        (len, starts): (usize, &[bool]),
        added: &mut Added,
    ) -> Tree {
        self.scorer.begin(rows, added);
        let mut heads = Vec::with_capacity(len);
        let mut labels = Vec::with_capacity(len);
        while heads.len() < len {
            let from = heads.len();
            let rest = starts.get(from + 1..).unwrap_or_default();
            let next = rest.iter().position(|starts| *starts);
            let end = next.map_or(len, |next| (from + 1 + next).min(len));
            let state = self.run(rows, from..end, added);
            let moved = |head: Option<usize>| head.map(|head| from + head);
            heads.extend(state.heads.into_iter().map(moved));
            labels.extend(state.labels);
        }
        Tree::new(heads, labels)
    }

    /// The arcs among some of the words, numbered from the first of them.
    fn run(&self, rows: &[f32], words: Range<usize>, added: &mut Added) -> State {
        let mut state = State::new(words.len());
        while !state.is_final() {
            let features = state
                .features()
                .map(|word| word.map(|word| words.start + word));
            self.scorer.score(rows, &features, added);
            let allowed = state.allowed();
            let found = best(&added.scores, |index| allowed[self.moves[index].kind]);
            match found {
                Some(index) => state.make(self.moves[index].kind, index),
                None => break,
            }
        }
        state
    }
}

impl State {
    fn new(len: usize) -> State {
        State {
            len,
            unshiftable: vec![false; len],
            starts_sentence: vec![false; len],
            heads: vec![None; len],
            labels: vec![usize::MAX; len],
            left: vec![Vec::new(); len],
            right: vec![Vec::new(); len],
            ..State::default()
        }
    }

    /// The nth word from the top of the stack.
    fn on_stack(&self, nth: usize) -> Option<usize> {
        self.stack.iter().rev().nth(nth).copied()
    }

    /// The nth word of the buffer.
    fn in_buffer(&self, nth: usize) -> Option<usize> {
        match nth.checked_sub(self.put_back.len()) {
            None => self.put_back.iter().rev().nth(nth).copied(),
            Some(beyond) => Some(self.next + beyond).filter(|word| *word < self.len),
        }
    }

    fn buffer_len(&self) -> usize {
        self.len - self.next + self.put_back.len()
    }

    fn is_final(&self) -> bool {
        self.stack.is_empty() && self.buffer_len() == 0
    }

    fn features(&self) -> [Option<usize>; FEATURES] {
        let last = |children: &[Vec<usize>], word: Option<usize>| {
            word.and_then(|word| children[word].last().copied())
        };
        let (first, top) = (self.in_buffer(0), self.on_stack(0));
        [
            first,
            self.in_buffer(1),
            top,
            self.on_stack(1),
            self.on_stack(2),
            last(&self.left, first),
            last(&self.left, top),
            last(&self.right, top),
        ]
    }

    /// Which kinds of move may be made.
    fn allowed(&self) -> [bool; KINDS] {
        let has_stack = !self.stack.is_empty();
        let left = self.buffer_len();
        let (first, second) = (self.in_buffer(0), self.in_buffer(1));
        let starts = |word: Option<usize>| word.is_some_and(|word| self.starts_sentence[word]);
        let is_unshiftable = first.is_some_and(|word| self.unshiftable[word]);
        let joins = has_stack && left > 0 && !starts(first);
        let is_next = first
            .zip(second)
            .is_some_and(|(first, second)| second == first + 1);
        let mut allowed = [false; KINDS];
        allowed[SHIFT] = !has_stack || left >= 2 && !starts(first) && !is_unshiftable;
        allowed[REDUCE] = has_stack;
        allowed[LEFT] = joins;
        allowed[RIGHT] = joins;
        allowed[BREAK] = left >= 2 && is_next && !starts(second);
        allowed
    }

    fn make(&mut self, kind: usize, label: usize) {
        let (first, top) = (self.in_buffer(0), self.on_stack(0));
        match (kind, top, first) {
            (SHIFT, _, Some(_)) => self.push(),
            (REDUCE, Some(top), _) => self.reduce(top),
            (LEFT, Some(top), Some(first)) => {
                self.join(first, top, label);
                self.unshiftable[first] = false;
                self.stack.pop();
            }
            (RIGHT, Some(top), Some(first)) => {
                self.join(top, first, label);
                self.push();
            }
            (BREAK, _, _) => {
                let second = self.in_buffer(1);
                second
                    .into_iter()
                    .for_each(|second| self.starts_sentence[second] = true);
            }
            // Not among the allowed.
            _ => {}
        }
    }

    fn push(&mut self) {
        let word = self.put_back.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn reduce(&mut self, top: usize) {
        self.stack.pop();
        if self.heads[top].is_none() && !self.stack.is_empty() {
            self.unshiftable[top] = true;
            self.put_back.push(top);
        }
    }

    fn join(&mut self, head: usize, child: usize, label: usize) {
        if let Some(before) = self.heads[child] {
            let children = match before > child {
                true => &mut self.left[before],
                false => &mut self.right[before],
            };
            // It was joined last: only words on top of the stack are joined anew.
            if children.last() == Some(&child) {
                children.pop();
            }
        }
        match head > child {
            true => self.left[head].push(child),
            false => self.right[head].push(child),
        }
        self.heads[child] = Some(head);
        self.labels[child] = label;
    }
}
