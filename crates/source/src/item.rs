//! The bytes that we were given, and where.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of an item: BLAKE3 of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ItemId(pub [u8; 32]);

impl ItemId {
    /// The id of these bytes.
    pub fn of(bytes: &[u8]) -> ItemId {
        ItemId(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// The bytes that we were given, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// BLAKE3 of `bytes`.
    pub id: ItemId,
    /// The path as found, `!/` between an archive and what lies in it: `leak.zip!/mail/17.eml`.
    pub locator: String,
    /// Media type, sniffed from bytes and name: `text/plain`, `text/html`,
    /// `application/tei+xml`, `message/rfc822`; `application/octet-stream` where nothing fits.
    pub media_type: String,
    /// The bytes, whole.
    pub bytes: Vec<u8>,
}
