//! Compression of what the record holds, with dictionaries made for it.
//!
//! A document is a few kilobytes: alone it hardly repeats itself, and a dictionary of what
//! such documents share makes it a quarter smaller (RFC 8878, section 5). The dictionaries were
//! trained on volumes of *Foreign Relations of the United States*, which are in the public domain;
//! `cargo xtask eval dictionary` makes them again. One that was shipped once stays for ever.

use crate::Error;
use std::cell::RefCell;
use std::sync::LazyLock;
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

/// Level 6 of zstd: a few per cent smaller than 3 at a third of its speed, still far from being
/// the slowest step.
const LEVEL: i32 = 6;

/// Nothing in the record unpacks to more than this, in bytes.
const UNPACKED_LIMIT: usize = 1 << 30;

/// What is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// Running text.
    Text,
    /// Heads, readings and problems, serialized.
    Packed,
}

const TEXT: &[u8] = include_bytes!("../dictionaries/text-1.dict");
const PACKED: &[u8] = include_bytes!("../dictionaries/packed-1.dict");

static ENCODERS: LazyLock<[EncoderDictionary<'static>; 2]> =
    LazyLock::new(|| [TEXT, PACKED].map(|bytes| EncoderDictionary::copy(bytes, LEVEL)));
static DECODERS: LazyLock<[DecoderDictionary<'static>; 2]> =
    LazyLock::new(|| [TEXT, PACKED].map(DecoderDictionary::copy));

pub(crate) fn compress(bytes: &[u8], content: Content) -> Vec<u8> {
    thread_local! {
        static COMPRESSORS: RefCell<[Compressor<'static>; 2]> = RefCell::new([0, 1].map(|index| {
            Compressor::with_prepared_dictionary(&ENCODERS[index]).expect("a dictionary of zstd's")
        }));
    }
    COMPRESSORS.with_borrow_mut(|compressors| {
        let compressed = compressors[content as usize].compress(bytes);
        compressed.expect("the output buffer is as large as zstd asks for")
    })
}

pub(crate) fn decompress(what: &str, bytes: &[u8], content: Content) -> Result<Vec<u8>, Error> {
    thread_local! {
        static DECOMPRESSORS: RefCell<[Decompressor<'static>; 2]> =
            RefCell::new([0, 1].map(|index| {
                Decompressor::with_prepared_dictionary(&DECODERS[index])
                    .expect("a dictionary of zstd's")
            }));
    }
    let declared = zstd::zstd_safe::get_frame_content_size(bytes)
        .ok()
        .flatten();
    let size = declared.map_or(UNPACKED_LIMIT, |size| (size as usize).min(UNPACKED_LIMIT));
    DECOMPRESSORS.with_borrow_mut(|decompressors| {
        let decompressed = decompressors[content as usize].decompress(bytes, size);
        decompressed.map_err(|error| Error::damaged(what, error))
    })
}
