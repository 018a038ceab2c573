//! A decision as shown: what was decided, at which words, and how it stands.

use depeche_store::{Anchor, Choice, Decision, DecisionState};
use depeche_text::Span;
use serde::Serialize;

/// DECISION of the design's JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionView {
    /// Its number, from 1 in the order in which decisions were made.
    pub id: String,
    /// `date merge split rename reject tag note undo`.
    pub kind: &'static str,
    /// `in force`, `undone` or `adrift`.
    pub state: &'static str,
    /// The date, name, tag or note, or the number of the decision undone.
    pub value: Option<String>,
    /// The decision that undid it.
    pub undone_by: Option<String>,
    /// Why it is adrift.
    pub reason: Option<String>,
    /// The words that it holds on to.
    pub anchors: Vec<AnchoredView>,
    /// What was decided, in words.
    #[serde(skip)]
    pub in_words: String,
}

/// Words that a decision holds on to, as they stood when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnchoredView {
    /// The document.
    pub document: String,
    /// Where they stood.
    pub span: Span,
    /// The words.
    pub quote: String,
    /// Up to 32 characters before them.
    pub before: String,
    /// Up to 32 characters after them.
    pub after: String,
}

impl From<&Anchor> for AnchoredView {
    fn from(anchor: &Anchor) -> AnchoredView {
        AnchoredView {
            document: anchor.document.clone(),
            span: anchor.span,
            quote: anchor.words.clone(),
            before: anchor.before.clone(),
            after: anchor.after.clone(),
        }
    }
}

/// Shows a decision.
pub fn decision_view(decision: &Decision) -> DecisionView {
    let anchors = decision.choice.anchors().into_iter();
    DecisionView {
        id: decision.number.to_string(),
        kind: decision.choice.name(),
        state: decision.state.name(),
        value: value(&decision.choice),
        undone_by: match decision.state {
            DecisionState::Undone(by) => Some(by.to_string()),
            _ => None,
        },
        reason: match &decision.state {
            DecisionState::Adrift(why) => Some(why.clone()),
            _ => None,
        },
        anchors: anchors.map(AnchoredView::from).collect(),
        in_words: in_words(&decision.choice),
    }
}

fn value(choice: &Choice) -> Option<String> {
    match choice {
        Choice::Date { edtf, .. } => Some(edtf.clone()),
        Choice::Merge { name, .. } | Choice::Rename { name, .. } => Some(name.clone()),
        Choice::Tag { tag, .. } => Some(tag.clone()),
        Choice::Note { note, .. } => Some(note.clone()),
        Choice::Undo { number } => Some(number.to_string()),
        Choice::Split { .. } | Choice::Reject { .. } => None,
    }
}

fn in_words(choice: &Choice) -> String {
    let quoted = |anchors: &[Anchor]| match anchors {
        [] => String::new(),
        [one] => format!("{} in {}", called(one), short(&one.document)),
        [first, ..] => {
            let mut documents: Vec<&str> = anchors.iter().map(|own| short(&own.document)).collect();
            documents.dedup();
            match documents.len() {
                1 => format!(
                    "{} ({} times) in {}",
                    called(first),
                    anchors.len(),
                    documents[0]
                ),
                count => format!("{} in {count} documents", called(first)),
            }
        }
    };
    match choice {
        Choice::Date { document, edtf } => {
            format!(
                "{} is dated {edtf}  {}",
                short(&document.document),
                called(document)
            )
        }
        Choice::Merge { others, name, .. } => {
            let others: Vec<String> = others.iter().map(|other| quoted(other)).collect();
            format!("{} is {name}", others.join("; "))
        }
        Choice::Split { mentions } => format!("{} means another", quoted(mentions)),
        Choice::Rename { entity, name } => format!("{} is called {name}", quoted(entity)),
        Choice::Reject {
            mentions,
            everywhere,
        } => match everywhere {
            true => format!("{} is no name, here or elsewhere", quoted(mentions)),
            false => format!("{} is no name", quoted(mentions)),
        },
        Choice::Tag { document, tag } => format!("{} has the tag {tag}", short(&document.document)),
        Choice::Note { document, note } => format!("{}: {note}", short(&document.document)),
        Choice::Undo { number } => format!("decision {number} does not hold"),
    }
}

/// The words on one line.
fn called(anchor: &Anchor) -> String {
    let words: Vec<&str> = anchor.words.split_whitespace().collect();
    format!("{:?}", words.join(" "))
}

/// As much of an id as people need.
fn short(id: &str) -> &str {
    id.get(..12).unwrap_or(id)
}
