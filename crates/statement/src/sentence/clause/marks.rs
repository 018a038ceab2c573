//! What the words around a verb say of when and whether: conditions, times to come, what is said by
//! saying so.

use super::own_subject;
use crate::sentence::{Filler, Sentence};

/// "I **must insist** that", "we would add that": who says so says it.
pub(super) fn says_so(
    sentence: &Sentence<'_>,
    (verb, subject): (usize, &[Filler]),
    is_main: bool,
) -> bool {
    const SAYING: &[&str] = &[
        "add",
        "admit",
        "confess",
        "emphasize",
        "insist",
        "note",
        "repeat",
        "say",
        "stress",
        "underline",
    ];
    let mut below = sentence.children_as(verb, &["ccomp"]);
    let has_clause = below.any(|below| below > verb);
    let is_own = subject
        .iter()
        .all(|filler| matches!(sentence.lower(filler.head).as_str(), "i" | "we"));
    let mut others = sentence.children_as(verb, &["neg", "prep", "dative", "dobj"]);
    is_main
        && is_own
        && !subject.is_empty()
        && has_clause
        && SAYING.contains(&sentence.lemma(verb))
        && others.next().is_none()
}

/// Whether a clause says under what condition: "if", "provided that".
pub(super) fn is_condition(sentence: &Sentence<'_>, verb: usize) -> bool {
    let mut marks = sentence.children_as(verb, &["mark"]);
    let has_mark = marks.any(|mark| {
        matches!(
            sentence.lower(mark).as_str(),
            "if" | "unless" | "whether" | "lest"
        )
    });
    // "**provided** they leave": a participle that only joins clauses.
    let above = sentence.tree.head(verb);
    let is_provided = above < verb
        && matches!(
            sentence.lower(above).as_str(),
            "provided" | "providing" | "assuming" | "supposing"
        )
        && own_subject(sentence, above).is_none();
    has_mark || is_provided
}

/// "before he **leaves**", "when they **meet**": a time to come in the words of the present.
pub(super) fn is_to_come(sentence: &Sentence<'_>, verb: usize) -> bool {
    let is_present = matches!(sentence.tag(verb), "VBZ" | "VBP");
    let mut marks = sentence.children_as(verb, &["mark", "advmod"]);
    let has_mark = marks.any(|mark| {
        mark < verb
            && matches!(
                sentence.lower(mark).as_str(),
                "before" | "until" | "till" | "when" | "once" | "after"
            )
    });
    sentence.tree.dep(verb) == "advcl" && is_present && has_mark
}

/// "we **are leaving** tomorrow", "I **am seeing** Kal": arranged.
pub(super) fn is_arranged(sentence: &Sentence<'_>, verb: usize) -> bool {
    const ARRANGED: &[&str] = &[
        "arrive", "depart", "dine", "fly", "leave", "lunch", "return", "sail", "see",
    ];
    let mut auxiliaries = sentence.children_as(verb, &["aux"]);
    let is_present = auxiliaries.any(|word| {
        let lower = sentence.lower(word);
        matches!(lower.as_str(), "am" | "is" | "are" | "'m" | "'re" | "'s")
    });
    sentence.tag(verb) == "VBG" && is_present && ARRANGED.contains(&sentence.lemma(verb))
}
