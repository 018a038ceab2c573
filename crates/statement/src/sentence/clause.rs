//! Clauses: each verb with its subject, its arguments and the clause that it hangs on.
//!
//! Relations are ClearNLP's (Choi and Palmer 2012), as the trained parse has them. A subject
//! that is not said is found by control: that of the first of two joined verbs, of the verb above
//! an infinitive or participle, or its object where the verb above makes others do something.

mod doer;
mod joined;
mod left_out;
mod marks;
mod told;

use super::{Filler, Sentence, VerbGroup};
use crate::lexicon::Noun;
use depeche_annotate::EntityKind;
use depeche_text::Span;
use doer::{before_verb, of_doer};
use joined::{past_above, telling_above};
use left_out::{is_asked, is_made, is_said_to};
use marks::{is_arranged, is_condition, is_to_come, says_so};

/// An argument of a verb or noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Argument<'a> {
    /// Its preposition; empty for an object.
    pub(crate) preposition: &'a str,
    /// Its members: "A and B" are two.
    pub(crate) fillers: Vec<Filler>,
}

/// How a clause hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// The infinitive of a verb: "agreed to meet".
    Infinitive,
    /// The infinitive of a noun between: "used the opportunity to meet"; the noun.
    NounInfinitive(usize),
    /// A second verb of the same subject: "met Veld and told her".
    Coordinated,
    /// A relative clause.
    Relative,
    /// "the agreement **signed** in Lund".
    Reduced,
    /// "after meeting Veld".
    Gerund,
    /// A clause of its own that says when or why: "when they met".
    Adverbial,
}

/// A verb group with its subject and arguments.
#[derive(Debug, Clone)]
pub(crate) struct Clause<'a> {
    /// The main verb, as an index into the sentence's words.
    pub(crate) verb: usize,
    /// The verb group.
    pub(crate) group: VerbGroup<'a>,
    /// Who does it, or in the passive to whom it is done.
    pub(crate) subject: Vec<Filler>,
    /// Whether the subject stands with this verb, and is not another's.
    pub(crate) has_own_subject: bool,
    /// The clause that this one hangs on, but not as what is told.
    pub(crate) governor: Option<(usize, Link)>,
    /// The clause of which this one is the content: "**said** that A met B".
    pub(crate) embedding: Option<usize>,
    /// What it has: objects, prepositional phrases; those of a common noun that is its object
    /// come last.
    pub(crate) arguments: Vec<Argument<'a>>,
    /// The verb of its complement clause or infinitive.
    pub(crate) complement: Option<usize>,
    /// Subject, verb and arguments.
    pub(crate) span: Span,
    /// Under "if".
    pub(crate) is_conditional: bool,
}

impl<'a> Clause<'a> {
    /// The members of the first argument with this preposition.
    pub(crate) fn argument(&self, preposition: &str) -> Option<&Argument<'a>> {
        self.arguments
            .iter()
            .find(|argument| argument.preposition == preposition)
    }

    /// The direct object.
    pub(crate) fn object(&self) -> Option<&Argument<'a>> {
        self.argument("")
    }
}

/// Verbs whose object does what the infinitive says.
const OBJECT_CONTROL: &[&str] = &[
    "ask",
    "tell",
    "urge",
    "request",
    "invite",
    "instruct",
    "order",
    "allow",
    "permit",
    "help",
    "persuade",
    "want",
    "expect",
    "authorize",
    "cause",
    "lead",
    "get",
    "press",
    "encourage",
    "advise",
    "convince",
    "compel",
    "require",
    "beg",
    "command",
    "direct",
    "send",
    "warn",
    "forbid",
    "assign",
    "enable",
    "force",
    "dispatch",
];

/// Prepositions behind a person's name that belong to the verb before it.
const OF_VERB: &[&str] = &["of", "about", "for", "against", "on"];

/// Verbs whose object did what follows "for" or "of": "blamed Veld for leaving".
const BLAMING: &[&str] = &[
    "accuse",
    "attack",
    "blame",
    "charge",
    "condemn",
    "criticize",
    "denounce",
    "praise",
    "suspect",
    "thank",
];

/// Relations of what stands with a verb and belongs to its clause.
const WITH_VERB: &[&str] = &[
    "dobj", "dative", "prep", "agent", "prt", "npadvmod", "advmod", "attr", "oprd", "acomp",
];

