//! `depeche search Q`: ranked documents with snippets.

use crate::arguments::QueryArguments;
use crate::output::{Outcome, one_line, say};
use crate::session::Session;
use clap::Args;
use depeche_search::{Part, Query, Snippet};
use depeche_text::Span;
use serde::Serialize;

/// Ranked documents with snippets; words are ANDed, --any ORs them
///
/// Example: depeche search '"security guarantees" OR treat* -draft date:2007'
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    query: QueryArguments,
}

/// The first line of `--json`.
#[derive(Serialize)]
struct Summary<'a> {
    total: u64,
    exact: bool,
    query: String,
    parts: Vec<PartLine<'a>>,
}

#[derive(Serialize)]
struct PartLine<'a> {
    text: &'a str,
    count: u64,
}

/// HIT of the design's JSON.
#[derive(Serialize)]
struct HitLine {
    document: String,
    score: f32,
    snippets: Vec<SnippetLine>,
}

#[derive(Serialize)]
struct SnippetLine {
    span: Span,
    quote: String,
    marks: Vec<Span>,
}

/// How many snippets of a document are shown.
const SNIPPETS: usize = 2;

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let (store, index) = session.record()?;
    let query = session.query(&arguments.query);
    let page = &arguments.query;
    let hits = depeche_search::run(&index, &query, page.offset, page.limit_for(session.json))?;
    print_query(&query, &hits.parts, hits.total, session)?;
    for (rank, hit) in hits.hits.iter().enumerate() {
        let Some(stored) = store.document(hit.key)? else {
            continue;
        };
        let text = stored.document.text.as_str();
        let snippets = depeche_search::snippets(text, &query, SNIPPETS);
        if session.json {
            let line = HitLine {
                document: stored.document.id.to_string(),
                score: hit.score,
                snippets: snippets
                    .iter()
                    .map(|snippet| snippet_line(snippet, text))
                    .collect(),
            };
            session.output.json(&line)?;
            continue;
        }
        let title = stored
            .document
            .title
            .as_deref()
            .unwrap_or("without a title");
        let date = stored
            .document
            .date
            .as_ref()
            .and_then(|date| date.edtf.clone());
        let date = date.unwrap_or_else(|| "undated".to_owned());
        let id = stored.document.id.to_string();
        let rank = page.offset + rank + 1;
        session.output.line(&format!(
            "{rank:>3}  {}  ({date})  {}",
            one_line(title, 90),
            &id[..12]
        ))?;
        for snippet in &snippets {
            session
                .output
                .line(&format!("     {}", marked(snippet, text)))?;
        }
    }
    if !session.json {
        session.output.line(&format!("{} documents", hits.total))?;
    }
    Ok(Outcome::found(hits.total > 0))
}

/// Says what was repaired and, where asked or where nothing was found, what each part found.
pub(crate) fn print_query(
    query: &Query,
    parts: &[Part],
    total: u64,
    session: &mut Session,
) -> anyhow::Result<()> {
    for note in query.notes() {
        say(&format!("query: {}", note.message));
    }
    if session.json {
        let parts = parts.iter().map(|part| PartLine {
            text: &part.text,
            count: part.count,
        });
        let (query, parts) = (query.to_string(), parts.collect());
        return session.output.json(&Summary {
            total,
            exact: true,
            query,
            parts,
        });
    }
    if session.explain {
        session.output.line(&format!("query: {query}"))?;
    }
    if session.explain || total == 0 {
        for part in parts {
            session
                .output
                .line(&format!("{:>9}  {}", part.count, part.text))?;
        }
    }
    Ok(())
}

fn snippet_line(snippet: &Snippet, text: &str) -> SnippetLine {
    SnippetLine {
        span: snippet.span,
        quote: snippet.span.get(text).unwrap_or_default().to_owned(),
        marks: snippet.marks.clone(),
    }
}

/// The snippet on one line, what matched between `[` and `]`.
fn marked(snippet: &Snippet, text: &str) -> String {
    let mut line = String::new();
    let mut offset = snippet.span.start;
    for mark in &snippet.marks {
        line.push_str(
            Span {
                start: offset,
                end: mark.start,
            }
            .get(text)
            .unwrap_or_default(),
        );
        line.push_str(&format!("[{}]", mark.get(text).unwrap_or_default()));
        offset = mark.end;
    }
    line.push_str(
        Span {
            start: offset,
            end: snippet.span.end,
        }
        .get(text)
        .unwrap_or_default(),
    );
    one_line(&line, 400)
}
