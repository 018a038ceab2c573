//! The annotators, one file each, in the order in which they run.

mod cased;
mod descriptions;
mod model;
mod names;
mod offices;
mod references;
mod sentences;
mod times;

use crate::Annotator;

pub use model::words;
pub use times::times;

/// All annotators, in order; each finds the layers that it requires already there.
pub const ANNOTATORS: &[&dyn Annotator] = &[
    &cased::Cased,
    &sentences::Sentences,
    &times::Times,
    &model::Model,
    &names::Names,
    &references::References,
    &offices::Offices,
    &descriptions::Descriptions,
];
