//! What a run is told, and what it tells.

use depeche_annotate::ANNOTATORS;
use depeche_source::Limits;
use depeche_store::FileState;

/// Goes up when what makes documents from files changes its output.
const PARSERS_VERSION: u32 = 5;

/// How a run is done.
#[derive(Debug, Clone)]
pub struct Options {
    /// What a hostile file may cost.
    pub limits: Limits,
    /// Documents are read on this many threads; at least one.
    pub thread_count: usize,
    /// Whether names, times and statements are read; without, documents are only searchable.
    pub reading: bool,
    /// Whether originals are kept; without, only path and hash are.
    pub originals: bool,
    /// A batch is written when it holds this much text, in bytes.
    pub batch_bytes: usize,
    /// Memory for the index's buffers, in bytes.
    pub index_bytes: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            limits: Limits::default(),
            thread_count: 2,
            reading: true,
            originals: true,
            batch_bytes: 32 << 20,
            index_bytes: 96 << 20,
        }
    }
}

impl Options {
    /// The version of the readers that this run uses; 0 where it only makes searchable.
    ///
    /// It goes up with that of any reader: files read by an older one are read again.
    pub(crate) fn readers_version(&self) -> u32 {
        if !self.reading {
            return 0;
        }
        let annotators = ANNOTATORS.iter().map(|annotator| annotator.version());
        PARSERS_VERSION + annotators.sum::<u32>() + depeche_statement::VERSION
    }
}

/// How far a run is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files done, changed or not.
    pub file_count: u64,
    /// Files found in all.
    pub file_total: u64,
    /// Bytes of the files done.
    pub bytes: u64,
    /// Bytes of the files found in all.
    pub bytes_total: u64,
    /// Documents read so far.
    pub document_count: u64,
}

/// What a run did. The counts of files add up to the files found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Files found.
    pub file_total: u64,
    /// Of these, current already.
    pub unchanged: u64,
    /// Of the others, how many ended in each state.
    pub states: [u64; FileState::ALL.len()],
    /// Files that an earlier run found under the same paths and that are gone.
    pub missing: u64,
    /// Documents read.
    pub document_count: u64,
    /// Statements read out of them.
    pub statement_count: u64,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Bytes of text read out of them.
    pub text_bytes: u64,
    /// The run was asked to stop, and did at a batch's end.
    pub stopped: bool,
}

impl Report {
    pub(crate) fn count(&mut self, state: FileState) {
        let index = FileState::ALL.iter().position(|known| *known == state);
        self.states[index.expect("ALL holds every state")] += 1;
    }
}
