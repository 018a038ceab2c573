//! Something odd in the input, as a stored value.

use crate::Span;
use serde::{Deserialize, Serialize};

/// How much a problem matters for the file it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Read whole; something is worth knowing.
    Note,
    /// Read, but a part is missing or doubtful.
    Warning,
    /// Not read by choice: a limit or a kind that is not read.
    Refused,
    /// Not read: it could not be.
    Failed,
}

/// Something odd in the input: a value that is stored, counted and shown, never an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Stable name `stage/what`, for example `document/bad-date`.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the document's text, where there is one.
    pub span: Option<Span>,
    /// One sentence: lower case, without full stop, naming the thing and the place.
    pub message: String,
    /// The way out, where there is one; may be empty.
    pub hint: String,
}

impl Problem {
    /// Makes a problem without a span and without a hint.
    pub fn new(code: &str, severity: Severity, message: impl Into<String>) -> Problem {
        Problem {
            code: code.to_owned(),
            severity,
            span: None,
            message: message.into(),
            hint: String::new(),
        }
    }

    /// Adds where it is.
    pub fn at(self, span: Span) -> Problem {
        Problem {
            span: Some(span),
            ..self
        }
    }

    /// Adds the way out.
    pub fn hint(self, hint: impl Into<String>) -> Problem {
        Problem {
            hint: hint.into(),
            ..self
        }
    }
}
