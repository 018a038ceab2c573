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

#[test]
fn who_is_not_both_sides() {
    check("{p Anna Veld} met {p:Anna Veld=her}.", &[]);
    check("{p Anna Veld} proposed using the harbor.", &[]);
}

#[test]
fn a_notation_tells_nobody_anything() {
    check(
        "A handwritten notation on the letter indicates that {p Anna Veld} visited {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland"],
    );
}

#[test]
fn with_words_and_not_with_arms() {
    check(
        "{p Anna Veld} attacked {p Boris Kal} for leaving.",
        &["accuse actor=Anna Veld target=Boris Kal"],
    );
    check(
        "{p Anna Veld} with a smile expressed appreciation for the harvest.",
        &["support actor=Anna Veld object=the harvest"],
    );
    check(
        "{p Anna Veld} deplored the trials saying that it was late.",
        &["accuse actor=Anna Veld target=the trials"],
    );
}

#[test]
fn what_is_asked_for_next_week_was_asked_before() {
    check(
        "date: 2004-05-03\n---\n{p Anna Veld} asked for an answer {t2004-05-12 next week}.",
        &["request actor=Anna Veld object=an answer when=../2004-05-03"],
    );
}

#[test]
fn what_is_denied_to_somebody() {
    check(
        "{p Anna Veld} denied arms to {l Norland}.",
        &["reject actor=Anna Veld object=arms target=Norland"],
    );
    check(
        "{p Anna Veld} denied arms and grain to {l Norland}.",
        &["reject actor=Anna Veld object=arms object=grain target=Norland"],
    );
}

#[test]
fn who_is_let_in_is_not_told() {
    check("{l Norland} will admit the refugees.", &[]);
}

#[test]
fn what_threatens_somebody_is_not_told_to_him() {
    check(
        "{p Anna Veld} mentioned the threat to {l Norland}.",
        &["tell actor=Anna Veld"],
    );
}

#[test]
fn nobody_is_said_to_show_it() {
    check(
        "The draft should be sent to {l Lund} before reporting that {p Anna Veld} left {l Norland}.",
        &["travel actor=Anna Veld placefrom=Norland"],
    );
}

#[test]
fn whoever_does_it_without_what_he_does() {
    check(
        "It was hard to imagine the farmers of {l Norland} attacking {l Sudland}.",
        &["attack actor=the farmers of Norland target=Sudland"],
    );
}

#[test]
fn a_visit_without_its_place() {
    check(
        "{p Anna Veld} met {p Boris Kal} during {p:Boris Kal=his} visit on {t2004-05-03 May 3}.",
        &[
            "meet actor=Anna Veld counterpart=Boris Kal",
            "travel actor=Boris Kal when=2004-05-03",
        ],
    );
    check("{p Anna Veld} enjoyed {p:Anna Veld=her} visit.", &[]);
    check(
        "date: 2004-04-01\n---\n{p Carl Oster} will be in {l Lund} during {p:Boris Kal=his} visit on {t2004-05-03 May 3}. \
         {p Boris Kal} is well.",
        &["travel actor=Boris Kal when=2004-05-03 planned"],
    );
}

#[test]
fn an_attempt_to_do_something_is_no_attack() {
    check(
        "An attempt by the farmers of {l Norland} to take the stand was foiled.",
        &[],
    );
    check(
        "A plot by {o Red Lamp} to kill {p Anna Veld} was foiled.",
        &[
            "attack actor=Red Lamp target=Anna Veld thwarted",
            "die target=Anna Veld hypothetical",
        ],
    );
}

#[test]
fn a_telegrams_elected_chairman() {
    check(
        "kind: cable\n---\n{p Anna Veld} elected temporary chairman at the first meeting.",
        &["appoint target=Anna Veld"],
    );
}

#[test]
fn what_is_declared_or_insisted_on_is_not_told() {
    check("{l Norland} declared war on {l Sudland}.", &[]);
    check("{l Norland} insisted on a share of the harvest.", &[]);
}

#[test]
fn one_object_with_the_words_of_both() {
    check(
        "{p Anna Veld} handed {p Boris Kal} the letter and statement for the council.",
        &[
            "send actor=Anna Veld recipient=Boris Kal object=the letter and statement for the council",
        ],
    );
}

#[test]
fn before_a_time_is_not_at_it() {
    check(
        "{p Anna Veld} visited {l Norland} prior to {t2004-05-03 May 3}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland"],
    );
}

#[test]
fn a_letter_in_a_telegram_is_not_its_senders() {
    check(
        "kind: cable\nsigner: Kal\n---\nDeliver this to {p Anna Veld}.\nDear Anna: I visited {l Norland}.",
        &[],
    );
}
