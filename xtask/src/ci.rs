//! What CI checks beside `cargo test`: formatting, lints, documentation, licences.

use crate::{cargo, licences};
use std::process::Command;

/// Runs every check, stopping at the first that fails.
pub(crate) fn run() -> anyhow::Result<()> {
    println!("formatting");
    cargo(&["fmt", "--all", "--check"], &[])?;
    println!("lints");
    cargo(
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ],
        &[],
    )?;
    println!("documentation");
    let mut doc = Command::new("cargo");
    doc.args([
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
        "--quiet",
    ]);
    let status = doc.env("RUSTDOCFLAGS", "-D warnings").status()?;
    anyhow::ensure!(status.success(), "cargo doc ended with {status}");
    println!("licences");
    licences::run()
}
