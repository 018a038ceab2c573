//! Meetings: "met with", "held talks with", "received", "called on", "a meeting between".

use crate::EventType;
use crate::ParticipantRole::{Actor, Counterpart};
use crate::frames::{Fits, Frame, From, Need, NounFrame, may, must};
use crate::lexicon::Noun;

const MEETINGS: &[Noun] = &[Noun::Meeting];
const CREDENTIALS: &[Noun] = &[Noun::Credential];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "met",
        kind: EventType::Meet,
        verbs: &["meet"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Counterpart, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::TwoOfPeople,
    },
    Frame {
        rule: "held-talks",
        kind: EventType::Meet,
        verbs: &[
            "hold", "have", "conduct", "begin", "open", "resume", "conclude",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::ObjectHeadAndTwo(MEETINGS),
    },
    Frame {
        rule: "conferred",
        kind: EventType::Meet,
        verbs: &["confer", "consult", "lunch", "dine", "talk", "speak"],
        slots: &[
            must(From::Subject, Actor, Fits::Person),
            must(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "negotiated",
        kind: EventType::Meet,
        verbs: &["confer", "consult", "negotiate", "celebrate"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("with"), Counterpart, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "presented-credentials",
        kind: EventType::Meet,
        verbs: &["present"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("to"), Counterpart, Fits::Acts),
        ],
        need: Need::ObjectHead(CREDENTIALS),
    },
    Frame {
        rule: "hosted",
        kind: EventType::Meet,
        verbs: &["host"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Counterpart, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "called-on",
        kind: EventType::Meet,
        verbs: &["call"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("on"), Counterpart, Fits::Person),
        ],
        need: Need::NoInfinitive,
    },
    Frame {
        rule: "received",
        kind: EventType::Meet,
        verbs: &["receive", "see", "visit"],
        slots: &[
            must(From::Subject, Actor, Fits::Person),
            must(From::Object, Counterpart, Fits::Person),
        ],
        need: Need::NoInfinitive,
    },
];

/// Frames of nouns.
pub(super) const NOUNS: &[NounFrame] = &[NounFrame {
    rule: "meeting-between",
    kind: EventType::Meet,
    nouns: &[
        "meeting",
        "talks",
        "talk",
        "discussion",
        "consultation",
        "conversation",
        "lunch",
        "luncheon",
        "dinner",
        "breakfast",
        "interview",
        "audience",
        "session",
        "summit",
        "encounter",
        "negotiation",
        "dialogue",
    ],
    slots: &[
        may(From::Preposition("between"), Actor, Fits::Acts),
        may(From::Preposition("of"), Actor, Fits::Person),
        may(From::Subject, Actor, Fits::Acts),
        may(From::Preposition("with"), Counterpart, Fits::Acts),
    ],
    need: Need::Two,
}];
