//! The annotators, one file each, in the order in which they run.

mod cased;
mod names;
mod offices;
mod proposals;
mod references;
mod sentences;
mod times;

use crate::Annotator;

/// All annotators, in order; each finds the layers that it requires already there.
pub const ANNOTATORS: &[&dyn Annotator] = &[
    &cased::Cased,
    &sentences::Sentences,
    &times::Times,
    &proposals::Proposals,
    &names::Names,
    &references::References,
    &offices::Offices,
];
