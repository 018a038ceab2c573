//! Polarity and modality.

use super::check;

#[test]
fn negation() {
    check(
        "{p Anna Veld} did not meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal not"],
    );
    check(
        "{p Anna Veld} never visited {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland not"],
    );
    check(
        "{p Anna Veld} refused to meet {p Boris Kal}.",
        &[
            "reject actor=Anna Veld",
            "meet actor=Anna Veld counterpart=Boris Kal not",
        ],
    );
}

#[test]
fn plans_and_conditions() {
    check(
        "{p Anna Veld} will meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
    check(
        "{p Anna Veld} is to visit {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland planned"],
    );
    check(
        "{p Anna Veld} plans to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
    check(
        "{p Anna Veld} would meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal hypothetical"],
    );
    check(
        "{p Anna Veld} asked {p Boris Kal} to go to {l Norland}.",
        &[
            "request actor=Anna Veld recipient=Boris Kal",
            "travel actor=Boris Kal placeto=Norland at=Norland hypothetical",
        ],
    );
    check(
        "{p Anna Veld} tried to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal thwarted"],
    );
    check(
        "{p Anna Veld} reportedly met {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal alleged"],
    );
}

#[test]
fn foiled() {
    check(
        "A plot by Norish intelligence officers and {o Red Lamp} to blow up the {f Sudish Embassy in {l Lund}} \
         was foiled thanks to cooperation.",
        &[
            "attack actor=Norish intelligence officers actor=Red Lamp target=Sudish Embassy in Lund \
           at=Lund thwarted",
        ],
    );
}
