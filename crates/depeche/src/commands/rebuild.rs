//! `depeche rebuild`: make everything derived again.

use crate::output::{Outcome, say};
use crate::session::Session;
use clap::Args;

/// Delete the index and make it again from the record
///
/// Example: depeche rebuild
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let archive = session.archive()?;
    let _lock = archive.lock()?;
    depeche_pipeline::rebuild(&archive, &session.options(&archive)?)?;
    say("the index is made again");
    Ok(Outcome::Done)
}
