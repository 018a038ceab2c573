//! The telegrams of the History Lab: people, bodies, countries and places, named or described.
//!
//! The data does not say which mentions are names and which descriptions ("the ambassador"), so
//! both count, and what the annotators take for a description counts with them. Nationalities
//! are marked as countries. Telegrams with warnings are left out, and so are mentions without a
//! type, mentions of type `PRE`, and pronouns.

use super::set::{Case, Coarse, Gold, Rules, Set, outermost};
use super::system::Kind;
use crate::telegrams::{Record, records};
use anyhow::Context;
use std::path::Path;

/// Words that refer and do not describe.
const PRONOUNS: &[&str] = &[
    "I",
    "ME",
    "MY",
    "MINE",
    "MYSELF",
    "WE",
    "US",
    "OUR",
    "OURS",
    "OURSELVES",
    "YOU",
    "YOUR",
    "YOURS",
    "YOURSELF",
    "HE",
    "HIM",
    "HIS",
    "HIMSELF",
    "SHE",
    "HER",
    "HERS",
    "HERSELF",
    "IT",
    "ITS",
    "ITSELF",
    "THEY",
    "THEM",
    "THEIR",
    "THEIRS",
    "THEMSELVES",
    "WHO",
    "WHOM",
    "WHOSE",
    "WHICH",
    "THAT",
    "THIS",
    "THESE",
    "THOSE",
];

/// Both parts, with places and countries as one and apart.
pub(super) fn sets(folder: &Path) -> anyhow::Result<Vec<Set>> {
    let file = folder.join("cables.jsonl");
    let lines = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let mut sets = Vec::new();
    for split in ["dev", "train"] {
        let texts = texts(&lines, split)?;
        let apart = set(format!("cables {split}, GPE apart"), apart, texts.clone());
        let mut joined = set(format!("cables {split}"), joined, texts);
        for (_, kind) in joined.texts.iter_mut().flat_map(|gold| &mut gold.names) {
            if *kind == Coarse::Country {
                *kind = Coarse::Place;
            }
        }
        sets.extend([joined, apart]);
    }
    Ok(sets)
}

fn set(name: String, kind: fn(Kind) -> Option<Coarse>, texts: Vec<Gold>) -> Set {
    Set {
        name,
        cases: &[Case::Telegram],
        rules: Rules {
            kind,
            nominals: true,
            full: true,
            bare: false,
        },
        texts,
    }
}

fn apart(kind: Kind) -> Option<Coarse> {
    Some(match kind {
        Kind::Person => Coarse::Person,
        Kind::Organization => Coarse::Organization,
        Kind::Government | Kind::Country | Kind::Group => Coarse::Country,
        Kind::Place | Kind::Facility => Coarse::Place,
    })
}

fn joined(kind: Kind) -> Option<Coarse> {
    Some(match apart(kind)? {
        Coarse::Country => Coarse::Place,
        other => other,
    })
}

/// The telegrams of a part, countries and places apart.
pub(super) fn texts(lines: &str, split: &str) -> anyhow::Result<Vec<Gold>> {
    let records = records(lines, split)?;
    Ok(records.into_iter().map(gold).collect())
}

fn gold(record: Record) -> Gold {
    let names = record.placed().filter_map(|(span, mention)| {
        let kind = coarse(mention.kind.as_deref()?)?;
        let words = span.slice(&record.text);
        // "US" is the country or "us".
        let country = words == "US" && kind == Coarse::Country;
        let pronoun = !country && PRONOUNS.contains(&words.trim());
        (!pronoun).then_some((span, kind))
    });
    Gold {
        names: outermost(names.collect()),
        blocks: record.paragraphs(),
        text: record.text,
    }
}

fn coarse(kind: &str) -> Option<Coarse> {
    Some(match kind.split('.').next()? {
        "PER" => Coarse::Person,
        "ORG" => Coarse::Organization,
        "GPE" => Coarse::Country,
        "LOC" => Coarse::Place,
        _ => return None,
    })
}
