//! Relations broken off or cut down, sanctions imposed.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const RELATIONS: &[Noun] = &[Noun::Relation];
const AGREEMENTS: &[Noun] = &[Noun::Agreement];
const MEASURES: &[Noun] = &[Noun::Sanction];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "broke-relations",
        kind: EventType::Sanction,
        verbs: &[
            "abandon",
            "break",
            "cut",
            "downgrade",
            "end",
            "freeze",
            "reduce",
            "rupture",
            "sever",
            "suspend",
            "terminate",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Target, Fits::Acts),
            may(From::Preposition("to"), Target, Fits::Acts),
        ],
        need: Need::ObjectHeadAndTwo(RELATIONS),
    },
    Frame {
        rule: "broke-agreement",
        kind: EventType::Sanction,
        verbs: &[
            "abandon",
            "abrogate",
            "break",
            "cancel",
            "denounce",
            "repudiate",
            "suspend",
            "terminate",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Object, Fits::Anything),
            may(From::Preposition("with"), Target, Fits::Acts),
        ],
        need: Need::ObjectHead(AGREEMENTS),
    },
    Frame {
        rule: "imposed-sanctions",
        kind: EventType::Sanction,
        verbs: &["declare", "impose", "lift", "place"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("on"), Target, Fits::Acts),
            may(From::Preposition("against"), Target, Fits::Acts),
        ],
        need: Need::ObjectHead(MEASURES),
    },
];
