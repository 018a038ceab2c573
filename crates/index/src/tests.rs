//! The index through its front door: put in, commit, ask, take out, open again.

use crate::{Clause, DocumentEntry, ErrorKind, Field, Index, Page, StatementEntry, Words};
use std::path::Path;

const FIRST: Page = Page {
    offset: 0,
    limit: 10,
};

fn entry<'a>(key: u64, text: &'a str, fields: &'a [(Field, &'a str)]) -> DocumentEntry<'a> {
    DocumentEntry {
        key,
        text,
        title: None,
        date: None,
        fields,
    }
}

fn filled(path: &Path) -> Index {
    let index = Index::open_or_create(path).unwrap();
    let mut writer = index.writer(30_000_000, 1).unwrap();
    let documents = [
        entry(
            1,
            "The envoy met the minister. Talks on grain.",
            &[
                (Field::Person, "Ana Marl"),
                (Field::Person, "Joss Ould"),
                (Field::Kind, "memo"),
            ],
        ),
        entry(
            2,
            "Grain ships; the minister meets nobody.",
            &[(Field::Kind, "cable")],
        ),
        entry(
            3,
            "Nothing of the kind was said.",
            &[(Field::Kind, "cable")],
        ),
    ];
    for (position, document) in documents.iter().enumerate() {
        let day = 100 * position as i32;
        let date = (position < 2).then_some((day, day + 30));
        let dated = DocumentEntry { date, ..*document };
        writer.add_document(&dated).unwrap();
    }
    writer.commit(3).unwrap();
    writer.finish().unwrap();
    index
}

fn keys(index: &Index, clause: &Clause) -> Vec<u64> {
    let top = index.documents().unwrap().best(clause, FIRST).unwrap();
    assert_eq!(top.total, index.documents().unwrap().count(clause).unwrap());
    let mut keys: Vec<u64> = top.hits.iter().map(|hit| hit.key).collect();
    keys.sort_unstable();
    keys
}

fn word(word: &str) -> Clause {
    Clause::Word(Field::Text, word.to_owned())
}

fn phrase(field: Field, words: &str) -> Clause {
    let words = Words::all(words).into_iter().map(|(_, word)| word);
    Clause::Phrase(field, words.collect())
}

#[test]
fn finds_by_word_stem_phrase_prefix_date_and_field() {
    let folder = tempfile::tempdir().unwrap();
    let index = filled(folder.path());
    let check = |clause: Clause, expected: &[u64]| {
        assert_eq!(keys(&index, &clause), expected, "{clause:?}");
    };
    check(word("minister"), &[1, 2]);
    check(word("ministers"), &[]);
    check(Clause::Stem(Field::Text, "meet".into()), &[2]);
    check(phrase(Field::Text, "met the minister"), &[1]);
    check(phrase(Field::Text, "minister met"), &[]);
    check(phrase(Field::Person, "Marl Joss"), &[]);
    check(phrase(Field::Person, "ana marl"), &[1]);
    check(Clause::Prefix(Field::Text, "no".into()), &[2, 3]);
    check(Clause::Dates(Some(30), Some(99)), &[1]);
    check(Clause::Dates(Some(31), Some(99)), &[]);
    check(Clause::Dates(Some(90), None), &[2]);
    check(Clause::Everything, &[1, 2, 3]);
    check(Clause::Keys([1, 3, 9].into()), &[1, 3]);
    check(Clause::Not(Box::new(word("grain"))), &[3]);
    check(
        Clause::All(vec![word("grain"), Clause::Not(Box::new(word("ships")))]),
        &[1],
    );
    check(Clause::Any(vec![word("ships"), word("said")]), &[2, 3]);
}

