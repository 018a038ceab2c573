//! The annotators, one file each, in the order in which they run.

mod names;
mod offices;
mod references;
mod sentences;
mod times;

use crate::Annotator;

/// All annotators, in order; each finds the layers that it requires already there.
pub const ANNOTATORS: &[&dyn Annotator] = &[
    &sentences::Sentences,
    &times::Times,
    &names::Names,
    &references::References,
    &offices::Offices,
];
