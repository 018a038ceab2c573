//! Passives of which telegrams leave out the auxiliary: "Veld elected chairman".

use super::arguments::is_person;
use super::{is_somebody, own_subject};
use crate::lexicon::Noun;
use crate::sentence::{Determiner, Sentence, VerbGroup};
use depeche_annotate::EntityKind;

/// "Embassy requested transmit text": telegrams leave out "is" and "to", and the one asked is the
/// subject.
pub(super) fn is_asked(sentence: &Sentence<'_>, verb: usize, group: &VerbGroup<'_>) -> bool {
    const ASKED: &[&str] = &["ask", "authorize", "direct", "instruct", "request", "urge"];
    let is_bare_verb = |below: usize| {
        let mut parts = sentence.children_as(below, &["aux", "nsubj", "mark"]);
        below == verb + 1 && sentence.tag(below) == "VB" && parts.next().is_none()
    };
    let mut below = sentence.children_as(verb, &["xcomp", "ccomp", "dobj"]);
    ASKED.contains(&group.lemma) && group.is_bare && below.any(is_bare_verb)
}

/// "Lund, which reported to have fallen": telegrams leave out "is", and nobody reports to have.
pub(super) fn is_said_to(sentence: &Sentence<'_>, verb: usize, group: &VerbGroup<'_>) -> bool {
    const SAID: &[&str] = &["allege", "believe", "report", "rumor", "say", "think"];
    let mut below = sentence.children_as(verb, &["xcomp", "ccomp"]);
    let is_infinitive = below.any(|below| {
        let mut parts = sentence.children_as(below, &["aux"]);
        below > verb && sentence.tag(below) != "VBG" && parts.any(|to| sentence.tag(to) == "TO")
    });
    let mut objects = sentence.children_as(verb, &["dobj"]);
    SAID.contains(&group.lemma) && group.is_bare && is_infinitive && objects.next().is_none()
}

/// "Veld elected chairman": telegrams leave out "was", and nobody elects a title.
pub(super) fn is_made(sentence: &Sentence<'_>, verb: usize, group: &VerbGroup<'_>) -> bool {
    const MADE: &[&str] = &["appoint", "designate", "elect", "name", "nominate"];
    let mut objects = sentence.children_as(verb, &["dobj", "oprd", "dative"]);
    let title = objects.next().and_then(|word| sentence.noun(word));
    let is_title = title.is_some_and(|title| {
        let is_person = title
            .noun
            .is_some_and(|noun| noun.class == Noun::Person && !noun.plural);
        title.mention.is_none() && title.determiner == Determiner::Bare && is_person
    });
    let somebody = own_subject(sentence, verb).filter(|word| is_person(sentence, *word));
    let is_only = objects.next().is_none();
    MADE.contains(&group.lemma) && group.is_bare && is_title && is_only && somebody.is_some()
}

/// "Norland, threatened **by Sudland**", "confirmed by all": a participle without "was" and without
/// object, done by somebody or something.
pub(super) fn is_done_by(sentence: &Sentence<'_>, verb: usize, group: &VerbGroup<'_>) -> bool {
    let mut objects = sentence.children_as(verb, &["dobj", "dative", "ccomp", "xcomp"]);
    let mut agents = sentence.children_as(verb, &["agent"]);
    let tells = crate::attribution::is_reporting(group.lemma);
    let is_by = agents.any(|by| {
        let mut doers = sentence.children_as(by, &["pobj"]);
        !tells || doers.any(|doer| is_somebody(sentence, doer) && !is_paper(sentence, doer))
    });
    group.is_bare && is_by && objects.next().is_none()
}

fn is_paper(sentence: &Sentence<'_>, word: usize) -> bool {
    let mention = sentence.mention(word);
    mention.is_some_and(|mention| mention.kind == EntityKind::Document)
}