#[test]
fn counts_values_and_words() {
    let folder = tempfile::tempdir().unwrap();
    let searcher = filled(folder.path()).documents().unwrap();
    let kinds = searcher.values(&word("minister"), Field::Kind).unwrap();
    assert_eq!(format!("{kinds:?}"), r#"{"cable": 1, "memo": 1}"#);
    let words = searcher.words_with_prefix(Field::Text, "s", 9).unwrap();
    assert_eq!(format!("{words:?}"), r#"{"said": 1, "ships": 1}"#);
    assert_eq!(searcher.frequency(Field::Text, "the").unwrap(), 3);
}

#[test]
fn a_document_put_in_again_replaces_itself_and_its_statements() {
    let folder = tempfile::tempdir().unwrap();
    let index = filled(folder.path());
    let mut writer = index.writer(30_000_000, 2).unwrap();
    let statement = |key, document, sort_day| StatementEntry {
        key,
        document,
        event: key,
        sort_day,
        text: "met the minister",
        date: None,
        fields: &[],
    };
    for (key, document, day) in [(70, 1, 9), (71, 1, 3), (72, 2, 3)] {
        writer
            .add_statement(&statement(key, document, day))
            .unwrap();
    }
    writer.commit(4).unwrap();
    let timeline = |clause| -> Vec<u64> {
        let top = index
            .statements()
            .unwrap()
            .timeline(&clause, Page::ALL)
            .unwrap();
        assert_eq!(top.total, top.hits.len() as u64);
        top.hits.iter().map(|hit| hit.key).collect()
    };
    assert_eq!(timeline(Clause::Everything), [71, 72, 70]);
    assert!(timeline(Clause::Dates(None, None)).is_empty());
    assert_eq!(timeline(Clause::Keys([70, 72].into())), [72, 70]);

    writer
        .add_document(&entry(1, "Wholly new words.", &[]))
        .unwrap();
    writer.add_statement(&statement(73, 1, 5)).unwrap();
    assert!(keys(&index, &word("new")).is_empty());
    writer.commit(5).unwrap();
    assert_eq!(keys(&index, &word("new")), [1]);
    assert!(keys(&index, &word("envoy")).is_empty());
    assert_eq!(timeline(Clause::Everything), [72, 73]);
    assert_eq!(index.watermark().unwrap(), 5);
}

#[test]
fn what_was_not_committed_is_not_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let index = filled(folder.path());
    let mut writer = index.writer(30_000_000, 1).unwrap();
    writer.add_document(&entry(4, "Lost.", &[])).unwrap();
    let busy = index.writer(30_000_000, 1).err().unwrap();
    assert_eq!(busy.kind(), ErrorKind::Busy);
    drop(writer);
    let index = Index::open_or_create(folder.path()).unwrap();
    assert_eq!(index.watermark().unwrap(), 3);
    assert_eq!(keys(&index, &Clause::Everything), [1, 2, 3]);
    assert!(index.size_bytes().unwrap() > 0);
}

#[test]
fn every_hit_is_reached_by_paging_and_equals_go_by_key() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open_or_create(folder.path()).unwrap();
    let mut writer = index.writer(60_000_000, 2).unwrap();
    for key in (1..=50).rev() {
        writer
            .add_document(&entry(key, "the same words", &[]))
            .unwrap();
        if key % 20 == 0 {
            writer.commit(1).unwrap();
        }
    }
    writer.commit(1).unwrap();
    let searcher = index.documents().unwrap();
    let mut all = Vec::new();
    for offset in (0..60).step_by(7) {
        let top = searcher
            .best(&word("same"), Page { offset, limit: 7 })
            .unwrap();
        assert_eq!(top.total, 50);
        all.extend(top.hits.iter().map(|hit| hit.key));
    }
    assert_eq!(all, (1..=50).collect::<Vec<u64>>());
}

#[test]
fn another_format_is_refused_and_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("index");
    drop(filled(&path));
    std::fs::write(path.join("FORMAT"), "999\n").unwrap();
    let error = Index::open_or_create(&path).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::RebuildNeeded);
    assert!(error.to_string().contains("999"));
    Index::delete(&path).unwrap();
    Index::delete(&path).unwrap();
    let index = Index::open_or_create(&path).unwrap();
    assert_eq!(index.watermark().unwrap(), 0);
    std::fs::write(path.join("documents/meta.json"), "{").unwrap();
    let error = Index::open_or_create(&path).err().unwrap();
    assert_eq!(error.kind(), ErrorKind::RebuildNeeded);
}

#[test]
fn a_score_depends_on_what_is_there_and_not_on_what_was() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let [fresh, edited] = folders.each_ref().map(|folder| filled(folder.path()));
    let mut writer = edited.writer(30_000_000, 1).unwrap();
    let text = "Grain ships; the minister meets nobody.";
    for words in ["Minister, minister, grain of a minister.", text] {
        let kind = [(Field::Kind, "cable")];
        let again = DocumentEntry {
            date: Some((100, 130)),
            ..entry(2, words, &kind)
        };
        writer.add_document(&again).unwrap();
        writer.commit(4).unwrap();
    }
    writer.finish().unwrap();
    let scores = |index: &Index| {
        let found = index.documents().unwrap().best(&word("minister"), FIRST);
        found.unwrap().hits
    };
    assert_eq!(scores(&fresh).len(), 2);
    assert_eq!(scores(&fresh), scores(&edited));
}
