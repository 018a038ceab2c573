//! The two indexes on disk: open, create, delete; how far they have got.

use crate::analyzer::analyzers;
use crate::compile::Gathered;
use crate::error::Cause;
use crate::schema::Fields;
use crate::statistics::Lengths;
use crate::{Error, Searcher, Writer};
use std::fs;
use std::io::ErrorKind as DiskKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tantivy::Directory as _;
use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, ReloadPolicy};

/// Raised whenever what is written changes: fields, words, folding, the engine's own format.
const FORMAT: u32 = 4;
const FORMAT_FILE: &str = "FORMAT";

/// The engine's list of what the last commit holds; replaced whole by each commit.
const COMMITTED: &str = "meta.json";

/// The indexes of documents and statements under one folder.
#[derive(Clone)]
pub struct Index {
    pub(crate) fields: Fields,
    pub(crate) documents: Half,
    pub(crate) statements: Half,
    path: PathBuf,
}

/// One engine index with its reader.
#[derive(Clone)]
pub(crate) struct Half {
    pub(crate) engine: tantivy::Index,
    pub(crate) reader: IndexReader,
    lengths: Lengths,
    /// The list of the commit that the reader has loaded.
    loaded: Arc<Mutex<Vec<u8>>>,
}

impl Index {
    /// Opens the indexes under `path`, making them where there are none.
    ///
    /// # Errors
    /// [`crate::ErrorKind::RebuildNeeded`] when another version wrote them or they are damaged:
    /// [`Index::delete`] them and fill them again from the record.
    pub fn open_or_create(path: &Path) -> Result<Index, Error> {
        fs::create_dir_all(path).map_err(|error| Error::disk(path, error))?;
        check_format(path)?;
        let fields = Fields::new();
        Ok(Index {
            documents: Half::open(&path.join("documents"), &fields)?,
            statements: Half::open(&path.join("statements"), &fields)?,
            fields,
            path: path.to_owned(),
        })
    }

    /// Deletes the indexes under `path`; that there are none is no error.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn delete(path: &Path) -> Result<(), Error> {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() != DiskKind::NotFound => Err(Error::disk(path, error)),
            _ => Ok(()),
        }
    }

    /// The watermark of the last commit that both indexes have; 0 where there is none.
    ///
    /// # Errors
    /// When the indexes cannot be read.
    pub fn watermark(&self) -> Result<u64, Error> {
        let mut watermark = u64::MAX;
        for half in [&self.documents, &self.statements] {
            let payload = half.engine.load_metas()?.payload;
            let reached = payload.and_then(|payload| payload.parse().ok());
            watermark = watermark.min(reached.unwrap_or(0));
        }
        Ok(watermark)
    }

    /// Starts writing with about `memory_bytes` of buffers and `threads` threads for documents.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Busy`] while another process writes.
    pub fn writer(&self, memory_bytes: usize, threads: usize) -> Result<Writer, Error> {
        Writer::open(self, memory_bytes, threads)
    }

    /// The documents as of the last commit.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn documents(&self) -> Result<Searcher, Error> {
        self.documents.searcher(&self.fields)
    }

    /// The statements as of the last commit.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn statements(&self) -> Result<Searcher, Error> {
        self.statements.searcher(&self.fields)
    }

    /// How many bytes the indexes take on disk.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn size_bytes(&self) -> Result<u64, Error> {
        let mut size_bytes = 0;
        for folder in ["documents", "statements"] {
            let path = self.path.join(folder);
            let listing = fs::read_dir(&path).map_err(|error| Error::disk(&path, error))?;
            // A file may be merged away between listing and looking.
            let sizes = listing.filter_map(|entry| entry.ok()?.metadata().ok());
            size_bytes += sizes.map(|metadata| metadata.len()).sum::<u64>();
        }
        Ok(size_bytes)
    }
}

impl Half {
    fn open(path: &Path, fields: &Fields) -> Result<Half, Error> {
        fs::create_dir_all(path).map_err(|error| Error::disk(path, error))?;
        let directory = MmapDirectory::open(path).map_err(tantivy::TantivyError::from)?;
        let engine = tantivy::Index::builder()
            .schema(fields.schema.clone())
            .tokenizers(analyzers())
            .open_or_create(directory)?;
        // Before the reader, so that a commit in between is noticed later.
        let loaded = committed(&engine)?;
        let reader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Half {
            engine,
            reader,
            lengths: Lengths::default(),
            loaded: Arc::new(Mutex::new(loaded)),
        })
    }

    /// Loading anew opens every file of the index: only after a commit.
    fn searcher(&self, fields: &Fields) -> Result<Searcher, Error> {
        let newest = committed(&self.engine)?;
        let mut loaded = self
            .loaded
            .lock()
            .expect("nothing panics while it holds the lock");
        if *loaded != newest {
            self.reader.reload()?;
            *loaded = newest;
        }
        Ok(Searcher {
            engine: self.reader.searcher(),
            fields: fields.clone(),
            lengths: self.lengths.clone(),
            gathered: Gathered::default(),
        })
    }
}

fn committed(engine: &tantivy::Index) -> Result<Vec<u8>, Error> {
    let list = engine.directory().atomic_read(Path::new(COMMITTED));
    Ok(list.map_err(tantivy::TantivyError::from)?)
}

/// Reads the format number, or writes ours where the folder is new.
fn check_format(path: &Path) -> Result<(), Error> {
    let file = path.join(FORMAT_FILE);
    let found = match fs::read_to_string(&file) {
        Ok(found) => found.trim().to_owned(),
        Err(error) if error.kind() == DiskKind::NotFound => {
            if path.join("documents").exists() {
                String::from("none")
            } else {
                // Written aside and put there at once: a kill leaves it whole or absent.
                let aside = path.join("FORMAT.new");
                let ours = format!("{FORMAT}\n");
                fs::write(&aside, ours).map_err(|error| Error::disk(&aside, error))?;
                fs::rename(&aside, &file).map_err(|error| Error::disk(&file, error))?;
                return Ok(());
            }
        }
        Err(error) => return Err(Error::disk(&file, error)),
    };
    if found == FORMAT.to_string() {
        return Ok(());
    }
    Err(Error::from(Cause::Format {
        path: path.to_owned(),
        found,
        expected: FORMAT,
    }))
}
