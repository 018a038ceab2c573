//! Reading one file whole, within the limits.
//!
//! The path may have changed since it was found: it is opened without following a link and
//! without waiting on a pipe, and what is open is looked at again before it is read.

use crate::walk::{not_a_file, unreadable};
use crate::{FoundFile, Item, ItemId, Limits, media_type};
use depeche_text::{Problem, Severity};
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::Path;

/// Opens a file that was found.
///
/// Refuses what is larger than the limit, also where it has grown since, what is no longer a
/// file, and what a Mac leaves beside files (told by their bytes, not by their names: a document
/// may be called anything). The error's severity says refused or failed.
pub fn open(found: &FoundFile, limits: &Limits) -> Result<Item, Problem> {
    if found.size_bytes > limits.item_size_bytes {
        return Err(too_large(&found.locator, limits));
    }
    let bytes = read(found, limits)?;
    let media_type = media_type(&bytes, &found.locator);
    if DROPPINGS.contains(&media_type.as_str()) {
        return Err(dropping(&found.locator));
    }
    Ok(Item {
        id: ItemId::of(&bytes),
        locator: found.locator.clone(),
        media_type,
        bytes,
    })
}

/// Folder settings and resource forks of a Mac.
const DROPPINGS: &[&str] = &["application/applefile", "application/x-apple-dsstore"];

fn read(found: &FoundFile, limits: &Limits) -> Result<Vec<u8>, Problem> {
    let failed = |error| unreadable(&found.locator, &error);
    let file = open_without_waiting(&found.path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(not_a_file(&found.locator, metadata.file_type()));
    }
    if metadata.len() > limits.item_size_bytes {
        return Err(too_large(&found.locator, limits));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    // One byte more than allowed tells that there is more.
    let mut bounded = file.take(limits.item_size_bytes.saturating_add(1));
    bounded.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limits.item_size_bytes {
        return Err(too_large(&found.locator, limits));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open_without_waiting(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK | libc::O_NOCTTY)
        .open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

fn too_large(locator: &str, limits: &Limits) -> Problem {
    let message = format!("{locator} is larger than {} bytes", limits.item_size_bytes);
    Problem::new("source/too-large", Severity::Refused, message)
        .hint("split it, or raise the limit item_size_bytes")
}

fn dropping(locator: &str) -> Problem {
    let message = format!("{locator} is a Mac's own note on a file or folder, not a document");
    Problem::new("source/dropping", Severity::Refused, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Found, walk};
    use std::fs;

    fn found(path: &Path) -> FoundFile {
        match walk(&[path], &Limits::default()).next() {
            Some(Found::File(file)) => file,
            other => panic!("{} is no file: {other:?}", path.display()),
        }
    }

    fn code(result: Result<Item, Problem>) -> String {
        match result {
            Ok(item) => item.media_type,
            Err(problem) => problem.code,
        }
    }

    #[test]
    fn an_item_has_the_hash_of_its_bytes_whatever_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
        fs::write(&first, "The envoy left.").unwrap();
        fs::write(&second, "The envoy left.").unwrap();
        let limits = Limits::default();
        let [first, second] = [&first, &second].map(|path| open(&found(path), &limits).unwrap());
        assert_eq!(first.id, second.id);
        assert_eq!(first.id, ItemId::of(b"The envoy left."));
        assert_ne!(first.locator, second.locator);
        assert_eq!(first.media_type, "text/plain");
    }

    #[test]
    fn the_size_limit_holds_also_for_a_file_that_grew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let limits = Limits {
            item_size_bytes: 4,
            ..Limits::default()
        };
        fs::write(&path, "four").unwrap();
        let before = found(&path);
        assert_eq!(code(open(&before, &limits)), "text/plain");
        fs::write(&path, "fives").unwrap();
        assert_eq!(code(open(&before, &limits)), "source/too-large");
        assert_eq!(code(open(&found(&path), &limits)), "source/too-large");
    }

    #[test]
    fn what_vanished_failed_and_a_macs_droppings_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("._a.txt");
        let limits = Limits::default();
        fs::write(&path, b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X").unwrap();
        assert_eq!(code(open(&found(&path), &limits)), "source/dropping");
        fs::write(&path, "A note whose name begins so.").unwrap();
        let before = found(&path);
        assert_eq!(code(open(&before, &limits)), "text/plain");
        fs::remove_file(&path).unwrap();
        assert_eq!(code(open(&before, &limits)), "source/not-found");
    }

    #[cfg(unix)]
    #[test]
    fn a_given_link_is_opened_where_it_points() {
        let folder = tempfile::tempdir().unwrap();
        let [path, link] = ["a.txt", "link"].map(|name| folder.path().join(name));
        fs::write(&path, "The envoy left.").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let item = open(&found(&link), &Limits::default()).unwrap();
        assert!(item.locator.ends_with("/link"));
        // A file that has become a link since is not followed.
        let other = folder.path().join("b.txt");
        fs::write(&other, "The envoy stayed.").unwrap();
        let before = found(&other);
        fs::remove_file(&other).unwrap();
        std::os::unix::fs::symlink(&path, &other).unwrap();
        assert_eq!(code(open(&before, &Limits::default())), "source/unreadable");
    }
}
