//! What a hostile file may cost at most.

use serde::{Deserialize, Serialize};

/// Limits on what is read; settings with safe defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// A larger file is refused, in bytes.
    pub item_size_bytes: u64,
    /// Folders deeper than this under a given path are not entered.
    pub folder_depth: u32,
    /// Elements nested deeper than this end a markup reader's descent.
    pub markup_depth: u32,
    /// The text of one document is cut here, with a problem, in bytes.
    pub text_size_bytes: u64,
    /// Mail parts nested deeper than this are not opened.
    pub mail_depth: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            item_size_bytes: 256 << 20,
            folder_depth: 64,
            markup_depth: 512,
            text_size_bytes: 64 << 20,
            mail_depth: 8,
        }
    }
}
