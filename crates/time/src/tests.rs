//! What a reader takes from the words, and what must hold for any words.

mod edtf;
mod finding;
mod properties;
mod resolving;
mod rules;
mod telling;

use crate::{Anchors, Day, read};
use depeche_text::Span;

/// Reads `text` told on `told` (empty: unknown) and writes each time as `words = meaning`.
fn times(text: &str, told: &str) -> Vec<String> {
    let mut anchors = Anchors::new(Day::parse(told));
    let expressions = read(text, Span::new(0, text.len()), &mut anchors);
    let line = |time: &crate::TimeExpression| {
        let words = time
            .span
            .expect("a time of the text has a span")
            .slice(text);
        let meaning = match (&time.edtf, &time.unresolved) {
            (Some(edtf), _) => edtf.clone(),
            (None, Some(open)) => format!("{} from {:?}", open.offset, open.from),
            (None, None) => format!("{:?} {}", time.kind, time.value),
        };
        format!("{words} = {meaning}")
    };
    expressions.iter().map(line).collect()
}

/// Reads `text` told on `told` and compares every time in it, one a line.
fn check(text: &str, told: &str, expected: &[&str]) {
    assert_eq!(times(text, told), expected, "in {text:?} told on {told:?}");
}
