//! `depeche events [Q]`: the timeline, statements of one event joined.

use crate::arguments::QueryArguments;
use crate::commands::search::print_query;
use crate::output::{Outcome, Output, one_line};
use crate::session::Session;
use clap::Args;
use depeche_view::{EventView, event_views};

/// The timeline: events by day, statements of one event joined, origins counted
///
/// Example: depeche events 'person:tveitan date:2007'
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    query: QueryArguments,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let query = session.statement_query(&arguments.query, &store)?;
    let limit = arguments.query.limit_for(session.json);
    let hits = depeche_search::run_statements(&index, &query, arguments.query.offset, limit)?;
    print_query(&query, &hits.parts, hits.total, session)?;
    let rows: Vec<(u64, u64)> = hits.hits.iter().map(|hit| (hit.key, hit.event)).collect();
    let events = event_views(&store, &rows)?;
    for event in &events {
        if session.json {
            session.output.json(event)?;
        } else {
            print(event, session.explain, &mut session.output)?;
        }
    }
    if !session.json {
        let shown = rows.len();
        let line = format!(
            "{} events, of {shown} of {} statements",
            events.len(),
            hits.total
        );
        session.output.line(&line)?;
    }
    Ok(Outcome::found(hits.total > 0))
}

/// Prints an event on a line, its words on a second, and what is odd on further ones.
pub(crate) fn print(event: &EventView, explain: bool, output: &mut Output) -> anyhow::Result<()> {
    print_head(event, output)?;
    output.line(&format!(
        "    {:?}  {}",
        one_line(&event.quote, 120),
        event.shown
    ))?;
    for difference in &event.differs {
        let accounts = difference
            .accounts
            .iter()
            .map(|account| format!("{} ({})", account.value, account.statements.join(" ")));
        let accounts: Vec<String> = accounts.collect();
        output.line(&format!(
            "    accounts differ on the {}: {}",
            difference.field,
            accounts.join(" / ")
        ))?;
    }
    for join in explain.then_some(&event.joined).into_iter().flatten() {
        let [(_, one), (_, other)] = &join.entities;
        output.line(&format!(
            "    {one} and {other} taken for one: {}",
            join.reason
        ))?;
    }
    if explain && let Some(time) = &event.time {
        output.line(&format!("    time: {}", time.explained()))?;
    }
    Ok(())
}

/// Prints an event on a line: when, what, who, where, and how many tell of it.
pub(crate) fn print_head(event: &EventView, output: &mut Output) -> anyhow::Result<()> {
    let when = event
        .time
        .as_ref()
        .map_or("undated".to_owned(), |time| time.in_words());
    let names: Vec<&str> = event
        .participants
        .iter()
        .map(|participant| participant.name.as_str())
        .collect();
    // Where somebody went is a participant already.
    let place = event.place.as_ref();
    let place = place
        .filter(|place| !names.contains(&place.name.as_str()))
        .map_or(String::new(), |place| format!(", {}", place.name));
    let counts = match event.statements.len() {
        1 => String::new(),
        count => format!("  [{count} statements, {}]", event.origins_in_words()),
    };
    output.line(&format!(
        "{when:<18} {:<8} {}{place}{counts}",
        event.kind.name(),
        names.join(", ")
    ))?;
    Ok(())
}
