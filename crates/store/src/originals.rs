//! The originals: each item once, under its own hash, compressed.

use crate::Error;
use depeche_source::{Item, ItemId};
use std::cell::RefCell;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use zstd::bulk::Compressor;

/// Level 3 of zstd: about 300 MB a second; originals are written once and rarely read.
const LEVEL: i32 = 3;

/// The folder `items/ab/cdef….zst`.
#[derive(Debug, Clone)]
pub struct Originals {
    folder: PathBuf,
    temporary: PathBuf,
}

/// Compresses with the thread's own compressor: making one costs as much as packing a small item.
fn pack(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    thread_local! {
        static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    }
    COMPRESSOR.with_borrow_mut(|compressor| match compressor {
        Some(compressor) => compressor.compress(bytes),
        None => compressor.insert(Compressor::new(LEVEL)?).compress(bytes),
    })
}

/// What keeping an item cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Compressed size, in bytes.
    pub size_bytes: u64,
}

impl Originals {
    pub(crate) fn new(folder: PathBuf, temporary: PathBuf) -> Originals {
        Originals { folder, temporary }
    }

    fn path(&self, id: ItemId) -> PathBuf {
        let name = id.to_string();
        self.folder
            .join(&name[..2])
            .join(format!("{}.zst", &name[2..]))
    }

    /// Keeps an item's bytes; an item that is already kept costs nothing.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn keep(&self, item: &Item) -> Result<Kept, Error> {
        let path = self.path(item.id);
        if let Ok(metadata) = fs::metadata(&path) {
            return Ok(Kept {
                size_bytes: metadata.len(),
            });
        }
        let disk = |error| Error::disk(&path, error);
        let packed = pack(&item.bytes).map_err(disk)?;
        let folder = path.parent().expect("the path of an item has two parts");
        if !folder.exists() {
            fs::create_dir_all(folder).map_err(disk)?;
        }
        // Written aside and renamed: a reader or a kill never meets half an original.
        let mut file = tempfile::NamedTempFile::new_in(&self.temporary).map_err(disk)?;
        file.write_all(&packed).map_err(disk)?;
        file.persist(&path).map_err(|error| disk(error.error))?;
        Ok(Kept {
            size_bytes: packed.len() as u64,
        })
    }

    /// Makes everything kept so far safe against a power cut.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn sync(&self) -> Result<(), Error> {
        let disk = |error| Error::disk(&self.folder, error);
        let folder = fs::File::open(&self.folder).map_err(disk)?;
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(&folder).map_err(|error| disk(error.into()))?;
        #[cfg(not(target_os = "linux"))]
        folder.sync_all().map_err(disk)?;
        Ok(())
    }

    /// Whether the item is kept.
    pub fn holds(&self, id: ItemId) -> bool {
        self.path(id).exists()
    }

    /// The bytes of a kept item; `None` where it was not kept.
    ///
    /// # Errors
    /// When the file cannot be read or does not have the hash that names it.
    pub fn open(&self, id: ItemId, size_bytes: u64) -> Result<Option<Vec<u8>>, Error> {
        let path = self.path(id);
        let disk = |error| Error::disk(&path, error);
        let file = match fs::File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(disk(error)),
        };
        let mut bytes = Vec::new();
        let decoder = zstd::stream::read::Decoder::new(file).map_err(disk)?;
        decoder
            .take(size_bytes + 1)
            .read_to_end(&mut bytes)
            .map_err(disk)?;
        if ItemId::of(&bytes) != id {
            let message = format!(
                "{} does not hold the bytes it is named after",
                path.display()
            );
            return Err(Error::new(crate::ErrorKind::Damaged, message));
        }
        Ok(Some(bytes))
    }
}
