//! Invented chains, and how many origins they have.

use super::{Sketches, origins};
use crate::StatementView;
use crate::statement::{ByView, LinkView, QuoteView, SpeakerView};
use depeche_statement::{EventType, Medium, Modality, Polarity, Sketch};
use depeche_text::Span;

/// `s_1 in d_1: Oberlin > Harrow > d_1`: a statement and its chain; `?` tells who is not named, a
/// link `d_…` is a document told of. `not ` before it denies the event.
fn statement(line: &str) -> StatementView {
    let denied = line.strip_prefix("not ");
    let (head, chain) = denied.unwrap_or(line).split_once(": ").expect("a chain");
    let (id, document) = head.split_once(" in ").expect("a document");
    let span = Span::new(0, 0);
    let links = chain.split(" > ").map(|link| LinkView {
        speaker: (!link.starts_with("d_") && link != "?").then(|| SpeakerView {
            name: link.to_owned(),
            entity: None,
            by: None,
        }),
        hearer: None,
        medium: Medium::Conversation,
        time: None,
        place: None,
        document: link.starts_with("d_").then(|| link.to_owned()),
        span: None,
        quote: None,
    });
    StatementView {
        id: id.to_owned(),
        document: document.to_owned(),
        kind: EventType::Meet,
        plover: "CONSULT",
        span,
        quote: String::new(),
        trigger: QuoteView {
            span,
            quote: String::new(),
        },
        participants: Vec::new(),
        place: None,
        time: None,
        polarity: match denied {
            Some(_) => Polarity::Negative,
            None => Polarity::Positive,
        },
        modality: Modality::Asserted,
        about: Vec::new(),
        chain: links.collect(),
        by: ByView {
            annotator: String::new(),
            version: String::new(),
            rule: String::new(),
        },
    }
}

/// Origins, one a line: who or which document, and the statements.
fn check(lines: &str, expected: &str) {
    check_with(lines, &Sketches::new(), expected);
}

fn check_with(lines: &str, sketches: &Sketches, expected: &str) {
    let statements: Vec<StatementView> = lines.lines().map(|line| statement(line.trim())).collect();
    let found = origins(&statements, sketches);
    let found = found.iter().map(|origin| {
        let from = origin
            .speaker
            .clone()
            .or(origin.document.clone())
            .unwrap_or_default();
        format!("{from}: {}", origin.statements.join(" "))
    });
    assert_eq!(found.collect::<Vec<_>>().join("\n"), expected);
}

#[test]
fn one_source_in_two_documents_counts_once() {
    check(
        "s_1 in d_1: Oberlin > Harrow\ns_2 in d_2: Oberlin > Gazette",
        "Oberlin: s_1 s_2",
    );
    check(
        "s_1 in d_1: Oberlin\ns_2 in d_2: Tveitan",
        "Oberlin: s_1\nTveitan: s_2",
    );
}

#[test]
fn who_denies_it_is_no_source_of_it() {
    check(
        "s_1 in d_1: Oberlin\nnot s_2 in d_2: Tveitan",
        "Oberlin: s_1",
    );
    check("not s_1 in d_1: Tveitan", "Tveitan: s_1");
}

#[test]
fn who_passes_it_on_is_no_second_source() {
    check(
        "s_1 in d_1: Harrow > Embassy\ns_2 in d_2: Oberlin > Harrow > Gazette",
        "Oberlin: s_1 s_2",
    );
}

#[test]
fn a_source_named_by_surname_is_not_a_second_one() {
    check(
        "s_1 in d_1: Anna Oberlin\ns_2 in d_2: Oberlin",
        "Anna Oberlin: s_1 s_2",
    );
    check(
        "s_1 in d_1: Anna Oberlin\ns_2 in d_2: Carl Oberlin\ns_3 in d_3: Oberlin",
        "Anna Oberlin: s_1\nCarl Oberlin: s_2\nOberlin: s_3",
    );
}

#[test]
fn chains_without_a_name_meet_in_a_document_that_we_lack() {
    check(
        "s_1 in d_1: ? > d_9\ns_2 in d_2: Oberlin > d_9 > Gazette",
        "Oberlin: s_1 s_2",
    );
    check("s_1 in d_1: ? > d_9\ns_2 in d_2: ? > d_9", "d_1: s_1 s_2");
}

#[test]
fn a_chain_without_a_name_never_makes_one_of_two_sources() {
    check(
        "s_1 in d_1: Oberlin > d_9\ns_2 in d_1: Tveitan > d_9\ns_3 in d_1: ?",
        "Oberlin: s_1 s_3\nTveitan: s_2",
    );
}

#[test]
fn papers_that_print_one_text_count_once() {
    let text: String = (0..300)
        .map(|at| format!("word{} ", at * 7 % 293))
        .collect();
    let mut sketches = Sketches::new();
    sketches.insert("d_1".to_owned(), Sketch::new(&text));
    sketches.insert(
        "d_2".to_owned(),
        Sketch::new(&format!("By our wire service. {text}")),
    );
    sketches.insert(
        "d_3".to_owned(),
        Sketch::new("Quite other words stand here, and few of them."),
    );
    check_with(
        "s_1 in d_1: Gazette\ns_2 in d_2: Courier\ns_3 in d_3: Herald",
        &sketches,
        "Gazette: s_1 s_2\nHerald: s_3",
    );
}
