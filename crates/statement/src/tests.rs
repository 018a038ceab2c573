//! Invented sentences with marks, and what a person reads in them; one file a group of families.
//!
//! Marks: `{p Anna Veld}` a person, `{o …}` a body, `{l …}` a place, `{f …}` a facility, `{d …}`
//! a document, `{t2007-02-16 on February 16}` a time. `{p Minister |Anna Veld}` has an office
//! before the name, `{p:Anna Veld=she}` refers to Anna Veld,
//! `{p minister}` to nobody known. `# ` opens a title.

mod attitudes;
mod chains;
mod conditions;
mod force;
mod grouping;
mod marked;
mod meetings;
mod moods;
mod others;
mod otherwise;
mod parties;
mod tellings;

use crate::reading::read_with;
use crate::{Modality, Polarity, Reading, Statement, Telling};
use depeche_document::Document;

/// Reads a marked text.
fn read(marked: &str) -> (Document, Reading) {
    let marked::Marked {
        document,
        annotations,
        entities,
    } = marked::parse(marked);
    let reading = read_with(&document, &annotations, entities);
    (document, reading)
}

/// Reads a marked text and compares the statements, one a line.
#[track_caller]
fn check(marked: &str, expected: &[&str]) {
    let (document, reading) = read(marked);
    let found: Vec<String> = reading.statements.iter().map(show).collect();
    assert_eq!(found, expected, "{}", document.text);
    for statement in &reading.statements {
        assert!(statement.span.get(&document.text).is_some());
        assert!(
            statement.span.contains(statement.trigger) || statement.by.rule == "participants-list"
        );
        let last = statement
            .chain
            .last()
            .expect("a chain ends in its document");
        assert_eq!(last.document, Some(document.id));
    }
}

fn show(statement: &Statement) -> String {
    let mut shown = statement.kind.name().to_owned();
    for participant in &statement.participants {
        let role = format!("{:?}", participant.role).to_lowercase();
        shown.push_str(&format!(" {role}={}", participant.party.name));
    }
    if let Some(place) = &statement.place {
        shown.push_str(&format!(" at={}", place.name));
    }
    if let Some(edtf) = statement.time.as_ref().and_then(|time| time.edtf.as_ref()) {
        shown.push_str(&format!(" when={edtf}"));
    }
    if statement.polarity == Polarity::Negative {
        shown.push_str(" not");
    }
    if statement.modality != Modality::Asserted {
        shown.push_str(&format!(" {:?}", statement.modality).to_lowercase());
    }
    let tellings = &statement.chain[..statement.chain.len() - 1];
    for telling in tellings {
        shown.push_str(&format!(" < {}", link(telling)));
    }
    shown
}

fn link(telling: &Telling) -> String {
    let name = |party: &Option<crate::Party>| party.as_ref().map(|party| party.name.clone());
    let mut shown = name(&telling.speaker).unwrap_or_default();
    if let Some(by) = name(&telling.by) {
        shown.push_str(&format!(" ({by})"));
    }
    if let Some(hearer) = name(&telling.hearer) {
        shown.push_str(&format!(" to {hearer}"));
    }
    if let Some(edtf) = telling.time.as_ref().and_then(|time| time.edtf.as_ref()) {
        shown.push_str(&format!(" {edtf}"));
    }
    shown
}
