//! Decisions from the command line: made, shown, undone to the byte, kept over new readings, and
//! adrift where their words are gone.

use crate::{add, copy_sample, export, output, stdout};
use std::fs;
use std::path::{Path, PathBuf};

/// The page of the sample that bears no date.
const UNDATED: &str = "d_dc633bb45b";

/// An archive of the sample and what it exports.
struct Desk {
    folder: tempfile::TempDir,
    archive: PathBuf,
    before: String,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the test");
        copy_sample(&folder.path().join("sample"));
        Desk::of(folder)
    }

    fn with(files: &[(&str, &str)]) -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(folder.path().join("sample")).expect("the folder is new");
        for (name, text) in files {
            fs::write(folder.path().join("sample").join(name), text).expect("the file is new");
        }
        Desk::of(folder)
    }

    fn of(folder: tempfile::TempDir) -> Desk {
        let archive = folder.path().join("archive");
        add(folder.path(), &archive, &[]);
        Desk {
            before: export(&archive),
            folder,
            archive,
        }
    }

    fn ask(&self, arguments: &[&str]) -> String {
        stdout(&self.archive, arguments)
    }

    /// What is printed by a command that must succeed.
    fn decide(&self, arguments: &[&str]) -> String {
        let output = output(&self.archive, arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("UTF-8 is printed")
    }

    fn exported(&self) -> String {
        without_decisions(&export(&self.archive))
    }

    /// Undoes the last decision; all is as it was, in the record and in the index.
    fn undo(&self) {
        self.decide(&["undo"]);
        assert!(
            self.exported() == self.before,
            "undo left something changed"
        );
        let fresh = self.folder.path().join("fresh");
        add(self.folder.path(), &fresh, &[]);
        for query in [["documents", "*"], ["statements", "*"], ["entities", "*"]] {
            let [command, query] = query;
            let all = |archive: &Path| stdout(archive, &[command, query, "--json"]);
            assert!(
                all(&self.archive) == all(&fresh),
                "{command} is not as before"
            );
        }
    }

    /// The id of the one entity that goes by a name in the documents of a query.
    fn entity(&self, name: &str, query: &str) -> String {
        let lines = self.ask(&["entities", "--json", query]);
        let wanted = format!("\"name\":\"{name}\"");
        let line = lines.lines().find(|line| line.contains(&wanted));
        let line = line.unwrap_or_else(|| panic!("{name} is not in {query}"));
        line.split('"')
            .nth(3)
            .expect("an id stands there")
            .to_owned()
    }
}

fn without_decisions(export: &str) -> String {
    let own = |line: &&str| !line.starts_with("{\"record\":\"decision\"");
    export
        .lines()
        .filter(own)
        .map(|line| format!("{line}\n"))
        .collect()
}

const PAGE: &str = "The Harbour Deal\n\nThe minister resigned about two years ago. Jan Brekke met \
                    Ola Lund in Oslo yesterday.\n";

#[test]
fn a_date_closes_what_hung_on_it_and_undo_opens_it_again() {
    let desk = Desk::with(&[("page.txt", PAGE)]);
    let id = crate::first_id(&desk.archive, "documents");
    assert!(
        desk.ask(&["statements"])
            .contains("open: 2 years before this document")
    );
    let said = desk.decide(&["date", &id, "2011-04-15"]);
    assert!(said.contains("not known → 15 Apr 2011"), "{said}");
    assert!(
        said.contains(
            "time open: 2 years before this document, whose date is unknown → about 2009"
        ),
        "{said}"
    );
    let explained = desk.ask(&["statements", "type:meet", "--explain"]);
    assert!(explained.contains("14 Apr 2011"), "{explained}");
    assert!(
        explained.contains("counted from 2011-04-15 (a date that you set)"),
        "{explained}"
    );
    let json = desk.ask(&["statements", "--json", "type:meet"]);
    assert!(json.contains("\"from\":\"user\""), "{json}");
    for command in ["documents", "statements"] {
        assert!(
            desk.ask(&[command, "date:2011-04"]).contains("1 "),
            "{command}"
        );
    }
    desk.undo();
    assert_eq!(
        output(&desk.archive, &["documents", "date:2011-04"])
            .status
            .code(),
        Some(1)
    );
}

