//! The query benchmark: 500 queries from the corpus's own term bands, in process and warm.
//!
//! `cargo xtask bench query PATH [--no-read] [--threads N]` or `--archive FOLDER`. PATH is an
//! archive or a folder of files; of a folder an archive is made under `target/bench` and used
//! again the next time, read (so that there are names to ask for) unless `--no-read` is given.
//!
//! A query is what a page of results asks: the text parsed, compiled, counted exactly, each part
//! counted, the ten best documents, their texts fetched and two snippets of each. All on one
//! thread. Starting a process and opening the archive are not in it.

mod workload;

use crate::Table;
use crate::bench_ingest::target;
use anyhow::{Context, ensure};
use depeche_index::Index;
use depeche_pipeline::Options;
use depeche_search::{parse, run as run_query, snippets};
use depeche_store::{Archive, Store};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;
use workload::{Asked, Class, workload};

/// Queries in all, spread evenly over the classes.
const QUERY_COUNT: usize = 500;

/// The workload of a corpus is the same each time.
const SEED: u64 = 1963;

/// After one round that is not counted, each query is timed so often; its time is the median.
const ROUNDS: usize = 5;

/// What a page shows.
const HITS: usize = 10;
const SNIPPETS: usize = 2;

/// How many of the slowest queries are listed.
const SLOWEST: usize = 15;

/// Runs it and prints the table.
///
/// # Errors
/// When the archive cannot be made or read, or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let archive = archive(arguments)?;
    let store = archive.store()?;
    let index = Index::open_or_create(&archive.index_folder())?;
    ensure!(
        index.watermark()? == store.newest_change()?,
        "the index is behind the record; run `depeche rebuild` on it"
    );
    let queries = workload(&store, &index, QUERY_COUNT, SEED)?;
    let mut timed: Vec<Timed> = queries.into_iter().map(Timed::new).collect();
    for round in 0..=ROUNDS {
        for query in &mut timed {
            let (total, took) = page(&store, &index, &query.asked.text)?;
            query.total = total;
            query.took.extend((round > 0).then_some(took));
        }
    }
    report(&timed, index.documents()?.len())
}

/// What one run of a query took, in milliseconds.
#[derive(Clone, Copy)]
struct Took {
    /// Parsing, compiling, ranking and counting.
    asking: f64,
    /// Fetching the texts of the hits.
    fetching: f64,
    /// Finding their snippets.
    showing: f64,
}

impl Took {
    fn all(&self) -> f64 {
        self.asking + self.fetching + self.showing
    }
}

/// One page of results: the count of all, and what it took.
fn page(store: &Store, index: &Index, text: &str) -> anyhow::Result<(u64, Took)> {
    let start = Instant::now();
    let query = parse(text, &depeche_search::Options::default());
    let found = black_box(run_query(index, &query, 0, HITS)?);
    let asked = Instant::now();
    let texts = found.hits.iter().map(|hit| {
        let text = store.text(hit.key)?;
        text.context("the index holds a document that the record has not")
    });
    let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
    let fetched = Instant::now();
    for text in &texts {
        black_box(snippets(text, &query, SNIPPETS));
    }
    let ms = |from: Instant, to: Instant| (to - from).as_secs_f64() * 1000.0;
    let took = Took {
        asking: ms(start, asked),
        fetching: ms(asked, fetched),
        showing: ms(fetched, Instant::now()),
    };
    Ok((found.total, took))
}

/// The archive that is named, or one made of the folder that is.
fn archive(arguments: &[String]) -> anyhow::Result<Archive> {
    let mut path = None;
    let mut options = Options::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--no-read" => options.reading = false,
            "--archive" => path = Some(rest.next().context("--archive takes a folder")?),
            "--threads" => {
                let count = rest.next().context("--threads takes a number")?;
                options.thread_count = count.parse().context("--threads takes a number")?;
            }
            _ => path = Some(argument),
        }
    }
    let path = Path::new(path.context("name an archive or a folder to read")?);
    if path.join("record.sqlite").exists() {
        return Ok(Archive::open(path)?);
    }
    let folder = target()?.join(archive_name(path, options.reading));
    println!("reading {} into {}", path.display(), folder.display());
    let archive = Archive::open_or_create(&folder)?;
    depeche_pipeline::add(&archive, &[path.to_owned()], &options, &mut |_| true)?;
    Ok(archive)
}

/// `corpora/frus/volumes` is `frus-volumes-read`.
fn archive_name(path: &Path, reading: bool) -> PathBuf {
    let names: Vec<String> = path
        .components()
        .rev()
        .take(2)
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let names: Vec<&str> = names.iter().rev().map(String::as_str).collect();
    let how = if reading { "read" } else { "plain" };
    PathBuf::from(format!("{}-{how}", names.join("-")))
}

