//! Which statements may tell of the same event.
//!
//! The key is deliberately coarse: type and named participants. Time and place are compared
//! later, where accounts that differ are set side by side instead of being kept apart.

use crate::{Reading, Statement};
use serde::{Deserialize, Serialize};

/// The group of statements that may tell of the same event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventKey(pub u64);

impl Reading {
    /// The group that a statement of this reading belongs to. A statement with fewer than two
    /// participants known by entity is alone in its group: too little to join it by.
    pub fn event_key(&self, statement: &Statement) -> EventKey {
        let mut entities: Vec<u64> = statement
            .participants
            .iter()
            .filter_map(|participant| self.entities.get(participant.party.entity? as usize))
            .map(|entity| entity.id.0)
            .collect();
        entities.sort_unstable();
        entities.dedup();
        let mut hasher = blake3::Hasher::new();
        hasher.update(statement.kind.name().as_bytes());
        if entities.len() < 2 {
            hasher.update(&statement.id.0.to_le_bytes());
        }
        for entity in entities {
            hasher.update(&entity.to_le_bytes());
        }
        let first = hasher.finalize().as_bytes()[..8]
            .try_into()
            .expect("a hash has 32 bytes");
        EventKey(u64::from_le_bytes(first))
    }
}
