//! The project's own chores: `cargo xtask ci | licences | model | eval NAME | bench NAME`.
#![expect(clippy::print_stdout, reason = "a chore says what it does")]

mod ci;
mod licences;
mod model;
#[cfg(test)]
mod tidy;

use anyhow::{Context, bail};
use std::ffi::OsString;
use std::process::Command;

const USAGE: &str = "usage: cargo xtask ci | licences | model [--stock] | eval NAME… | bench NAME…";

/// What runs scores and benchmarks.
const HARNESS: &[&str] = &["run", "--release", "--quiet", "-p", "depeche-eval", "--"];

fn main() -> anyhow::Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((chore, rest)) = arguments.split_first() else {
        bail!(USAGE)
    };
    match chore.to_str() {
        Some("ci") => ci::run(),
        Some("licences") => licences::run(),
        Some("model") => model::run(rest.iter().any(|flag| flag == "--stock")),
        Some(kind @ ("eval" | "bench")) => cargo(&[HARNESS, &[kind]].concat(), rest),
        _ => bail!(USAGE),
    }
}

/// Runs cargo and fails when it does.
fn cargo(arguments: &[&str], rest: &[OsString]) -> anyhow::Result<()> {
    call(Command::new("cargo").args(arguments).args(rest))
}

/// Runs a command and fails when it does.
fn call(command: &mut Command) -> anyhow::Result<()> {
    let program = command.get_program().to_owned();
    let status = command
        .status()
        .with_context(|| format!("start {}", program.display()))?;
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(())
}
