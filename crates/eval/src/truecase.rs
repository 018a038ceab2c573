//! The truecaser: makes its counts (`eval truecase --make`) and scores it on text kept back.
//!
//! Every fourth of the sorted FRUS volumes is left out of the making and scored; the news of GUM
//! show another style. Sources and licences: `crates/language/truecase/NOTICE.md`.

mod counting;
mod making;
mod pairing;
mod scoring;

use depeche_language::truecase::{CaseClass, CaseWord, case_class, case_words};
use std::path::{Path, PathBuf};

/// Makes the counts, or scores what is shipped.
///
/// # Errors
/// When a source cannot be read or a file cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let volumes = crate::frus::words::volumes(&frus, &[])?;
    let kept_back = |index: &usize| index % 4 == 3;
    let (scored, counted): (Vec<_>, Vec<_>) = volumes
        .into_iter()
        .enumerate()
        .partition(|(index, _)| kept_back(index));
    let paths = |volumes: Vec<(usize, PathBuf)>| -> Vec<PathBuf> {
        volumes.into_iter().map(|(_, path)| path).collect()
    };
    match arguments {
        [flag] if flag == "--make" => making::make(&paths(counted)),
        [] => scoring::score(&paths(scored)),
        _ => anyhow::bail!("usage: eval truecase [--make]"),
    }
}

/// A word as it is written: its class, where its place does not hide it.
struct Seen<'a> {
    word: CaseWord,
    raw: &'a str,
    /// `None` for the first word of a sentence, and for what has no letters.
    class: Option<CaseClass>,
}

/// Hands on the words of each line of running text of a volume, a line at a time.
fn each_line(volume: &Path, each: &mut dyn FnMut(&[Seen<'_>])) -> anyhow::Result<()> {
    crate::frus::words::each(volume, &mut |document| {
        for line in document.text.lines().filter(|line| is_running(line)) {
            each(&seen(line));
        }
    })
}

fn seen(line: &str) -> Vec<Seen<'_>> {
    let class = |word: &CaseWord, raw: &str| match word.key.as_str() {
        "0" | "0th" | "'s" => Some(CaseClass::Small),
        _ if word.leads || raw.chars().any(char::is_numeric) => None,
        _ => case_class(raw),
    };
    let words = case_words(line).into_iter();
    let seen = words.map(|word| {
        let raw = word.span.slice(line);
        let class = class(&word, raw);
        Seen { word, raw, class }
    });
    seen.collect()
}

/// Whether a line is sentences: headings and lists capitalise by other rules.
fn is_running(line: &str) -> bool {
    let words = || line.split(' ').filter(|word| word.len() > 3);
    let large = words()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    let all = words().count();
    let ends = line
        .trim_end()
        .ends_with(['.', '?', '!', '”', '"', ')', ':', ';', '’']);
    all >= 5 && ends && large * 5 < all * 3
}
