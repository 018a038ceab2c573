//! What was repaired in a query, said in a sentence.

use depeche_text::Span;

/// A repair: where in the query as typed, and what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where in the query.
    pub span: Span,
    /// What was done: lower case, without full stop.
    pub message: String,
}

impl Note {
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Note {
        Note {
            span,
            message: message.into(),
        }
    }
}
