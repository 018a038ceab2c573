//! Goods, money and help given.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const AID: &[Noun] = &[Noun::Aid];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "gave-aid",
        kind: EventType::Aid,
        verbs: &[
            "provide", "supply", "give", "grant", "extend", "send", "deliver", "furnish",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            may(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::ObjectHead(AID),
    },
    Frame {
        rule: "contributed",
        kind: EventType::Aid,
        verbs: &["contribute", "donate"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
            must(From::Preposition("to"), Recipient, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "received-aid",
        kind: EventType::Aid,
        verbs: &["receive", "get", "obtain", "accept"],
        slots: &[
            must(From::Preposition("from"), Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            must(From::Subject, Recipient, Fits::Acts),
        ],
        need: Need::ObjectHead(AID),
    },
    Frame {
        rule: "supplied-with",
        kind: EventType::Aid,
        verbs: &["provide", "supply", "equip", "arm"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Recipient, Fits::Acts),
            must(From::Preposition("with"), Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
];
