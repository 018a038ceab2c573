//! People arrested, released, expelled.

use crate::EventType;
use crate::ParticipantRole::{Actor, PlaceFrom, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "arrested",
        kind: EventType::Arrest,
        verbs: &["arrest", "detain", "imprison", "jail", "capture", "kidnap"],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "released",
        kind: EventType::Release,
        verbs: &["release", "free"],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "expelled",
        kind: EventType::Expel,
        verbs: &["expel", "deport"],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
            may(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
];
