//! Refusals and denials.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Target};
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
        rule: "denied-something",
        kind: EventType::Reject,
        verbs: &["deny"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
            must(From::SecondObject, Object, Fits::Thing),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "denied-something",
        kind: EventType::Reject,
        verbs: &["deny"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Thing),
            must(From::Preposition("to"), Target, Fits::Acts),
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
