//! The reading engine beside spaCy: the same tokens, tags, trees, lemmas and names.
//!
//! `cargo xtask eval language PIPELINE_DIR GOLDEN.jsonl` reads the texts of a file that
//! `tools/parity/golden.py` made and counts where the engine differs.

use crate::Table;
use crate::process::cpu_seconds;
use anyhow::Context;
use depeche_language::{Parse, Pipeline};
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A pipeline's largest file that is read, in bytes.
const LARGEST_PART: u64 = 1 << 30;

/// So many differing documents are shown.
const SHOWN: usize = 20;

/// A text as spaCy reads it.
#[derive(Deserialize)]
struct Golden {
    text: String,
    tokens: Vec<Token>,
    names: Vec<(usize, usize, String)>,
}

/// Start, end, tag, part of speech, features, lemma, head, relation, whether a sentence starts.
type Token = (
    u32,
    u32,
    String,
    String,
    String,
    String,
    usize,
    String,
    bool,
);

/// The layers that are compared, and how often each differs.
const LAYERS: [&str; 9] = [
    "tokens", "tag", "pos", "morph", "lemma", "head", "dep", "sentence", "names",
];

/// Runs it and prints the table.
///
/// # Errors
/// When the pipeline or the golden file cannot be read.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let [folder, golden] = arguments else {
        anyhow::bail!("name a pipeline's folder and a golden file")
    };
    let pipeline = load(Path::new(folder))?;
    let mut reader = pipeline.reader();
    let golden = BufReader::new(std::fs::File::open(golden).with_context(|| golden.clone())?);
    let (mut texts, mut tokens, mut seconds) = (0u64, 0u64, 0.0);
    let mut differing_texts = 0;
    let mut differing = [0u64; LAYERS.len()];
    for line in golden.lines() {
        let golden: Golden = serde_json::from_str(&line?)?;
        let start = cpu_seconds();
        let parse = reader.read(&golden.text);
        seconds += cpu_seconds() - start;
        (texts, tokens) = (texts + 1, tokens + golden.tokens.len() as u64);
        let (counts, first) = compare(&golden, &parse);
        for (sum, count) in differing.iter_mut().zip(counts) {
            *sum += count;
        }
        if let Some(first) = first {
            differing_texts += 1;
            if differing_texts <= SHOWN {
                println!("text {texts}: {first}");
            }
        }
    }
    let mut table = Table::new(&["layer", "differing", "of", "same"]);
    for (layer, count) in LAYERS.iter().zip(differing) {
        let same = 1.0 - count as f64 / tokens.max(1) as f64;
        table.row(&[layer, &count, &tokens, &format!("{same:.6}")]);
    }
    table.row(&[
        &"texts",
        &differing_texts,
        &texts,
        &format!("{:.6}", 1.0 - differing_texts as f64 / texts.max(1) as f64),
    ]);
    println!("{:.0} tokens a CPU-second", tokens as f64 / seconds);
    table.print();
    table.write_csv(&PathBuf::from("bench/out/language.csv"))
}

/// Loads a pipeline from its folder, or from the file that it was packed in.
///
/// # Errors
/// As [`Pipeline::load`] and [`Pipeline::unpack`].
pub fn load(folder: &Path) -> anyhow::Result<Pipeline> {
    if folder.is_file() {
        return Ok(Pipeline::unpack(&std::fs::read(folder)?)?);
    }
    let mut file = |path: &str| depeche_source::read_in_folder(folder, path, LARGEST_PART);
    Pipeline::load(&mut file).with_context(|| folder.display().to_string())
}

/// How often each layer differs, and the first difference in words.
fn compare(golden: &Golden, parse: &Parse<'_>) -> ([u64; LAYERS.len()], Option<String>) {
    let mut counts = [0; LAYERS.len()];
    let mut first = None;
    let words = &parse.words;
    let same_tokens = words.len() == golden.tokens.len()
        && words
            .iter()
            .zip(&golden.tokens)
            .all(|(word, token)| (word.span.start, word.span.end) == (token.0, token.1));
    if !same_tokens {
        let here = words.iter().zip(&golden.tokens);
        let wrong = here
            .filter(|(word, token)| (word.span.start, word.span.end) != (token.0, token.1))
            .map(|(word, token)| {
                let theirs = golden.text.get(token.0 as usize..token.1 as usize);
                format!("token {:?}, spaCy {theirs:?}", word.span.get(&golden.text))
            })
            .next();
        counts[0] = golden.tokens.len() as u64;
        return (
            counts,
            Some(wrong.unwrap_or_else(|| "another number of tokens".to_owned())),
        );
    }
    for (index, (word, token)) in words.iter().zip(&golden.tokens).enumerate() {
        let ours = [word.tag, word.pos, word.morph, &word.lemma];
        let theirs = [&token.2, &token.3, &token.4, &token.5];
        let mut pairs: Vec<(String, String)> = ours
            .iter()
            .zip(theirs)
            .map(|(ours, theirs)| ((*ours).to_owned(), theirs.clone()))
            .collect();
        pairs.push((word.head.to_string(), token.6.to_string()));
        pairs.push((word.dep.to_owned(), token.7.clone()));
        pairs.push((word.starts_sentence.to_string(), token.8.to_string()));
        for (layer, (ours, theirs)) in pairs.iter().enumerate() {
            if ours != theirs {
                counts[layer + 1] += 1;
                first.get_or_insert_with(|| {
                    let spelling = word.span.get(&golden.text).unwrap_or_default();
                    format!(
                        "{} of {spelling:?} ({index}): {ours}, spaCy {theirs}",
                        LAYERS[layer + 1]
                    )
                });
            }
        }
    }
    let ours: Vec<(usize, usize, &str)> = parse
        .names
        .iter()
        .map(|name| (name.first, name.end, name.label))
        .collect();
    let theirs: Vec<(usize, usize, &str)> = golden
        .names
        .iter()
        .map(|(first, end, label)| (*first, *end, label.as_str()))
        .collect();
    let missing = theirs.iter().filter(|name| !ours.contains(name));
    let more = ours.iter().filter(|name| !theirs.contains(name));
    let wrong: Vec<_> = missing.chain(more).collect();
    counts[8] += wrong.len() as u64;
    if let Some(name) = wrong.first() {
        first.get_or_insert_with(|| format!("name {name:?}"));
    }
    (counts, first)
}
