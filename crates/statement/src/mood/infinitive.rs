//! Infinitives: what the verb, adjective or noun above one makes of it.

use super::words::{
    self, DUE, FACTIVE, GLAD, IMPOSSIBLE, MANNER, PLAN_NOUNS, SAID_BY_WISH, UNFAILING, WRITING,
    embedded,
};
use super::{Mood, own};
use crate::sentence::{Clause, Determiner, Sentence};
use crate::{Modality, Polarity};

/// What stands above an infinitive makes of it.
pub(super) fn under(
    sentence: &Sentence<'_>,
    mood: Mood,
    (clause, governor): (&Clause<'_>, &Clause<'_>),
) -> Mood {
    if let Some(adjective) = adjective(sentence, clause, governor) {
        return under_adjective(sentence, mood, (adjective, governor));
    }
    let group = &governor.group;
    if group.lemma == "go" && sentence.tag(governor.verb) == "VBG" && !group.is_gerund {
        // "is going to ask".
        return mood.under(Modality::Planned);
    }
    // "recalls **meeting** him".
    let is_told = clause.group.is_gerund
        && matches!(
            group.lemma,
            "acknowledge" | "admit" | "mention" | "recall" | "regret" | "remember" | "report"
        );
    if is_told && !governor.group.is_hypothetical {
        return Mood {
            is_past: true,
            ..mood
        };
    }
    // "had been to see him".
    let has_been = governor.group.lemma == "be"
        && sentence.tag(governor.verb) == "VBN"
        && sentence.tree.head(clause.verb) == governor.verb;
    // "wrote **to ask** for arms": what was written asks.
    let is_written =
        WRITING.contains(&governor.group.lemma) && words::is_message(clause.group.lemma);
    if has_been || is_written || FACTIVE.contains(&governor.group.lemma) {
        return done(mood, governor);
    }
    let wishes = matches!(group.lemma, "want" | "wish" | "desire" | "like");
    if wishes && SAID_BY_WISH.contains(&clause.group.lemma) && !group.is_negated {
        // "I would like **to thank** you": done by saying so.
        return Mood {
            is_past: own(governor).is_past,
            ..mood
        };
    }
    under_verb(sentence, mood, governor)
}

/// As much done as what stands above it.
fn done(mood: Mood, governor: &Clause<'_>) -> Mood {
    let above = own(governor);
    Mood {
        polarity: match above.polarity {
            Polarity::Negative => Polarity::Negative,
            Polarity::Positive => mood.polarity,
        },
        is_past: above.is_past,
        ..mood.under(above.modality)
    }
}

pub(super) fn negative(mood: Mood) -> Mood {
    Mood {
        polarity: Polarity::Negative,
        ..mood
    }
}

/// The adjective between a verb and an infinitive: "was **unable** to meet", "found it
/// **hard** to leave".
fn adjective(sentence: &Sentence<'_>, clause: &Clause<'_>, governor: &Clause<'_>) -> Option<usize> {
    let head = sentence.tree.head(clause.verb);
    let is_adjective = |word: &usize| sentence.tag(*word).starts_with("JJ");
    if head != governor.verb {
        return Some(head).filter(is_adjective);
    }
    let mut beside = sentence.children_as(governor.verb, &["acomp", "oprd"]);
    beside.find(|word| *word < clause.verb && is_adjective(word))
}

