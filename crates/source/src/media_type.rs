//! Media types, told from the first bytes and the name.
//!
//! Bytes go before names: a name only decides between what the bytes allow (which Office format
//! a zip is, whether header lines are a mail). Only the first 8 KiB are looked at, so an oddity
//! further down is the format's to report. No claim of the type is taken from elsewhere.

mod head;
mod mail;
mod markup;
mod signature;

use head::Head;

const HEAD_SIZE_BYTES: usize = 8 << 10;

/// The media type of these bytes under this name; `application/octet-stream` where nothing fits,
/// `application/x-empty` where there are none. Any text that is nothing more special is
/// `text/plain`.
pub fn media_type(bytes: &[u8], name: &str) -> String {
    if bytes.is_empty() {
        return "application/x-empty".to_owned();
    }
    let bytes = &bytes[..bytes.len().min(HEAD_SIZE_BYTES)];
    let extension = extension(name);
    let found = signature::media_type(bytes, &extension).or_else(|| {
        let head = Head::decode(bytes)?;
        Some(text_type(&head.text, &extension))
    });
    found.unwrap_or("application/octet-stream").to_owned()
}

fn text_type(text: &str, extension: &str) -> &'static str {
    markup::media_type(text, extension)
        .or_else(|| mail::media_type(text, extension))
        .unwrap_or("text/plain")
}

/// What follows the last dot of a name, in lower case; empty where there is none.
fn extension(name: &str) -> String {
    let file_name = name.rsplit('/').next().unwrap_or(name);
    match file_name.rsplit_once('.') {
        Some((_, extension)) => extension.to_ascii_lowercase(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
