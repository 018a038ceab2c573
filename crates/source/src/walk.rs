//! Listing what lies under the given paths, folder by folder, in sorted order.
//!
//! Nothing is opened and no link is followed, except a path that was itself given. Memory grows
//! with the longest chain of folders, not with the tree. A folder that is swapped for a link
//! between its listing and its opening would be followed: the tree is not locked.

use crate::{Limits, locator_of};
use depeche_text::{Problem, Severity};
use std::fs::{self, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What tells that a file has not changed since it was last read: compared, never shown as a
/// date of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Last change of the content, nanoseconds since 1970.
    pub modified_ns: i64,
    /// Last change of content or attributes, nanoseconds since 1970; 0 where the system has none.
    pub changed_ns: i64,
    /// The file's number on its device; 0 where the system has none.
    pub inode: u64,
}

/// A regular file, not opened yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// Where to open it; for a given path that is a link, what it points to.
    pub path: PathBuf,
    /// The path as given, as text; see [`locator_of`].
    pub locator: String,
    /// Its size when it was found.
    pub size_bytes: u64,
    /// To tell whether it has changed.
    pub stamp: Stamp,
}

/// One path met on the walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file to open.
    File(FoundFile),
    /// Something that is not opened, with the reason; refused or failed by its severity.
    Unread {
        /// The path as given, as text.
        locator: String,
        /// Why.
        problem: Problem,
    },
}

/// Lists the files under `paths`. The paths are sorted first, and one that is given twice or
/// lies below another is visited once, so that the order of the arguments does not matter.
pub fn walk<P: AsRef<Path>>(paths: &[P], limits: &Limits) -> Walk {
    let mut roots: Vec<PathBuf> = paths.iter().map(|path| plain(path.as_ref())).collect();
    roots.sort();
    // Sorted by parts, a folder stands directly before what lies below it.
    roots.dedup_by(|below, above| below.starts_with(above));
    roots.reverse();
    let folder_depth = limits.folder_depth as usize;
    Walk {
        roots,
        folders: Vec::new(),
        folder_depth,
    }
}

/// Without parts that are only `.`: `./leak` is `leak`.
fn plain(path: &Path) -> PathBuf {
    let plain: PathBuf = path
        .components()
        .filter(|part| part.as_os_str() != ".")
        .collect();
    match plain.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => plain,
    }
}

/// The walk under way; see [`walk`].
#[derive(Debug)]
pub struct Walk {
    /// Given paths, last first.
    roots: Vec<PathBuf>,
    /// For each open folder, what is left of it, last first.
    folders: Vec<Vec<PathBuf>>,
    folder_depth: usize,
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            while self.folders.last().is_some_and(Vec::is_empty) {
                self.folders.pop();
            }
            let found = match self.folders.last_mut().and_then(Vec::pop) {
                Some(path) => {
                    let metadata = fs::symlink_metadata(&path);
                    self.visit(path, metadata)
                }
                None => self.visit_root()?,
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

impl Walk {
    /// Who names a link means what it points to.
    fn visit_root(&mut self) -> Option<Option<Found>> {
        let root = self.roots.pop()?;
        let found = match fs::metadata(&root) {
            Ok(metadata) if metadata.is_file() => match root.canonicalize() {
                Ok(path) => Some(Found::File(found_file(path, &root, &metadata))),
                Err(error) => Some(unread(&root, |locator| unreadable(locator, &error))),
            },
            metadata => self.visit(root, metadata),
        };
        Some(found)
    }

    fn visit(&mut self, path: PathBuf, metadata: io::Result<Metadata>) -> Option<Found> {
        match metadata {
            Err(error) => Some(unread(&path, |locator| unreadable(locator, &error))),
            Ok(metadata) if metadata.is_dir() => self.enter(path),
            Ok(metadata) if metadata.is_file() => {
                Some(Found::File(found_file(path.clone(), &path, &metadata)))
            }
            Ok(metadata) => {
                let file_type = metadata.file_type();
                Some(unread(&path, |locator| not_a_file(locator, file_type)))
            }
        }
    }

    fn enter(&mut self, folder: PathBuf) -> Option<Found> {
        if self.folders.len() > self.folder_depth {
            return Some(unread(&folder, |locator| {
                too_deep(locator, self.folder_depth)
            }));
        }
        match list(&folder) {
            Err(error) => Some(unread(&folder, |locator| unreadable(locator, &error))),
            Ok(paths) => {
                self.folders.push(paths);
                None
            }
        }
    }
}

/// What lies directly in a folder, last first.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        // Joined to the plain name, `.` would come back as `./name`.
        paths.push(plain(&entry?.path()));
    }
    paths.sort_unstable_by(|a, b| b.cmp(a));
    Ok(paths)
}

fn found_file(path: PathBuf, given: &Path, metadata: &Metadata) -> FoundFile {
    FoundFile {
        path,
        locator: locator_of(given),
        size_bytes: metadata.len(),
        stamp: stamp(metadata),
    }
}

