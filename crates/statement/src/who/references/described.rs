//! Bodies and countries by a noun alone: "the ministry", "the Committee", "that country".
//!
//! A body is meant where one only is named in the document with the noun in its name, a country
//! where it is the only one named nearby. "The company" and other nouns that stand in no name, and
//! nouns with words of their own ("the new ministry"), stay open, and so does "the government".

use super::super::Who;
use super::grammar::Grammar;
use depeche_annotate::{Annotations, EntityKind, MentionForm, country};
use depeche_text::{Span, fold};
use std::collections::BTreeMap;

/// A country is looked for in so many sentences before.
const NEAR: usize = 2;

/// Joins them; gives back who stands at which word.
pub(super) fn attach(
    annotations: &Annotations,
    grammar: &Grammar<'_>,
    who: &mut Who,
) -> Vec<(usize, u32)> {
    let bodies = by_word(who);
    let mut linked = Vec::new();
    let described = annotations.descriptions.iter();
    let described = described.filter(|description| description.kind == EntityKind::Organization);
    let nouns = described.filter_map(|description| grammar.head_of(description.span));
    // Every country has a government, named or not.
    let nouns = nouns.filter(|noun| grammar.words[*noun].lemma != "government");
    for noun in nouns.filter(|noun| is_bare(grammar, *noun, &["the", "this", "that"])) {
        let span = grammar.words[noun].span;
        linked.extend(Some(noun).zip(body(who, &bodies, (&grammar.lower(noun), span))));
    }
    let countries = (0..grammar.words.len()).filter(|word| grammar.words[*word].lemma == "country");
    for noun in countries.filter(|noun| is_bare(grammar, *noun, &["the", "that"])) {
        let country = only_country(annotations, who, grammar.words[noun].span);
        linked.extend(Some(noun).zip(country));
    }
    for (noun, entity) in &linked {
        who.link(*entity, grammar.words[*noun].span, DESCRIBED);
    }
    linked
}

/// What joins them is called.
const DESCRIBED: &str = "reference:description";

/// Whether a noun stands alone behind one of some words: "the ministry".
fn is_bare(grammar: &Grammar<'_>, noun: usize, pointing: &[&str]) -> bool {
    let words = grammar.words;
    let points = noun.checked_sub(1).is_some_and(|before| {
        pointing.contains(&grammar.lower(before).as_str()) && words[before].head == noun
    });
    let next = words.get(noun + 1);
    let is_owned = next.is_some_and(|next| next.head == noun && next.dep == "prep");
    let is_one = matches!(words[noun].tag, "NN" | "NNP");
    let is_part = matches!(words[noun].dep, "compound" | "nmod" | "amod");
    points && is_one && !is_part && !is_owned
}

/// By each word of their names, the bodies.
fn by_word(who: &Who) -> BTreeMap<String, Vec<u32>> {
    let mut by_word: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (index, entity) in (0u32..).zip(&who.entities) {
        if entity.kind != EntityKind::Organization {
            continue;
        }
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        for word in
            names.flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
        {
            let bodies = by_word.entry(word).or_default();
            if bodies.last() != Some(&index) {
                bodies.push(index);
            }
        }
    }
    by_word
}

/// The only body with the noun in its name, where it is named before.
fn body(who: &Who, bodies: &BTreeMap<String, Vec<u32>>, (noun, span): (&str, Span)) -> Option<u32> {
    let noun: &str = &fold(noun);
    let [body] = bodies.get(noun)?.as_slice() else {
        return None;
    };
    let mentions = &who.entities[*body as usize].mentions;
    let is_before = mentions.iter().any(|mention| mention.span < span);
    is_before.then_some(*body)
}

/// The only country that is named in the words before.
fn only_country(annotations: &Annotations, who: &Who, span: Span) -> Option<u32> {
    let past = annotations
        .sentences
        .partition_point(|sentence| sentence.end < span.end);
    let from = annotations.sentences.get(past.saturating_sub(NEAR))?.start;
    let near = Span {
        start: from,
        end: span.start.max(from),
    };
    let mut countries = annotations.mentions_in(near).filter_map(|at| {
        let mention = &annotations.mentions[at];
        let is_name = mention.form == MentionForm::Name && mention.kind == EntityKind::Place;
        let entity = who.of_mention[at].filter(|_| is_name)?;
        country(&who.entities[entity as usize].name)?;
        Some(entity)
    });
    let only = countries.next()?;
    countries.all(|other| other == only).then_some(only)
}
