//! Polarity and modality: negation, plans, conditions, attempts, hearsay.

mod infinitive;
mod words;

pub(crate) use words::embedded;

use crate::attribution::is_reporting;
use crate::frames::Filled;
use crate::sentence::{Clause, Determiner, Filler, Link, Sentence};
use crate::{Modality, Polarity};
use words::{FACTIVE, KNOWING, kept_from, thought_of};

/// How firmly something is told, and whether it lies in the past of its teller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mood {
    pub(crate) polarity: Polarity,
    pub(crate) modality: Modality,
    pub(crate) is_past: bool,
}

impl Mood {
    pub(crate) const PAST: Mood = Mood {
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        is_past: true,
    };

    /// The same, less firm: what is already not asserted stays so.
    pub(crate) fn under(self, modality: Modality) -> Mood {
        if self.modality == Modality::Asserted {
            return Mood { modality, ..self };
        }
        self
    }
}

/// The mood of a clause, through the verbs that it hangs on.
pub(crate) fn of_clause(sentence: &Sentence<'_>, clause: &Clause<'_>, filled: &Filled) -> Mood {
    let mut mood = own(clause);
    let negative = |(_, filler): &(crate::ParticipantRole, Filler)| {
        let noun = sentence.noun(filler.head);
        noun.is_some_and(|noun| noun.determiner == Determiner::Negative)
    };
    let object = clause.object().and_then(|object| object.fillers.first());
    let negated_object = object
        .and_then(|object| sentence.noun(object.head))
        .is_some_and(|noun| noun.determiner == Determiner::Negative);
    if filled.iter().any(negative) || negated_object {
        mood.polarity = Polarity::Negative;
    }
    let mood = through_governors(sentence, clause, mood);
    // "an amendment **to be offered** by Veld".
    let is_due = clause.group.is_passive && sentence.tree.dep(clause.verb) == "acl";
    if is_due && clause.group.is_infinitive && clause.governor.is_none() {
        return mood.under(Modality::Planned);
    }
    match is_for_to(sentence, clause) {
        // "Veld and Kal to meet today", as headlines and telegrams have it.
        true if sentence.tree.dep(clause.verb) == "ROOT" && clause.has_own_subject => {
            mood.under(Modality::Planned)
        }
        // "it was wrong for Veld **to have left**": he had.
        true if is_perfect(sentence, clause) && !is_supposed(sentence, clause) => Mood {
            is_past: true,
            ..mood
        },
        true => mood.under(Modality::Hypothetical),
        false => mood,
    }
}

/// "to have left".
fn is_perfect(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut auxiliaries = sentence.children_as(clause.verb, &["aux"]);
    clause.group.is_infinitive && auxiliaries.any(|word| sentence.lower(word) == "have")
}

/// Whether the verb above is one of what would be.
fn is_supposed(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let above = sentence.clause_above(clause.verb);
    above.is_some_and(|above| {
        let above = &sentence.clauses[above];
        own(above).modality != Modality::Asserted || embedded(above.group.lemma).is_some()
    })
}

/// "an opportunity **for Veld to meet** Kal", "a request that **Veld meet** Kal": nobody says that it
/// came to that.
fn is_for_to(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let above = clause.embedding.map(|above| sentence.clauses[above].group);
    let came_to_it = above.is_some_and(|above| {
        FACTIVE.contains(&above.lemma) || matches!(above.lemma, "make" | "let" | "have")
    });
    let mut auxiliaries = sentence.children_as(clause.verb, &["aux", "auxpass"]);
    let of_noun = sentence.is_nominal(sentence.tree.head(clause.verb));
    let is_bare = sentence.tag(clause.verb) == "VB" && auxiliaries.next().is_none() && of_noun;
    let is_loose = clause.governor.is_none() && clause.embedding.is_none();
    let is_open = clause.has_own_subject && (clause.group.is_infinitive || is_bare);
    is_open && !came_to_it || clause.group.is_infinitive && is_loose
}

fn own(clause: &Clause<'_>) -> Mood {
    let group = &clause.group;
    let modality = if group.is_hypothetical || clause.is_conditional {
        Modality::Hypothetical
    } else if group.is_planned {
        Modality::Planned
    } else if group.is_alleged {
        Modality::Alleged
    } else {
        Modality::Asserted
    };
    let polarity = if group.is_negated {
        Polarity::Negative
    } else {
        Polarity::Positive
    };
    Mood {
        polarity,
        modality,
        is_past: group.is_past,
    }
}

