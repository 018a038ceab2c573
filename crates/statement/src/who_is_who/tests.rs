//! Invented people, joined.

use super::{PersonRecord, join_people};

/// `name | alias, alias | role | year`, one a line; expected: for each join its two lines and why.
fn check(records: &str, expected: &str) {
    let records: Vec<PersonRecord> = records
        .trim()
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let year = cells[3].parse().expect("a year");
            PersonRecord {
                name: cells[0].to_owned(),
                aliases: cells[1]
                    .split(';')
                    .filter(|own| !own.is_empty())
                    .map(str::to_owned)
                    .collect(),
                roles: vec![cells[2].to_owned()],
                source: at as u64,
                years: Some((year, year)),
            }
        })
        .collect();
    let joined = join_people(&records);
    let joins = joined.joins.iter();
    let joins: Vec<String> = joins
        .map(|join| format!("{} {}: {join}", join.one + 1, join.other + 1))
        .collect();
    assert_eq!(joins.join("\n"), expected);
    let mut turned = records.clone();
    turned.reverse();
    let groups = |group_of: &[usize]| {
        let mut sizes = std::collections::BTreeMap::new();
        for group in group_of {
            *sizes.entry(*group).or_insert(0) += 1;
        }
        let mut sizes: Vec<i32> = sizes.into_values().collect();
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(
        groups(&joined.group_of),
        groups(&join_people(&turned).group_of),
        "other order"
    );
}

#[test]
fn the_same_full_name_joins() {
    check(
        "Tveitan, Marit | | ambassador to Egypt | 2006\nMarit Tveitan | | | 2007",
        "1 2: same name",
    );
}

#[test]
fn not_over_a_century_nor_husband_and_wife() {
    check(
        "Karl Oberlin | | consul | 1890\nKarl Oberlin | | consul | 1975",
        "",
    );
    check(
        "Oberlin, Karl | | consul | 1950\nOberlin, Mrs. Karl | | | 1950",
        "",
    );
}

#[test]
fn a_fuller_name_joins_where_nobody_else_is_called_so() {
    check(
        "Harrow, John P. | | consul | 1950\nHarrow, John | | attorney | 1951",
        "1 2: name agrees, nobody else is called so; p in one only",
    );
    check(
        "Harrow, John P. | | consul | 1950\nHarrow, John | | attorney | 1951\n\
         Harrow, John R. | | banker | 1951",
        "",
    );
}

#[test]
fn another_spelling_joins_on_the_role_alone() {
    check(
        "Kravenko, Sergei | | Soviet deputy trade commissioner in Oslo | 1950\n\
         Kravenco, Sergey | | Soviet deputy trade commissioner in Oslo | 1951\n\
         Kravenka, Sergei | | pianist | 1951\nA. B. | | clerk | 1950\nC. D. | | driver | 1950\n\
         E. F. | | cook | 1950\nG. H. | | porter | 1950",
        "1 2: name and role agree; sergey sounds like sergei; kravenco spelt like kravenko; \
         both: commissioner deputy oslo soviet trade",
    );
}

#[test]
fn a_record_may_say_itself_who_is_meant() {
    check(
        "Hadrawi, Karim | | minister | 1950\nAbu Salim | Karim Hadrawi | | 1950",
        "1 2: its own second name",
    );
}
