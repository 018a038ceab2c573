//! Sentences and tokens of a text.
//!
//! Total on any input and without state: the same span of the same text always gives the same
//! tokens. They know no grammar; a trained [`Pipeline`] stands beside them.

mod abbreviation;
mod english;
#[cfg(test)]
mod golden;
mod pipeline;
mod sentence;
mod token;
pub mod truecase;

#[cfg(test)]
mod tests;

pub use abbreviation::is_abbreviation;
pub use english::{ENGLISH_MODEL, ENGLISH_MODEL_NOTICE, english};
pub use pipeline::{LoadError, Parse, ParsedName, ParsedWord, Pipeline, Reader};
pub use sentence::{sentences, sentences_of};
pub use token::{Token, TokenKind, tokens};
pub use truecase::{TRUECASE_NOTICE, Truecaser, is_shouting, restored};
