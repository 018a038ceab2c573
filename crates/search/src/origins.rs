//! `origins:2..`: how many origins the event of a statement has. The index does not know it; the
//! caller asks the record and gives the statements.

use crate::{Node, Note, Query};
use depeche_text::Span;
use std::fmt;
use std::sync::Arc;

/// How many origins; both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginRange {
    /// The least.
    pub least: u32,
    /// The most; [`u32::MAX`] where it is open.
    pub most: u32,
    /// The statements that hold it, sorted, once the record was asked.
    pub(crate) statements: Option<Arc<[u64]>>,
}

impl OriginRange {
    /// Parses `2`, `2..`, `..3`, `2..4`, `>1`, `>=2`, `<3`, `<=2`.
    pub fn parse(text: &str) -> Option<OriginRange> {
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let (least, most) = if let Some((from, to)) = text.split_once("..") {
            match (from.trim(), to.trim_start_matches('.').trim()) {
                ("", "") => return None,
                (from, "") => (number(from)?, u32::MAX),
                ("", to) => (0, number(to)?),
                (from, to) => (
                    number(from)?.min(number(to)?),
                    number(from)?.max(number(to)?),
                ),
            }
        } else if let Some(rest) = text.strip_prefix(">=") {
            (number(rest)?, u32::MAX)
        } else if let Some(rest) = text.strip_prefix('>') {
            (number(rest)?.saturating_add(1), u32::MAX)
        } else if let Some(rest) = text.strip_prefix("<=") {
            (0, number(rest)?)
        } else if let Some(rest) = text.strip_prefix('<') {
            (0, number(rest)?.checked_sub(1)?)
        } else {
            (number(text)?, number(text)?)
        };
        Some(OriginRange {
            least,
            most,
            statements: None,
        })
    }
}

impl fmt::Display for OriginRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (least, most) if least == most => write!(formatter, "{least}"),
            (0, most) => write!(formatter, "..{most}"),
            (least, u32::MAX) => write!(formatter, "{least}.."),
            (least, most) => write!(formatter, "{least}..{most}"),
        }
    }
}

impl Query {
    /// Whether events are chosen by their origins.
    pub fn asks_origins(&self) -> bool {
        holds(&self.root)
    }

    /// Asks `statements` for those that hold each condition on origins, sorted.
    ///
    /// # Errors
    /// When `statements` does.
    pub fn resolve_origins<E>(
        &mut self,
        statements: &mut dyn FnMut(&OriginRange) -> Result<Vec<u64>, E>,
    ) -> Result<(), E> {
        resolve(&mut self.root, statements)
    }

    /// Takes conditions on origins out, and says so: they choose statements, not documents.
    pub fn leave_out_origins(&mut self) {
        if self.asks_origins() {
            let root = std::mem::replace(&mut self.root, Node::Everything);
            self.root = without(root).unwrap_or(Node::Everything).flat();
            let message = "origins: chooses events and statements only; left out";
            self.notes.push(Note::new(Span::new(0, 0), message));
        }
    }
}

fn holds(node: &Node) -> bool {
    match node {
        Node::Origins(_) => true,
        Node::Not(inner) => holds(inner),
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(holds),
        Node::Everything | Node::Leaf(_) | Node::Dates(_) => false,
    }
}

fn without(node: Node) -> Option<Node> {
    let rest = |nodes: Vec<Node>| -> Option<Vec<Node>> {
        let nodes: Vec<Node> = nodes.into_iter().filter_map(without).collect();
        (!nodes.is_empty()).then_some(nodes)
    };
    match node {
        Node::Origins(_) => None,
        Node::Not(inner) => without(*inner).map(|inner| Node::Not(Box::new(inner))),
        Node::All(nodes) => rest(nodes).map(Node::All),
        Node::Any(nodes) => rest(nodes).map(Node::Any),
        other => Some(other),
    }
}

fn resolve<E>(
    node: &mut Node,
    statements: &mut dyn FnMut(&OriginRange) -> Result<Vec<u64>, E>,
) -> Result<(), E> {
    match node {
        Node::Origins(range) => range.statements = Some(statements(range)?.into()),
        Node::Not(inner) => resolve(inner, statements)?,
        Node::All(nodes) | Node::Any(nodes) => {
            for node in nodes {
                resolve(node, statements)?;
            }
        }
        Node::Everything | Node::Leaf(_) | Node::Dates(_) => {}
    }
    Ok(())
}
