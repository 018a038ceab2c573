//! A document as shown: its head, its parts, and what is odd in it.

use crate::{TimeView, time_view};
use depeche_document::{Block, Kind, Place};
use depeche_store::StoredDocument;
use depeche_text::{Problem, Severity, Span};
use serde::Serialize;
use serde_json::{Value, json};

/// DOCUMENT of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// `d_…`.
    pub id: String,
    /// BLAKE3 of the item's bytes, hexadecimal.
    pub item: String,
    /// What sort it is.
    pub kind: Kind,
    /// Where its item was found.
    pub locator: String,
    /// Of its item.
    pub media_type: String,
    /// As shown.
    pub title: Option<String>,
    /// BCP 47, where the document says so.
    pub language: Option<String>,
    /// When it was written or published.
    pub date: Option<TimeView>,
    /// Where in its item; `null`: the item is the document.
    pub at: Value,
    /// What its head says.
    pub fields: Vec<FieldView>,
    /// What its parts are.
    pub blocks: Vec<Block>,
    /// What is odd in it.
    pub problems: Vec<ProblemView>,
    /// `read`, `read with problems` or `not read yet`.
    pub state: &'static str,
}

/// A field.
#[derive(Debug, Clone, Serialize)]
pub struct FieldView {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its words.
    pub span: Option<Span>,
}

/// A problem.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemView {
    /// Stable name.
    pub code: String,
    /// Where.
    pub span: Option<Span>,
    /// One sentence.
    pub message: String,
    /// The way out.
    pub hint: String,
}

impl From<&Problem> for ProblemView {
    fn from(problem: &Problem) -> ProblemView {
        ProblemView {
            code: problem.code.clone(),
            span: problem.span,
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }
}

/// Shows a document.
pub fn document_view(stored: &StoredDocument) -> DocumentView {
    let document = &stored.document;
    let fields = document.fields.iter().map(|field| FieldView {
        name: field.name.clone(),
        value: field.value.clone(),
        span: field.span,
    });
    DocumentView {
        id: document.id.to_string(),
        item: document.item.to_string(),
        kind: document.kind,
        locator: stored.locator.clone(),
        media_type: stored.media_type.clone(),
        title: document.title.clone(),
        language: document.language.clone(),
        date: document
            .date
            .as_ref()
            .map(|date| time_view(date, &document.text)),
        at: at(&document.place),
        fields: fields.collect(),
        blocks: document.blocks.clone(),
        problems: document.problems.iter().map(ProblemView::from).collect(),
        state: state(stored),
    }
}

fn state(stored: &StoredDocument) -> &'static str {
    let odd = |problem: &Problem| problem.severity >= Severity::Warning;
    match &stored.reading {
        None => "not read yet",
        Some(_) if stored.document.problems.iter().any(odd) => "read with problems",
        Some(_) => "read",
    }
}

fn at(place: &Place) -> Value {
    match place {
        Place::Whole => Value::Null,
        Place::Bytes(start, end) => json!({ "bytes": [start, end] }),
        Place::Page(page) => json!({ "page": page }),
        Place::Id(id) => json!({ "id": id }),
        Place::Part(part) => json!({ "part": part }),
    }
}
