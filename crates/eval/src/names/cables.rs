//! The telegrams of the History Lab: people, bodies, countries and places, named or described.
//!
//! The data does not say which mentions are names and which descriptions ("the ambassador"), so
//! both count, and what the annotators take for a description counts with them. Nationalities
//! are marked as countries. Telegrams with warnings are left out, and so are mentions without a
//! type, mentions of type `PRE`, and pronouns.

use super::set::{Case, Coarse, Gold, Rules, Set, outermost};
use super::system::Kind;
use anyhow::Context;
use depeche_text::Span;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Record {
    split: String,
    text: String,
    mentions: Vec<Mention>,
    warnings: Vec<String>,
}

/// Offsets count characters.
#[derive(Deserialize)]
struct Mention {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: Option<String>,
}

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
    let mut texts = Vec::new();
    for line in lines.lines() {
        let record: Record = serde_json::from_str(line)?;
        if record.split == split && record.warnings.is_empty() {
            texts.push(gold(record));
        }
    }
    Ok(texts)
}

fn gold(record: Record) -> Gold {
    let mut bytes: Vec<usize> = record.text.char_indices().map(|(byte, _)| byte).collect();
    bytes.push(record.text.len());
    let names = record.mentions.iter().filter_map(|mention| {
        let span = Span::new(*bytes.get(mention.start)?, *bytes.get(mention.end)?);
        let kind = coarse(mention.kind.as_deref()?)?;
        let words = span.slice(&record.text);
        // "US" is the country or "us".
        let country = words == "US" && kind == Coarse::Country;
        let pronoun = !country && PRONOUNS.contains(&words.trim());
        (!pronoun).then_some((span, kind))
    });
    Gold {
        names: outermost(names.collect()),
        blocks: paragraphs(&record.text),
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

/// What stands between empty lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let block = Span::new(start, start + part.len()).trimmed(text);
        if !block.is_empty() {
            blocks.push(block);
        }
        start += part.len() + 2;
    }
    blocks
}
