//! A tree over words: edges, sentence starts, and arcs that crossed put back.
//!
//! A parser without crossing arcs is taught them lifted, with the label `x||y`: the word belongs,
//! as x, to the first word labelled y below its head (Nivre and Nilsson 2005, scheme "Head").

use rustc_hash::FxHashMap;

/// Heads and labels of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tree {
    /// A root's is itself.
    pub(crate) heads: Vec<usize>,
    /// As the caller numbers them; `usize::MAX` for a root.
    pub(crate) labels: Vec<usize>,
    /// The first word and the last below each word.
    edges: Vec<(usize, usize)>,
}

/// More rounds are not made: a tree that is no tree.
const MOST_ROUNDS: usize = 12;

impl Tree {
    pub(crate) fn new(heads: Vec<Option<usize>>, labels: Vec<usize>) -> Tree {
        let heads: Vec<usize> = heads
            .iter()
            .enumerate()
            .map(|(word, head)| head.unwrap_or(word))
            .collect();
        let mut tree = Tree {
            edges: Vec::new(),
            heads,
            labels,
        };
        for word in 0..tree.heads.len() {
            if tree.heads[word] == word {
                tree.labels[word] = usize::MAX;
            }
        }
        tree.find_edges();
        tree
    }

    /// Gives words whose label names another head that head: `lifted` has, by label, the plain
    /// label and the label of the head.
    pub(crate) fn put_back(
        &mut self,
        lifted: &FxHashMap<usize, (usize, usize)>,
        is_space: &dyn Fn(usize) -> bool,
    ) {
        let mut changed = false;
        for word in 0..self.heads.len() {
            if let Some((plain, above)) = lifted.get(&self.labels[word]) {
                self.heads[word] = self.first_below_head(word, *above, is_space);
                self.labels[word] = *plain;
                changed = true;
            }
        }
        if changed {
            self.find_edges();
        }
    }

    /// The first word with a label below a word's head, level by level; else the head.
    fn first_below_head(
        &self,
        word: usize,
        label: usize,
        is_space: &dyn Fn(usize) -> bool,
    ) -> usize {
        let head = self.heads[word];
        let mut level = vec![head];
        let mut seen = 0;
        while !level.is_empty() && seen <= self.heads.len() {
            let mut next = Vec::new();
            for above in level {
                let (first, last) = self.edges[above];
                for child in first..=last {
                    let is_child = self.heads[child] == above && child != above;
                    if !is_child || child == word || is_space(child) {
                        continue;
                    }
                    if self.labels[child] == label {
                        return child;
                    }
                    next.push(child);
                }
            }
            seen += next.len();
            level = next;
        }
        head
    }

    /// Where sentences start: the first word below each root.
    pub(crate) fn sentence_starts(&self) -> Vec<bool> {
        let mut starts = vec![false; self.heads.len()];
        for (word, head) in self.heads.iter().enumerate() {
            if word == *head {
                starts[self.edges[word].0] = true;
            }
        }
        starts
    }

    fn find_edges(&mut self) {
        let len = self.heads.len();
        self.edges = (0..len).map(|word| (word, word)).collect();
        for _ in 0..MOST_ROUNDS {
            for word in (0..len).chain((0..len).rev()) {
                let (first, last) = self.edges[word];
                let head = &mut self.edges[self.heads[word]];
                *head = (head.0.min(first), head.1.max(last));
            }
            if self.stays_in_sentences() {
                break;
            }
        }
    }

    /// Whether every head lies in its word's own sentence, the last sentence aside but for its
    /// last word, as the pipelines were run in training.
    fn stays_in_sentences(&self) -> bool {
        let starts = self.sentence_starts();
        let len = self.heads.len();
        let mut from = 0;
        for (at, starts) in starts.into_iter().enumerate() {
            if at > 0 && starts || at + 1 == len {
                let inside = |word: usize| (from..=at).contains(&self.heads[word]);
                if !(from..at).all(inside) {
                    return false;
                }
                from = at;
            }
        }
        true
    }
}