/// Reads all clauses of a sentence.
pub(super) fn read(sentence: &mut Sentence<'_>) {
    let verbs: Vec<usize> = (0..sentence.words.len())
        .filter(|word| is_verb(sentence, *word))
        .collect();
    for verb in &verbs {
        let above = telling_above(sentence, *verb).or_else(|| past_above(sentence, *verb));
        if let Some(teller) = above {
            sentence.tree.rehang(*verb, teller);
        }
    }
    for verb in verbs {
        let clause = bare(sentence, verb);
        sentence.add_clause(clause);
    }
    for at in sentence.downwards() {
        let verb = sentence.clauses[at].verb;
        let (subject, governor) = subject(sentence, verb);
        let has_own_subject = own_subject(sentence, verb).is_some();
        let governing = governor.map(|(governor, _)| &sentence.clauses[governor]);
        // "if the man **who had left** returns": he had.
        let is_known =
            matches!(governor, Some((_, Link::Relative))) && sentence.clauses[at].group.is_past;
        let is_conditional = is_condition(sentence, verb)
            || governing.is_some_and(|governing| governing.is_conditional && !is_known);
        // "was arrested and later **released**": one auxiliary for both.
        let is_passive_again = matches!(governor, Some((_, Link::Coordinated)))
            && governing.is_some_and(|governing| governing.group.is_passive)
            && sentence.tag(verb) == "VBN"
            && sentence.clauses[at].object().is_none();
        let embedding = embedding(sentence, verb);
        let is_to_come = is_to_come(sentence, verb) || is_arranged(sentence, verb);
        let says_so = says_so(
            sentence,
            (verb, &subject),
            governor.is_none() && embedding.is_none(),
        );
        let clause = &mut sentence.clauses[at];
        clause.group.is_hypothetical &= !says_so;
        clause.group.is_passive |= is_passive_again;
        clause.group.is_gerund |= matches!(governor, Some((_, Link::Gerund)));
        clause.group.is_planned |= is_to_come;
        clause.is_conditional = is_conditional;
        (clause.subject, clause.governor) = (subject, governor);
        clause.has_own_subject = has_own_subject;
        clause.embedding = embedding;
        if has_own_subject {
            for filler in &clause.subject {
                clause.span = clause.span.cover(filler.span);
            }
        }
    }
}

/// Whether a word can stand for people: a name of some, a pronoun, a noun of people or bodies.
fn is_somebody(sentence: &Sentence<'_>, word: usize) -> bool {
    let Some(noun) = sentence.noun(word) else {
        return true;
    };
    let is_named = sentence
        .mention(word)
        .is_some_and(|mention| !matches!(mention.kind, EntityKind::Document | EntityKind::Event));
    let is_listed = noun
        .noun
        .is_some_and(|noun| matches!(noun.class, Noun::Person | Noun::Body | Noun::Document));
    is_named || is_listed || noun.is_pronoun || noun.is_unknown_name || noun.is_quantifier
}

fn is_verb(sentence: &Sentence<'_>, word: usize) -> bool {
    let tag = sentence.tag(word);
    let dep = sentence.tree.dep(word);
    !sentence.tree.is_inner(word)
        && sentence.tree.cover_span(word).is_none()
        && tag.starts_with("VB")
        && matches!(sentence.words[word].pos, "VERB" | "AUX")
        && !matches!(
            dep,
            "aux" | "auxpass" | "amod" | "compound" | "prep" | "case" | "mark" | "det" | "nmod"
        )
}

/// The clause without subject and governor.
fn bare<'a>(sentence: &Sentence<'a>, verb: usize) -> Clause<'a> {
    let mut group = sentence.verb_group(verb);
    group.is_passive |= is_asked(sentence, verb, &group)
        || is_said_to(sentence, verb, &group)
        || is_made(sentence, verb, &group);
    let arguments = arguments_of_verb(sentence, verb, &group);
    let after = sentence.children_as(verb, WITH_VERB);
    let span = after
        .filter(|child| *child > verb)
        .map(|child| sentence.filler(child).span)
        .fold(group.span, Span::cover);
    // "asked Veld **to go to Norland**".
    let infinitive = sentence
        .children_as(verb, &["xcomp"])
        .find(|child| *child > verb);
    let span = infinitive.map_or(span, |child| span.cover(sentence.below(child)));
    Clause {
        verb,
        group,
        subject: Vec::new(),
        has_own_subject: false,
        governor: None,
        embedding: None,
        arguments,
        complement: complement(sentence, verb),
        span,
        is_conditional: false,
    }
}

