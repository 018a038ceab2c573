//! Groups of records that are one person, as they grow.

use super::candidates::{Candidate, Grade, grade};
use super::evidence::{Evidence, Shared};
use super::{Join, JoinRule, PeopleJoined, PersonRecord};
use crate::names_compared::{NameParts, person_parts};
use std::collections::{BTreeMap, BTreeSet};

/// Nobody is told of as acting for longer.
const LIFE_YEARS: i32 = 60;

/// Roles agree: so much of the shorter's words, of a thousand, and so telling in all.
const AGREE: (u32, u32) = (450, 80);

/// Roles agree so well that a name may be spelt otherwise.
const AGREE_WELL: (u32, u32) = (550, 130);

/// Roles agree so well that one word is name enough: "Hussein, King of Jordan".
const AGREE_ALONE: (u32, u32) = (700, 160);

/// One person, as far as known.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Records, sorted.
    pub(super) members: Vec<usize>,
    /// The different names, each as its parts.
    pub(super) names: Vec<NameParts>,
    /// Names that its own records give besides, as sorted words, with the source of each.
    pub(super) aliases: BTreeSet<(Vec<String>, u64)>,
    /// Sources of its records.
    pub(super) sources: BTreeSet<u64>,
    words: BTreeSet<u32>,
    years: Option<(i32, i32)>,
}

/// All groups; a group merged into another is gone.
pub(super) struct Groups<'a> {
    evidence: &'a Evidence,
    pub(super) groups: Vec<Group>,
    parent: Vec<usize>,
    group_of: Vec<usize>,
    joins: Vec<Join>,
}

impl<'a> Groups<'a> {
    /// Records of one full name are one group from the start.
    pub(super) fn new(records: &[PersonRecord], evidence: &'a Evidence) -> Groups<'a> {
        let mut groups = Groups {
            evidence,
            groups: Vec::new(),
            parent: Vec::new(),
            group_of: vec![0; records.len()],
            joins: Vec::new(),
        };
        let mut by_name: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        let parts: Vec<NameParts> = records
            .iter()
            .map(|record| person_parts(&record.name))
            .collect();
        for (at, parts) in parts.iter().enumerate() {
            by_name.entry(parts.key()).or_default().push(at);
        }
        for mut members in by_name.into_values() {
            members.sort_by_key(|at| records[*at].years);
            let mut open: Option<Group> = None;
            for at in members {
                let own = groups.group(&records[at], at, &parts[at]);
                let full = parts[at].words.len() > 1;
                match &mut open {
                    Some(group) if full && group.can_be_one(&own, Grade::Fuller) => {
                        let (one, other) = (group.members[0].min(at), group.members[0].max(at));
                        let shared = evidence.named(&group.words, &own.words);
                        let rule = JoinRule::SameName;
                        let differences = Vec::new();
                        groups.joins.push(Join {
                            one,
                            other,
                            rule,
                            differences,
                            shared,
                        });
                        group.take(own);
                    }
                    _ => groups.put(open.replace(own)),
                }
            }
            groups.put(open);
        }
        groups
    }

    fn group(&self, record: &PersonRecord, at: usize, parts: &NameParts) -> Group {
        Group {
            members: vec![at],
            names: vec![parts.clone()],
            aliases: record
                .aliases
                .iter()
                .map(|alias| (person_parts(alias).key(), record.source))
                .collect(),
            sources: BTreeSet::from([record.source]),
            words: self.evidence.words_of(at).iter().copied().collect(),
            years: record.years,
        }
    }

    fn put(&mut self, group: Option<Group>) {
        let Some(group) = group else { return };
        for member in &group.members {
            self.group_of[*member] = self.groups.len();
        }
        self.parent.push(self.groups.len());
        self.groups.push(group);
    }

    fn root(&self, mut group: usize) -> usize {
        while self.parent[group] != group {
            group = self.parent[group];
        }
        group
    }

    /// Joins two groups where the candidate, seen with what has been joined so far, allows it.
    pub(super) fn consider(&mut self, candidate: &Candidate) {
        let (one, other) = (self.root(candidate.one), self.root(candidate.other));
        if one == other {
            return;
        }
        let (left, right) = (&self.groups[one], &self.groups[other]);
        let shared = self.evidence.shared(&left.words, &right.words);
        let Some(rule) = rule(candidate, &shared) else {
            return;
        };
        if rule != JoinRule::OwnAlias && !left.can_be_one(right, candidate.verdict.grade) {
            return;
        }
        self.joins.push(Join {
            one: left.members[0].min(right.members[0]),
            other: left.members[0].max(right.members[0]),
            rule,
            differences: candidate.verdict.differences.clone(),
            shared: self.evidence.named(&left.words, &right.words),
        });
        let (keep, gone) = (one.min(other), one.max(other));
        let taken = self.groups[gone].clone();
        self.groups[keep].take(taken);
        self.parent[gone] = keep;
    }

    pub(super) fn finish(self) -> PeopleJoined {
        let mut smallest: BTreeMap<usize, usize> = BTreeMap::new();
        let roots: Vec<usize> = self
            .group_of
            .iter()
            .map(|group| self.root(*group))
            .collect();
        for (record, root) in roots.iter().enumerate() {
            smallest.entry(*root).or_insert(record);
        }
        PeopleJoined {
            group_of: roots.iter().map(|root| smallest[root]).collect(),
            joins: self.joins,
        }
    }
}

fn rule(candidate: &Candidate, shared: &Shared) -> Option<JoinRule> {
    let agree = |(share, weight): (u32, u32)| shared.share >= share && shared.weight >= weight;
    match candidate.verdict.grade {
        Grade::OwnAlias => Some(JoinRule::OwnAlias),
        Grade::Fuller if agree(AGREE) => Some(JoinRule::Roles),
        Grade::Fuller if candidate.only => Some(JoinRule::OnlyOne),
        Grade::Spelt if agree(AGREE) => Some(JoinRule::Roles),
        Grade::Alone if agree(AGREE_ALONE) => Some(JoinRule::Roles),
        Grade::Near | Grade::Misprint if agree(AGREE_WELL) => Some(JoinRule::Roles),
        _ => None,
    }
}

impl Group {
    fn take(&mut self, other: Group) {
        self.members.extend(other.members);
        self.members.sort_unstable();
        for name in other.names {
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
        self.aliases.extend(other.aliases);
        self.sources.extend(other.sources);
        self.words.extend(other.words);
        self.years = match (self.years, other.years) {
            (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
            (one, other) => one.or(other),
        };
    }

    /// Whether no two of their names contradict each other, more than the candidate itself does,
    /// and one life can span their years.
    fn can_be_one(&self, other: &Group, candidate: Grade) -> bool {
        let years = match (self.years, other.years) {
            (Some(one), Some(other)) => one.1.max(other.1) - one.0.min(other.0) <= LIFE_YEARS,
            _ => true,
        };
        let most = candidate.max(Grade::Alone);
        let agree = |one: &NameParts, other: &NameParts| {
            grade(one, other).is_none_or(|verdict| verdict.grade <= most)
        };
        let mut names = self.names.iter();
        years && names.all(|one| other.names.iter().all(|name| agree(one, name)))
    }
}
