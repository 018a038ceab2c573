//! `depeche merge A B…`: several entities are one.

use crate::deciding::{anchors, decide, entity};
use crate::output::Outcome;
use crate::session::Session;
use anyhow::{Context, bail};
use clap::Args;
use depeche_store::Choice;
use depeche_view::entity_view;

/// Say that several people, bodies or places are one; the first gives its name and kind
///
/// No statement changes, only who is meant. `depeche undo` takes it back.
///
/// Example: depeche merge e_8a27e45d e_48590593
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The one whose name and kind stay: its id, or enough of its start
    #[arg(value_name = "ENTITY")]
    entity: String,
    /// The others
    #[arg(value_name = "OTHER", required = true)]
    others: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let one = entity(&store, &arguments.entity)?;
    let mut others = Vec::new();
    for id in &arguments.others {
        let other = entity(&store, id)?;
        if other.id == one.id {
            bail!("{id} and {} are one already", arguments.entity);
        }
        others.push(anchors(&store, &other)?);
    }
    let view = entity_view(&store, one.id, &one.documents)?;
    let view = view.with_context(|| format!("{} is not mentioned", arguments.entity))?;
    let choice = Choice::Merge {
        entity: anchors(&store, &one)?,
        others,
        name: view.name,
        entity_kind: view.kind,
    };
    drop(store);
    decide(&choice, session)
}