/// The clause or infinitive that a verb, or the noun that is its object, has.
fn complement(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let own = sentence.children_as(verb, &["ccomp", "xcomp"]).next();
    own.or_else(|| {
        let object = sentence.children_as(verb, &["dobj"]).next()?;
        sentence
            .children_as(object, &["acl"])
            .find(|word| sentence.tag(*word) == "VB")
    })
}

fn arguments_of_verb<'a>(
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

fn is_person(sentence: &Sentence<'_>, word: usize) -> bool {
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

fn argument<'a>(sentence: &Sentence<'a>, preposition: &'a str, head: usize) -> Argument<'a> {
    Argument {
        preposition,
        fillers: sentence.members(head),
    }
}

/// A prepositional phrase; phrases with the same preposition are one argument.
fn prepositional<'a>(
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
            "pobj" => {
                let mut found = argument(sentence, name, child);
                if let Some(noun) = relative_noun(sentence, child) {
                    found.fillers = sentence.members(noun);
                }
                let same = arguments
                    .iter_mut()
                    .find(|other| other.preposition == name && !name.is_empty());
                match same {
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
            "prep" => prepositional(sentence, child, arguments),
            _ => {}
        }
    }
}

/// Of "who", "which" in a relative clause the noun that it stands for.
fn relative_noun(sentence: &Sentence<'_>, word: usize) -> Option<usize> {
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

/// "asked **him** to go", where the parse has him as the subject of "go".
fn raised_object<'a>(sentence: &Sentence<'a>, complement: usize) -> Option<Argument<'a>> {
    let is_infinitive = sentence
        .children_as(complement, &["aux"])
        .any(|word| sentence.tag(word) == "TO");
    let subject = own_subject(sentence, complement).filter(|_| is_infinitive)?;
    Some(argument(sentence, "", subject))
}

/// The subject that stands with a verb.
pub(crate) fn own_subject(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let subjects = || {
        let below = sentence.children_as(verb, &["nsubj", "nsubjpass"]);
        below.filter(|word| sentence.is_nominal(*word) || can_be_subject(sentence.tag(*word)))
    };
    // "“Nonsense,” said Veld": the parse may take a quoted word for a second subject.
    let is_quoted = sentence.is_quoted(verb);
    let mut likewise = subjects().filter(|word| sentence.is_quoted(*word) == is_quoted);
    let first = likewise.next().or_else(|| subjects().next())?;
    // "Mr. President, the staff decided": who is spoken to stands before who does it.
    let before = likewise.take_while(|word| *word < verb).last();
    Some(before.unwrap_or(first))
}

/// Tags of words that are subjects without being nouns: "who", "**many** of them feel", "half
/// said".
fn can_be_subject(tag: &str) -> bool {
    matches!(
        tag,
        "WP" | "WDT" | "JJ" | "JJR" | "JJS" | "RB" | "RBS" | "RBR" | "FW" | "UH"
    )
}

/// The clause of which this verb's is the content.
fn embedding(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let head = sentence.tree.head(verb);
    let is_content = matches!(sentence.tree.dep(verb), "ccomp" | "parataxis") && head != verb;
    // "A left; B thinks that C stays": what stands before the mark is nobody's thought.
    let is_cut = (verb..head).any(|word| sentence.lower(word) == ";");
    // "A, Veld **said**, seems to stay": who says it is not part of what seems.
    let is_aside = crate::attribution::is_reporting(sentence.lemma(verb))
        && (verb < head || sentence.tree.dep(verb) == "parataxis");
    sentence
        .clause_at(head)
        .filter(|_| is_content && !is_cut && !is_aside)
}

type Subject = (Vec<Filler>, Option<(usize, Link)>);

fn subject(sentence: &Sentence<'_>, verb: usize) -> Subject {
    let head = sentence.tree.head(verb);
    let above = sentence.clause_at(head).filter(|_| head != verb);
    let dep = sentence.tree.dep(verb);
    if let Some(own) = own_subject(sentence, verb) {
        let governor = match dep {
            "relcl" => sentence.clause_above(verb).map(|at| (at, Link::Relative)),
            "advcl" => above.map(|at| (at, Link::Adverbial)),
            _ => None,
        };
        let noun = relative_noun(sentence, own);
        return (sentence.members(noun.unwrap_or(own)), governor);
    }
    let is_infinitive = sentence.verb_group(verb).is_infinitive;
    match dep {
        "conj" => shared(sentence, above, Link::Coordinated),
        // "is about to go", "is ready to go": the verb above the adjective has the subject.
        "xcomp" | "ccomp" | "advcl" if is_infinitive && above.is_none() => {
            shared(sentence, sentence.clause_above(verb), Link::Infinitive)
        }
        "xcomp" | "ccomp" if is_infinitive || dep == "xcomp" => controlled(sentence, above),
        "advcl" if is_infinitive => shared(sentence, above, Link::Infinitive),
        "advcl" => of_doer(sentence, shared(sentence, above, Link::Gerund)),
        "pcomp" => after_preposition(sentence, head),
        "acl" if is_infinitive => of_noun(sentence, head),
        "acl" => {
            let governor = sentence.clause_above(verb);
            let governor = governor.map(|at| (at, Link::Reduced));
            (vec![before_verb(sentence, head, verb)], governor)
        }
        _ => (Vec::new(), None),
    }
}

