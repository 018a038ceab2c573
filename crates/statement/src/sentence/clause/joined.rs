//! Second verbs that the parse joins to what is told, and that go on with the telling.

use super::{is_somebody, own_subject};
use crate::sentence::Sentence;

/// "She said that the ships were there and **added** that", which the parse hangs on the ships: the
/// telling that the second one goes on with, where what is told has nobody who could tell.
pub(super) fn telling_above(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let tells = |verb: usize| crate::attribution::is_reporting(sentence.lemma(verb));
    let told = sentence.tree.head(verb);
    let above = sentence.tree.head(told);
    let is_joined = sentence.tree.dep(verb) == "conj" && sentence.tree.dep(told) == "ccomp";
    let is_same = sentence.tag(verb) == sentence.tag(above) && tells(verb) && tells(above);
    if !is_joined || !is_same || above > told || own_subject(sentence, verb).is_some() {
        return None;
    }
    let subject = own_subject(sentence, told)?;
    let is_done_to = sentence.tree.dep(subject) == "nsubjpass";
    (is_done_to || !is_somebody(sentence, subject)).then_some(above)
}

/// "She announced that the ships would try to leave and **denounced** Kal", which the parse hangs on
/// "try" or "leave": what is told as past shares no auxiliary with what is not.
pub(super) fn past_above(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let is_joined = sentence.tree.dep(verb) == "conj" && sentence.tag(verb) == "VBD";
    if !is_joined || own_subject(sentence, verb).is_some() {
        return None;
    }
    let mut below = sentence.tree.head(verb);
    let is_open = |verb: usize| {
        let mut auxiliaries = sentence.children_as(verb, &["aux"]);
        sentence.tag(verb) == "VB" || auxiliaries.any(|word| sentence.tag(word) == "MD")
    };
    while is_open(below) && matches!(sentence.tree.dep(below), "ccomp" | "xcomp") {
        let above = sentence.tree.head(below);
        if above >= below {
            return None;
        }
        below = above;
    }
    let is_above = below != sentence.tree.head(verb) && sentence.tag(below) == "VBD";
    is_above.then_some(below)
}
