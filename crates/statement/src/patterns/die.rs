//! Deaths.

use crate::EventType;
use crate::ParticipantRole::{Actor, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "died",
        kind: EventType::Die,
        verbs: &["die"],
        slots: &[must(From::Subject, Target, Fits::Acts)],
        need: Need::Nothing,
    },
    Frame {
        rule: "killed",
        kind: EventType::Die,
        verbs: &["kill", "execute", "hang"],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Person),
        ],
        need: Need::Nothing,
    },
];
