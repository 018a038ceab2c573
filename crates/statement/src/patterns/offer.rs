//! Offers, proposals and threats.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const GIVEN: &[Noun] = &[Noun::Aid, Noun::Favor];

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
        rule: "promised",
        kind: EventType::Offer,
        verbs: &["promise", "pledge"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            may(From::Preposition("to"), Recipient, Fits::Anything),
        ],
        need: Need::ObjectHead(GIVEN),
    },
    Frame {
        rule: "promised-something",
        kind: EventType::Offer,
        verbs: &["promise", "pledge"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Recipient, Fits::Acts),
            must(From::SecondObject, Object, Fits::Anything),
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
        need: Need::ToSomebody,
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
