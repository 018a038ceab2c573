//! Annotators over a document, in declared order: sentences, times, trees, names, references, offices.

mod annotations;
mod annotator;
mod annotators;
mod described;
mod gazetteer;
mod lexicon;
mod names;
mod title;
mod title_words;
mod word;

#[cfg(test)]
mod tests;

pub use annotations::{
    Annotations, EntityKind, Layer, Mention, MentionForm, Office, Proposal, Word,
};
pub use annotator::{Annotator, annotate};
pub use annotators::{ANNOTATORS, times, words};
pub use gazetteer::{GAZETTEER_NOTICE, country, main_name};
