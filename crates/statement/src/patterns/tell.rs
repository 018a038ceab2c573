//! Tellings as events: "told", "briefed", "said". Who told whom in a chain is `attribution`.

use crate::EventType;
use crate::ParticipantRole::{Actor, Object, Recipient};
use crate::frames::{Fits, Frame, From, Need, may, must};

/// Frames of verbs.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        rule: "warned",
        kind: EventType::Tell,
        verbs: &["warn", "caution", "alert"],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Object, Recipient, Fits::Acts),
            may(From::Preposition("of"), Object, Fits::Anything),
            may(From::Preposition("about"), Object, Fits::Anything),
            may(From::Preposition("against"), Object, Fits::Anything),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "told",
        kind: EventType::Tell,
        verbs: &[
            "tell", "inform", "brief", "advise", "notify", "assure", "remind", "reassure",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            must(From::Object, Recipient, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "was-told",
        kind: EventType::Tell,
        verbs: &[
            "tell", "inform", "brief", "advise", "notify", "assure", "warn",
        ],
        slots: &[must(From::Object, Recipient, Fits::Acts)],
        need: Need::Passive,
    },
    Frame {
        rule: "said",
        kind: EventType::Tell,
        verbs: &[
            "say",
            "state",
            "report",
            "announce",
            "declare",
            "claim",
            "assert",
            "explain",
            "emphasize",
            "stress",
            "remark",
            "mention",
            "reply",
            "reveal",
            "disclose",
            "comment",
            "admit",
            "acknowledge",
            "confirm",
            "complain",
            "allege",
            "testify",
            "argue",
            "insist",
            "reiterate",
            "affirm",
            "contend",
            "deny",
        ],
        slots: &[
            must(From::Subject, Actor, Fits::Acts),
            may(From::Preposition("to"), Recipient, Fits::Acts),
        ],
        need: Need::Nothing,
    },
    Frame {
        rule: "document-says",
        kind: EventType::Tell,
        verbs: &[
            "give", "contain", "mention", "say", "state", "report", "describe", "note", "reveal",
            "show", "indicate", "detail",
        ],
        slots: &[must(From::Subject, Actor, Fits::Text)],
        need: Need::Nothing,
    },
];
