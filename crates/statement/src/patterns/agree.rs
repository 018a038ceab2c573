//! Agreements reached and texts signed.

use crate::EventType;
use crate::ParticipantRole::{Actor, Counterpart, Object};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const AGREEMENTS: &[Noun] = &[Noun::Agreement];
const SIGNED: &[Noun] = &[Noun::Agreement, Noun::Document];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "signed",
        kind: EventType::Sign,
        verbs: &["sign", "initial"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::ObjectHead(SIGNED),
    },
    Frame {
        rule: "was-signed-between",
        kind: EventType::Sign,
        verbs: &["sign", "initial"],
        slots: &[
            must(From::Object, Object, Fits::Anything),
            must(From::Preposition("between"), Actor, Fits::Acts),
        ],
        need: Need::ObjectHead(SIGNED),
    },
    Frame {
        rule: "made-agreement",
        kind: EventType::Agree,
        verbs: &[
            "make",
            "reach",
            "conclude",
            "strike",
            "negotiate",
            "arrange",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
        ],
        need: Need::ObjectHeadAndTwo(AGREEMENTS),
    },
    Frame {
        rule: "adopted-text",
        kind: EventType::Agree,
        verbs: &["adopt", "ratify"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::ObjectHeadAndActors(SIGNED),
    },
    Frame {
        rule: "agreed-with",
        kind: EventType::Agree,
        verbs: &["agree"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::Two,
    },
];
