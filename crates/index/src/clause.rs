//! What is asked of an index: a tree of conditions, already tokenised and folded.

use crate::Field;
use std::sync::Arc;

/// A condition on documents or statements.
///
/// Words are folded as [`crate::Words`] gives them, stems as [`crate::Stemmer`] does; nothing is
/// analysed here again. A new kind of condition is one variant here and one arm in `compile.rs`.
#[derive(Debug, Clone, PartialEq)]
pub enum Clause {
    /// Holds for everything.
    Everything,
    /// Holds for nothing.
    Nothing,
    /// A word with this stem stands in a stemmed field.
    Stem(Field, String),
    /// This very word stands in the field.
    Word(Field, String),
    /// These words stand side by side.
    Phrase(Field, Vec<String>),
    /// A word that starts so.
    Prefix(Field, String),
    /// The date can lie between these days (days since 1970-01-01), both included.
    Dates(Option<i32>, Option<i32>),
    /// The key is one of these, which are sorted.
    Keys(Arc<[u64]>),
    /// All hold.
    All(Vec<Clause>),
    /// One of them holds.
    Any(Vec<Clause>),
    /// It does not hold.
    Not(Box<Clause>),
    /// The first holds; the others only raise the score, each by its factor.
    Prefer(Box<Clause>, Vec<(Clause, f32)>),
}
