//! Offices taken and left.

use crate::EventType;
use crate::ParticipantRole::{Actor, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "appointed",
        kind: EventType::Appoint,
        verbs: &["appoint", "nominate", "elect"],
        slots: &[
            must(From::Object, Target, Fits::Person),
            may(From::Subject, Actor, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "resigned",
        kind: EventType::Resign,
        verbs: &["resign"],
        slots: &[must(From::Subject, Actor, Fits::Acts)],
        need: Need::Nothing,
    },
    Frame {
        rule: "dismissed",
        kind: EventType::Resign,
        verbs: &["dismiss", "sack", "oust", "depose"],
        slots: &[
            must(From::Object, Target, Fits::Person),
            may(From::Subject, Actor, Fits::Acts),
        ],
        need: Need::Nothing,
    },
];
