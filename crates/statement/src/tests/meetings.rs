//! Meetings, calls, journeys.

use super::check;

#[test]
fn met_with() {
    check(
        "On {t2004-05-03 May 3, 2004}, {p {l Norland}'s ambassador to {l Sudland}, |Anna Veld}, met with \
         {p the Sudish minister, |Boris Kal}, in the capital city of {l Harbin}.",
        &["meet actor=Anna Veld counterpart=Boris Kal at=Harbin when=2004-05-03"],
    );
    check(
        "{p Anna Veld} and {p Boris Kal} met in {l Harbin}, {l Sudland}, on {t2004-05-03 May 3}.",
        &["meet actor=Anna Veld actor=Boris Kal at=Harbin when=2004-05-03"],
    );
    check(
        "{p Anna Veld}, the new envoy, met {p Boris Kal} and {p Carl Oster}.",
        &["meet actor=Anna Veld counterpart=Boris Kal counterpart=Carl Oster"],
    );
    check(
        "The {p minister}, {p Anna Veld}, met {p Boris Kal} in {l Harbin}.",
        &["meet actor=Anna Veld counterpart=Boris Kal at=Harbin"],
    );
    check(
        "The minister of {l Norland}, {p Anna Veld}, met {p Boris Kal} in {l Harbin}.",
        &["meet actor=Anna Veld counterpart=Boris Kal at=Harbin"],
    );
    check("{p Anna Veld} met every demand.", &[]);
    check("The demands were met.", &[]);
}

#[test]
fn held_talks() {
    check(
        "{p Anna Veld} held talks with {p Boris Kal} in {l Harbin}.",
        &["meet actor=Anna Veld counterpart=Boris Kal at=Harbin"],
    );
    check(
        "{p Anna Veld} had lunch with {o Sudish Bank} officials.",
        &["meet actor=Anna Veld counterpart=Sudish Bank"],
    );
    check("{p Anna Veld} held talks.", &[]);
    check(
        "{p Boris Kal} received {p Ambassador |Anna Veld} on {t2004-05-03 May 3}.",
        &["meet actor=Boris Kal counterpart=Anna Veld when=2004-05-03"],
    );
    check("{p Boris Kal} received the news.", &[]);
    check(
        "{p Anna Veld} called on {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn the_noun() {
    check(
        "At a meeting with {p Boris Kal}, {p Anna Veld} smiled.",
        &["meet counterpart=Boris Kal actor=Anna Veld"],
    );
    check(
        "A meeting between {p Anna Veld} and {p Boris Kal} took place in {l Harbin} on {t2004-05-03 May 3}.",
        &["meet actor=Anna Veld actor=Boris Kal at=Harbin when=2004-05-03"],
    );
    check(
        "He favored a meeting between {p Anna Veld} and {p Boris Kal}.",
        &[],
    );
    check(
        "The planned meeting between {p Anna Veld} and {p Boris Kal} drew crowds.",
        &["meet actor=Anna Veld actor=Boris Kal planned"],
    );
    check(
        "The meeting between {p Anna Veld} and {p Boris Kal} was cancelled.",
        &["meet actor=Anna Veld actor=Boris Kal thwarted"],
    );
}

#[test]
fn journeys() {
    check(
        "{p Boris Kal}'s press adviser had gone to {l Norland} for a rest, and had used the \
         opportunity to meet with {p deputy minister |Anna Veld} as well as with {o Sudish Bank} representatives.",
        &[
            "travel actor=Boris Kal's press adviser placeto=Norland at=Norland",
            "meet actor=Boris Kal's press adviser counterpart=Anna Veld counterpart=Sudish Bank at=Norland",
        ],
    );
    check(
        "Some of those involved in the riot were arrested and later released, while others fled to {l Norland}.",
        &[
            "arrest target=Some of those involved in the riot",
            "release target=Some of those involved in the riot",
            "travel actor=others placeto=Norland at=Norland",
        ],
    );
    check(
        "{p Anna Veld} left {l Harbin} for {l Norland} and arrived in {l Lund} on {t2004-05-03 Monday}.",
        &[
            "travel actor=Anna Veld placefrom=Harbin placeto=Norland at=Norland",
            "travel actor=Anna Veld placeto=Lund at=Lund when=2004-05-03",
        ],
    );
    check(
        "{p Anna Veld} visited {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland"],
    );
    check(
        "During {p Anna Veld}'s visit to {l Norland}, crowds gathered.",
        &["travel actor=Anna Veld placeto=Norland at=Norland"],
    );
    check("{p Anna Veld} went to work.", &[]);
    check("The road goes to {l Lund}.", &[]);
}

#[test]
fn calls() {
    check(
        "{p Anna Veld} telephoned {p Boris Kal}.",
        &["call actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "In a telephone call with {p Boris Kal}, {p Anna Veld} laughed.",
        &["call counterpart=Boris Kal actor=Anna Veld"],
    );
}

#[test]
fn not_at_the_time_that_bounds_it() {
    check(
        "{p Anna Veld} met {p Boris Kal} twice since {t2004-05 May}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn needs_are_met_and_sessions_held_by_nobody() {
    check("{l Norland} and {l Sudland} met their needs.", &[]);
    check(
        "{o The Council} agreed to speak at the session of {o the Assembly}.",
        &[],
    );
    check("{p Anna Veld} reported to work.", &[]);
    check(
        "During a telephone conversation with {p Anna Veld}, {p Boris Kal} was calm.",
        &[],
    );
    check("{p Anna Veld} gave a speech attacking {l Sudland}.", &[]);
}

#[test]
fn by_telephone_they_do_not_meet() {
    check(
        "{p Anna Veld} spoke with {p Boris Kal} by telephone.",
        &["call actor=Anna Veld counterpart=Boris Kal"],
    );
}
