//! Clauses: each verb with its subject, its arguments and the clause that it hangs on.
//!
//! Relations are ClearNLP's (Choi and Palmer 2012), as the trained parse has them. A subject
//! that is not said is found by control: that of the first of two joined verbs, of the verb above
//! an infinitive or participle, or its object where the verb above makes others do something.

mod arguments;
mod doer;
mod joined;
mod left_out;
mod marks;
mod subject;
mod told;

use super::{Filler, Sentence, VerbGroup};
use crate::lexicon::Noun;
use arguments::arguments_of_verb;
use depeche_annotate::EntityKind;
use depeche_text::Span;
use joined::{past_above, telling_above};
use left_out::{is_asked, is_done_by, is_made, is_said_to};
use marks::{condition_above, is_arranged, is_condition, is_question, is_to_come, says_so};
use subject::subject;

pub(crate) use arguments::arguments_of_noun;
pub(crate) use subject::own_subject;

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
    /// Under "if", or asked.
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
        let is_known = match governor {
            Some((_, Link::Relative)) => sentence.clauses[at].group.is_past,
            // "if we left, **as they had asked**".
            Some((_, Link::Adverbial)) => {
                let mut marks = sentence.children_as(verb, &["mark"]);
                marks.any(|mark| sentence.lower(mark) == "as")
            }
            _ => false,
        };
        let is_joined = condition_above(sentence, verb);
        let is_conditional = is_condition(sentence, verb)
            || is_joined
            || is_question(sentence, verb)
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
        || is_made(sentence, verb, &group)
        || is_done_by(sentence, verb, &group);
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
