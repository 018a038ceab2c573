//! Votes.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "voted",
        kind: EventType::Vote,
        verbs: &["vote"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Thing),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "voted",
        kind: EventType::Vote,
        verbs: &["vote"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("for"), Object, Fits::Anything),
            may(From::Preposition("against"), Object, Fits::Anything),
        ],
        need: Need::NoObject,
    },
];
