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
    has_mark || is_provided || is_in_case(sentence, verb)
}

/// "if they come and **we leave**, all is lost": both are conditions, where they stand before what
/// hangs on them.
pub(super) fn condition_above(sentence: &Sentence<'_>, verb: usize) -> bool {
    let joined = sentence.tree.head(verb);
    let above = sentence.tree.head(joined);
    let is_clause = matches!(sentence.tree.dep(joined), "advcl" | "ccomp");
    let mut marks = sentence.children_as(joined, &["mark"]);
    let is_if = marks.any(|mark| matches!(sentence.lower(mark).as_str(), "if" | "unless"));
    let is_front = match above < joined {
        // "**supposing** that they come and we leave".
        true => sentence.tree.head(above) > verb,
        false => above > verb,
    };
    sentence.tree.dep(verb) == "conj"
        && joined < verb
        && is_clause
        && is_front
        && (is_if || is_condition(sentence, joined))
}

/// "**in case** they attack", "**in the event** they sign".
fn is_in_case(sentence: &Sentence<'_>, verb: usize) -> bool {
    let Some(subject) = own_subject(sentence, verb).filter(|subject| *subject < verb) else {
        return false;
    };
    let start = sentence.core(subject).start;
    let first = sentence
        .words
        .partition_point(|word| word.span.end <= start);
    let mut before = sentence.words[..first]
        .iter()
        .rev()
        .map(|word| sentence.slice(word.span).to_lowercase())
        .skip_while(|word| word == "that");
    let noun = before.next();
    let mut before = before.skip_while(|word| word == "the");
    matches!(noun.as_deref(), Some("case" | "event")) && before.next().as_deref() == Some("in")
}

/// "**Has** he not **been told** that it is late?": asked, and not said.
pub(super) fn is_question(sentence: &Sentence<'_>, verb: usize) -> bool {
    let ends = sentence.words.iter().rev().take(3);
    let is_asked = ends
        .map(|word| sentence.slice(word.span))
        .any(|word| word == "?");
    let subject = own_subject(sentence, verb);
    let mut auxiliaries = sentence.children_as(verb, &["aux", "auxpass"]);
    let first = auxiliaries.next();
    is_asked
        && !sentence.is_quoted(verb)
        && matches!(sentence.tree.dep(verb), "ROOT" | "conj" | "ccomp")
        && first.zip(subject).is_some_and(|(first, subject)| {
            first < subject && subject < verb && sentence.tag(first) != "TO"
        })
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

/// "we **are leaving** tomorrow", "I **am seeing** Kal", "he said he **was leaving**": arranged.
pub(super) fn is_arranged(sentence: &Sentence<'_>, verb: usize) -> bool {
    const ARRANGED: &[&str] = &[
        "arrive", "come", "depart", "dine", "fly", "go", "leave", "lunch", "return", "sail", "see",
    ];
    let above = sentence.tree.head(verb);
    let is_told = sentence.tree.dep(verb) == "ccomp"
        && matches!(sentence.tag(above), "VBD" | "VBN")
        && crate::attribution::is_reporting(sentence.lemma(above));
    let mut auxiliaries = sentence.children_as(verb, &["aux"]);
    let is_present = auxiliaries.any(|word| {
        let lower = sentence.lower(word);
        matches!(lower.as_str(), "am" | "is" | "are" | "'m" | "'re" | "'s")
            || is_told && matches!(lower.as_str(), "was" | "were")
    });
    sentence.tag(verb) == "VBG" && is_present && ARRANGED.contains(&sentence.lemma(verb))
}
