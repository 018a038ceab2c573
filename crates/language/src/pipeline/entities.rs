//! Names: the BILUO transition system (Ratinov and Roth 2009), as spaCy runs it.
//!
//! Each word begins a name, goes on with one, ends it, is one, or is none; names do not cross
//! sentences and do not start with white space.

use super::error::LoadError;
use super::moves::{Added, Move, Scorer, best, moves};
use super::weights::Weights;

const BEGIN: usize = 1;
const IN: usize = 2;
const LAST: usize = 3;
const UNIT: usize = 4;
const OUT: usize = 5;
const KINDS: usize = 6;

/// The features of a state that a model may ask for.
const FEATURES: usize = 3;

/// Finds names.
#[derive(Debug)]
pub(crate) struct Entities {
    pub(crate) moves: Vec<Move>,
    pub(crate) scorer: Scorer,
}

/// What bounds names at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) starts_sentence: bool,
    pub(crate) is_space: bool,
}

/// A name: words from `first` to before `end`, and the move that labels it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) label: usize,
}

impl Entities {
    /// Reads a name finder's `model` and `moves`.
    pub(crate) fn of(weights: &Weights, list: &[u8], part: &str) -> Result<Entities, LoadError> {
        let keeps = |kind: usize, label: &str| match kind {
            0 => false,
            OUT => label.is_empty(),
            _ => true,
        };
        let moves = moves(list, part, keeps)?;
        let scorer = Scorer::of(weights, part, moves.len())?;
        let runs = moves.iter().all(|entry| entry.kind < KINDS);
        match runs && scorer.feature_count() == FEATURES {
            true => Ok(Entities { moves, scorer }),
            false => {
                let message = "has moves or features that are not run (three features)";
                Err(LoadError::new(part, message))
            }
        }
    }

    pub(crate) fn input(&self) -> usize {
        self.scorer.input()
    }

    /// The names among the words, in order.
    pub(crate) fn apply(&self, rows: &[f32], words: &[Place], added: &mut Added) -> Vec<Found> {
        self.scorer.begin(rows, added);
        let len = words.len();
        let mut found: Vec<Found> = Vec::new();
        // The first word of the name that is open, and its move.
        let mut open: Option<(usize, usize)> = None;
        for word in 0..len {
            let first = open.map(|(first, _)| first);
            let before = first.and_then(|_| word.checked_sub(1));
            self.scorer.score(rows, &[Some(word), first, before], added);
            let may_go_on = word + 1 < len && !words[word + 1].starts_sentence;
            let space = words[word].is_space;
            let chosen = best(&added.scores, |index| {
                let entry = &self.moves[index];
                let goes_on =
                    open.is_some_and(|(_, opened)| self.moves[opened].label == entry.label);
                match entry.kind {
                    BEGIN => open.is_none() && may_go_on && !space && !entry.label.is_empty(),
                    IN => goes_on && may_go_on,
                    LAST => goes_on,
                    UNIT => open.is_none() && !space && !entry.label.is_empty(),
                    _ => open.is_none(),
                }
            });
            let Some(chosen) = chosen else { break };
            match (self.moves[chosen].kind, open) {
                (BEGIN, _) => open = Some((word, chosen)),
                (LAST, Some((first, _))) => {
                    found.push(Found {
                        first,
                        end: word + 1,
                        label: chosen,
                    });
                    open = None;
                }
                (UNIT, _) => found.push(Found {
                    first: word,
                    end: word + 1,
                    label: chosen,
                }),
                _ => {}
            }
        }
        found
    }
}
