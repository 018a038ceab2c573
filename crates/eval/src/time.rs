//! Times against four gold sets: TempEval-3's TimeML, Recognizers-Text's English specs, FRUS
//! dates, GUM's dates; and which rule brings back a year that is taken out.
//!
//! `eval time [PART] [FOLDER] [--cases]` runs one part or all; a folder replaces the part's own
//! set; `--cases` prints what was missed, by family. All misses are in `bench/out/time_*.csv`.

pub mod bench;
mod frus;
mod gum;
mod masked;
mod misses;
mod recognizers;
mod tempeval;
mod timeml;

use std::path::PathBuf;

/// The parts, by name, each with the set it reads.
const PARTS: &[(&str, &str, Part)] = &[
    (
        "tempeval",
        "temporal/tempeval3/data/TBAQ-cleaned",
        tempeval::run,
    ),
    (
        "recognizers",
        "temporal/recognizers-text/DateTime/English",
        recognizers::run,
    ),
    ("frus", "frus/gold", frus::run),
    ("gum", "ner/gum/xml", gum::run),
    ("masked", "frus", masked::run),
];

/// A part takes the folder of its set, and whether to print what was missed.
type Part = fn(&std::path::Path, bool) -> anyhow::Result<()>;

/// Runs the parts and prints their tables.
///
/// # Errors
/// When a file of a set cannot be read or a CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let cases = arguments.iter().any(|argument| argument == "--cases");
    let mut rest = arguments.iter().filter(|argument| *argument != "--cases");
    let (named, folder) = (rest.next(), rest.next().map(PathBuf::from));
    for (name, set, part) in PARTS {
        if named.is_some_and(|named| named != name) {
            continue;
        }
        let Some(folder) = folder.clone().or_else(|| crate::corpora(set)) else {
            continue;
        };
        println!("{name}");
        part(&folder, cases)?;
        println!();
    }
    Ok(())
}
