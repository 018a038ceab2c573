//! The bundled English pipeline.
//!
//! `cargo xtask model` makes it; `model/NOTICE.md` says from what, and under which licences.

#[cfg(test)]
mod tests;

use crate::Pipeline;
use std::sync::LazyLock;

/// The packed pipeline, as it lies in the program.
pub const ENGLISH_MODEL: &[u8] = include_bytes!("../model/english.bin");

/// What the model was made from, and under which licences; for people.
pub const ENGLISH_MODEL_NOTICE: &str = include_str!("../model/NOTICE.md");

static ENGLISH: LazyLock<Pipeline> = LazyLock::new(|| {
    Pipeline::unpack(ENGLISH_MODEL).expect("the bundled model is the one that the tests load")
});

/// The pipeline for English that the program brings along; loaded at the first call.
pub fn english() -> &'static Pipeline {
    &ENGLISH
}
