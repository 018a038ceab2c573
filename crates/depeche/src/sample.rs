//! The bundled sample: an invented affair in some forty documents, built into the binary.

use anyhow::Context;
use include_dir::{Dir, include_dir};
use std::path::Path;

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../sample");

/// Writes the sample's files under `folder`, over what is there.
pub(crate) fn unpack(folder: &Path) -> anyhow::Result<()> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the demo puts its own files beside the archive"
    )]
    std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    SAMPLE
        .extract(folder)
        .with_context(|| format!("write the sample to {}", folder.display()))
}
