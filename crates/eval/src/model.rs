//! The bundled model: a pipeline's folder made into one file.
//!
//! `cargo xtask model` fetches the pipeline and runs this; `depeche-eval eval model FOLDER` makes
//! it from a folder that is there. The texts of the bundled sample show how great numbers get.

use anyhow::Context;
use depeche_document::parse;
use depeche_language::Pipeline;
use depeche_source::{Found, Limits, open, read_in_folder, walk};
use std::path::Path;

/// Where the program takes it from.
const MODEL: &str = "crates/language/model/english.bin";

/// A pipeline's largest file that is read, in bytes.
const LARGEST_PART: u64 = 1 << 30;

/// Packs the pipeline in the folder that is named and prints size and digest.
///
/// # Errors
/// When the folder is no pipeline's, or the file cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let (folder, path) = match arguments {
        [folder] => (folder, MODEL),
        [folder, path] => (folder, path.as_str()),
        _ => anyhow::bail!("name a pipeline's folder, and a file to write where it is another"),
    };
    let texts = sample();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut file = |path: &str| read_in_folder(Path::new(folder), path, LARGEST_PART);
    let bytes = Pipeline::pack(&mut file, &texts).with_context(|| folder.clone())?;
    std::fs::write(path, &bytes).with_context(|| path.to_owned())?;
    let digest = depeche_source::ItemId::of(&bytes);
    println!("{path}: {} bytes, BLAKE3 {digest}", bytes.len());
    Ok(())
}

/// The blocks of the bundled sample that are read, in capitals too.
fn sample() -> Vec<String> {
    let limits = Limits::default();
    let mut texts = Vec::new();
    for found in walk(&[Path::new("sample")], &limits) {
        let Found::File(file) = found else { continue };
        let Ok(item) = open(&file, &limits) else {
            continue;
        };
        let _ = parse(&item, &limits, &mut |document| {
            for block in document.reading_blocks() {
                let text = block.span.get(&document.text).unwrap_or_default();
                texts.extend([text.to_owned(), text.to_uppercase()]);
            }
        });
    }
    texts
}
