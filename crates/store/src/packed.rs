//! A document as it goes onto the disk: text, head and reading, each compressed once.
//!
//! Packing is pure, so that it runs beside the parsers; only writing is the writer's.

use crate::Error;
use depeche_document::Document;
use depeche_statement::Reading;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;

/// Level 6 of zstd: a few per cent smaller than 3 at half its speed, still far from being the
/// slowest step.
const LEVEL: i32 = 6;

/// No document's text, head or reading unpacks to more than this, in bytes.
const UNPACKED_LIMIT: usize = 1 << 30;

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
    pub(crate) statements: Vec<(u64, u64)>,
    pub(crate) entities: Vec<u64>,
}

impl Packed {
    /// Packs a document and, where it was read, what was read out of it.
    pub fn new(mut document: Document, reading: Option<&Reading>) -> Packed {
        let text = std::mem::take(&mut document.text);
        let head = pack(&document);
        Packed {
            text: compress(text.as_bytes()),
            text_bytes: text.len(),
            head,
            reading: reading.map(PackedReading::new),
            document: Document { text, ..document },
        }
    }

    /// The document, text included.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl PackedReading {
    fn new(reading: &Reading) -> PackedReading {
        let ids = reading.statements.iter();
        let mut entities: Vec<u64> = reading.entities.iter().map(|entity| entity.id.0).collect();
        entities.sort_unstable();
        entities.dedup();
        PackedReading {
            bytes: pack(reading),
            statements: ids
                .map(|statement| (statement.id.0, reading.event_key(statement).0))
                .collect(),
            entities,
        }
    }
}

pub(crate) fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    compress(&postcard::to_stdvec(value).expect("plain data always serializes into memory"))
}

pub(crate) fn unpack<T: DeserializeOwned>(what: &str, bytes: &[u8]) -> Result<T, Error> {
    let bytes = decompress(what, bytes)?;
    postcard::from_bytes(&bytes).map_err(|error| Error::damaged(what, error))
}

pub(crate) fn unpack_text(what: &str, bytes: &[u8]) -> Result<String, Error> {
    String::from_utf8(decompress(what, bytes)?).map_err(|error| Error::damaged(what, error))
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    thread_local! {
        static COMPRESSOR: RefCell<zstd::bulk::Compressor<'static>> =
            RefCell::new(zstd::bulk::Compressor::new(LEVEL).expect("the level is one of zstd's"));
    }
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor
            .compress(bytes)
            .expect("the output buffer is as large as zstd asks for")
    })
}

fn decompress(what: &str, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    thread_local! {
        static DECOMPRESSOR: RefCell<zstd::bulk::Decompressor<'static>> =
            RefCell::new(zstd::bulk::Decompressor::new().expect("without a dictionary nothing fails"));
    }
    let declared = zstd::zstd_safe::get_frame_content_size(bytes)
        .ok()
        .flatten();
    let size = declared.map_or(UNPACKED_LIMIT, |size| (size as usize).min(UNPACKED_LIMIT));
    DECOMPRESSOR.with_borrow_mut(|decompressor| {
        decompressor
            .decompress(bytes, size)
            .map_err(|error| Error::damaged(what, error))
    })
}
