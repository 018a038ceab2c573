//! Running a query: a page of hits, the exact count, and the count of each part.

use crate::compile::{compile, condition};
use crate::{Node, Query};
use depeche_index::{Error, Index, Page, Searcher, StatementHit};

/// What a query found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// How many there are in all.
    pub total: u64,
    /// Whether `total` is exact; it always is.
    pub exact: bool,
    /// What each part of the query finds alone.
    pub parts: Vec<Part>,
    /// Those of the page.
    pub hits: Vec<T>,
}

/// A document that was found; ordered by score, then key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The key it was indexed under.
    pub key: u64,
    /// BM25, comparable only within one query.
    pub score: f32,
}

/// A part of a query and how many it finds alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The part, as the query prints it.
    pub text: String,
    /// How many it finds; of a negation, how many it takes out.
    pub count: u64,
}

/// Documents, best first.
///
/// # Errors
/// When the index cannot be read.
pub fn run(index: &Index, query: &Query, offset: usize, limit: usize) -> Result<Found<Hit>, Error> {
    let searcher = index.documents()?;
    let top = searcher.best(&compile(query.root()), Page { offset, limit })?;
    let hits = top.hits.iter().map(|hit| Hit {
        key: hit.key,
        score: hit.score,
    });
    Ok(Found {
        total: top.total,
        exact: true,
        parts: parts(&searcher, query, top.total)?,
        hits: hits.collect(),
    })
}

/// Statements, by day and then id.
///
/// # Errors
/// When the index cannot be read.
pub fn run_statements(
    index: &Index,
    query: &Query,
    offset: usize,
    limit: usize,
) -> Result<Found<StatementHit>, Error> {
    let searcher = index.statements()?;
    let top = searcher.timeline(&condition(query.root()), Page { offset, limit })?;
    Ok(Found {
        total: top.total,
        exact: true,
        parts: parts(&searcher, query, top.total)?,
        hits: top.hits,
    })
}

/// The parts of a query with the count of each: what is joined at the top, and the words inside
/// groups behind their group.
fn parts(searcher: &Searcher, query: &Query, total: u64) -> Result<Vec<Part>, Error> {
    let mut nodes = Vec::new();
    match query.root() {
        Node::All(inner) | Node::Any(inner) => inner.iter().for_each(|node| list(node, &mut nodes)),
        other => list(other, &mut nodes),
    }
    let mut parts: Vec<Part> = Vec::new();
    for node in nodes {
        let text = node.to_string();
        if parts.iter().any(|part| part.text == text) {
            continue;
        }
        let count = match node {
            Node::Not(inner) => searcher.count(&condition(inner))?,
            // The query is this one part, and was counted.
            whole if whole == query.root() => total,
            part => searcher.count(&condition(part))?,
        };
        parts.push(Part { text, count });
    }
    Ok(parts)
}

fn list<'a>(node: &'a Node, nodes: &mut Vec<&'a Node>) {
    nodes.push(node);
    if let Node::All(inner) | Node::Any(inner) = node {
        inner.iter().for_each(|node| list(node, nodes));
    }
}
