//! `depeche statements [Q]`: statements one a line, each with its chain.

use crate::arguments::QueryArguments;
use crate::commands::search::print_query;
use crate::output::{Outcome, Output, one_line};
use crate::session::Session;
use clap::Args;
use depeche_view::{StatementView, statement_views};

/// Statements, by time, each with its chain
///
/// Example: depeche statements 'type:meet person:tveitan'
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    query: QueryArguments,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let query = session.statement_query(&arguments.query, &store)?;
    // `--json` is for programs, which want all unless they say how many.
    let limit = arguments.query.limit_for(session.json);
    let hits = depeche_search::run_statements(&index, &query, arguments.query.offset, limit)?;
    print_query(&query, &hits.parts, hits.total, session)?;
    let rows: Vec<(u64, u64)> = hits
        .hits
        .iter()
        .map(|hit| (hit.key, hit.document))
        .collect();
    for statement in statement_views(&store, &rows)? {
        if session.json {
            session.output.json(&statement)?;
        } else {
            print(&statement, session.explain, &mut session.output)?;
        }
    }
    if !session.json {
        session.output.line(&format!("{} statements", hits.total))?;
    }
    Ok(Outcome::found(hits.total > 0))
}

/// Prints a statement on two or three lines.
fn print(statement: &StatementView, explain: bool, output: &mut Output) -> anyhow::Result<()> {
    let when = statement
        .time
        .as_ref()
        .map_or("undated".to_owned(), |time| time.in_words());
    let place = statement
        .place
        .as_ref()
        .map_or(String::new(), |place| format!(", {}", place.name));
    let who = participants(statement);
    let modality = match modality(statement) {
        "" => String::new(),
        word => format!(" ({word})"),
    };
    output.line(&format!(
        "{}  {when:<16} {}{modality}  {who}{place}",
        statement.id,
        statement.kind.name()
    ))?;
    output.line(&format!("    {:?}", one_line(&statement.quote, 160)))?;
    output.line(&format!("    told: {}", chain_in_words(statement)))?;
    if explain {
        let time = statement.time.as_ref().map(|time| time.explained());
        let time = time.unwrap_or_else(|| "none".to_owned());
        output.line(&format!("    rule {}; time: {time}", statement.by.rule))?;
    }
    Ok(())
}

/// Who took part: `A, B; to C`.
pub(crate) fn participants(statement: &StatementView) -> String {
    let names: Vec<&str> = statement
        .participants
        .iter()
        .map(|participant| participant.name.as_str())
        .collect();
    names.join(", ")
}

/// What is not plainly asserted, in a word.
pub(crate) fn modality(statement: &StatementView) -> &'static str {
    use depeche_statement::{Modality, Polarity};
    match (statement.polarity, statement.modality) {
        (Polarity::Negative, _) => "did not happen",
        (_, Modality::Asserted) => "",
        (_, Modality::Planned) => "planned",
        (_, Modality::Hypothetical) => "hypothetical",
        (_, Modality::Thwarted) => "thwarted",
        (_, Modality::Alleged) => "alleged",
        (_, Modality::Denied) => "denied",
    }
}

/// The chain on one line, origin first.
fn chain_in_words(statement: &StatementView) -> String {
    let link = |link: &depeche_view::LinkView| {
        let speaker = link
            .speaker
            .as_ref()
            .map_or("not known who", |speaker| &speaker.name);
        match &link.hearer {
            Some(hearer) => format!("{speaker} → {}", hearer.name),
            None => speaker.to_owned(),
        }
    };
    let links: Vec<String> = statement.chain.iter().map(link).collect();
    links.join(" | ")
}
