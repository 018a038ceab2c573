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

#[test]
fn a_verb_is_no_noun_that_tells() {
    check(
        "Dispatch 347, {t2004-10-04 October 4}, reported that {p Carl Oster} had visited {l Norland}.",
        &[
            "tell actor=Dispatch 347 when=2004-10-04",
            "travel actor=Carl Oster placeto=Norland at=Norland when=../2004-10-04 < Dispatch 347 2004-10-04",
        ],
    );
}

#[test]
fn what_goes_on_is_not_told() {
    check(
        "{p Anna Veld} continued to send arms to {l Norland}.",
        &["aid actor=Anna Veld object=arms recipient=Norland"],
    );
}

#[test]
fn what_somebody_is_told_of_is_not_who_is_told() {
    check(
        "{p Anna Veld} informed the heads of the company of the damage.",
        &["tell actor=Anna Veld recipient=the heads of the company"],
    );
    check(
        "{p Anna Veld} reminded the government of {l Norland} that it was late.",
        &["tell actor=Anna Veld recipient=the government of Norland"],
    );
}

#[test]
fn labels_that_speak_and_labels_that_do_not() {
    check(
        "The President: I heard that {p Carl Oster} visited {l Norland}.\n\
         The Minister: I heard that {p Carl Oster} visited {l Sudland}.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland < The President",
            "travel actor=Carl Oster placeto=Sudland at=Sudland < The Minister",
        ],
    );
    check(
        "The Minister: I heard that {p Carl Oster} left.\nBasket Weaving: {p Carl Oster} visited {l Norland}.",
        &["travel actor=Carl Oster placeto=Norland at=Norland"],
    );
    check(
        "Note: {p Carl Oster} visited {l Norland}.\nFor Lund: {p Carl Oster} visited {l Sudland}.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland",
            "travel actor=Carl Oster placeto=Sudland at=Sudland",
        ],
    );
}

#[test]
fn who_tells_in_a_second_verb() {
    check(
        "{p Anna Veld} said that the ships were in {l Lund} and stated that {p Carl Oster} had visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
}

#[test]
fn according_to_inside_what_is_told() {
    check(
        "{p Anna Veld} said that, according to {p Boris Kal}, {p Carl Oster} had visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Boris Kal < Anna Veld",
        ],
    );
}

