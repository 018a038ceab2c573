//! The binary as people run it: every command that the documents show, kills, and sameness.

#![expect(
    clippy::disallowed_methods,
    reason = "tests write files and read the environment"
)]

mod decisions;
mod transcripts;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn depeche(archive: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
    command
        .arg("--archive")
        .arg(archive)
        .args(arguments)
        .env_remove("DEPECHE_ARCHIVE");
    command
}

fn output(archive: &Path, arguments: &[&str]) -> Output {
    depeche(archive, arguments)
        .output()
        .expect("the binary starts")
}

fn stdout(archive: &Path, arguments: &[&str]) -> String {
    let output = output(archive, arguments);
    assert!(
        output.status.code().is_some_and(|code| code < 3),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("stdout is UTF-8")
}

fn copy_sample(to: &Path) {
    let copied = Command::new("cp")
        .arg("-r")
        .arg(root().join("sample"))
        .arg(to)
        .status();
    assert!(copied.expect("cp is there").success());
}

/// Adds `sample` of the folder under the same relative path, so that locators are the same.
fn add(folder: &Path, archive: &Path, options: &[&str]) -> Output {
    let arguments = [&["add", "sample"], options].concat();
    depeche(archive, &arguments)
        .current_dir(folder)
        .output()
        .expect("the binary starts")
}

fn export(archive: &Path) -> String {
    stdout(archive, &["export", "--as", "jsonl"])
}

#[test]
fn one_thread_or_two_any_order_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    copy_sample(&folder.path().join("sample"));
    let [one, two, parts] = ["one", "two", "parts"].map(|name| folder.path().join(name));
    add(folder.path(), &one, &["--threads", "1"]);
    add(folder.path(), &two, &["--threads", "2"]);
    for part in ["notes", "news", "mail", "cables", "letters", "memos"] {
        let path = format!("sample/{part}");
        let mut command = depeche(&parts, &["add", &path]);
        command.current_dir(folder.path()).output().unwrap();
    }
    let reference = export(&one);
    assert!(
        reference.lines().count() > 100,
        "{}",
        reference.lines().count()
    );
    assert_eq!(reference, export(&two));
    assert_eq!(reference, export(&parts));
}

/// Kills `add` with SIGKILL at moments spread over its run, takes it up again, and compares.
#[test]
fn a_kill_at_any_moment_loses_and_doubles_nothing() {
    let kills = if std::env::var("SLOW").is_ok() { 50 } else { 5 };
    let folder = tempfile::tempdir().unwrap();
    copy_sample(&folder.path().join("sample"));
    let reference = folder.path().join("reference");
    let start = std::time::Instant::now();
    add(folder.path(), &reference, &[]);
    let whole_ms = start.elapsed().as_millis() as u64;
    let expected = export(&reference);
    for kill in 0..kills {
        let archive = folder.path().join(format!("killed-{kill}"));
        let mut command = depeche(&archive, &["add", "sample"]);
        // Small batches: many commits to be killed between.
        command
            .current_dir(folder.path())
            .env("DEPECHE_MEMORY_BATCH_BYTES", "4000");
        command
            .stderr(std::process::Stdio::null())
            .stdout(std::process::Stdio::null());
        let mut child = command.spawn().unwrap();
        // Spread by a fixed odd step, so that a failure can be repeated; every third in the first
        // moments, when the archive itself is made.
        let delay_us = match kill % 3 {
            0 => (kill * 7919) % 30_000,
            _ => (kill * 7_919_000) % (3_000 * whole_ms).max(1),
        };
        std::thread::sleep(Duration::from_micros(delay_us));
        child.kill().unwrap();
        child.wait().unwrap();
        add(folder.path(), &archive, &[]);
        assert_eq!(export(&archive), expected, "killed after {delay_us} µs");
        let check = output(&archive, &["check"]);
        assert!(
            check.status.success(),
            "{}",
            String::from_utf8_lossy(&check.stdout)
        );
        let hits = |archive| stdout(archive, &["search", "minister", "--json"]);
        assert_eq!(
            hits(&archive),
            hits(&reference),
            "killed after {delay_us} µs"
        );
    }
}

