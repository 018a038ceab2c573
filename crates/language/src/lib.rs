//! Sentences and tokens of a text.
//!
//! Total on any input and without state: the same span of the same text always gives the same
//! tokens. It knows no grammar; a trained pipeline will stand beside it.

mod abbreviation;
mod sentence;
mod token;

#[cfg(test)]
mod tests;

pub use abbreviation::is_abbreviation;
pub use sentence::{sentences, sentences_of};
pub use token::{Token, TokenKind, tokens};
