#![expect(clippy::disallowed_methods, reason = "tests lay out folders to read")]

use crate::{Options, Report, add, catch_up, check, decide, rebuild};
use depeche_index::{Clause, Index};
use depeche_store::{Anchor, Archive, Batch, Choice, FileState, Packed, StoredDocument};
use std::fs;
use std::path::{Path, PathBuf};

struct Desk {
    folder: tempfile::TempDir,
    archive: Archive,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::open_or_create(&folder.path().join("archive")).unwrap();
        let desk = Desk { folder, archive };
        fs::create_dir(desk.leak()).unwrap();
        for (name, text) in files {
            desk.write(name, text);
        }
        desk
    }

    fn leak(&self) -> PathBuf {
        self.folder.path().join("leak")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.leak().join(name), text).unwrap();
    }

    fn add(&self) -> Report {
        add(
            &self.archive,
            &[self.leak()],
            &Options::default(),
            &mut |_| true,
        )
        .unwrap()
    }

    fn found(&self, word: &str) -> u64 {
        count(&self.archive, word)
    }
}

fn count(archive: &Archive, word: &str) -> u64 {
    let index = Index::open_or_create(&archive.index_folder()).unwrap();
    let clause = Clause::Word(depeche_index::Field::Text, word.to_owned());
    index.documents().unwrap().count(&clause).unwrap()
}

const LETTER: &str = "Dear Minister,\n\nThe harbour talks begin on Monday in Ostervik.\n";

#[test]
fn a_second_run_over_unchanged_files_does_nothing() {
    let desk = Desk::new(&[("a.txt", LETTER), ("b.txt", "The ferry sailed at noon.\n")]);
    let first = desk.add();
    assert_eq!(
        (first.file_total, first.document_count, first.unchanged),
        (2, 2, 0)
    );
    let second = desk.add();
    assert_eq!(
        (second.file_total, second.document_count, second.unchanged),
        (2, 0, 2)
    );
    assert_eq!((desk.found("harbour"), desk.found("ferry")), (1, 1));
}

#[test]
fn the_states_add_up_and_name_every_file() {
    let desk = Desk::new(&[
        ("a.txt", LETTER),
        ("empty.txt", ""),
        ("x.bin", "\u{0}\u{1}\u{2}\u{0}"),
    ]);
    let report = desk.add();
    assert_eq!(report.states.iter().sum::<u64>(), report.file_total);
    let store = desk.archive.store().unwrap();
    let counts = store.state_counts().unwrap();
    assert_eq!(counts.iter().map(|count| count.file_count).sum::<u64>(), 3);
    let refused = store
        .file(&format!("{}/x.bin", desk.leak().display()))
        .unwrap()
        .unwrap();
    assert_eq!(refused.state, FileState::Refused);
    assert!(!refused.problems.is_empty());
}

#[test]
fn an_edited_file_is_read_again_and_a_vanished_one_marked() {
    let desk = Desk::new(&[("a.txt", LETTER), ("b.txt", "The ferry sailed at noon.\n")]);
    desk.add();
    desk.write("a.txt", "The lighthouse keeper resigned.\n");
    fs::remove_file(desk.leak().join("b.txt")).unwrap();
    let report = desk.add();
    assert_eq!((report.document_count, report.missing), (1, 1));
    assert_eq!((desk.found("lighthouse"), desk.found("ferry")), (1, 1));
    assert_eq!(check(&desk.archive).unwrap().faults, Vec::<String>::new());
}

