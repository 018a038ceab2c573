//! Tellings in a sentence: who says so, to whom, and how far the telling reaches.
//!
//! The reach of a telling is decided here and named by its rule: the clause after "that", the
//! sentence before a closing ", X said", the whole sentence of "according to X".

use crate::clauses::{Argument, Clause, Filler, Sentence};
use crate::frames::Fits;
use crate::pieces::Kind;
use crate::scene::Scene;
use crate::{Attribution, Medium, Modality, Party, mood};
use depeche_annotate::EntityKind;
use depeche_text::Span;

/// A telling as one sentence gives it.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) speaker: Party,
    pub(crate) hearer: Option<Party>,
    pub(crate) medium: Medium,
    /// The words that say so: subject, verb and hearer.
    pub(crate) span: Span,
    /// What is told.
    pub(crate) scope: Span,
    /// Index of the sentence in the annotations.
    pub(crate) sentence: usize,
    /// The clause that tells, where a verb does.
    pub(crate) clause: Option<usize>,
    pub(crate) rule: &'static str,
    /// Index into the annotations' times.
    pub(crate) time: Option<usize>,
    /// What the verb makes of what it tells: "denied", "claimed".
    pub(crate) colour: Option<Modality>,
    /// "did not say".
    pub(crate) is_negated: bool,
    /// A plan or condition: "would tell".
    pub(crate) is_unreal: bool,
}

impl Said {
    /// Its words.
    pub(crate) fn attribution(&self) -> Attribution {
        Attribution {
            source: self.speaker.span,
            cue: self.span,
            content: vec![self.scope],
            hearer: self.hearer.as_ref().and_then(|hearer| hearer.span),
            rule: self.rule,
        }
    }
}

/// Verbs that tell, with or without a hearer.
const REPORTING: &[&str] = &[
    "say",
    "tell",
    "inform",
    "brief",
    "state",
    "report",
    "announce",
    "declare",
    "claim",
    "assert",
    "explain",
    "comment",
    "note",
    "add",
    "emphasize",
    "stress",
    "remark",
    "mention",
    "reply",
    "respond",
    "reveal",
    "admit",
    "acknowledge",
    "indicate",
    "argue",
    "advise",
    "notify",
    "assure",
    "remind",
    "warn",
    "confirm",
    "disclose",
    "allege",
    "deny",
    "insist",
    "write",
    "cable",
    "suggest",
    "testify",
    "contend",
    "complain",
    "reiterate",
    "affirm",
    "describe",
    "detail",
    "confide",
    "recall",
    "show",
    "quote",
];

/// Verbs that put the hearer in the object.
const WITH_HEARER: &[&str] = &[
    "tell", "inform", "brief", "advise", "notify", "assure", "remind", "warn",
];

/// Verbs with which a telling closes its sentence.
const CLOSING: &[&str] = &[
    "say", "report", "write", "add", "state", "note", "explain", "claim", "announce", "reveal",
];

/// Whether the verb tells.
pub(crate) fn is_reporting(lemma: &str) -> bool {
    REPORTING.contains(&lemma)
}

/// What a verb that tells is about, as a piece: "briefed X on **a meeting**", "reveal
/// **details** of a meeting". Where and when in it are not the telling's own.
pub(crate) fn topic_piece(clause: &Clause) -> Option<usize> {
    let lemma = clause.group.lemma;
    if !is_reporting(lemma) || clause.group.is_passive {
        return None;
    }
    let has_hearer = WITH_HEARER.contains(&lemma);
    let topics = ["on", "about", "of", "regarding", "concerning"];
    let is_topic = |argument: &&Argument| {
        topics.contains(&argument.preposition) || argument.preposition.is_empty() && !has_hearer
    };
    let argument = clause.arguments.iter().find(is_topic)?;
    argument.fillers.first().map(|filler| filler.piece)
}

/// The tellings of a sentence, in text order.
pub(crate) fn read(scene: &Scene<'_>, sentence: &Sentence<'_>, index: usize) -> Vec<Said> {
    let reader = Reader {
        scene,
        sentence,
        index,
    };
    let mut found: Vec<Said> = reader.headline().into_iter().collect();
    found.extend(reader.according_to());
    for at in 0..sentence.clauses.len() {
        found.extend(reader.of_clause(at));
    }
    found.sort_by_key(|said| said.span);
    found
}

struct Reader<'a, 's> {
    scene: &'a Scene<'s>,
    sentence: &'a Sentence<'s>,
    index: usize,
}

impl Reader<'_, '_> {
    /// "WikiLeaks: …" in a title.
    fn headline(&self) -> Option<Said> {
        let [speaker, colon, ..] = &self.sentence.pieces[..] else {
            return None;
        };
        if !self.sentence.is_heading || !matches!(colon.kind, Kind::Colon) {
            return None;
        }
        let filler = Filler {
            piece: 0,
            span: speaker.span,
        };
        if !matches!(
            self.scene.kind(self.sentence, &filler),
            Some(EntityKind::Organization | EntityKind::Person)
        ) || speaker.noun()?.mention.is_none()
        {
            return None;
        }
        let party = self.scene.party(self.sentence, &filler)?;
        let span = speaker.span.cover(colon.span);
        let scope = Span {
            start: colon.span.end,
            end: self.sentence.span.end,
        };
        Some(self.said(party, (span, scope), "headline"))
    }

