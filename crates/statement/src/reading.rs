//! All that was read out of one document.

use crate::{Entity, Statement, who};
use depeche_annotate::Annotations;
use depeche_document::Document;
use depeche_text::Problem;
use serde::{Deserialize, Serialize};

/// All that was read out of one document: who is meant in it, and what it says happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Who and what is meant, in order of first mention.
    pub entities: Vec<Entity>,
    /// What is said to have happened, in text order.
    pub statements: Vec<Statement>,
    /// What could not be read out.
    pub problems: Vec<Problem>,
}

/// Reads statements and entities out of an annotated document.
pub fn read(document: &Document, annotations: &Annotations) -> Reading {
    Reading {
        entities: who::entities(document, annotations),
        ..Reading::default()
    }
}
