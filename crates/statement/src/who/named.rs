//! Names of bodies, places and the rest: joined by the gazetteer's main name, or where one is the
//! other's beginning ("Danish Embassy" of "Danish Embassy in Oslo").

use depeche_annotate::{EntityKind, Mention, MentionForm, main_name};
use depeche_text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// For each name of no person, what it is joined by.
pub(super) fn keys(mentions: &[Mention], names: &[String]) -> Vec<Option<String>> {
    let own: Vec<Option<String>> = mentions
        .iter()
        .zip(names)
        .map(|(mention, name)| {
            let named = mention.form == MentionForm::Name && mention.kind != EntityKind::Person;
            named.then(|| key(mention.kind, name))
        })
        .collect();
    let longer = longer(mentions, &own);
    mentions
        .iter()
        .zip(own)
        .map(|(mention, key)| {
            let key = key?;
            let full = longer.get(&(mention.kind, key.clone()));
            Some(full.cloned().unwrap_or(key))
        })
        .collect()
}

fn key(kind: EntityKind, name: &str) -> String {
    let main = main_name(name).filter(|(known, _)| *known == kind);
    let folded = fold(main.map_or(name, |(_, main)| main));
    match folded.strip_prefix("the ") {
        Some(bare) => bare.to_owned(),
        None => folded,
    }
}

/// For each name that only one longer name begins with: that one. Places do not take part.
fn longer(mentions: &[Mention], keys: &[Option<String>]) -> BTreeMap<(EntityKind, String), String> {
    let all: BTreeSet<(EntityKind, &str)> = mentions
        .iter()
        .zip(keys)
        .filter_map(|(mention, key)| Some((mention.kind, key.as_deref()?)))
        .filter(|(kind, _)| matches!(kind, EntityKind::Organization | EntityKind::Facility))
        .collect();
    let mut found = BTreeMap::new();
    for (kind, short) in &all {
        if !short.contains(' ') {
            continue;
        }
        let start = format!("{short} ");
        let mut fuller = all
            .range((*kind, start.as_str())..)
            .take_while(|(other, name)| other == kind && name.starts_with(&start));
        if let (Some((_, full)), None) = (fuller.next(), fuller.next()) {
            found.insert((*kind, (*short).to_owned()), (*full).to_owned());
        }
    }
    found
}
