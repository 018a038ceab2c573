//! Attacks and plots: "attacked", "blew up", "a plot by A to blow up B".

use crate::EventType;
use crate::ParticipantRole::{Actor, Target};
use crate::frames::{Fits, Frame, From, Need, NounFrame, may, must};
use crate::lexicon::Noun;

const ATTACKS: &[Noun] = &[Noun::Attack];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "attacked",
        kind: EventType::Attack,
        verbs: &[
            "ambush",
            "attack",
            "bomb",
            "bombard",
            "shell",
            "invade",
            "assassinate",
            "raid",
            "murder",
            "storm",
            "strafe",
            "strike",
            "torpedo",
        ],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "launched-attack",
        kind: EventType::Attack,
        verbs: &[
            "launch",
            "mount",
            "stage",
            "conduct",
            "carry",
            "wage",
            "make",
            "undertake",
            "begin",
            "start",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("on"), Target, Fits::Acts),
            may(From::Preposition("upon"), Target, Fits::Acts),
            may(From::Preposition("into"), Target, Fits::Place),
            must(From::Preposition("against"), Target, Fits::Acts),
        ],
        need: Need::ObjectHead(ATTACKS),
    },
    Frame {
        rule: "shot",
        kind: EventType::Attack,
        verbs: &[
            "shoot", "wound", "injure", "beat", "stab", "torture", "poison",
        ],
        slots: &[
            may(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Person),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "destroyed",
        kind: EventType::Attack,
        verbs: &[
            "burn", "destroy", "loot", "ransack", "sabotage", "trash", "wreck",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "fired-on",
        kind: EventType::Attack,
        verbs: &["fire", "shoot"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("on"), Target, Fits::Acts),
            may(From::Preposition("upon"), Target, Fits::Acts),
            may(From::Preposition("into"), Target, Fits::Acts),
            must(From::Preposition("near"), Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "fired-at",
        kind: EventType::Attack,
        verbs: &["fire", "shoot", "lob"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("at"), Target, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "fired-at",
        kind: EventType::Attack,
        verbs: &["launch"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("at"), Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "fought",
        kind: EventType::Attack,
        verbs: &["battle", "clash", "fight"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Target, Fits::Acts),
            may(From::Preposition("with"), Target, Fits::Acts),
            may(From::Preposition("against"), Target, Fits::Acts),
        ],
        need: Need::Two,
    },
    Frame {
        rule: "blew-up",
        kind: EventType::Attack,
        verbs: &["blow"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("up"), Target, Fits::Acts),
        ],
        need: Need::Nothing,
    },
];

/// Frames of nouns; a target that stands in the infinitive is added by `nominal`.
pub(super) const NOUNS: &[NounFrame] = &[NounFrame {
    rule: "plot-by",
    kind: EventType::Attack,
    nouns: &[
        "plot",
        "attack",
        "assault",
        "bombing",
        "conspiracy",
        "raid",
        "assassination",
        "ambush",
        "attempt",
    ],
    slots: &[
        must(From::Preposition("by"), Actor, Fits::Acts),
        may(From::Preposition("on"), Target, Fits::Acts),
        may(From::Preposition("against"), Target, Fits::Acts),
        may(From::Preposition("of"), Target, Fits::Acts),
    ],
    need: Need::Nothing,
}];
