//! The first bytes as text, where they are text.
//!
//! Good enough to look for markup and header lines, not to be read: letters above ASCII may come
//! out wrong. The decoding that is read is the format's.

/// The start of a text.
pub(super) struct Head {
    /// Without byte order mark.
    pub(super) text: String,
}

impl Head {
    /// The text of these first bytes, or `None` where they are no text.
    pub(super) fn decode(bytes: &[u8]) -> Option<Head> {
        let text = match bytes {
            [0xff, 0xfe, 0, 0, rest @ ..] => utf_32(rest, u32::from_le_bytes),
            [0, 0, 0xfe, 0xff, rest @ ..] => utf_32(rest, u32::from_be_bytes),
            [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
            [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
            [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
            _ => match zeros_at(bytes) {
                [even, odd] if odd >= 0.4 && even < 0.05 => utf_16(bytes, u16::from_le_bytes),
                [even, odd] if even >= 0.4 && odd < 0.05 => utf_16(bytes, u16::from_be_bytes),
                _ => String::from_utf8_lossy(bytes).into_owned(),
            },
        };
        is_text(&text).then_some(Head { text })
    }
}

/// The share of zero bytes at even and at odd offsets.
fn zeros_at(bytes: &[u8]) -> [f64; 2] {
    let half = (bytes.len() / 2).max(1) as f64;
    [0, 1].map(|parity| {
        let bytes = bytes.iter().skip(parity).step_by(2);
        bytes.filter(|byte| **byte == 0).count() as f64 / half
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units)
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn utf_32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> String {
    let units = bytes.as_chunks::<4>().0.iter().map(|four| unit(*four));
    units
        .map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Text has few control characters: a stray zero or escape among words is still text.
fn is_text(text: &str) -> bool {
    let text = text.trim_end_matches('\0');
    let character_count = text.chars().count();
    let odd = |character: &char| {
        character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\x0c' | '\x1b')
    };
    let odd_count = text.chars().filter(odd).count();
    let allowed_count = (character_count / 20).max(usize::from(text.is_ascii()));
    odd_count <= allowed_count && mostly_decoded(text, character_count)
}

/// Legacy code pages do not decode as UTF-8; bytes that neither decode nor go without zeros are
/// no text.
fn mostly_decoded(text: &str, character_count: usize) -> bool {
    let lost_count = text
        .chars()
        .filter(|c| *c == char::REPLACEMENT_CHARACTER)
        .count();
    lost_count <= character_count / 20 || !text.contains('\0')
}
