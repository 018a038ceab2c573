//! `depeche split E M…`: some mentions of an entity mean another.

use crate::deciding::{Named, decide, document, entity, mention, mentions_of};
use crate::output::Outcome;
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::{Anchor, Choice, Store};

/// Say that some mentions mean somebody or something else of the same name
///
/// They become an entity of their own. `depeche undo` takes it back.
///
/// Example: depeche split e_8a27e45d d_3f2a
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The entity's id, or enough of its start
    #[arg(value_name = "ENTITY")]
    entity: String,
    /// Documents, all of whose mentions mean the other (`d_3f2a`), or single mentions by the
    /// byte where they start (`d_3f2a:812`)
    #[arg(value_name = "MENTION", required = true)]
    mentions: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let from = entity(&store, &arguments.entity)?;
    let mut mentions: Vec<Anchor> = Vec::new();
    for words in &arguments.mentions {
        for anchor in meant(&store, &from, words)? {
            if !mentions.contains(&anchor) {
                mentions.push(anchor);
            }
        }
    }
    let mut total = 0;
    for key in &from.documents {
        let stored = store.document(*key)?;
        total += stored.map_or(0, |stored| mentions_of(&stored, from.id).len());
    }
    if mentions.len() == total {
        bail!(
            "that is every mention of {}; a split leaves some, `depeche rename` renames all",
            arguments.entity
        );
    }
    drop(store);
    decide(&Choice::Split { mentions }, session)
}

/// The mentions that one word of the command line means.
fn meant(store: &Store, from: &Named, words: &str) -> anyhow::Result<Vec<Anchor>> {
    if words.contains(':') {
        let (stored, id, span) = mention(store, words)?;
        if id != from.id {
            bail!("{words} mentions e_{id:016x}, not e_{:016x}", from.id);
        }
        return Ok(Anchor::at(&stored.document, span).into_iter().collect());
    }
    let stored = document(store, words)?;
    let spans = mentions_of(&stored, from.id);
    if spans.is_empty() {
        bail!("{words} does not mention e_{:016x}", from.id);
    }
    let anchor = |span| Anchor::at(&stored.document, span);
    Ok(spans.into_iter().filter_map(anchor).collect())
}
