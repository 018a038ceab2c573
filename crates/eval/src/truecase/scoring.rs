//! Scores the shipped counts on text kept back: upper-cased, restored, compared word by word.

use super::{is_running, seen};
use crate::Table;
use depeche_language::Truecaser;
use depeche_language::truecase::CaseClass;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One document in so many is scored.
const EVERY: usize = 5;

/// The commonest mistakes that are printed; all are in the CSV.
const SHOWN: usize = 60;

#[derive(Default)]
struct Score {
    /// Words with letters, and those spelt as they were.
    words: [usize; 2],
    /// Inside of sentences: large in the text, large as restored, and both.
    large: [usize; 3],
    /// Inside of sentences, two letters or more, all capitals: likewise.
    acronyms: [usize; 3],
    mistakes: BTreeMap<(String, String), usize>,
}

impl Score {
    fn line(&mut self, line: &str, restored: &str) {
        for seen in seen(line) {
            let was = seen.raw;
            let is = seen.word.span.slice(restored);
            if !was.chars().any(char::is_alphabetic) {
                continue;
            }
            self.words[0] += 1;
            self.words[1] += usize::from(was == is);
            if was != is {
                *self
                    .mistakes
                    .entry((was.to_owned(), is.to_owned()))
                    .or_default() += 1;
            }
            if seen.class.is_none() || seen.word.key == "0" {
                continue;
            }
            tally(&mut self.large, [is_large(was), is_large(is)]);
            tally(&mut self.acronyms, [is_acronym(was), is_acronym(is)]);
        }
    }
}

fn tally(counts: &mut [usize; 3], [was, is]: [bool; 2]) {
    counts[0] += usize::from(was);
    counts[1] += usize::from(is);
    counts[2] += usize::from(was && is);
}

fn is_large(word: &str) -> bool {
    depeche_language::truecase::case_class(word).is_some_and(|class| class != CaseClass::Small)
}

fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > 1 && !word.chars().any(char::is_lowercase)
}

/// Scores and prints.
///
/// # Errors
/// When a volume cannot be read or the CSV cannot be written.
pub(super) fn score(volumes: &[PathBuf]) -> anyhow::Result<()> {
    let mut frus = Score::default();
    for volume in volumes {
        let mut number = 0;
        crate::frus::words::each(volume, &mut |document| {
            number += 1;
            if number % EVERY == 0 {
                let lines = document.text.lines().filter(|line| is_running(line));
                lines.for_each(|line| compare(line, &mut frus));
            }
        })?;
    }
    let mut news = Score::default();
    for sentence in gum_news()? {
        compare(&sentence, &mut news);
    }
    report(&[("frus kept back", frus), ("gum news", news)])
}

fn compare(line: &str, score: &mut Score) {
    let capitals: String = line.chars().map(large).collect();
    let restored = Truecaser::bundled().restore(&capitals);
    score.line(line, &restored);
}

fn large(letter: char) -> char {
    let mut forms = letter.to_uppercase();
    match (forms.next(), forms.next()) {
        (Some(form), None) if form.len_utf8() == letter.len_utf8() => form,
        _ => letter,
    }
}

/// The sentences of GUM's news, as their `# text` lines give them.
fn gum_news() -> anyhow::Result<Vec<String>> {
    let Some(ner) = crate::corpora("ner") else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(ner.join("gum/dep"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_news(path))
        .collect();
    paths.sort();
    let mut sentences = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path)?;
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("# text = "));
        sentences.extend(lines.filter(|line| is_running(line)).map(str::to_owned));
    }
    Ok(sentences)
}

fn is_news(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with("GUM_news_") && name.ends_with(".conllu"))
}

fn report(scores: &[(&str, Score)]) -> anyhow::Result<()> {
    let mut table = Table::new(&[
        "text",
        "words",
        "right",
        "large",
        "recall",
        "precision",
        "acronyms",
        "recall",
        "precision",
    ]);
    let mut mistakes = Table::new(&["text", "was", "restored", "times"]);
    for (name, score) in scores {
        let part = |part: usize, all: usize| format!("{:.4}", part as f64 / all.max(1) as f64);
        let [large, acronyms] = [score.large, score.acronyms];
        table.row(&[
            name,
            &score.words[0],
            &part(score.words[1], score.words[0]),
            &large[0],
            &part(large[2], large[0]),
            &part(large[2], large[1]),
            &acronyms[0],
            &part(acronyms[2], acronyms[0]),
            &part(acronyms[2], acronyms[1]),
        ]);
        let mut ranked: Vec<_> = score.mistakes.iter().collect();
        ranked.sort_by_key(|(words, times)| (std::cmp::Reverse(**times), *words));
        for ((was, is), times) in ranked.into_iter().take(SHOWN * 10) {
            mistakes.row(&[name, was, is, times]);
        }
    }
    table.print();
    mistakes.write_csv(&crate::out().join("truecase-mistakes.csv"))?;
    table.write_csv(&crate::out().join("truecase.csv"))
}
