//! What the words beside a rare word say of it: that it is a body, a place, or no name at all.

use super::super::Sentence;
use crate::word::Shape;

/// Behind one of these stands a body or firm.
const BODY_BEFORE: &[&str] = &[
    "company",
    "confederation",
    "firm",
    "group",
    "movement",
    "organization",
    "party",
    "union",
];

/// With "of" between them, behind one of these stands a body or firm.
const PART_OF_BODY: &[&str] = &[
    "affiliate",
    "affiliates",
    "employees",
    "headquarters",
    "member",
    "members",
    "subsidiary",
];

/// Before one of these stands a body or firm.
const BODY_AFTER: &[&str] = &[
    "agents",
    "board",
    "candidate",
    "chairman",
    "congress",
    "delegates",
    "delegation",
    "deputies",
    "director",
    "employees",
    "executive",
    "forces",
    "guerrillas",
    "headquarters",
    "leaders",
    "leadership",
    "management",
    "members",
    "negotiators",
    "nominee",
    "officials",
    "party",
    "patrols",
    "personnel",
    "rep",
    "representative",
    "representatives",
    "reps",
    "secgen",
    "session",
    "sources",
    "spokesman",
    "staff",
    "strike",
    "troops",
    "unions",
];

/// Before one of these stands a place.
const PLACE_AFTER: &[&str] = &[
    "airfield", "airport", "area", "border", "district", "province", "raid", "region", "valley",
];

/// Before one of these stand letters for a paper or a question.
const TERM_AFTER: &[&str] = &["principle", "text", "treaty"];

/// With "of" between them, behind one of these stands a paper.
const PART_OF_TERM: &[&str] = &["signature", "signing"];

/// With "of" or "to" behind them they have a country.
pub(super) const SEATED: &[&str] = &[
    "ambassador",
    "embassy",
    "envoy",
    "government",
    "minister",
    "president",
];

/// With these behind it the name of a country is a people's: Norland-er, Norlandi-an.
pub(super) const DEMONYM_ENDINGS: &[&str] = &["n", "an", "ian", "er", "ese", "i", "ish"];

/// Behind one of these stands a place.
pub(super) const PLACE_BEFORE: &[&str] = &["at", "in", "near", "outside"];

/// "Union X", "affiliate of X", "X negotiators".
pub(super) fn is_body(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).map_or("", |at| sentence.folded(at));
    let part = before(1) == "of" && PART_OF_BODY.contains(&before(2));
    part || BODY_BEFORE.contains(&before(1)) || BODY_AFTER.contains(&sentence.folded(at + 1))
}

/// "X raid", "X airport".
pub(super) fn is_site(sentence: &Sentence<'_>, at: usize) -> bool {
    PLACE_AFTER.contains(&sentence.folded(at + 1))
}

/// "The X text", "signature of the X".
pub(super) fn is_term(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).map_or("", |at| sentence.folded(at));
    let article = usize::from(before(1) == "the");
    let part = before(1 + article) == "of" && PART_OF_TERM.contains(&before(2 + article));
    part || TERM_AFTER.contains(&sentence.folded(at + 1))
}

/// "X 12 million", "X 4.20": money.
pub(super) fn is_sum(sentence: &Sentence<'_>, at: usize) -> bool {
    let number = sentence.words.get(at + 1);
    let counted = matches!(sentence.folded(at + 2), "billion" | "million" | "thousand");
    number.is_some_and(|number| {
        number.shape == Shape::Number && (counted || number.text.contains('.'))
    })
}
