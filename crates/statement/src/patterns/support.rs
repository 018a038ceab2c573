//! Approval: "welcomed", "praised", "endorsed", "supported".

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient};
use crate::frames::{Fits, Frame, From, Need, may, must};
use crate::lexicon::Noun;

const FAVOR: &[Noun] = &[Noun::Favor];

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "welcomed",
        kind: EventType::Support,
        verbs: &[
            "applaud",
            "approve",
            "back",
            "commend",
            "congratulate",
            "endorse",
            "hail",
            "praise",
            "support",
            "welcome",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "voiced-support",
        kind: EventType::Support,
        verbs: &[
            "declare",
            "express",
            "extend",
            "offer",
            "pledge",
            "reaffirm",
            "reassert",
            "reiterate",
            "renew",
            "voice",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("for"), Object, Fits::Anything),
            may(From::Preposition("to"), Recipient, Fits::Acts),
            may(From::Preposition("toward"), Object, Fits::Anything),
            must(From::Preposition("with"), Object, Fits::Anything),
        ],
        need: Need::ObjectHead(FAVOR),
    },
    Frame {
        rule: "gave-support",
        kind: EventType::Support,
        verbs: &["extend", "give", "lend", "offer", "pledge"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Preposition("to"), Recipient, Fits::Anything),
        ],
        need: Need::ObjectHead(FAVOR),
    },
];
