//! Relations taken up or widened: "restored ties with".

use crate::EventType;
use crate::ParticipantRole::{Actor, Counterpart};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const RELATIONS: &[Noun] = &[Noun::Relation];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "took-up-relations",
        kind: EventType::Cooperate,
        verbs: &[
            "deepen",
            "develop",
            "establish",
            "expand",
            "improve",
            "mend",
            "normalize",
            "cement",
            "consolidate",
            "enhance",
            "forge",
            "promote",
            "reestablish",
            "renew",
            "resume",
            "restore",
            "strengthen",
            "upgrade",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::ObjectHeadAndTwo(RELATIONS),
    },
    Frame {
        rule: "cooperated",
        kind: EventType::Cooperate,
        verbs: &["cooperate", "collaborate", "side"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::Two,
    },
    Frame {
        rule: "recognized",
        kind: EventType::Cooperate,
        verbs: &["recognize", "recognise"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Counterpart, Fits::Named),
        ],
        need: Need::Nothing,
    },
];
