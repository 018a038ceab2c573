//! Refusals and denials.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "rejected",
        kind: EventType::Reject,
        verbs: &["reject", "refuse", "decline"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "opposed",
        kind: EventType::Reject,
        verbs: &["oppose", "veto"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "denied",
        kind: EventType::Deny,
        verbs: &["deny"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
];
