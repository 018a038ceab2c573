//! `depeche settings`: each setting and where it came from.

use crate::output::Outcome;
use crate::session::{Session, environment};
use crate::settings;
use clap::Args;
use depeche_store::{Archive, ErrorKind};

/// Each setting, its value, and where that came from
///
/// Order: environment (`DEPECHE_…`) before the archive's settings.toml before the default.
///
/// Example: depeche settings
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let text = match Archive::open(&session.folder) {
        Ok(archive) => archive.settings()?,
        // Without an archive the defaults and the environment can still be shown.
        Err(error) if error.kind() == ErrorKind::Missing => String::new(),
        Err(error) => return Err(error.into()),
    };
    let (_, settings) = settings::settings(&text, &environment)?;
    for setting in settings {
        if session.json {
            session.output.json(&serde_json::json!({
                "name": setting.name, "value": setting.value, "from": setting.from,
                "about": setting.about,
            }))?;
        } else {
            let line = format!("{} = {}", setting.name, setting.value);
            session.output.line(&format!(
                "{line:<40} {:<14} {}",
                setting.from, setting.about
            ))?;
        }
    }
    Ok(Outcome::Done)
}
