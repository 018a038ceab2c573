//! What can fail about the world, not about the input.

use std::path::{Path, PathBuf};

/// Why the record could not be used.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    message: String,
    #[source]
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// There is no archive at the path given.
    Missing,
    /// The folder holds something else, or a newer archive than this program knows.
    Foreign,
    /// Another process is writing to the archive.
    Busy,
    /// The disk or the database failed.
    Disk,
    /// Stored bytes do not read back.
    Damaged,
}

impl Error {
    /// What kind of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error {
            kind,
            message: message.into(),
            source: None,
        }
    }

    pub(crate) fn disk(path: &Path, source: std::io::Error) -> Error {
        let path: PathBuf = path.to_owned();
        Error {
            kind: ErrorKind::Disk,
            message: format!("{}: {source}", path.display()),
            source: Some(Box::new(source)),
        }
    }

    pub(crate) fn damaged(
        what: &str,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Error {
        Error {
            kind: ErrorKind::Damaged,
            message: format!("{what} does not read back; run `depeche check`"),
            source: Some(Box::new(source)),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Error {
        let busy = matches!(
            source.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
        );
        Error {
            kind: if busy {
                ErrorKind::Busy
            } else {
                ErrorKind::Disk
            },
            message: "the record (record.sqlite) failed".to_owned(),
            source: Some(Box::new(source)),
        }
    }
}