#[test]
fn a_folder_that_held_nothing_new_after_a_kill_is_indexed_from_the_record() {
    let desk = Desk::new(&[("a.txt", LETTER)]);
    desk.add();
    // What a kill between the two commits leaves: a record that is ahead of the index.
    let store = desk.archive.store().unwrap();
    let mut document = None;
    store
        .document_keys::<crate::Error>(&mut |key| {
            document = store.document(key)?;
            Ok(())
        })
        .unwrap();
    let mut document = document.unwrap().document;
    document.text = "A trawler was boarded.\n".to_owned();
    let mut batch = Batch::new(desk.archive.store().unwrap());
    batch.put_document(&Packed::new(document, None)).unwrap();
    batch.commit().unwrap();
    drop(batch);
    assert_eq!(desk.found("trawler"), 0);
    assert_ne!(check(&desk.archive).unwrap().faults, Vec::<String>::new());
    let index = Index::open_or_create(&desk.archive.index_folder()).unwrap();
    catch_up(&store, &index, &Options::default()).unwrap();
    assert_eq!((desk.found("trawler"), desk.found("harbour")), (1, 0));
    rebuild(&desk.archive, &Options::default()).unwrap();
    assert_eq!((desk.found("trawler"), desk.found("harbour")), (1, 0));
}

#[test]
fn the_sample_is_read_whole_and_every_span_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open_or_create(&folder.path().join("archive")).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample");
    let report = add(&archive, &[sample], &Options::default(), &mut |_| true).unwrap();
    assert!(report.file_total > 30, "{report:?}");
    assert_eq!(report.states.iter().sum::<u64>(), report.file_total);
    assert!(report.document_count > 25, "{report:?}");
    assert_eq!(check(&archive).unwrap().faults, Vec::<String>::new());
}

#[test]
fn files_of_many_documents_do_not_wait_for_each_other_for_ever() {
    let volume = |number: usize| {
        let division = |id: usize| {
            format!(
                "<div type=\"document\" xml:id=\"d{id}\" n=\"{id}\"><head>{id}. Letter</head>\
                 <p>Volume {number} tells of harbour {id}.</p></div>"
            )
        };
        let divisions: String = (1..=80).map(division).collect();
        format!(
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{divisions}</body></text></TEI>"
        )
    };
    let desk = Desk::new(&[]);
    for number in 0..24 {
        desk.write(&format!("v{number:02}.xml"), &volume(number));
    }
    let report = desk.add();
    assert_eq!((report.file_total, report.document_count), (24, 24 * 80));
    assert_eq!(desk.found("harbour"), 24 * 80);
}

#[test]
fn a_decision_touches_only_what_it_concerns() {
    let desk = Desk::new(&[
        ("a.txt", "The minister resigned two years ago.\n"),
        ("b.txt", "The ferry sailed at noon.\n"),
    ]);
    desk.add();
    let options = Options::default();
    let store = desk.archive.store().unwrap();
    let mut keys = Vec::new();
    store
        .document_keys::<crate::Error>(&mut |key| {
            keys.push(key);
            Ok(())
        })
        .unwrap();
    let documents = keys
        .iter()
        .map(|key| store.document(*key).unwrap().unwrap());
    let page = documents.map(|stored| stored.document);
    let page = page
        .into_iter()
        .find(|page| page.text.contains("minister"))
        .unwrap();
    let date = |words: &str| Choice::Date {
        document: Anchor {
            words: words.to_owned(),
            ..Anchor::at_start(&page)
        },
        edtf: "2011".to_owned(),
    };
    let mut touched = Vec::new();
    let mut visit = |before: &StoredDocument, after: &StoredDocument| {
        assert!(before.document.date.is_none() && after.document.date.is_some());
        touched.push(after.key);
    };
    let unfit = decide(&desk.archive, &date("The duke"), &options, &mut |_, _| {});
    assert!(matches!(unfit, Err(crate::Error::Unfit(_))));
    assert_eq!(desk.archive.store().unwrap().decisions().unwrap(), []);
    let words = "The minister resigned two years ago.";
    let made = decide(&desk.archive, &date(words), &options, &mut visit).unwrap();
    assert_eq!((made.number, touched), (1, vec![page.id.key()]));
    assert_eq!(check(&desk.archive).unwrap().faults, [""; 0]);
    let nothing = decide(
        &desk.archive,
        &Choice::Undo { number: 9 },
        &options,
        &mut |_, _| {},
    );
    assert!(matches!(nothing, Err(crate::Error::Unfit(_))));
}