    /// "According to X, …": the whole sentence.
    fn according_to(&self) -> Vec<Said> {
        let mut found = Vec::new();
        for piece in 0..self.sentence.pieces.len() {
            if self.sentence.pieces[piece].preposition() != Some("according to") {
                continue;
            }
            let (arguments, _) = self.sentence.arguments(piece + 1);
            let Some(party) = arguments
                .first()
                .and_then(|argument| self.joint_party(&argument.fillers))
            else {
                continue;
            };
            let words = self.sentence.pieces[piece].span;
            let last = arguments[0]
                .fillers
                .last()
                .map_or(words, |filler| filler.span);
            let said = self.said(
                party,
                (words.cover(last), self.sentence.span),
                "according-to",
            );
            found.push(said);
        }
        found
    }

    fn said(&self, speaker: Party, (span, scope): (Span, Span), rule: &'static str) -> Said {
        let medium = self.medium(&speaker);
        Said {
            speaker,
            hearer: None,
            medium,
            span,
            scope,
            sentence: self.index,
            clause: None,
            rule,
            time: None,
            colour: None,
            is_negated: false,
            is_unreal: false,
        }
    }

    /// A body that publishes speaks by press; people speak in conversation, to a hearer or not.
    fn medium(&self, speaker: &Party) -> Medium {
        let kind = speaker
            .entity
            .map(|entity| self.scene.entities[entity as usize].kind);
        let is_news = self.scene.document.kind == depeche_document::Kind::News;
        match kind {
            Some(EntityKind::Organization) if is_news => Medium::Press,
            Some(EntityKind::Organization | EntityKind::Document) => Medium::Document,
            _ => Medium::Conversation,
        }
    }

    fn of_clause(&self, at: usize) -> Option<Said> {
        let clause = &self.sentence.clauses[at];
        let group = &clause.group;
        if !is_reporting(group.lemma) || group.is_infinitive || group.is_gerund {
            return None;
        }
        if let Some(said) = self.closing(clause) {
            return Some(Said {
                clause: Some(at),
                ..said
            });
        }
        let (speaker, hearer) = self.sides(clause)?;
        let scope = self.content(clause)?;
        let medium = self.published(clause, &speaker);
        let time = clause
            .pieces
            .clone()
            .find_map(|piece| match self.sentence.pieces[piece].kind {
                Kind::Time(time) if self.sentence.pieces[piece].span.end <= scope.start => {
                    Some(time)
                }
                _ => None,
            });
        let mood = mood::of_clause(self.sentence, clause, &Vec::new());
        let first = clause.subject.first().map(|filler| filler.span);
        let verb = self.sentence.pieces[clause.verb].span;
        let start = first
            .filter(|first| first.start < verb.start)
            .unwrap_or(verb);
        let mut span = start.cover(verb);
        span.end = scope.start.max(span.end);
        Some(Said {
            hearer,
            medium,
            clause: Some(at),
            time,
            colour: mood::embedded(group.lemma)
                .filter(|colour| matches!(colour, Modality::Alleged | Modality::Denied)),
            is_negated: mood.polarity == crate::Polarity::Negative,
            is_unreal: matches!(mood.modality, Modality::Planned | Modality::Hypothetical),
            ..self.said(
                speaker,
                (span.trimmed(&self.scene.document.text), scope),
                "reporting-verb",
            )
        })
    }

    /// "WikiLeaks cables reveal": a body's documents speak as its publication.
    fn published(&self, clause: &Clause, speaker: &Party) -> Medium {
        let head = clause.subject.first();
        let noun = head.and_then(|head| self.sentence.noun(head.piece));
        let is_document = noun
            .and_then(|noun| noun.noun)
            .is_some_and(|noun| noun.class == crate::lexicon::Noun::Document);
        if is_document {
            return Medium::Publication;
        }
        match clause.group.lemma {
            "write" => Medium::Letter,
            "cable" => Medium::Cable,
            "announce" | "declare" => Medium::Speech,
            _ => self.medium(speaker),
        }
    }

    /// Speaker and hearer; of a passive, the one told is the subject.
    fn sides(&self, clause: &Clause) -> Option<(Party, Option<Party>)> {
        let hearer = |fillers: &[Filler]| {
            let acts = fillers
                .iter()
                .filter(|filler| self.scene.fits(self.sentence, filler, Fits::Acts));
            let fillers: Vec<Filler> = acts.copied().collect();
            self.joint_party(&fillers)
        };
        let of = |word: &str| {
            let argument = clause.argument(word);
            argument.map_or(&[][..], |argument: &Argument| &argument.fillers[..])
        };
        let has_hearer = WITH_HEARER.contains(&clause.group.lemma);
        if clause.group.is_passive {
            let speaker = self.speaker(of("by"))?;
            return Some((speaker, hearer(&clause.subject).filter(|_| has_hearer)));
        }
        let speaker = self.speaker(&clause.subject)?;
        let told = if has_hearer { of("") } else { of("to") };
        Some((speaker, hearer(told)))
    }

