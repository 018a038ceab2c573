//! Annotators over a document, in declared order: sentences, names, offices, times.

mod annotations;
mod annotator;

pub use annotations::{Annotations, EntityKind, Layer, Mention, MentionForm, Office};
pub use annotator::{Annotator, annotate};