#[test]
fn a_text_that_is_passed_on_is_its_writers() {
    check(
        "Following is text of {p Anna Veld}'s letter: \u{201c}{l Norland} attacked {l Sudland}.\n\
         \u{201c}{p Carl Oster} visited {l Norland}.\u{201d}",
        &[
            "attack actor=Norland target=Sudland < Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
}

#[test]
fn a_speech_behind_a_colon_goes_on_to_the_end_of_its_paragraph() {
    check(
        "{p Anna Veld} replied: {p Carl Oster} left. {p Carl Oster} visited {l Norland}.\n\
         {p Carl Oster} visited {l Sudland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
            "travel actor=Carl Oster placeto=Sudland at=Sudland",
        ],
    );
}

#[test]
fn what_ends_concludes_nothing() {
    check(
        "As the talk concluded, {p Anna Veld} said that {p Carl Oster} visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
}

#[test]
fn a_second_telling_of_the_same_teller() {
    check(
        "{p Anna Veld} denied that troops had been sent and said that {p Carl Oster} visited {l Norland}.",
        &[
            "deny actor=Anna Veld",
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
}

#[test]
fn what_stands_before_the_teller_is_nobody_told() {
    check(
        "To the rebels, {p Anna Veld} said that {p Carl Oster} visited {l Norland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld",
        ],
    );
}

#[test]
fn a_proposal_is_made_to_somebody() {
    check("{p Anna Veld} proposed to leave.", &[]);
    check(
        "{p Anna Veld} proposed a meeting.",
        &["offer actor=Anna Veld object=a meeting"],
    );
}

#[test]
fn nobody_reports_to_have_fallen() {
    check("kind: cable\n---\n{l Lund} reported to have fallen.", &[]);
}

#[test]
fn a_verbs_words_may_begin_before_a_quotation() {
    check("“The farmers” have “fully” {p Boris Kal} denied it.", &[]);
}

#[test]
fn who_tells_twice_does_not_tell_that_he_tells() {
    check(
        "{p Anna Veld} expressed agreement with the plan and said that {p Boris Kal} left {l Lund}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Boris Kal placefrom=Lund < Anna Veld",
        ],
    );
}

const RECORD: &str = "kind: memo\nparticipant: Veld\nparticipant: Moss\n---\n";

#[test]
fn a_talk_goes_on_without_a_word_of_telling() {
    let last = |marked: &str| {
        let (_, reading) = super::read(&format!("{RECORD}{marked}"));
        reading.statements.last().map(super::show)
    };
    let check = |marked: &str, expected: &str| assert_eq!(last(marked).as_deref(), Some(expected));
    check(
        "{p Anna Veld} said that she was late. {l Norland} had attacked {l Sudland}.",
        "attack actor=Norland target=Sudland < Anna Veld",
    );
    // Who is there may do so in the room; a meeting does not tell.
    check(
        "{p Anna Veld} said that she was late. {p Carl Oster} threatened {p Boris Kal}.",
        "threaten actor=Carl Oster target=Boris Kal",
    );
    check(
        "{p Anna Veld} said that she was late. The meeting was over when {l Norland} attacked {l Sudland}.",
        "attack actor=Norland target=Sudland",
    );
    // A new telling opens the sentence.
    check(
        "{p Anna Veld} said that she was late. {p Boris Kal} said that {l Norland} attacked {l Sudland}; they would go on.",
        "attack actor=Norland target=Sudland < Boris Kal",
    );
    // What another had told is no talk that goes on.
    check(
        "{p Anna Veld} had said that she was late. {l Norland} had attacked {l Sudland}.",
        "attack actor=Norland target=Sudland",
    );
    check(
        "{p Anna Veld} said that she was late.\n{l Norland} had attacked {l Sudland}.",
        "attack actor=Norland target=Sudland",
    );
}

#[test]
fn a_telegram_goes_on_telling_behind_a_pronoun() {
    super::check(
        "kind: cable\n---\n\
         {p Anna Veld} said that she was late. {p:Anna Veld=She} had visited {l Norland}. {l Norland} had attacked {l Sudland}.",
        &[
            "tell actor=Anna Veld",
            "travel actor=Anna Veld placeto=Norland at=Norland < Anna Veld",
            "attack actor=Norland target=Sudland",
        ],
    );
}

#[test]
fn a_paper_tells_by_what_it_is() {
    let media = |marked: &str| {
        let (_, reading) = super::read(marked);
        let last = reading.statements.last().map(|last| last.chain[0].clone());
        last.map(|link| (link.medium, link.time.and_then(|time| time.edtf)))
    };
    assert_eq!(
        media(
            "In telegram 12, {t2004-05-03 May 3}, {o the Foreign Ministry} reported that {p Carl Oster} visited {l Norland}."
        ),
        Some((crate::Medium::Cable, Some("2004-05-03".to_owned())))
    );
    assert_eq!(
        media("The telegram reported that {p Carl Oster} visited {l Norland}."),
        Some((crate::Medium::Cable, None))
    );
}

#[test]
fn quoted_words_and_those_admitted_tell_nothing() {
    super::check(
        "{p Carl Oster} visited {l Norland}, as two members were admitted.",
        &["travel actor=Carl Oster placeto=Norland at=Norland"],
    );
    super::check(
        "{p Boris Kal} said \u{201c}{p Carl Oster} visited {l Norland},\u{201d} at which {p Anna Veld} added \u{201c}in May.\u{201d}",
        &[
            "tell actor=Boris Kal",
            "travel actor=Carl Oster placeto=Norland at=Norland < Boris Kal",
        ],
    );
}

#[test]
fn what_is_made_clear_is_told() {
    super::check(
        "{p Anna Veld} made clear to {p Boris Kal} that {p Carl Oster} had visited {l Norland}.",
        &["travel actor=Carl Oster placeto=Norland at=Norland < Anna Veld"],
    );
}

#[test]
fn an_aside_in_what_is_told_tells_no_more_than_it() {
    super::check(
        "{p Carl Oster} visited {l Norland}, and {p Anna Veld} said that {l Norland}, as {p Boris Kal} had stated, attacked {l Sudland}.",
        &[
            "travel actor=Carl Oster placeto=Norland at=Norland",
            "tell actor=Anna Veld",
            "tell actor=Boris Kal < Anna Veld",
            "attack actor=Norland target=Sudland < Boris Kal < Anna Veld",
        ],
    );
}
