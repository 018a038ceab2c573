//! What can stop a run: the record, the index, or the disk under them. A bad document cannot.

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The record failed.
    #[error(transparent)]
    Store(#[from] depeche_store::Error),
    /// The index failed.
    #[error(transparent)]
    Index(#[from] depeche_index::Error),
    /// A decision does not fit the record; nothing of it was kept.
    #[error("{0}")]
    Unfit(String),
}
