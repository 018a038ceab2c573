//! Plain rows of the record, as callers see them.

use depeche_document::Document;
use depeche_source::ItemId;
use depeche_statement::Reading;
use depeche_text::{Problem, Severity};

/// What became of a file that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileState {
    /// Read whole.
    Read,
    /// Read; something in it is odd or missing.
    ReadWithProblems,
    /// Not read by choice.
    Refused,
    /// Not read: it could not be.
    Failed,
}

impl FileState {
    /// Every state, in the order of the table that people see.
    pub const ALL: [FileState; 4] = [
        FileState::Read,
        FileState::ReadWithProblems,
        FileState::Refused,
        FileState::Failed,
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            FileState::Read => "read",
            FileState::ReadWithProblems => "read with problems",
            FileState::Refused => "refused",
            FileState::Failed => "failed",
        }
    }

    /// The state that these problems leave a file in.
    pub fn after<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> FileState {
        match problems.into_iter().map(|problem| problem.severity).max() {
            None | Some(Severity::Note) => FileState::Read,
            Some(Severity::Warning) => FileState::ReadWithProblems,
            Some(Severity::Refused) => FileState::Refused,
            Some(Severity::Failed) => FileState::Failed,
        }
    }

    pub(crate) fn from_code(code: i64) -> FileState {
        FileState::ALL[usize::try_from(code).unwrap_or(3).min(3)]
    }

    pub(crate) fn code(self) -> i64 {
        FileState::ALL
            .iter()
            .position(|state| *state == self)
            .expect("ALL holds every state") as i64
    }
}

/// A file that was found, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// The path as found.
    pub locator: String,
    /// What its bytes are; `None` where they were not read.
    pub item: Option<ItemId>,
    /// Size, time and place on the disk, to see that it has not changed.
    pub stamp: Vec<u8>,
    /// What became of it.
    pub state: FileState,
    /// Why, where it was refused or failed, or what is odd.
    pub problems: Vec<Problem>,
    /// Gone from the disk since.
    pub missing: bool,
    /// The version of the readers that read it.
    pub version: u32,
}

/// An item and what is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// BLAKE3 of its bytes.
    pub id: ItemId,
    /// As sniffed.
    pub media_type: String,
    /// Of the bytes themselves.
    pub size_bytes: u64,
    /// Of the kept original; `None` where only path and hash are kept.
    pub kept_bytes: Option<u64>,
}

/// How many files are in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The state.
    pub state: FileState,
    /// Files in it.
    pub file_count: u64,
}

/// A document out of the record.
#[derive(Debug, Clone)]
pub struct StoredDocument {
    /// Its key in the index: the first eight bytes of its id.
    pub key: u64,
    /// Where its item was found first, by locator.
    pub locator: String,
    /// Media type of its item.
    pub media_type: String,
    /// The document, text included.
    pub document: Document,
    /// What was read out of it; `None` where it was not read yet.
    pub reading: Option<Reading>,
}

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementRow {
    /// The statement's id as a number.
    pub statement: u64,
    /// The key of its document.
    pub document: u64,
    /// The group of statements that may tell of the same event.
    pub event: u64,
}
