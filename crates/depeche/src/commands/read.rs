//! `depeche read FILE`: what a trained pipeline reads in a file, word by word.

use crate::output::Outcome;
use crate::session::Session;
use anyhow::{Context, bail};
use clap::Args;
use depeche_document::{Document, parse};
use depeche_language::{Parse, Pipeline, english, restored};
use depeche_source::{Found, Limits, open, read_in_folder, walk};
use depeche_text::Span;
use std::path::{Path, PathBuf};

/// A pipeline's largest file, in bytes: the vectors of a large one.
const LARGEST_PART_BYTES: u64 = 4 << 30;

/// Tokens, tags, heads and names that a trained pipeline reads in a file
///
/// One block of the file at a time (a title, a paragraph), in CoNLL-U: number, word, lemma, part
/// of speech, tag, features, head, relation; the last column has the bytes of the word and the
/// name that it is in. What is all capitals is read as if it had small letters. The bundled
/// pipeline is for English; `--pipeline` takes another of spaCy 3. The archive is not touched.
///
/// Example: depeche read memo.txt
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The file to read, of any format that `add` reads
    file: PathBuf,
    /// The folder of a spaCy 3 pipeline (the one with `config.cfg` in it) [default: the bundled one]
    #[arg(long, value_name = "DIR")]
    pipeline: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let other = match &arguments.pipeline {
        Some(folder) => Some(load(folder)?),
        None => None,
    };
    let pipeline = other.as_ref().unwrap_or_else(|| english());
    let documents = documents(&arguments.file)?;
    let mut reader = pipeline.reader();
    for document in &documents {
        for block in document.reading_blocks() {
            let text = block.span.get(&document.text).unwrap_or_default();
            let parse = reader.read(&restored(text));
            match session.json {
                true => session.output.json(&json(document, block.span, &parse))?,
                false => conll(session, block.span, text, &parse)?,
            }
        }
    }
    Ok(Outcome::found(!documents.is_empty()))
}

fn load(folder: &Path) -> anyhow::Result<Pipeline> {
    let mut part = |path: &str| read_in_folder(folder, path, LARGEST_PART_BYTES);
    Pipeline::load(&mut part)
        .with_context(|| format!("the pipeline {} cannot be run", folder.display()))
}

/// The documents of one file, read without an archive.
pub(super) fn documents(path: &Path) -> anyhow::Result<Vec<Document>> {
    let limits = Limits::default();
    let found = walk(&[path], &limits).next();
    let file = match found {
        Some(Found::File(file)) => file,
        Some(Found::Unread { problem, .. }) => bail!("{}", problem.message),
        None => bail!("{} is no file", path.display()),
    };
    let item = open(&file, &limits).map_err(|problem| anyhow::anyhow!(problem.message))?;
    let mut documents = Vec::new();
    let problems = parse(&item, &limits, &mut |document| documents.push(document));
    match (documents.is_empty(), problems.into_iter().next()) {
        (true, Some(problem)) => bail!(problem.message),
        _ => Ok(documents),
    }
}

/// The name that each word is in, as CoNLL-U files of named entities have it: `B-PERSON`, `I-…`.
fn names(parse: &Parse<'_>) -> Vec<Option<String>> {
    let mut names = vec![None; parse.words.len()];
    for name in &parse.names {
        for (word, named) in names[name.first..name.end].iter_mut().enumerate() {
            let place = if word == 0 { "B" } else { "I" };
            *named = Some(format!("{place}-{}", name.label));
        }
    }
    names
}

fn conll(session: &mut Session, block: Span, text: &str, parse: &Parse<'_>) -> anyhow::Result<()> {
    let or_none = |value: &str| match value {
        "" => "_".to_owned(),
        value => value.replace(['\t', '\n', '\r'], " "),
    };
    let names = names(parse);
    let mut first = 0;
    for (index, word) in parse.words.iter().enumerate() {
        if word.starts_sentence {
            if index > 0 {
                session.output.line("")?;
            }
            first = index;
        }
        let head = match word.head == index {
            true => 0,
            false => (word.head + 1).saturating_sub(first),
        };
        let bytes = format!(
            "Bytes={}-{}",
            block.start + word.span.start,
            block.start + word.span.end
        );
        let misc = match &names[index] {
            Some(name) => format!("{bytes}|Name={name}"),
            None => bytes,
        };
        let columns = [
            (index - first + 1).to_string(),
            or_none(word.span.get(text).unwrap_or_default()),
            or_none(&word.lemma),
            or_none(word.pos),
            or_none(word.tag),
            or_none(word.morph),
            head.to_string(),
            or_none(word.dep),
            "_".to_owned(),
            misc,
        ];
        session.output.line(&columns.join("\t"))?;
    }
    session.output.line("")?;
    Ok(())
}

fn json(document: &Document, block: Span, parse: &Parse<'_>) -> serde_json::Value {
    let at = |span: Span| {
        serde_json::json!({
            "start": block.start + span.start, "end": block.start + span.end,
        })
    };
    let words = parse.words.iter().map(|word| {
        serde_json::json!({
            "span": at(word.span), "tag": word.tag, "pos": word.pos, "morph": word.morph,
            "lemma": word.lemma, "head": word.head, "dep": word.dep,
            "starts_sentence": word.starts_sentence,
        })
    });
    let names = parse
        .names
        .iter()
        .map(|name| serde_json::json!({"first": name.first, "end": name.end, "label": name.label}));
    serde_json::json!({
        "document": document.id.to_string(), "block": block,
        "words": words.collect::<Vec<_>>(), "names": names.collect::<Vec<_>>(),
    })
}
