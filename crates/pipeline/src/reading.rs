//! Documents read: statements and entities out of each, by several threads at once.
//!
//! A file may hold one document or a hundred thousand, so it is documents that are shared out.
//! Readers wait for nothing but the next document: each has its own place to leave what it read,
//! and the writer collects in the order of the files.

use depeche_annotate::annotate;
use depeche_document::Document;
use depeche_statement::{Reading, read};
use depeche_store::Packed;
use depeche_text::{Problem, Severity};
use depeche_time::TimeExpression;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Mutex, PoisonError};

/// Documents that wait for a reader, for each reader: enough that none stands idle while a file
/// is opened, few enough that a folder of large documents stays small in memory.
pub(crate) const TASKS_WAITING: usize = 4;

/// A document to read.
pub(crate) struct Task {
    pub(crate) document: Document,
    /// The date that somebody gave it, before its own.
    pub(crate) date: Option<TimeExpression>,
    pub(crate) locator: String,
    /// Whether statements and entities are read out of it.
    pub(crate) is_wanted: bool,
    /// Takes one document, so that it never makes a reader wait.
    pub(crate) sender: SyncSender<Read>,
}

/// One document, read and packed, ready to be written.
pub(crate) struct Read {
    pub(crate) packed: Packed,
    pub(crate) reading: Option<Reading>,
    pub(crate) locator: String,
}

/// Reads what is handed in until nobody can hand in any more.
pub(crate) fn serve(tasks: &Mutex<Receiver<Task>>) {
    loop {
        let task = tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Task {
            document,
            date,
            locator,
            is_wanted,
            sender,
        }) = task
        else {
            return;
        };
        // A panic is a bug of ours: the writer learns of it as nothing comes.
        let done = catch_unwind(AssertUnwindSafe(|| {
            let reading = is_wanted.then(|| match date {
                None => read_out(&document),
                date => read_out(&Document {
                    date,
                    ..document.clone()
                }),
            });
            Read {
                packed: Packed::new(document, reading.as_ref()),
                reading,
                locator,
            }
        }));
        if let Ok(read) = done {
            let _ = sender.send(read);
        }
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

/// The problem of what met a bug of ours.
pub(crate) fn broken_reader(what: &str) -> Problem {
    let message = format!("reading {what} met a bug of ours and was given up");
    Problem::new("pipeline/bug", Severity::Failed, message)
        .hint("please report it, with the file if you may share it")
}