/// A query with what it took.
struct Timed {
    asked: Asked,
    total: u64,
    took: Vec<Took>,
}

impl Timed {
    fn new(asked: Asked) -> Timed {
        Timed {
            asked,
            total: 0,
            took: Vec::new(),
        }
    }

    fn median_ms(&self, part: fn(&Took) -> f64) -> f64 {
        quantile(&sorted(self.took.iter().map(part)), 0.5)
    }
}

/// A share of the time, by name.
type Share = (&'static str, fn(&Took) -> f64);

const PARTS: [Share; 4] = [
    ("all of it", Took::all),
    ("asking", |took| took.asking),
    ("fetching texts", |took| took.fetching),
    ("snippets", |took| took.showing),
];

fn report(timed: &[Timed], documents: u64) -> anyhow::Result<()> {
    let mut csv = Table::new(&[
        "class", "query", "hits", "ms", "asking", "fetching", "snippets",
    ]);
    for query in timed {
        let [all, asking, fetching, snippets] =
            PARTS.map(|(_, part)| format!("{:.3}", query.median_ms(part)));
        csv.row(&[
            &query.asked.class.name(),
            &query.asked.text,
            &query.total,
            &all,
            &asking,
            &fetching,
            &snippets,
        ]);
    }
    csv.write_csv(Path::new("bench/out/query.csv"))?;
    println!("{documents} documents; ms of one thread, each query the median of {ROUNDS} rounds");
    let mut table = Table::new(&[
        "class", "queries", "without", "hits p5", "p50", "p95", "ms p50", "p95", "max",
    ]);
    for class in Class::ALL {
        let of_class = timed.iter().filter(|query| query.asked.class == class);
        let of_class: Vec<&Timed> = of_class.collect();
        if !of_class.is_empty() {
            row(&mut table, class.name(), &of_class);
        }
    }
    row(&mut table, "all", &timed.iter().collect::<Vec<_>>());
    table.print();
    println!();
    parts(timed);
    println!();
    slowest(timed);
    Ok(())
}

/// What the time goes to, and what single runs took.
fn parts(timed: &[Timed]) {
    let mut table = Table::new(&["of this", "ms p50", "p95", "p99", "max"]);
    let mut row = |name: &str, values: Vec<f64>| {
        let [p50, p95, p99, max] =
            [0.5, 0.95, 0.99, 1.0].map(|share| format!("{:.3}", quantile(&values, share)));
        table.row(&[&name, &p50, &p95, &p99, &max]);
    };
    for (name, part) in PARTS {
        row(
            name,
            sorted(timed.iter().map(|query| query.median_ms(part))),
        );
    }
    let runs = || timed.iter().map(|query| query.took.iter().map(Took::all));
    row(
        "the best round of each",
        sorted(runs().map(|times| times.fold(f64::MAX, f64::min))),
    );
    row("every round by itself", sorted(runs().flatten()));
    table.print();
}

fn row(table: &mut Table, name: &str, timed: &[&Timed]) {
    let hits = sorted(timed.iter().map(|query| query.total as f64));
    let times = sorted(timed.iter().map(|query| query.median_ms(Took::all)));
    let empty = timed.iter().filter(|query| query.total == 0).count();
    let hits = [0.05, 0.5, 0.95].map(|share| quantile(&hits, share));
    let times = [0.5, 0.95, 1.0].map(|share| format!("{:.3}", quantile(&times, share)));
    let [least, middle, most] = hits;
    let [p50, p95, max] = times;
    table.row(&[
        &name,
        &timed.len(),
        &empty,
        &least,
        &middle,
        &most,
        &p50,
        &p95,
        &max,
    ]);
}

fn slowest(timed: &[Timed]) {
    let mut order: Vec<&Timed> = timed.iter().collect();
    let time = |timed: &Timed| timed.median_ms(Took::all);
    order.sort_by(|a, b| time(b).total_cmp(&time(a)));
    let mut table = Table::new(&["slowest", "hits", "ms", "asking", "fetching", "snippets"]);
    for query in order.iter().take(SLOWEST) {
        let [all, asking, fetching, snippets] =
            PARTS.map(|(_, part)| format!("{:.3}", query.median_ms(part)));
        let text = &query.asked.text;
        table.row(&[text, &query.total, &all, &asking, &fetching, &snippets]);
    }
    table.print();
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The value that `share` of the sorted values do not exceed (nearest rank).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied().unwrap_or(f64::NAN)
}
