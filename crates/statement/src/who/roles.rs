//! Roles: offices become titles held by people, "that country" the country it means.

mod tenure;

use super::Who;
use crate::Role;
use depeche_annotate::{Annotations, EntityKind, MentionForm, Office, country};
use depeche_document::Document;
use depeche_text::{Span, fold};

/// Adds the offices of a document to the people who hold them by name.
pub(super) fn attach(document: &Document, annotations: &Annotations, who: &mut Who) {
    for office in &annotations.offices {
        let Some(holder) = office.holder else {
            continue;
        };
        if annotations.mentions[holder].form != MentionForm::Name {
            continue;
        }
        let Some(entity) = who.of_mention[holder] else {
            continue;
        };
        let role = role(document, annotations, who, office);
        let roles = &mut who.entities[entity as usize].roles;
        // An interval says more than the title alone, and does not undo it.
        let is_dated = role.time.is_some();
        let same = |held: &Role| {
            fold(&held.title) == fold(&role.title)
                && held.of == role.of
                && (!is_dated || held.time == role.time)
        };
        if !roles.iter().any(same) {
            roles.push(role);
        }
    }
}

/// The role that an office is, whoever holds it.
pub(super) fn role(
    document: &Document,
    annotations: &Annotations,
    who: &Who,
    office: &Office,
) -> Role {
    let name = |span: Span| party(document, annotations, who, span);
    let words = office.title.get(&document.text).unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    let joined = words.join(" ");
    let title = ["ex-", "Ex-", "EX-"]
        .iter()
        .find_map(|prefix| joined.strip_prefix(prefix))
        .unwrap_or(&joined);
    let title = match office.to.map(name) {
        Some(to) => format!("{title} to {to}"),
        None => title.to_owned(),
    };
    Role {
        title,
        of: office.of.map(name),
        time: tenure::tenure(document, annotations, office),
        span: office.span,
        rule: office.rule.clone(),
    }
}

/// The name of a country, body or person in an office: a demonym is its country.
fn party(document: &Document, annotations: &Annotations, who: &Who, span: Span) -> String {
    let words = span.get(&document.text).unwrap_or_default();
    let folded = fold(words);
    if matches!(folded.as_str(), "that country" | "this country")
        && let Some(named) = last_country(document, annotations, span)
    {
        return named.to_owned();
    }
    if let Some(named) = country(words) {
        return named.to_owned();
    }
    let mention = annotations
        .mentions
        .iter()
        .position(|mention| mention.span == span);
    if let Some(entity) = mention.and_then(|at| who.of_mention[at]) {
        return who.entities[entity as usize].name.clone();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The last country named before the words.
fn last_country(
    document: &Document,
    annotations: &Annotations,
    span: Span,
) -> Option<&'static str> {
    let before = annotations
        .mentions
        .partition_point(|mention| mention.span.start < span.start);
    let places = annotations.mentions[..before].iter().rev().take(30);
    places
        .filter(|mention| mention.kind == EntityKind::Place && mention.form == MentionForm::Name)
        .find_map(|mention| country(mention.span.get(&document.text)?))
}
