//! Why a pipeline could not be loaded.

/// What is wrong with a pipeline, and in which of its parts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{part}: {message}")]
pub struct LoadError {
    part: String,
    message: String,
}

impl LoadError {
    pub(crate) fn new(part: impl Into<String>, message: impl Into<String>) -> LoadError {
        LoadError {
            part: part.into(),
            message: message.into(),
        }
    }

    /// The file or component.
    pub fn part(&self) -> &str {
        &self.part
    }
}
