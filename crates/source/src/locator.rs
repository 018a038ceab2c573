//! Locators: paths as text, reversibly.
//!
//! A locator is the path as it was given, its parts joined with `/` whatever the system writes.
//! What would be lost or would mislead is percent-encoded: bytes that are not UTF-8, control
//! characters, and a `!` that ends a folder's name (`!/` stands between an archive and what lies
//! in it). A `%` is encoded only where it would otherwise be read as one of these, so that names
//! such as `100%.txt` and `a%20b.html` stay as they are.

use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

/// The locator of a path; parts that are only `.` are dropped.
pub fn locator_of(path: &Path) -> String {
    let mut locator = String::new();
    for component in path.components() {
        match component {
            Component::Prefix(prefix) => push_name(&mut locator, &bytes_of(prefix.as_os_str())),
            Component::RootDir => locator.push('/'),
            Component::CurDir => {}
            Component::ParentDir => push_part(&mut locator, b".."),
            Component::Normal(name) => push_part(&mut locator, &bytes_of(name)),
        }
    }
    if locator.is_empty() {
        locator.push('.');
    }
    locator
}

/// The path that a locator of this system's own files stands for; the way back of
/// [`locator_of`]. Not for what lies inside an archive.
pub fn path_of(locator: &str) -> PathBuf {
    let bytes = locator.as_bytes();
    let mut path = Vec::with_capacity(bytes.len());
    let mut offset = 0;
    while offset < bytes.len() {
        match encoded_byte(&bytes[offset..]) {
            Some(byte) => {
                path.push(byte);
                offset += 3;
            }
            None => {
                path.push(bytes[offset]);
                offset += 1;
            }
        }
    }
    path_of_bytes(path)
}

fn push_part(locator: &mut String, name: &[u8]) {
    if locator.ends_with('!') {
        locator.pop();
        locator.push_str("%21");
    }
    if !locator.is_empty() && !locator.ends_with('/') {
        locator.push('/');
    }
    push_name(locator, name);
}

fn push_name(locator: &mut String, name: &[u8]) {
    let mut offset = 0;
    for chunk in name.utf8_chunks() {
        for character in chunk.valid().chars() {
            let misread = character == '%' && encoded_byte(&name[offset..]).is_some();
            if misread || character.is_ascii_control() {
                push_encoded(locator, character as u8);
            } else {
                locator.push(character);
            }
            offset += character.len_utf8();
        }
        for byte in chunk.invalid() {
            push_encoded(locator, *byte);
        }
        offset += chunk.invalid().len();
    }
}

fn push_encoded(locator: &mut String, byte: u8) {
    write!(locator, "%{byte:02X}").expect("a String takes all that is written to it");
}

/// The byte that `%XX` at the start of `bytes` stands for, where it is one that we encode.
fn encoded_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else {
        return None;
    };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let byte = (digit(high)? * 16 + digit(low)?) as u8;
    (byte.is_ascii_control() || !byte.is_ascii() || byte == b'%' || byte == b'!').then_some(byte)
}

#[cfg(unix)]
fn bytes_of(name: &std::ffi::OsStr) -> std::borrow::Cow<'_, [u8]> {
    use std::os::unix::ffi::OsStrExt;
    name.as_bytes().into()
}

#[cfg(not(unix))]
fn bytes_of(name: &std::ffi::OsStr) -> std::borrow::Cow<'_, [u8]> {
    name.to_string_lossy().into_owned().into_bytes().into()
}

#[cfg(unix)]
fn path_of_bytes(path: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(path).into()
}

#[cfg(not(unix))]
fn path_of_bytes(path: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&path).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_stay_as_they_are() {
        for path in [
            "leak/a b.txt",
            "/mnt/leak/.hidden",
            "../é/100%.txt",
            "a%20b.html",
        ] {
            assert_eq!(locator_of(Path::new(path)), path);
        }
        assert_eq!(locator_of(Path::new("./leak//a.txt")), "leak/a.txt");
        assert_eq!(locator_of(Path::new(".")), ".");
    }

    #[cfg(unix)]
    #[test]
    fn odd_names_are_encoded_and_lead_back() {
        use std::os::unix::ffi::OsStrExt;
        let check = |bytes: &[u8], locator: &str| {
            let path = Path::new(std::ffi::OsStr::from_bytes(bytes));
            assert_eq!(locator_of(path), locator);
            assert_eq!(path_of(locator), path);
        };
        check(b"caf\xe9.txt", "caf%E9.txt");
        check(b"caf%E9.txt", "caf%25E9.txt");
        check(b"%25", "%2525");
        check(b"%\xe9%%25", "%%E9%%2525");
        check(b"a\nb\x1b[1m", "a%0Ab%1B[1m");
        check(b"plan!/b!.txt", "plan%21/b!.txt");
        check(b"plan%21/b", "plan%2521/b");
    }
}
