//! `depeche check`: does every span read back, every original have its hash.

use crate::output::Outcome;
use crate::session::Session;
use clap::Args;

/// Hold the record against itself: spans, originals, pages, index
///
/// Example: depeche check
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

pub(crate) fn run(_arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let report = depeche_pipeline::check(&session.archive()?)?;
    if session.json {
        session.output.json(&serde_json::json!({
            "documents": report.document_count,
            "statements": report.statement_count,
            "spans": report.span_count,
            "originals": report.original_count,
            "faults": report.faults,
        }))?;
    } else {
        for fault in &report.faults {
            session.output.line(&format!("fault: {fault}"))?;
        }
        session.output.line(&format!(
            "{} documents, {} statements, {} spans read back, {} originals: {} faults",
            report.document_count,
            report.statement_count,
            report.span_count,
            report.original_count,
            report.faults.len()
        ))?;
    }
    Ok(if report.faults.is_empty() {
        Outcome::Done
    } else {
        Outcome::Skipped
    })
}
