//! Conversations by telephone or other wire.

use crate::EventType;
use crate::ParticipantRole::{Actor, Counterpart};
use crate::frames::{Fits, Frame, From, Need, NounFrame, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[Frame {
    rule: "telephoned",
    kind: EventType::Call,
    verbs: &["telephone", "phone"],
    slots: &[
        must(From::Subject, Actor, Fits::Acts),
        must(From::Object, Counterpart, Fits::Acts),
    ],
    need: Need::Nothing,
}];

/// Frames of nouns; "telephone" stands before the noun.
pub(super) const NOUNS: &[NounFrame] = &[NounFrame {
    rule: "telephone-call",
    kind: EventType::Call,
    nouns: &["call"],
    slots: &[
        may(From::Preposition("between"), Actor, Fits::Acts),
        may(From::Preposition("from"), Actor, Fits::Person),
        may(From::Subject, Actor, Fits::Person),
        may(From::Preposition("with"), Counterpart, Fits::Person),
        may(From::Preposition("to"), Counterpart, Fits::Person),
    ],
    need: Need::Two,
}];
