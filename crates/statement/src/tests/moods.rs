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

#[test]
fn what_hangs_on_what_is_not_done() {
    check(
        "It was hard to get {p Anna Veld} to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal hypothetical"],
    );
    check(
        "{p Anna Veld} is going to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
    check(
        "{p Anna Veld} would send {p Boris Kal} a letter describing the harvest.",
        &[
            "send actor=Anna Veld recipient=Boris Kal object=a letter describing the harvest hypothetical",
        ],
    );
}

#[test]
fn what_is_only_thought_of() {
    check(
        "{p Anna Veld} spoke of a case in which {l Norland} attacked {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
    check(
        "{p Anna Veld} thinks that, while {l Norland} supports {p Boris Kal}, {l Sudland} is neutral.",
        &["support actor=Norland object=Boris Kal hypothetical"],
    );
}

#[test]
fn kept_from_doing_it() {
    check(
        "{p Anna Veld} dissuaded {l Norland} from attacking {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
    check(
        "{p Anna Veld} prevented {l Norland} from attacking {l Sudland}.",
        &["attack actor=Norland target=Sudland thwarted"],
    );
    check(
        "It would mean that {l Norland} had attacked {l Sudland}.",
        &["attack actor=Norland target=Sudland hypothetical"],
    );
}

#[test]
fn one_auxiliary_and_one_doubt_for_both() {
    check(
        "{p Anna Veld} could go home and visit {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland hypothetical"],
    );
    check(
        "{p Anna Veld} does not believe that {l Norland} will attack {l Sudland}.",
        &["attack actor=Norland target=Sudland not planned"],
    );
}

#[test]
fn what_goes_with_what_is_not_done() {
    check(
        "{p Anna Veld} would leave {l Lund}, visiting {l Norland}.",
        &[
            "travel actor=Anna Veld placefrom=Lund hypothetical",
            "travel actor=Anna Veld placeto=Norland at=Norland hypothetical",
        ],
    );
}

#[test]
fn what_somebody_was_able_or_would_be_glad_to_do() {
    check(
        "{p Anna Veld} and {p Boris Kal} have been able to reach an agreement.",
        &["agree actor=Anna Veld actor=Boris Kal object=an agreement"],
    );
    check(
        "{p Anna Veld} would be glad to visit {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland hypothetical"],
    );
}

#[test]
fn who_says_it_is_not_part_of_what_is_supposed() {
    check(
        "In spring, {p Anna Veld} said, the council should be able to answer.",
        &["tell actor=Anna Veld"],
    );
    check(
        "{p Anna Veld} had been to see {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn another_sentence_behind_a_semicolon() {
    check(
        "{p Anna Veld} met {p Boris Kal}; {p Anna Veld} thinks that this helped.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn whose_plan_it_is() {
    check(
        "{p Anna Veld} supported {l Norland} plans to visit {l Sudland}.",
        &["travel actor=Norland placeto=Sudland at=Sudland planned"],
    );
}

#[test]
fn a_telegrams_missing_words() {
    check(
        "kind: cable\n---\n{o Sudish Embassy} requested transmit the text.",
        &["send actor=Sudish Embassy object=the text hypothetical"],
    );
    check(
        "kind: cable\n---\nIn order reach an agreement, {p Anna Veld} left {l Lund}.",
        &[
            "agree object=an agreement actor=Anna Veld planned",
            "travel actor=Anna Veld placefrom=Lund",
        ],
    );
}

#[test]
fn what_an_adjective_makes_of_it() {
    check(
        "{p Anna Veld} was powerless to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal not"],
    );
    check(
        "{p Anna Veld} was unwilling to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal not"],
    );
    check(
        "{p Anna Veld} was too ill to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal not"],
    );
    check(
        "{p Anna Veld} was happy to see {p Boris Kal} again.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "{p Anna Veld} was eager to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal hypothetical"],
    );
    check(
        "{p Anna Veld} was about to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
}

#[test]
fn what_somebody_did_not_choose_to_do() {
    check(
        "{p Anna Veld} has not chosen to visit {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland not planned"],
    );
    check(
        "{p Anna Veld} did not fail to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "{p Anna Veld} did not try to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal not"],
    );
}

#[test]
fn what_is_still_tried() {
    check(
        "{p Anna Veld} is trying to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
    check(
        "{p Anna Veld} sought to meet {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal planned"],
    );
}

#[test]
fn a_not_that_denies_nothing() {
    check(
        "{p Anna Veld} not only met {p Boris Kal} but thanked him.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "{p Anna Veld}, not unexpectedly, met {p Boris Kal}.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
    check(
        "{p Anna Veld} did not meet {p Boris Kal} until the war was over.",
        &["meet actor=Anna Veld counterpart=Boris Kal"],
    );
}

#[test]
fn a_time_to_come_in_the_words_of_the_present() {
    check(
        "{p Anna Veld} must decide before {p Boris Kal} leaves {l Lund}.",
        &[
            "decide actor=Anna Veld hypothetical",
            "travel actor=Boris Kal placefrom=Lund planned",
        ],
    );
    check(
        "{p Anna Veld} decided before {p Boris Kal} left {l Lund}.",
        &[
            "decide actor=Anna Veld",
            "travel actor=Boris Kal placefrom=Lund",
        ],
    );
}

#[test]
fn what_is_past_shares_no_auxiliary() {
    check(
        "{p Anna Veld} announced that she would try to unite the farmers and denounced {p Boris Kal}.",
        &[
            "tell actor=Anna Veld",
            "accuse actor=Anna Veld target=Boris Kal",
        ],
    );
    check(
        "{p Anna Veld} concluded that {p Boris Kal} should be left out and decided to visit {l Norland}.",
        &[
            "decide actor=Anna Veld",
            "travel actor=Anna Veld placeto=Norland at=Norland planned",
        ],
    );
}

#[test]
fn who_must_say_it_says_it() {
    check(
        "kind: cable\nsigner: Kal\n---\nI must say that {p Anna Veld} left {l Lund}.",
        &[
            "tell actor=Kal",
            "travel actor=Anna Veld placefrom=Lund < Kal",
        ],
    );
}

#[test]
fn what_was_wrong_to_have_done_was_done() {
    check(
        "It was wrong for {p Anna Veld} to have endorsed {p Boris Kal}.",
        &["support actor=Anna Veld object=Boris Kal"],
    );
    check(
        "It would be wrong for {p Anna Veld} to have endorsed {p Boris Kal}.",
        &["support actor=Anna Veld object=Boris Kal hypothetical"],
    );
}

#[test]
fn what_is_arranged() {
    check(
        "{p Anna Veld} is leaving {l Lund} tomorrow.",
        &["travel actor=Anna Veld placefrom=Lund planned"],
    );
    check(
        "{p Anna Veld} to visit {l Norland} today.",
        &["travel actor=Anna Veld placeto=Norland at=Norland planned"],
    );
}

#[test]
fn what_stands_under_if_may_be_known() {
    check(
        "{p Anna Veld} asked whether the farmers who had left {l Norland} were well.",
        &["travel actor=the farmers placefrom=Norland"],
    );
}

#[test]
fn what_somebody_could_n_t_do() {
    check(
        "{p Anna Veld} couldn\u{2019}t visit {l Norland}.",
        &["travel actor=Anna Veld placeto=Norland at=Norland not hypothetical"],
    );
}
