//! The words that make of what hangs on them a plan, a wish, a failure.

use crate::Modality;
use crate::attribution::is_reporting;

/// What a verb makes of the infinitive or clause under it.
pub(crate) fn embedded(lemma: &str) -> Option<Modality> {
    let found = EMBEDDING.iter().find(|(_, lemmas)| lemmas.contains(&lemma));
    found.map(|(modality, _)| *modality)
}

const EMBEDDING: &[(Modality, &[&str])] = &[
    (
        Modality::Planned,
        &[
            "plan",
            "intend",
            "agree",
            "decide",
            "arrange",
            "schedule",
            "expect",
            "prepare",
            "promise",
            "pledge",
            "swear",
            "undertake",
            "vow",
            "order",
            "instruct",
            "authorize",
            "appoint",
            "seek",
        ],
    ),
    (
        Modality::Hypothetical,
        &[
            "ask",
            "request",
            "urge",
            "propose",
            "offer",
            "want",
            "wish",
            "desire",
            "hope",
            "threaten",
            "invite",
            "press",
            "demand",
            "need",
            "like",
            "consider",
            "suggest",
            "recommend",
            "believe",
            "think",
            "fear",
            "suspect",
            "doubt",
            "insist",
            "prefer",
            "require",
            "predict",
            "speculate",
            "appeal",
            "call",
            "allow",
            "permit",
            "advise",
            "encourage",
            "warn",
            "imply",
            "feel",
            "estimate",
            "love",
            "favor",
            "wonder",
            "assume",
        ],
    ),
    (
        Modality::Thwarted,
        &["fail", "try", "attempt", "prevent", "foil", "thwart"],
    ),
    (
        Modality::Alleged,
        &["claim", "allege", "contend", "seem", "appear", "accuse"],
    ),
    (Modality::Denied, &["deny"]),
];

/// Verbs whose infinitive took place when they did.
pub(super) const FACTIVE: &[&str] = &[
    "manage", "come", "continue", "begin", "start", "use", "help", "cause", "lead", "compel",
    "force", "oblige", "proceed", "happen", "take", "get", "succeed", "go", "fly", "travel", "see",
    "watch", "hear",
];

/// Verbs whose clause is so, whoever might know it.
pub(super) const KNOWING: &[&str] = &[
    "forget",
    "know",
    "learn",
    "realize",
    "recognize",
    "regret",
    "remember",
    "see",
    "understand",
];

/// Verbs by which somebody is kept "from" doing something, and what that makes of it.
pub(super) fn kept_from(lemma: &str) -> Option<Modality> {
    match lemma {
        "bar" | "block" | "keep" | "prevent" | "restrain" | "stop" => Some(Modality::Thwarted),
        "deter" | "discourage" | "dissuade" | "forbid" | "prohibit" | "refrain" => {
            Some(Modality::Hypothetical)
        }
        _ => None,
    }
}

/// Verbs of what somebody thinks of doing, by their preposition: "insisted **on leaving**", "looks
/// forward **to meeting** her".
pub(super) fn thought_of(lemma: &str, preposition: &str) -> Option<Modality> {
    match (lemma, preposition) {
        ("look" | "count" | "plan" | "decide" | "agree", "to" | "on" | "upon") => {
            Some(Modality::Planned)
        }
        ("insist", "on" | "upon") | ("think" | "dream", "of" | "about") | ("aim", "at") => {
            Some(Modality::Hypothetical)
        }
        _ => None,
    }
}

/// How firmly a noun has what "that" says of it: "the **rumor** that".
pub(super) fn told_as(noun: &str) -> Option<Modality> {
    match noun {
        "accusation" | "allegation" | "charge" | "claim" | "impression" | "rumor" | "rumour"
        | "suggestion" | "suspicion" => Some(Modality::Alleged),
        "assumption" | "belief" | "chance" | "danger" | "expectation" | "fear" | "hope"
        | "idea" | "likelihood" | "possibility" | "prospect" | "risk" | "theory" => {
            Some(Modality::Hypothetical)
        }
        _ => None,
    }
}

/// What is said by wishing to say it: "wished **to assure** him".
pub(super) const SAID_BY_WISH: &[&str] = &[
    "assure",
    "congratulate",
    "emphasize",
    "express",
    "reaffirm",
    "reassure",
    "reiterate",
    "stress",
    "thank",
];

/// Nouns whose infinitive is intended.
pub(super) const PLAN_NOUNS: &[&str] = &[
    "plan",
    "agreement",
    "decision",
    "arrangement",
    "plot",
    "order",
    "promise",
    "conspiracy",
];

/// Adjectives by which what the infinitive says does not come about.
pub(super) const IMPOSSIBLE: &[&str] = &[
    "impossible",
    "impracticable",
    "powerless",
    "unable",
    "unwilling",
];

/// Adjectives of how somebody feels about what he does: it is done.
pub(super) const GLAD: &[&str] = &[
    "amused",
    "delighted",
    "disappointed",
    "gratified",
    "glad",
    "happy",
    "honored",
    "honoured",
    "pleased",
    "proud",
    "relieved",
    "sad",
    "shocked",
    "sorry",
    "surprised",
];

/// Adjectives of how something was done.
pub(super) const MANNER: &[&str] = &["careful", "prompt", "quick", "slow", "swift"];

/// Adjectives of what is intended.
pub(super) const DUE: &[&str] = &[
    "about",
    "determined",
    "due",
    "poised",
    "prepared",
    "ready",
    "resolved",
    "scheduled",
    "set",
];

/// Verbs that with "not" say that it was done: "did not fail to".
pub(super) const UNFAILING: &[&str] = &["fail", "forget", "hesitate", "neglect", "omit"];

/// Verbs of sending word.
pub(super) const WRITING: &[&str] = &[
    "cable",
    "call",
    "phone",
    "telegraph",
    "telephone",
    "wire",
    "write",
];

/// Whether a verb says what a message does.
pub(super) fn is_message(lemma: &str) -> bool {
    is_reporting(lemma)
        || matches!(
            lemma,
            "ask" | "congratulate" | "invite" | "protest" | "request" | "thank" | "urge"
        )
}
