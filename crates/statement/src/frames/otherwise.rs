//! Clauses in which the verb of a frame says something else: "declared war" tells nobody, "freed
//! from want" is no release.

mod words;

use super::{Fits, Frame};
use crate::EventType;
use crate::lexicon;
use crate::scene::Scene;
use crate::sentence::{Clause, Filler, Link, Sentence};
use depeche_annotate::EntityKind;
use words::{is_of_words, is_unclear_attack, offers_nothing, shows_nothing};

/// Whether the verb of a frame says something else in this clause.
pub(super) fn says_other(
    frame: &Frame,
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
) -> bool {
    if is_attribute(sentence, clause) {
        return true;
    }
    match frame.kind {
        EventType::Deny => runs_on(sentence, clause) || keeps_from(scene, sentence, clause),
        EventType::Tell => tells_nothing(frame, scene, sentence, clause),
        EventType::Protest => works_on(scene, sentence, clause),
        EventType::Attack => is_of_words(scene, sentence, clause),
        EventType::Offer => offers_nothing(sentence, clause),
        EventType::Agree => agrees_that(sentence, clause) || arranges(sentence, clause),
        EventType::Support => greets(scene, sentence, clause),
        // "his health **declined**".
        EventType::Reject => {
            clause.group.lemma == "decline"
                && clause.object().is_none()
                && clause.complement.is_none()
                && !clause.group.is_passive
        }
        EventType::Request => {
            puts_question(scene, sentence, clause) || is_summons(frame, scene, sentence, clause)
        }
        EventType::Send => passes_law(sentence, clause),
        EventType::Release => rids(scene, sentence, clause),
        EventType::Accuse => is_unclear_attack(scene, sentence, clause),
        EventType::Aid => adds_to(scene, sentence, clause),
        // "seized **power**, the initiative": no country.
        EventType::Coerce => done_to(clause).iter().any(|filler| {
            matches!(
                sentence.lemma(filler.head),
                "chance" | "control" | "initiative" | "moment" | "opportunity" | "power"
            )
        }),
        EventType::Threaten => is_alarming(sentence, clause),
        EventType::Cooperate => sees(sentence, clause),
        _ => false,
    }
}

/// Who or what something is done to.
fn done_to<'c>(clause: &'c Clause<'_>) -> &'c [Filler] {
    match clause.group.is_passive {
        true => &clause.subject,
        false => clause.object().map_or(&[], |object| &object.fillers),
    }
}

fn tells_nothing(
    frame: &Frame,
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
) -> bool {
    // "a notation indicates that it was sent": nobody tells it.
    let is_mark = |filler: &Filler| lexicon::is_mark(sentence.lemma(filler.head));
    // "the charges **mentioned** in the note".
    let is_reduced = matches!(clause.governor, Some((_, Link::Reduced)));
    let is_paper = frame.rule == "document-says";
    is_reduced
        || reports_to_work(sentence, clause)
        || says_nothing(clause)
        || lets_in(scene, sentence, clause)
        || clause.subject.iter().any(is_mark)
        || is_paper && shows_nothing(sentence, clause)
        || clause.group.lemma == "deny" && keeps_from(scene, sentence, clause)
}

/// "the country that strikes **first**", "struck **at the base**" is at war, "demonstrated **to them**"
/// shows; and a country or one man alone does neither in the street.
fn works_on(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const MANY: &[&str] = &[
        "community",
        "crowd",
        "faction",
        "mob",
        "movement",
        "opposition",
        "party",
        "population",
        "public",
        "union",
        "university",
    ];
    let lemma = clause.group.lemma;
    if !matches!(lemma, "demonstrate" | "rally" | "strike") {
        return false;
    }
    let mut beside = sentence.children_as(clause.verb, &["advmod", "prt"]);
    let is_blow = lemma == "strike"
        && beside.any(|word| {
            matches!(
                sentence.lemma(word),
                "back" | "down" | "first" | "off" | "out" | "second"
            )
        });
    let aims = ["at", "on", "upon", "to", "toward"];
    let is_aimed = aims.iter().any(|word| clause.argument(word).is_some());
    let is_crowd = |filler: &Filler| {
        let kind = scene.kind(sentence, filler);
        let is_listed = MANY.contains(&sentence.lemma(filler.head));
        let is_named = sentence.mention(filler.head).is_some();
        is_listed || kind == Some(EntityKind::Group) || kind != Some(EntityKind::Place) && !is_named
    };
    is_blow || is_aimed || clause.group.is_passive || !clause.subject.iter().all(is_crowd)
}

