//! Documents and messages sent or handed over: "sent a cable to", "handed the letter to".

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, PlaceFrom, Recipient};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const TEXTS: &[Noun] = &[Noun::Document];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "sent-from",
        kind: EventType::Send,
        verbs: &["send", "dispatch", "transmit", "cable", "forward"],
        slots: &[
            must(From::Object, Object, Fits::Text),
            must(From::Preposition("from"), Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::ObjectHead(TEXTS),
    },
    Frame {
        rule: "sent",
        kind: EventType::Send,
        verbs: &[
            "send",
            "hand",
            "transmit",
            "forward",
            "deliver",
            "convey",
            "dispatch",
            "submit",
            "present",
            "pass",
            "address",
            "circulate",
            "write",
            "bring",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Text),
            may(From::Preposition("to"), Recipient, Fits::Acts),
            may(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::ObjectHead(TEXTS),
    },
    Frame {
        rule: "gave-document",
        kind: EventType::Send,
        verbs: &["give", "hand", "send"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Recipient, Fits::Acts),
            must(From::SecondObject, Object, Fits::Text),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "gave-document",
        kind: EventType::Send,
        verbs: &["give"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Text),
            must(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::ObjectHead(TEXTS),
    },
    Frame {
        rule: "received-document",
        kind: EventType::Send,
        verbs: &["receive", "get", "obtain"],
        slots: &[
            must(From::Preposition("from"), Actor, Fits::Acts),
            must(From::Object, Object, Fits::Text),
            must(From::Subject, Recipient, Fits::Acts),
        ],
        need: Need::ObjectHead(TEXTS),
    },
    Frame {
        rule: "wrote-to",
        kind: EventType::Send,
        verbs: &["write", "cable"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::Nothing,
    },
];