const QUOTED: &str = "The Harbour Deal\n\n\"Ola Lund resigned yesterday,\" Jan Brekke told reporters \
                      on Wednesday.\n";

#[test]
fn what_is_quoted_is_dated_by_its_telling_and_that_by_the_document() {
    let desk = Desk::with(&[("page.txt", QUOTED)]);
    let id = crate::first_id(&desk.archive, "documents");
    let open = desk.ask(&["events", "type:resign", "--explain"]);
    assert!(
        open.contains("open: 1 day before the telling, whose day is unknown"),
        "{open}"
    );
    // A Friday.
    desk.decide(&["date", &id, "2011-04-15"]);
    let explained = desk.ask(&["events", "type:resign", "--explain"]);
    assert!(explained.contains("12 Apr 2011"), "{explained}");
    assert!(
        explained.contains("counted from 2011-04-13 (when it was told)"),
        "{explained}"
    );
    desk.undo();
}

#[test]
fn the_undated_page_of_the_sample_is_dated_and_the_last_date_given_holds() {
    let desk = Desk::new();
    desk.decide(&["date", UNDATED, "2011-03-25"]);
    let said = desk.decide(&["date", UNDATED, "2011-03-22~"]);
    assert!(said.contains("25 Mar 2011 → about 22 Mar 2011"), "{said}");
    let chain = desk.ask(&["statements", "file:tamoria-today", "type:meet", "--json"]);
    assert!(chain.contains("\"edtf\":\"2011-03-22~\""), "{chain}");
    desk.decide(&["undo"]);
    let shown = desk.ask(&["show", UNDATED]);
    assert!(shown.contains("dated     25 Mar 2011"), "{shown}");
    desk.undo();
    // Undone and done again: an undoing is a decision too.
    desk.decide(&["undo", "4"]);
    assert!(
        desk.ask(&["show", UNDATED])
            .contains("dated     25 Mar 2011")
    );
}

#[test]
fn merging_joins_events_and_undo_parts_them() {
    let desk = Desk::with(&[
        (
            "one.txt",
            "The Harbour Deal\n\nThe minister, Henrik Brekke, met Ola Lund in Oslo on 3 May 2004.\n",
        ),
        (
            "two.txt",
            "The Two Papers\n\nOn 3 May 2004, Johannes Falk met Ola Lund in Oslo.\n",
        ),
    ]);
    let query = ["events", "type:meet"];
    let before = desk.ask(&query);
    assert!(before.contains("2 events"), "{before}");
    let own = desk.entity("Johannes Falk", "*");
    desk.decide(&["merge", &desk.entity("Henrik Brekke", "*"), &own]);
    let events = desk.ask(&query);
    assert!(
        events.contains("Henrik Brekke, Ola Lund, Oslo  [2 statements"),
        "{events}"
    );
    desk.undo();
    assert_eq!(desk.ask(&query), before);
}

#[test]
fn merging_joins_who_is_shown_and_undo_parts_them() {
    let desk = Desk::new();
    for (name, fuller) in [("Aldervik", "Signe Aldervik"), ("Malisk", "Teodor Malisk")] {
        let own = desk.entity(name, "file:06STATE178441");
        let said = desk.decide(&["merge", &desk.entity(fuller, "*"), &own]);
        assert!(
            said.contains(&format!("\"{name}\" in d_e760ae6c28 is {fuller}")),
            "{said}"
        );
    }
    let own = [
        "statements",
        "person:\"Signe Aldervik\"",
        "file:06STATE178441",
    ];
    let statements = desk.ask(&own);
    assert!(statements.contains("meet  Signe Aldervik"), "{statements}");
    let facet = [
        "documents",
        "person:\"Teodor Malisk\"",
        "file:06STATE178441",
    ];
    assert!(desk.ask(&facet).contains("1 documents"));
    assert!(
        desk.ask(&["who", "Signe Aldervik"])
            .contains("in 11 documents")
    );
    desk.decide(&["undo"]);
    desk.undo();
}

