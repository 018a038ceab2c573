//! The transcripts in the documents are what the program prints: each is run and compared.
//!
//! A block of ```` ```console ```` holds commands after `$ ` and what they print. The blocks of one
//! document are run in order, in one folder with the sample in it. `UPDATE=1 cargo test` writes
//! them anew; the difference is to be read before it is committed.

use crate::{copy_sample, root, words};
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

#[test]
fn transcripts_are_what_is_printed() {
    let update = std::env::var("UPDATE").is_ok();
    for name in ["README.md", "docs/tutorial.md", "docs/how-it-reads.md"] {
        let path = root().join(name);
        let written = fs::read_to_string(&path).unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy_sample(&folder.path().join("sample"));
        let printed = with_transcripts(&written, folder.path());
        let differs = || {
            let lines = written.lines().zip(printed.lines());
            lines.into_iter().find(|(old, new)| !is_same(old, new))
        };
        let same = written.lines().count() == printed.lines().count() && differs().is_none();
        if update && !same {
            fs::write(&path, &printed).unwrap();
        }
        assert!(
            same || update,
            "{name} is not what is printed, first at {:?}; UPDATE=1 writes it anew",
            differs()
        );
    }
}

/// Sizes on disk are not the same in every run: threads cut the index in other pieces.
fn is_same(old: &str, new: &str) -> bool {
    let is_size = |line: &str| line.starts_with("archive ") && line.contains(" MB");
    old == new || is_size(old) && is_size(new)
}

/// The document with every transcript run again.
fn with_transcripts(document: &str, folder: &Path) -> String {
    let mut printed = String::new();
    let mut inside = false;
    for line in document.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        let command = line.strip_prefix("$ ");
        // What was printed before goes: it is printed again below each command.
        if inside && line != "```console" && command.is_none() {
            continue;
        }
        printed.push_str(line);
        printed.push('\n');
        if let Some(command) = command.filter(|_| inside) {
            printed.push_str(&run(command, folder));
        }
    }
    printed
}

/// What a command prints on either stream, in order.
fn run(command: &str, folder: &Path) -> String {
    let arguments = command
        .strip_prefix("cargo run --release -- ")
        .or(command.strip_prefix("depeche "))
        .unwrap_or_else(|| panic!("a transcript runs {command:?}"));
    let path = folder.join("printed");
    let file = File::create(&path).expect("the folder is there");
    let status = Command::new(env!("CARGO_BIN_EXE_depeche"))
        .args(words(arguments))
        .current_dir(folder)
        .env_remove("DEPECHE_ARCHIVE")
        .env("COLUMNS", "100")
        .stdout(file.try_clone().expect("a second handle"))
        .stderr(file)
        .status()
        .expect("the binary starts");
    assert!(status.code().is_some_and(|code| code < 3), "{command}");
    let printed = fs::read_to_string(&path).expect("it was written");
    let trimmed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    trimmed.iter().map(|line| format!("{line}\n")).collect()
}
