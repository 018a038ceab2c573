//! `depeche files`: every file found and its state.

use crate::output::{Outcome, one_line};
use crate::session::Session;
use anyhow::bail;
use clap::Args;
use depeche_store::FileState;
use depeche_view::file_view;

/// Every file found and its state, with the reason where it was not read whole
///
/// Example: depeche files --state failed
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Only files in these states: read, problems, refused, failed, missing
    #[arg(long, value_delimiter = ',', value_name = "STATE")]
    state: Vec<String>,
    /// Only files whose path starts so
    #[arg(value_name = "PATH", default_value = "")]
    path: String,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let mut states = Vec::new();
    let mut missing = false;
    for name in &arguments.state {
        match state_named(name) {
            Some(state) => states.push(state),
            None if name == "missing" => missing = true,
            None => bail!("no state is called {name:?}: read, problems, refused, failed, missing"),
        }
    }
    let store = session.archive()?.store()?;
    let mut found = false;
    store.files::<anyhow::Error>(&arguments.path, &mut |file| {
        let wanted = arguments.state.is_empty() || states.contains(&file.state);
        if !(wanted || missing && file.missing) {
            return Ok(());
        }
        found = true;
        let view = file_view(&store, &file)?;
        if session.json {
            return session.output.json(&view);
        }
        let gone = if view.missing { " (missing)" } else { "" };
        let line = format!("{:<18} {}{gone}", view.state, view.locator);
        session.output.line(&line)?;
        if !view.reason.is_empty() {
            session
                .output
                .line(&format!("{:19}{}", "", one_line(&view.reason, 300)))?;
        }
        Ok(())
    })?;
    if !session.json {
        let counts = store.state_counts()?;
        let total: u64 = counts.iter().map(|count| count.file_count).sum();
        let parts = counts
            .iter()
            .map(|count| format!("{} {}", count.file_count, count.state.name()));
        let parts: Vec<String> = parts.collect();
        session
            .output
            .line(&format!("{total} files: {}", parts.join(", ")))?;
    }
    Ok(Outcome::found(found))
}

fn state_named(name: &str) -> Option<FileState> {
    if name == "problems" {
        return Some(FileState::ReadWithProblems);
    }
    FileState::ALL
        .into_iter()
        .find(|state| state.name() == name)
}
