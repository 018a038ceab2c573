//! Files that an earlier run found and that are gone from the disk.

use crate::Error;
use depeche_source::{locator_of, path_of};
use depeche_store::{Archive, Batch};
use std::path::{Path, PathBuf};

/// Marks every recorded file under `paths` that is no longer there as missing; what was read out
/// of it stays. Gives how many were newly missing.
///
/// # Errors
/// When the record fails.
pub fn mark_missing(archive: &Archive, paths: &[PathBuf]) -> Result<u64, Error> {
    let store = archive.store()?;
    let mut batch = Batch::new(archive.store()?);
    let mut missing = 0;
    for path in paths {
        let root = locator_of(path);
        store.files::<Error>(&root, &mut |file| {
            if !file.missing && lies_under(&file.locator, &root) && is_gone(&path_of(&file.locator))
            {
                batch.set_missing(&file.locator, true)?;
                missing += 1;
            }
            Ok(())
        })?;
    }
    batch.commit()?;
    Ok(missing)
}

fn lies_under(locator: &str, root: &str) -> bool {
    let rest = locator.strip_prefix(root);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || root.is_empty())
}

/// Nothing at the path, not even a broken link. A folder that cannot be looked into says nothing.
fn is_gone(path: &Path) -> bool {
    let found = path.symlink_metadata();
    found.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_taken_for_another_that_starts_alike() {
        assert!(lies_under("leak/a.txt", "leak"));
        assert!(lies_under("leak", "leak"));
        assert!(!lies_under("leaked/a.txt", "leak"));
        assert!(lies_under("a.txt", ""));
    }
}
