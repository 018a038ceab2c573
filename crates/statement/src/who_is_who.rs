//! Who is who across documents: records of people joined where name and role agree.
//!
//! Pure, from records to groups; the same groups whatever the records' order. Conservative: names
//! that may differ only by an initial or a middle name join where nobody else can be meant or
//! where the roles agree; another spelling joins only on agreeing roles; a surname alone only
//! where a record itself says which. Every join keeps its reason. What a user decided is applied
//! after this, by whoever calls it.

mod candidates;
mod evidence;
mod groups;
mod namesakes;

use crate::names_compared::NameDifference;
use std::fmt;

pub use namesakes::{NamesAgree, names_agree};

/// What one document, or one list, says of one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonRecord {
    /// The fullest name: "Marit Tveitan", "Tveitan, Marit".
    pub name: String,
    /// Other names that the document itself gives.
    pub aliases: Vec<String>,
    /// Titles, with bodies and countries, as told.
    pub roles: Vec<String>,
    /// The document or list, by any number: a surname alone means somebody only inside it.
    pub source: u64,
    /// First and last year that the person is told of in.
    pub years: Option<(i32, i32)>,
}

/// Records joined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleJoined {
    /// For each record the smallest index of its group.
    pub group_of: Vec<usize>,
    /// Why, one fewer for each group than it has different names.
    pub joins: Vec<Join>,
}

/// Why two records were joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// Index of a record.
    pub one: usize,
    /// Index of the other.
    pub other: usize,
    /// The rule that allowed it.
    pub rule: JoinRule,
    /// What differs in the names.
    pub differences: Vec<NameDifference>,
    /// Words that their roles share, the most telling first.
    pub shared: Vec<String>,
}

/// What allowed a join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinRule {
    /// The same full name, and times that a life can span.
    SameName,
    /// One record gives the other's name as its own second name.
    OwnAlias,
    /// Names that can be one's, and roles that agree.
    Roles,
    /// Names that can be one's, and nobody else in the records who can be meant.
    OnlyOne,
}

impl fmt::Display for Join {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.rule {
            JoinRule::SameName => "same name",
            JoinRule::OwnAlias => "its own second name",
            JoinRule::Roles => "name and role agree",
            JoinRule::OnlyOne => "name agrees, nobody else is called so",
        })?;
        for difference in &self.differences {
            write!(formatter, "; {difference}")?;
        }
        if !self.shared.is_empty() {
            write!(formatter, "; both: {}", self.shared.join(" "))?;
        }
        Ok(())
    }
}

/// Joins records of people.
pub fn join_people(records: &[PersonRecord]) -> PeopleJoined {
    let evidence = evidence::Evidence::new(records);
    let mut groups = groups::Groups::new(records, &evidence);
    for candidate in candidates::candidates(&groups) {
        groups.consider(&candidate);
    }
    groups.finish()
}

#[cfg(test)]
mod tests;