/// "**made the arrangements** himself": with nobody.
fn arranges(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_arrangement = |filler: &Filler| sentence.lemma(filler.head) == "arrangement";
    let with = ["with", "between"].map(|word| clause.argument(word));
    matches!(clause.group.lemma, "make" | "arrange")
        && clause.subject.len() < 2
        && !clause.group.is_passive
        && done_to(clause).iter().any(is_arrangement)
        && with.iter().all(Option::is_none)
}

/// "welcomed **the envoy**", "welcomed him **to Lund**": greeted him; "backed **up** by" is no approval
/// either.
fn greets(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_person = |filler: &Filler| scene.fits(sentence, filler, Fits::Person);
    let mut particles = sentence.children_as(clause.verb, &["prt"]);
    match clause.group.lemma {
        "welcome" => done_to(clause).iter().any(is_person),
        "back" => particles.next().is_some(),
        _ => false,
    }
}

/// "asked a question for Veld", "asked permission for it": what is asked is no thing asked for.
fn puts_question(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let objects = clause.object().map_or(&[][..], |object| &object.fillers);
    let is_thing = |filler: &Filler| !scene.fits(sentence, filler, Fits::Acts);
    clause.group.lemma == "ask" && !clause.group.is_passive && objects.iter().any(is_thing)
}

/// "freed **Norland from want**", "released **troops** for the front", "freed **himself**": nobody was
/// held.
fn rids(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_other = |filler: &Filler| {
        let lower = sentence.lower(filler.head);
        let kind = scene.kind(sentence, filler);
        let is_held = !matches!(
            kind,
            Some(EntityKind::Place | EntityKind::Organization | EntityKind::Facility)
        );
        let is_force = matches!(
            sentence.lemma(filler.head),
            "counterpart" | "force" | "troop" | "unit"
        );
        !is_held || is_force || lower.ends_with("self") || lower.ends_with("selves")
    };
    let is_place = |filler: &Filler| {
        let place = [
            "prison",
            "jail",
            "custody",
            "detention",
            "camp",
            "captivity",
            "arrest",
        ];
        place.contains(&sentence.lemma(filler.head)) || scene.fits(sentence, filler, Fits::Place)
    };
    let rid_of = ["from", "of"].map(|word| clause.argument(word));
    let mut rid_of = rid_of.iter().flatten().flat_map(|found| &found.fillers);
    done_to(clause).iter().any(is_other) || rid_of.any(|filler| !is_place(filler))
}

/// "contributed to **a solution**", "provided Veld with **a paper**": no help given.
fn adds_to(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let fills = |preposition: &str, fits: Fits| {
        let found = clause.argument(preposition).into_iter();
        found
            .flat_map(|found| &found.fillers)
            .any(|filler| scene.fits(sentence, filler, fits))
    };
    match clause.group.lemma {
        "contribute" => {
            clause.object().is_none() && !clause.group.is_passive && !fills("to", Fits::Acts)
        }
        "provide" | "supply" => {
            let found = clause.argument("with").into_iter();
            let mut things = found.flat_map(|found| &found.fillers);
            fills("with", Fits::Text)
                || things.any(|filler| {
                    let head = sentence.counted(filler.head).unwrap_or(filler.head);
                    matches!(
                        sentence.lemma(head),
                        "detail" | "figure" | "guidance" | "information" | "material" | "point"
                    )
                })
        }
        _ => false,
    }
}