/// Whether a word names people or is a noun of them.
fn is_people(sentence: &Sentence<'_>, word: usize) -> bool {
    let noun = sentence.noun(word).and_then(|noun| noun.noun);
    is_person(sentence, word) || noun.is_some_and(|noun| noun.class == Noun::Person)
}

fn shared(sentence: &Sentence<'_>, above: Option<usize>, link: Link) -> Subject {
    match above {
        Some(above) => (sentence.clauses[above].subject.clone(), Some((above, link))),
        None => (Vec::new(), None),
    }
}

/// The subject of an infinitive under a verb: its subject, or of some verbs its object.
fn controlled(sentence: &Sentence<'_>, above: Option<usize>) -> Subject {
    let Some(above) = above else {
        return (Vec::new(), None);
    };
    let clause = &sentence.clauses[above];
    let object = clause
        .object()
        .filter(|_| OBJECT_CONTROL.contains(&clause.group.lemma) && !clause.group.is_passive);
    let subject = object.map_or(&clause.subject, |object| &object.fillers);
    (subject.clone(), Some((above, Link::Infinitive)))
}

/// "after meeting Veld", "the possibility of meeting Veld".
fn after_preposition(sentence: &Sentence<'_>, preposition: usize) -> Subject {
    let above = sentence.tree.head(preposition);
    if let Some(at) = sentence.clause_at(above) {
        let (subject, governor) = of_doer(sentence, shared(sentence, Some(at), Link::Gerund));
        let clause = &sentence.clauses[at];
        let is_kept = sentence.lemma(preposition) == "from";
        let is_blamed =
            (BLAMING.contains(&clause.group.lemma) || is_kept) && !clause.group.is_passive;
        let blamed = clause.object().filter(|_| is_blamed);
        return (
            blamed.map_or(subject, |object| object.fillers.clone()),
            governor,
        );
    }
    match sentence.clause_above(preposition) {
        // "**the envoy**, in answering, said".
        Some(clause) if is_people(sentence, above) => {
            let governor = Some((clause, Link::Gerund));
            (vec![sentence.filler(above)], governor)
        }
        Some(clause) if sentence.is_nominal(above) => {
            shared(sentence, Some(clause), Link::NounInfinitive(above))
        }
        _ => (Vec::new(), None),
    }
}

/// "Veld's plan to visit Norland", "used the opportunity to meet": but in "a plot to kill" nobody
/// is known.
fn of_noun(sentence: &Sentence<'_>, noun: usize) -> Subject {
    let governor = sentence.clause_above(noun);
    let link = Link::NounInfinitive(noun);
    let owner = sentence.children_as(noun, &["poss"]).next();
    // "**Norish** intervention to stop it".
    let named = || {
        let mut before = sentence.children_as(noun, &["compound", "nmod", "amod"]);
        before.find(|word| sentence.tree.mention(*word).is_some())
    };
    if let Some(owner) = owner.or_else(named) {
        return (vec![sentence.filler(owner)], governor.map(|at| (at, link)));
    }
    let is_object = matches!(sentence.tree.dep(noun), "dobj" | "attr" | "pobj");
    let is_others =
        governor.is_some_and(|at| OF_OTHERS.contains(&sentence.clauses[at].group.lemma));
    shared(sentence, governor.filter(|_| is_object && !is_others), link)
}

/// Verbs of what others mean to do: "discussed **a plan to leave**" says nobody's plan.
const OF_OTHERS: &[&str] = &[
    "approve",
    "condemn",
    "criticize",
    "describe",
    "discuss",
    "endorse",
    "favor",
    "fear",
    "note",
    "mention",
    "oppose",
    "recommend",
    "regret",
    "report",
    "request",
    "resent",
    "support",
    "suggest",
    "urge",
    "welcome",
    "block",
    "crush",
    "foil",
    "prevent",
    "reject",
    "resist",
    "thwart",
    "veto",
];
