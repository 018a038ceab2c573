//! Temporal expressions: found in a text, resolved against anchors, explained.
//!
//! Finding and resolving are separate: [`TimeExpression`] holds what the words say, worked out,
//! with the rule that did it and the date it was counted from. What hangs on an unknown date
//! stays unresolved and says so; nothing ever falls back to today.

mod day;
mod expression;

pub use day::Day;
pub use expression::{Anchor, AnchorSource, TimeExpression, TimeType, Unresolved};
