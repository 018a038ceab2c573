//! Where the gold sets lie: `corpora/` (unpacked, git-ignored) and `../shared/`.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("crates/eval lies two deep")
}

/// The folder of an unpacked set (`"frus"`), or `None`, said on stdout, where it is absent.
pub fn corpora(name: &str) -> Option<PathBuf> {
    present(root().join("corpora").join(name))
}

/// A path under `../shared`, or `None`, said on stdout, where it is absent.
pub fn shared(path: &str) -> Option<PathBuf> {
    present(root().join("../shared").join(path))
}

/// Where scores are written.
pub fn out() -> PathBuf {
    root().join("bench/out")
}

fn present(path: PathBuf) -> Option<PathBuf> {
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}
