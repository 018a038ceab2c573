//! The telegrams of the History Lab: people, bodies and countries with their references.
//!
//! A mention is a name where it shares a word with the name that the annotators gave the entity,
//! words of office and small words left out; of a person an anaphor where it is a title without a
//! name ("THE AMBASSADOR"); pronouns are listed. Telegrams with warnings are left out.

use super::score::{Anaphor, Form, Text};
use crate::telegrams::{Record, records};
use anyhow::Context;
use std::collections::BTreeMap;
use std::path::Path;

/// Heads of titles, as telegrams spell them.
const OFFICES: &[&str] = &[
    "AMBASSADOR",
    "AMB",
    "MINISTER",
    "MIN",
    "FONMIN",
    "FORMIN",
    "PRIMIN",
    "DEFMIN",
    "MININTERIOR",
    "PRESIDENT",
    "PREMIER",
    "SECRETARY",
    "SECY",
    "SECGEN",
    "SYG",
    "CHARGE",
    "CHANCELLOR",
    "CHAIRMAN",
    "DIRECTOR",
    "KING",
    "SHAH",
    "GOVERNOR",
    "GENERAL",
    "SENATOR",
    "DEPUTY",
    "COUNSELOR",
    "CONSUL",
    "CHIEF",
    "COMMISSIONER",
    "DCM",
    "ARCHBISHOP",
    "MAYOR",
    "SPOKESMAN",
    "REPRESENTATIVE",
    "DELEGATE",
    "OFFICER",
    "COMMANDER",
    "ATTACHE",
];

/// Words that name nobody.
const SMALL: &[&str] = &[
    "THE",
    "OF",
    "AND",
    "FOR",
    "TO",
    "IN",
    "AT",
    "A",
    "AN",
    "MR",
    "MRS",
    "DR",
    "S",
    "HIS",
    "VICE",
    "FOREIGN",
    "PRIME",
    "STATE",
    "DEFENSE",
    "INTERIOR",
    "FINANCE",
    "UNDER",
    "ASSISTANT",
    "ACTING",
    "THIS",
    "THAT",
    "NEW",
    "FORMER",
    "FIRST",
];

/// The telegrams of a part.
pub(super) fn texts(folder: &Path, split: &str) -> anyhow::Result<Vec<Text>> {
    let file = folder.join("cables.jsonl");
    let lines = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let records = records(&lines, split)?;
    Ok(records.into_iter().map(text).collect())
}

fn text(record: Record) -> Text {
    let mut clusters: BTreeMap<String, usize> = BTreeMap::new();
    let mut text = Text {
        name: record.id.clone(),
        blocks: record.paragraphs(),
        ..Text::default()
    };
    for (span, mention) in record.placed() {
        let span = span.trimmed(&record.text);
        let key = mention.ent.to_string();
        let key = key.trim_matches('"');
        let next = clusters.len();
        let cluster = *clusters.entry(key.to_owned()).or_insert(next);
        let entity = record
            .entities
            .get(key)
            .and_then(|entity| entity.name.as_deref());
        let words = span.slice(&record.text);
        // "US" is the country.
        let pronoun = Form::of_pronoun(words).filter(|_| words != "US");
        let is_person = mention
            .kind
            .as_deref()
            .is_some_and(|kind| kind.starts_with("PER"));
        let form = pronoun.or_else(|| (is_person && is_office(words)).then_some(Form::Office));
        let is_named = entity.is_some_and(|entity| shares(words, entity));
        match form {
            Some(form) if pronoun.is_some() || !is_named => text.anaphors.push(Anaphor {
                span,
                form,
                cluster,
            }),
            _ if is_named => text.names.entry(cluster).or_default().push(span),
            _ => {}
        }
    }
    text.anaphors.sort_by_key(|anaphor| anaphor.span);
    text.text = record.text;
    text
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Whether the head of the words is an office: the last before "OF", "TO" and the like.
fn is_office(text: &str) -> bool {
    let links = ["OF", "TO", "FOR", "IN", "AT"];
    let head = words(text).take_while(|word| !links.contains(word)).last();
    head.is_some_and(|head| OFFICES.contains(&head))
}

/// Whether a mention shares a telling word with its entity's name.
fn shares(mention: &str, entity: &str) -> bool {
    let telling = |word: &&str| !SMALL.contains(word) && !OFFICES.contains(word);
    let named: Vec<&str> = words(entity).filter(telling).collect();
    words(mention)
        .filter(telling)
        .any(|word| named.contains(&word))
}
