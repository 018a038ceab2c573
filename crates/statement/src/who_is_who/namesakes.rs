//! Whether two of one surname, told to have done the same, can be one: by names and roles alone.

use super::PersonRecord;
use super::candidates::{Grade, grade};
use super::evidence::words;
use crate::names_compared::{NameDifference, person_parts, sound};

/// How two people's names agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamesAgree {
    /// One of them is known by a single name: of those there are many, so that more than the name
    /// has to agree.
    pub is_bare: bool,
    /// What differs.
    pub differences: Vec<NameDifference>,
}

/// How the names of two people agree, or `None` where they contradict each other, or their roles
/// have nothing in common.
pub fn names_agree(one: &PersonRecord, other: &PersonRecord) -> Option<NamesAgree> {
    let (roles, other_roles) = (words(one), words(other));
    if !roles.is_empty() && !other_roles.is_empty() && roles.is_disjoint(&other_roles) {
        return None;
    }
    let (name, other_name) = (person_parts(&one.name), person_parts(&other.name));
    let (last, other_last) = (name.words.last()?, other_name.words.last()?);
    if sound(last) != sound(other_last) || name.is_woman() != other_name.is_woman() {
        return None;
    }
    if name.words.len() == 1 || other_name.words.len() == 1 {
        let mut longer = [&name, &other_name]
            .into_iter()
            .max_by_key(|one| one.words.len())?
            .words
            .clone();
        longer.pop();
        let differences = longer.into_iter().map(NameDifference::LeftOut).collect();
        return Some(NamesAgree {
            is_bare: true,
            differences,
        });
    }
    let verdict = grade(&name, &other_name)?;
    (verdict.grade <= Grade::Spelt).then_some(NamesAgree {
        is_bare: false,
        differences: verdict.differences,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Anna Veld, minister": a name and a role.
    fn agree(one: &str, other: &str) -> Option<String> {
        let record = |line: &str| {
            let (name, role) = line.split_once(", ").unwrap_or((line, ""));
            PersonRecord {
                name: name.to_owned(),
                roles: vec![role.to_owned()],
                ..PersonRecord::default()
            }
        };
        let found = names_agree(&record(one), &record(other))?;
        let differences: Vec<String> = found.differences.iter().map(ToString::to_string).collect();
        let bare = if found.is_bare { "bare: " } else { "" };
        Some(format!("{bare}{}", differences.join(", ")))
    }

    #[test]
    fn a_surname_can_be_anybodys_of_that_name() {
        let bare = agree("Anna Veld", "Veld");
        assert_eq!(bare.as_deref(), Some("bare: anna in one only"));
        assert_eq!(agree("Veld", "Veld").as_deref(), Some("bare: "));
        assert_eq!(agree("Anna Veld", "Mrs. Veld"), None);
        assert_eq!(agree("Anna Veld", "Lind"), None);
    }

    #[test]
    fn full_names_may_differ_by_what_is_left_out() {
        assert!(agree("Anna K. Veld", "Anna Veld").is_some());
        assert_eq!(agree("Anna Veld", "Boris Veld"), None);
    }

    #[test]
    fn roles_without_anything_in_common_are_two_peoples() {
        assert_eq!(agree("Anna Veld, minister", "Veld, ambassador"), None);
        assert!(agree("Anna Veld, foreign minister", "Veld, minister").is_some());
    }
}
