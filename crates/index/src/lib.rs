//! Full text and facets over the record; can be deleted and rebuilt from it.
//!
//! Two indexes lie side by side, one of documents and one of statements, with the same fields.
//! Neither holds a text: the record does, and whoever shows a hit reads it there. What is asked
//! is a [`Clause`]; the query language that people type is `depeche-search`.
#![expect(
    clippy::disallowed_methods,
    reason = "the index is one of the crates that own files on disk"
)]

mod analyzer;
mod clause;
mod collect;
mod compile;
mod entry;
mod error;
mod facets;
mod field;
mod index;
mod schema;
mod searcher;
mod statistics;
mod stem;
mod terms;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use clause::Clause;
pub use entry::{DocumentEntry, StatementEntry};
pub use error::{Error, ErrorKind};
pub use field::Field;
pub use index::Index;
pub use searcher::{Page, Ranked, Searcher, StatementHit, Top};
pub use stem::Stemmer;
pub use words::{FirstBytes, Words, is_word_char};
pub use writer::Writer;
