//! What a verb or noun has: objects, prepositional phrases, and what a relative clause stands for.

use super::{Argument, OBJECT_CONTROL, is_somebody, own_subject, told};
use crate::lexicon::Noun;
use crate::sentence::{Sentence, VerbGroup};
use depeche_annotate::EntityKind;

/// Prepositions behind a person's name that belong to the verb before it.
const OF_VERB: &[&str] = &["of", "about", "for", "against", "on"];

pub(super) fn arguments_of_verb<'a>(
    sentence: &Sentence<'a>,
    verb: usize,
    group: &VerbGroup<'a>,
) -> Vec<Argument<'a>> {
    let mut arguments = Vec::new();
    let mut particle = None;
    let mut last = Vec::new();
    for child in sentence.tree.children(verb).iter().copied() {
        match sentence.tree.dep(child) {
            "dobj" if told::WITH_OF.contains(&group.lemma) => {
                told::object_before_of(sentence, (child, group.lemma), &mut arguments);
            }
            // "voted **no**", "voted 7 to 2".
            "dobj" if group.lemma == "vote" && !sentence.tag(child).starts_with("NN") => {}
            "dobj" => arguments.push(argument(sentence, "", child)),
            "dative" if sentence.is_nominal(child) => {
                arguments.insert(0, argument(sentence, "", child));
            }
            // "Veld **with a smile** expressed": how, not what.
            "prep" if child < verb && is_manner(sentence, child) => {}
            // "**To the rebels**, Veld said, it was gold": nobody is told.
            "prep" if sentence.lemma(child) == "to" && is_fronted(sentence, child, verb) => {}
            "prep" | "agent" | "dative" => prepositional(sentence, child, &mut arguments),
            "prt" => particle = Some(sentence.lemma(child)),
            "ccomp" if OBJECT_CONTROL.contains(&group.lemma) => {
                last.extend(raised_object(sentence, child));
            }
            _ => {}
        }
    }
    if arguments.iter().all(|found| !found.preposition.is_empty()) {
        arguments.extend(last);
    }
    if sentence.tree.dep(verb) == "relcl" {
        relative_object(sentence, verb, group, &mut arguments);
    }
    let object = arguments
        .iter()
        .find(|argument| argument.preposition.is_empty())
        .cloned();
    if let (Some(particle), Some(object)) = (particle, &object) {
        let fillers = object.fillers.clone();
        arguments.push(Argument {
            preposition: particle,
            fillers,
        });
    }
    // "held talks **with** Veld": what hangs on the object may be the verb's.
    let last = object.as_ref().and_then(|object| object.fillers.last());
    let last = last.map(|filler| filler.head);
    let noun = object.and_then(|object| Some(object.fillers.first()?.head));
    if let Some(name) = noun.filter(|noun| is_person(sentence, *noun)) {
        // "warned Veld **of** the flood": nothing of this kind belongs to a person's name.
        let mut of_name = arguments_of_noun(sentence, name);
        of_name.retain(|argument| OF_VERB.contains(&argument.preposition));
        arguments.extend(of_name);
    }
    if let Some(noun) = noun.filter(|noun| sentence.tree.mention(*noun).is_none()) {
        let mut of_object = arguments_of_noun(sentence, noun);
        // "held a series of talks **with** Veld".
        let counted = sentence.counted(noun);
        of_object.extend(counted.map_or(Vec::new(), |noun| arguments_of_noun(sentence, noun)));
        // "denied arms and grain **to** Veld": both.
        let last = last.filter(|last| *last != noun && sentence.tree.mention(*last).is_none());
        of_object.extend(last.map_or(Vec::new(), |last| arguments_of_noun(sentence, last)));
        of_object.retain(|argument| argument.preposition != "of");
        // "stressed the importance **to farmers** of rain": nobody is told.
        let is_told = crate::attribution::is_reporting(group.lemma) && group.lemma != "deny";
        let is_sent = sentence
            .noun(noun)
            .and_then(|noun| noun.noun)
            .is_some_and(|noun| {
                matches!(noun.class, Noun::Document | Noun::Proposal | Noun::Favor)
            });
        of_object.retain(|argument| argument.preposition != "to" || !is_told || is_sent);
        arguments.extend(of_object);
    }
    arguments
}

