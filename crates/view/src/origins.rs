//! Where the chains of one event start: statements with one origin count once.
//!
//! Two chains have one origin where the same source tells first in both; where who tells first in
//! the one only passes it on in the other; where nobody is named and both go through one document,
//! also one that the archive lacks; and where one document copies the other and has no other
//! source. Two named sources whom one document reports stay two.

mod tellers;

use crate::{LinkView, OriginView, StatementView};
use depeche_statement::{Medium, Modality, Overlap, Polarity, Sketch};
use std::collections::{BTreeMap, BTreeSet};
use tellers::Tellers;

/// Sketches of the documents of an event, by document id.
pub(crate) type Sketches = BTreeMap<String, Sketch>;

/// The origins of an event's statements, by name of the source, those without one last. Who denies
/// or only plans what others tell as having happened is no source of it.
pub(crate) fn origins(statements: &[StatementView], sketches: &Sketches) -> Vec<OriginView> {
    let firmest = statements.iter().map(firmness).min();
    let statements: Vec<&StatementView> = statements
        .iter()
        .filter(|one| Some(firmness(one)) == firmest)
        .collect();
    let tellers = Tellers::new(&statements);
    let groups = groups(&statements, &tellers, sketches);
    let mut members: BTreeMap<usize, Vec<&StatementView>> = BTreeMap::new();
    for (group, statement) in groups.into_iter().zip(statements) {
        members.entry(group).or_default().push(statement);
    }
    let mut origins: Vec<OriginView> = members
        .into_values()
        .map(|own| origin(&own, &tellers))
        .collect();
    origins.sort_by(|left, right| {
        let order = |origin: &OriginView| {
            (
                origin.speaker.is_none(),
                origin.speaker.clone(),
                origin.statements.clone(),
            )
        };
        order(left).cmp(&order(right))
    });
    origins
}

/// For each statement the first of its origin. Named sources are joined first; a chain without one
/// then goes to a source that it can come from, and never makes one of two.
fn groups(statements: &[&StatementView], tellers: &Tellers<'_>, sketches: &Sketches) -> Vec<usize> {
    let named: Vec<bool> = statements.iter().map(|one| named_alone(one)).collect();
    let mut groups: Vec<usize> = (0..statements.len()).collect();
    for both_named in [true, false] {
        for at in 0..statements.len() {
            for other in at + 1..statements.len() {
                let (own, others) = (groups[at], groups[other]);
                let has_name = |group: usize| {
                    groups
                        .iter()
                        .zip(&named)
                        .any(|(other, named)| *other == group && *named)
                };
                if own == others
                    || (named[at] && named[other]) != both_named
                    || !both_named && has_name(own) && has_name(others)
                    || !have_one_origin([statements[at], statements[other]], tellers, sketches)
                {
                    continue;
                }
                let (keep, gone) = (own.min(others), own.max(others));
                groups
                    .iter_mut()
                    .filter(|group| **group == gone)
                    .for_each(|group| *group = keep);
            }
        }
    }
    groups
}

/// What a statement says of its event: that it happened, that it did not, that it was planned.
pub(crate) fn firmness(statement: &StatementView) -> u8 {
    match (statement.polarity, statement.modality) {
        (_, Modality::Planned | Modality::Hypothetical) => 2,
        (Polarity::Negative, _) | (_, Modality::Denied) => 1,
        (Polarity::Positive, _) => 0,
    }
}

/// Whether its chain says who tells first.
pub(crate) fn named_alone(statement: &StatementView) -> bool {
    first(statement).is_some()
}

fn origin(statements: &[&StatementView], tellers: &Tellers<'_>) -> OriginView {
    let later: BTreeSet<&str> = statements
        .iter()
        .flat_map(|statement| statement.chain.iter().skip(1))
        .filter_map(|link| tellers.of(link))
        .collect();
    let mut firsts: Vec<&LinkView> = statements.iter().filter_map(|own| first(own)).collect();
    // Who only passes it on in another chain comes after who does not; of papers that print one
    // text the earliest comes first.
    firsts.sort_by_key(|link| {
        let passes_on = tellers.of(link).is_some_and(|name| later.contains(name));
        let told = link.time.as_ref().and_then(|time| time.earliest.clone());
        (passes_on, told.is_none(), told)
    });
    let speaker = firsts
        .first()
        .and_then(|link| Some(link.speaker.as_ref()?.name.clone()));
    let mut ids: Vec<String> = statements.iter().map(|own| own.id.clone()).collect();
    ids.sort();
    OriginView {
        document: match speaker {
            Some(_) => None,
            None => statements.first().map(|own| own.document.clone()),
        },
        speaker,
        statements: ids,
    }
}

fn have_one_origin(
    [one, other]: [&StatementView; 2],
    tellers: &Tellers<'_>,
    sketches: &Sketches,
) -> bool {
    let teller = |statement| tellers.of(first(statement)?);
    if let (Some(own), Some(others)) = (teller(one), teller(other)) {
        let passes_on = |statement: &StatementView, name: &str| {
            let mut later = statement.chain.iter().skip(1);
            later.any(|link| tellers.of(link) == Some(name))
        };
        return own == others
            || passes_on(one, others)
            || passes_on(other, own)
            || (has_no_other_source(one) || has_no_other_source(other))
                && are_copies(one, other, sketches);
    }
    let meet = documents(one)
        .intersection(&documents(other))
        .next()
        .is_some();
    meet || are_copies(one, other, sketches)
}

/// The first telling, where who tells is named. Who publishes others' papers is not who they come
/// from.
fn first(statement: &StatementView) -> Option<&LinkView> {
    let link = statement.chain.first()?;
    (link.medium != Medium::Publication && link.speaker.is_some()).then_some(link)
}

/// The document itself is all there is.
fn has_no_other_source(statement: &StatementView) -> bool {
    statement.chain.len() == 1
}

fn documents(statement: &StatementView) -> BTreeSet<&str> {
    let named = statement
        .chain
        .iter()
        .filter_map(|link| link.document.as_deref());
    named.chain([statement.document.as_str()]).collect()
}

fn are_copies(one: &StatementView, other: &StatementView, sketches: &Sketches) -> bool {
    let (Some(own), Some(others)) = (sketches.get(&one.document), sketches.get(&other.document))
    else {
        return false;
    };
    one.document != other.document && Overlap::estimated(own, others).is_copy_estimated()
}

#[cfg(test)]
mod tests;
