//! Attachments: which of them are read, and by what.
//!
//! An attachment is read as a file of its own would be: its type is told from its bytes. What is
//! no text, no markup and no mail is named, with its type and size, and left.

use super::part::Part;
use crate::formats::{FORMATS, Format};

/// How much of a part its type is told from.
const HEAD_BYTES: usize = 16 << 10;

/// Texts that are no reading matter: appointments, visiting cards, code.
const NO_READING: &[&str] = &[
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/css",
    "text/javascript",
    "text/rtf",
    "text/x-amp-html",
];

/// Endings of names under which nameless types are text.
const TEXT_ENDINGS: &[&str] = &[
    "txt", "text", "asc", "log", "md", "csv", "tsv", "eml", "htm", "html", "xml",
];

/// What an attachment is read with.
pub(super) enum Reader {
    /// As a message of its own.
    Message,
    /// By the format of its media type.
    Format(&'static dyn Format, String),
}

/// How an attachment is read; `None` where it is not.
pub(super) fn reader(part: &Part) -> Option<Reader> {
    let declared = part.media.as_str();
    if matches!(declared, "message/rfc822" | "message/global") {
        return Some(Reader::Message);
    }
    let bytes = part.bytes();
    let name = part.name.as_deref().unwrap_or_default();
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let mut media_type = depeche_source::media_type(head, name);
    if media_type == "text/plain" {
        if !is_text(declared, name) {
            return None;
        }
        if format(declared).is_some() {
            media_type = declared.to_owned();
        }
    }
    match media_type.as_str() {
        "message/rfc822" => Some(Reader::Message),
        _ => format(&media_type).map(|format| Reader::Format(format, media_type)),
    }
}

fn format(media_type: &str) -> Option<&'static dyn Format> {
    let mut formats = FORMATS.iter().copied();
    formats.find(|format| format.media_types().contains(&media_type))
}

/// Whether bytes that could be text are meant to be.
fn is_text(declared: &str, name: &str) -> bool {
    let ending = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match declared {
        "application/octet-stream" => TEXT_ENDINGS.contains(&ending.as_str()),
        "message/delivery-status" | "message/disposition-notification" => true,
        _ => declared.starts_with("text/") && !NO_READING.contains(&declared),
    }
}

/// An attachment in words: its name, its type, its size.
pub(super) fn describe(part: &Part) -> String {
    let name = match &part.name {
        Some(name) => format!("\"{name}\""),
        None => format!("in part {}", part.number),
    };
    format!("{name} ({}, {} bytes)", part.media, part.bytes().len())
}
