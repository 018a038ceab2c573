//! What can go wrong with the index on disk.

use std::path::PathBuf;
use thiserror::Error as ThisError;

/// Why the index could not do its work.
#[derive(Debug, ThisError)]
#[error(transparent)]
pub struct Error(#[from] Cause);

/// What a caller can do about an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// It was written by another version, or is damaged: delete it and make it again from the
    /// record.
    RebuildNeeded,
    /// Another process is writing it.
    Busy,
    /// The disk or memory failed.
    World,
}

#[derive(Debug, ThisError)]
pub(crate) enum Cause {
    #[error("the index at {path} has format {found}, this version reads {expected}")]
    Format {
        path: PathBuf,
        found: String,
        expected: u32,
    },
    #[error("cannot read or write the index at {path}")]
    Disk {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the index is being written by another process")]
    Busy,
    #[error("the index failed")]
    Engine(#[source] Box<tantivy::TantivyError>),
}

impl Error {
    /// What a caller can do about it.
    pub fn kind(&self) -> ErrorKind {
        use tantivy::TantivyError as Engine;
        match &self.0 {
            Cause::Format { .. } => ErrorKind::RebuildNeeded,
            Cause::Busy => ErrorKind::Busy,
            Cause::Disk { .. } => ErrorKind::World,
            Cause::Engine(error) => match **error {
                Engine::DataCorruption(_)
                | Engine::IncompatibleIndex(_)
                | Engine::SchemaError(_)
                | Engine::OpenReadError(_)
                | Engine::OpenDirectoryError(_) => ErrorKind::RebuildNeeded,
                _ => ErrorKind::World,
            },
        }
    }

    pub(crate) fn disk(path: &std::path::Path, source: std::io::Error) -> Error {
        Error(Cause::Disk {
            path: path.to_owned(),
            source,
        })
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Error {
        match error {
            tantivy::TantivyError::LockFailure(..) => Error(Cause::Busy),
            other => Error(Cause::Engine(Box::new(other))),
        }
    }
}
