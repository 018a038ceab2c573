//! Who does what a verb says: its own subject, or that of the verb or noun that it hangs on.

use super::arguments::{is_person, relative_noun};
use super::doer::{before_verb, of_doer};
use super::left_out::is_done_by;
use super::{Link, OBJECT_CONTROL};
use crate::lexicon::Noun;
use crate::sentence::{Filler, Sentence};

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
    "object",
    "oppose",
    "protest",
    "question",
    "recommend",
    "refer",
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

/// Nouns of what is spoken of, whoever might do it.
const OF_NOBODY: &[&str] = &[
    "advisability",
    "desirability",
    "detail",
    "discussion",
    "feasibility",
    "idea",
    "issue",
    "matter",
    "possibility",
    "problem",
    "proposal",
    "question",
    "recommendation",
    "report",
    "statement",
    "suggestion",
    "view",
];

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

/// Who does it, and the clause that he is taken from.
pub(super) type Subject = (Vec<Filler>, Option<(usize, Link)>);

pub(super) fn subject(sentence: &Sentence<'_>, verb: usize) -> Subject {
    let (subject, governor) = any_subject(sentence, verb);
    let is_of_nobody = own_subject(sentence, verb).is_none()
        && governor.is_some_and(|(above, link)| {
            is_of_nothing(sentence, above)
                || link == Link::Coordinated && is_done_to_other(sentence, (verb, above))
        });
    match is_of_nobody {
        true => (Vec::new(), governor),
        false => (subject, governor),
    }
}

/// "He proposed an appeal by air and **endorsed by Kal**", "it reads “**approved by Kal**”": not he, nor
/// it.
fn is_done_to_other(sentence: &Sentence<'_>, (verb, above): (usize, usize)) -> bool {
    let group = sentence.verb_group(verb);
    let above = &sentence.clauses[above];
    !above.group.is_passive && !group.is_passive && is_done_by(sentence, verb, &group)
}

/// "whether proposed", "as requested", "if asked": a participle of something else.
fn is_said_of_it(sentence: &Sentence<'_>, verb: usize) -> bool {
    let mut marks = sentence.children_as(verb, &["mark"]);
    sentence.tag(verb) == "VBN"
        && marks.any(|mark| {
            matches!(
                sentence.lower(mark).as_str(),
                "as" | "if" | "than" | "unless" | "whether"
            )
        })
}

/// "**it** has become hard to leave": nobody.
fn is_of_nothing(sentence: &Sentence<'_>, above: usize) -> bool {
    const OWN: &[&str] = &[
        "able",
        "afraid",
        "anxious",
        "bound",
        "content",
        "due",
        "eager",
        "free",
        "glad",
        "inclined",
        "liable",
        "likely",
        "prepared",
        "ready",
        "reluctant",
        "set",
        "unable",
        "unlikely",
        "unwilling",
        "willing",
    ];
    let verb = sentence.clauses[above].verb;
    let is_it = own_subject(sentence, verb).is_some_and(|word| sentence.lower(word) == "it");
    let mut adjectives = sentence.children_as(verb, &["acomp"]);
    let links = matches!(
        sentence.lemma(verb),
        "appear" | "be" | "become" | "look" | "prove" | "seem"
    );
    is_it && links && adjectives.any(|word| !OWN.contains(&sentence.lower(word).as_str()))
}

fn any_subject(sentence: &Sentence<'_>, verb: usize) -> Subject {
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
        // "**whether proposed** by them or not", "**as requested**": not what is above.
        "advcl" if is_said_of_it(sentence, verb) => (Vec::new(), None),
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
        // "his views **on leaving**", "the question **of leaving**": nobody is said to leave.
        Some(clause) if OF_NOBODY.contains(&sentence.lemma(above)) => {
            (Vec::new(), Some((clause, Link::NounInfinitive(above))))
        }
        Some(clause) if sentence.is_nominal(above) => {
            shared(sentence, Some(clause), Link::NounInfinitive(above))
        }
        // "is **successful in leaving**": as far as that is so, whoever it is.
        Some(clause) if sentence.tag(above).starts_with("JJ") => {
            (Vec::new(), Some((clause, Link::Gerund)))
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
    // "concern **over** efforts to leave": anybody's.
    let is_topic = matches!(
        sentence.lemma(sentence.tree.head(noun)),
        "about" | "against" | "concerning" | "over" | "regarding"
    );
    let is_object = matches!(sentence.tree.dep(noun), "dobj" | "attr" | "pobj") && !is_topic;
    let is_others =
        governor.is_some_and(|at| OF_OTHERS.contains(&sentence.clauses[at].group.lemma));
    shared(sentence, governor.filter(|_| is_object && !is_others), link)
}
