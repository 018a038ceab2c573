//! `depeche tag DOC TAG`: a word that a person files a document under.

use crate::deciding::{decide, document};
use crate::output::Outcome;
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::{Anchor, Choice};

/// File a document under a tag of your own; `tags:` finds it
///
/// `depeche undo` takes it back.
///
/// Example: depeche tag d_3f2a to-check
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The document's id, or enough of its start
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The tag
    #[arg(value_name = "TAG")]
    tag: String,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let stored = document(&store, &arguments.document)?;
    let tag = arguments.tag.trim();
    if tag.is_empty() {
        bail!("the tag is empty");
    }
    let held = |own: &depeche_document::Field| own.name == "tag" && own.value == tag;
    if stored.document.fields.iter().any(held) {
        bail!("{} has the tag {tag} already", arguments.document);
    }
    let choice = Choice::Tag {
        document: Anchor::at_start(&stored.document),
        tag: tag.to_owned(),
    };
    drop(store);
    decide(&choice, session)
}