/// "with a smile": "with" and what nobody is.
fn is_manner(sentence: &Sentence<'_>, preposition: usize) -> bool {
    let mut objects = sentence.children_as(preposition, &["pobj"]);
    let is_thing = |word: usize| !is_somebody(sentence, word);
    sentence.lemma(preposition) == "with" && objects.all(is_thing)
}

/// Whether a phrase stands before the subject of its verb.
fn is_fronted(sentence: &Sentence<'_>, preposition: usize, verb: usize) -> bool {
    let mut subjects = sentence.children_as(verb, &["nsubj", "nsubjpass"]);
    subjects.any(|subject| preposition < subject && subject < verb)
}

pub(super) fn is_person(sentence: &Sentence<'_>, word: usize) -> bool {
    let mention = sentence.mention(word);
    mention.is_some_and(|mention| mention.kind == EntityKind::Person)
}

/// The prepositional phrases that hang on a noun.
pub(crate) fn arguments_of_noun<'a>(sentence: &Sentence<'a>, noun: usize) -> Vec<Argument<'a>> {
    let mut arguments = Vec::new();
    for child in sentence.children_as(noun, &["prep", "agent", "dative"]) {
        prepositional(sentence, child, &mut arguments);
    }
    arguments
}

pub(super) fn argument<'a>(
    sentence: &Sentence<'a>,
    preposition: &'a str,
    head: usize,
) -> Argument<'a> {
    Argument {
        preposition,
        fillers: sentence.members(head),
    }
}

/// A prepositional phrase; phrases with the same preposition are one argument.
pub(super) fn prepositional<'a>(
    sentence: &Sentence<'a>,
    preposition: usize,
    arguments: &mut Vec<Argument<'a>>,
) {
    let spelled = sentence.lemma(preposition);
    let name = match (spelled, sentence.tree.dep(preposition)) {
        ("accord", _) => "according to",
        (_, "agent") => "by",
        _ => spelled,
    };
    for child in sentence.tree.children(preposition).iter().copied() {
        match sentence.tree.dep(child) {
            // "asked questions, **for example** on the port": no argument.
            "pobj" if matches!(sentence.lemma(child), "example" | "instance") => {}
            "pobj" if spelled == "at" && sentence.lemma(child) == "time" => {}
            // "on May 3": when, and nobody.
            "pobj" if sentence.tree.time(child).is_some() => {}
            "pobj" => {
                let mut found = argument(sentence, name, child);
                if let Some(noun) = relative_noun(sentence, child) {
                    found.fillers = sentence.members(noun);
                }
                let same = arguments
                    .iter_mut()
                    .find(|other| other.preposition == name && !name.is_empty());
                match same {
                    // "wrote to Veld in a note **to the firm**": only the first is written to.
                    Some(same)
                        if same
                            .fillers
                            .iter()
                            .any(|one| is_somebody(sentence, one.head))
                            && !goes_on(sentence, preposition) => {}
                    Some(same) => same.fillers.extend(found.fillers),
                    None => arguments.push(found),
                }
                // "at Lund **with Veld**": a place is not with anybody.
                let is_named = sentence.words[child].pos == "PROPN";
                let is_place = is_named && matches!(name, "in" | "at")
                    || sentence
                        .mention(child)
                        .is_some_and(|mention| mention.kind == EntityKind::Place);
                let mut with = sentence.children_as(child, &["prep"]);
                let with = with.find(|word| is_place && sentence.lemma(*word) == "with");
                if let Some(with) = with {
                    prepositional(sentence, with, arguments);
                }
            }
            "prep" if name == "according to" => {
                let mut inner = Vec::new();
                prepositional(sentence, child, &mut inner);
                let named = inner.into_iter().map(|inner| Argument {
                    preposition: name,
                    ..inner
                });
                arguments.extend(named);
            }
            // "**outside of** the meeting" is not "of" it.
            "prep" if sentence.lemma(child) == "of" => {
                let mut inner = Vec::new();
                prepositional(sentence, child, &mut inner);
                arguments.extend(inner.into_iter().map(|inner| Argument {
                    preposition: name,
                    ..inner
                }));
            }
            "prep" => prepositional(sentence, child, arguments),
            // "with Veld **and with Kal**".
            "conj" if sentence.lemma(child) == spelled => {
                prepositional(sentence, child, arguments);
            }
            _ => {}
        }
    }
}

