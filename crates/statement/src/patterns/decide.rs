//! Decisions.

use crate::EventType;
use crate::ParticipantRole::Actor;
use crate::frames::{Fits, Frame, From, Need, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[Frame {
    rule: "decided",
    kind: EventType::Decide,
    verbs: &["decide"],
    slots: &[must(From::Subject, Actor, Fits::Acts)],
    need: Need::Nothing,
}];
