//! Trains the compression dictionaries that `store` ships, on public-domain documents.
//!
//! `cargo xtask eval dictionary FOLDER` writes `text.dict` and `packed.dict` there. A dictionary
//! once shipped stays: archives written with it need it for ever.

use crate::corpora;
use anyhow::Context;
use depeche_annotate::annotate;
use depeche_document::parse;
use depeche_source::{Found, Limits, open, walk};
use depeche_store::Packed;
use std::path::Path;

/// One document of so many is a sample.
const STEP: usize = 10;

/// 64 KiB: twice that saves one per cent more of the text.
const SIZE_BYTES: usize = 64 << 10;

/// Runs it.
///
/// # Errors
/// When the set is absent or a file cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let folder = Path::new(arguments.first().context("name a folder to write to")?);
    let volumes = corpora("frus")
        .context("the set is needed")?
        .join("volumes");
    let limits = Limits::default();
    let (mut texts, mut packed) = (Vec::new(), Vec::new());
    let mut count = 0;
    for found in walk(&[volumes], &limits) {
        let Found::File(file) = found else { continue };
        let Ok(item) = open(&file, &limits) else {
            continue;
        };
        parse(&item, &limits, &mut |document| {
            count += 1;
            if count % STEP == 0 {
                let reading = depeche_statement::read(&document, &annotate(&document));
                packed.extend(Packed::plain_parts(&document, Some(&reading)));
                texts.push(document.text.into_bytes());
            }
        });
    }
    for (name, samples) in [("text.dict", &texts), ("packed.dict", &packed)] {
        let dictionary = zstd::dict::from_samples(samples, SIZE_BYTES)?;
        std::fs::write(folder.join(name), dictionary)?;
        println!("{name}: from {} samples", samples.len());
    }
    Ok(())
}
