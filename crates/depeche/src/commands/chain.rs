//! `depeche chain STATEMENT`: who told whom, origin first.

use crate::output::{Outcome, Output, one_line};
use crate::session::{Session, digits, only};
use clap::Args;
use depeche_view::{AlsoTold, ChainPage, LinkView, chain_page};

/// Who told whom: the chain of a statement, origin first, each step with its words
///
/// Example: depeche chain s_91f2
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The statement's id, or enough of its start
    #[arg(value_name = "STATEMENT")]
    statement: String,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let ids = store.statements_starting(digits(&arguments.statement, "s_")?, 2)?;
    let id = only(&ids, &arguments.statement, "statement")?;
    let Some(page) = chain_page(&store, id)? else {
        return Ok(Outcome::Nothing);
    };
    if session.json {
        session.output.json(&page)?;
    } else {
        print(&page, session.explain, &mut session.output)?;
    }
    Ok(Outcome::Done)
}

/// Prints a chain as the README shows it.
pub(crate) fn print(page: &ChainPage, explain: bool, output: &mut Output) -> anyhow::Result<()> {
    for (index, link) in page.statement.chain.iter().enumerate() {
        output.line(&format!("{:>3}  {}", index + 1, link_in_words(link, page)))?;
        if let Some(quote) = &link.quote {
            output.line(&format!("     {:?}", one_line(quote, 160)))?;
        }
        if explain && let Some(time) = &link.time {
            output.line(&format!("     time: {}", time.explained()))?;
        }
    }
    let statement = &page.statement;
    let when = statement
        .time
        .as_ref()
        .map_or("time not known".to_owned(), |time| time.in_words());
    let who = crate::commands::statements::participants(statement);
    let place = statement
        .place
        .as_ref()
        .map_or(String::new(), |place| format!(", {}", place.name));
    output.line(&format!(
        "says: {} {who}{place}, {when}",
        statement.kind.name()
    ))?;
    output.line(&format!("      {:?}", one_line(&statement.quote, 300)))?;
    if explain {
        let time = statement.time.as_ref().map(|time| time.explained());
        let time = time.unwrap_or_else(|| "none".to_owned());
        output.line(&format!("      rule {}; time: {time}", statement.by.rule))?;
    }
    let Some(event) = &page.event else {
        return Ok(());
    };
    let named = event
        .origins
        .iter()
        .filter_map(|origin| origin.speaker.clone());
    let mut origins: Vec<String> = named.collect();
    let unnamed = event.origins.len() - origins.len();
    if unnamed > 0 {
        origins.push(format!("{unnamed} of which only the document is known"));
    }
    output.line(&format!(
        "{}: {}",
        event.origins_in_words(),
        origins.join("; ")
    ))?;
    if let Some(told) = &page.also_told {
        output.line(&also_told_in_words(told))?;
    }
    for difference in &event.differs {
        let accounts = difference
            .accounts
            .iter()
            .map(|account| account.value.as_str());
        let accounts: Vec<&str> = accounts.collect();
        output.line(&format!(
            "accounts differ on the {}: {}",
            difference.field,
            accounts.join(" / ")
        ))?;
    }
    Ok(())
}

/// "also told in: 3 documents, all from this origin: s_… s_…"
fn also_told_in_words(told: &AlsoTold) -> String {
    let documents = match told.document_count {
        0 => "this document".to_owned(),
        1 => "1 document".to_owned(),
        count => format!("{count} documents"),
    };
    let origin = match told.one_origin {
        true => ", all from this origin",
        false => "",
    };
    format!(
        "also told in: {documents}{origin}: {}",
        told.statements.join(" ")
    )
}

fn link_in_words(link: &LinkView, page: &ChainPage) -> String {
    let mut words = match &link.speaker {
        Some(speaker) => speaker.name.clone(),
        None => "not known who".to_owned(),
    };
    if let Some(by) = link
        .speaker
        .as_ref()
        .and_then(|speaker| speaker.by.as_ref())
    {
        words.push_str(&format!(" (by {})", by.name));
    }
    if let Some(hearer) = &link.hearer {
        words.push_str(&format!(" → {}", hearer.name));
    }
    words.push_str(&format!(
        "   {}",
        format!("{:?}", link.medium).to_lowercase()
    ));
    if let Some(place) = &link.place {
        words.push_str(&format!(", {}", place.name));
    }
    match &link.time {
        Some(time) => words.push_str(&format!(", {}", time.in_words())),
        None if link.document.is_some() => words.push_str(", undated"),
        None => {}
    }
    if link.document.as_deref() == Some(page.document.id.as_str()) {
        words.push_str(&format!("   this document, {}", page.document.locator));
    }
    words
}
