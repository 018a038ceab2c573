//! Journeys: "went to", "visited", "arrived in", "left for", "fled to", "X's visit to".

use crate::EventType;
use crate::ParticipantRole::{Actor, PlaceFrom, PlaceTo};
use crate::frames::{Fits, Frame, From, Need, NounFrame, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "went-to",
        kind: EventType::Travel,
        verbs: &[
            "go", "travel", "fly", "come", "return", "proceed", "journey", "head", "flee", "sail",
            "escape", "move", "defect", "emigrate",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("to"), PlaceTo, Fits::Place),
            may(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "arrived-in",
        kind: EventType::Travel,
        verbs: &["arrive", "land"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("at"), PlaceTo, Fits::Place),
            must(From::Preposition("in"), PlaceTo, Fits::Somewhere),
            may(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "left-for",
        kind: EventType::Travel,
        verbs: &["leave", "depart", "start", "embark"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("for"), PlaceTo, Fits::Somewhere),
            may(From::Object, PlaceFrom, Fits::Place),
            may(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "left",
        kind: EventType::Travel,
        verbs: &["leave", "flee"],
        slots: &[
            must(From::Subject, Actor, Fits::Person),
            must(From::Object, PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "left",
        kind: EventType::Travel,
        verbs: &["depart"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "left",
        kind: EventType::Travel,
        verbs: &["withdraw"],
        slots: &[
            must(From::Subject, Actor, Fits::Person),
            must(From::Preposition("from"), PlaceFrom, Fits::Place),
        ],
        need: Need::NoObject,
    },
    Frame {
        rule: "visited",
        kind: EventType::Travel,
        verbs: &["visit", "tour"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, PlaceTo, Fits::Place),
        ],
        need: Need::Nothing,
    },
];

/// A visit that is named without its place: read where its time is said.
pub(crate) const VISIT: &str = "visit";

/// Frames of nouns.
pub(super) const NOUNS: &[NounFrame] = &[
    NounFrame {
        rule: "visit-to",
        kind: EventType::Travel,
        nouns: &["visit", "trip", "journey"],
        slots: &[
            must(From::Preposition("to"), PlaceTo, Fits::Place),
            may(From::Preposition("by"), Actor, Fits::Acts),
            may(From::Preposition("of"), Actor, Fits::Person),
            must(From::Subject, Actor, Fits::Person),
        ],
        need: Need::Nothing,
    },
    NounFrame {
        rule: VISIT,
        kind: EventType::Travel,
        nouns: &["visit"],
        slots: &[
            may(From::Preposition("by"), Actor, Fits::Person),
            may(From::Preposition("of"), Actor, Fits::Person),
            must(From::Subject, Actor, Fits::Person),
        ],
        need: Need::Nothing,
    },
];
