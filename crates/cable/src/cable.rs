//! One telegram, taken apart.

use depeche_text::Span;
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};

/// How the telegram came down to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// With its header as transmitted.
    Raw,
    /// Text first, attributes of the archive after it.
    Archive,
    /// As printed in a documentary edition: heading, dateline, text.
    Printed,
}

/// A value and the words that it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// As a person would write it: inner line ends and doubled spaces made one space.
    pub value: String,
    /// Its words.
    pub span: Span,
}

/// One entry of the reference list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// `A`, `B`; `None` where the list is not lettered.
    pub label: Option<char>,
    /// What is referred to.
    pub part: Part,
}

/// A numbered paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number.
    pub number: u32,
    /// `C`, `S/NF`: the classification mark in brackets.
    pub mark: Option<Part>,
    /// From its number to the end of its words.
    pub span: Span,
}

/// One telegram, taken apart. Lists are in text order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cable {
    /// How it came down to us.
    pub form: Form,
    /// All that stands before the text proper.
    pub header: Span,
    /// The text proper.
    pub body: Span,
    /// `VZCZCXRO1234`
    pub transmission: Option<Part>,
    /// `PRIORITY`, in words.
    pub precedence: Option<Part>,
    /// Routing indicators: `RUEHC`.
    pub routing: Vec<Part>,
    /// `DE RUEHKB #0173/01 0461355`
    pub station: Option<Part>,
    /// `151355Z FEB 07`
    pub date_time_group: Option<Part>,
    /// The date-time group, else the archive's draft or sent date, resolved.
    pub date: Option<TimeExpression>,
    /// Who sent it.
    pub from: Option<Part>,
    /// Action addressees.
    pub to: Vec<Part>,
    /// Information addressees.
    pub info: Vec<Part>,
    /// `CONFIDENTIAL`; spaced letters are closed up.
    pub classification: Option<Part>,
    /// `SIPDIS`, `NOFORN`.
    pub captions: Vec<Part>,
    /// `E.O. 12958: DECL: 02/15/2017`
    pub executive_order: Option<Part>,
    /// One each.
    pub tags: Vec<Part>,
    /// The subject line.
    pub subject: Option<Part>,
    /// The reference list, taken apart.
    pub references: Vec<Reference>,
    /// Who classified it, and why.
    pub classified_by: Option<Part>,
    /// `07OSTERVIK173`, from the line `OSTERVIK 000173` and the year; `OSTERVIK 173` where that is unknown.
    pub number: Option<Part>,
    /// Numbered paragraphs of the body.
    pub paragraphs: Vec<Paragraph>,
    /// Between `COMMENT` and `END COMMENT`, or to the paragraph's end.
    pub comment: Option<Span>,
    /// The surname under it.
    pub signer: Option<Part>,
    /// Page and section lines, repeated classification lines, release stamps.
    pub furniture: Vec<Span>,
}

impl Cable {
    pub(crate) fn new(form: Form, header: Span, body: Span) -> Cable {
        Cable {
            form,
            header,
            body,
            transmission: None,
            precedence: None,
            routing: Vec::new(),
            station: None,
            date_time_group: None,
            date: None,
            from: None,
            to: Vec::new(),
            info: Vec::new(),
            classification: None,
            captions: Vec::new(),
            executive_order: None,
            tags: Vec::new(),
            subject: None,
            references: Vec::new(),
            classified_by: None,
            number: None,
            paragraphs: Vec::new(),
            comment: None,
            signer: None,
            furniture: Vec::new(),
        }
    }
}

impl Part {
    /// The words of `span` without white space at the ends, as one line.
    pub(crate) fn of(text: &str, span: Span) -> Part {
        let span = span.trimmed(text);
        let words: Vec<&str> = span.slice(text).split_whitespace().collect();
        Part {
            value: words.join(" "),
            span,
        }
    }
}
