//! What a reader would take for one sentence, one token.

use crate::{sentences, tokens};
use depeche_text::Span;

fn check(text: &str, expected: &[&str]) {
    let found = sentences(text, Span::new(0, text.len()));
    let found: Vec<&str> = found.iter().map(|span| span.slice(text)).collect();
    assert_eq!(found, expected);
}

fn check_tokens(text: &str, expected: &str) {
    let found = tokens(text, Span::new(0, text.len()));
    let found: Vec<&str> = found.iter().map(|token| token.span.slice(text)).collect();
    assert_eq!(found.join("|"), expected);
}

#[test]
fn full_stops_end_sentences_and_abbreviations_do_not() {
    check(
        "Mr. Varga met Gen. Lund in the U.S. Embassy. The talk, he said, was \"useful.\" It ended.",
        &[
            "Mr. Varga met Gen. Lund in the U.S. Embassy.",
            "The talk, he said, was \"useful.\"",
            "It ended.",
        ],
    );
    check(
        "It was done by the Viet Cong. He left.",
        &["It was done by the Viet Cong.", "He left."],
    );
    check(
        "They left at 5 p.m. The note is No. 12. J. Q. Moss wrote it.",
        &[
            "They left at 5 p.m.",
            "The note is No. 12.",
            "J. Q. Moss wrote it.",
        ],
    );
}

#[test]
fn a_citation_in_brackets_is_a_sentence_of_its_own() {
    check(
        "It failed. (Ibid., 771.02/3–1158) Telegram 98 told of it.",
        &[
            "It failed.",
            "(Ibid., 771.02/3–1158)",
            "Telegram 98 told of it.",
        ],
    );
    check("(C) Police came.", &["(C) Police came."]);
    check(
        "(Lund, Norland) they came.",
        &["(Lund, Norland) they came."],
    );
}

#[test]
fn a_wrapped_line_goes_on_and_a_numbered_paragraph_is_one() {
    check(
        "1. (C) AMBASSADOR MOSS CALLED ON FOREIGN MINISTER VARGA TODAY TO REVIEW\n\
         THE STATE OF THE TALKS. VARGA SAID NOTHING NEW.\n\n2. (U) END SUMMARY.",
        &[
            "1. (C) AMBASSADOR MOSS CALLED ON FOREIGN MINISTER VARGA TODAY TO REVIEW\n\
             THE STATE OF THE TALKS.",
            "VARGA SAID NOTHING NEW.",
            "2. (U) END SUMMARY.",
        ],
    );
}

#[test]
fn short_lines_are_a_list() {
    check(
        "PARTICIPANTS\nMr. Moss, Counselor\nMr. Varga, Second Secretary",
        &[
            "PARTICIPANTS",
            "Mr. Moss, Counselor",
            "Mr. Varga, Second Secretary",
        ],
    );
}

#[test]
fn words_keep_what_binds_them() {
    check_tokens(
        "Varga's aide, O'Moss of AT&T, paid 1,200.50 to al-Lund.",
        "Varga|'s|aide|,|O'Moss|of|AT&T|,|paid|1,200.50|to|al-Lund|.",
    );
    check_tokens(
        "The U.S. and Mr. J. Moss wrote to Page.Net – in late 1961.",
        "The|U.S.|and|Mr.|J.|Moss|wrote|to|Page.Net|–|in|late|1961|.",
    );
    check_tokens(
        "the ministers' note ended.Next",
        "the|ministers|'|note|ended|.|Next",
    );
}

#[test]
fn any_input_is_covered_in_order() {
    for text in [
        "",
        "....",
        "é\u{301}",
        "\0\0a\u{202e}b",
        "’s",
        "'",
        "x’s’s",
        "\n\n\n",
        "1.",
        "日本。語",
    ] {
        let mut end = 0;
        for token in tokens(text, Span::new(0, text.len())) {
            assert!(token.span.start >= end && !token.span.is_empty());
            end = token.span.end;
        }
        sentences(text, Span::new(0, text.len()));
    }
    assert!(tokens("é", Span::new(1, 2)).is_empty());
}
