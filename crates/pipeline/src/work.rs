//! One file, from bytes to documents: what runs beside the readers and the writer.

use crate::Options;
use crate::reading::{Read, Task, broken_reader};
use depeche_document::{Document, parse};
use depeche_source::{FoundFile, Item, ItemId, open};
use depeche_store::{Error, FileState, ItemRow, Originals, Store};
use depeche_text::{Problem, Severity};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// A file's row shows at most this many problems of its documents; they keep all their own.
const SHOWN_PROBLEMS: usize = 8;

/// What a worker hands to the writer, in order.
pub(crate) enum Message {
    /// One document: where it comes when it is read. It never comes where its reader panicked.
    Document(Receiver<Read>),
    /// The file is done.
    Done(Box<Outcome>),
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
    /// Where documents wait for a reader.
    pub(crate) tasks: SyncSender<Task>,
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
                self.hand_over(document, &item.locator, sender);
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

    /// Announces a document to the writer, then gives it to the readers: the writer takes them
    /// in the order of the file, whoever is done first.
    fn hand_over(&self, document: Document, locator: &str, sender: &SyncSender<Message>) {
        let (read_sender, read_receiver) = sync_channel(1);
        if sender.send(Message::Document(read_receiver)).is_err() {
            return;
        }
        let _ = self.tasks.send(Task {
            date: self.store.effects().date(document.id.key()),
            document,
            locator: locator.to_owned(),
            is_wanted: self.options.reading,
            sender: read_sender,
        });
    }

    /// What an identical file gave to the same readers.
    fn known(&self, item: ItemId) -> Result<Option<(FileState, Vec<Problem>)>, Error> {
        let file = self.store.file_of_item(item, self.version)?;
        Ok(file.map(|file| (file.state, file.problems)))
    }
}

fn worth_showing(document: &Document) -> impl Iterator<Item = &Problem> {
    document
        .problems
        .iter()
        .filter(|problem| problem.severity >= Severity::Warning)
}

fn no_document(locator: &str) -> Problem {
    let message = format!("{locator} holds no document");
    Problem::new("pipeline/no-document", Severity::Warning, message)
}
