//! The query language: parse, repair, compile, explain; hits, counts and snippets.
//!
//! A query as people type it is cut into tokens (`lexer`), made a tree with what is odd in it
//! repaired and noted (`parser`, [`Node`]), and compiled to a condition of `depeche-index`
//! (`compile`). Nothing a person types is refused. A new operator is a form of [`Node`], its
//! printed form, an arm in `compile.rs` and one in `pattern.rs`.

mod compile;
mod lexer;
mod node;
mod note;
mod origins;
mod parser;
mod pattern;
mod query;
mod range;
mod run;
mod snippet;
mod stop_words;

pub use node::{Form, Leaf, Node};
pub use note::Note;
pub use origins::OriginRange;
pub use query::{Options, Query, parse};
pub use range::DayRange;
pub use run::{Found, Hit, Part, run, run_statements};
pub use snippet::{Snippet, marks, snippets};

#[cfg(test)]
mod tests;
