//! One file, from bytes to packed documents: what runs beside the writer.

use crate::Options;
use depeche_annotate::annotate;
use depeche_document::{Document, parse};
use depeche_source::{FoundFile, Item, ItemId, open};
use depeche_statement::{Reading, read};
use depeche_store::{Error, FileState, ItemRow, Originals, Packed, Store};
use depeche_text::{Problem, Severity};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::SyncSender;

/// A file's row shows at most this many problems of its documents; they keep all their own.
const SHOWN_PROBLEMS: usize = 8;

/// What a worker hands to the writer, in order.
pub(crate) enum Message {
    /// One document, ready to be written, with what was read out of it.
    Document(Box<Read>),
    /// The file is done.
    Done(Box<Outcome>),
}

/// One document, read.
pub(crate) struct Read {
    pub(crate) packed: Packed,
    pub(crate) reading: Option<Reading>,
    pub(crate) locator: String,
}

/// What became of a file.
pub(crate) struct Outcome {
    /// `None` where its bytes were not read.
    pub(crate) item: Option<ItemRow>,
    /// Of the file, and the first of its documents.
    pub(crate) problems: Vec<Problem>,
    /// The state they leave it in.
    pub(crate) state: FileState,
    /// Its documents by key; `None` where they were current already.
    pub(crate) keys: Option<Vec<u64>>,
}

/// A worker: what it reads with.
pub(crate) struct Worker<'a> {
    pub(crate) options: &'a Options,
    pub(crate) originals: &'a Originals,
    /// To see what an identical file gave; its own connection.
    pub(crate) store: Store,
    pub(crate) version: u32,
}

impl Worker<'_> {
    /// Reads one file and sends what it gives. A receiver that is gone ends the work quietly.
    pub(crate) fn work(
        &self,
        found: &FoundFile,
        sender: &SyncSender<Message>,
    ) -> Result<(), Error> {
        let outcome = match open(found, &self.options.limits) {
            Err(problem) => Outcome {
                item: None,
                state: FileState::after([&problem]),
                problems: vec![problem],
                keys: Some(Vec::new()),
            },
            Ok(item) => self.read_item(&item, sender)?,
        };
        let _ = sender.send(Message::Done(Box::new(outcome)));
        Ok(())
    }

    fn read_item(&self, item: &Item, sender: &SyncSender<Message>) -> Result<Outcome, Error> {
        let mut row = ItemRow {
            id: item.id,
            media_type: item.media_type.clone(),
            size_bytes: item.bytes.len() as u64,
            kept_bytes: None,
        };
        if self.options.originals {
            row.kept_bytes = Some(self.originals.keep(item)?.size_bytes);
        }
        if let Some((state, problems)) = self.known(item.id)? {
            return Ok(Outcome {
                item: Some(row),
                problems,
                state,
                keys: None,
            });
        }
        let mut keys = Vec::new();
        let mut odd = Vec::new();
        // A panic is a bug of ours: it is reported as the file's problem, and the run goes on.
        let parsed = catch_unwind(AssertUnwindSafe(|| {
            parse(item, &self.options.limits, &mut |document| {
                keys.push(document.id.key());
                odd.extend(
                    worth_showing(&document)
                        .take(SHOWN_PROBLEMS - odd.len())
                        .cloned(),
                );
                let _ = sender.send(Message::Document(Box::new(
                    self.read_document(document, &item.locator),
                )));
            })
        }));
        let mut problems = parsed.unwrap_or_else(|_| vec![broken_reader(&item.locator)]);
        if keys.is_empty() && problems.is_empty() {
            problems.push(no_document(&item.locator));
        }
        problems.extend(odd);
        let state = FileState::after(&problems);
        Ok(Outcome {
            item: Some(row),
            problems,
            state,
            keys: Some(keys),
        })
    }

    fn read_document(&self, document: Document, locator: &str) -> Read {
        let reading =
            self.options
                .reading
                .then(|| match self.store.effects().date(document.id.key()) {
                    None => read_out(&document),
                    date => read_out(&Document {
                        date,
                        ..document.clone()
                    }),
                });
        let packed = Packed::new(document, reading.as_ref());
        Read {
            packed,
            reading,
            locator: locator.to_owned(),
        }
    }

    /// What an identical file gave to the same readers.
    fn known(&self, item: ItemId) -> Result<Option<(FileState, Vec<Problem>)>, Error> {
        let file = self.store.file_of_item(item, self.version)?;
        Ok(file.map(|file| (file.state, file.problems)))
    }
}

/// Reads statements and entities out of a document. A panic is a bug of ours: it is reported as
/// a problem.
pub(crate) fn read_out(document: &Document) -> Reading {
    let reading = catch_unwind(AssertUnwindSafe(|| read(document, &annotate(document))));
    reading.unwrap_or_else(|_| Reading {
        problems: vec![broken_reader(&document.id.to_string())],
        ..Reading::default()
    })
}

fn worth_showing(document: &Document) -> impl Iterator<Item = &Problem> {
    document
        .problems
        .iter()
        .filter(|problem| problem.severity >= Severity::Warning)
}

fn broken_reader(what: &str) -> Problem {
    let message = format!("reading {what} met a bug of ours and was given up");
    Problem::new("pipeline/bug", Severity::Failed, message)
        .hint("please report it, with the file if you may share it")
}

fn no_document(locator: &str) -> Problem {
    let message = format!("{locator} holds no document");
    Problem::new("pipeline/no-document", Severity::Warning, message)
}
