use crate::{Archive, Batch, ErrorKind, FileRow, FileState, ItemRow, Packed};
use depeche_document::{Document, DocumentId, Kind, Place};
use depeche_source::{Item, ItemId};
use depeche_statement::Reading;
use depeche_text::{Problem, Severity};
use std::fs;

fn document(item: ItemId, place: Place, text: &str) -> Document {
    Document {
        id: DocumentId::of(item, &place),
        item,
        place,
        kind: Kind::Text,
        title: None,
        language: None,
        text: text.to_owned(),
        blocks: Vec::new(),
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

fn new_archive() -> (tempfile::TempDir, Archive) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open_or_create(&folder.path().join("archive")).unwrap();
    (folder, archive)
}

fn file(locator: &str, item: ItemId) -> FileRow {
    FileRow {
        locator: locator.to_owned(),
        item: Some(item),
        stamp: vec![1],
        state: FileState::ReadWithProblems,
        problems: vec![Problem::new("document/odd", Severity::Warning, "odd")],
        missing: false,
        version: 1,
    }
}

#[test]
fn a_document_reads_back_as_it_was_written() {
    let (_folder, archive) = new_archive();
    let store = archive.store().unwrap();
    let item = ItemId::of(b"x");
    let document = document(item, Place::Whole, "The Minister arrived. É\0");
    let mut batch = Batch::new(store);
    batch
        .put_item(&ItemRow {
            id: item,
            media_type: "text/plain".into(),
            size_bytes: 1,
            kept_bytes: None,
        })
        .unwrap();
    batch.put_file(&file("a.txt", item)).unwrap();
    batch
        .put_document(&Packed::new(document.clone(), Some(&Reading::default())))
        .unwrap();
    let change = batch.commit().unwrap();
    let store = batch.store();
    assert_eq!(store.newest_change().unwrap(), change);
    let stored = store.document(document.id.key()).unwrap().unwrap();
    assert_eq!(stored.document, document);
    assert_eq!(
        (stored.locator.as_str(), stored.media_type.as_str()),
        ("a.txt", "text/plain")
    );
    assert_eq!(store.file("a.txt").unwrap().unwrap(), file("a.txt", item));
    let digits = &document.id.to_string()[2..8];
    assert_eq!(
        store.documents_starting(digits, 2).unwrap(),
        [document.id.key()]
    );
    let states = store.state_counts().unwrap();
    assert_eq!(
        states
            .iter()
            .map(|state| state.file_count)
            .collect::<Vec<_>>(),
        [0, 1, 0, 0]
    );
}

#[test]
fn a_batch_that_is_not_committed_leaves_nothing() {
    let (_folder, archive) = new_archive();
    let store = archive.store().unwrap();
    let mut batch = Batch::new(store);
    batch
        .put_document(&Packed::new(
            document(ItemId::of(b"x"), Place::Whole, "x"),
            None,
        ))
        .unwrap();
    drop(batch);
    let store = archive.store().unwrap();
    assert_eq!(store.counts().unwrap(), [0, 0, 0]);
    assert_eq!(store.newest_change().unwrap(), 0);
}

#[test]
fn documents_that_a_newer_reading_no_longer_gives_are_removed_and_said_so() {
    let (_folder, archive) = new_archive();
    let store = archive.store().unwrap();
    let item = ItemId::of(b"x");
    let [first, second] = ["a", "b"].map(|id| document(item, Place::Id(id.to_owned()), "words"));
    let mut batch = Batch::new(store);
    batch
        .put_document(&Packed::new(first.clone(), None))
        .unwrap();
    batch
        .put_document(&Packed::new(second.clone(), None))
        .unwrap();
    let watermark = batch.commit().unwrap();
    assert_eq!(
        batch.keep_only(item, &[first.id.key()]).unwrap(),
        [second.id.key()]
    );
    batch.commit().unwrap();
    let store = batch.store();
    assert_eq!(store.documents_of(item).unwrap(), [first.id]);
    let mut gone = Vec::new();
    store
        .changes_after::<crate::Error>(watermark, &mut |change, _| {
            gone.push(change.map(|stored| stored.key));
            Ok(())
        })
        .unwrap();
    assert_eq!(gone, [Err(second.id.key())]);
}

#[test]
fn an_edited_file_is_a_new_item_and_the_old_is_marked_replaced() {
    let (_folder, archive) = new_archive();
    let store = archive.store().unwrap();
    let [old, new] = [b"old", b"new"].map(|bytes| ItemId::of(bytes));
    let mut batch = Batch::new(store);
    for item in [old, new] {
        let row = ItemRow {
            id: item,
            media_type: "text/plain".into(),
            size_bytes: 3,
            kept_bytes: None,
        };
        batch.put_item(&row).unwrap();
        batch.put_file(&file("a.txt", item)).unwrap();
    }
    batch.commit().unwrap();
    let store = batch.store();
    let replaced: Option<Vec<u8>> = store
        .connection
        .query_row(
            "SELECT replaced_by FROM item WHERE id = ?1",
            [old.0.as_slice()],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(replaced.as_deref(), Some(new.0.as_slice()));
}

#[test]
fn a_folder_half_made_by_a_killed_run_is_made_whole() {
    let folder = tempfile::tempdir().unwrap();
    for made in [
        &["items"][..],
        &["items", "index"],
        &["items", "index", "tmp"],
    ] {
        let half = folder.path().join(made.len().to_string());
        for part in made {
            fs::create_dir_all(half.join(part)).unwrap();
        }
        Archive::open_or_create(&half).unwrap();
        Archive::open(&half).unwrap();
    }
    let foreign = folder.path().join("foreign");
    fs::create_dir_all(foreign.join("items")).unwrap();
    fs::write(foreign.join("items/mine.txt"), "mine").unwrap();
    let error = Archive::open_or_create(&foreign).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Foreign);
}

#[test]
fn a_newer_format_and_a_foreign_folder_are_refused() {
    let (folder, archive) = new_archive();
    fs::write(archive.folder().join("FORMAT"), "2\n").unwrap();
    assert_eq!(
        Archive::open(archive.folder()).unwrap_err().kind(),
        ErrorKind::Foreign
    );
    let foreign = folder.path().join("mine");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("thesis.doc"), "x").unwrap();
    assert_eq!(
        Archive::open_or_create(&foreign).unwrap_err().kind(),
        ErrorKind::Foreign
    );
    assert_eq!(
        Archive::open(&foreign).unwrap_err().kind(),
        ErrorKind::Missing
    );
}

