//! How far the words of a party go, and who is none.

use super::check;

#[test]
fn words_too_many() {
    check(
        "{p Anna Veld} proposed the end of the blockade, not the withdrawal of the fleet.",
        &["offer actor=Anna Veld object=the end of the blockade"],
    );
    check(
        "{p Anna Veld} warned {p Boris Kal} of the danger of talk outside of the meeting.",
        &["tell actor=Anna Veld recipient=Boris Kal object=the danger of talk"],
    );
}

#[test]
fn second_phrases() {
    check(
        "{p Anna Veld} reported to {p Boris Kal} on the fire in a note to the firm.",
        &["tell actor=Anna Veld recipient=Boris Kal"],
    );
    check(
        "{p Anna Veld} talked with {p Boris Kal} and with {p Carl Lind}.",
        &["meet actor=Anna Veld counterpart=Boris Kal counterpart=Carl Lind"],
    );
}

#[test]
fn dates_are_nobody() {
    check(
        "On {t2004-05-07 May 7}, {p Anna Veld} called on {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal when=2004-05-07"],
    );
    check("{p Anna Veld} had declined since.", &[]);
}

#[test]
fn adjectives_of_one_noun() {
    check(
        "{p Anna Veld} talked with the {g Norish}, {g Sudish} and {g Vessian} ministers.",
        &["meet actor=Anna Veld counterpart=the Norish, Sudish and Vessian ministers"],
    );
}

#[test]
fn what_somebody_was_told() {
    check(
        "{p Anna Veld} informed the group that {l Norland} proposed that {l Sudland} make a statement.",
        &[
            "tell actor=Anna Veld recipient=the group",
            "offer actor=Norland < Anna Veld to the group",
        ],
    );
}

#[test]
fn nobody() {
    check(
        "It has become difficult to make an agreement with {l Norland}.",
        &[],
    );
    check(
        "{p Anna Veld} raised the question of recognizing {l Norland}.",
        &[],
    );
}

#[test]
fn done_by_without_was() {
    check(
        "{l Norland}, threatened by {l Sudland}, waits.",
        &["threaten target=Norland actor=Sudland"],
    );
}

#[test]
fn the_one_rather_than_the_other() {
    check(
        "{p Anna Veld} met {p Boris Kal} rather than {p Carl Oster}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}
