//! `depeche reject M`: what was taken for a name is none.

use crate::deciding::{anchors, decide, entity, mention};
use crate::output::Outcome;
use crate::session::Session;
use clap::Args;
use depeche_store::{Anchor, Choice};

/// Say that what was taken for a name is none
///
/// The words stay in their statements, but mean nobody. `depeche undo` takes it back.
///
/// Example: depeche reject e_36d4555e
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// An entity that is none, wherever it is mentioned (`e_36d4`), or single mentions by the byte
    /// where they start (`d_3f2a:812`)
    #[arg(value_name = "MENTION", required = true)]
    mentions: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let mut mentions: Vec<Anchor> = Vec::new();
    let is_place = |words: &String| words.contains(':');
    let everywhere = !arguments.mentions.iter().any(is_place);
    for words in &arguments.mentions {
        if is_place(words) {
            let (stored, _, span) = mention(&store, words)?;
            mentions.extend(Anchor::at(&stored.document, span));
        } else {
            anyhow::ensure!(
                everywhere,
                "{words} and a single mention are two decisions; reject one, then the other"
            );
            mentions.extend(anchors(&store, &entity(&store, words)?)?);
        }
    }
    let choice = Choice::Reject {
        mentions,
        everywhere,
    };
    drop(store);
    decide(&choice, session)
}
