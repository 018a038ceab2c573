//! Blame and protest: "accused", "condemned", "protested against".

use crate::EventType;
use crate::ParticipantRole::{Actor, Recipient, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "accused",
        kind: EventType::Accuse,
        verbs: &["accuse", "blame", "charge"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "condemned",
        kind: EventType::Accuse,
        verbs: &[
            "attack",
            "assail",
            "berate",
            "castigate",
            "censure",
            "chastise",
            "chide",
            "condemn",
            "criticize",
            "criticise",
            "decry",
            "denounce",
            "deplore",
            "lambast",
            "lambaste",
            "rebuke",
            "reprimand",
            "reproach",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "protested",
        kind: EventType::Protest,
        verbs: &["protest"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
            may(From::Preposition("against"), Target, Fits::Anything),
            may(From::Object, Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "demonstrated",
        kind: EventType::Protest,
        verbs: &["demonstrate", "rally", "riot", "strike"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("against"), Target, Fits::Anything),
        ],
        need: Need::Alone,
    },
];
