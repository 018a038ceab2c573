//! A query, read: its tree and what was repaired.

use crate::parser::Parser;
use crate::{Node, Note};
use std::fmt;

/// How a query is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Bare words are ORed, not ANDed.
    pub any: bool,
}

/// A query, read. Printed it is the query that was run, every operator written out; read again
/// with the default options that is the same query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(crate) root: Node,
    pub(crate) notes: Vec<Note>,
}

/// Reads a query. Nothing is refused: what is odd is repaired and noted. A query without words
/// holds for everything.
pub fn parse(text: &str, options: &Options) -> Query {
    let (root, notes) = Parser::parse(text, *options);
    Query {
        root: root.flat(),
        notes,
    }
}

impl Query {
    /// The tree.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// What was repaired, in the order of the text.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(formatter)
    }
}
