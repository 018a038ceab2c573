//! A query as a tree, and how it is written out.

use crate::OriginRange;
use crate::range::DayRange;
use depeche_index::Field;
use std::fmt;

/// A part of a query. Printed, and read again, it is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// `*`: holds for everything.
    Everything,
    /// Words.
    Leaf(Leaf),
    /// `date:2007-01..2007-03`.
    Dates(DayRange),
    /// `origins:2..`
    Origins(OriginRange),
    /// All hold.
    All(Vec<Node>),
    /// One of them holds.
    Any(Vec<Node>),
    /// It does not hold.
    Not(Box<Node>),
}

/// Words that are looked for, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where; in the text where nothing is said.
    pub field: Option<Field>,
    /// How.
    pub form: Form,
    /// One word, or those of a phrase; never empty, each as the index folds it.
    pub words: Vec<String>,
}

/// How words are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `word`: any word with its stem; in fields other than text and title, this very word.
    Bare,
    /// `=word`: this very word.
    Exact,
    /// `"words"`: side by side.
    Phrase,
    /// `word*`: any word that starts so.
    Prefix,
}

impl Node {
    /// The tree with groups of one kind inside each other made one, and groups of one undone.
    pub(crate) fn flat(self) -> Node {
        match self {
            Node::All(nodes) => gather(nodes, |node| match node {
                Node::All(inner) => Ok(inner),
                other => Err(other),
            })
            .unwrap_or_else(Node::All),
            Node::Any(nodes) => gather(nodes, |node| match node {
                Node::Any(inner) => Ok(inner),
                other => Err(other),
            })
            .unwrap_or_else(Node::Any),
            Node::Not(node) => match node.flat() {
                Node::Not(inner) => *inner,
                other => Node::Not(Box::new(other)),
            },
            other => other,
        }
    }

    /// Whether it stands in parentheses inside another group.
    fn is_group(&self) -> bool {
        matches!(self, Node::All(_) | Node::Any(_))
    }

    fn write_inner(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_group() {
            true => write!(formatter, "({self})"),
            false => write!(formatter, "{self}"),
        }
    }
}

/// The flattened children, or the only one.
fn gather(
    nodes: Vec<Node>,
    open: impl Fn(Node) -> Result<Vec<Node>, Node>,
) -> Result<Node, Vec<Node>> {
    let mut flat = Vec::new();
    for node in nodes {
        match open(node.flat()) {
            Ok(inner) => flat.extend(inner),
            Err(other) => flat.push(other),
        }
    }
    match flat.len() {
        0 => Ok(Node::Everything),
        1 => Ok(flat.remove(0)),
        _ => Err(flat),
    }
}

impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (nodes, between) = match self {
            Node::Everything => return formatter.write_str("*"),
            Node::Leaf(leaf) => return leaf.fmt(formatter),
            Node::Dates(range) => return write!(formatter, "date:{range}"),
            Node::Origins(range) => return write!(formatter, "origins:{range}"),
            Node::Not(node) => {
                formatter.write_str("NOT ")?;
                return node.write_inner(formatter);
            }
            Node::All(nodes) => (nodes, " AND "),
            Node::Any(nodes) => (nodes, " OR "),
        };
        for (position, node) in nodes.iter().enumerate() {
            if position > 0 {
                formatter.write_str(between)?;
            }
            node.write_inner(formatter)?;
        }
        Ok(())
    }
}

impl fmt::Display for Leaf {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field {
            write!(formatter, "{}:", field.name())?;
        }
        let words = self.words.join(" ");
        match self.form {
            Form::Bare => formatter.write_str(&words),
            Form::Exact => write!(formatter, "={words}"),
            Form::Phrase => write!(formatter, "\"{words}\""),
            Form::Prefix => write!(formatter, "{words}*"),
        }
    }
}
