//! `depeche who NAME`: roles over time, who they met, told and were told by.

use crate::output::{Outcome, Output};
use crate::session::Session;
use clap::Args;
use depeche_search::Options;
use depeche_store::Store;
use depeche_view::{EntityView, WhoRow, entity_view, statement_views, who_view};
use std::collections::BTreeSet;

/// One person or body: roles, whom they met, told, were told by and wrote to
///
/// Example: depeche who "Ingrid Tveitan"
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The name, or a part of it that is enough
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
}

/// Documents that are searched for the name.
const DOCUMENTS: usize = 10_000;

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let name = arguments.name.join(" ").replace('"', " ");
    let text = format!("person:\"{name}\" OR body:\"{name}\"");
    let query = depeche_search::parse(&text, &Options::default());
    let hits = depeche_search::run(&index, &query, 0, DOCUMENTS)?;
    let keys: Vec<u64> = hits.hits.iter().map(|hit| hit.key).collect();
    let mut found = false;
    for id in entities_named(&store, &keys, &name)? {
        let documents = store.documents_of_entity(id)?;
        let Some(entity) = entity_view(&store, id, &documents)? else {
            continue;
        };
        found = true;
        let mut rows = Vec::new();
        for key in &documents {
            let reading = store.reading(*key)?.unwrap_or_default();
            rows.extend(
                reading
                    .statements
                    .iter()
                    .map(|statement| (statement.id.0, *key)),
            );
        }
        let who = who_view(&entity.id, &statement_views(&store, &rows)?);
        if session.json {
            session.output.json(&who)?;
            continue;
        }
        print_entity(&entity, documents.len(), &mut session.output)?;
        let lists = [
            ("met", &who.met),
            ("told", &who.told),
            ("told by", &who.told_by),
            ("wrote to", &who.wrote_to),
        ];
        for (title, list) in lists {
            print_rows(title, list, &mut session.output)?;
        }
    }
    if !found && !session.json {
        session.output.line(&format!(
            "nobody called {name:?} was read out of the documents"
        ))?;
    }
    Ok(Outcome::found(found))
}

/// Entities of these documents one of whose names holds every word asked for.
fn entities_named(store: &Store, keys: &[u64], name: &str) -> anyhow::Result<BTreeSet<u64>> {
    let folded = depeche_text::fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut entities = BTreeSet::new();
    for key in keys {
        let reading = store.reading(*key)?.unwrap_or_default();
        for entity in &reading.entities {
            let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
            if names.any(|own| holds_all(own, &words)) {
                entities.insert(entity.id.0);
            }
        }
    }
    Ok(entities)
}

fn holds_all(name: &str, words: &[&str]) -> bool {
    let folded = depeche_text::fold(name);
    let own: Vec<&str> = folded
        .split(|character: char| !character.is_alphanumeric())
        .collect();
    words.iter().all(|word| own.contains(word))
}

fn print_entity(entity: &EntityView, count: usize, output: &mut Output) -> anyhow::Result<()> {
    let kind = format!("{:?}", entity.kind).to_lowercase();
    output.line(&format!(
        "{}  {kind}, in {count} documents  {}",
        entity.name, entity.id
    ))?;
    if !entity.aliases.is_empty() {
        output.line(&format!("  also called: {}", entity.aliases.join("; ")))?;
    }
    let mut shown = BTreeSet::new();
    for role in &entity.roles {
        let of = role
            .of
            .as_ref()
            .map_or(String::new(), |of| format!(" of {of}"));
        if shown.insert(format!("{}{of}", role.title)) {
            let document = role.document.get(..12).unwrap_or(&role.document);
            output.line(&format!(
                "  role: {}{of}   {:?}  {document}",
                role.title, role.quote
            ))?;
        }
    }
    Ok(())
}

fn print_rows(title: &str, rows: &[WhoRow], output: &mut Output) -> anyhow::Result<()> {
    for row in rows {
        let first = row
            .first
            .as_ref()
            .map_or("time not known".to_owned(), |time| time.in_words());
        output.line(&format!(
            "  {title}: {}   {first}   {}",
            row.name,
            row.statements.join(" ")
        ))?;
    }
    Ok(())
}
