//! Licences and bans: every dependency may be shipped in an Apache-2.0 binary, and none of them
//! is a network client.

use anyhow::{Context, bail};
use serde_json::Value;
use std::process::Command;

/// SPDX licences that ask for no more than a notice, or (MPL-2.0) for the sources of the
/// crate itself, which are public.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that talk to a network, or that bring a second copy of what we have.
const BANNED: &[&str] = &[
    "curl",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "reqwest",
    "rustls",
    "ureq",
];

/// Checks every crate that the program is built from.
pub(crate) fn run() -> anyhow::Result<()> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .output()
        .context("start cargo metadata")?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("read cargo metadata")?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata names packages")?;
    let mut faults = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        if BANNED.contains(&name) {
            faults.push(format!("{name} is banned (see xtask/src/licences.rs)"));
        }
        let licence = package["license"].as_str().unwrap_or("none");
        if !allowed(licence) {
            faults.push(format!(
                "{name} has licence {licence}, which is not on the list"
            ));
        }
    }
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    println!(
        "{} crates, all licences allowed, none banned",
        packages.len()
    );
    Ok(())
}

/// Whether an SPDX expression leaves us an allowed choice: every part of an AND, one of an OR.
/// Nested parentheses are read from the outside in.
fn allowed(expression: &str) -> bool {
    let expression = expression.trim();
    if ALLOWED.contains(&expression) {
        return true;
    }
    for (operator, all) in [(" AND ", true), (" OR ", false), ("/", false)] {
        let parts = split_outside_parentheses(expression, operator);
        if parts.len() > 1 {
            let mut parts = parts.into_iter();
            return if all {
                parts.all(allowed)
            } else {
                parts.any(allowed)
            };
        }
    }
    expression
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .is_some_and(allowed)
}

fn split_outside_parentheses<'a>(expression: &'a str, operator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut offset) = (0, 0, 0);
    while let Some(byte) = expression.as_bytes().get(offset) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ if depth == 0 && expression[offset..].starts_with(operator) => {
                parts.push(&expression[start..offset]);
                offset += operator.len();
                start = offset;
                continue;
            }
            _ => {}
        }
        offset += 1;
    }
    parts.push(&expression[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_spdx_expressions() {
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "MIT/Apache-2.0",
        ] {
            assert!(allowed(good), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "(MIT OR Apache-2.0) AND AGPL-3.0",
            "none",
        ] {
            assert!(!allowed(bad), "{bad}");
        }
    }
}
