//! `depeche undo`: an earlier decision does not hold.

use crate::deciding::decide;
use crate::output::Outcome;
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::{Choice, Decision, DecisionState};

/// Take back the last decision that holds, or the one of this number
///
/// It is a decision itself: undoing it brings back what it took back.
///
/// Example: depeche undo
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The decision's number, as `depeche history` shows it
    #[arg(value_name = "NUMBER")]
    number: Option<u32>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let decisions = session.archive()?.store()?.decisions()?;
    let undone = |decision: &&Decision| matches!(decision.state, DecisionState::Undone(_));
    let number = match arguments.number {
        None => {
            let own = |decision: &&Decision| !matches!(decision.choice, Choice::Undo { .. });
            let mut last = decisions.iter().rev().filter(own);
            let Some(last) = last.find(|decision| !undone(decision)) else {
                session.output.line("there is nothing to undo")?;
                return Ok(Outcome::Nothing);
            };
            last.number
        }
        Some(number) => {
            let found = decisions.iter().find(|decision| decision.number == number);
            match found {
                None => bail!("there is no decision {number}; `depeche history` lists them"),
                Some(found) if undone(&found) => bail!("decision {number} is undone already"),
                Some(_) => number,
            }
        }
    };
    decide(&Choice::Undo { number }, session)
}