#[test]
fn an_original_reads_back_and_a_damaged_one_is_noticed() {
    let (_folder, archive) = new_archive();
    let originals = archive.originals();
    let bytes = b"cable".repeat(100);
    let item = Item {
        id: ItemId::of(&bytes),
        locator: "a".into(),
        media_type: "text/plain".into(),
        bytes: bytes.clone(),
    };
    originals.keep(&item).unwrap();
    originals.sync().unwrap();
    assert_eq!(originals.open(item.id, 500).unwrap(), Some(bytes));
    let name = item.id.to_string();
    let path = archive
        .folder()
        .join("items")
        .join(&name[..2])
        .join(format!("{}.zst", &name[2..]));
    fs::write(&path, zstd::bulk::compress(b"other", 3).unwrap()).unwrap();
    assert_eq!(
        originals.open(item.id, 500).unwrap_err().kind(),
        ErrorKind::Damaged
    );
    assert_eq!(originals.open(ItemId::of(b"none"), 500).unwrap(), None);
}

#[test]
fn one_writer_at_a_time() {
    let (_folder, archive) = new_archive();
    let lock = archive.lock().unwrap();
    assert_eq!(archive.lock().unwrap_err().kind(), ErrorKind::Busy);
    drop(lock);
    archive.lock().unwrap();
}