    /// Who speaks: people, bodies, and documents as such; a publisher through its documents.
    fn speaker(&self, fillers: &[Filler]) -> Option<Party> {
        let [filler] = fillers else {
            return self.joint_party(fillers);
        };
        let noun = self.sentence.noun(filler.piece)?;
        let is_document = noun
            .noun
            .is_some_and(|noun| noun.class == crate::lexicon::Noun::Document);
        if let (true, Some(modifier)) = (is_document, noun.modifier) {
            let mention = &self.scene.annotations.mentions[modifier];
            if mention.kind == EntityKind::Organization {
                let entity = self.scene.entity_at(mention.span)?;
                return Some(self.scene.party_of(entity, Some(mention.span)));
            }
        }
        let speaks = is_document || self.scene.fits(self.sentence, filler, Fits::Acts);
        if !speaks
            || self.scene.kind(self.sentence, filler) == Some(EntityKind::Place)
                && noun.mention.is_none()
        {
            return None;
        }
        self.scene.party(self.sentence, filler)
    }

    /// One party; several are one by their words.
    fn joint_party(&self, fillers: &[Filler]) -> Option<Party> {
        let (first, rest) = fillers.split_first()?;
        let party = self.scene.party(self.sentence, first)?;
        if rest.is_empty() {
            return Some(party);
        }
        let span = rest
            .iter()
            .fold(first.span, |span, filler| span.cover(filler.span));
        let words: Vec<&str> = self.scene.text(span).split_whitespace().collect();
        Some(Party {
            entity: None,
            name: words.join(" "),
            span: Some(span),
        })
    }

    /// Where what is told begins and ends.
    fn content(&self, clause: &Clause) -> Option<Span> {
        let end = clause.pieces.end;
        let rest = |start: u32| Span {
            start,
            end: self.sentence.span.end,
        };
        let next = self.sentence.pieces.get(end + 1);
        match self
            .sentence
            .pieces
            .get(end)
            .map(|piece| (piece.span, &piece.kind))
        {
            // "a meeting that had taken place": a relative clause.
            Some((_, Kind::That)) if next.is_some_and(|next| next.verb().is_some()) => {}
            Some((span, Kind::That | Kind::Colon | Kind::Quote)) => return Some(rest(span.end)),
            // "said Veld met": a clause without "that".
            Some((span, Kind::Noun(_))) => return Some(rest(span.start)),
            Some((_, Kind::Comma))
                if matches!(
                    self.sentence.pieces.get(end + 1).map(|piece| &piece.kind),
                    Some(Kind::Quote | Kind::That)
                ) =>
            {
                return Some(rest(self.sentence.pieces[end + 1].span.end));
            }
            _ => {}
        }
        topic_piece(clause).map(|topic| Span {
            start: self.sentence.pieces[topic].span.start,
            end: self.end_of_topic(end),
        })
    }

    /// A topic goes on to the next verb of the teller.
    fn end_of_topic(&self, from: usize) -> u32 {
        let pieces = &self.sentence.pieces;
        let next_verb = |at: usize| {
            matches!(pieces[at].kind, Kind::And | Kind::But)
                && pieces.get(at + 1).is_some_and(|next| next.verb().is_some())
        };
        let end = (from..pieces.len()).find(|at| next_verb(*at));
        end.map_or(self.sentence.span.end, |end| pieces[end].span.start)
    }

    /// "…, X reported." and "…," said X: the sentence before the comma.
    fn closing(&self, clause: &Clause) -> Option<Said> {
        if !CLOSING.contains(&clause.group.lemma) || clause.group.is_passive {
            return None;
        }
        let pieces = &self.sentence.pieces;
        let is_mark = |at: usize| matches!(pieces[at].kind, Kind::Comma | Kind::Quote);
        let inverted = clause.verb > 0 && is_mark(clause.verb - 1);
        let (fillers, first) = if inverted {
            let object = clause.object()?;
            (&object.fillers[..], clause.verb)
        } else {
            let first = clause.subject.first()?.piece;
            (&clause.subject[..], first)
        };
        let mark = first.checked_sub(1).filter(|mark| is_mark(*mark))?;
        let ends = pieces
            .get(clause.pieces.end)
            .is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Break));
        let tells_something = pieces[..mark].iter().any(|piece| piece.verb().is_some());
        if !ends || !tells_something || first > clause.verb {
            return None;
        }
        if !inverted && clause.object().is_some() {
            return None;
        }
        let speaker = self.speaker(fillers)?;
        let start = pieces[first].span;
        let last = pieces[clause.pieces.end.max(clause.verb + 1) - 1].span;
        let scope = Span {
            start: self.sentence.span.start,
            end: pieces[mark].span.start,
        };
        Some(self.said(speaker, (start.cover(last), scope), "closing-verb"))
    }
}
