//! Who does what a participle or gerund says, and whose words of it are his.

use super::is_somebody;
use super::subject::Subject;
use crate::lexicon::Noun;
use crate::sentence::{Filler, Sentence};
use depeche_text::Span;

/// "**teachers** striking for wages": who strikes, without the strike.
pub(super) fn before_verb(sentence: &Sentence<'_>, head: usize, verb: usize) -> Filler {
    let mut filler = sentence.filler(head);
    let start = sentence.verb_group(verb).span.start;
    let before = sentence
        .words
        .partition_point(|word| word.span.start < start);
    let end = before
        .checked_sub(1)
        .map(|last| sentence.words[last].span.end);
    let end = end.filter(|end| head < verb && *end >= sentence.node_span(head).end);
    filler.span.end = filler.span.end.min(end.unwrap_or(filler.span.end));
    let words = sentence.slice(filler.span);
    let own = words.trim_end_matches(['(', '[', ',', ';', ' ']).len();
    filler.span = Span::new(0, own).shifted(filler.span.start as usize);
    filler
}

/// "The draft should be sent before **showing** it to Kal": nobody is said to show it.
pub(super) fn of_doer(sentence: &Sentence<'_>, (subject, governor): Subject) -> Subject {
    let is_done_to = governor.is_some_and(|(above, _)| sentence.clauses[above].group.is_passive);
    let is_thing = subject
        .iter()
        .all(|filler| !is_somebody(sentence, filler.head) || is_document(sentence, filler.head));
    match is_done_to && is_thing {
        true => (Vec::new(), governor),
        false => (subject, governor),
    }
}

fn is_document(sentence: &Sentence<'_>, word: usize) -> bool {
    let noun = sentence.noun(word).and_then(|noun| noun.noun);
    noun.is_some_and(|noun| noun.class == Noun::Document)
}
