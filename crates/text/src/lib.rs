//! Spans, lines, folding and problems.
//!
//! The text of a document is one immutable UTF-8 string; everything read out of it is a byte
//! range into that string. This crate knows no document and no file.

mod fold;
mod line_index;
mod problem;
mod span;

pub use fold::{Folded, fold, fold_char};
pub use line_index::{LineIndex, Position};
pub use problem::{Problem, Severity};
pub use span::Span;