fn through_governors(sentence: &Sentence<'_>, clause: &Clause<'_>, mood: Mood) -> Mood {
    let mut mood = mood;
    let mut clause = clause;
    // A governor stands higher in the tree, so the way up ends.
    while let Some((index, link)) = clause.governor {
        let governor = &sentence.clauses[index];
        mood = match link {
            Link::Infinitive => infinitive::under(sentence, mood, (clause, governor)),
            Link::NounInfinitive(noun) => infinitive::under_noun(sentence, mood, governor, noun),
            // "would go, then **visit** Lund": one auxiliary for both.
            Link::Gerund if is_bare_verb(sentence, clause) => mood.under(own(governor).modality),
            Link::Gerund => gerund(sentence, mood, (clause, governor)),
            // "asked Veld to go and to take": joined to the verb above the infinitive.
            Link::Coordinated if clause.group.is_infinitive && !governor.group.is_infinitive => {
                infinitive::under(sentence, mood, (clause, governor))
            }
            // "could go and **ask** for it": one auxiliary for both.
            Link::Coordinated if clause.group.is_bare || is_bare_verb(sentence, clause) => Mood {
                is_past: mood.is_past && governor.group.is_past,
                ..mood.under(own(governor).modality)
            },
            Link::Coordinated => mood,
            // "would issue a paper **saying**": what says it is not there yet.
            Link::Reduced if is_of_object(sentence, clause, governor) => {
                let above = own(governor).modality;
                let wished = embedded(governor.group.lemma).filter(|_| above == Modality::Asserted);
                mood.under(wished.unwrap_or(above))
            }
            // "to deliver it before he **went**": no more gone than it is delivered.
            Link::Adverbial
                if is_marked(sentence, clause, &["before", "until", "till"])
                    && is_open(governor)
                    || is_marked(sentence, clause, &["when", "after", "once"])
                        && is_to_come(sentence, governor) =>
            {
                return mood.under(Modality::Planned);
            }
            // "thinks that A stays while B **leaves**": both are thought.
            Link::Adverbial if governor.embedding.is_some() => mood,
            Link::Relative if is_of_case(sentence, clause) => {
                return mood.under(Modality::Hypothetical);
            }
            Link::Adverbial | Link::Relative | Link::Reduced => return mood,
        };
        clause = governor;
    }
    under_embedding(sentence, clause, mood)
}

/// What a verb makes of a gerund or participle that hangs on it.
fn gerund(
    sentence: &Sentence<'_>,
    mood: Mood,
    (clause, governor): (&Clause<'_>, &Clause<'_>),
) -> Mood {
    let mood = Mood {
        is_past: governor.group.is_past,
        ..mood
    };
    let is_blamed = matches!(governor.group.lemma, "accuse" | "charge" | "suspect")
        && sentence.tree.dep(clause.verb) == "pcomp";
    // "would join in, **blaming Veld**", "would win **by leaving**": no more done than what it goes
    // with.
    let goes_with = sentence.tree.dep(clause.verb) == "advcl"
        && sentence.tag(clause.verb) == "VBG"
        && clause.group.is_gerund
        && clause.verb > governor.verb;
    let before = sentence.tree.head(clause.verb);
    let preposition = sentence.lemma(before);
    let is_inside = sentence.tree.dep(clause.verb) == "pcomp"
        && matches!(preposition, "by" | "in" | "of" | "to" | "without");
    let mood = match goes_with || is_inside {
        true => mood.under(own(governor).modality),
        false => mood,
    };
    // "**not** by leaving".
    let is_not = is_inside && sentence.children_as(before, &["neg"]).next().is_some();
    let mood = match is_not {
        true => infinitive::negative(mood),
        false => mood,
    };
    if let Some(modality) = thought_of(governor.group.lemma, preposition) {
        let mood = mood.under(modality);
        return match governor.group.is_negated {
            true => infinitive::negative(mood),
            false => mood,
        };
    }
    let of = sentence.tree.head(before);
    let is_open = sentence.tag(of).starts_with("JJ")
        && !matches!(
            sentence.lower(of).as_str(),
            "active" | "guilty" | "instrumental" | "responsible" | "right" | "successful" | "wrong"
        );
    if is_open && sentence.tree.dep(clause.verb) == "pcomp" {
        // "capable **of attacking**".
        return mood.under(Modality::Hypothetical);
    }
    let is_from = preposition == "from";
    let kept = kept_from(governor.group.lemma).filter(|_| is_from);
    match (is_blamed, kept) {
        (true, _) => mood.under(Modality::Alleged),
        (_, Some(modality)) => mood.under(modality),
        _ => mood,
    }
}

