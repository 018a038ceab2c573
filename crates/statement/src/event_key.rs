//! Which statements may tell of the same event.
//!
//! The key is deliberately coarse: type and participants, people by the sound of their surnames.
//! Whether namesakes are one, time and place are compared later, where accounts that differ are set
//! side by side instead of being kept apart.

use crate::names_compared::{person_parts, sound};
use crate::{Entity, EventType, Participant, ParticipantRole, Reading, Statement};
use depeche_annotate::EntityKind;
use depeche_text::fold;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The group of statements that may tell of the same event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventKey(pub u64);

/// What happens to one person, whoever does it and whether he is named or not.
const OF_ONE: &[EventType] = &[
    EventType::Appoint,
    EventType::Resign,
    EventType::Arrest,
    EventType::Release,
    EventType::Expel,
    EventType::Die,
];

/// What is done together, so that it does not matter who is named first.
const MUTUAL: &[EventType] = &[
    EventType::Meet,
    EventType::Call,
    EventType::Agree,
    EventType::Sign,
    EventType::Cooperate,
];

/// Deeds told of people by their number or kind: "detained thirteen sailors".
const OF_MANY: &[EventType] = &[
    EventType::Arrest,
    EventType::Release,
    EventType::Expel,
    EventType::Attack,
    EventType::Die,
];

/// Longer descriptions are not compared.
const MOST_WORDS: usize = 12;

/// One who takes part and is known.
#[derive(Debug, Clone, Copy)]
struct Known<'a> {
    entity: &'a Entity,
    /// As what, where it matters.
    role: Option<ParticipantRole>,
}

/// How parties are called where statements are compared: by who they are, or only by how a person
/// is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Entity,
    Surname,
}

impl Reading {
    /// The group that a statement of this reading belongs to: its type, and what its parties are
    /// called, people by the sound of their surnames.
    ///
    /// What happens to a person is grouped by him alone; all else by two participants at least who
    /// are known by entity, and what each is in it. A statement with less is alone in its group, but
    /// for deeds to people who are described, which are grouped by their words and the day.
    pub fn event_key(&self, statement: &Statement) -> EventKey {
        self.key(statement, By::Surname)
    }

    /// As [`Reading::event_key`], with people by who they are instead of by surname: statements of
    /// one group that differ in it may be about namesakes.
    pub fn event_of_same_people(&self, statement: &Statement) -> EventKey {
        self.key(statement, By::Entity)
    }

    fn key(&self, statement: &Statement, by: By) -> EventKey {
        let parts = self
            .person_concerned(statement, by)
            .or_else(|| self.named(statement, by))
            .or_else(|| self.described(statement, by))
            .unwrap_or_else(|| vec![statement.id.0.to_string()]);
        let mut hasher = blake3::Hasher::new();
        for part in [statement.kind.name()]
            .into_iter()
            .chain(parts.iter().map(String::as_str))
        {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        let first = hasher.finalize().as_bytes()[..8]
            .try_into()
            .expect("a hash has 32 bytes");
        EventKey(u64::from_le_bytes(first))
    }

    /// The only person to whom it happens, by his first and last name at least: of surnames alone
    /// there are too many.
    fn person_concerned(&self, statement: &Statement, by: By) -> Option<Vec<String>> {
        if !OF_ONE.contains(&statement.kind) {
            return None;
        }
        let mut concerned = statement.participants.iter().filter(|participant| {
            let is_actor = participant.role == ParticipantRole::Actor;
            let acts_on_himself = matches!(statement.kind, EventType::Resign | EventType::Die);
            participant.role == ParticipantRole::Target || is_actor && acts_on_himself
        });
        let only = concerned.next().filter(|_| concerned.next().is_none())?;
        let entity = self.entity_of(only)?;
        let is_full = entity.kind == EntityKind::Person && entity.name.contains(' ');
        is_full.then(|| vec![called(entity, by)])
    }

    /// Two or more who are known by entity; by surname the people alone, where there are two.
    fn named(&self, statement: &Statement, by: By) -> Option<Vec<String>> {
        let is_mutual = MUTUAL.contains(&statement.kind);
        let mut parties: Vec<Known<'_>> = Vec::new();
        for participant in &statement.participants {
            let role = (!is_mutual).then_some(participant.role);
            parties.extend(
                self.entity_of(participant)
                    .map(|entity| Known { entity, role }),
            );
        }
        parties.sort_unstable_by_key(|known| (known.entity.id, known.role));
        parties.dedup_by_key(|known| (known.entity.id, known.role));
        let several = |parties: &[Known<'_>]| {
            parties
                .windows(2)
                .any(|pair| pair[0].entity.id != pair[1].entity.id)
        };
        if !several(&parties) {
            return None;
        }
        let is_person = |known: &&Known<'_>| known.entity.kind == EntityKind::Person;
        let people: Vec<Known<'_>> = parties.iter().filter(is_person).copied().collect();
        if by == By::Surname && several(&people) {
            parties = people;
        }
        let part = |known: &Known<'_>| format!("{} {:?}", called(known.entity, by), known.role);
        let mut parts: Vec<String> = parties.iter().map(part).collect();
        parts.sort_unstable();
        Some(parts)
    }

    /// By words, on one day: people to whom something is done by three words or more, whoever does
    /// it; else one who is known by entity and others by two words. What is sent by one alone, as
    /// "the cable": of summaries "of this conversation" a day may have several.
    fn described(&self, statement: &Statement, by: By) -> Option<Vec<String>> {
        let time = statement.time.as_ref()?;
        let day = time.earliest.filter(|day| time.latest == Some(*day))?;
        let is_sent = statement.kind == EventType::Send;
        if !is_sent && !OF_MANY.contains(&statement.kind) {
            return None;
        }
        let words = |participant: &Participant, counts: RangeInclusive<usize>| {
            let who = match self.entity_of(participant) {
                Some(entity) => entity.id.to_string(),
                None => described(&participant.party.name, counts)?,
            };
            Some(format!("{who} {:?}", participant.role))
        };
        let all = &statement.participants;
        let mut done_to = all.iter().filter(|one| one.role == ParticipantRole::Target);
        let only = done_to
            .next()
            .filter(|_| done_to.next().is_none() && !is_sent);
        let only = only.filter(|one| by == By::Surname && one.party.entity.is_none());
        if let Some(only) = only.and_then(|only| words(only, 3..=MOST_WORDS)) {
            return Some(vec![day.to_string(), only]);
        }
        let counts = if is_sent { 1..=1 } else { 2..=MOST_WORDS };
        let parts = all.iter().map(|one| words(one, counts.clone()));
        let parts: Option<Vec<String>> = parts.collect();
        let mut parts = parts.filter(|_| all.iter().any(|one| one.party.entity.is_some()))?;
        parts.sort_unstable();
        parts.push(day.to_string());
        (parts.len() > 2).then_some(parts)
    }

    fn entity_of(&self, participant: &Participant) -> Option<&Entity> {
        self.entities.get(participant.party.entity? as usize)
    }
}

/// How an entity is called where statements are compared.
fn called(entity: &Entity, by: By) -> String {
    let surname = || Some(sound(person_parts(&entity.name).words.last()?));
    match (by, entity.kind) {
        (By::Surname, EntityKind::Person) => surname().unwrap_or_else(|| entity.id.to_string()),
        _ => entity.id.to_string(),
    }
}

/// A description of so many words, as it is compared.
fn described(name: &str, counts: RangeInclusive<usize>) -> Option<String> {
    let folded = fold(name);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    counts
        .contains(&bare.split(' ').count())
        .then(|| bare.to_owned())
}
