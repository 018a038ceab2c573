//! Universal NER's marks on the development part of the English Web Treebank: people, bodies and
//! places (buildings among them), in mail, reviews, questions, blogs and news.

use super::columns::{self, Sentence};
use super::set::{Case, Coarse, Gold, Rules, Set, outermost};
use super::system::Kind;
use anyhow::Context;
use std::path::Path;

/// The set.
pub(super) fn set(folder: &Path) -> anyhow::Result<Set> {
    let file = folder.join("en_ewt-ud-dev.iob2");
    let lines = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    Ok(Set {
        name: "UNER-EWT dev".to_owned(),
        cases: &[Case::Mixed, Case::Capitals],
        rules: Rules {
            kind,
            nominals: false,
            full: false,
            bare: true,
        },
        texts: texts(&lines),
    })
}

/// The set's kind of what was read; it marks no peoples.
pub(super) fn kind(kind: Kind) -> Option<Coarse> {
    Some(match kind {
        Kind::Person => Coarse::Person,
        Kind::Organization | Kind::Government => Coarse::Organization,
        Kind::Country | Kind::Place | Kind::Facility => Coarse::Place,
        Kind::Group => return None,
    })
}

/// The documents, a sentence a block.
pub(super) fn texts(lines: &str) -> Vec<Gold> {
    let mut texts: Vec<Gold> = Vec::new();
    columns::sentences(lines, &mut |sentence| {
        if sentence.opens_document || texts.is_empty() {
            texts.push(Gold::default());
        }
        if let Some(gold) = texts.last_mut() {
            add(gold, &sentence);
        }
    });
    for gold in &mut texts {
        gold.names = outermost(std::mem::take(&mut gold.names));
    }
    texts
}

fn add(gold: &mut Gold, sentence: &Sentence<'_>) {
    let start = gold.push(&sentence.text);
    let mut inside = false;
    for word in &sentence.words {
        let (mark, kind) = word.cell(2).split_once('-').unwrap_or_default();
        let kind = match kind {
            "PER" => Some(Coarse::Person),
            "ORG" => Some(Coarse::Organization),
            "LOC" => Some(Coarse::Place),
            _ => None,
        };
        let Some(kind) = kind else {
            inside = false;
            continue;
        };
        let span = word.span.shifted(start);
        match gold.names.last_mut().filter(|_| inside && mark == "I") {
            Some((name, _)) => *name = name.cover(span),
            None => gold.names.push((span, kind)),
        }
        inside = true;
    }
}
