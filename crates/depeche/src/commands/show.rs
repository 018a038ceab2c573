//! `depeche show DOC`: one document, with what was read out of it.

use crate::output::{Outcome, one_line};
use crate::session::{Session, digits, only};
use clap::Args;
use depeche_document::BlockKind;
use depeche_store::StoredDocument;
use depeche_view::{DocumentView, StatementView, document_view, statement_view};
use serde::Serialize;

/// One document: its head, its words, and what was read out of it
///
/// Example: depeche show d_3f2a
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The document's id, or enough of its start
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// Also show furniture: menus, teasers, page lines
    #[arg(long)]
    furniture: bool,
}

/// A document with its text and statements, for `--json`.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    document: DocumentView,
    text: &'a str,
    statements: Vec<StatementView>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let keys = store.documents_starting(digits(&arguments.document, "d_")?, 2)?;
    let key = only(&keys, &arguments.document, "document")?;
    let Some(stored) = store.document(key)? else {
        return Ok(Outcome::Nothing);
    };
    let view = document_view(&stored);
    let statements = statements(&stored);
    if session.json {
        let text = stored.document.text.as_str();
        session.output.json(&Whole {
            document: view,
            text,
            statements,
        })?;
        return Ok(Outcome::Done);
    }
    print_head(&view, session)?;
    print_words(&stored, arguments.furniture, session)?;
    session
        .output
        .line(&format!("\n{} statements", statements.len()))?;
    for statement in &statements {
        let who = crate::commands::statements::participants(statement);
        let when = statement
            .time
            .as_ref()
            .map_or_else(String::new, |time| time.in_words());
        session.output.line(&format!(
            "  {}  {:<8} {who}  {when}",
            statement.id,
            statement.kind.name()
        ))?;
        session
            .output
            .line(&format!("      {:?}", one_line(&statement.quote, 200)))?;
        if session.explain {
            let explained = statement.time.as_ref().map(|time| time.explained());
            let explained = explained.unwrap_or_else(|| "no time".to_owned());
            session.output.line(&format!(
                "      rule {}; time: {explained}",
                statement.by.rule
            ))?;
        }
    }
    Ok(Outcome::Done)
}

fn statements(stored: &StoredDocument) -> Vec<StatementView> {
    let Some(reading) = &stored.reading else {
        return Vec::new();
    };
    let view = |statement| statement_view(&stored.document, reading, statement);
    reading.statements.iter().map(view).collect()
}

fn print_head(view: &DocumentView, session: &mut Session) -> anyhow::Result<()> {
    let output = &mut session.output;
    output.line(&format!("{}  {:?}, {}", view.id, view.kind, view.state).to_lowercase())?;
    output.line(&format!("found at  {}", view.locator))?;
    let date = match &view.date {
        Some(date) => format!("{}  ({})", date.in_words(), date.explained()),
        None => "not known".to_owned(),
    };
    output.line(&format!("dated     {date}"))?;
    for field in &view.fields {
        output.line(&format!(
            "{:<9} {}",
            field.name,
            one_line(&field.value, 160)
        ))?;
    }
    for problem in &view.problems {
        output.line(&format!(
            "problem   {}: {} {}",
            problem.code, problem.message, problem.hint
        ))?;
    }
    Ok(())
}

fn print_words(
    stored: &StoredDocument,
    furniture: bool,
    session: &mut Session,
) -> anyhow::Result<()> {
    let document = &stored.document;
    for block in &document.blocks {
        if block.kind == BlockKind::Furniture && !furniture {
            continue;
        }
        let words = block
            .span
            .get(&document.text)
            .unwrap_or_default()
            .trim_end();
        session.output.line(&format!("\n{words}"))?;
    }
    Ok(())
}
