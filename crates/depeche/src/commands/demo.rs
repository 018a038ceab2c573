//! `depeche demo`: read the bundled sample and show the five answers.

use crate::commands::{add, chain, events};
use crate::output::{Outcome, say};
use crate::sample;
use crate::session::Session;
use clap::Args;
use depeche_statement::{EventType, Modality, Polarity};
use depeche_store::{Archive, Store};
use depeche_view::{ChainPage, EventView, chain_page, events_of_group};
use std::path::PathBuf;

/// Read the bundled sample (an invented affair) and show what can be asked of it
///
/// Writes the sample and its archive to ./depeche-demo, or beside the folder that --archive names.
///
/// Example: depeche demo
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

/// Where the demo puts its files, under the current folder.
const FOLDER: &str = "depeche-demo";

pub(crate) fn run(_arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let folder = PathBuf::from(FOLDER);
    let archive_folder = folder.join("archive");
    sample::unpack(&folder.join("sample"))?;
    let archive = Archive::open_or_create(&archive_folder)?;
    say("reading the bundled sample; all of it is invented");
    let options = session.options(&archive)?;
    let report = add::add(&archive, &[folder.join("sample")], &options)?;
    let store = archive.store()?;
    let [documents, statements, _] = store.counts()?;
    session.output.line(&format!(
        "{} files: {documents} documents, {statements} statements\n",
        report.file_total
    ))?;
    let events = timeline(&store)?;
    print_timeline(&events, session)?;
    if let Some(page) = longest_chain(&store, &events)? {
        session
            .output
            .line("\n2. Who told whom (the longest chain)\n")?;
        chain::print(&page, false, &mut session.output)?;
    }
    print_doubts(&events, &store, session)?;
    print_next(&archive_folder.display().to_string(), session)?;
    Ok(Outcome::Done)
}

/// Every event, by day.
fn timeline(store: &Store) -> anyhow::Result<Vec<EventView>> {
    let mut events = Vec::new();
    store.events::<anyhow::Error>(&mut |group| {
        events.extend(events_of_group(store, group)?);
        Ok(())
    })?;
    events.sort_by(|left, right| {
        let key = |event: &EventView| (event.sort_day.is_none(), event.sort_day.clone());
        key(left)
            .cmp(&key(right))
            .then_with(|| left.id.cmp(&right.id))
    });
    Ok(events)
}

/// What is told as having happened, on a day or in a month that is known; what was said and what
/// was planned is left to `depeche events`.
fn print_timeline(events: &[EventView], session: &mut Session) -> anyhow::Result<()> {
    let output = &mut session.output;
    output.line("1. What happened, in order\n")?;
    let happened = |event: &&EventView| {
        let dated = event.time.as_ref();
        let dated = dated.is_some_and(|time| time.earliest.is_some() && time.latest.is_some());
        let done = event.polarity == Polarity::Positive && event.modality == Modality::Asserted;
        dated && done && event.kind != EventType::Tell
    };
    let mut count = 0;
    for event in events.iter().filter(happened) {
        match event.statements.len() {
            1 => events::print_head(event, output)?,
            _ => events::print(event, false, output)?,
        }
        count += 1;
    }
    let rest = events.len() - count;
    output.line(&format!(
        "\n{rest} more: what was said, planned, denied, or is not dated (`depeche events`)"
    ))?;
    Ok(())
}

/// The statement with the longest chain of named speakers; of several the one that most
/// statements stand beside.
fn longest_chain(store: &Store, events: &[EventView]) -> anyhow::Result<Option<ChainPage>> {
    let mut best: Option<((bool, usize, usize), ChainPage)> = None;
    for event in events {
        for id in &event.statements {
            let number = u64::from_str_radix(&id[2..], 16)?;
            let Some(page) = chain_page(store, number)? else {
                continue;
            };
            let links = &page.statement.chain;
            let named = links.iter().all(|link| link.speaker.is_some());
            let rank = (named, links.len(), event.statements.len());
            if best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, page));
            }
        }
    }
    Ok(best.map(|(_, page)| page))
}

/// How many sources, what differs, and what is not known.
fn print_doubts(events: &[EventView], store: &Store, session: &mut Session) -> anyhow::Result<()> {
    let several = events
        .iter()
        .filter(|event| event.named_origin_count() > 1)
        .count();
    let differing = events
        .iter()
        .filter(|event| !event.differs.is_empty())
        .count();
    let undated = events
        .iter()
        .filter(|event| event.sort_day.is_none())
        .count();
    let mut pages = 0;
    store.document_keys::<anyhow::Error>(&mut |key| {
        let stored = store.document(key)?;
        pages += usize::from(stored.is_some_and(|stored| stored.document.date.is_none()));
        Ok(())
    })?;
    let output = &mut session.output;
    output.line("\n3. How many sources, and what is not known\n")?;
    output.line(&format!(
        "{:>5} events, {several} of them with more than one origin",
        events.len()
    ))?;
    output.line(&format!("{differing:>5} events on which accounts differ"))?;
    output.line(&format!("{undated:>5} events whose time is not known"))?;
    output.line(&format!("{pages:>5} documents without a date"))?;
    Ok(())
}

fn print_next(archive: &str, session: &mut Session) -> anyhow::Result<()> {
    let output = &mut session.output;
    output.line("\nTo look further:\n")?;
    for command in [
        "events 'type:meet'",
        "search 'harbour OR port'",
        "files --state failed,refused",
        "statements 'polarity:negative' --explain",
        "check",
    ] {
        output.line(&format!("  depeche --archive {archive} {command}"))?;
    }
    Ok(())
}
