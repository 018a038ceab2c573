//! `depeche who NAME`: roles over time, who they met, told and were told by.

use crate::output::{Outcome, Output};
use crate::session::Session;
use clap::Args;
use depeche_search::Options;
use depeche_view::{RoleView, TimeView, WhoPage, WhoRow, who_pages};
use std::collections::{BTreeMap, BTreeSet};

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

/// Statements named beside each other side; `--json` has all.
const SHOWN: usize = 4;

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let name = arguments.name.join(" ").replace('"', " ");
    let text = format!("person:\"{name}\" OR body:\"{name}\"");
    let query = depeche_search::parse(&text, &Options::default());
    let hits = depeche_search::run(&index, &query, 0, DOCUMENTS)?;
    let keys: Vec<u64> = hits.hits.iter().map(|hit| hit.key).collect();
    let pages = who_pages(&store, &keys, &name)?;
    for page in &pages {
        match session.json {
            true => session.output.json(&page.who)?,
            false => print(page, &mut session.output)?,
        }
    }
    if pages.is_empty() && !session.json {
        session.output.line(&format!(
            "nobody called {name:?} was read out of the documents"
        ))?;
    }
    Ok(Outcome::found(!pages.is_empty()))
}

fn print(page: &WhoPage, output: &mut Output) -> anyhow::Result<()> {
    let Some(first) = page.entities.first() else {
        return Ok(());
    };
    let kind = format!("{:?}", first.kind).to_lowercase();
    let count = page.document_count;
    output.line(&format!(
        "{}  {kind}, in {count} documents  {}",
        first.name, first.id
    ))?;
    for join in &page.who.joined {
        let [(_, one), (_, other)] = &join.entities;
        output.line(&format!(
            "  {one} and {other} taken for one: {}",
            join.reason
        ))?;
    }
    if !page.who.undecided.is_empty() {
        output.line("  a surname alone in each: whether all mean one person is not decided")?;
    }
    let aliases: BTreeSet<&str> = page
        .entities
        .iter()
        .flat_map(|entity| entity.aliases.iter().map(String::as_str))
        .collect();
    if !aliases.is_empty() {
        let aliases: Vec<&str> = aliases.into_iter().collect();
        output.line(&format!("  also called: {}", aliases.join("; ")))?;
    }
    print_roles(page, output)?;
    let lists = [
        ("met", &page.who.met),
        ("told", &page.who.told),
        ("told by", &page.who.told_by),
        ("wrote to", &page.who.wrote_to),
    ];
    for (title, list) in lists {
        print_rows(title, list, output)?;
    }
    Ok(())
}

/// Each title once, with when it was held where words say so, the first words and in how many
/// places it stands.
fn print_roles(page: &WhoPage, output: &mut Output) -> anyhow::Result<()> {
    let mut roles: BTreeMap<String, (&RoleView, usize)> = BTreeMap::new();
    for role in page.entities.iter().flat_map(|entity| &entity.roles) {
        let of = role.of.as_ref().map(|of| format!(" of {of}"));
        let held = role.time.as_ref().map_or(String::new(), held_in_words);
        let title = format!("{}{}{held}", role.title, of.unwrap_or_default());
        roles.entry(title).or_insert((role, 0)).1 += 1;
    }
    for (title, (role, count)) in roles {
        let document = role.document.get(..12).unwrap_or(&role.document);
        let more = match count {
            1 => String::new(),
            _ => format!(" and {} more", count - 1),
        };
        output.line(&format!(
            "  role: {title}   {:?}  {document}{more}",
            role.quote
        ))?;
    }
    Ok(())
}

/// When an office was held, behind its title.
fn held_in_words(time: &TimeView) -> String {
    match (time.edtf.is_some(), time.value.as_str()) {
        (true, _) => format!(", held {}", time.in_words()),
        (false, "FUTURE_REF") => ", not yet held".to_owned(),
        (false, _) => ", no longer held".to_owned(),
    }
}

/// The other sides by name, each with the statements that say so.
fn print_rows(title: &str, rows: &[WhoRow], output: &mut Output) -> anyhow::Result<()> {
    let mut named: BTreeMap<&str, Vec<&WhoRow>> = BTreeMap::new();
    for row in rows {
        named.entry(&row.name).or_default().push(row);
    }
    for (name, rows) in named {
        let first = rows.iter().filter_map(|row| row.first.as_ref());
        let first = first.min_by_key(|time| time.earliest.clone());
        let when = first.map_or("time not known".to_owned(), |time| time.in_words());
        let last = rows.iter().filter_map(|row| row.last.as_ref());
        let last = last.max_by_key(|time| time.latest.clone());
        let last = last
            .map(|time| time.in_words())
            .filter(|words| *words != when);
        let until = last.map_or(String::new(), |last| format!(" to {last}"));
        let statements: Vec<&str> = rows
            .iter()
            .flat_map(|row| row.statements.iter().map(String::as_str))
            .collect();
        let shown = statements[..statements.len().min(SHOWN)].join(" ");
        let more = match statements.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        output.line(&format!(
            "  {title}: {name}   {when}{until}   {shown}{more}"
        ))?;
    }
    Ok(())
}
