//! Makes the packed gazetteers under `crates/annotate/gazetteer/` from public data.
//!
//! `countries.tsv` and `bodies.tsv` there are written by hand; the rest comes from here, sorted,
//! so that a change of source or rule shows as a difference. Sources and licences: `NOTICE.md`.

mod actors;
mod cities;
mod people;
mod tags;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Words of running text with the share, in percent, in which they are written small.
pub(crate) type CommonWords = BTreeMap<String, u8>;

/// Reads the sources and writes the files.
///
/// # Errors
/// When a source cannot be read or a file cannot be written.
pub fn run(_arguments: &[String]) -> anyhow::Result<()> {
    let (Some(gazetteer), Some(frus)) = (crate::corpora("gazetteer"), crate::corpora("frus"))
    else {
        return Ok(());
    };
    let common = words::count(&frus.join("volumes"))?;
    let rows = common
        .iter()
        .map(|(word, percent)| format!("{word}\t{percent}"));
    write("common", rows.collect())?;
    let (given, surnames) = people::read(&gazetteer, &common)?;
    write("given", given)?;
    write("surnames", surnames)?;
    write("actors", actors::read(&gazetteer, &common)?)?;
    if let Some(cables) = crate::corpora("cables") {
        write("tags", tags::read(&cables, &common)?)?;
    }
    let cities = cities::read(&gazetteer, &common)?;
    let part = cities.len().div_ceil(3).max(1);
    let rows: Vec<String> = cities.into_iter().collect();
    for (number, rows) in rows.chunks(part).enumerate() {
        write(
            &format!("cities-{}", number + 1),
            rows.iter().cloned().collect(),
        )?;
    }
    Ok(())
}

fn write(name: &str, rows: BTreeSet<String>) -> anyhow::Result<()> {
    let path = folder().join(format!("{name}.tsv"));
    let mut text = rows.into_iter().collect::<Vec<_>>().join("\n");
    text.push('\n');
    println!("{}: {} bytes", path.display(), text.len());
    Ok(std::fs::write(path, text)?)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../annotate/gazetteer")
}
