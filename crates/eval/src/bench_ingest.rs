//! The ingest benchmark: documents per second, memory, sizes, no-op rerun.
//!
//! `cargo xtask bench ingest PATH [--read] [--threads N] [--split FOLDER]`. Without `--read`
//! only what makes documents searchable is run. `--split` first writes every document's text as
//! a file of its own into FOLDER, as leaks look, and adds that.

use crate::Table;
use crate::process::{cpu_seconds, peak_memory_bytes};
use anyhow::Context;
use depeche_document::parse;
use depeche_pipeline::{Options, Report};
use depeche_source::{Found, Limits, open, walk};
use depeche_store::Archive;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Runs it and prints the table.
///
/// # Errors
/// When the archive cannot be made or written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let mut path = None;
    let mut split = None;
    let mut options = Options {
        reading: false,
        ..Options::default()
    };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--read" => options.reading = true,
            "--threads" => {
                let count = rest.next().context("--threads takes a number")?;
                options.thread_count = count.parse().context("--threads takes a number")?;
            }
            "--split" => {
                split = Some(PathBuf::from(
                    rest.next().context("--split takes a folder")?,
                ))
            }
            other => path = Some(PathBuf::from(other)),
        }
    }
    let mut path = path.context("name a folder to read")?;
    if let Some(folder) = split {
        split_documents(&path, &folder)?;
        path = folder;
    }
    measure(&path, &options)
}

/// One run's figures.
struct Run {
    report: Report,
    wall_s: f64,
    cpu_s: f64,
}

fn measure(path: &Path, options: &Options) -> anyhow::Result<()> {
    let folder = tempfile::tempdir_in(target()?)?;
    let archive = Archive::open_or_create(&folder.path().join("archive"))?;
    let first = run_once(&archive, path, options)?;
    let again = run_once(&archive, path, options)?;
    let [record, index, items] = archive.sizes();
    let text = first.report.text_bytes as f64;
    let mut table = Table::new(&["measure", "value", "unit"]);
    let mut row =
        |name: &str, value: f64, unit: &str| table.row(&[&name, &format!("{value:.3}"), &unit]);
    row("files", first.report.file_total as f64, "");
    row("documents", first.report.document_count as f64, "");
    row("statements", first.report.statement_count as f64, "");
    row("text", text / 1e6, "MB");
    row("wall", first.wall_s, "s");
    row("cpu", first.cpu_s, "s");
    row(
        "documents per CPU-second",
        first.report.document_count as f64 / first.cpu_s,
        "",
    );
    row("text per CPU-second", text / 1e6 / first.cpu_s, "MB");
    row(
        "peak resident memory",
        peak_memory_bytes() as f64 / 1e6,
        "MB",
    );
    row("record", record as f64 / 1e6, "MB");
    row("index", index as f64 / 1e6, "MB");
    row(
        "record + index",
        (record + index) as f64 / text,
        "of the text",
    );
    row("originals", items as f64 / 1e6, "MB");
    row("rerun, nothing changed: wall", again.wall_s, "s");
    row(
        "rerun, nothing changed: unchanged",
        again.report.unchanged as f64,
        "files",
    );
    table.print();
    table.write_csv(Path::new("bench/out/ingest.csv"))
}

fn run_once(archive: &Archive, path: &Path, options: &Options) -> anyhow::Result<Run> {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let report = depeche_pipeline::add(archive, &[path.to_owned()], options, &mut |_| true)?;
    Ok(Run {
        report,
        wall_s: start.elapsed().as_secs_f64(),
        cpu_s: cpu_seconds() - cpu,
    })
}

/// On the disk of the build, which is a real one; a temporary folder may be memory.
pub(crate) fn target() -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn split_documents(path: &Path, folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    let limits = Limits::default();
    for found in walk(&[path], &limits) {
        let Found::File(file) = found else { continue };
        let Ok(item) = open(&file, &limits) else {
            continue;
        };
        let stem = Path::new(&file.locator).file_stem().unwrap_or_default();
        let own = folder.join(stem);
        std::fs::create_dir_all(&own)?;
        let mut failure = None;
        let mut count = 0;
        parse(&item, &limits, &mut |document| {
            count += 1;
            let path = own.join(format!("{count:05}.txt"));
            if let Err(error) = std::fs::write(&path, &document.text) {
                failure.get_or_insert(error);
            }
        });
        if let Some(error) = failure {
            return Err(error).context("write a document");
        }
    }
    Ok(())
}
