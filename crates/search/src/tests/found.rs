//! What a query finds, counts, marks and shows.

use crate::{Options, Query, marks, parse, run, run_statements, snippets};
use depeche_index::{DocumentEntry, Field, Index, StatementEntry};
use tempfile::TempDir;

/// Key, title, text, days, kind.
type Given = (
    u64,
    &'static str,
    &'static str,
    Option<(i32, i32)>,
    &'static str,
);

const DOCUMENTS: [Given; 4] = [
    (
        1,
        "Grain talks",
        "The envoy agreed to a grain treaty. The Minister’s agreement was secret.",
        Some((13_514, 13_878)),
        "cable",
    ),
    (
        2,
        "Note",
        "Secret agreements on oil; nobody spoke of grain.",
        Some((13_560, 13_560)),
        "memo",
    ),
    (
        3,
        "Oil",
        "Oil and salt were talked about in Müllhaven.",
        Some((0, 0)),
        "cable",
    ),
    (4, "Undated", "A treaty on salt.", None, "news"),
];

struct Filled {
    _folder: TempDir,
    index: Index,
}

fn filled() -> Filled {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open_or_create(folder.path()).unwrap();
    let mut writer = index.writer(30_000_000, 1).unwrap();
    for (key, title, text, date, kind) in DOCUMENTS {
        let entry = DocumentEntry {
            key,
            text,
            title: Some(title),
            date,
            fields: &[(Field::Kind, kind)],
        };
        writer.add_document(&entry).unwrap();
        let statement = StatementEntry {
            key: 100 - key,
            document: key,
            event: key,
            sort_day: i64::from(date.map_or(i32::MAX, |(first, _)| first)),
            text,
            date,
            fields: &[(Field::Type, "agree")],
        };
        writer.add_statement(&statement).unwrap();
    }
    writer.commit(1).unwrap();
    writer.finish().unwrap();
    Filled {
        _folder: folder,
        index,
    }
}

fn query(typed: &str) -> Query {
    parse(typed, &Options::default())
}

#[test]
fn finds_what_each_form_should() {
    let filled = filled();
    for (typed, expected) in [
        ("grain", vec![1, 2]),
        ("agreement", vec![1, 2]),
        ("agreeing", vec![1]),
        ("=agreements", vec![2]),
        ("\"secret agreements\"", vec![2]),
        ("\"secret agreement\"", vec![]),
        ("agree*", vec![1, 2]),
        ("treat*", vec![1, 4]),
        ("grain oil", vec![2]),
        ("grain OR salt", vec![1, 2, 3, 4]),
        ("salt -oil", vec![4]),
        ("NOT grain", vec![3, 4]),
        ("kind:cable", vec![1, 3]),
        ("kind:(memo OR news)", vec![2, 4]),
        ("title:grain", vec![1]),
        ("mullhaven", vec![3]),
        ("minister", vec![1]),
        ("date:2007", vec![1, 2]),
        ("date:..2006", vec![3]),
        ("date:2007-02-16", vec![1, 2]),
        ("date:2007-03", vec![1]),
        ("-date:2007", vec![3, 4]),
        ("*", vec![1, 2, 3, 4]),
        ("nothing-like-it", vec![]),
    ] {
        let found = run(&filled.index, &query(typed), 0, 10).unwrap();
        let mut keys: Vec<u64> = found.hits.iter().map(|hit| hit.key).collect();
        keys.sort_unstable();
        assert_eq!(keys, expected, "{typed}");
        assert_eq!(found.total, expected.len() as u64, "{typed}");
    }
}

#[test]
fn counts_each_part_alone() {
    let filled = filled();
    let parts = |typed| {
        let found = run(&filled.index, &query(typed), 0, 10).unwrap();
        let parts = found.parts.iter();
        let said: Vec<String> = parts
            .map(|part| format!("{} {}", part.text, part.count))
            .collect();
        (found.total, said.join("; "))
    };
    assert_eq!(parts("grain pepper"), (0, "grain 2; pepper 0".to_owned()));
    assert_eq!(parts("salt -oil"), (1, "salt 2; NOT oil 2".to_owned()));
    assert_eq!(
        parts("salt (oil OR grain)"),
        (1, "salt 2; oil OR grain 3; oil 2; grain 2".to_owned())
    );
}

#[test]
fn statements_come_by_day_and_all_pages_hold_all() {
    let filled = filled();
    let all = query("type:agree");
    let mut keys = Vec::new();
    for offset in 0..6 {
        let found = run_statements(&filled.index, &all, offset, 1).unwrap();
        assert_eq!((found.total, found.exact), (4, true));
        keys.extend(found.hits.iter().map(|hit| hit.key));
    }
    assert_eq!(keys, [97, 99, 98, 96]);
}

#[test]
fn pages_follow_each_other_by_score() {
    let filled = filled();
    let typed = query("grain OR salt OR oil");
    let whole = run(&filled.index, &typed, 0, 10).unwrap();
    let mut paged = Vec::new();
    for offset in 0..5 {
        paged.extend(run(&filled.index, &typed, offset, 1).unwrap().hits);
    }
    assert_eq!(paged, whole.hits);
    assert!(whole.hits.is_sorted_by(|one, next| one.score >= next.score));
}

#[test]
fn marks_what_matched_and_nothing_else() {
    let text = DOCUMENTS[0].2;
    let marked = |typed| {
        let spans = marks(text, &query(typed));
        let words: Vec<&str> = spans.iter().map(|span| span.get(text).unwrap()).collect();
        words.join("|")
    };
    assert_eq!(marked("agreements"), "agreement");
    assert_eq!(marked("=agreement"), "agreement");
    assert_eq!(marked("\"grain treaty\""), "grain treaty");
    assert_eq!(marked("treat* secret"), "treaty|secret");
    assert_eq!(marked("grain -secret"), "grain");
    assert_eq!(marked("kind:grain date:2007"), "");
}

#[test]
fn a_snippet_shows_the_match_and_lies_in_the_text() {
    let filler = "Words of no weight stand here, one beside another. ".repeat(400);
    let text = format!("{filler}At last the treaty on pepper is named. {filler}");
    let found = snippets(&text, &query("pepper treaty"), 1);
    let [snippet] = found.as_slice() else {
        panic!("{found:?}")
    };
    let shown = snippet.span.get(&text).unwrap();
    assert!(shown.contains("treaty on pepper"), "{shown}");
    assert!(shown.len() <= 300, "{shown}");
    assert_eq!(snippet.marks.len(), 2);
    let beginning = snippets(&text, &query("kind:memo"), 1);
    assert_eq!(beginning[0].span.start, 0);
    assert!(snippets("", &query("a"), 3).is_empty());
}
