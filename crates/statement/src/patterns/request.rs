//! Requests: "asked X to", "requested", "urged X to", "called on X to".

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "asked-to",
        kind: EventType::Request,
        verbs: &[
            "ask", "urge", "invite", "request", "press", "beg", "instruct", "implore", "exhort",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Recipient, Fits::Acts),
            may(From::Preposition("for"), Object, Fits::Anything),
        ],
        need: Need::Complement,
    },
    Frame {
        rule: "called-on-to",
        kind: EventType::Request,
        verbs: &["call", "appeal"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
            must(From::Preposition("on"), Recipient, Fits::Acts),
        ],
        need: Need::Complement,
    },
    Frame {
        rule: "called-for",
        kind: EventType::Request,
        verbs: &["call", "press", "plead"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("on"), Recipient, Fits::Acts),
            must(From::Preposition("for"), Object, Fits::Thing),
        ],
        need: Need::NoInfinitive,
    },
    Frame {
        rule: "asked-for",
        kind: EventType::Request,
        verbs: &["ask", "appeal"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("for"), Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "requested",
        kind: EventType::Request,
        verbs: &["request", "demand"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            may(From::Preposition("from"), Recipient, Fits::Acts),
        ],
        need: Need::Nothing,
    },
];
