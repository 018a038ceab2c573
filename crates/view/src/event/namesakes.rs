//! Events of one group whose people differ only by how fully they are named.
//!
//! Two such events are one where they are told of the same days, every person's names and roles can
//! be one's, and of what else takes part one has at most more than the other. Where somebody is known by a single name another person has to agree besides. Where
//! one name could be two people's, nothing is joined.

use super::accounts::Account;
use super::cluster::closed;
use crate::JoinView;
use depeche_statement::{PersonRecord, names_agree};

/// Days of two events that say no more than this apart of each other.
const APART_DAYS: i64 = 1;

/// A time longer than this does not say which of several meetings it was.
const LONGEST_DAYS: i64 = 7;

/// Somebody who takes part, as one document has it.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Number of the entity.
    pub(super) entity: u64,
    /// Name and roles.
    pub(super) record: PersonRecord,
    /// A person split this entity off others: nothing joins it.
    pub(super) is_apart: bool,
}

/// What is compared of an event.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Who takes part, in the order of their surnames.
    pub(super) people: Vec<Person>,
    /// What else takes part, by number of the entity, sorted.
    pub(super) others: Vec<u64>,
    /// First and last day, where both are known.
    pub(super) days: Option<(i64, i64)>,
}

impl Told {
    /// What the accounts of one event, of the same people all, say together.
    pub(super) fn new(accounts: &[Account]) -> Told {
        let days = accounts.iter().filter_map(|account| closed(&account.days));
        let days: Vec<(i64, i64)> = days.filter(is_short).collect();
        let first = days.iter().map(|(first, _)| *first).min();
        let last = days.iter().map(|(_, last)| *last).max();
        Told {
            people: accounts
                .first()
                .map_or(Vec::new(), |one| one.people.clone()),
            others: accounts
                .first()
                .map_or(Vec::new(), |one| one.others.clone()),
            days: first.zip(last),
        }
    }
}

/// For each event the first that it is one with, and why.
pub(super) fn joined(events: &[Told]) -> Vec<(usize, Vec<JoinView>)> {
    let fits: Vec<Vec<usize>> = (0..events.len())
        .map(|at| {
            let others = (0..events.len())
                .filter(|other| *other == at || agreement(&events[at], &events[*other]).is_some());
            others.collect()
        })
        .collect();
    let first = |at: usize| {
        // Whatever fits one of them fits all, or it is not known which is meant.
        let clear = fits[at].iter().all(|other| fits[*other] == fits[at]);
        if clear { fits[at][0] } else { at }
    };
    let why = |at: usize| agreement(&events[first(at)], &events[at]).unwrap_or_default();
    (0..events.len()).map(|at| (first(at), why(at))).collect()
}

fn is_short((first, last): &(i64, i64)) -> bool {
    last - first <= LONGEST_DAYS
}

/// Why two events are one: nothing where all are known to be the same, `None` where they are not.
fn agreement(one: &Told, other: &Told) -> Option<Vec<JoinView>> {
    let (days, other_days) = (one.days?, other.days?);
    let near = days.0 - APART_DAYS <= other_days.1 && other_days.0 - APART_DAYS <= days.1;
    if !near || !is_short(&days) || !is_short(&other_days) || one.people.len() != other.people.len()
    {
        return None;
    }
    let within = |fewer: &[u64], more: &[u64]| fewer.iter().all(|one| more.contains(one));
    if !within(&one.others, &other.others) && !within(&other.others, &one.others) {
        return None;
    }
    let mut joins = Vec::new();
    let mut bare = false;
    for (own, others) in one.people.iter().zip(&other.people) {
        if own.entity == others.entity {
            continue;
        }
        let agree = names_agree(&own.record, &others.record)?;
        if own.is_apart || others.is_apart {
            return None;
        }
        bare |= agree.is_bare;
        let differences = agree.differences.iter().map(|found| format!("; {found}"));
        let entity = |person: &Person| {
            let id = format!("e_{:016x}", person.entity);
            (id, person.record.name.clone())
        };
        joins.push(JoinView {
            entities: [entity(own), entity(others)],
            reason: format!(
                "name, deed, day and the others agree{}",
                differences.collect::<String>()
            ),
        });
    }
    let enough = !bare || one.people.len() > 1;
    enough.then_some(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Veld, Boris Kal on 3": who takes part, and the day; what is in small letters is no person.
    fn told(line: &str) -> Told {
        let (people, day) = line.split_once(" on ").expect("a day");
        let day: i64 = day.parse().expect("a number");
        let number = |name: &str| name.bytes().map(u64::from).sum();
        let is_other = |name: &&str| name.starts_with(char::is_lowercase);
        let person = |name: &str| Person {
            entity: number(name),
            record: PersonRecord {
                name: name.to_owned(),
                ..PersonRecord::default()
            },
            is_apart: false,
        };
        Told {
            people: people
                .split(", ")
                .filter(|name| !is_other(name))
                .map(person)
                .collect(),
            others: people.split(", ").filter(is_other).map(number).collect(),
            days: Some((day, day)),
        }
    }

    fn firsts(lines: &[&str]) -> Vec<usize> {
        let events: Vec<Told> = lines.iter().map(|line| told(line)).collect();
        joined(&events)
            .into_iter()
            .map(|(first, _)| first)
            .collect()
    }

    #[test]
    fn surnames_on_one_day_are_the_full_names() {
        let full = "Anna Veld, Boris Kal on 3";
        assert_eq!(firsts(&[full, "Veld, Kal on 4"]), [0, 0]);
        assert_eq!(firsts(&[full, "Veld, Kal on 9"]), [0, 1]);
        let events = [told(full), told("Veld, Boris Kal on 3")];
        let reason = &joined(&events)[1].1[0].reason;
        assert_eq!(
            reason,
            "name, deed, day and the others agree; anna in one only"
        );
    }

    #[test]
    fn one_surname_alone_is_not_enough() {
        assert_eq!(firsts(&["Anna Veld on 3", "Veld on 3"]), [0, 1]);
        assert_eq!(firsts(&["Anna Veld on 3", "Anna K. Veld on 3"]), [0, 0]);
    }

    #[test]
    fn a_surname_of_two_people_joins_neither() {
        let [anna, carl] = ["Anna Veld, Boris Kal on 3", "Carl Veld, Boris Kal on 3"];
        assert_eq!(firsts(&[anna, carl, "Veld, Boris Kal on 3"]), [0, 1, 2]);
    }

    #[test]
    fn what_else_takes_part_may_be_left_out_but_not_be_another() {
        let protocol = "Anna Veld, Boris Kal, protocol on 3";
        assert_eq!(firsts(&[protocol, "Veld, Kal on 3"]), [0, 0]);
        assert_eq!(firsts(&[protocol, "Veld, Kal, treaty on 3"]), [0, 1]);
    }

    #[test]
    fn who_was_split_off_stays_apart() {
        let mut apart = told("Veld, Kal on 3");
        apart.people[0].is_apart = true;
        let joined = joined(&[told("Anna Veld, Boris Kal on 3"), apart]);
        assert_eq!(joined[1].0, 1);
    }
}
