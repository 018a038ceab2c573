//! Questions, conditions, wishes, and what is only thought of.

use super::check;

#[test]
fn asked_is_not_said() {
    check(
        "Has {l Norland} recognized {l Sudland}?",
        &["cooperate actor=Norland counterpart=Sudland hypothetical"],
    );
}

#[test]
fn in_case() {
    check(
        "They need ships in case {l Norland} attacks {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
    check(
        "If the talks fail and {l Norland} attacks {l Sudland}, the fleet will be late.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
}

#[test]
fn subjunctive() {
    check(
        "{p Anna Veld} recommends that {p Boris Kal} be arrested.",
        &["arrest target=Boris Kal hypothetical"],
    );
}

#[test]
fn thought_of() {
    check(
        "{l Norland} is thinking of attacking {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
    check(
        "{p Anna Veld} looks forward to meeting {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
    check(
        "{l Norland} could win by attacking {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
}

#[test]
fn at_the_end_of() {
    check(
        "{p Anna Veld} left {l Lund} at the conclusion of meeting {p Boris Kal}.",
        &[
            "travel actor=Anna Veld placefrom=Lund",
            "meet actor=Anna Veld counterpart=Boris Kal",
        ],
    );
    check(
        "If it is successful in attacking {l Sudland}, {l Norland} will wait.",
        &["attack target=Sudland hypothetical"],
    );
}

#[test]
fn recalled() {
    check(
        "{p Anna Veld} recalled meeting {p Boris Kal} in {l Lund}.",
        &["meet actor=Anna Veld counterpart=Boris Kal at=Lund < Anna Veld"],
    );
}

#[test]
fn appointments() {
    check(
        "{p Anna Veld} had an appointment with {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
}

#[test]
fn when_it_comes_to_that() {
    check(
        "{p Anna Veld} would speak of it when {p Anna Veld} visited {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland planned"],
    );
    check(
        "{p Anna Veld} might return after the meeting between {p Boris Kal} and {p Carl Lind}.",
        &["meet actor=Boris Kal actor=Carl Lind planned"],
    );
}

#[test]
fn wished_to_assure() {
    check(
        "{p Anna Veld} wished to assure {p Boris Kal} that it was late.",
        &["tell actor=Anna Veld recipient=Boris Kal"],
    );
}

#[test]
fn did_not_let() {
    check(
        "{p Anna Veld} did not let {p Boris Kal} visit {l Norland}.",
        &["travel actor=Boris Kal placeto=Norland at=Norland not"],
    );
}

#[test]
fn a_charge_that() {
    check(
        "{p Anna Veld} knows the rumor that {l Norland} attacked {l Sudland}.",
        &["attack actor=Norland target=Sudland alleged < "],
    );
}

#[test]
fn whether_or_not_denies_nothing() {
    check(
        "{p Anna Veld} asked whether or not {l Norland} will attack {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
}
