//! Adding files: workers open and parse them, readers read their documents, one writer writes,
//! everything in the order of the walk.

use crate::reading::{self, TASKS_WAITING};
use crate::work::{Message, Worker};
use crate::writing::Writing;
use crate::{Error, Options, Progress, Report, catch_up, mark_missing, settle};
use depeche_index::Index;
use depeche_source::{Found, FoundFile, walk};
use depeche_store::{Archive, Batch, Error as StoreError};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};

/// A file to read and where to send what it gives.
pub(crate) type Job = (FoundFile, SyncSender<Message>);

/// Reads the files under `paths` into the archive. `progress` is called often; when it gives
/// `false`, the run stops at the end of what is under way and can be taken up again.
///
/// # Errors
/// When the record or the index fails; what was committed before stays.
pub fn add(
    archive: &Archive,
    paths: &[PathBuf],
    options: &Options,
    progress: &mut dyn FnMut(&Progress) -> bool,
) -> Result<Report, Error> {
    let store = archive.store()?;
    let index = Index::open_or_create(&archive.index_folder())?;
    catch_up(&store, &index, options)?;
    let originals = archive.originals();
    let thread_count = options.thread_count.max(1);
    let version = options.readers_version();
    let (task_sender, task_receiver) = sync_channel(TASKS_WAITING * thread_count);
    let task_receiver = Mutex::new(task_receiver);
    let workers = (0..thread_count).map(|_| {
        let store = archive.store()?;
        Ok(Worker {
            options,
            originals: &originals,
            store,
            version,
            tasks: task_sender.clone(),
        })
    });
    let workers: Vec<Worker<'_>> = workers.collect::<Result<_, StoreError>>()?;
    // The workers' own are left: when the last worker ends, so do the readers.
    drop(task_sender);
    // Without a bound of its own: the writer's window bounds it, and a writer that waits here
    // while workers wait for it would wait for ever.
    let (job_sender, job_receiver) = channel();
    let job_receiver = Mutex::new(job_receiver);
    let failure = Mutex::new(None);
    let mut writing = Writing::new(Batch::new(store), &index, &originals, options)?;
    let report = std::thread::scope(|scope| {
        for worker in workers {
            let (job_receiver, failure) = (&job_receiver, &failure);
            scope.spawn(move || serve(&worker, job_receiver, failure));
            scope.spawn(|| reading::serve(&task_receiver));
        }
        let (file_total, bytes_total) = count(paths, options);
        writing.expect(file_total, bytes_total);
        // Dropped when the writer is done: then the workers find no more jobs and end.
        let job_sender = job_sender;
        writing.run(walk(paths, &options.limits), &job_sender, progress)
    });
    let finished = writing.finish();
    let failure = failure.into_inner();
    if let Some(error) = failure.expect("no worker panics while it holds the lock") {
        return Err(Error::Store(error));
    }
    let report = report?;
    finished?;
    let missing = mark_missing(archive, paths)?;
    if report.unchanged < report.file_total {
        settle(archive, options)?;
    }
    Ok(Report { missing, ..report })
}

fn serve(worker: &Worker<'_>, jobs: &Mutex<Receiver<Job>>, failure: &Mutex<Option<StoreError>>) {
    loop {
        let job = jobs
            .lock()
            .expect("no worker panics while it holds the lock")
            .recv();
        let Ok((found, sender)) = job else { return };
        if let Err(error) = worker.work(&found, &sender) {
            failure
                .lock()
                .expect("no worker panics while it holds the lock")
                .get_or_insert(error);
        }
    }
}

/// What is found, counted first so that the bar knows its end.
fn count(paths: &[PathBuf], options: &Options) -> (u64, u64) {
    walk(paths, &options.limits).fold((0, 0), |(files, bytes), found| match found {
        Found::File(file) => (files + 1, bytes + file.size_bytes),
        Found::Unread { .. } => (files + 1, bytes),
    })
}
