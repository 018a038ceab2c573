//! The archive's folder: its format number, its parts, and the lock of the one who writes.

use crate::{Error, ErrorKind, Originals, Store};
use std::fs;
use std::path::{Path, PathBuf};

/// The format that this program writes; a newer one is refused, an older one migrated.
pub const FORMAT: u32 = 1;

/// The folders of an archive.
const PARTS: [&str; 3] = ["items", "index", "tmp"];

/// A folder `FORMAT settings.toml record.sqlite items/ index/ tmp/ lock`.
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
}

impl Archive {
    /// Opens the archive in `folder`.
    ///
    /// # Errors
    /// [`ErrorKind::Missing`] where there is none, [`ErrorKind::Foreign`] where the folder holds
    /// something else or a newer format.
    pub fn open(folder: &Path) -> Result<Archive, Error> {
        let archive = Archive {
            folder: folder.to_owned(),
        };
        let path = folder.join("FORMAT");
        let found = match fs::read_to_string(&path) {
            Ok(found) => found,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let message = format!(
                    "there is no archive at {}; `depeche add PATH` makes one, --archive names one",
                    folder.display()
                );
                return Err(Error::new(ErrorKind::Missing, message));
            }
            Err(error) => return Err(Error::disk(&path, error)),
        };
        match found.trim().parse::<u32>() {
            Ok(format) if format <= FORMAT => Ok(archive),
            _ => Err(Error::new(
                ErrorKind::Foreign,
                format!(
                    "{} says format {:?}; this program reads up to {FORMAT}: use a newer one",
                    path.display(),
                    found.trim().chars().take(20).collect::<String>()
                ),
            )),
        }
    }

    /// Opens the archive in `folder`, or makes one where the folder is empty or absent.
    ///
    /// # Errors
    /// As [`Archive::open`]; a folder with other files in it is never made an archive.
    pub fn open_or_create(folder: &Path) -> Result<Archive, Error> {
        if folder.join("FORMAT").exists() {
            return Archive::open(folder);
        }
        let disk = |error| Error::disk(folder, error);
        fs::create_dir_all(folder).map_err(disk)?;
        if !is_ours(folder).map_err(disk)? {
            let message = format!(
                "{} holds files and is no archive; name an empty or new folder with --archive",
                folder.display()
            );
            return Err(Error::new(ErrorKind::Foreign, message));
        }
        for part in PARTS {
            fs::create_dir_all(folder.join(part)).map_err(disk)?;
        }
        let aside = folder.join("tmp");
        keep_private(&aside).map_err(disk)?;
        // Last and at once, so that a folder half made is not taken for an archive.
        let aside = aside.join("FORMAT");
        fs::write(&aside, format!("{FORMAT}\n")).map_err(disk)?;
        fs::rename(&aside, folder.join("FORMAT")).map_err(disk)?;
        Ok(Archive {
            folder: folder.to_owned(),
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the derived index lies.
    pub fn index_folder(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// The text of `settings.toml`; empty where there is none.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn settings(&self) -> Result<String, Error> {
        let path = self.folder.join("settings.toml");
        match fs::read_to_string(&path) {
            Ok(settings) => Ok(settings),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(Error::disk(&path, error)),
        }
    }

    /// Opens the record, migrating it where it is older.
    ///
    /// # Errors
    /// When the database cannot be opened or is newer than this program.
    pub fn store(&self) -> Result<Store, Error> {
        Store::open(&self.folder.join("record.sqlite"))
    }

    /// The originals by content.
    pub fn originals(&self) -> Originals {
        Originals::new(self.folder.join("items"), self.folder.join("tmp"))
    }

    /// Takes the writer's lock; it is given back when the file is dropped.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`] when another process holds it.
    pub fn lock(&self) -> Result<fs::File, Error> {
        let path = self.folder.join("lock");
        let mut options = fs::OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(|error| Error::disk(&path, error))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => Err(Error::new(
                ErrorKind::Busy,
                format!(
                    "another depeche is writing to {}; wait for it",
                    self.folder.display()
                ),
            )),
            Err(fs::TryLockError::Error(error)) => Err(Error::disk(&path, error)),
        }
    }

    /// Bytes on disk of the record, of the index and of the originals, in this order.
    pub fn sizes(&self) -> [u64; 3] {
        let record = ["record.sqlite", "record.sqlite-wal"].iter();
        let record = record.filter_map(|name| fs::metadata(self.folder.join(name)).ok());
        [
            record.map(|metadata| metadata.len()).sum(),
            folder_size(&self.index_folder()),
            folder_size(&self.folder.join("items")),
        ]
    }
}

/// Whether a folder is empty, or half made by a run that was killed: our folders and nothing in
/// them.
fn is_ours(folder: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_part = PARTS.iter().any(|part| name == *part) && entry.file_type()?.is_dir();
        if !is_part {
            return Ok(false);
        }
        for inside in fs::read_dir(entry.path())? {
            if name != "tmp" || inside?.file_name() != "FORMAT" {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn folder_size(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    let size = |entry: fs::DirEntry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => folder_size(&entry.path()),
        Ok(metadata) => metadata.len(),
        Err(_) => 0,
    };
    entries.flatten().map(size).sum()
}

#[cfg(unix)]
fn keep_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn keep_private(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
