//! The project's own chores: `cargo xtask ci|eval NAME|bench NAME`.

use anyhow::{Context, bail};
use std::process::Command;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    match arguments.first().and_then(|first| first.to_str()) {
        Some("eval" | "bench") => cargo(
            &["run", "--release", "--quiet", "-p", "depeche-eval", "--"],
            &arguments[1..],
        ),
        _ => bail!("usage: cargo xtask eval NAME | bench NAME"),
    }
}

fn cargo(arguments: &[&str], rest: &[std::ffi::OsString]) -> anyhow::Result<()> {
    let status = Command::new("cargo")
        .args(arguments)
        .args(rest)
        .status()
        .context("start cargo")?;
    if !status.success() {
        bail!("cargo {} ended with {status}", arguments.join(" "));
    }
    Ok(())
}
