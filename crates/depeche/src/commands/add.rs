//! `depeche add PATH…`: read files into the archive.

use crate::output::{Outcome, say};
use crate::session::Session;
use anyhow::Context;
use clap::Args;
use depeche_pipeline::{Options, Progress, Report};
use depeche_store::{Archive, FileState};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Read files and folders into the archive; a second run reads only what changed
///
/// Example: depeche add ~/leak
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Files and folders; folders are read to the bottom, links are not followed
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Keep only path and hash of the originals, not their bytes
    #[arg(long)]
    link: bool,
    /// Only make the documents searchable; a later run without this reads them
    #[arg(long)]
    no_read: bool,
    /// Read on so many threads
    #[arg(long, value_name = "COUNT")]
    threads: Option<usize>,
}

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    for path in &arguments.paths {
        path.symlink_metadata()
            .with_context(|| format!("{}", path.display()))?;
    }
    let archive = Archive::open_or_create(&session.folder)?;
    let mut options = session.options(&archive)?;
    options.originals = !arguments.link;
    options.reading = !arguments.no_read;
    options.thread_count = arguments.threads.unwrap_or(options.thread_count).max(1);
    let report = add(&archive, &arguments.paths, &options)?;
    print_report(&report, &archive, session)?;
    let failed = FileState::ALL.into_iter().zip(report.states);
    let skipped = failed.skip(2).any(|(_, count)| count > 0);
    Ok(if skipped {
        Outcome::Skipped
    } else {
        Outcome::Done
    })
}

/// Adds with a progress bar on stderr, where that is a terminal.
pub(crate) fn add(
    archive: &Archive,
    paths: &[PathBuf],
    options: &Options,
) -> anyhow::Result<Report> {
    let _lock = archive.lock()?;
    let bar = ProgressBar::new(0);
    bar.set_style(style());
    let mut show = |progress: &Progress| {
        bar.set_length(progress.bytes_total);
        bar.set_position(progress.bytes);
        bar.set_message(format!(
            "{}/{} files, {} documents",
            progress.file_count, progress.file_total, progress.document_count
        ));
        true
    };
    let report = depeche_pipeline::add(archive, paths, options, &mut show);
    bar.finish_and_clear();
    Ok(report?)
}

fn style() -> ProgressStyle {
    let template = "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta} left, {msg}";
    ProgressStyle::with_template(template).expect("the template is one of the library's")
}

fn print_report(report: &Report, archive: &Archive, session: &mut Session) -> anyhow::Result<()> {
    if session.json {
        let states = FileState::ALL.into_iter().zip(report.states);
        let mut object = serde_json::Map::new();
        object.insert("files".into(), report.file_total.into());
        object.insert("unchanged".into(), report.unchanged.into());
        object.extend(states.map(|(state, count)| (state.name().to_owned(), count.into())));
        object.insert("missing".into(), report.missing.into());
        object.insert("documents".into(), report.document_count.into());
        object.insert("statements".into(), report.statement_count.into());
        return session.output.json(&object);
    }
    let output = &mut session.output;
    output.line(&format!("{:>9} files found", report.file_total))?;
    output.line(&format!("{:>9} unchanged", report.unchanged))?;
    for (state, count) in FileState::ALL.into_iter().zip(report.states) {
        output.line(&format!("{count:>9} {}", state.name()))?;
    }
    if report.missing > 0 {
        output.line(&format!("{:>9} found before, now missing", report.missing))?;
    }
    let read = format!(
        "{} documents, {} statements",
        report.document_count, report.statement_count
    );
    output.line(&format!("read {read}"))?;
    let [record, index, items] = archive.sizes().map(|size| size as f64 / 1e6);
    output.line(&format!(
        "archive {}: record {record:.1} MB, index {index:.1} MB, originals {items:.1} MB",
        archive.folder().display()
    ))?;
    if report.states[2] + report.states[3] > 0 {
        say("some files were not read: `depeche files --state refused,failed` says why");
    }
    Ok(())
}
