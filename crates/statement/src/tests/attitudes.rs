//! Attributions that are no tellings, and the edges of their words.

use super::marked;
use crate::reading::read_with;

/// Attributions as "source | cue | content".
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let marked::Marked {
        document,
        annotations,
        entities,
    } = marked::parse(text);
    let reading = read_with(&document, &annotations, entities);
    let words = |span: depeche_text::Span| span.slice(&document.text);
    let found: Vec<String> = reading
        .attributions
        .iter()
        .map(|found| {
            let content: Vec<&str> = found.content.iter().map(|span| words(*span)).collect();
            let source = found.source.map_or("-", words);
            format!("{source} | {} | {}", words(found.cue), content.join(" … "))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn by_noun_and_adjective() {
    check(
        "{p Anna Veld} voiced support for the harbour treaty.",
        &["Anna Veld | voiced support for | the harbour treaty"],
    );
    check(
        "{p Anna Veld} is confident that the harbour will open.",
        &["Anna Veld | is confident | that the harbour will open"],
    );
    check(
        "{p Anna Veld}'s sharp criticism of the treaty was read in {l Lund}.",
        &["Anna Veld's | sharp criticism of | the treaty"],
    );
    check("It is clear that the harbour will open.", &[]);
}

#[test]
fn a_verb_of_telling_under_another() {
    check(
        "{p Anna Veld} tried to discuss the harbour treaty.",
        &["Anna Veld | tried to discuss | the harbour treaty"],
    );
    // What somebody will or will not say is what is willed.
    check(
        "{p Anna Veld} declined to discuss the harbour treaty.",
        &["Anna Veld | declined | to discuss the harbour treaty"],
    );
}

#[test]
fn edges() {
    check(
        "{p Anna Veld}, the envoy of {l Norland}, said that the harbour was closed.",
        &["Anna Veld, the envoy of Norland, | said | that the harbour was closed"],
    );
    check(
        "Although {p Anna Veld} said that the harbour was closed, {p Boris Kal} sailed.",
        &["Anna Veld | said | that the harbour was closed"],
    );
    check(
        "{p Anna Veld} urged {p Boris Kal} to leave {l Lund}.",
        &["Anna Veld | urged | Boris Kal to leave Lund"],
    );
}

#[test]
fn attitudes_make_no_chain() {
    super::check(
        "{p Anna Veld} is confident that {p Boris Kal} visited {l Lund}.",
        &["travel actor=Boris Kal placeto=Lund at=Lund"],
    );
}

#[test]
fn cues_with_more_than_a_verb() {
    check(
        "As {p Anna Veld} noted, the harbour is closed.",
        &["Anna Veld | noted | the harbour is closed"],
    );
    check(
        "The harbour is closed, {p Anna Veld} told {p Boris Kal}.",
        &["Anna Veld | told | The harbour is closed"],
    );
    check(
        "{p Anna Veld} made clear that the harbour would open.",
        &["Anna Veld | made clear | that the harbour would open"],
    );
    check(
        "{p Anna Veld} pointed to the closed harbour.",
        &["Anna Veld | pointed to | the closed harbour"],
    );
    check(
        "Many of the sailors said the harbour was closed.",
        &["Many of the sailors | said | the harbour was closed"],
    );
}

#[test]
fn the_edges_of_a_cue() {
    check(
        "{p Anna Veld} said: the harbour is closed.",
        &["Anna Veld | said: | the harbour is closed"],
    );
    check(
        "{p Anna Veld} complained bitterly about the harbour.",
        &["Anna Veld | complained bitterly about | the harbour"],
    );
    check(
        "{p Anna Veld} said in a statement that the harbour was closed.",
        &["Anna Veld | said in a statement | that the harbour was closed"],
    );
    check(
        "{p Anna Veld} expressed her support for the treaty.",
        &["Anna Veld | expressed | her support for the treaty"],
    );
}

#[test]
fn a_second_telling_ends_the_first() {
    check(
        "{p Anna Veld} said that the harbour was closed, adding that the ships had left.",
        &[
            "Anna Veld | said | that the harbour was closed",
            "Anna Veld | adding | that the ships had left",
        ],
    );
    check(
        "{p Anna Veld} called it “closed” and called the ships “lost for good.”",
        &[
            "Anna Veld | called | it “closed”",
            "Anna Veld | called | the ships “lost for good.”",
        ],
    );
}

#[test]
fn without_a_clause_or_a_purpose() {
    check(
        "{p Anna Veld} came to {l Lund} to discuss the harbour treaty.",
        &["Anna Veld | to discuss | the harbour treaty"],
    );
    check(
        "The treaty was announced by {p Anna Veld}.",
        &["Anna Veld | was announced | The treaty"],
    );
    check("{p Anna Veld} found the key.", &[]);
    check("{p Anna Veld} continued to fall behind.", &[]);
}

#[test]
fn going_on_to_say_is_a_telling() {
    super::check(
        "{p Anna Veld} went on to say that {p Boris Kal} had visited {l Lund}.",
        &["travel actor=Boris Kal placeto=Lund at=Lund < Anna Veld"],
    );
}

#[test]
fn who_tells_ends_before_what_goes_along() {
    check(
        "{p Veld}, who lives in {l Lund}, said that the harbour was closed.",
        &["Veld | said | that the harbour was closed"],
    );
    check(
        "Even {p Anna Veld} denied that the harbour was closed.",
        &["Anna Veld | denied | that the harbour was closed"],
    );
    // Who is asked is no teller.
    check(
        "Asked about the harbour, {p Anna Veld} said that it was closed.",
        &[
            "- | Asked about | the harbour",
            "Anna Veld | said | that it was closed",
        ],
    );
}

#[test]
fn what_is_told_ends_with_what_holds_it() {
    check(
        "“{p Boris Kal} says the harbour is closed,” said {p Anna Veld}.",
        &[
            "Boris Kal | says | the harbour is closed",
            "Anna Veld | said | “Boris Kal says the harbour is closed,”",
        ],
    );
    check(
        "{p Anna Veld} said that the harbour was closed, while {p Boris Kal} said that it was open.",
        &[
            "Anna Veld | said | that the harbour was closed",
            "Boris Kal | said | that it was open",
        ],
    );
    check(
        "{p Anna Veld} said that the harbour was closed, according to {p Boris Kal}.",
        &[
            "Anna Veld | said | that the harbour was closed",
            "Boris Kal | according to | Anna Veld said that the harbour was closed",
        ],
    );
    check(
        "{p Anna Veld} built the freighter, which also brought “Vessa” home.",
        &[],
    );
}

#[test]
fn who_issues_a_paper_tells_what_it_says() {
    check(
        "{p Anna Veld} issued a statement saying that the harbour was closed.",
        &["Anna Veld | issued a statement saying | that the harbour was closed"],
    );
}

#[test]
fn with_whom_and_to_whom_is_not_what() {
    check(
        "{p Anna Veld} agreed with {p Boris Kal} that the harbour was closed.",
        &["Anna Veld | agreed | that the harbour was closed"],
    );
    check(
        "{p Anna Veld} made it clear to {p Boris Kal} that the harbour was closed.",
        &["Anna Veld | made it clear | that the harbour was closed"],
    );
    check(
        "{p Anna Veld} found support for the treaty in {l Lund}.",
        &[],
    );
}

#[test]
fn what_a_poll_says_is_told_in_it() {
    check(
        "In a poll of May, half of the voters wanted the harbour.",
        &[
            "a poll of May | In | half of the voters wanted the harbour",
            "half of the voters | wanted | the harbour",
        ],
    );
}

#[test]
fn a_second_telling_ends_an_object() {
    check(
        "{p Anna Veld} rejected the treaty, arguing that the harbour was closed.",
        &[
            "Anna Veld | rejected | the treaty",
            "Anna Veld | arguing | that the harbour was closed",
        ],
    );
}
