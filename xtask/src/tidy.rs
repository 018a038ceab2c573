//! Tidy, as a test: the house's rules that can be checked by reading the files git tracks.
#![expect(clippy::disallowed_methods, reason = "tidy reads the repository")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The road and what lies beside it: a crate may use only crates that stand before it.
const ORDER: &[&str] = &[
    "text",
    "time",
    "cable",
    "kernel",
    "language",
    "source",
    "document",
    "annotate",
    "statement",
    "store",
    "index",
    "search",
    "view",
    "pipeline",
    "depeche",
    "eval",
];

const BANNED_STEMS: &[&str] = &[
    "utils", "util", "helpers", "common", "misc", "manager", "mod",
];

/// Files that may be larger than 500 kB.
const LARGE: &[&str] = &["crates/language/model/english.bin"];

/// Source files that may have more than 700 lines without their tests, with the reason.
const LONG: &[(&str, &str)] = &[];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies one deep")
}

/// Files that git tracks or would track, relative to the root; empty outside a checkout.
fn files() -> Vec<PathBuf> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    let Ok(output) = output else {
        return Vec::new();
    };
    let listed = String::from_utf8_lossy(&output.stdout);
    let paths: BTreeSet<PathBuf> = listed.lines().map(PathBuf::from).collect();
    paths
        .into_iter()
        .filter(|path| root().join(path).is_file())
        .collect()
}

fn sources() -> Vec<(PathBuf, String)> {
    let rust = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(root().join(&path)).expect("git lists what is there");
        (path, text)
    };
    files().into_iter().filter(rust).map(read).collect()
}

fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_stage_knows_a_later_one() {
    let mut faults = Vec::new();
    for (place, name) in ORDER.iter().enumerate() {
        let manifest = root().join("crates").join(name).join("Cargo.toml");
        let manifest = std::fs::read_to_string(manifest).expect("every crate has a manifest");
        for other in manifest
            .lines()
            .filter_map(|line| line.strip_prefix("depeche-"))
        {
            let other = other.split(['.', ' ']).next().unwrap_or_default();
            let known = ORDER.iter().position(|known| *known == other);
            if known.is_none_or(|known| known >= place) {
                faults.push(format!(
                    "{name} uses {other}, which does not stand before it"
                ));
            }
        }
    }
    for entry in std::fs::read_dir(root().join("crates"))
        .expect("crates/ is there")
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !ORDER.contains(&name.as_str()) {
            faults.push(format!("crates/{name} has no place in the order"));
        }
    }
    report(faults);
}

#[test]
fn every_source_file_opens_with_what_it_is() {
    let silent = sources().into_iter().filter(|(path, text)| {
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests")
            || path.components().any(|part| part.as_os_str() == "tests");
        !is_test && !text.starts_with("//!")
    });
    report(
        silent
            .map(|(path, _)| format!("{} has no //! header", path.display()))
            .collect(),
    );
}

#[test]
fn names_say_what_a_file_holds() {
    let banned = sources().into_iter().filter(|(path, _)| {
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        BANNED_STEMS.contains(&stem.as_str())
    });
    report(
        banned
            .map(|(path, _)| format!("{}: a banned name", path.display()))
            .collect(),
    );
}

#[test]
fn no_file_is_large() {
    let large = files().into_iter().filter(|path| {
        let size = std::fs::metadata(root().join(path)).map_or(0, |metadata| metadata.len());
        size > 500_000 && !LARGE.iter().any(|large| path.ends_with(large))
    });
    report(
        large
            .map(|path| format!("{} is over 500 kB", path.display()))
            .collect(),
    );
}

#[test]
fn files_stay_short() {
    let mut lengths = Vec::new();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        let own = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        let length = own.lines().count();
        lengths.push(length);
        let excused = LONG.iter().any(|(long, _)| path.ends_with(long));
        if length > 700 && !excused {
            faults.push(format!(
                "{} has {length} lines without its tests",
                path.display()
            ));
        }
    }
    lengths.sort_unstable();
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    if median > 170 {
        faults.push(format!(
            "the median file has {median} lines; the budget is 170"
        ));
    }
    report(faults);
}

#[test]
fn one_test_binary_a_crate_and_none_skipped() {
    let mut faults = Vec::new();
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the root manifest");
    if manifest.contains("default-members") {
        faults.push("default-members would make `cargo test` skip crates".to_owned());
    }
    for name in ORDER {
        let folder = root().join("crates").join(name);
        let tests = std::fs::read_dir(folder.join("tests"))
            .into_iter()
            .flatten()
            .flatten();
        let rust = tests.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
        let count = rust.count();
        if count > 1 {
            faults.push(format!(
                "crates/{name}/tests has {count} test binaries; one is enough"
            ));
        }
        let prefix = Path::new("crates").join(name);
        let tested = sources()
            .iter()
            .any(|(path, text)| path.starts_with(&prefix) && text.contains("#[test]"));
        if !tested {
            faults.push(format!("crates/{name} has no test"));
        }
    }
    report(faults);
}

/// Words in backticks that look like a path or a crate of ours must exist.
#[test]
fn architecture_names_what_is_there() {
    let path = root().join("ARCHITECTURE.md");
    let text = std::fs::read_to_string(path).expect("ARCHITECTURE.md is there");
    let mut faults = Vec::new();
    for word in text.split('`').skip(1).step_by(2) {
        let is_path = word.contains('/') && !word.contains([' ', '…', '*', '<', ':', '!']);
        if is_path && !root().join(word.trim_end_matches('/')).exists() {
            faults.push(format!(
                "ARCHITECTURE.md names `{word}`, which is not there"
            ));
        }
    }
    for name in ORDER {
        if !text.contains(&format!("`crates/{name}`")) {
            faults.push(format!("ARCHITECTURE.md does not name `crates/{name}`"));
        }
    }
    report(faults);
}

#[test]
fn every_command_is_in_the_readme_or_the_reference() {
    let documents = ["README.md", "docs/commands.md"]
        .map(|path| std::fs::read_to_string(root().join(path)).unwrap_or_default());
    let commands = root().join("crates/depeche/src/commands");
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(commands)
        .expect("the commands' folder")
        .flatten()
    {
        let stem = entry
            .path()
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let name = format!("depeche {}", stem.replace('_', "-"));
        if !documents.iter().any(|document| document.contains(&name)) {
            faults.push(format!(
                "`{name}` is in neither README.md nor docs/commands.md"
            ));
        }
    }
    report(faults);
}
