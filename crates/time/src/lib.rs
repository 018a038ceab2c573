//! Temporal expressions: found in a text, resolved against anchors, explained.
//!
//! Finding and resolving are separate: [`find`] gives spans with a [`Meaning`] and counts no
//! date; [`resolve`] is a pure function from a meaning and [`Anchors`] to a [`TimeExpression`]
//! with the rule that did it and the date it was counted from. What hangs on an unknown date
//! stays unresolved and says so; nothing ever falls back to today.

mod anchors;
mod day;
mod edtf;
mod expression;
mod find;
mod found;
mod resolve;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

pub use anchors::{Anchors, KnownDate};
pub use day::Day;
pub use edtf::{Edtf, EdtfDate};
pub use expression::{Anchor, AnchorSource, TimeExpression, TimeType, Unresolved};
pub use find::find;
pub use found::{Base, CalendarDate, Clock, FoundTime, Meaning, Third, Which, Year};
pub use resolve::{day_expression, resolve};
pub use words::{DayPart, Unit};

use depeche_text::Span;

/// Finds and resolves the times in `span` of `text`, in order, and moves the narrative's date in
/// `anchors` on as it goes: call it span after span for one document.
///
/// # Panics
/// If `span` does not lie on character boundaries of `text`.
pub fn read(text: &str, span: Span, anchors: &mut Anchors) -> Vec<TimeExpression> {
    let read_one = |found: FoundTime| {
        let expression = resolve(&found, anchors);
        anchors.note(&expression);
        expression
    };
    find(text, span).into_iter().map(read_one).collect()
}
