//! `depeche rename E NAME`: what an entity is called.

use crate::deciding::{anchors, decide, entity};
use crate::output::Outcome;
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::Choice;

/// Say what somebody or something is called; the names in the documents become other names
///
/// No document changes. `depeche undo` takes it back.
///
/// Example: depeche rename e_8a27e45d "Teodor Malisk"
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The entity's id, or enough of its start
    #[arg(value_name = "ENTITY")]
    entity: String,
    /// The name
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let named = entity(&store, &arguments.entity)?;
    let name = arguments.name.join(" ");
    let name: Vec<&str> = name.split_whitespace().collect();
    if name.is_empty() {
        bail!("the name is empty");
    }
    let choice = Choice::Rename {
        entity: anchors(&store, &named)?,
        name: name.join(" "),
    };
    drop(store);
    decide(&choice, session)
}
