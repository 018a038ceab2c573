//! Which statements may tell of one event.

use super::read;
use crate::EventKey;

/// The group of the first statement of a type in a marked text.
#[track_caller]
fn group(marked: &str) -> EventKey {
    let (_, reading) = read(marked);
    let first = reading.statements.first().expect("there is a statement");
    reading.event_key(first)
}

#[test]
fn what_happens_to_a_person_is_one_whoever_does_it() {
    let arrest = group("{p Anna Veld} was arrested on {t2004-05-03 May 3}.");
    assert_eq!(arrest, group("{o Harbin Police} arrested {p Anna Veld}."));
    assert_ne!(arrest, group("{o Harbin Police} arrested {p Boris Kal}."));
    assert_ne!(
        arrest,
        group("{p Anna Veld} was released on {t2004-05-03 May 3}.")
    );
    // Of surnames there are too many.
    let surname = "{p Veld} was arrested on {t2004-05-03 May 3}.";
    assert_ne!(group(surname), group(&format!("Later {surname}")));
}

#[test]
fn who_meets_whom_is_the_same_and_who_tells_whom_is_not() {
    assert_eq!(
        group("{p Anna Veld} met {p Boris Kal}."),
        group("{p Boris Kal} met with {p Anna Veld} on {t2004-05-03 May 3}.")
    );
    assert_ne!(
        group("{p Anna Veld} threatened {p Boris Kal}."),
        group("{p Boris Kal} threatened {p Anna Veld}.")
    );
}

#[test]
fn people_are_grouped_by_surname_and_with_others_or_without() {
    let met = group("{p Anna Veld} met {p Boris Kal}.");
    assert_eq!(met, group("{p Veld} met {p Kal} in {l Harbin}."));
    assert_ne!(met, group("{p Anna Veld} met {p Boris Lind}."));
    let signed = group("{p Anna Veld} and {p Boris Kal} signed {d the Harbin Treaty}.");
    assert_eq!(signed, group("{p Veld} and {p Kal} signed a treaty."));
}

#[test]
fn what_a_body_sent_on_a_day_is_one() {
    let cable = "The cable was sent by {o Harbin Embassy} on {t2004-05-03 May 3}.";
    assert_eq!(group(cable), group(&format!("{cable} ")));
    assert_ne!(group(cable), group(&cable.replace("cable", "letter")));
}

#[test]
fn people_who_are_described_are_the_same_on_the_same_day() {
    let day = "{o Harbin Police} arrested thirteen sailors on {t2004-05-03 May 3}.";
    let capitals = "{o Harbin Police} ARRESTED THIRTEEN SAILORS ON {t2004-05-03 MAY 3}.";
    assert_eq!(group(day), group(capitals));
    let later = "{o Harbin Police} arrested thirteen sailors on {t2004-05-04 May 4}.";
    assert_ne!(group(day), group(later));
    let doer = "{o Harbin Police} arrested two Sudish sailors on {t2004-05-03 May 3}.";
    let by_nobody = "Two Sudish sailors were arrested on {t2004-05-03 May 3}.";
    assert_eq!(group(doer), group(by_nobody));
    let undated = "{o Harbin Police} arrested thirteen sailors.";
    assert_ne!(group(undated), group(&format!("Later {undated}")));
}
