//! Does every span read back: the record held against itself, its originals and its index.

use crate::Error;
use depeche_document::Document;
use depeche_index::Index;
use depeche_statement::{Reading, Telling};
use depeche_store::{Archive, StoredDocument};
use depeche_text::Span;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Documents looked at.
    pub document_count: u64,
    /// Statements looked at.
    pub statement_count: u64,
    /// Spans read back.
    pub span_count: u64,
    /// Originals whose hash was computed again.
    pub original_count: u64,
    /// What is wrong, one sentence each.
    pub faults: Vec<String>,
}

/// Holds the record against itself. Changes nothing.
///
/// # Errors
/// When the record or the index cannot be opened; what is damaged in them is a fault.
pub fn check(archive: &Archive) -> Result<CheckReport, Error> {
    let store = archive.store()?;
    let mut report = CheckReport::default();
    report.faults.extend(store.page_check()?);
    let mut keys = Vec::new();
    store.document_keys::<Error>(&mut |key| {
        keys.push(key);
        Ok(())
    })?;
    for key in keys {
        match store.document(key) {
            Ok(Some(stored)) => check_document(&stored, &mut report),
            Ok(None) => report
                .faults
                .push(format!("document {key:016x} went while checking")),
            Err(error) => report.faults.push(format!("document {key:016x}: {error}")),
        }
    }
    let originals = archive.originals();
    store.files::<Error>("", &mut |file| {
        let Some(id) = file.item else { return Ok(()) };
        let Some(item) = store.item(id)? else {
            report.faults.push(format!(
                "{} names an item that is not recorded",
                file.locator
            ));
            return Ok(());
        };
        if item.kept_bytes.is_none() {
            return Ok(());
        }
        report.original_count += 1;
        match originals.open(id, item.size_bytes) {
            Ok(Some(_)) => {}
            Ok(None) => report
                .faults
                .push(format!("the original of {} is gone", file.locator)),
            Err(error) => report.faults.push(format!("{}: {error}", file.locator)),
        }
        Ok(())
    })?;
    let behind =
        store.newest_change()? - Index::open_or_create(&archive.index_folder())?.watermark()?;
    if behind > 0 {
        let fault = format!("the index is {behind} changes behind; `depeche rebuild` mends it");
        report.faults.push(fault);
    }
    Ok(report)
}

fn check_document(stored: &StoredDocument, report: &mut CheckReport) {
    let document = &stored.document;
    report.document_count += 1;
    let mut spans: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    spans.extend(document.fields.iter().filter_map(|field| field.span));
    spans.extend(document.date.iter().filter_map(|date| date.span));
    spans.extend(document.problems.iter().filter_map(|problem| problem.span));
    if let Some(reading) = &stored.reading {
        report.statement_count += reading.statements.len() as u64;
        spans.extend(reading_spans(reading));
    }
    report.span_count += spans.len() as u64;
    let lost = spans
        .iter()
        .filter(|span| span.get(&document.text).is_none())
        .count();
    if lost > 0 {
        report
            .faults
            .push(format!("{}: {lost} spans do not read back", document.id));
    }
    check_blocks(document, report);
}

fn check_blocks(document: &Document, report: &mut CheckReport) {
    let ordered = document
        .blocks
        .windows(2)
        .all(|pair| pair[0].span.end <= pair[1].span.start);
    if !ordered {
        report
            .faults
            .push(format!("{}: its blocks overlap", document.id));
    }
}

fn reading_spans(reading: &Reading) -> Vec<Span> {
    let mut spans = Vec::new();
    for entity in &reading.entities {
        spans.extend(entity.mentions.iter().map(|mention| mention.span));
        spans.extend(entity.roles.iter().map(|role| role.span));
    }
    for statement in &reading.statements {
        spans.extend([statement.span, statement.trigger]);
        spans.extend(
            statement
                .participants
                .iter()
                .filter_map(|one| one.party.span),
        );
        spans.extend(statement.place.iter().filter_map(|place| place.span));
        spans.extend(statement.time.iter().filter_map(|time| time.span));
        spans.extend(statement.chain.iter().flat_map(telling_spans));
    }
    spans
}

fn telling_spans(telling: &Telling) -> Vec<Span> {
    let parties = telling
        .speaker
        .iter()
        .chain(&telling.hearer)
        .chain(&telling.by);
    let mut spans: Vec<Span> = parties.filter_map(|party| party.span).collect();
    spans.extend(telling.span);
    spans.extend(telling.place.iter().filter_map(|place| place.span));
    spans.extend(telling.time.iter().filter_map(|time| time.span));
    spans
}
