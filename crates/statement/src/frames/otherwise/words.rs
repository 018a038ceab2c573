//! Attacks with words, offers of nothing, papers that show something and say nothing.

use super::done_to;
use crate::frames::Fits;
use crate::scene::Scene;
use crate::sentence::{Clause, Filler, Sentence};

/// "a **speech** attacking Veld", "attacked Veld **in a letter**", "**for leaving**", "Kal attacked
/// Veld", "made his attack": with words, not with arms. "struck **with his zeal**" is no blow either.
pub(super) fn is_of_words(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const WORDS: &[&str] = &[
        "article",
        "broadcast",
        "criticism",
        "editorial",
        "letter",
        "memorandum",
        "newspaper",
        "note",
        "opinion",
        "press",
        "propaganda",
        "remark",
        "resolution",
        "speech",
        "statement",
        "view",
    ];
    let is_said = |filler: &Filler| WORDS.contains(&sentence.lemma(filler.head));
    let place = clause.argument("in").into_iter();
    let mut words = clause.subject.iter();
    words.any(is_said)
        || place.flat_map(|place| &place.fillers).any(is_said)
        || clause.group.lemma == "attack" && is_for_doing(sentence, clause)
        || is_of_one(scene, sentence, clause)
}

/// "Veld **attacked Norland**": with words or with arms.
pub(super) fn is_unclear_attack(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
) -> bool {
    let is_country = |filler: &Filler| scene.fits(sentence, filler, Fits::Place);
    clause.group.lemma == "attack"
        && done_to(clause).iter().any(is_country)
        && is_of_one(scene, sentence, clause)
}

/// What is destroyed without arms.
const BODIES: &[&str] = &[
    "alliance",
    "coalition",
    "community",
    "conference",
    "country",
    "government",
    "nation",
    "organization",
    "party",
    "regime",
    "state",
    "union",
];

/// One man by his name, who attacks another or makes an attack; and who is struck by what he sees.
fn is_of_one(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_person = |filler: &Filler| scene.fits(sentence, filler, Fits::Person);
    let is_named = |filler: &Filler| {
        let noun = sentence.noun(filler.head);
        is_person(filler) && noun.is_some_and(|noun| noun.mention.is_some() || noun.is_pronoun)
    };
    let doers = match clause.group.is_passive {
        true => clause.argument("by").map_or(&[][..], |by| &by.fillers),
        false => &clause.subject,
    };
    let is_one = matches!(doers, [one] if is_named(one));
    let is_done_to_person = done_to(clause).iter().all(is_person);
    let is_country = |filler: &Filler| scene.fits(sentence, filler, Fits::Place);
    match clause.group.lemma {
        "attack" => is_one && (is_done_to_person || done_to(clause).iter().any(is_country)),
        "make" => is_one,
        // "it strikes us **as dangerous**".
        "strike" => {
            let mut objects = done_to(clause).iter();
            let as_what = objects.any(|filler| is_before_as(sentence, filler));
            clause.group.is_passive && is_done_to_person || as_what
        }
        // "wrecked **the alliance**": nothing that stands anywhere.
        "destroy" | "wreck" => done_to(clause).iter().any(|filler| {
            let noun = sentence.noun(filler.head);
            let is_pronoun = noun.is_some_and(|noun| noun.is_pronoun);
            is_pronoun || BODIES.contains(&sentence.lemma(filler.head))
        }),
        _ => false,
    }
}

/// Whether "as" stands right behind a phrase.
fn is_before_as(sentence: &Sentence<'_>, filler: &Filler) -> bool {
    let behind = filler.head + 1;
    behind < sentence.words.len() && sentence.lower(behind) == "as"
}

/// "attacked Veld **for leaving**".
fn is_for_doing(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut reasons = sentence.children_as(clause.verb, &["prep"]);
    reasons.any(|word| {
        let mut below = sentence.children_as(word, &["pcomp"]);
        matches!(sentence.lemma(word), "for" | "as") && below.next().is_some()
    })
}

/// "the road offers **an advantage**": what nobody gives; "offered **that it was late**": said.
pub(super) fn offers_nothing(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const NOTHING: &[&str] = &[
        "advantage",
        "analysis",
        "apology",
        "argument",
        "assessment",
        "basis",
        "challenge",
        "chance",
        "clue",
        "comment",
        "criticism",
        "estimate",
        "evidence",
        "excuse",
        "explanation",
        "hope",
        "incentive",
        "inducement",
        "objection",
        "observation",
        "opinion",
        "opportunity",
        "opposition",
        "possibility",
        "promise",
        "prospect",
        "reason",
        "remark",
        "resistance",
        "sign",
        "stimulus",
        "thought",
        "threat",
        "timetable",
        "view",
    ];
    let mut objects = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    let below = clause.complement.and_then(|verb| sentence.clause_at(verb));
    let is_told = below.is_some_and(|below| {
        let below = &sentence.clauses[below];
        below.has_own_subject && !below.group.is_infinitive
    });
    clause.group.lemma == "offer" && is_told
        || objects.any(|object| NOTHING.contains(&sentence.lemma(object.head)))
}

/// "the letter gave **an impression**", "text **reported separately**": a paper that says nothing.
pub(super) fn shows_nothing(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const SAID: &[&str] = &[
        "account",
        "answer",
        "assessment",
        "background",
        "description",
        "detail",
        "estimate",
        "explanation",
        "figure",
        "highlight",
        "information",
        "list",
        "name",
        "outline",
        "picture",
        "reason",
        "report",
        "substance",
        "summary",
        "text",
        "version",
        "view",
    ];
    let mut objects = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    match clause.group.lemma {
        "give" => !objects.any(|object| SAID.contains(&sentence.lemma(object.head))),
        // "the study **contained** in the file".
        "contain" | "describe" | "detail" | "mention" => {
            clause.object().is_none() && clause.complement.is_none()
        }
        "report" => {
            let has_topic = ["on", "about", "of"]
                .iter()
                .any(|word| clause.argument(word).is_some());
            let is_cut = clause.object().is_none() && clause.complement.is_none();
            clause.group.is_bare && is_cut && !has_topic && !is_quoting(sentence, clause)
        }
        _ => false,
    }
}

/// "reported: “it was late”", "as the letter reported, it was late".
fn is_quoting(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut before = sentence.words[..clause.verb].iter();
    let next = sentence.words.get(clause.verb + 1);
    let is_mark = |word: usize| matches!(sentence.lower(word).as_str(), ":" | "," | "\u{201c}");
    let is_as = before.any(|word| sentence.slice(word.span).eq_ignore_ascii_case("as"));
    next.is_some() && is_mark(clause.verb + 1)
        || is_as
        || clause.embedding.is_none() && {
            let above = sentence.tree.head(clause.verb);
            above != clause.verb && sentence.tree.dep(clause.verb) == "parataxis"
        }
}