#[test]
fn splitting_renaming_and_rejecting_change_who_is_meant() {
    let desk = Desk::new();
    let malisk = desk.entity("Teodor Malisk", "*");
    let said = desk.decide(&["split", &malisk, UNDATED]);
    assert!(
        said.contains("\"Teodor Malisk\" (3 times) in d_dc633bb45b means another"),
        "{said}"
    );
    let who = desk.ask(&["who", "Teodor Malisk"]);
    assert!(
        who.contains("in 10 documents") && who.contains("in 1 documents"),
        "{who}"
    );
    desk.undo();
    desk.decide(&["rename", &malisk, "Theodor", "Malisk"]);
    let who = desk.ask(&["who", "Theodor Malisk"]);
    assert!(
        who.starts_with("Theodor Malisk  person, in 11 documents"),
        "{who}"
    );
    let found = ["statements", "person:theodor"];
    assert!(desk.ask(&found).contains("Theodor Malisk"));
    desk.undo();
    let wrong = desk.entity("Tamoria", "file:tamoria-today person:tamoria");
    let said = desk.decide(&["reject", &wrong]);
    assert!(
        said.contains("Tamoria (e_4901c66e) → Tamoria (no entity)"),
        "{said}"
    );
    assert_eq!(
        output(
            &desk.archive,
            &["documents", "file:tamoria-today", "person:tamoria"]
        )
        .status
        .code(),
        Some(1)
    );
    desk.undo();
    let json = desk.ask(&["entities", "--json", "file:tamoria-today"]);
    let line = json.lines().find(|line| line.contains(&wrong)).unwrap();
    let start = line
        .split("\"start\":")
        .nth(1)
        .unwrap()
        .split(',')
        .next()
        .unwrap();
    desk.decide(&["reject", &format!("{UNDATED}:{start}")]);
    assert!(
        !desk
            .ask(&["entities", "--json", "file:tamoria-today"])
            .contains(&wrong)
    );
    desk.undo();
}

#[test]
fn tags_and_notes_are_shown_and_found() {
    let desk = Desk::new();
    desk.decide(&["tag", UNDATED, "to-check"]);
    desk.decide(&["note", UNDATED, "compare", "the second copy"]);
    let shown = desk.ask(&["show", UNDATED]);
    assert!(
        shown.contains("tag       to-check\nnote      compare the second copy"),
        "{shown}"
    );
    let documents = desk.ask(&["documents", "tags:to-check", "note:copy"]);
    assert!(documents.contains("[to-check]\n1 documents"), "{documents}");
    let twice = output(&desk.archive, &["tag", UNDATED, "to-check"]);
    assert_eq!(twice.status.code(), Some(2));
    desk.decide(&["undo"]);
    desk.undo();
}

#[test]
fn decisions_outlast_a_rebuild_and_a_new_reading() {
    let desk = Desk::new();
    let malisk = desk.entity("Teodor Malisk", "*");
    let own = desk.entity("Malisk", "file:06STATE178441");
    desk.decide(&["date", UNDATED, "2011-03-22"]);
    desk.decide(&["merge", &malisk, &own]);
    desk.decide(&["tag", UNDATED, "to-check"]);
    let decided = export(&desk.archive);
    desk.decide(&["rebuild"]);
    assert!(
        export(&desk.archive) == decided,
        "rebuild changed the record"
    );
    assert!(
        desk.ask(&["documents", "tags:to-check", "date:2011-03-22"])
            .contains("1 documents")
    );
    // As a newer version of the program does: no file counts as read by these readers.
    let again = desk.folder.path().join("again");
    let none = depeche_store::Archive::open_or_create(&again).unwrap();
    let choices = depeche_store::Archive::open(&desk.archive).unwrap();
    let choices = choices.store().unwrap().decisions().unwrap();
    let mut batch = depeche_store::Batch::new(none.store().unwrap());
    for decision in &choices {
        batch.put_decision(&decision.choice).unwrap();
    }
    batch.commit().unwrap();
    drop(batch);
    add(desk.folder.path(), &again, &["--threads", "1"]);
    assert!(
        export(&again) == decided,
        "read after the decisions, it differs"
    );
    let found = |archive: &Path| stdout(archive, &["statements", "*", "--json"]);
    assert!(found(&again) == found(&desk.archive));
}

