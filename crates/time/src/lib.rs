//! Temporal expressions: found in a text, resolved against anchors, explained.
//!
//! Finding and resolving are separate: [`find()`] gives spans with a [`Meaning`] and counts no
//! date; [`resolve()`] is a pure function from a meaning and [`Anchors`] to a [`TimeExpression`]
//! with the rule that did it and the date it was counted from. What hangs on an unknown date
//! stays unresolved and says so; nothing ever falls back to today.

mod anchors;
mod day;
mod edtf;
mod english;
mod event;
mod expression;
mod find;
mod found;
mod holiday;
mod length;
mod resolve;
mod telling;
mod tokens;
mod unit;

#[cfg(test)]
mod tests;

pub use anchors::{Anchors, KnownDate};
pub use day::{Day, MONTHS, WEEKDAYS};
pub use edtf::{Edtf, EdtfDate};
pub use english::is_month;
pub use expression::{Anchor, AnchorSource, TimeExpression, TimeType, Unresolved};
pub use find::find;
pub use found::{
    Base, CalendarDate, Clock, FoundTime, Meaning, Reference, Scale, Tense, Third, Which, Year,
};
pub use holiday::Holiday;
pub use length::{Amount, Fraction, Length};
pub use resolve::{day_expression, edtf_expression, resolve};
pub use unit::{DayPart, Unit};

use depeche_text::Span;

/// Finds and resolves the times in `span` of `text`, in order, and moves the narrative's date in
/// `anchors` on as it goes: call it span after span for one document.
///
/// # Panics
/// If `span` does not lie on character boundaries of `text`.
pub fn read(text: &str, span: Span, anchors: &mut Anchors) -> Vec<TimeExpression> {
    let found = find(text, span);
    anchors.learn_order(text, &found);
    let quoted = telling::dated(text, span, &found);
    let mut before = Anchors::default();
    let mut end = span.start;
    let mut read: Vec<TimeExpression> = Vec::with_capacity(found.len());
    for (index, time) in found.iter().enumerate() {
        // "In May 1994, three weeks earlier, …" says one time twice: the count is not from May.
        let restates = index > 0
            && is_count(time)
            && text[end as usize..time.span.start as usize].trim() == ",";
        anchors.event = event::dated_before(text, time, &anchors.dates);
        let from = if restates { &before } else { &*anchors };
        let expression = telling::resolve_quoted(&quoted, (&found, &read), from)
            .unwrap_or_else(|| resolve(time, from));
        if found.get(index + 1).is_some_and(is_count) {
            before.clone_from(anchors);
        }
        anchors.note(&expression);
        anchors.remember(&expression, time.tense);
        end = time.span.end;
        read.push(expression);
    }
    event::date_by_what_follows(text, (&found, &mut read), anchors);
    anchors.event = None;
    read
}

/// A count from the narrative.
fn is_count(found: &FoundTime) -> bool {
    let narrative = Base::Narrative;
    matches!(&found.meaning, Meaning::Offset { base, .. } if *base == narrative)
}
