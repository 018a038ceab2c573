//! A drawing of links in FRUS beside their words, for reading.

use super::score::around;
use crate::frus::{persons, words};
use crate::random::Random;
use depeche_annotate::MentionForm;

/// One document of so many is read.
const STEP: usize = 40;

/// So many links are shown.
const SHOWN: usize = 50;

/// The first number of the draws.
const SEED: u64 = 1949;

/// Reads one document of forty and prints a drawing of the links.
pub(super) fn run(volumes: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let mut links = Vec::new();
    let mut number = 0;
    for volume in words::volumes(&frus, volumes)? {
        words::each(&volume, &mut |words| {
            number += 1;
            if number % STEP == 0 {
                read(&words, &mut links);
            }
        })?;
    }
    println!("{} links", links.len());
    let mut random = Random::new(SEED);
    for _ in 0..SHOWN.min(links.len()) {
        println!("{}\n", links.swap_remove(random.below(links.len())));
    }
    Ok(())
}

fn read(words: &words::Words, links: &mut Vec<String>) {
    let Some(document) = persons::parsed(words) else {
        return;
    };
    let annotations = depeche_annotate::annotate(&document);
    let names: std::collections::BTreeSet<_> = annotations
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Name)
        .map(|mention| mention.span)
        .collect();
    for entity in depeche_statement::read(&document, &annotations).entities {
        for mention in entity
            .mentions
            .iter()
            .filter(|mention| !names.contains(&mention.span))
        {
            links.push(format!(
                "{} {}: {}\n    = {} ({})",
                words.volume,
                words.document,
                around(&document.text, mention.span),
                entity.name,
                mention.by.join(", ")
            ));
        }
    }
}
