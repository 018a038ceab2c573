//! Which of the set's codes a type of ours stands for.
//!
//! The set's verbs come from the KEDS project, so that most of its codes are those of WEIS (World
//! Event/Interaction Survey, McClelland 1976), some are CAMEO's (Schrodt 2012), and some are of
//! no system: they only test a feature of PETRARCH. A type stands for its class in both systems,
//! as beginnings of codes. Where the two give one number two meanings (04 is WEIS's "approve" and
//! CAMEO's "consult"), CAMEO's is given to three digits. New types are known by their PLOVER code.

use depeche_statement::{EventType, Modality, Polarity, Statement};

/// Beginnings of the codes of a PLOVER type, WEIS's before CAMEO's.
const PLOVER: &[(&str, &[&str])] = &[
    ("AGREE", &["08", "03", "057"]),
    ("CONSULT", &["03", "042", "043", "044", "045", "046"]),
    ("SUPPORT", &["04", "05"]),
    ("CONCEDE", &["01", "06", "08"]),
    ("COOPERATE", &["06", "05"]),
    ("AID", &["07", "06"]),
    ("RETREAT", &["01", "08"]),
    ("INVESTIGATE", &["09"]),
    ("REQUEST", &["09", "10", "15", "02"]),
    ("ACCUSE", &["12", "11"]),
    ("REJECT", &["11", "14", "12"]),
    ("THREATEN", &["16", "17", "13"]),
    ("PROTEST", &["13", "14"]),
    ("MOBILIZE", &["18", "15"]),
    ("SANCTION", &["19", "20", "16"]),
    ("COERCE", &["21", "17"]),
    ("ASSAULT", &["22", "18", "19", "20"]),
];

/// The same of our own types, where they are narrower.
const TYPES: &[(EventType, &[&str])] = &[
    (EventType::Tell, &["02", "01"]),
    (EventType::Travel, &["032", "033", "042", "043"]),
    (EventType::Offer, &["05", "10", "03"]),
    (EventType::Deny, &["14", "01"]),
    (EventType::Release, &["06", "084"]),
    (EventType::Expel, &["20", "174"]),
    (EventType::Decide, &[]),
    (EventType::Vote, &[]),
];

/// What is intended: WEIS's promise, CAMEO's intent to cooperate; of hostile acts a threat.
const PLANNED: &[&str] = &["05", "03"];
const THREATENED: &[&str] = &["17", "13"];

/// WEIS's warning, which is a telling here.
const WARNED: &str = "16";

/// What of meetings, agreements and ties does not come about or is put off: WEIS and CAMEO reduce relations.
const REDUCED: &[&str] = &["19", "16"];

/// Beginnings of the codes that a statement stands for.
pub(super) fn codes(statement: &Statement) -> Vec<&'static str> {
    let plover = statement.kind.plover();
    let narrower = TYPES.iter().find(|(kind, _)| *kind == statement.kind);
    let plain = match narrower {
        Some((_, codes)) => *codes,
        None => of_plover(plover),
    };
    let is_hostile = matches!(plover, "ASSAULT" | "COERCE" | "SANCTION");
    let fails = statement.polarity == Polarity::Negative
        || matches!(statement.modality, Modality::Thwarted | Modality::Denied);
    let mut codes = plain.to_vec();
    match statement.modality {
        Modality::Planned | Modality::Hypothetical if is_hostile => codes.extend(THREATENED),
        Modality::Planned | Modality::Hypothetical => codes.extend(PLANNED),
        _ => {}
    }
    if statement.by.rule == "warned" {
        codes.push(WARNED);
    }
    let is_less = fails || statement.by.rule == "put-off";
    if is_less && matches!(plover, "CONSULT" | "AGREE" | "COOPERATE") {
        codes.extend(REDUCED);
    }
    codes
}

/// The codes of a PLOVER type.
fn of_plover(plover: &str) -> &'static [&'static str] {
    let found = PLOVER.iter().find(|(name, _)| *name == plover);
    found.map_or(&[], |(_, codes)| *codes)
}

/// Those of a telling: WEIS's comment, CAMEO's public statement.
pub(super) const COMMENT: &[&str] = &["02", "01"];

/// Whether a code is none of WEIS's 22 or CAMEO's 20 classes.
pub(super) fn is_foreign(code: &str) -> bool {
    let class = code.get(..2).and_then(|class| class.parse::<u32>().ok());
    !class.is_some_and(|class| (1..=22).contains(&class))
}

/// Whether both sides do it to each other.
pub(super) fn is_mutual(kind: EventType) -> bool {
    matches!(
        kind,
        EventType::Meet | EventType::Agree | EventType::Sign | EventType::Call
    )
}
