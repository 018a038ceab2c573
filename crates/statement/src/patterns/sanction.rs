//! Relations broken off or cut down, sanctions imposed.

use crate::EventType;
use crate::ParticipantRole::{Actor, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const RELATIONS: &[Noun] = &[Noun::Relation];
const MEASURES: &[Noun] = &[Noun::Sanction];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "broke-relations",
        kind: EventType::Sanction,
        verbs: &[
            "break",
            "cut",
            "downgrade",
            "end",
            "reduce",
            "sever",
            "suspend",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Target, Fits::Acts),
            may(From::Preposition("to"), Target, Fits::Acts),
        ],
        need: Need::ObjectHeadAndTwo(RELATIONS),
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
