//! One passing-on: who told whom, by what, when and where, in which words.

use depeche_document::DocumentId;
use depeche_text::Span;
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};

use crate::Where;

/// By what something was passed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Medium {
    /// Face to face, or not said.
    Conversation,
    /// By telephone or other wire.
    Call,
    /// To many at once.
    Speech,
    /// A telegram.
    Cable,
    /// A letter or note.
    Letter,
    /// An e-mail.
    Mail,
    /// A memorandum.
    Memo,
    /// A newspaper, agency, broadcaster or news site.
    Press,
    /// A book, report or release.
    Publication,
    /// Any other document.
    Document,
}

/// One side of a telling or event: an entity of the reading, or only words, or only a name that
/// stands in a field outside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Index into [`crate::Reading::entities`].
    pub entity: Option<u32>,
    /// How it is called: the entity's name in this document, else its words.
    pub name: String,
    /// Its words, where it stands in the text.
    pub span: Option<Span>,
}

/// One passing-on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Who told; of a document its sender, author or publisher.
    pub speaker: Option<Party>,
    /// Who signed or drafted for a body that speaks.
    pub by: Option<Party>,
    /// Who was told.
    pub hearer: Option<Party>,
    /// By what.
    pub medium: Medium,
    /// When.
    pub time: Option<TimeExpression>,
    /// Where.
    pub place: Option<Where>,
    /// The document that is this telling, where the archive holds it: on the last link, the
    /// document read.
    pub document: Option<DocumentId>,
    /// The words that say so; `None` where the document's own existence is the telling.
    pub span: Option<Span>,
    /// The rule that read it.
    pub rule: String,
}

/// A telling in the text as its words: source, cue and content, as PARC 3.0 (Pareti 2012) and
/// PolNeAR (Newell, Margolin and Ruths 2018) name them, and the hearer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Who tells: the whole phrase.
    pub source: Option<Span>,
    /// The words that say that something is told: "told", "according to".
    pub cue: Span,
    /// What is told, in text order; in pieces where the telling stands in the middle of it.
    pub content: Vec<Span>,
    /// Who is told.
    pub hearer: Option<Span>,
    /// The rule that read it.
    pub rule: &'static str,
}
