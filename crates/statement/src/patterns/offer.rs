//! Offers, proposals and threats.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "offered",
        kind: EventType::Offer,
        verbs: &["offer"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
            may(From::SecondObject, Object, Fits::Anything),
            may(From::Object, Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "proposed",
        kind: EventType::Offer,
        verbs: &["propose"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
            may(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "threatened",
        kind: EventType::Threaten,
        verbs: &["threaten"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
];
