//! Verbs of frames in clauses where they say something else.

use super::check;

#[test]
fn greeted_and_freed_from_want() {
    check("{p Anna Veld} welcomed {p Boris Kal}.", &[]);
    check(
        "{p Anna Veld} welcomed the plan.",
        &["support actor=Anna Veld object=the plan"],
    );
    check("{l Norland} freed {l Sudland} from its debts.", &[]);
    check("{l Norland} released troops for the front.", &[]);
    check(
        "{l Norland} released two prisoners from the camp.",
        &["release actor=Norland target=two prisoners"],
    );
}

#[test]
fn offered_nothing() {
    check("{p Anna Veld} offered that the ministry was busy.", &[]);
    check("{p Anna Veld} offered no timetable.", &[]);
    check("{p Anna Veld} proposed to leave.", &[]);
    check(
        "The steps that {p Anna Veld} proposes to take are few.",
        &[],
    );
}

#[test]
fn proposed_that_others_do() {
    check(
        "{p Anna Veld} proposed that {l Norland} make a statement.",
        &["offer actor=Anna Veld"],
    );
}

#[test]
fn contributed_to_things() {
    check("{l Norland} contributed to the solution.", &[]);
    check(
        "{l Norland} provided {l Sudland} with a copy of the note.",
        &[],
    );
    check(
        "{l Norland} contributed grain to {l Sudland}.",
        &["aid actor=Norland object=grain recipient=Sudland"],
    );
}

#[test]
fn attacked_with_words() {
    check(
        "{p Anna Veld} attacked {p Boris Kal}.",
        &["accuse actor=Anna Veld target=Boris Kal"],
    );
    check("{p Anna Veld} attacked {l Norland}.", &[]);
    check("{p Boris Kal} was struck by the size of the crowd.", &[]);
    check("{p Anna Veld} made an attack on {l Norland}.", &[]);
}

#[test]
fn who_is_on_strike() {
    check("{l Norland} demonstrated its zeal to {l Sudland}.", &[]);
    check("{l Norland} struck at the fleet.", &[]);
    check(
        "The students demonstrated in {l Lund}.",
        &["protest actor=The students at=Lund"],
    );
}

#[test]
fn asked_what() {
    check(
        "{p Anna Veld} asked {p Boris Kal} what {l Norland} would do.",
        &[],
    );
    check(
        "{p Anna Veld} asked {p Boris Kal} if he would write a letter.",
        &["request actor=Anna Veld recipient=Boris Kal"],
    );
    check(
        "{p Anna Veld} sent a note in which {l Norland} gave {l Sudland} advice.",
        &["send actor=Anna Veld object=a note"],
    );
}

#[test]
fn voted_sanctions() {
    check(
        "{l Norland} voted sanctions against {l Sudland}.",
        &["vote actor=Norland object=sanctions against Sudland"],
    );
    check("{l Norland} voted no.", &["vote actor=Norland"]);
    check("The officers seized power.", &[]);
}

#[test]
fn kept_from_somebody() {
    check("{l Norland} denied the application.", &[]);
    check("Passage was denied by {l Norland}.", &[]);
    check(
        "{l Norland} denied the report.",
        &["deny actor=Norland object=the report"],
    );
    check(
        "{l Norland} denied the charges.",
        &["deny actor=Norland object=the charges"],
    );
}

#[test]
fn arranged_and_wrecked() {
    check("{p Anna Veld} made the arrangements.", &[]);
    check("{l Norland} wrecked the alliance.", &[]);
}

#[test]
fn withdrew_from_a_country() {
    check(
        "{l Norland} withdrew from {l Sudland}.",
        &["retreat actor=Norland placefrom=Sudland"],
    );
    check(
        "{l Norland} withdrew its troops from {l Sudland}.",
        &["retreat actor=Norland object=its troops placefrom=Sudland"],
    );
}

#[test]
fn papers_that_say_nothing() {
    check(
        "The letter gave {p Anna Veld} the impression of haste.",
        &[],
    );
    check("The threat was met by the ministers with a program.", &[]);
}

#[test]
fn called_for_claimed_and_passed() {
    check(
        "{p Anna Veld} called {p Boris Kal} to the palace for a briefing.",
        &[],
    );
    check(
        "{p Anna Veld} called for a briefing.",
        &["request actor=Anna Veld object=a briefing"],
    );
    check("{p Anna Veld} asked authority for greater aid.", &[]);
    check("{l Norland} claimed the island.", &[]);
    check(
        "{l Norland} claimed that the island was empty.",
        &["tell actor=Norland"],
    );
    check("{l Norland} passed a resolution.", &[]);
    check(
        "{p Anna Veld} passed the letter to {p Boris Kal}.",
        &["send actor=Anna Veld object=the letter recipient=Boris Kal"],
    );
}

#[test]
fn it_strikes_as_something() {
    check("The raid strikes {l Norland} as dangerous.", &[]);
}