#[cfg(unix)]
fn stamp(metadata: &Metadata) -> Stamp {
    use std::os::unix::fs::MetadataExt;
    let nanoseconds = |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000) + rest;
    Stamp {
        modified_ns: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
        changed_ns: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
        inode: metadata.ino(),
    }
}

#[cfg(not(unix))]
fn stamp(metadata: &Metadata) -> Stamp {
    let since_1970 = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    Stamp {
        modified_ns: since_1970.map_or(0, |duration| duration.as_nanos() as i64),
        changed_ns: 0,
        inode: 0,
    }
}

fn unread(path: &Path, problem: impl FnOnce(&str) -> Problem) -> Found {
    let locator = locator_of(path);
    let problem = problem(&locator);
    Found::Unread { locator, problem }
}

pub(crate) fn unreadable(locator: &str, error: &io::Error) -> Problem {
    let (code, hint) = match error.kind() {
        io::ErrorKind::NotFound => ("source/not-found", "check the path"),
        io::ErrorKind::PermissionDenied => (
            "source/no-permission",
            "give yourself the right to read it, or run as its owner",
        ),
        _ => ("source/unreadable", ""),
    };
    let message = format!("{locator} could not be opened: {error}");
    Problem::new(code, Severity::Failed, message).hint(hint)
}

pub(crate) fn not_a_file(locator: &str, file_type: FileType) -> Problem {
    if file_type.is_symlink() {
        let message = format!("{locator} is a symbolic link, which is not followed");
        return Problem::new("source/symlink", Severity::Refused, message)
            .hint("add what it points to by its own path");
    }
    let message = format!("{locator} is a pipe, socket or device, not a file");
    Problem::new("source/special-file", Severity::Refused, message)
}

fn too_deep(locator: &str, folder_depth: usize) -> Problem {
    let message = format!("{locator} lies more than {folder_depth} folders deep");
    Problem::new("source/too-deep", Severity::Refused, message)
        .hint("add the folder by its own path, or raise the limit folder_depth")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(found: &Found, root: &Path) -> String {
        let root = format!("{}/", root.display());
        match found {
            Found::File(file) => file.locator.replace(&root, ""),
            Found::Unread { locator, problem } => {
                format!("{} {}", locator.replace(&root, ""), problem.code)
            }
        }
    }

    fn check(root: &Path, limits: &Limits, expected: &[&str]) {
        let found: Vec<String> = walk(&[root], limits)
            .map(|found| shown(&found, root))
            .collect();
        assert_eq!(found, expected);
    }

    fn folder_of(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        folder
    }

    #[test]
    fn files_come_sorted_with_hidden_ones() {
        let folder = folder_of(&["b/2.txt", "b/1.txt", "a.txt", ".hidden", "b/c/deep"]);
        let expected = [".hidden", "a.txt", "b/1.txt", "b/2.txt", "b/c/deep"];
        check(folder.path(), &Limits::default(), &expected);
    }

    #[test]
    fn a_folder_below_the_limit_is_refused() {
        let folder = folder_of(&["a/b/c/d.txt", "a/b/e.txt"]);
        let limits = Limits {
            folder_depth: 2,
            ..Limits::default()
        };
        check(
            folder.path(),
            &limits,
            &["a/b/c source/too-deep", "a/b/e.txt"],
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_and_special_files_are_refused_and_loops_end() {
        let folder = folder_of(&["a/b.txt"]);
        let link = |name: &str, to: &str| {
            std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
        };
        link("a/loop", "..");
        link("passwords", "/etc/passwd");
        link("zero", "/dev/zero");
        link("dangling", "nowhere");
        std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
        let expected = [
            "a/b.txt",
            "a/loop source/symlink",
            "dangling source/symlink",
            "passwords source/symlink",
            "socket source/special-file",
            "zero source/symlink",
        ];
        check(folder.path(), &Limits::default(), &expected);
        // Given by name, the link is what it points to.
        let loop_path = folder.path().join("a/loop");
        let count = walk(&[&loop_path], &Limits::default()).count();
        assert_eq!(count, expected.len());
    }

    #[test]
    fn paths_given_twice_or_inside_each_other_are_visited_once() {
        let folder = folder_of(&["a/1", "a-b", "b"]);
        let path = |name: &str| folder.path().join(name);
        let paths = [
            path("b"),
            path("a/1"),
            path("a"),
            path("."),
            path("b"),
            path("none"),
        ];
        let found: Vec<Found> = walk(&paths[..3], &Limits::default()).collect();
        assert_eq!(found.len(), 2);
        assert_eq!(walk(&paths[..5], &Limits::default()).count(), 3);
        let missing: Vec<Found> = walk(&paths[5..], &Limits::default()).collect();
        assert_eq!(shown(&missing[0], folder.path()), "none source/not-found");
    }
}
