//! Support and refusal, aid promised, force used, forces moved, and what is counted.

use super::check;

#[test]
fn supported_and_opposed() {
    check(
        "{l Norland} voiced support for {l Sudland}.",
        &["support actor=Norland object=Sudland"],
    );
    check(
        "{p Anna Veld} expressed gratitude to {p Boris Kal} for the loan.",
        &["support actor=Anna Veld recipient=Boris Kal object=the loan"],
    );
    check(
        "The plan was opposed by {l Norland}.",
        &["reject object=The plan actor=Norland"],
    );
    check(
        "{l Norland} called for a ceasefire.",
        &["request actor=Norland object=a ceasefire"],
    );
    check("{p Anna Veld} called for her secretary.", &[]);
}

#[test]
fn promised_and_received() {
    check(
        "{l Norland} promised aid to {l Sudland}.",
        &["offer actor=Norland object=aid recipient=Sudland"],
    );
    check(
        "{l Sudland} received money from {l Norland}.",
        &["aid recipient=Sudland object=money actor=Norland"],
    );
}

#[test]
fn warned() {
    check(
        "{p Anna Veld} warned {p Boris Kal} of a flood.",
        &["tell actor=Anna Veld recipient=Boris Kal object=a flood"],
    );
}

#[test]
fn agreements_made_and_broken() {
    check(
        "{l Norland} and {l Sudland} adopted a resolution.",
        &["agree actor=Norland actor=Sudland object=a resolution"],
    );
    check("The committee adopted a resolution.", &[]);
    check(
        "{l Norland} abrogated the treaty with {l Sudland}.",
        &["sanction actor=Norland object=the treaty target=Sudland"],
    );
}

#[test]
fn used_force() {
    check(
        "{l Norland} launched an offensive against {l Sudland}.",
        &["attack actor=Norland target=Sudland"],
    );
    check(
        "Rebels burned down the embassy.",
        &["attack actor=Rebels target=the embassy"],
    );
    check(
        "Soldiers fired on the crowd.",
        &["attack actor=Soldiers target=the crowd"],
    );
    check(
        "Troops seized {l Lund}.",
        &["coerce actor=Troops target=Lund"],
    );
    check(
        "{l Norland} banned the party.",
        &["coerce actor=Norland target=the party"],
    );
    check("{p Anna Veld} seized the opportunity.", &[]);
}

#[test]
fn moved_forces() {
    check(
        "{l Norland} deployed troops to {l Lund}.",
        &["mobilize actor=Norland object=troops placeto=Lund at=Lund"],
    );
    check(
        "{l Norland} withdrew its troops from {l Lund}.",
        &["retreat actor=Norland object=its troops placefrom=Lund"],
    );
    check(
        "The rebels surrendered to {l Norland}.",
        &["retreat actor=The rebels recipient=Norland"],
    );
    check("{l Norland} surrendered its rights.", &[]);
    check(
        "The police investigated the fire.",
        &["investigate actor=The police target=the fire"],
    );
}

#[test]
fn counted_and_put_off() {
    check(
        "{p Anna Veld} met a number of officials.",
        &["meet actor=Anna Veld counterpart=a number of officials"],
    );
    check(
        "{p Anna Veld} held a series of talks with {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "{p Anna Veld} and {p Boris Kal} postponed their meeting.",
        &["meet actor=Anna Veld actor=Boris Kal planned"],
    );
    check(
        "{p Anna Veld} presented her credentials to {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn not_said_to_have_come_to_it() {
    check(
        "{p Anna Veld} wanted an opportunity for {p Boris Kal} to meet {p Eva Lind}.",
        &["meet actor=Boris Kal counterpart=Eva Lind hypothetical"],
    );
    check(
        "{l Norland} had no plans to deploy troops.",
        &["mobilize actor=Norland object=troops not planned"],
    );
    check(
        "{p Anna Veld} allowed that {p Boris Kal} had met {p Eva Lind}.",
        &["meet actor=Boris Kal counterpart=Eva Lind < Anna Veld"],
    );
}

#[test]
fn asked_for_and_in_question() {
    check(
        "{p Anna Veld} asked that {p Boris Kal} meet {p Eva Lind}.",
        &["meet actor=Boris Kal counterpart=Eva Lind hypothetical"],
    );
    check(
        "The minister raised the question of {p Anna Veld}'s visit to {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland hypothetical"],
    );
}

#[test]
fn demonstrated() {
    check(
        "Students demonstrated against the treaty.",
        &["protest actor=Students target=the treaty"],
    );
    check("{p Anna Veld} demonstrated that the plan was bad.", &[]);
}

#[test]
fn could_not_and_did_not() {
    check(
        "{l Norland} was unable to deploy troops.",
        &["mobilize actor=Norland object=troops not"],
    );
    check(
        "{l Norland} lacks the means to deploy troops.",
        &["mobilize actor=Norland object=troops not planned"],
    );
    check(
        "{l Norland} accused {l Sudland} of attacking {l Lund}.",
        &[
            "accuse actor=Norland target=Sudland",
            "attack actor=Sudland target=Lund alleged",
        ],
    );
    check("Some of the plans called for a ceasefire.", &[]);
}

#[test]
fn a_time_is_no_target() {
    check("{l Norland} launched a rocket at this time.", &[]);
}