/// What an adjective makes of its infinitive.
fn under_adjective(
    sentence: &Sentence<'_>,
    mood: Mood,
    (adjective, governor): (usize, &Clause<'_>),
) -> Mood {
    let above = own(governor);
    let lemma = sentence.lower(adjective);
    let lemma = lemma.as_str();
    let is_not = above.polarity == Polarity::Negative;
    // "**too** late to meet".
    let is_too = sentence
        .children_as(adjective, &["advmod"])
        .any(|word| sentence.lower(word) == "too");
    if lemma == "able" && (is_not || above.is_past) {
        return done(mood, governor);
    }
    if IMPOSSIBLE.contains(&lemma) || is_too {
        let mood = mood.under(above.modality);
        return match is_not {
            true => mood.under(Modality::Hypothetical),
            false => negative(mood),
        };
    }
    let is_so = GLAD.contains(&lemma) || MANNER.contains(&lemma) && !is_not;
    let mood = match is_so && above.modality == Modality::Asserted {
        // "was glad **to see** him again", "was quick to ask".
        true => {
            return Mood {
                is_past: above.is_past,
                ..mood
            };
        }
        false if DUE.contains(&lemma) && above.modality != Modality::Hypothetical => {
            mood.under(Modality::Planned)
        }
        false => mood.under(Modality::Hypothetical),
    };
    match is_not {
        true => negative(mood),
        false => mood,
    }
}

fn under_verb(sentence: &Sentence<'_>, mood: Mood, governor: &Clause<'_>) -> Mood {
    let group = &governor.group;
    let above = own(governor);
    let is_not = above.polarity == Polarity::Negative;
    if matches!(group.lemma, "refuse" | "decline") {
        return match is_not {
            true => mood.under(Modality::Hypothetical),
            false => negative(mood),
        };
    }
    if group.is_passive && matches!(group.lemma, "say" | "report" | "believe" | "think" | "know") {
        return mood.under(Modality::Alleged);
    }
    if is_not && UNFAILING.contains(&group.lemma) {
        // "did not fail to ask".
        return Mood {
            is_past: above.is_past,
            ..mood.under(above.modality)
        };
    }
    let modality = match group.lemma {
        // "is to visit", but "would be to visit".
        "be" if above.modality == Modality::Hypothetical => Modality::Hypothetical,
        "be" => Modality::Planned,
        // "has to visit".
        "have" => Modality::Hypothetical,
        // "is trying to meet": nothing has failed yet.
        "try" | "attempt" if is_not => above.modality,
        "try" | "attempt" if !is_over(sentence, governor) => Modality::Planned,
        lemma => embedded(lemma).unwrap_or(Modality::Planned),
    };
    // "has not chosen **to leave**".
    let mood = mood.under(modality);
    match is_not {
        true => negative(mood),
        false => mood,
    }
}

/// "tried", "had tried": not "is trying", "tries", "would try".
fn is_over(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let group = &clause.group;
    group.is_past && matches!(sentence.tag(clause.verb), "VBD" | "VBN")
}

/// What a noun above an infinitive makes of it.
pub(super) fn under_noun(
    sentence: &Sentence<'_>,
    mood: Mood,
    governor: &Clause<'_>,
    noun: usize,
) -> Mood {
    let lemma = sentence
        .noun(noun)
        .and_then(|noun| noun.noun)
        .map_or("", |noun| noun.lemma);
    let is_none = sentence
        .noun(noun)
        .is_some_and(|noun| noun.determiner == Determiner::Negative);
    if is_none || governor.group.lemma == "lack" {
        // "had no plans to meet", "lacks the means to strike".
        let polarity = Polarity::Negative;
        return Mood { polarity, ..mood }.under(Modality::Planned);
    }
    if matches!(
        sentence.lemma(noun),
        "beginning" | "close" | "conclusion" | "course" | "end" | "opening" | "outset" | "process"
    ) {
        // "at the conclusion **of meeting Veld**".
        return done(mood, governor);
    }
    let is_used = matches!(governor.group.lemma, "use" | "take" | "have");
    let is_made = matches!(lemma, "progress" | "success");
    if lemma == "opportunity" && is_used || is_made {
        let above = own(governor);
        return Mood {
            is_past: above.is_past,
            ..mood.under(above.modality)
        };
    }
    if matches!(lemma, "attempt" | "effort") {
        // "will make every effort to": nobody has tried yet.
        return mood.under(match own(governor).modality {
            Modality::Asserted => Modality::Thwarted,
            modality => modality,
        });
    }
    if PLAN_NOUNS.contains(&lemma) {
        return mood.under(Modality::Planned);
    }
    mood.under(Modality::Hypothetical)
}
