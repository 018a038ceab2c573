//! Whether a person is "he" or "she": by honorific, given name, or words for women and men.

use super::super::Who;
use depeche_annotate::{Annotations, EntityKind};
use depeche_document::Document;
use depeche_text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

/// "he" or "she".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// Given names that mostly women, or mostly men, bear.
static GIVEN: LazyLock<HashMap<&str, Gender>> = LazyLock::new(|| {
    let rows = include_str!("../../../who/given.tsv").lines();
    rows.filter_map(|row| {
        let (name, gender) = row.split_once('\t')?;
        let is_female = gender == "f";
        Some((
            name,
            if is_female {
                Gender::Female
            } else {
                Gender::Male
            },
        ))
    })
    .collect()
});

/// What a word says of its bearer: a title, a form of address, a word for kin.
pub(super) fn of_word(folded: &str) -> Option<Gender> {
    match folded {
        "mr" | "sir" | "lord" | "king" | "prince" | "messrs" | "shah" | "emir" | "sultan"
        | "pope" | "spokesman" | "chairman" | "congressman" | "man" | "husband" | "father"
        | "son" | "brother" | "boy" | "uncle" | "nephew" | "gentleman" | "businessman"
        | "archbishop" | "bishop" | "cardinal" | "ayatollah" | "sheikh" | "policeman"
        | "statesman" | "monsignor" | "baron" | "duke" | "emperor" | "don" | "herr"
        | "monsieur" | "señor" | "grandfather" | "guy" | "son-in-law" | "father-in-law" => {
            Some(Gender::Male)
        }
        "mrs" | "miss" | "ms" | "madame" | "mme" | "lady" | "queen" | "princess" | "dame"
        | "spokeswoman" | "chairwoman" | "congresswoman" | "woman" | "wife" | "mother"
        | "daughter" | "sister" | "girl" | "aunt" | "niece" | "businesswoman" | "frau"
        | "baroness" | "duchess" | "empress" | "señora" | "widow" | "grandmother" | "actress" => {
            Some(Gender::Female)
        }
        _ => None,
    }
}

/// By entity, what its names say.
pub(super) fn of_entities(
    document: &Document,
    annotations: &Annotations,
    who: &Who,
) -> BTreeMap<u32, Gender> {
    let mut genders = BTreeMap::new();
    for (index, entity) in (0u32..).zip(&who.entities) {
        if entity.kind != EntityKind::Person {
            continue;
        }
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        if let Some(gender) = names.into_iter().find_map(|name| by_given_name(name)) {
            genders.insert(index, gender);
        }
    }
    for (index, gender) in of_bare_names(annotations, who) {
        genders.entry(index).or_insert(gender);
    }
    // What stands before the name is surer than the name.
    for (mention, entity) in annotations.mentions.iter().zip(&who.of_mention) {
        let Some(entity) = entity else { continue };
        let before = Span {
            start: mention.full.start,
            end: mention.span.start.max(mention.full.start),
        };
        let words = fold(before.get(&document.text).unwrap_or_default());
        let mut words = words.split(|letter: char| !letter.is_alphabetic());
        if let Some(gender) = words.find_map(of_word) {
            genders.insert(*entity, gender);
        }
    }
    genders
}

/// "Anna": a given name alone, where no title ever stands before it.
fn of_bare_names(annotations: &Annotations, who: &Who) -> Vec<(u32, Gender)> {
    let titled: BTreeSet<u32> = annotations
        .mentions
        .iter()
        .zip(&who.of_mention)
        .filter(|(mention, _)| mention.full != mention.span)
        .filter_map(|(_, entity)| *entity)
        .collect();
    let people = (0u32..)
        .zip(&who.entities)
        .filter(|(index, entity)| entity.kind == EntityKind::Person && !titled.contains(index));
    people
        .filter_map(|(index, entity)| Some((index, of_given_name(&fold(&entity.name))?)))
        .collect()
}

/// "he" or "she" by a given name in folded letters.
pub(super) fn of_given_name(folded: &str) -> Option<Gender> {
    GIVEN.get(folded).copied()
}

/// "Anna Veld", "J. Peter Moss": the first name that is no initial, before another word.
fn by_given_name(name: &str) -> Option<Gender> {
    let folded = fold(name);
    let parts: Vec<&str> = folded.split([' ', '-']).collect();
    let (_, given) = parts.split_last()?;
    let first = given
        .iter()
        .find(|part| part.trim_end_matches('.').len() > 1)?;
    GIVEN.get(first).copied()
}
