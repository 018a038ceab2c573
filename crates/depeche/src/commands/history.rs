//! `depeche history`: every decision, in order, and how it stands.

use crate::output::{Outcome, one_line};
use crate::session::Session;
use clap::Args;
use depeche_view::decision_view;

/// Every decision, in the order in which they were made: in force, undone, or adrift
///
/// Adrift: the document was replaced or the words are gone. Such a decision does nothing, and is
/// kept.
///
/// Example: depeche history
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let decisions = session.archive()?.store()?.decisions()?;
    for decision in &decisions {
        let view = decision_view(decision);
        if session.json {
            session.output.json(&view)?;
            continue;
        }
        let state = match &view.undone_by {
            Some(by) => format!("undone by {by}"),
            None => view.state.to_owned(),
        };
        let words = one_line(&view.in_words, 160);
        session.output.line(&format!(
            "{:>3}  {:<6}  {state:<12}  {words}",
            view.id, view.kind
        ))?;
        if let Some(reason) = &view.reason {
            session.output.line(&format!("{:15}{reason}", ""))?;
        }
    }
    if !session.json {
        session
            .output
            .line(&format!("{} decisions", decisions.len()))?;
    }
    Ok(Outcome::found(!decisions.is_empty()))
}
