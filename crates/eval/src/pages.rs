//! Body, title, byline and date of news pages.
//!
//! `pages` scores the two sets under `corpora/pages`; `pages show PAGE` prints the blocks of one
//! page or file with the share of their words that the gold body holds; `pages hostile` reads every HTML
//! file of the hostile and file sets and times it.
//!
//! The body's score is that of the article extraction benchmark
//! (<https://github.com/scrapinghub/article-extraction-benchmark>): words are `\w+`, a page's
//! true and false positives and false negatives are counted over the multiset of its 4-grams,
//! precision and recall are the means over pages, and F1 is their harmonic mean.

use crate::Table;
use depeche_document::{BlockKind, Document};
use depeche_source::{Item, ItemId, Limits};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Runs it and prints the table.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    match arguments.first().map(String::as_str) {
        Some("show") => show(arguments.get(1).map_or("", String::as_str)),
        Some("hostile") => hostile(),
        _ => score(),
    }
}

/// A page with what a careful reader takes from it.
struct Page {
    set: &'static str,
    name: String,
    html: Vec<u8>,
    body: String,
    fields: BTreeMap<&'static str, String>,
}

fn score() -> anyhow::Result<()> {
    let mut csv = Table::new(&["set", "page", "measure", "value", "gold", "ours"]);
    let mut summary = Table::new(&["set", "measure", "n", "value"]);
    for set in ["scrapinghub", "readability"] {
        let Some(pages) = load(set)? else { continue };
        let scores: Vec<Score> = pages.iter().map(Score::of).collect();
        summarize(set, &scores, &mut summary);
        scores.iter().for_each(|score| score.rows(&mut csv));
        worst(&scores);
    }
    summary.print();
    csv.write_csv(Path::new("bench/out/pages.csv"))
}

fn summarize(set: &str, scores: &[Score], summary: &mut Table) {
    let count = scores.len() as f64;
    let precision = scores
        .iter()
        .map(|score| score.body.precision())
        .sum::<f64>()
        / count;
    let recall = scores.iter().map(|score| score.body.recall()).sum::<f64>() / count;
    let f1 = harmonic(precision, recall);
    for (measure, value) in [
        ("body F1", f1),
        ("body precision", precision),
        ("body recall", recall),
    ] {
        summary.row(&[&set, &measure, &scores.len(), &format!("{value:.3}")]);
    }
    for name in ["title", "byline", "date", "site"] {
        let given = scores.iter().filter_map(|score| score.fields.get(name));
        let right: Vec<bool> = given.map(|field| field.is_right).collect();
        if right.is_empty() {
            continue;
        }
        let share = right.iter().filter(|right| **right).count() as f64 / right.len() as f64;
        let measure = format!("{name} exact");
        summary.row(&[&set, &measure, &right.len(), &format!("{share:.3}")]);
    }
}

fn worst(scores: &[Score]) {
    let mut order: Vec<&Score> = scores.iter().collect();
    order.sort_by(|a, b| {
        a.body
            .f1()
            .total_cmp(&b.body.f1())
            .then(a.name.cmp(&b.name))
    });
    let mut table = Table::new(&["worst pages", "F1", "precision", "recall"]);
    for score in order.iter().take(15) {
        table.row(&[
            &score.name,
            &format!("{:.3}", score.body.f1()),
            &format!("{:.3}", score.body.precision()),
            &format!("{:.3}", score.body.recall()),
        ]);
    }
    table.print();
    println!();
}

/// What one page scored.
struct Score {
    set: &'static str,
    name: String,
    body: Counts,
    fields: BTreeMap<&'static str, FieldScore>,
}

struct FieldScore {
    gold: String,
    ours: String,
    is_right: bool,
}

impl Score {
    fn of(page: &Page) -> Score {
        let document = read(&page.name, page.html.clone());
        let body = Counts::of(&page.body, &body_of(&document));
        let fields = page.fields.iter().map(|(name, gold)| {
            let ours = field_of(&document, name);
            let is_right = match *name {
                "date" => !ours.is_empty() && gold.starts_with(&ours),
                // The set gives the head's author as named, else the line as printed.
                "byline" => [ours.clone(), printed_byline(&document)]
                    .iter()
                    .any(|ours| squeezed(gold) == squeezed(ours)),
                _ => squeezed(gold) == squeezed(&ours),
            };
            let gold = gold.clone();
            (
                *name,
                FieldScore {
                    gold,
                    ours,
                    is_right,
                },
            )
        });
        Score {
            set: page.set,
            name: page.name.clone(),
            body,
            fields: fields.collect(),
        }
    }

    fn rows(&self, csv: &mut Table) {
        for (measure, value) in [
            ("body F1", self.body.f1()),
            ("body precision", self.body.precision()),
            ("body recall", self.body.recall()),
        ] {
            csv.row(&[
                &self.set,
                &self.name,
                &measure,
                &format!("{value:.3}"),
                &"",
                &"",
            ]);
        }
        for (name, field) in &self.fields {
            let value = u8::from(field.is_right);
            csv.row(&[
                &self.set,
                &self.name,
                name,
                &value,
                &squeezed(&field.gold),
                &squeezed(&field.ours),
            ]);
        }
    }
}