#[test]
fn a_decision_on_a_file_that_changed_is_adrift_and_comes_back_with_it() {
    let desk = Desk::with(&[
        ("page.txt", PAGE),
        ("other.txt", "The ferry sailed at noon.\n"),
    ]);
    let path = desk.folder.path().join("sample/page.txt");
    let page = desk.ask(&["documents", "harbour", "--json"]);
    let id = page
        .split("\"id\":\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    desk.decide(&["date", id, "2011-04-15"]);
    let decided = export(&desk.archive);
    fs::write(&path, PAGE.replace("Harbour", "Port")).unwrap();
    add(desk.folder.path(), &desk.archive, &[]);
    let history = desk.ask(&["history"]);
    assert!(history.contains("  1  date    adrift"), "{history}");
    assert!(history.contains("was replaced by d_"), "{history}");
    let exported = export(&desk.archive);
    assert!(
        exported.contains(
            "\"record\":\"decision\",\"id\":\"1\",\"kind\":\"date\",\"state\":\"adrift\""
        )
    );
    assert!(
        !exported.contains("\"edtf\":\"2011-04-15\""),
        "it still does something"
    );
    fs::write(&path, PAGE).unwrap();
    add(desk.folder.path(), &desk.archive, &[]);
    let history = desk.ask(&["history"]);
    assert!(history.contains("  1  date    in force"), "{history}");
    let exported = export(&desk.archive);
    // The document that replaced it stays in the record, and tells of the same event.
    let own = |line: &&str| !line.starts_with("{\"record\":\"e");
    for line in decided.lines().filter(own) {
        assert!(exported.contains(line), "did not come back: {line}");
    }
}

#[test]
fn the_same_decisions_give_the_same_bytes() {
    let decided = || {
        let desk = Desk::new();
        let malisk = desk.entity("Teodor Malisk", "*");
        desk.decide(&["split", &malisk, UNDATED]);
        desk.decide(&[
            "rename",
            &desk.entity("Teodor Malisk", "file:tamoria-today"),
            "Another",
        ]);
        desk.decide(&["date", UNDATED, "2011-03"]);
        desk.decide(&["undo", "1"]);
        export(&desk.archive)
    };
    assert!(decided() == decided());
}

#[test]
fn what_cannot_be_decided_is_said_and_leaves_nothing() {
    let desk = Desk::new();
    let malisk = desk.entity("Teodor Malisk", "*");
    let check = |arguments: &[&str], expected: &str| {
        let output = output(&desk.archive, arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    };
    check(
        &["date", UNDATED, "15.4.2011"],
        "is no date; write 2011, 2011-04, 2011-04-15",
    );
    check(&["date", UNDATED, "9999"], "lies in the future");
    check(&["date", "d_0", "2011"], "more than one document's id");
    check(
        &["date", "d_ffffffffffffffff", "2011"],
        "no document has the id",
    );
    check(&["merge", &malisk, &malisk], "are one already");
    check(
        &["merge", &malisk, "e_ffffffffffffffff"],
        "no entity has the id",
    );
    check(&["merge", &malisk, "Malisk"], "`depeche who NAME`");
    check(
        &["split", &malisk, "d_debfa396ec:1"],
        "no name is read at byte 1",
    );
    check(&["split", &malisk, "d_5b6b2967c1"], "does not mention");
    check(
        &[
            "split",
            &desk.entity("Tamoria", "file:tamoria-today person:tamoria"),
            UNDATED,
        ],
        "every mention",
    );
    check(
        &["reject", "d_5b6b:x"],
        "is no mention; one is written d_3f2a:812",
    );
    check(&["rename", &malisk, " "], "the name is empty");
    check(&["undo", "7"], "there is no decision 7");
    assert_eq!(output(&desk.archive, &["undo"]).status.code(), Some(1));
    assert_eq!(output(&desk.archive, &["history"]).status.code(), Some(1));
    assert!(export(&desk.archive) == desk.before);
    desk.decide(&["tag", UNDATED, "x"]);
    desk.decide(&["undo", "1"]);
    check(&["undo", "1"], "is undone already");
}
