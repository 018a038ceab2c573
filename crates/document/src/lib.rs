//! Documents made from items: one immutable text with blocks, fields and problems.
//!
//! A parser is bytes in, serialisable [`Document`]s out: it touches nothing else, cannot fail,
//! and will run in a walled-off worker. One file a format, under `formats/`.

mod document;
pub mod encoding;
mod formats;

pub use document::{Block, BlockKind, Document, DocumentId, Field, Kind, Place};
pub use formats::{FORMATS, Format, parse};
