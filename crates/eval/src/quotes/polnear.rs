//! `PolNeAR`'s files: raw articles, and attributions in brat's stand-off lines beside them.
//!
//! `T3<tab>Content 7 29;34 51<tab>words` is a span in characters, perhaps in pieces;
//! `E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1` is an attribution. Spans that are in none
//! ("Discuss", "Discard") are the annotators' notes to themselves.

use super::told::{Pieces, Told};
use depeche_text::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One article.
pub(super) struct Article {
    pub(super) text: String,
    /// What was marked, by annotator; most articles have one.
    pub(super) marked: Vec<Vec<Told>>,
}

/// The articles of a set, by file name.
pub(super) fn articles(folder: &Path) -> anyhow::Result<Vec<Article>> {
    let mut marks: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in files(&folder.join("attributions"))? {
        // "paper_2016-01-31_title_4b22": the annotator comes last.
        let name = stem(&path);
        let article = name
            .rsplit_once('_')
            .map_or(name.as_str(), |(article, _)| article);
        marks.entry(article.to_owned()).or_default().push(path);
    }
    let mut articles = Vec::new();
    for path in files(&folder.join("text"))? {
        let text = std::fs::read_to_string(&path)?;
        let mut marked = Vec::new();
        for marks in marks.get(&stem(&path)).map_or(&[][..], Vec::as_slice) {
            marked.push(told(&std::fs::read_to_string(marks)?, &text));
        }
        articles.push(Article { text, marked });
    }
    Ok(articles)
}

/// The files of a folder by name, without an archiver's droppings.
fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if !stem(&path).starts_with('.') {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The attributions of a stand-off file, in its order.
pub(super) fn told(lines: &str, text: &str) -> Vec<Told> {
    let mut starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
    starts.push(text.len());
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut events: Vec<&str> = Vec::new();
    for line in lines.split('\n') {
        let mut cells = line.split('\t');
        let (Some(id), Some(cell)) = (cells.next(), cells.next()) else {
            continue;
        };
        match id.chars().next() {
            Some('T') => {
                spans.insert(id, pieces(cell, &starts));
            }
            Some('E') => events.push(cell),
            _ => {}
        }
    }
    let found = events.iter().map(|event| attribution(event, &spans, text));
    found.filter(|told| !told.cue.is_empty()).collect()
}

/// "Content 7 29;34 51" as bytes.
fn pieces(cell: &str, starts: &[usize]) -> Vec<Span> {
    let Some((_, offsets)) = cell.split_once(' ') else {
        return Vec::new();
    };
    let piece = |piece: &str| {
        let (start, end) = piece.split_once(' ')?;
        let byte = |offset: &str| starts.get(offset.parse::<usize>().ok()?).copied();
        let (start, end) = (byte(start)?, byte(end)?);
        (start <= end).then(|| Span::new(start, end))
    };
    offsets.split(';').filter_map(piece).collect()
}

/// "Attribution:T4 Content:T3 Cue:T2 Source:T1"; a second one of a role is `Content2`.
fn attribution(event: &str, spans: &BTreeMap<&str, Vec<Span>>, text: &str) -> Told {
    let part = |wanted: &str| {
        let roles = event.split(' ').filter_map(|role| role.split_once(':'));
        let named = roles.filter(|(name, _)| {
            name.trim_end_matches(|letter: char| letter.is_ascii_digit()) == wanted
        });
        let spans = named.filter_map(|(_, id)| spans.get(id)).flatten().copied();
        Pieces::of(spans, text)
    };
    Told {
        cue: part("Cue"),
        source: part("Source"),
        content: part("Content"),
        ..Told::default()
    }
}
