//! Reading the parts of something that is a folder: a trained pipeline.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of a file in a folder by its relative path, `/` between its parts; `None` where there
/// is none, it cannot be read, it is larger than `limit_bytes`, or the path leads out of the
/// folder.
pub fn read_in_folder(folder: &Path, relative: &str, limit_bytes: u64) -> Option<Vec<u8>> {
    let leads_out = |part: &str| matches!(part, "" | "." | "..") || part.contains(['\\', ':']);
    if relative.split('/').any(leads_out) {
        return None;
    }
    let file = File::open(folder.join(relative)).ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() || metadata.len() > limit_bytes {
        return None;
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let mut bounded = file.take(limit_bytes.saturating_add(1));
    bounded.read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= limit_bytes).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_the_folder_and_under_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("inside");
        std::fs::create_dir_all(inside.join("ner")).unwrap();
        std::fs::write(inside.join("ner/model"), b"four").unwrap();
        std::fs::write(folder.path().join("outside"), b"four").unwrap();
        assert_eq!(
            read_in_folder(&inside, "ner/model", 4).as_deref(),
            Some(&b"four"[..])
        );
        for (relative, limit) in [("ner/model", 3), ("../outside", 9), ("ner", 9), ("none", 9)] {
            assert_eq!(read_in_folder(&inside, relative, limit), None, "{relative}");
        }
    }
}
