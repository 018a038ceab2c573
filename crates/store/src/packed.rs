//! A document as it goes onto the disk: text, head and reading, each compressed once.
//!
//! Packing is pure, so that it runs beside the parsers; only writing is the writer's.

use crate::Error;
use crate::compression::{Content, compress, decompress};
use depeche_document::Document;
use depeche_statement::Reading;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A document ready to be written.
#[derive(Debug, Clone)]
pub struct Packed {
    pub(crate) document: Document,
    pub(crate) text: Vec<u8>,
    pub(crate) text_bytes: usize,
    pub(crate) head: Vec<u8>,
    pub(crate) reading: Option<PackedReading>,
}

#[derive(Debug, Clone)]
pub(crate) struct PackedReading {
    pub(crate) bytes: Vec<u8>,
    pub(crate) rows: ReadingRows,
}

/// What the tables hold of a reading.
#[derive(Debug, Clone)]
pub(crate) struct ReadingRows {
    /// Each statement with its event group.
    pub(crate) statements: Vec<(u64, u64)>,
    /// Each entity once.
    pub(crate) entities: Vec<u64>,
}

impl Packed {
    /// Packs a document and, where it was read, what was read out of it.
    pub fn new(mut document: Document, reading: Option<&Reading>) -> Packed {
        let text = std::mem::take(&mut document.text);
        let head = pack(&document);
        Packed {
            text: compress(text.as_bytes(), Content::Text),
            text_bytes: text.len(),
            head,
            reading: reading.map(PackedReading::new),
            document: Document { text, ..document },
        }
    }

    /// The head and the reading as they are before compression, to train a dictionary on.
    pub fn plain_parts(document: &Document, reading: Option<&Reading>) -> Vec<Vec<u8>> {
        let head = Document {
            text: String::new(),
            ..document.clone()
        };
        let mut parts = vec![serialize(&head)];
        parts.extend(reading.map(serialize));
        parts
    }

    /// The document, text included.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl PackedReading {
    fn new(reading: &Reading) -> PackedReading {
        PackedReading {
            bytes: pack(reading),
            rows: ReadingRows::of(reading),
        }
    }
}

impl ReadingRows {
    pub(crate) fn of(reading: &Reading) -> ReadingRows {
        let ids = reading.statements.iter();
        let mut entities: Vec<u64> = reading.entities.iter().map(|entity| entity.id.0).collect();
        entities.sort_unstable();
        entities.dedup();
        ReadingRows {
            statements: ids
                .map(|statement| (statement.id.0, reading.event_key(statement).0))
                .collect(),
            entities,
        }
    }
}

pub(crate) fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    compress(&serialize(value), Content::Packed)
}

fn serialize<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).expect("plain data always serializes into memory")
}

pub(crate) fn unpack<T: DeserializeOwned>(what: &str, bytes: &[u8]) -> Result<T, Error> {
    let bytes = decompress(what, bytes, Content::Packed)?;
    postcard::from_bytes(&bytes).map_err(|error| Error::damaged(what, error))
}

pub(crate) fn unpack_text(what: &str, bytes: &[u8]) -> Result<String, Error> {
    let bytes = decompress(what, bytes, Content::Text)?;
    String::from_utf8(bytes).map_err(|error| Error::damaged(what, error))
}
