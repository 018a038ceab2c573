//! What is taken or forbidden by force or law, and forces sent or withdrawn: "seized", "banned",
//! "deployed", "withdrew its troops from".

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, PlaceFrom, PlaceTo, Recipient, Target};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "seized",
        kind: EventType::Coerce,
        verbs: &["annex", "besiege", "encircle", "occupy", "seize"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "banned",
        kind: EventType::Coerce,
        verbs: &[
            "ban",
            "blockade",
            "censor",
            "confiscate",
            "cordon",
            // What the lemmatiser makes of "cordoned".
            "cordone",
            "expropriate",
            "impound",
            "nationalize",
            "outlaw",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "deployed",
        kind: EventType::Mobilize,
        verbs: &[
            "deploy",
            "mass",
            "mobilize",
            "mobilise",
            "reinforce",
            "station",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Acts),
            may(From::Preposition("to"), PlaceTo, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "withdrew",
        kind: EventType::Retreat,
        verbs: &["evacuate", "pull", "withdraw"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Acts),
            must(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "withdrew",
        kind: EventType::Retreat,
        verbs: &["withdraw"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::NoObject,
    },
    Frame {
        rule: "surrendered",
        kind: EventType::Retreat,
        verbs: &["capitulate", "surrender"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::NoObject,
    },
    Frame {
        rule: "investigated",
        kind: EventType::Investigate,
        verbs: &["inspect", "interrogate", "investigate"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
];
