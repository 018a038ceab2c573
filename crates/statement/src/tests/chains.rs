//! Chains through documents that the text names, and to the document itself.

use super::{check, link, marked};
use crate::reading::read_with;
use depeche_document::Field;
use depeche_text::Span;

#[test]
fn told_at_a_meeting_and_passed_on_by_cable() {
    check(
        "{o Harbin Files} cables reveal secrets.\n\
         On {t2004-05-03 May 3, 2004}, {p {l Norland}'s envoy, |Anna Veld}, met with {p Boris Kal} in {l Lund}. \
         On {t2004-05-07 May 7}, a cable about the meeting was sent from the {o Sudish Embassy in {l Lund}}. \
         {p Anna Veld} also told {p Boris Kal} that {p Carl Oster} had gone to {l Norland}.",
        &[
            "tell actor=Harbin Files cables",
            "meet actor=Anna Veld counterpart=Boris Kal at=Lund when=2004-05-03 \
             < Sudish Embassy in Lund (Boris Kal) 2004-05-07 < Harbin Files",
            "send object=a cable about the meeting actor=Sudish Embassy in Lund when=2004-05-07",
            "tell actor=Anna Veld recipient=Boris Kal at=Lund when=2004-05-03 \
             < Sudish Embassy in Lund (Boris Kal) 2004-05-07 < Harbin Files",
            "travel actor=Carl Oster placeto=Norland at=Norland when=../2004-05-03 \
             < Anna Veld to Boris Kal 2004-05-03 < Sudish Embassy in Lund (Boris Kal) 2004-05-07 < Harbin Files",
        ],
    );
}

#[track_caller]
fn check_last(marked: &str, expected: &str) {
    let parsed = marked::parse(marked);
    let reading = read_with(&parsed.document, &parsed.annotations, parsed.entities);
    let last = reading
        .statements
        .last()
        .and_then(|statement| statement.chain.last());
    assert_eq!(last.map(link).as_deref(), Some(expected));
}

#[test]
fn what_one_writes_of_ones_own_writing_is_told_once() {
    check(
        "\"{p:Anna Veld=I} wrote that {p Carl Oster} had gone to {l Norland},\" {p Anna Veld} told {p Boris Kal}.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld to Boris Kal",
            "tell actor=Anna Veld recipient=Boris Kal",
        ],
    );
}

#[test]
fn the_last_link_is_the_document() {
    check_last(
        "publisher: Lund Post\ndate: 2004-05-03\n---\n{p Carl Oster} visited {l Norland}.",
        "Lund Post 2004-05-03",
    );
    check_last(
        "kind: cable\nfrom: Sudish Embassy in Lund\nto: Foreign Ministry\nsigner: Kal\n---\n\
         {p Carl Oster} visited {l Norland}.",
        "Sudish Embassy in Lund (Kal) to Foreign Ministry",
    );
}

#[test]
fn a_footnote_is_the_editors_word_and_not_the_senders() {
    let mut parsed = marked::parse(
        "kind: cable\nfrom: Foreign Ministry\nsigner: Kal\ndate: 2004-05-03\n---\n\
         {p Carl Oster} visited {l Norland}.",
    );
    parsed.document.fields.push(Field {
        name: "footnote".to_owned(),
        value: String::new(),
        span: Some(Span::new(0, parsed.document.text.len())),
    });
    let reading = read_with(&parsed.document, &parsed.annotations, parsed.entities);
    let [visit] = reading.statements.as_slice() else {
        panic!("one statement is read")
    };
    assert!(visit.chain.iter().map(link).eq(["the editors"]));
    assert_eq!(visit.time, None, "the sender's date bounds nothing");
}

#[test]
fn a_memorandum_of_a_telephone_conversation_is_a_call() {
    let mut parsed = marked::parse(
        "kind: memo\nparticipant: Anna Veld\nparticipant: Boris Kal\n---\n\
         {p Anna Veld} / {p Boris Kal}",
    );
    parsed.document.title = Some("Memorandum of a Telephone Conversation".to_owned());
    let reading = read_with(&parsed.document, &parsed.annotations, parsed.entities);
    let kinds: Vec<_> = reading.statements.iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [crate::EventType::Call]);
}

#[test]
fn a_memorandum_of_conversation_is_a_meeting() {
    check(
        "kind: memo\ndate: 2004-05-03\nplace: Lund\nparticipant: Anna Veld\nparticipant: Boris Kal\n---\n\
         {p Anna Veld} / {p Boris Kal} / {l Lund}",
        &["meet actor=Anna Veld actor=Boris Kal at=Lund when=2004-05-03"],
    );
}

#[test]
fn a_country_that_heads_a_list_took_no_part() {
    let parsed = marked::parse(
        "kind: memo\nparticipant: Norway\nparticipant: Anna Veld\nparticipant: Boris Kal\n---\n\
         Norway / {p Anna Veld} / {p Boris Kal}",
    );
    let reading = read_with(&parsed.document, &parsed.annotations, parsed.entities);
    let there = &reading.statements[0].participants;
    let names = there
        .iter()
        .map(|participant| participant.party.name.as_str());
    assert!(names.eq(["Anna Veld", "Boris Kal"]));
}