/// "sounds **threatening**".
fn is_alarming(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let above = sentence.lemma(sentence.tree.head(clause.verb));
    clause.group.is_gerund
        && matches!(sentence.tree.dep(clause.verb), "acomp" | "xcomp" | "oprd")
        && matches!(
            above,
            "appear" | "be" | "become" | "feel" | "look" | "seem" | "sound"
        )
}

/// "recognize **this** and Veld does too", "recognizes **that Norland must**": what is seen, and no
/// country.
fn sees(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let object = clause.object().and_then(|object| object.fillers.first());
    let is_this = object.is_some_and(|filler| {
        let noun = sentence.noun(filler.head);
        noun.is_some_and(|noun| noun.is_pointing)
    });
    let is_known =
        matches!(clause.group.lemma, "recognize" | "recognise") && clause.complement.is_some();
    is_this || is_known || runs_on(sentence, clause)
}

/// "denied **them the right**", "**to them** an argument", "themselves the benefit", "the application":
/// what somebody is not given is not said to be untrue.
fn keeps_from(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const KEPT: &[&str] = &[
        "access",
        "admission",
        "application",
        "authorization",
        "benefit",
        "clearance",
        "entry",
        "facility",
        "license",
        "opportunity",
        "passage",
        "permission",
        "permit",
        "request",
        "right",
        "use",
        "visa",
    ];
    let objects = || {
        let all = clause.arguments.iter();
        all.filter(|found| found.preposition.is_empty())
    };
    let is_somebody = |filler: &Filler| {
        let noun = sentence.noun(filler.head);
        let is_named = noun.is_some_and(|noun| noun.mention.is_some() || noun.is_pronoun);
        is_named && scene.fits(sentence, filler, Fits::Acts)
            || matches!(sentence.lemma(filler.head), "people" | "person")
    };
    let mut things = objects()
        .flat_map(|found| &found.fillers)
        .chain(done_to(clause));
    let is_kept = things.any(|filler| {
        let lower = sentence.lower(filler.head);
        KEPT.contains(&sentence.lemma(filler.head))
            || lower.ends_with("selves")
            || clause.complement.is_none() && is_somebody(filler)
    });
    let to = clause.argument("to").into_iter();
    let is_to = to
        .flat_map(|found| &found.fillers)
        .any(|filler| scene.fits(sentence, filler, Fits::Acts));
    let is_second = clause.group.is_passive && objects().next().is_some();
    is_kept || is_to && objects().next().is_some() || is_second || objects().count() > 1
}

/// "denies **the Ministry is** late": what is denied goes on behind what the parse has as its object.
fn runs_on(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let objects = clause.object().map_or(&[][..], |object| &object.fillers);
    objects.iter().any(|filler| {
        let next = sentence
            .words
            .partition_point(|word| word.span.start < filler.span.end);
        sentence
            .words
            .get(next)
            .is_some_and(|word| word.pos == "AUX" || matches!(word.tag, "MD" | "VBZ" | "VBP"))
    })
}

/// "the **occupying powers**", "**supporting** papers": what they are, and nothing that is done.
fn is_attribute(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let next = clause.verb + 1;
    let objects = clause.object().map_or(&[][..], |object| &object.fillers);
    let is_next = clause.group.is_gerund && objects.iter().any(|filler| filler.head == next);
    is_next
        && match clause.group.lemma {
            "occupy" => matches!(
                sentence.lemma(next),
                "army" | "authority" | "force" | "power"
            ),
            "inspect" | "investigate" => matches!(
                sentence.lemma(next),
                "authority"
                    | "body"
                    | "commission"
                    | "committee"
                    | "group"
                    | "officer"
                    | "panel"
                    | "subcommittee"
                    | "team"
            ),
            "support" => matches!(
                sentence.lemma(next),
                "assistance" | "document" | "evidence" | "paper" | "statement"
            ),
            _ => false,
        }
}

