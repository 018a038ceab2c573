//! `depeche entities [Q]`: people, bodies, places.

use crate::arguments::QueryArguments;
use crate::commands::search::print_query;
use crate::output::Outcome;
use crate::session::Session;
use clap::Args;
use depeche_view::entity_view;
use std::collections::BTreeMap;

/// People, bodies and places: names, roles, and in how many documents
///
/// With a query, the entities of the documents that it finds.
///
/// Example: depeche entities kind:cable
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    query: QueryArguments,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let query = session.query(&arguments.query);
    let hits = depeche_search::run(&index, &query, 0, usize::MAX)?;
    if session.explain {
        print_query(&query, &hits.parts, hits.total, session)?;
    }
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    for hit in &hits.hits {
        let reading = store.reading(hit.key)?.unwrap_or_default();
        for entity in &reading.entities {
            *counts.entry(entity.id.0).or_default() += 1;
        }
    }
    let mut ranked: Vec<(u64, u64)> = counts.into_iter().map(|(id, count)| (count, id)).collect();
    ranked.sort_by_key(|(count, id)| (std::cmp::Reverse(*count), *id));
    let total = ranked.len();
    let page = &arguments.query;
    let limit = page.limit_for(session.json);
    for (count, id) in ranked.into_iter().skip(page.offset).take(limit) {
        let documents = store.documents_of_entity(id)?;
        let Some(entity) = entity_view(&store, id, &documents)? else {
            continue;
        };
        if session.json {
            session.output.json(&entity)?;
            continue;
        }
        let kind = format!("{:?}", entity.kind).to_lowercase();
        let roles = entity.roles.iter().map(|role| match &role.of {
            Some(of) => format!("{} of {of}", role.title),
            None => role.title.clone(),
        });
        let mut roles: Vec<String> = roles.collect();
        roles.sort();
        roles.dedup();
        let line = format!("{}  {kind:<12} {}", entity.id, entity.name);
        session.output.line(&format!(
            "{line}  ({count} documents)  {}",
            roles.join("; ")
        ))?;
    }
    if !session.json {
        session.output.line(&format!("{total} entities"))?;
    }
    Ok(Outcome::found(total > 0))
}
