//! A file as shown: what became of it.

use depeche_store::{Error, FileRow, Store};
use serde::Serialize;

/// FILE of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct FileView {
    /// BLAKE3 of its bytes; `null` where they were not read.
    pub item: Option<String>,
    /// The path as found.
    pub locator: String,
    /// As sniffed; `null` where its bytes were not read.
    pub media_type: Option<String>,
    /// Of its bytes.
    pub size_bytes: Option<u64>,
    /// `read`, `read with problems`, `refused` or `failed`.
    pub state: &'static str,
    /// Why, in sentences; empty where it was read whole.
    pub reason: String,
    /// Gone from the disk since.
    pub missing: bool,
    /// The documents made from it.
    pub documents: Vec<String>,
}

/// Shows a file.
///
/// # Errors
/// When the record fails.
pub fn file_view(store: &Store, file: &FileRow) -> Result<FileView, Error> {
    let item = file
        .item
        .map(|item| store.item(item))
        .transpose()?
        .flatten();
    let documents = file.item.map(|item| store.documents_of(item)).transpose()?;
    let problems = file.problems.iter();
    let reasons: Vec<&str> = problems.map(|problem| problem.message.as_str()).collect();
    Ok(FileView {
        item: file.item.map(|item| item.to_string()),
        locator: file.locator.clone(),
        media_type: item.as_ref().map(|item| item.media_type.clone()),
        size_bytes: item.map(|item| item.size_bytes),
        state: file.state.name(),
        reason: reasons.join("; "),
        missing: file.missing,
        documents: documents
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect(),
    })
}
