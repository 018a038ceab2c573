//! What spaCy reads in a text, a line each, as `tools/parity/golden.py` writes it; for tests.

use serde::Deserialize;

/// A text as spaCy reads it.
#[derive(Deserialize)]
pub(crate) struct Golden {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) names: Vec<(usize, usize, String)>,
}

/// Start, end, tag, part of speech, features, lemma, head, relation, whether a sentence starts.
pub(crate) type Token = (
    u32,
    u32,
    String,
    String,
    String,
    String,
    usize,
    String,
    bool,
);

impl Golden {
    /// Reads a line.
    pub(crate) fn of(line: &str) -> Golden {
        serde_json::from_str(line).unwrap()
    }
}