/// What the verb of which a clause is the content makes of it.
fn under_embedding(sentence: &Sentence<'_>, clause: &Clause<'_>, mood: Mood) -> Mood {
    // "it was hard to get **them to agree**": as far as the verb above came about.
    if let Some(above) = clause.embedding.map(|above| &sentence.clauses[above])
        && (FACTIVE.contains(&above.group.lemma) || above.group.lemma == "let")
        && (clause.group.is_infinitive || sentence.tag(clause.verb) == "VB")
    {
        let of_above = through_governors(sentence, above, own(above));
        let polarity = match of_above.polarity {
            Polarity::Negative => Polarity::Negative,
            Polarity::Positive => mood.polarity,
        };
        return Mood { polarity, ..mood }.under(of_above.modality);
    }
    if let Some(modality) = of_noun(sentence, clause) {
        return mood.under(modality);
    }
    // "allowed that it was so" says that it was.
    let is_open = |verb: &&Clause<'_>| verb.group.lemma != "allow" || clause.group.is_infinitive;
    let embedding = clause.embedding.map(|above| &sentence.clauses[above]);
    let embedding = embedding.filter(is_open);
    // "this would mean **that he had left**"; what somebody could know or say is so all the same.
    let supposed = embedding.filter(|verb| {
        let is_so = KNOWING.contains(&verb.group.lemma) || is_reporting(verb.group.lemma);
        own(verb).modality == Modality::Hypothetical && !is_so
    });
    if supposed.is_some() {
        return mood.under(Modality::Hypothetical);
    }
    // "we do not believe **that they will come**".
    let is_doubted = embedding.is_some_and(|verb| {
        let thinks = matches!(
            verb.group.lemma,
            "anticipate" | "believe" | "expect" | "feel" | "imagine" | "suppose" | "think"
        );
        thinks && verb.group.is_negated
    });
    if is_doubted {
        let polarity = match mood.polarity {
            Polarity::Positive => Polarity::Negative,
            Polarity::Negative => Polarity::Positive,
        };
        return Mood { polarity, ..mood }.under(Modality::Hypothetical);
    }
    match embedding.and_then(|verb| embedded(verb.group.lemma)) {
        // What was agreed or decided that others would do is planned; what happened is not.
        Some(modality) if modality != Modality::Planned => mood.under(modality),
        _ => mood,
    }
}

/// "the **charge** that they had left", "the **danger** that they leave".
fn of_noun(sentence: &Sentence<'_>, clause: &Clause<'_>) -> Option<Modality> {
    let mut marks = sentence.children_as(clause.verb, &["mark"]);
    let is_that = marks.any(|mark| sentence.lower(mark) == "that");
    let noun = sentence.tree.head(clause.verb);
    let is_its = matches!(sentence.tree.dep(clause.verb), "acl" | "relcl" | "ccomp")
        && sentence.is_nominal(noun)
        && is_that
        && clause.has_own_subject;
    is_its.then(|| words::told_as(sentence.lemma(noun)))?
}

fn is_bare_verb(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut auxiliaries = sentence.children_as(clause.verb, &["aux", "auxpass", "nsubj"]);
    sentence.tag(clause.verb) == "VB" && auxiliaries.next().is_none()
}

/// "**before** he went", "**until** they came".
fn is_marked(sentence: &Sentence<'_>, clause: &Clause<'_>, words: &[&str]) -> bool {
    let mut marks = sentence.children_as(clause.verb, &["mark", "advmod"]);
    marks.any(|mark| words.contains(&sentence.lower(mark).as_str()))
}

/// "**would say** so when he came", but not "would have said".
fn is_to_come(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    (clause.group.is_hypothetical || clause.group.is_planned) && sentence.tag(clause.verb) == "VB"
}

/// What has not come about yet.
fn is_open(clause: &Clause<'_>) -> bool {
    clause.group.is_infinitive || own(clause).modality != Modality::Asserted
}

/// "a case **in which they attack**", "in the event that".
fn is_of_case(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let noun = sentence.lemma(sentence.tree.head(clause.verb));
    matches!(noun, "case" | "contingency" | "eventuality" | "scenario")
}

/// "issued **a paper saying**": the participle is that of the verb's own object.
fn is_of_object(sentence: &Sentence<'_>, clause: &Clause<'_>, governor: &Clause<'_>) -> bool {
    let noun = sentence.tree.head(clause.verb);
    sentence.tag(clause.verb) == "VBG"
        && sentence.tree.dep(noun) == "dobj"
        && sentence.tree.head(noun) == governor.verb
}
