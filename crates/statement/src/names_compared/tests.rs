//! Invented names, compared.

use super::{compare_bodies, compare_people};

fn check(one: &str, other: &str, same: bool, differences: &str) {
    let compared = compare_people(one, other);
    let found: Vec<String> = compared
        .differences
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found.join("; "), differences, "{one} | {other}");
    assert_eq!(
        compared.is_same(),
        same,
        "{one} | {other}: {}",
        compared.likeness
    );
}

fn check_body(one: &str, other: &str, same: bool, differences: &str) {
    let compared = compare_bodies(one, other);
    let found: Vec<String> = compared
        .differences
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found.join("; "), differences, "{one} | {other}");
    assert_eq!(
        compared.is_same(),
        same,
        "{one} | {other}: {}",
        compared.likeness
    );
}

#[test]
fn what_names_may_differ_in() {
    check("Tveitan, Marit", "Marit Tveitan", true, "");
    check(
        "Amb. Marit Tveitan",
        "M. Tveitan",
        true,
        "title amb; initial m of marit",
    );
    check("Bill Harrow", "William Harrow", true, "bill for william");
    check(
        "Marit Solveig Tveitan",
        "Marit Tveitan",
        true,
        "solveig in one only",
    );
    check(
        "Сергей Кравенко",
        "Sergey Kravenko",
        true,
        "sergei sounds like sergey",
    );
    check("Abdul Karim al-Hadrawi", "'Abd al-Karim Hadrawi", true, "");
}

#[test]
fn what_they_may_not() {
    check(
        "Marit Tveitan",
        "Solveig Tveitan",
        false,
        "marit, not solveig",
    );
    check("Marit", "Marit Tveitan", false, "tveitan in one only");
    check(
        "Pavel Andreyevich Kravenko",
        "Pavel Borisovich Kravenko",
        false,
        "andreyevich, not borisovich",
    );
}

#[test]
fn bodies() {
    check_body(
        "Norvik Fisheries Ltd.",
        "Norvik Fisheries Limited",
        true,
        "",
    );
    check_body("Norvik Fisheries AG", "Norvik Fisheries", true, "form ag");
    check_body("The Norvik Organisation", "Norvik Organization", true, "");
    check_body(
        "Norvik Fisheries",
        "Norvik Shipping",
        false,
        "fisheries, not shipping",
    );
}