/// "Veld and Kal agree **that it was late**": they think alike, and have no agreement to do something.
fn agrees_that(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let told = clause.complement.and_then(|verb| sentence.clause_at(verb));
    let told = told.map(|told| &sentence.clauses[told]);
    if clause.group.lemma != "agree" {
        return false;
    }
    // "agreed **with the statement**", "agree **in the view**": they think so too.
    let thing = |preposition: &str| {
        let found = clause.argument(preposition).into_iter();
        let mut fillers = found.flat_map(|found| &found.fillers);
        fillers.any(|filler| {
            matches!(
                sentence.lemma(filler.head),
                "analysis"
                    | "assessment"
                    | "belief"
                    | "estimate"
                    | "opinion"
                    | "position"
                    | "statement"
                    | "view"
                    | "viewpoint"
            )
        })
    };
    if thing("with") || thing("in") {
        return true;
    }
    // "he agreed with me": with what somebody said.
    let settled = ["on", "upon", "to", "about", "for"];
    let is_settled = settled.iter().any(|word| clause.argument(word).is_some());
    if told.is_none() && !is_settled && clause.argument("with").is_some() {
        return true;
    }
    told.is_some_and(|told| {
        let group = &told.group;
        let is_to_come = group.is_infinitive || group.is_planned || group.is_hypothetical;
        let is_there = sentence.children_as(told.verb, &["expl"]).next().is_some();
        (told.has_own_subject || is_there) && !is_to_come && sentence.tag(told.verb) != "VB"
    })
}

/// "reported **to work**", "reported for duty".
fn reports_to_work(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_work = |filler: &Filler| matches!(sentence.lemma(filler.head), "work" | "duty");
    let arguments = ["to", "for"].map(|preposition| clause.argument(preposition));
    let mut fillers = arguments.iter().flatten().flat_map(|found| &found.fillers);
    let below = clause.complement.map(|verb| sentence.lemma(verb));
    clause.group.lemma == "report" && (below == Some("work") || fillers.any(is_work))
}

/// "called **him** to the palace for a talk": who is called is asked to come, and nothing else; "asked
/// **authority** for it": nobody is asked.
fn is_summons(
    frame: &Frame,
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
) -> bool {
    let mut called = done_to(clause).iter();
    let is_leave = |filler: &Filler| {
        let leave = ["authority", "permission", "approval"];
        leave.contains(&sentence.lemma(filler.head))
    };
    match clause.group.lemma {
        "call" => {
            frame.rule == "called-for"
                && called.any(|filler| scene.fits(sentence, filler, Fits::Person))
        }
        "ask" => called.any(is_leave),
        _ => false,
    }
}

/// "passed **a resolution**": voted, and sent to nobody.
fn passes_law(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_law = |filler: &Filler| {
        matches!(
            sentence.lemma(filler.head),
            "act"
                | "amendment"
                | "bill"
                | "decree"
                | "law"
                | "legislation"
                | "motion"
                | "resolution"
        )
    };
    clause.group.lemma == "pass" && done_to(clause).iter().any(is_law)
}

/// "declared **war**", "insisted **on a share**": what is done, or asked for, and not said.
fn says_nothing(clause: &Clause<'_>) -> bool {
    let has_object = clause.object().is_some();
    let insists_on = ["on", "upon"]
        .iter()
        .any(|word| clause.argument(word).is_some());
    let is_other = match clause.group.lemma {
        // "claimed **the island**": for oneself.
        "declare" | "claim" => has_object,
        "insist" => insists_on,
        _ => false,
    };
    is_other && clause.complement.is_none()
}

/// "admitted **the refugees**": let them in, and said nothing.
fn lets_in(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut people = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    clause.group.lemma == "admit"
        && clause.complement.is_none()
        && people.any(|filler| scene.fits(sentence, filler, Fits::Acts))
}
