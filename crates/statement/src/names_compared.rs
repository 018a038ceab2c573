//! Are these two names one person's, or one body's? A likeness and every difference that was
//! allowed for, so that the answer can be shown.
//!
//! Pure: looks at the two names alone, never at who bears them. What is joined across documents
//! asks for more ([`crate::join_people`]); a misspelling alone joins nobody there.

mod alignment;
mod bodies;
mod likeness;
mod parts;
mod people;
mod romanized;
mod tables;

use std::fmt;

pub use tables::NAME_TABLES_NOTICE;
pub(crate) use tables::are_nicknames;

/// Two names are taken for one's from this likeness on.
pub const SAME_NAME: u32 = 700;

/// How two names compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameComparison {
    /// Of a thousand; from [`SAME_NAME`] on they are taken for one's.
    pub likeness: u32,
    /// What differs, in the order of the first name's words.
    pub differences: Vec<NameDifference>,
}

impl NameComparison {
    /// Whether the two are taken for one's.
    pub fn is_same(&self) -> bool {
        self.likeness >= SAME_NAME
    }
}

/// One difference between two names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameDifference {
    /// The same parts in another order.
    Order,
    /// The same letters, cut into words otherwise.
    Joined,
    /// A title before the name of one: "Dr."
    Honorific(String),
    /// A particle of one: "al", "von".
    Particle(String),
    /// The form of a body: "Ltd".
    Form(String),
    /// Forms that no body has both of.
    OtherForm(String, String),
    /// An initial and the name that it stands for.
    Initial(String, String),
    /// A short form and the name: "Bill", "William".
    Nickname(String, String),
    /// One name, spelt by another custom: "Qaddafi", "Gadafi".
    Sound(String, String),
    /// Close in letters: a slip, or another name.
    Spelling(String, String),
    /// In one name only.
    LeftOut(String),
    /// Where one has this the other has that.
    Other(String, String),
}

impl fmt::Display for NameDifference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        use NameDifference as D;
        match self {
            D::Order => formatter.write_str("other order"),
            D::Joined => formatter.write_str("words joined otherwise"),
            D::Honorific(word) => write!(formatter, "title {word}"),
            D::Particle(word) => write!(formatter, "particle {word}"),
            D::Form(word) => write!(formatter, "form {word}"),
            D::OtherForm(one, other) => write!(formatter, "form {one}, not {other}"),
            D::Initial(one, other) => write!(formatter, "initial {one} of {other}"),
            D::Nickname(one, other) => write!(formatter, "{one} for {other}"),
            D::Sound(one, other) => write!(formatter, "{one} sounds like {other}"),
            D::Spelling(one, other) => write!(formatter, "{one} spelt like {other}"),
            D::LeftOut(word) => write!(formatter, "{word} in one only"),
            D::Other(one, other) => write!(formatter, "{one}, not {other}"),
        }
    }
}

/// Compares two names of people.
pub fn compare_people(one: &str, other: &str) -> NameComparison {
    people::compare(&parts::person(one), &parts::person(other))
}

/// Compares two names of bodies: companies, organizations, ships.
pub fn compare_bodies(one: &str, other: &str) -> NameComparison {
    bodies::compare(&parts::body(one), &parts::body(other))
}

/// A person's name in parts, for comparing it with many.
pub(crate) fn person_parts(name: &str) -> NameParts {
    parts::person(name)
}

/// As [`compare_people`], of names that are in parts already.
pub(crate) fn compare_parts(one: &NameParts, other: &NameParts) -> NameComparison {
    people::compare(one, other)
}

/// A word of a name with customs of spelling set aside.
pub(crate) fn sound(word: &str) -> String {
    likeness::sound(word)
}

/// A name in its parts, and what was set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NameParts {
    /// Folded words in Latin letters, given names first where a comma says so.
    pub(crate) words: Vec<String>,
    /// "jr", "sr", "iii".
    generation: Option<String>,
    honorifics: Vec<String>,
    particles: Vec<String>,
    /// Forms of a body with the class of each.
    forms: Vec<(String, String)>,
}

impl NameParts {
    /// The words whatever their order, with the generation and whether it is a woman's.
    pub(crate) fn key(&self) -> Vec<String> {
        let mut key = self.words.clone();
        key.sort();
        key.extend(self.generation.clone());
        if self.is_woman() {
            key.push("mrs".to_owned());
        }
        key
    }

    /// "jr", "sr", "iii".
    pub(crate) fn generation(&self) -> Option<&str> {
        self.generation.as_deref()
    }

    /// Whether a title says that it is a woman's: that of a husband may be the rest of it.
    pub(crate) fn is_woman(&self) -> bool {
        let titles = [
            "mrs", "mme", "madame", "madam", "miss", "ms", "frau", "lady",
        ];
        self.honorifics
            .iter()
            .any(|title| titles.contains(&title.as_str()))
    }
}

#[cfg(test)]
mod tests;
