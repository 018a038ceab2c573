//! From the tree of a query to a condition of the index.

use crate::{Form, Leaf, Node};
use depeche_index::{Clause, Field, Stemmer};

/// How much a word in the title counts beside one in the text.
const TITLE_FACTOR: f32 = 0.5;

/// The condition a query stands for; words in the title raise the score.
pub(crate) fn compile(node: &Node) -> Clause {
    let mut wished = Vec::new();
    wish(node, &mut wished);
    let clause = condition(node);
    match wished.is_empty() {
        true => clause,
        false => Clause::Prefer(Box::new(clause), wished),
    }
}

/// The condition alone, for counting.
pub(crate) fn condition(node: &Node) -> Clause {
    match node {
        Node::Everything => Clause::Everything,
        Node::Leaf(leaf) => leaf_condition(leaf, leaf.field.unwrap_or(Field::Text)),
        Node::Dates(range) => Clause::Dates(
            range.earliest.map(|day| day.number()),
            range.latest.map(|day| day.number()),
        ),
        // Left open, it holds for everything.
        Node::Origins(range) => match &range.statements {
            Some(statements) => Clause::Keys(statements.clone()),
            None => Clause::Everything,
        },
        Node::All(nodes) => Clause::All(nodes.iter().map(condition).collect()),
        Node::Any(nodes) => Clause::Any(nodes.iter().map(condition).collect()),
        Node::Not(node) => Clause::Not(Box::new(condition(node))),
    }
}

fn leaf_condition(leaf: &Leaf, field: Field) -> Clause {
    let first = || leaf.words.first().cloned().unwrap_or_default();
    match leaf.form {
        Form::Bare if field.is_stemmed() => Clause::Stem(field, Stemmer::stem_once(&first())),
        Form::Bare | Form::Exact => Clause::Word(field, first()),
        Form::Phrase => Clause::Phrase(field, leaf.words.clone()),
        Form::Prefix => Clause::Prefix(field, first()),
    }
}

/// Bare words, looked for in the title too.
fn wish(node: &Node, wished: &mut Vec<(Clause, f32)>) {
    match node {
        Node::Leaf(leaf) if leaf.field.is_none() && leaf.form == Form::Bare => {
            wished.push((leaf_condition(leaf, Field::Title), TITLE_FACTOR));
        }
        Node::All(nodes) | Node::Any(nodes) => {
            nodes.iter().for_each(|node| wish(node, wished));
        }
        _ => {}
    }
}
