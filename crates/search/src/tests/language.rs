//! What is typed, and the query that is run in its place.

use crate::{Options, parse};
use proptest::prelude::*;

fn check(typed: &str, run: &str) {
    assert_eq!(
        parse(typed, &Options::default()).to_string(),
        run,
        "{typed}"
    );
}

fn check_any(typed: &str, run: &str) {
    assert_eq!(
        parse(typed, &Options { any: true }).to_string(),
        run,
        "{typed}"
    );
}

fn notes(typed: &str) -> String {
    let query = parse(typed, &Options::default());
    let notes = query.notes().iter().map(|note| {
        let place = note.span.get(typed).expect("a note lies in the query");
        format!("{place}: {}", note.message)
    });
    notes.collect::<Vec<_>>().join("\n")
}

#[test]
fn words_are_joined_by_and() {
    check("grain talks", "grain AND talks");
    check("grain AND talks", "grain AND talks");
    check("grain && talks", "grain AND talks");
    check("  grain  ", "grain");
    check("Grain TALKS", "grain AND talks");
    check("and or not", "and AND or AND not");
}

#[test]
fn operators_bind_not_then_and_then_or_then_side_by_side() {
    check("a OR b", "a OR b");
    check("a b OR c", "a AND (b OR c)");
    check("a OR b AND c", "a OR (b AND c)");
    check("a AND (b OR c)", "a AND (b OR c)");
    check("((a)) (((b)))", "a AND b");
    check("a -b", "a AND NOT b");
    check("a NOT b", "a AND NOT b");
    check("a !(b c)", "a AND NOT (b AND c)");
    check("NOT NOT a", "a");
    check("a \u{2212}b", "a AND NOT b");
    check("well-known", "\"well known\"");
    check("a - b", "a AND b");
}

#[test]
fn any_joins_bare_words_by_or_and_keeps_conditions() {
    check_any("grain talks", "grain OR talks");
    check_any("the grain of talks", "grain OR talks");
    check_any("the of", "the OR of");
    check_any("grain talks -wheat", "NOT wheat AND (grain OR talks)");
    check_any("grain talks kind:memo", "kind:memo AND (grain OR talks)");
    check_any("+grain talks", "grain AND (talks OR *)");
}

#[test]
fn phrases_prefixes_and_exact_words() {
    check("\"security agreements\"", "\"security agreements\"");
    check(
        "\u{201c}security agreements\u{201d}",
        "\"security agreements\"",
    );
    check("«security agreements»", "\"security agreements\"");
    check("\"agreements\"", "=agreements");
    check("=agreements", "=agreements");
    check("=\"two words\"", "\"two words\"");
    check("agree*", "agree*");
    check("vice-pres*", "=vice AND pres*");
    check("*", "*");
    check("", "*");
    check("Müller", "muller");
    check("U.S.", "us");
}

#[test]
fn fields_take_words_phrases_groups_and_negations() {
    check("person:Moss", "person:moss");
    check("person:\"Per Moss\"", "person:\"per moss\"");
    check("person: Moss", "person:moss");
    check("PARTICIPANT:Moss", "person:moss");
    check("person:(moss derse)", "person:moss AND person:derse");
    check("person:(moss OR derse)", "person:moss OR person:derse");
    check("-kind:memo", "NOT kind:memo");
    check("kind:-memo", "NOT kind:memo");
    check("title:agree*", "title:agree*");
    check("text:grain", "grain");
    check("colour:red", "colour AND red");
    check("12:30", "\"12 30\"");
    check("http://example.org/a", "http AND \"example org a\"");
}

#[test]
fn dates_are_ranges() {
    check("date:2007", "date:2007-01-01..2007-12-31");
    check("date:2007-02..2007-03", "date:2007-02-01..2007-03-31");
    check("date:\"2007-02-16\"", "date:2007-02-16..2007-02-16");
    check("date:>=2007", "date:2007-01-01..");
    check(
        "date:(2006 OR 2008)",
        "date:2006-01-01..2006-12-31 OR date:2008-01-01..2008-12-31",
    );
    check("date:soon", "soon");
}

#[test]
fn what_is_odd_is_repaired_and_said() {
    for (typed, run, said) in [
        (
            "\"open phrase",
            "\"open phrase\"",
            "\"open phrase: a quotation mark was missing",
        ),
        ("(a b", "a AND b", "(: a closing parenthesis was missing"),
        (
            "a) b",
            "a AND b",
            "): a closing parenthesis without an opening one",
        ),
        ("a AND", "a", "AND: an operator with nothing to join"),
        ("OR a", "a", "OR: an operator with nothing to join"),
        (
            "a AND OR b",
            "a OR b",
            "AND: an operator with nothing to join",
        ),
        ("a ??? b", "a AND b", "???: no letter or digit here"),
        ("NOT", "*", "NOT: a negation with nothing behind it"),
        ("()", "*", "(): nothing to look for here"),
        (
            "person:",
            "person",
            "person:: person: has nothing behind it",
        ),
        (
            "colour:red",
            "colour AND red",
            "colour:: no field called colour",
        ),
        ("date:soon", "soon", "soon: soon is not a date"),
        (
            "type:meet origins:many",
            "type:meet AND many",
            "many: many is not a number (2, 2.., ..3)",
        ),
        ("a*b", "\"a b\"", "a*b: * is read only at the end of a word"),
    ] {
        check(typed, run);
        let notes = notes(typed);
        assert!(notes.contains(said), "{typed}: {notes}");
    }
    for (typed, run) in [
        ("origins:2..", "origins:2.."),
        ("type:meet origins:>1", "type:meet AND origins:2.."),
        ("origins:..1 OR origins:3", "origins:..1 OR origins:3"),
    ] {
        check(typed, run);
        assert_eq!(notes(typed), "");
    }
    let mut query = parse("grain (-origins:2.. OR origins:1)", &Options::default());
    query.leave_out_origins();
    assert_eq!(query.to_string(), "grain");
    assert!(query.notes()[0].message.contains("left out"));
    assert_eq!(notes("\"security agreements\" AND baku date:2007"), "");
}

#[test]
fn a_query_made_to_do_harm_is_cut() {
    let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
    parse(&deep, &Options::default());
    let deep = "NOT ".repeat(100_000) + "a";
    parse(&deep, &Options::default());
    let deep = "person:".repeat(100_000) + "a";
    parse(&deep, &Options::default());
    let many = parse(&"word ".repeat(100_000), &Options::default());
    assert!(many.to_string().len() < 10_000);
    assert!(
        many.notes()
            .iter()
            .any(|note| note.message.contains("too many words"))
    );
}

/// Queries with more operators than people type.
fn crowded() -> impl Strategy<Value = String> {
    "([a-c]{1,2}|AND|OR|NOT|[-+=!*?():\"« »&|]|person:|date:|2007|\\.\\.|\u{e9}| ){0,25}"
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_itself(typed in prop_oneof![crowded(), any::<String>()]) {
        for any in [false, true] {
            let query = parse(&typed, &Options { any });
            for note in query.notes() {
                prop_assert!(note.span.get(&typed).is_some());
            }
            let printed = query.to_string();
            let again = parse(&printed, &Options::default());
            prop_assert_eq!(again.to_string(), printed);
            prop_assert_eq!(again.root(), query.root());
            prop_assert!(again.notes().is_empty());
        }
    }
}
