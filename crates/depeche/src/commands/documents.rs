//! `depeche documents [Q]`: documents and their fields.

use crate::arguments::QueryArguments;
use crate::commands::search::print_query;
use crate::output::{Outcome, one_line};
use crate::session::Session;
use clap::Args;
use depeche_view::document_view;

/// Documents and what their heads say
///
/// Example: depeche documents kind:cable
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    query: QueryArguments,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let query = session.query(&arguments.query);
    let page = &arguments.query;
    let limit = page.limit_for(session.json);
    let hits = depeche_search::run(&index, &query, page.offset, limit)?;
    if session.explain || !session.json {
        print_query(&query, &hits.parts, hits.total, session)?;
    }
    for hit in &hits.hits {
        let Some(stored) = store.document(hit.key)? else {
            continue;
        };
        let view = document_view(&stored);
        if session.json {
            session.output.json(&view)?;
            continue;
        }
        let date = view
            .date
            .as_ref()
            .map_or("undated".to_owned(), |date| date.in_words());
        let kind = format!("{:?}", view.kind).to_lowercase();
        let title = one_line(view.title.as_deref().unwrap_or("without a title"), 80);
        let tags = view.fields.iter().filter(|field| field.name == "tag");
        let tags: String = tags.map(|tag| format!("  [{}]", tag.value)).collect();
        let line = format!(
            "{}  {date:<18} {kind:<6} {title}  {}{tags}",
            &view.id[..12],
            view.locator
        );
        session.output.line(&line)?;
    }
    if !session.json {
        session.output.line(&format!("{} documents", hits.total))?;
    }
    Ok(Outcome::found(hits.total > 0))
}
