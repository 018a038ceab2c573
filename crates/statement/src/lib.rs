//! What is said to have happened, who told whom, and who is who: statements, tellings, entities.

mod attribution;
mod chain;
mod conversation;
mod copies;
mod draft;
mod earlier_mail;
mod entity;
mod event_key;
mod frames;
mod lexicon;
mod mood;
mod names_compared;
mod patterns;
mod reading;
mod scene;
mod sentence;
mod statement;
mod telling;
#[cfg(test)]
mod tests;
mod who;
mod who_is_who;

pub use copies::{CopyCandidate, CopyFinder, Overlap, Sketch};
pub use entity::{Entity, EntityId, EntityMention, Role};
pub use event_key::EventKey;
pub use names_compared::{
    NAME_TABLES_NOTICE, NameComparison, NameDifference, SAME_NAME, compare_bodies, compare_people,
};
pub use reading::{Reading, VERSION, read};
pub use statement::{
    By, EventType, Modality, Participant, ParticipantRole, Polarity, Statement, StatementId, Where,
};
pub use telling::{Attribution, Medium, Party, Telling};
pub use who_is_who::{
    Join, JoinRule, NamesAgree, PeopleJoined, PersonRecord, join_people, names_agree,
};
