//! What is said to have happened, who told whom, and who is who: statements, tellings, entities.

mod entity;
mod event_key;
mod reading;
mod statement;
mod telling;
mod who;

pub use entity::{Entity, EntityId, EntityMention, Role};
pub use event_key::EventKey;
pub use reading::{Reading, read};
pub use statement::{
    By, EventType, Modality, Participant, ParticipantRole, Polarity, Statement, StatementId, Where,
};
pub use telling::{Medium, Party, Telling};
