//! Bringing an index that is behind its record up to it.

use crate::entries::{Indexed, index_document};
use crate::{Error, Options, settle};
use depeche_index::{Index, Writer};
use depeche_store::{Archive, Store};

/// Text that is indexed between two commits of a rebuild, in bytes.
const COMMIT_BYTES: usize = 256 << 20;

/// Indexes what changed after the index's watermark; nothing where it is current.
///
/// # Errors
/// When the record or the index fails.
pub fn catch_up(store: &Store, index: &Index, options: &Options) -> Result<(), Error> {
    let watermark = index.watermark()?;
    if watermark == store.newest_change()? {
        return Ok(());
    }
    let writer = index.writer(options.index_bytes, options.thread_count)?;
    write_changes(store, writer, watermark)
}

/// Makes all again that is derived: what the decisions do, and the index.
///
/// # Errors
/// When the record or the index fails.
pub fn rebuild(archive: &Archive, options: &Options) -> Result<(), Error> {
    Index::delete(&archive.index_folder())?;
    settle(archive, options)?;
    let index = Index::open_or_create(&archive.index_folder())?;
    catch_up(&archive.store()?, &index, options)
}

fn write_changes(store: &Store, mut writer: Writer, watermark: u64) -> Result<(), Error> {
    let mut bytes = 0;
    store.changes_after::<Error>(watermark, &mut |change, at| {
        match change {
            Err(key) => writer.delete_document(key),
            Ok(stored) => {
                bytes += stored.document.text.len();
                let indexed = Indexed {
                    document: &stored.document,
                    reading: stored.reading.as_ref(),
                    locator: &stored.locator,
                    again: watermark > 0,
                };
                index_document(&mut writer, &indexed)?;
                if bytes >= COMMIT_BYTES {
                    // Changes come in order, so that a kill here loses only what follows.
                    writer.commit(at)?;
                    bytes = 0;
                }
            }
        }
        Ok(())
    })?;
    writer.commit(store.newest_change()?)?;
    writer.finish()?;
    Ok(())
}
