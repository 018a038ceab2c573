//! From the bytes of a page to its characters.
//!
//! A byte order mark wins; then bytes that are valid UTF-8 are UTF-8 whatever the page claims;
//! then what its `meta` element claims; then what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// How far into a page its charset is looked for.
const PRESCAN_BYTES: usize = 4 << 10;
/// How much of a page is shown to the detector.
const DETECTED_BYTES: usize = 64 << 10;

/// The characters of a page, and whether some bytes were none.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !looks_wide(bytes)
    {
        return (Cow::Borrowed(text), false);
    }
    encoding_of(bytes).decode_without_bom_handling(bytes)
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if looks_wide(bytes) {
        return if bytes[0] == 0 { UTF_16BE } else { UTF_16LE };
    }
    let declared = declared(&bytes[..bytes.len().min(PRESCAN_BYTES)]);
    match declared {
        Some(encoding) if encoding != UTF_8 => encoding,
        Some(_) if is_mostly_utf8(bytes) => UTF_8,
        _ => detected(bytes),
    }
}

/// Whether every second byte of the beginning is zero: UTF-16 without a mark.
fn looks_wide(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    start.len() >= 8 && (zeros(0) * 4 > start.len()) != (zeros(1) * 4 > start.len())
}

/// The label after `charset=` in the head.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let lower = head.to_ascii_lowercase();
    let mut finds = memchr::memmem::find_iter(&lower, b"charset")
        .chain(memchr::memmem::find_iter(&lower, b"encoding"));
    finds.find_map(|place| {
        let rest = &lower[place..];
        let equals = rest.iter().take(12).position(|byte| *byte == b'=')?;
        let is_label =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
        let label: Vec<u8> = rest[equals + 1..]
            .iter()
            .copied()
            .skip_while(|byte| matches!(byte, b' ' | b'"' | b'\''))
            .take_while(is_label)
            .take(40)
            .collect();
        let encoding = Encoding::for_label(&label)?;
        // A page whose label can be read byte by byte is not UTF-16.
        Some(if encoding == UTF_16LE || encoding == UTF_16BE {
            UTF_8
        } else {
            encoding
        })
    })
}

/// Whether few of the bytes beyond ASCII are broken: a cut or spliced UTF-8 page.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|character| !character.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad <= good
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let start = &bytes[..bytes.len().min(DETECTED_BYTES)];
    detector.feed(start, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn reads_marked_declared_and_guessed_pages() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(decode(bytes).0, expected);
        check("\u{feff}né".as_bytes(), "né");
        check(b"\xff\xfen\0\xe9\0", "né");
        check(
            b"<meta charset=iso-8859-1>n\xe9",
            "<meta charset=iso-8859-1>né",
        );
        check(
            b"<meta charset=\"windows-1251\">\xcc\xe8\xf0",
            "<meta charset=\"windows-1251\">Мир",
        );
        check(
            "<meta charset=iso-8859-1>né".as_bytes(),
            "<meta charset=iso-8859-1>né",
        );
        check(b"<\0p\0>\0a\0b\0c\0d\0", "<p>abcd");
    }
}
