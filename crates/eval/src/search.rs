//! Ranking on the TIME set: 423 articles of 1963, 83 queries, judgements.
//!
//! Each article goes the whole road as a file of plain text, and each query as it is printed is
//! asked as `depeche search --any` asks it. Measures are those of trec_eval with binary
//! relevance: average precision over all that is found, nDCG@10 with the discount log2(rank + 1),
//! P@10 and recall@100. Not a test of the query language: the queries are sentences.

use crate::{Table, corpora};
use anyhow::Context;
use depeche_index::Index;
use depeche_pipeline::Options;
use depeche_search::parse;
use depeche_store::Archive;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many queries the list of the worst has.
const WORST: usize = 12;

/// Runs it and prints the table.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(_arguments: &[String]) -> anyhow::Result<()> {
    let Some(folder) = corpora("search/time/time") else {
        return Ok(());
    };
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))
    };
    let articles = sections(&read("TIME.ALL")?, "*TEXT");
    let queries = sections(&read("TIME.QUE")?, "*FIND");
    let judgements = judgements(&read("TIME.REL")?);
    let known = 1..=articles.len();
    let strays = judgements.values().flatten();
    let strays = strays.filter(|article| !known.contains(article)).count();
    println!(
        "{} articles, {} queries; {strays} judgements of articles that are not there count as missed",
        articles.len(),
        queries.len(),
    );
    let work = tempfile::tempdir()?;
    let ranking = Ranking::of(&articles, work.path())?;
    let mut scores = Vec::new();
    for (position, query) in queries.iter().enumerate() {
        let number = position + 1;
        let Some(relevant) = judgements.get(&number) else {
            continue;
        };
        let (compiled, ranked) = ranking.rank(query)?;
        scores.push(Score::of(number, compiled, &ranked, relevant));
    }
    report(&mut scores)
}

/// The texts after each line that starts with `mark`, up to the next one.
fn sections(text: &str, mark: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    for line in text.lines() {
        if line.starts_with(mark) {
            sections.push(String::new());
        } else if line.starts_with("*STOP") {
            break;
        } else if let Some(section) = sections.last_mut() {
            section.push_str(line);
            section.push('\n');
        }
    }
    sections
}

/// By the number of the query: the numbers of its articles, counted from 1 in the order of the
/// file.
fn judgements(text: &str) -> BTreeMap<usize, BTreeSet<usize>> {
    let rows = text.lines().filter_map(|line| {
        let mut numbers = line.split_whitespace().map_while(|word| word.parse().ok());
        Some((numbers.next()?, numbers.collect()))
    });
    rows.collect()
}

/// The articles in an archive of their own.
struct Ranking {
    index: Index,
    /// The number of each article by its document's key.
    numbers: BTreeMap<u64, usize>,
}

impl Ranking {
    fn of(articles: &[String], work: &Path) -> anyhow::Result<Ranking> {
        let folder = work.join("articles");
        std::fs::create_dir(&folder)?;
        for (position, article) in articles.iter().enumerate() {
            std::fs::write(folder.join(format!("{}.txt", position + 1)), article)?;
        }
        let archive = Archive::open_or_create(&work.join("archive"))?;
        let options = Options {
            reading: false,
            ..Options::default()
        };
        depeche_pipeline::add(&archive, &[folder], &options, &mut |_| true)?;
        let store = archive.store()?;
        let mut numbers = BTreeMap::new();
        store.document_keys(&mut |key| -> Result<(), depeche_store::Error> {
            if let Some(stored) = store.document(key)? {
                let stem = Path::new(&stored.locator).file_stem();
                let number = stem.and_then(|stem| stem.to_str()?.parse().ok());
                numbers.extend(number.map(|number| (key, number)));
            }
            Ok(())
        })?;
        let index = Index::open_or_create(&archive.index_folder())?;
        Ok(Ranking { index, numbers })
    }

    /// The query as it was run, and the numbers of all articles found, best first.
    fn rank(&self, query: &str) -> anyhow::Result<(String, Vec<usize>)> {
        let query = parse(query, &depeche_search::Options { any: true });
        let found = depeche_search::run(&self.index, &query, 0, usize::MAX)?;
        let ranked = found.hits.iter();
        let ranked = ranked.filter_map(|hit| self.numbers.get(&hit.key).copied());
        Ok((query.to_string(), ranked.collect()))
    }
}

/// What one query scored.
struct Score {
    number: usize,
    query: String,
    relevant: usize,
    average_precision: f64,
    ndcg: f64,
    precision: f64,
    recall: f64,
}

impl Score {
    fn of(number: usize, query: String, ranked: &[usize], relevant: &BTreeSet<usize>) -> Score {
        let is_relevant: Vec<bool> = ranked
            .iter()
            .map(|article| relevant.contains(article))
            .collect();
        let among = |count: usize| {
            let hits = is_relevant.iter().take(count).filter(|hit| **hit);
            hits.count() as f64
        };
        let discount = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
        let total = relevant.len() as f64;
        let hit_ranks = is_relevant.iter().enumerate().filter(|(_, hit)| **hit);
        let hit_ranks: Vec<usize> = hit_ranks.map(|(rank, _)| rank).collect();
        let precisions = hit_ranks.iter().enumerate();
        let precisions = precisions.map(|(found, rank)| (found + 1) as f64 / (rank + 1) as f64);
        let gain: f64 = hit_ranks
            .iter()
            .filter(|rank| **rank < 10)
            .map(|rank| discount(*rank))
            .sum();
        let ideal: f64 = (0..relevant.len().min(10)).map(discount).sum();
        Score {
            number,
            query,
            relevant: relevant.len(),
            average_precision: precisions.sum::<f64>() / total,
            ndcg: gain / ideal,
            precision: among(10) / 10.0,
            recall: among(100) / total,
        }
    }

    fn measures(&self) -> [(&'static str, f64); 4] {
        [
            ("MAP", self.average_precision),
            ("nDCG@10", self.ndcg),
            ("P@10", self.precision),
            ("recall@100", self.recall),
        ]
    }

    fn row(&self, table: &mut Table) {
        let [average_precision, ndcg, precision, recall] = self
            .measures()
            .map(|(_, value)| format!("{:.3}", value + 0.0));
        table.row(&[
            &self.number,
            &self.relevant,
            &average_precision,
            &ndcg,
            &precision,
            &recall,
            &self.query,
        ]);
    }
}

fn report(scores: &mut [Score]) -> anyhow::Result<()> {
    let header = [
        "query", "relevant", "AP", "nDCG@10", "P@10", "R@100", "as run",
    ];
    let mut csv = Table::new(&header);
    scores.iter().for_each(|score| score.row(&mut csv));
    scores.sort_by(|a, b| a.ndcg.total_cmp(&b.ndcg).then(a.number.cmp(&b.number)));
    let mut worst = Table::new(&header);
    let worst_scores = scores.iter().take(WORST);
    worst_scores.for_each(|score| score.row(&mut worst));
    println!("the worst queries:");
    worst.print();
    println!();
    let mut summary = Table::new(&["measure", "n", "value"]);
    for (position, name) in ["MAP", "nDCG@10", "P@10", "recall@100"].iter().enumerate() {
        let values = scores.iter().map(|score| score.measures()[position].1);
        let mean = values.sum::<f64>() / scores.len() as f64;
        summary.row(&[name, &scores.len(), &format!("{mean:.3}")]);
    }
    summary.print();
    csv.write_csv(Path::new("bench/out/search.csv"))
}
