//! Documents sent, agreements, requests, arrests, attacks, aid, votes, deaths.

use super::check;

#[test]
fn sent() {
    check(
        "On {t2004-05-07 May 7}, a cable about the harvest was sent from the {o Sudish Embassy in {l Lund}}.",
        &["send object=a cable about the harvest actor=Sudish Embassy in Lund when=2004-05-07"],
    );
    check(
        "{p Anna Veld} handed {p Boris Kal} a letter.",
        &["send actor=Anna Veld recipient=Boris Kal object=a letter"],
    );
    check(
        "{p Anna Veld} gave the note to {p Boris Kal}.",
        &["send actor=Anna Veld object=the note recipient=Boris Kal"],
    );
    check("{p Anna Veld} sent flowers to {p Boris Kal}.", &[]);
}

#[test]
fn agreed() {
    check(
        "{l Norland} and {l Sudland} had made two trade agreements.",
        &["agree actor=Norland actor=Sudland object=two trade agreements"],
    );
    check(
        "# {o Harbin Files}: {l Norland}, {l Sudland} signed secret trade agreements in {t2004 2004}",
        &[
            "sign actor=Norland actor=Sudland object=secret trade agreements when=2004 < Harbin Files",
        ],
    );
    check(
        "The treaty was signed by {p Anna Veld} and {p Boris Kal} in {l Lund}.",
        &["sign object=The treaty actor=Anna Veld actor=Boris Kal at=Lund"],
    );
    check("{p Anna Veld} made progress.", &[]);
    check("{p Anna Veld} agreed.", &[]);
}

#[test]
fn asked_offered_refused() {
    check(
        "{p Anna Veld} asked for arms.",
        &["request actor=Anna Veld object=arms"],
    );
    check(
        "{l Norland} offered {l Sudland} a loan.",
        &["offer actor=Norland object=Sudland object=a loan"],
    );
    check(
        "{l Norland} rejected the proposal.",
        &["reject actor=Norland object=the proposal"],
    );
}

#[test]
fn offices() {
    check(
        "{p Anna Veld} was appointed minister on {t2004-05-03 Monday}.",
        &["appoint target=Anna Veld when=2004-05-03"],
    );
    check("{p Boris Kal} resigned.", &["resign actor=Boris Kal"]);
}

#[test]
fn force() {
    check(
        "{l Sudland} expelled two diplomats.",
        &["expel actor=Sudland target=two diplomats"],
    );
    check(
        "{l Norland} attacked {l Sudland}.",
        &["attack actor=Norland target=Sudland"],
    );
    check(
        "{p Boris Kal} died in {l Lund}.",
        &["die target=Boris Kal at=Lund"],
    );
    check(
        "{p Boris Kal} was killed by rebels.",
        &["die target=Boris Kal actor=rebels"],
    );
}

#[test]
fn aid_decisions_votes() {
    check(
        "{l Norland} supplied arms to {l Sudland}.",
        &["aid actor=Norland object=arms recipient=Sudland"],
    );
    check("{l Norland} decided to wait.", &["decide actor=Norland"]);
    check(
        "{l Norland} voted against the text.",
        &["vote actor=Norland object=the text"],
    );
}

#[test]
fn who_thinks_alike_has_no_agreement() {
    check(
        "{p Anna Veld} and {p Boris Kal} agreed that it was late.",
        &[],
    );
    check(
        "{l Norland} and {l Sudland} agreed to leave.",
        &["agree actor=Norland actor=Sudland"],
    );
    check("{l Norland} strikes first.", &[]);
    check("{p Anna Veld} agreed with {p Boris Kal}.", &[]);
    check("{l Norland} offers a challenge to {l Sudland}.", &[]);
    check(
        "{l Norland} denied {p Anna Veld} a visa.",
        &["reject actor=Norland target=Anna Veld object=a visa"],
    );
}
