//! Who tells, under one name each: a source that one document names in full and another by surname
//! is not two.

use crate::{LinkView, StatementView};
use depeche_statement::{Medium, PersonRecord, names_agree};
use std::collections::BTreeMap;

/// The tellers of an event's statements.
pub(super) struct Tellers<'a> {
    /// For each, by entity where it is known, the one that it is counted as.
    counted_as: BTreeMap<&'a str, &'a str>,
}

impl<'a> Tellers<'a> {
    /// All that tell in these statements. A name that two others can be filled up to, and these two
    /// contradict each other, is counted as itself.
    pub(super) fn new(statements: &[&'a StatementView]) -> Tellers<'a> {
        let links = statements.iter().flat_map(|statement| &statement.chain);
        let speakers = links.filter_map(|link| Some((key(link)?, link.speaker.as_ref()?)));
        let names: BTreeMap<&str, PersonRecord> = speakers
            .map(|(key, speaker)| {
                let record = PersonRecord {
                    name: speaker.name.clone(),
                    ..PersonRecord::default()
                };
                (key, record)
            })
            .collect();
        let fits: BTreeMap<&str, Vec<&str>> = names
            .iter()
            .map(|(key, name)| {
                let others = names
                    .iter()
                    .filter(|(other, record)| *other == key || names_agree(name, record).is_some());
                (*key, others.map(|(other, _)| *other).collect())
            })
            .collect();
        let counted_as = |(key, near): (&&'a str, &Vec<&'a str>)| {
            let is_clear = near.iter().all(|other| fits[other] == *near);
            (*key, if is_clear { near[0] } else { *key })
        };
        Tellers {
            counted_as: fits.iter().map(counted_as).collect(),
        }
    }

    /// Who tells; who publishes others' papers is not who they come from.
    pub(super) fn of(&self, link: &'a LinkView) -> Option<&'a str> {
        let key = key(link)?;
        Some(self.counted_as.get(key).copied().unwrap_or(key))
    }
}

/// Who tells, by entity where it is known.
fn key(link: &LinkView) -> Option<&str> {
    let speaker = link.speaker.as_ref()?;
    let known = link.medium != Medium::Publication;
    known.then(|| speaker.entity.as_deref().unwrap_or(&speaker.name))
}
