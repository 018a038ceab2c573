//! Who is quoted, with which words, and how it is said: attributions beside those of `PolNeAR`.
//!
//! `eval quotes [--cases] [SET…]` reads the articles from their words alone; a set is `dev` or
//! `train`; `--cases` prints misses and false alarms of every family to read. Two measures, those
//! of Citron's evaluation on PARC 3.0 (Newell, Cowlishaw and Man 2018, "Quote Extraction and
//! Analysis for News"): *exact*, a span counts when it is the same to the character, all its pieces
//! together; *tokens*, the tokens of all spans of a part in an article, read and marked, as two
//! sets. *Words* is exact with punctuation marks left out. A triple counts when cue, source and
//! content are all the same, a missing source too.
//!
//! In `PolNeAR` a token is in one attribution at most, so that an attribution inside of another's
//! content is not marked; those that are read there are left out on both measures.

mod article;
mod compare;
mod family;
mod polnear;
#[cfg(test)]
mod tests;
mod token;
mod told;

use crate::Table;
use crate::random::Random;
use compare::{PARTS, Scores};
use family::Families;
use polnear::Article;
use std::path::Path;

/// The sets, in the order of the table.
const SETS: &[&str] = &["dev", "train"];

/// So many examples of each family are shown.
const SHOWN: usize = 25;

/// So many families, and words of a family.
const MOST: usize = 24;

/// The first number of the draws.
const SEED: u64 = 2016;

/// What is asked for.
#[derive(Default)]
struct Arguments<'a> {
    cases: bool,
    sets: Vec<&'a str>,
}

impl<'a> Arguments<'a> {
    fn parse(arguments: &'a [String]) -> anyhow::Result<Arguments<'a>> {
        let mut parsed = Arguments::default();
        for argument in arguments {
            match argument.as_str() {
                "--cases" => parsed.cases = true,
                set if SETS.contains(&set) => parsed.sets.push(set),
                other => anyhow::bail!("no set of quotations is called {other}"),
            }
        }
        Ok(parsed)
    }
}

/// Runs it and prints the table, as Markdown.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let arguments = Arguments::parse(arguments)?;
    let Some(folder) = crate::corpora("quotes/polnear/data") else {
        return Ok(());
    };
    let mut table = Table::new(&[
        "set",
        "part",
        "marked",
        "read",
        "exact P",
        "exact R",
        "exact F1",
        "words F1",
        "tokens P",
        "tokens R",
        "tokens F1",
    ]);
    let mut all = Vec::new();
    for set in SETS {
        if arguments.sets.is_empty() || arguments.sets.contains(set) {
            all.push((*set, score(&folder, set, &mut table)?));
        }
    }
    table.print_markdown();
    table.write_csv(&crate::out().join("quotes.csv"))?;
    for (set, families) in &all {
        report(set, families, arguments.cases);
    }
    Ok(())
}

/// Scores one set; a second annotator of the same articles gives what people reach.
fn score(folder: &Path, set: &str, table: &mut Table) -> anyhow::Result<Families> {
    let (mut scores, mut people) = (Scores::default(), Scores::default());
    let mut families = Families::default();
    for article in polnear::articles(&folder.join(set))? {
        second(&article, &mut people);
        let Some(marked) = article.marked.first() else {
            continue;
        };
        let reading = article::read(&article.text);
        scores.hearers += reading
            .told
            .iter()
            .filter(|told| told.hearer.is_some())
            .count();
        scores.nested += reading.nested;
        scores.add(&article.text, marked, &reading.told);
        families.add(&reading, marked);
    }
    rows(table, set, &scores);
    if people.triple.gold > 0 {
        rows(table, &format!("{set}, people"), &people);
    }
    println!(
        "{set}: {} attributions read inside of others left out, {} with a hearer\n",
        scores.nested, scores.hearers
    );
    Ok(families)
}

/// Compares every annotator of an article with every later one.
fn second(article: &Article, scores: &mut Scores) {
    for (index, first) in article.marked.iter().enumerate() {
        for second in &article.marked[index + 1..] {
            scores.add(&article.text, first, second);
        }
    }
}

fn rows(table: &mut Table, set: &str, scores: &Scores) {
    let shown = |share: f64| format!("{share:.3}");
    for (part, score) in PARTS.iter().zip(&scores.parts) {
        table.row(&[
            &set,
            part,
            &score.exact.gold,
            &score.exact.read,
            &shown(score.exact.precision()),
            &shown(score.exact.recall()),
            &shown(score.exact.f1()),
            &shown(score.words.f1()),
            &shown(score.tokens.precision()),
            &shown(score.tokens.recall()),
            &shown(score.tokens.f1()),
        ]);
    }
    table.row(&[
        &set,
        &"triple",
        &scores.triple.gold,
        &scores.triple.read,
        &shown(scores.triple.precision()),
        &shown(scores.triple.recall()),
        &shown(scores.triple.f1()),
        &shown(scores.triple_words.f1()),
        &"-",
        &"-",
        &"-",
    ]);
}

/// The families of errors, the most frequent first, with the words at their heart.
fn report(set: &str, families: &Families, cases: bool) {
    let mut table = Table::new(&["set", "family", "errors", "most often"]);
    let families = families.by_count();
    for family in families.iter().take(MOST) {
        let words = family.words();
        let words: Vec<String> = words
            .iter()
            .take(MOST)
            .map(|(word, count)| format!("{word} {count}"))
            .collect();
        table.row(&[&set, &family.name, &family.cases.len(), &words.join(", ")]);
    }
    println!();
    table.print_markdown();
    for family in families.iter().filter(|_| cases) {
        println!("\n## {set}: {} ({})\n", family.name, family.cases.len());
        let mut random = Random::new(SEED);
        let mut left: Vec<&str> = family
            .cases
            .iter()
            .map(|case| case.shown.as_str())
            .collect();
        for _ in 0..SHOWN.min(left.len()) {
            println!("{}\n", left.swap_remove(random.below(left.len())));
        }
    }
}
