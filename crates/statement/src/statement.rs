//! An event as told: the words, the event, and its chain of tellings.

use crate::{Party, Telling};
use depeche_document::DocumentId;
use depeche_text::Span;
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of a statement: hash of the document and of what was read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StatementId(pub u64);

impl StatementId {
    /// The id of what was read at these spans of a document.
    pub fn of(document: DocumentId, kind: EventType, span: Span, trigger: Span) -> StatementId {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&document.0).update(kind.name().as_bytes());
        for offset in [span.start, span.end, trigger.start, trigger.end] {
            hasher.update(&offset.to_le_bytes());
        }
        let hash = hasher.finalize();
        let first: [u8; 8] = hash.as_bytes()[..8]
            .try_into()
            .expect("a hash has 32 bytes");
        StatementId(u64::from_le_bytes(first))
    }
}

impl fmt::Display for StatementId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "s_{:016x}", self.0)
    }
}

impl fmt::Debug for StatementId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

macro_rules! event_types {
    ($($variant:ident $name:literal $plover:literal $doc:literal;)*) => {
        /// What is said to have happened. PLOVER: Political Language Ontology for Verifiable
        /// Event Records, event types and modes (Halterman et al., 2023).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum EventType { $(#[doc = $doc] $variant,)* }

        impl EventType {
            /// Every type, in the order of this table.
            pub const ALL: &'static [EventType] = &[$(EventType::$variant,)*];

            /// The word for it in queries, JSON and pages.
            pub fn name(self) -> &'static str {
                match self { $(EventType::$variant => $name,)* }
            }

            /// Its PLOVER event type.
            pub fn plover(self) -> &'static str {
                match self { $(EventType::$variant => $plover,)* }
            }
        }
    };
}

event_types! {
    Meet "meet" "CONSULT" "Came together to talk.";
    Tell "tell" "CONSULT" "Told, briefed, reported.";
    Send "send" "CONSULT" "Sent or handed over a document or message.";
    Agree "agree" "AGREE" "Reached an agreement.";
    Sign "sign" "AGREE" "Signed a text.";
    Travel "travel" "CONSULT" "Went, visited, fled.";
    Call "call" "CONSULT" "Spoke by telephone or other wire.";
    Request "request" "REQUEST" "Asked for something.";
    Offer "offer" "AGREE" "Offered or proposed something.";
    Threaten "threaten" "THREATEN" "Threatened.";
    Reject "reject" "REJECT" "Refused, rejected.";
    Deny "deny" "REJECT" "Denied.";
    Appoint "appoint" "COOPERATE" "Named to an office.";
    Resign "resign" "CONCEDE" "Left an office.";
    Arrest "arrest" "COERCE" "Arrested, detained.";
    Release "release" "CONCEDE" "Released people.";
    Expel "expel" "SANCTION" "Expelled people.";
    Attack "attack" "ASSAULT" "Attacked, plotted to attack.";
    Aid "aid" "AID" "Gave goods, money or help.";
    Decide "decide" "MOBILIZE" "Decided.";
    Vote "vote" "SUPPORT" "Voted.";
    Die "die" "ASSAULT" "Died, was killed.";
    Cooperate "cooperate" "COOPERATE" "Took up or widened relations, recognized, worked together.";
    Sanction "sanction" "SANCTION" "Broke off or cut down relations, imposed sanctions.";
    Support "support" "SUPPORT" "Welcomed, praised, endorsed.";
    Accuse "accuse" "ACCUSE" "Accused, condemned, criticized.";
    Protest "protest" "PROTEST" "Protested, demonstrated.";
    Coerce "coerce" "COERCE" "Seized, banned, blockaded, occupied.";
    Mobilize "mobilize" "MOBILIZE" "Mobilized or deployed forces.";
    Retreat "retreat" "RETREAT" "Withdrew forces, surrendered.";
    Investigate "investigate" "INVESTIGATE" "Investigated, inspected.";
}

/// Whether it is told as having happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// Told as having happened.
    Positive,
    /// Told as not having happened.
    Negative,
}

/// How firmly it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Told as a fact.
    Asserted,
    /// Intended, arranged, announced.
    Planned,
    /// Conditional, requested, offered, proposed.
    Hypothetical,
    /// Tried and failed.
    Thwarted,
    /// Told with distance by its own teller.
    Alleged,
    /// Somebody denies it.
    Denied,
}

/// What a participant does in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantRole {
    /// Who does it.
    Actor,
    /// The other side of a meeting or agreement.
    Counterpart,
    /// Who gets what is sent or told.
    Recipient,
    /// Whom or what it is done to.
    Target,
    /// What is sent, signed, given.
    Object,
    /// Where from.
    PlaceFrom,
    /// Where to.
    PlaceTo,
}

/// One who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// As what.
    pub role: ParticipantRole,
    /// Who.
    pub party: Party,
}

/// A place of an event or telling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Where {
    /// Index into [`crate::Reading::entities`].
    pub entity: Option<u32>,
    /// Its name.
    pub name: String,
    /// Its words.
    pub span: Option<Span>,
}

/// Who made a statement, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// The annotator's name.
    pub annotator: String,
    /// Its version.
    pub version: u32,
    /// The rule's name.
    pub rule: String,
}

/// An event as told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Hash of the document and what was read.
    pub id: StatementId,
    /// What happened.
    pub kind: EventType,
    /// The words that tell it.
    pub span: Span,
    /// The word that named the event.
    pub trigger: Span,
    /// Who took part, in text order of their words.
    pub participants: Vec<Participant>,
    /// Where.
    pub place: Option<Where>,
    /// When.
    pub time: Option<TimeExpression>,
    /// Whether it is told as having happened.
    pub polarity: Polarity,
    /// How firmly.
    pub modality: Modality,
    /// Statements of the same document that this one is about.
    pub about: Vec<StatementId>,
    /// From the origin outward; the last is the document itself.
    pub chain: Vec<Telling>,
    /// Who made it.
    pub by: By,
}
