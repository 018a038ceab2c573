//! The record: what was found, kept and read, in SQLite, with numbered migrations.
//!
//! Everything here is evidence or comes straight from it; the index beside it is derived and
//! never needed to open the record. No type of the database leaves this crate.
#![expect(
    clippy::disallowed_methods,
    reason = "the store is one of the crates on the disk"
)]

mod archive;
mod batch;
mod compression;
mod decision;
mod error;
mod migration;
mod originals;
mod origins;
mod packed;
mod record;
mod row;

pub use archive::{Archive, FORMAT};
pub use batch::Batch;
pub use decision::{Anchor, Choice, Decision, DecisionState, Effect, Effects, Place, Resolver};
pub use error::{Error, ErrorKind};
pub use originals::{Kept, Originals};
pub use packed::Packed;
pub use record::{EntityDocuments, Store};
pub use row::{FileRow, FileState, ItemRow, StateCount, StatementRow, StoredDocument};

#[cfg(test)]
mod tests;
