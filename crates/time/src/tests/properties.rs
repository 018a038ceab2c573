//! What holds for any text and any anchor.

use crate::{AnchorSource, Anchors, Day, Edtf, KnownDate, find, read};
use depeche_text::Span;
use proptest::prelude::*;

/// Words that times are made of, and noise, in any order.
fn wordy() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "May",
        "March",
        "3",
        "21st",
        "2007",
        "07",
        "1990s",
        ",",
        ".",
        "-",
        "–",
        "/",
        ":",
        "p.m.",
        "three",
        "twenty",
        "weeks",
        "years",
        "centuries",
        "ago",
        "earlier",
        "later",
        "the",
        "last",
        "next",
        "that",
        "Friday",
        "on",
        "in",
        "early",
        "late",
        "mid",
        "of",
        "about",
        "several",
        "999",
        "151355Z",
        "FEB",
        "noon",
        "yesterday",
        "month",
        "hours",
        "every",
        "to",
        "é",
        "\n\n",
        "“",
        "'",
        "Feb",
        "29",
        "30",
        "same",
        "day",
        "evening",
        "summer",
        "9999",
        "1000",
        "decades",
    ]);
    prop::collection::vec((words, prop::bool::weighted(0.8)), 0..24).prop_map(|words| {
        let spaced =
            |(word, space): &(&str, bool)| format!("{word}{}", if *space { " " } else { "" });
        words.iter().map(spaced).collect()
    })
}

fn any_day() -> impl Strategy<Value = Day> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Day { year, month, day })
}

proptest! {
    #[test]
    fn spans_lie_on_characters_and_do_not_overlap(text in prop_oneof![wordy(), any::<String>()]) {
        let mut last = 0;
        for found in find(&text, Span::new(0, text.len())) {
            prop_assert!(found.span.get(&text).is_some());
            prop_assert!(found.span.start >= last && !found.span.is_empty());
            last = found.span.end;
        }
    }

    #[test]
    fn resolution_is_total_and_runs_forward(text in wordy(), day in any_day(), known in 0..4) {
        let mut anchors = Anchors::new(if known & 1 == 0 { None } else { Some(day) });
        anchors.narrative = (known & 2 != 0).then(|| KnownDate::of_day(day, AnchorSource::Text));
        for time in read(&text, Span::new(0, text.len()), &mut anchors) {
            if let (Some(earliest), Some(latest)) = (time.earliest, time.latest) {
                prop_assert!(earliest <= latest, "{:?} in {:?}", time, text);
            }
            if let Some(edtf) = &time.edtf {
                let parsed = Edtf::parse(edtf);
                prop_assert_eq!(parsed.map(|parsed| parsed.to_string()), Some(edtf.clone()));
            }
            prop_assert!(time.edtf.is_some() || time.earliest.is_none());
        }
    }

    #[test]
    fn a_part_of_a_text_is_read_where_it_lies(before in "[a-zé ]{0,20}", day in 1..=28) {
        let text = format!("{before}. March {day}, 1952, was cold");
        let start = before.len() + 2;
        let found = find(&text, Span::new(start, text.len()));
        prop_assert_eq!(found[0].span.slice(&text), format!("March {day}, 1952"));
    }
}

#[test]
fn one_long_line_is_read_in_full() {
    let line = "word, and on March 3, 1952, ".repeat(20_000);
    assert_eq!(find(&line, Span::new(0, line.len())).len(), 20_000);
    let unbroken = "é".repeat(100_000);
    assert!(find(&unbroken, Span::new(0, unbroken.len())).is_empty());
}
