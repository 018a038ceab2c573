//! Tellings: verbs, "according to", closing clauses, nesting.

use super::check;

#[test]
fn told_that() {
    check(
        "{p Anna Veld} told {p Boris Kal} that {p Carl Oster} visited {l Norland}.",
        &[
            "tell actor=Anna Veld recipient=Boris Kal",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld to Boris Kal",
        ],
    );
    check(
        "{p Anna Veld} said {p Carl Oster} visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
    check(
        "{p Anna Veld} denied that {p Carl Oster} visited {l Norland}.",
        &[
            "deny actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland denied < Anna Veld",
        ],
    );
    check(
        "{p Anna Veld} did not say that {p Carl Oster} visited {l Norland}.",
        &["tell actor=Anna Veld not"],
    );
}

#[test]
fn according_to() {
    check(
        "According to {p Boris Kal}, in answering his questions, {p Anna Veld} informed {p:Boris Kal=him} that \
         {l Norland} and {l Sudland} had made two trade agreements.",
        &[
            "tell actor=Anna Veld recipient=Boris Kal < Boris Kal",
            "agree actor=Norland actor=Sudland object=two trade agreements < Anna Veld to Boris Kal < Boris Kal",
        ],
    );
}

#[test]
fn closing() {
    check(
        "{p Carl Oster} visited {l Norland}, {o The Lund Post} reported.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland < The Lund Post",
            "tell actor=The Lund Post",
        ],
    );
    check(
        "{p Carl Oster} visited {l Norland}. Others fled to {l Sudland}, {o The Lund Post} reported.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland < The Lund Post",
            "travel actor=Others placeto=Sudland at=Sudland < The Lund Post",
            "tell actor=The Lund Post",
        ],
    );
}

#[test]
fn a_document_says() {
    check(
        "The cable did not give the details of these agreements.",
        &["tell actor=The cable not"],
    );
}

#[test]
fn a_meeting_told_of() {
    check(
        "{p Anna Veld} briefed {p Boris Kal} on a meeting between {p Carl Oster} and {p Dora Lind} that had \
         taken place {t2004-04-12~ three weeks earlier} during the {o Grain Forum} in {l Lund}, {l Norland}.",
        &[
            "tell actor=Anna Veld recipient=Boris Kal",
            "meet actor=Carl Oster actor=Dora Lind at=Lund when=2004-04-12~ < Anna Veld to Boris Kal",
        ],
    );
    check(
        "{o Harbin Files} cables reveal details of a meeting between {p Carl Oster} and {p Dora Lind} at the \
         {o Grain Forum} in {l Lund}.",
        &[
            "tell actor=Harbin Files cables",
            "meet actor=Carl Oster actor=Dora Lind at=Lund < Harbin Files",
        ],
    );
}

#[test]
fn participles_are_no_tellings() {
    check(
        "The countries mentioned by {p Anna Veld} would join, and the forces proposed were large.",
        &[],
    );
    check("The message contained in {o Deptel} 436 was received.", &[]);
    check(
        "The plans should include a landing pad, and the report, including a summary, is here.",
        &[],
    );
    check(
        "{p Anna Veld} mentioned that {p Carl Oster} visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
    check(
        "{p Anna Veld} proposed to {p Carl Oster} a meeting.",
        &["offer actor=Anna Veld recipient=Carl Oster object=a meeting"],
    );
}