#[test]
fn the_words_of_an_event_are_those_of_the_statement_behind_them() {
    let folder = tempfile::tempdir().unwrap();
    copy_sample(&folder.path().join("sample"));
    let archive = folder.path().join("archive");
    add(folder.path(), &archive, &[]);
    let mut quotes = std::collections::BTreeMap::new();
    for line in stdout(&archive, &["statements", "--json", "--limit", "1000"])
        .lines()
        .skip(1)
    {
        let statement: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| statement[name].as_str().unwrap().to_owned();
        let words: Vec<_> = text("quote")
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        quotes.insert(text("id"), words.join(" "));
    }
    let events = stdout(&archive, &["events", "--limit", "1000"]);
    let shown = events
        .lines()
        .filter_map(|line| line.strip_prefix("    \""));
    let shown: Vec<_> = shown.filter_map(|line| line.rsplit_once("\"  ")).collect();
    assert!(shown.len() > 100, "{events}");
    for (quote, id) in shown {
        let start = quote.trim_end_matches('…').replace("\\\"", "\"");
        assert!(quotes[id].starts_with(&start), "{id}: {start}");
    }
}

/// Every `depeche …` line in a code block of the documents is run on the sample.
#[test]
fn every_command_that_the_documents_show_runs() {
    let folder = tempfile::tempdir().unwrap();
    copy_sample(&folder.path().join("sample"));
    let archive = folder.path().join("archive");
    add(folder.path(), &archive, &[]);
    let statement = first_id(&archive, "statements");
    let entities = stdout(&archive, &["entities", "--json", "-n", "2"]);
    let entities: Vec<&str> = entities.lines().collect();
    let [first, second] = [entities[0], entities[1]].map(|line| value(line, "id"));
    // One that mentions the first entity.
    let document = value(entities[0], "document");
    let mut count = 0;
    for name in ["docs/commands.md", "README.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for line in commands_in(&text) {
            let line = line.replace("s_…", &statement).replace("d_…", &document);
            let line = line.replacen("e_…", &first, 1).replacen("e_…", &second, 1);
            let mut words = words(&line);
            for word in &mut words {
                *word = word
                    .replace("~/leak", "sample")
                    .replace("en_core_web_md-3.8.0", &tiny_pipeline());
            }
            let own = words.iter().any(|word| word == "--archive");
            let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
            command.current_dir(folder.path()).args(&words[1..]);
            if !own {
                command.env("DEPECHE_ARCHIVE", &archive);
            }
            let output = command.output().unwrap();
            let complaint = String::from_utf8_lossy(&output.stderr);
            let code = output.status.code();
            // The sample holds files that cannot be read: `add` says so with 2.
            let fine = code == Some(0) || words[1] == "add" && code == Some(2);
            assert!(fine, "{name}: {line}\nended with {code:?}: {complaint}");
            count += 1;
        }
    }
    assert!(count > 15, "only {count} commands were found");
}

/// The pipeline that the engine's own tests run.
fn tiny_pipeline() -> String {
    let folder = root().join("crates/language/src/pipeline/tests/pipeline");
    folder.to_string_lossy().into_owned()
}

fn first_id(archive: &Path, command: &str) -> String {
    let lines = stdout(archive, &[command, "--json", "-n", "1"]);
    let line = lines
        .lines()
        .find(|line| line.contains("\"id\":\""))
        .expect("something is there");
    value(line, "id")
}

/// The first value of a name in a line of JSON.
fn value(line: &str, name: &str) -> String {
    let rest = line.split(&format!("\"{name}\":\"")).nth(1);
    let value = rest.and_then(|rest| rest.split('"').next());
    value.expect("the name has a value").to_owned()
}

