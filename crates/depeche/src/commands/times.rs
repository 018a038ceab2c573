//! `depeche times FILE`: the times of a file, worked out, explained, or left open.

use crate::commands::date::checked;
use crate::commands::read::documents;
use crate::output::{Outcome, one_line};
use crate::session::Session;
use clap::Args;
use depeche_annotate::times;
use depeche_document::Document;
use depeche_text::LineIndex;
use depeche_time::edtf_expression;
use depeche_view::{PlacedTimeView, time_view};
use std::path::PathBuf;

/// The times that a file tells: value, dates, rule and anchor, or what they hang on
///
/// A line a time: its line in the document's text, its words, TIMEX3 type and value, the date as
/// EDTF with its first and last day, and the rule with what it was counted from. What hangs on an
/// unknown date is open and says on which; `--date` gives the document's date, as for `depeche
/// date`. Where a file holds several documents, each begins with a line of its own. The archive is
/// not touched.
///
/// Example: depeche times memo.txt --date 2007-02-16
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The file to read, of any format that `add` reads
    file: PathBuf,
    /// When the document was written, as EDTF; else what the document says of itself
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let date = match &arguments.date {
        Some(written) => edtf_expression(&checked(written)?.to_string(), "user"),
        None => None,
    };
    let mut is_found = false;
    let documents = documents(&arguments.file)?;
    let are_many = documents.len() > 1;
    for mut document in documents {
        if date.is_some() {
            document.date.clone_from(&date);
        }
        if (session.explain || are_many) && !session.json {
            let line = about(&document);
            session.output.line(&line)?;
        }
        let lines = LineIndex::new(&document.text);
        for time in times(&document) {
            is_found = true;
            let start = time.span.map_or(0, |span| span.start);
            let placed = PlacedTimeView {
                document: document.id.to_string(),
                line: lines.position(&document.text, start as usize).line_number,
                time: time_view(&time, &document.text),
            };
            match session.json {
                true => session.output.json(&placed)?,
                false => session.output.line(&line_of(&placed))?,
            }
        }
    }
    Ok(Outcome::found(is_found))
}

/// What times are counted from where the words name nothing else.
fn about(document: &Document) -> String {
    let date = document.date.as_ref().map(|date| {
        let view = time_view(date, &document.text);
        format!("{} (rule {})", view.in_words(), view.rule)
    });
    let date = date.unwrap_or_else(|| "unknown".to_owned());
    format!("{}  the document's date: {date}", document.id)
}

/// `12  "three weeks earlier"  DATE 2007-01-26 APPROX  2007-01-26~ [2007-01-23..2007-01-29]  rule …`
fn line_of(placed: &PlacedTimeView) -> String {
    let (time, line_number) = (&placed.time, placed.line);
    let kind = serde_json::to_value(time.kind).unwrap_or_default();
    let quote = time.quote.as_deref().unwrap_or_default();
    let modifier = match &time.modifier {
        Some(modifier) => format!(" {modifier}"),
        None => String::new(),
    };
    let dates = match (&time.edtf, &time.earliest, &time.latest) {
        (None, ..) => String::new(),
        (Some(edtf), Some(first), Some(last)) if first == edtf && last == edtf => {
            format!("  {edtf}")
        }
        (Some(edtf), first, last) => {
            let end = |day: &Option<String>| day.clone().unwrap_or_default();
            format!("  {edtf} [{}..{}]", end(first), end(last))
        }
    };
    let value = match time.value.as_str() {
        "" => "-",
        value => value,
    };
    format!(
        "{line_number:>4}  {:?}  {} {value}{modifier}{dates}  {}",
        one_line(quote, 80),
        kind.as_str().unwrap_or_default(),
        time.explained()
    )
}