fn field_of(document: &Document, name: &str) -> String {
    let field = |name| document.field(name).map(|field| field.value.clone());
    match name {
        "title" => document.title.clone(),
        "byline" => authors(document),
        "site" => field("site").or_else(|| field("publisher")),
        "date" => document.date.as_ref().and_then(|date| date.edtf.clone()),
        _ => None,
    }
    .unwrap_or_default()
}

fn authors(document: &Document) -> Option<String> {
    let names: Vec<&str> = document
        .fields_named("author")
        .map(|field| field.value.as_str())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn printed_byline(document: &Document) -> String {
    document
        .field("byline")
        .map(|field| field.value.clone())
        .unwrap_or_default()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The body as a reader of the article sees it.
fn body_of(document: &Document) -> String {
    let is_body = |kind| {
        use BlockKind::*;
        matches!(kind, Heading | Paragraph | Quote | Table)
    };
    let blocks = document.blocks.iter().filter(|block| is_body(block.kind));
    let lines: Vec<&str> = blocks
        .map(|block| block.span.slice(&document.text))
        .collect();
    lines.join("\n")
}

fn read(name: &str, bytes: Vec<u8>) -> Document {
    let item = Item {
        id: ItemId::of(&bytes),
        locator: name.to_owned(),
        media_type: "text/html".to_owned(),
        bytes,
    };
    let mut found = None;
    depeche_document::parse(&item, &Limits::default(), &mut |document| {
        found = Some(document)
    });
    found.expect("an HTML item gives one document")
}

/// 4-grams found, added and missed, as shares of all.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    hit: f64,
    added: f64,
    missed: f64,
}

impl Counts {
    fn of(gold: &str, ours: &str) -> Counts {
        let (gold, ours) = (shingles(gold), shingles(ours));
        let mut counts = Counts::default();
        for (shingle, count) in &gold {
            let found = ours.get(shingle).copied().unwrap_or(0.0);
            counts.hit += count.min(found);
            counts.missed += (count - found).max(0.0);
        }
        for (shingle, count) in &ours {
            counts.added += (count - gold.get(shingle).copied().unwrap_or(0.0)).max(0.0);
        }
        counts
    }

    fn precision(self) -> f64 {
        share(self.hit, self.added, self.missed)
    }

    fn recall(self) -> f64 {
        share(self.hit, self.missed, self.added)
    }

    fn f1(self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

/// The benchmark's conventions: nothing to do and nothing done is 1, nothing hit is 0.
fn share(hit: f64, wrong: f64, other: f64) -> f64 {
    if wrong == 0.0 && other == 0.0 {
        1.0
    } else if hit == 0.0 {
        0.0
    } else {
        hit / (hit + wrong)
    }
}

fn harmonic(precision: f64, recall: f64) -> f64 {
    match precision + recall {
        0.0 => 0.0,
        sum => 2.0 * precision * recall / sum,
    }
}

/// `\w+`, but for a few combining marks that Rust counts among the letters and Python does not.
fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect()
}

fn shingles(text: &str) -> BTreeMap<Vec<&str>, f64> {
    let words = words(text);
    let mut shingles = BTreeMap::new();
    for start in 0..(words.len() + 1).saturating_sub(4).max(1) {
        let end = (start + 4).min(words.len());
        *shingles.entry(words[start..end].to_vec()).or_insert(0.0) += 1.0;
    }
    shingles
}

fn load(set: &'static str) -> anyhow::Result<Option<Vec<Page>>> {
    let Some(folder) = crate::corpora("pages") else {
        return Ok(None);
    };
    let folder = folder.join(set);
    match set {
        "scrapinghub" => load_scrapinghub(&folder).map(Some),
        _ => load_readability(&folder).map(Some),
    }
}

fn load_scrapinghub(folder: &Path) -> anyhow::Result<Vec<Page>> {
    let gold = std::fs::read(folder.join("ground-truth.json"))?;
    let gold: BTreeMap<String, serde_json::Value> = serde_json::from_slice(&gold)?;
    let mut pages = Vec::new();
    for (name, entry) in gold {
        let path = folder.join("html").join(format!("{name}.html.gz"));
        if !path.exists() {
            continue;
        }
        pages.push(Page {
            set: "scrapinghub",
            name,
            html: unzipped(&path)?,
            body: entry["articleBody"].as_str().unwrap_or("").to_owned(),
            fields: BTreeMap::new(),
        });
    }
    Ok(pages)
}

fn unzipped(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = std::fs::File::open(path)?;
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn load_readability(folder: &Path) -> anyhow::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for folder in sorted(&folder.join("test/test-pages"))? {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let source = folder.join("source.html");
        if !source.exists() || name.starts_with("._") {
            continue;
        }
        let expected = read(&name, std::fs::read(folder.join("expected.html"))?);
        let metadata = std::fs::read(folder.join("expected-metadata.json"))?;
        pages.push(Page {
            set: "readability",
            name,
            html: std::fs::read(source)?,
            body: expected.text,
            fields: gold_fields(&serde_json::from_slice(&metadata)?),
        });
    }
    Ok(pages)
}

fn gold_fields(metadata: &serde_json::Value) -> BTreeMap<&'static str, String> {
    let names = [
        ("title", "title"),
        ("byline", "byline"),
        ("date", "publishedTime"),
        ("site", "siteName"),
    ];
    let given = names.iter().filter_map(|(ours, theirs)| {
        let value = metadata[*theirs]
            .as_str()
            .filter(|value| !value.is_empty())?;
        Some((*ours, value.to_owned()))
    });
    given.collect()
}

fn sorted(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Prints the blocks of a page, each with the share of its 4-grams that the gold body holds, and
/// the lines of the gold body that no block of ours has.
fn show(name: &str) -> anyhow::Result<()> {
    for set in ["scrapinghub", "readability"] {
        for page in load(set)?.unwrap_or_default() {
            if page.name.starts_with(name) {
                show_page(&page);
                return Ok(());
            }
        }
    }
    if Path::new(name).exists() {
        show_page(&Page {
            set: "file",
            name: name.to_owned(),
            html: std::fs::read(name)?,
            body: String::new(),
            fields: BTreeMap::new(),
        });
        return Ok(());
    }
    anyhow::bail!("no page is called {name}")
}

fn show_page(page: &Page) {
    let document = read(&page.name, page.html.clone());
    let gold = shingles(&page.body);
    for block in &document.blocks {
        let words = block.span.slice(&document.text);
        let ours = shingles(words);
        let held = ours
            .keys()
            .filter(|shingle| gold.contains_key(*shingle))
            .count();
        let is_furniture = block.kind == BlockKind::Furniture;
        let mark = match (held * 2 >= ours.len(), is_furniture) {
            (true, true) => "MISSED",
            (false, false) => "ADDED",
            _ => "",
        };
        let start: String = words.chars().take(150).collect();
        println!("{mark:7}{:10?} {start:?}", block.kind);
    }
    println!("title {:?}, date {:?}", document.title, document.date);
    for field in &document.fields {
        println!("{} = {:?} {:?}", field.name, field.value, field.span);
    }
    println!("gold {:?}", page.fields);
    let ours = shingles(&document.text);
    for line in page.body.lines().filter(|line| !line.trim().is_empty()) {
        let theirs = shingles(line);
        if !theirs.keys().any(|shingle| ours.contains_key(shingle)) {
            println!("NOT IN TEXT {line:?}");
        }
    }
}

/// Reads every HTML file of the hostile and file sets; prints the slowest.
fn hostile() -> anyhow::Result<()> {
    let mut paths = Vec::new();
    for set in ["hostile", "files"] {
        if let Some(folder) = crate::corpora(set) {
            walk(&folder, &mut paths)?;
        }
    }
    let mut rows = Vec::new();
    for path in paths {
        let name = path.to_string_lossy().into_owned();
        let bytes = match name.ends_with(".gz") {
            true => unzipped(&path)?,
            false => std::fs::read(&path)?,
        };
        let size = bytes.len();
        let start = std::time::Instant::now();
        let document = read(&name, bytes);
        rows.push((
            start.elapsed(),
            size,
            document.text.len(),
            document.blocks.len(),
            name,
        ));
    }
    rows.sort_by(|a, b| b.cmp(a));
    let mut table = Table::new(&["slowest pages", "bytes", "text", "blocks", "ms"]);
    for (elapsed, size, text, blocks, name) in rows.iter().take(20) {
        let name: String = name.rsplit('/').next().unwrap_or("").to_owned();
        table.row(&[&name, size, text, blocks, &elapsed.as_millis()]);
    }
    table.print();
    println!("{} pages read", rows.len());
    Ok(())
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for path in sorted(folder)? {
        let name = path.to_string_lossy().to_lowercase();
        if path.is_dir() {
            walk(&path, paths)?;
        } else if [".html", ".htm", ".xhtml", ".html.gz"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            paths.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_grams_are_counted_as_the_benchmark_does() {
        let check = |gold: &str, ours: &str, expected: (f64, f64)| {
            let counts = Counts::of(gold, ours);
            assert_eq!(
                (counts.precision(), counts.recall()),
                expected,
                "{gold} / {ours}"
            );
        };
        check("a b c d e", "A, b c d e", (0.5, 0.5));
        check("a b c d e", "a b c d", (1.0, 0.5));
        check("a b c d", "a b c d. a b c d", (0.2, 1.0));
        check("one two", "one two", (1.0, 1.0));
        check("one two", "three", (0.0, 0.0));
        check("", "", (1.0, 1.0));
    }
}
