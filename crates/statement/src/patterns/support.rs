//! Approval: "welcomed", "praised", "endorsed", "supported".

use crate::EventType;
use crate::ParticipantRole::{Actor, Object};
use crate::frames::{Fits, Frame, From, Need, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[Frame {
    rule: "welcomed",
    kind: EventType::Support,
    verbs: &[
        "applaud",
        "approve",
        "back",
        "commend",
        "congratulate",
        "endorse",
        "hail",
        "praise",
        "support",
        "welcome",
    ],
    slots: &[
        must(From::Subject, Actor, Fits::Acts),
        must(From::Object, Object, Fits::Anything),
    ],
    need: Need::Nothing,
}];
