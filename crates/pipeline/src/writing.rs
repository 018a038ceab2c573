//! The writer: takes what workers read, in the order of the walk, into record and index.

use crate::add::Job;
use crate::entries::{Indexed, index_document};
use crate::reading::{Read, broken_reader};
use crate::work::{Message, Outcome};
use crate::{Error, Options, Progress, Report};
use depeche_index::{Index, Writer};
use depeche_source::{Found, FoundFile, Stamp};
use depeche_store::{Batch, FileRow, FileState, Originals, StoredDocument};
use depeche_text::Problem;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, sync_channel};

/// Documents of one file that wait for the writer; with the window this bounds memory.
const DOCUMENTS_WAITING: usize = 16;

/// Files on their way, for each worker.
const FILES_WAITING: usize = 8;

/// A file on its way.
enum Pending {
    /// With a worker.
    Working(FoundFile, Receiver<Message>),
    /// Known not to be read.
    Unread(String, Problem),
}

/// The writer's state over a run.
pub(crate) struct Writing<'a> {
    batch: Batch,
    writer: Writer,
    originals: &'a Originals,
    options: &'a Options,
    version: u32,
    batch_bytes: usize,
    report: Report,
    progress: Progress,
}

impl<'a> Writing<'a> {
    pub(crate) fn new(
        batch: Batch,
        index: &Index,
        originals: &'a Originals,
        options: &'a Options,
    ) -> Result<Writing<'a>, Error> {
        Ok(Writing {
            batch,
            writer: index.writer(options.index_bytes, options.thread_count)?,
            originals,
            options,
            version: options.readers_version(),
            batch_bytes: 0,
            report: Report::default(),
            progress: Progress::default(),
        })
    }

    /// Says what the walk will find, for the bar and the report.
    pub(crate) fn expect(&mut self, file_total: u64, bytes_total: u64) {
        self.report.file_total = file_total;
        self.progress.file_total = file_total;
        self.progress.bytes_total = bytes_total;
    }

    /// Writes everything that the walk finds. Files are taken in the order of the walk whoever
    /// reads them, so that two runs write the same.
    pub(crate) fn run(
        &mut self,
        walk: impl Iterator<Item = Found>,
        jobs: &Sender<Job>,
        progress: &mut dyn FnMut(&Progress) -> bool,
    ) -> Result<Report, Error> {
        let mut walk = walk.fuse();
        let mut window: VecDeque<Pending> = VecDeque::new();
        let width = FILES_WAITING * self.options.thread_count.max(1);
        loop {
            while window.len() < width && !self.report.stopped {
                let Some(found) = walk.next() else { break };
                window.extend(self.start(found, jobs)?);
            }
            let Some(pending) = window.pop_front() else {
                break;
            };
            self.take(pending)?;
            if !progress(&self.progress) {
                self.report.stopped = true;
            }
        }
        self.commit()?;
        Ok(std::mem::take(&mut self.report))
    }

    /// Ends the run: the index's merges are waited for, so that it leaves no half of one behind.
    pub(crate) fn finish(self) -> Result<(), Error> {
        Ok(self.writer.finish()?)
    }

    /// Hands a file to the workers; `None` where it is current.
    fn start(&mut self, found: Found, jobs: &Sender<Job>) -> Result<Option<Pending>, Error> {
        let file = match found {
            Found::Unread { locator, problem } => {
                return Ok(Some(Pending::Unread(locator, problem)));
            }
            Found::File(file) => file,
        };
        if self.is_current(&file)? {
            self.report.unchanged += 1;
            self.progress.file_count += 1;
            self.progress.bytes += file.size_bytes;
            return Ok(None);
        }
        let (sender, receiver) = sync_channel(DOCUMENTS_WAITING);
        jobs.send((file.clone(), sender))
            .expect("workers outlive the writer's run");
        Ok(Some(Pending::Working(file, receiver)))
    }

    fn is_current(&mut self, file: &FoundFile) -> Result<bool, Error> {
        let Some(known) = self.batch.store().file(&file.locator)? else {
            return Ok(false);
        };
        // A reading is never thrown away for a run that would read less.
        let current = known.stamp == stamp_bytes(file.size_bytes, &file.stamp)
            && known.version >= self.version;
        if current && known.missing {
            self.batch.set_missing(&file.locator, false)?;
        }
        Ok(current)
    }

    fn take(&mut self, pending: Pending) -> Result<(), Error> {
        self.progress.file_count += 1;
        match pending {
            Pending::Unread(locator, problem) => {
                let outcome = Outcome {
                    item: None,
                    state: FileState::after([&problem]),
                    problems: vec![problem],
                    keys: None,
                };
                self.put_file(locator, Vec::new(), outcome)
            }
            Pending::Working(file, receiver) => {
                self.progress.bytes += file.size_bytes;
                self.report.bytes += file.size_bytes;
                let mut is_whole = true;
                for message in receiver {
                    match message {
                        Message::Document(read) => match read.recv() {
                            Ok(read) => self.put_document(&read)?,
                            Err(_) => is_whole = false,
                        },
                        Message::Done(mut outcome) => {
                            if !is_whole {
                                outcome.problems.push(broken_reader(&file.locator));
                                outcome.state = FileState::after(&outcome.problems);
                            }
                            let stamp = stamp_bytes(file.size_bytes, &file.stamp);
                            self.put_file(file.locator.clone(), stamp, *outcome)?;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    fn put_document(&mut self, document: &Read) -> Result<(), Error> {
        let again = self.batch.put_document(&document.packed)?;
        let decided = self.decided(document);
        let decided = decided.as_ref();
        let indexed = Indexed {
            document: decided.map_or(document.packed.document(), |own| &own.document),
            reading: decided
                .map_or(&document.reading, |own| &own.reading)
                .as_ref(),
            locator: &document.locator,
            again,
        };
        index_document(&mut self.writer, &indexed)?;
        let text_bytes = document.packed.document().text.len();
        self.report.document_count += 1;
        self.report.text_bytes += text_bytes as u64;
        let statements = document
            .reading
            .as_ref()
            .map_or(0, |reading| reading.statements.len());
        self.report.statement_count += statements as u64;
        self.progress.document_count += 1;
        self.batch_bytes += text_bytes;
        if self.batch_bytes >= self.options.batch_bytes {
            self.commit()?;
        }
        Ok(())
    }

    /// A document with the decisions in force laid over it; `None` where there are none.
    fn decided(&self, read: &Read) -> Option<StoredDocument> {
        let effects = self.batch.store().effects();
        if effects.is_empty() {
            return None;
        }
        let document = read.packed.document();
        let mut stored = StoredDocument {
            key: document.id.key(),
            locator: read.locator.clone(),
            media_type: String::new(),
            document: document.clone(),
            reading: read.reading.clone(),
        };
        effects.lay_over(&mut stored);
        Some(stored)
    }

    fn put_file(&mut self, locator: String, stamp: Vec<u8>, outcome: Outcome) -> Result<(), Error> {
        if let Some(item) = &outcome.item {
            self.batch.put_item(item)?;
            if let Some(keys) = &outcome.keys {
                for key in self.batch.keep_only(item.id, keys)? {
                    self.writer.delete_document(key);
                }
            }
        }
        self.report.count(outcome.state);
        self.batch.put_file(&FileRow {
            locator,
            item: outcome.item.map(|item| item.id),
            stamp,
            state: outcome.state,
            problems: outcome.problems,
            missing: false,
            version: self.version,
        })?;
        Ok(())
    }

    /// Store first, index second: the index's watermark is the store's newest change.
    fn commit(&mut self) -> Result<(), Error> {
        self.originals.sync()?;
        let change = self.batch.commit()?;
        self.writer.commit(change)?;
        self.batch_bytes = 0;
        Ok(())
    }
}

/// A stamp as it is kept: size, time of change and number on the disk.
fn stamp_bytes(size_bytes: u64, stamp: &Stamp) -> Vec<u8> {
    let parts = [
        size_bytes.to_le_bytes(),
        stamp.modified_ns.to_le_bytes(),
        stamp.changed_ns.to_le_bytes(),
        stamp.inode.to_le_bytes(),
    ];
    parts.concat()
}
