//! `depeche note DOC WORDS`: what a person has to say about a document.

use crate::deciding::{decide, document};
use crate::output::Outcome;
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::{Anchor, Choice};

/// Write a note on a document; `note:` finds it
///
/// `depeche undo` takes it back.
///
/// Example: depeche note d_3f2a "compare with the second copy"
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The document's id, or enough of its start
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The note
    #[arg(value_name = "NOTE", required = true)]
    note: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let stored = document(&store, &arguments.document)?;
    let note = arguments.note.join(" ");
    if note.trim().is_empty() {
        bail!("the note is empty");
    }
    let choice = Choice::Note {
        document: Anchor::at_start(&stored.document),
        note: note.trim().to_owned(),
    };
    drop(store);
    decide(&choice, session)
}
