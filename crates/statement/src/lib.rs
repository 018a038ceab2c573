//! What is said to have happened, who told whom, and who is who: statements, tellings, entities.

mod attribution;
mod chain;
mod conversation;
mod draft;
mod entity;
mod event_key;
mod frames;
mod lexicon;
mod mood;
mod patterns;
mod reading;
mod scene;
mod sentence;
mod statement;
mod telling;
#[cfg(test)]
mod tests;
mod who;

pub use entity::{Entity, EntityId, EntityMention, Role};
pub use event_key::EventKey;
pub use reading::{Reading, read};
pub use statement::{
    By, EventType, Modality, Participant, ParticipantRole, Polarity, Statement, StatementId, Where,
};
pub use telling::{Attribution, Medium, Party, Telling};