/// Whether a second phrase with the same preposition is joined to the first: "to Veld **and to** Kal".
fn goes_on(sentence: &Sentence<'_>, preposition: usize) -> bool {
    const BETWEEN: &[&str] = &[",", "and", "or", "nor", "also", "both", "as", "well"];
    let before = preposition.checked_sub(1);
    before.is_some_and(|before| BETWEEN.contains(&sentence.lower(before).as_str()))
}

/// Of "who", "which" in a relative clause the noun that it stands for.
pub(super) fn relative_noun(sentence: &Sentence<'_>, word: usize) -> Option<usize> {
    if !matches!(sentence.tag(word), "WP" | "WDT") {
        return None;
    }
    let above = sentence.tree.above(word).take(4);
    let clause = std::iter::once(word)
        .chain(above)
        .find(|above| sentence.tree.dep(*above) == "relcl")?;
    Some(sentence.tree.head(clause))
}

/// "the treaty **that** A signed", "the treaty A signed".
fn relative_object<'a>(
    sentence: &Sentence<'a>,
    verb: usize,
    group: &VerbGroup<'a>,
    arguments: &mut Vec<Argument<'a>>,
) {
    let noun = sentence.tree.head(verb);
    if is_told_to(sentence, (verb, noun)) {
        arguments.retain(|found| {
            let mut fillers = found.fillers.iter();
            fillers.all(|filler| sentence.tag(filler.head) != "WDT")
        });
        return;
    }
    // "the way **by which** he helps": it is no object.
    let has_relative = sentence.children_as(verb, &["prep"]).any(|word| {
        let mut below = sentence.children_as(word, &["pobj"]);
        below.any(|word| matches!(sentence.tag(word), "WP" | "WDT"))
    });
    for argument in arguments.iter_mut() {
        let is_relative = argument
            .fillers
            .iter()
            .any(|filler| relative_noun(sentence, filler.head).is_some());
        if is_relative {
            argument.fillers = sentence.members(noun);
        }
    }
    let has_object = arguments.iter().any(|found| found.preposition.is_empty());
    let subject = own_subject(sentence, verb);
    let comma = subject.is_some_and(|subject| {
        let start = sentence.core(subject).start;
        let first = sentence
            .words
            .partition_point(|word| word.span.end <= start);
        first > 0 && sentence.lower(first - 1) == ","
    });
    // "the arms that he proposed **to send**": they are the second verb's.
    let has_infinitive = sentence
        .children_as(verb, &["xcomp", "ccomp"])
        .any(|below| below > verb && sentence.clause_at(below).is_some());
    let is_gap = !has_object
        && !has_relative
        && !has_infinitive
        && !comma
        && !group.is_passive
        && subject.is_some_and(|subject| relative_noun(sentence, subject).is_none())
        && !sentence
            .children_as(verb, &["advmod"])
            .any(|word| matches!(sentence.tag(word), "WRB"));
    if is_gap {
        arguments.push(Argument {
            preposition: "",
            fillers: vec![sentence.filler(noun)],
        });
    }
}

/// "informed the group **that Norland had proposed** to go", which the parse hangs on the group: what
/// they were told, and nothing that was done to them.
fn is_told_to(sentence: &Sentence<'_>, (verb, noun): (usize, usize)) -> bool {
    const HEARD: &[&str] = &[
        "advise", "assure", "brief", "inform", "notify", "remind", "tell", "warn",
    ];
    let above = sentence.tree.head(noun);
    let has_clause = sentence.children_as(verb, &["ccomp"]).next().is_some();
    let marks: &[&str] = match has_clause {
        true => &["mark", "dobj"],
        false => &["mark"],
    };
    let mut marks = sentence.children_as(verb, marks);
    sentence.tree.dep(noun) == "dobj"
        && HEARD.contains(&sentence.lemma(above))
        && is_somebody(sentence, noun)
        && marks.any(|mark| mark < verb && sentence.lower(mark) == "that")
}

/// "asked **him** to go", where the parse has him as the subject of "go".
fn raised_object<'a>(sentence: &Sentence<'a>, complement: usize) -> Option<Argument<'a>> {
    let is_infinitive = sentence
        .children_as(complement, &["aux"])
        .any(|word| sentence.tag(word) == "TO");
    let subject = own_subject(sentence, complement).filter(|_| is_infinitive)?;
    Some(argument(sentence, "", subject))
}