/// Lines of indented code blocks that call `depeche`, without pipe and comment.
fn commands_in(text: &str) -> Vec<String> {
    let mut commands = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("    ")) {
        let line = line.trim();
        let line = line
            .split(" > ")
            .next()
            .unwrap_or(line)
            .split("  #")
            .next()
            .unwrap_or(line);
        if line.starts_with("depeche ") && !line.contains("PATH") && !line.contains("COMMAND") {
            commands.push(line.trim().to_owned());
        }
    }
    commands
}

/// Words as a shell splits them; only quotes matter here.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for character in line.chars() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().expect("starts with one").push(character),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn what_is_wrong_is_said_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("nothing");
    let search = output(&missing, &["search", "x"]);
    assert_eq!(search.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&search.stderr).contains("depeche add"));
    let add = output(&missing, &["add", "/no/such/path"]);
    assert_eq!(add.status.code(), Some(2));
    assert!(!missing.exists(), "a run that read nothing made an archive");
    let letter = root().join("sample/letters/tornhjelm-petrush-2007-02-12.txt");
    let letter = letter.to_string_lossy();
    let read = output(&missing, &["read", &letter]);
    assert_eq!(read.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&read.stdout).contains("Name=B-PERSON"));
    let licenses = output(&missing, &["--licenses"]);
    assert!(String::from_utf8_lossy(&licenses.stdout).contains("WordNet Release 3.0"));
    let nothing = output(&missing, &["--json"]);
    assert_eq!(nothing.status.code(), Some(2));
    let read = output(&missing, &["read", &letter, "--pipeline", "sample"]);
    assert_eq!(read.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&read.stderr).contains("no folder of a spaCy pipeline"));
}

#[test]
fn times_of_a_file_are_worked_out_or_say_what_they_hang_on() {
    let folder = tempfile::tempdir().unwrap();
    let memo = folder.path().join("memo.txt");
    fs::write(
        &memo,
        "The envoys met on May 3, 2006. Two days after the meeting a note was sent.\n\nIt was foiled about \
         two years ago, they said.\n\nOn 9 June 2006 Moss told reporters: \"We leave tomorrow.\"\n",
    )
    .unwrap();
    let memo = memo.to_string_lossy();
    let nowhere = folder.path().join("archive");
    let open = stdout(&nowhere, &["times", &memo]);
    let expected = [
        "\"May 3, 2006\"  DATE 2006-05-03  2006-05-03  rule date",
        "\"Two days after the meeting\"  DATE 2006-05-05  2006-05-05  rule offset-after, counted from \
         2006-05-03 (an event named there)",
        "\"about two years ago\"  DATE PAST_REF APPROX  rule offset-before, open: 2 years before this \
         document, whose date is unknown; the document is not older than 9 Jun 2006, the latest date it \
         tells of; so it is not before 9 Dec 2003",
        "\"tomorrow\"  DATE 2006-06-10  2006-06-10  rule offset-after, counted from 2006-06-09 (when it \
         was told)",
    ];
    for expected in expected {
        assert!(open.contains(expected), "{expected}\n{open}");
    }
    let dated = stdout(
        &nowhere,
        &["times", &memo, "--date", "2011-04-15", "--json"],
    );
    let mut lines = dated.lines();
    let last = lines.find(|line| line.contains("two years ago"));
    let last = last.expect("it is read with a date");
    assert!(
        last.contains("\"edtf\":\"2009~\"") && last.contains("\"from\":\"user\""),
        "{last}"
    );
    assert!(
        !nowhere.exists(),
        "a command that reads one file made an archive"
    );
    let wrong = output(&nowhere, &["times", &memo, "--date", "soon"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_query_that_finds_nothing_says_which_part_had_none() {
    let folder = tempfile::tempdir().unwrap();
    copy_sample(&folder.path().join("sample"));
    let archive = folder.path().join("archive");
    add(folder.path(), &archive, &[]);
    let search = output(&archive, &["search", "minister", "zeppelin"]);
    assert_eq!(search.status.code(), Some(1));
    let said = String::from_utf8(search.stdout).unwrap();
    assert!(said.contains("0  zeppelin"), "{said}");
}
