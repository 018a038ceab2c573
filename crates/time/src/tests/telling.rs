//! Times in quotations whose telling has a date of its own.

use super::{check, times};
use crate::{AnchorSource, Anchors, Day, read};
use depeche_text::Span;

#[test]
fn what_is_quoted_is_counted_from_its_telling() {
    // 1968-05-03 is a Friday.
    let told = "1972-09-01";
    for (text, expected) in [
        (
            "On 3 May 1968 Moss told reporters: \"We leave tomorrow.\"",
            "tomorrow = 1968-05-04",
        ),
        (
            "\"We will leave on Monday,\" Moss told reporters on 3 May 1968.",
            "Monday = 1968-05-06",
        ),
        (
            "\"We will leave next Monday,\" Moss, the envoy, said on 3 May 1968.",
            "next Monday = 1968-05-06",
        ),
        (
            "In a letter of May 3, 1968, Moss wrote, \u{201c}We met last year.\u{201d}",
            "last year = 1967",
        ),
        (
            "In telegram 212, May 3, 1968, the Embassy reported: \"He left two days ago.\"",
            "two days ago = 1968-05-01",
        ),
        (
            "Moss told a crowd in Lund on May 3, 1968: We leave tomorrow.",
            "tomorrow = 1968-05-04",
        ),
        (
            "\"We leave,\" Moss said on May 3, 1968, \"this week.\"",
            "this week = 1968-04-29/1968-05-05",
        ),
        (
            "\"We leave,\" Moss said on May 3, 1968. \"We come back next week.\"",
            "next week = 1968-05-06/1968-05-12",
        ),
    ] {
        assert!(
            times(text, told).contains(&expected.to_owned()),
            "{:?}",
            times(text, told)
        );
    }
}

#[test]
fn a_telling_without_a_date_changes_nothing() {
    let told = "1972-09-01";
    for text in [
        "Moss told reporters: \"We leave tomorrow.\"",
        "On 3 May 1968 they met. Moss told reporters: \"We leave tomorrow.\"",
        "Moss, minister in 1968, told reporters: \"We leave tomorrow.\"",
        "Moss, who was elected on 3 May 1968, told reporters: \"We leave tomorrow.\"",
        "The army marched on 3 May 1968, and Moss said: \"We leave tomorrow.\"",
        "\"We leave tomorrow,\" said Moss, who was elected on 3 May 1968.",
        "\"We leave tomorrow.\" Moss told us of it on 3 May 1968.",
        "Since 3 May 1968 Moss has said: \"We leave tomorrow.\"",
        "In the 3 May 1968 talks Moss said: \"We leave tomorrow.\"",
        "On 3 May 1968 Moss said that he would leave tomorrow.",
        "\"We met on 3 May 1968,\" Moss said. \"We leave tomorrow,\" he added.",
        "Moss and Veld said it on 3 May 1968.\n\n\"We leave tomorrow,\" said Adler.",
    ] {
        assert!(
            times(text, told).contains(&"tomorrow = 1972-09-02".to_owned()),
            "{text}"
        );
    }
}

#[test]
fn a_telling_on_a_weekday_is_counted_from_the_document_and_the_quotation_from_it() {
    // 1968-05-03 is a Friday.
    check(
        "\"We leave tomorrow,\" Moss said on Wednesday.",
        "1968-05-03",
        &["tomorrow = 1968-05-02", "Wednesday = 1968-05-01"],
    );
    check(
        "\"We leave tomorrow,\" Moss said on Wednesday.",
        "",
        &[
            "tomorrow = P1D from Telling",
            "Wednesday = P0W from DocumentDate",
        ],
    );
}

#[test]
fn the_anchor_is_the_telling() {
    let text = "On 3 May 1968 Moss told reporters: \"We leave tomorrow.\"";
    let mut anchors = Anchors::new(Day::parse("1972-09-01"));
    let read = read(text, Span::new(0, text.len()), &mut anchors);
    let anchor = read[1].anchor.clone().expect("counted from the telling");
    assert_eq!(
        (anchor.value.as_str(), anchor.from),
        ("1968-05-03", AnchorSource::Telling)
    );
    assert_eq!(anchor.span.map(|span| span.slice(text)), Some("3 May 1968"));
    assert_eq!(anchors.telling, None);
}
