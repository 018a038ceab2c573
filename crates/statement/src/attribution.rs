//! Who tells what in a text: tellings by verb, by "according to", by headline, by speaker turn.
//!
//! A telling has a source, a cue and a content (Pareti 2012), a hearer where one is named, and
//! the medium. Stances ("praised", "wants") are read alike, but pass nothing on: they are given
//! to be scored and shown, and stand in no chain.

mod attitude;
mod beside;
mod content;
mod cue_edges;
mod cues;
mod goes_on;
mod nominal;
mod passed_on;
mod quotation;
mod second;
mod sides;
mod turn;
mod verb;

pub(crate) use cues::is_reporting;
pub(crate) use goes_on::{Goes, RULE as GOES_ON};

use crate::scene::Scene;
use crate::sentence::{Clause, Sentence};
use crate::{Attribution, Medium, Modality, Party};
use depeche_annotate::EntityKind;
use depeche_document::BlockKind;
use depeche_text::Span;

/// A telling in the text.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// Who tells; `None` where a pronoun stands for somebody unknown.
    pub(crate) speaker: Option<Party>,
    pub(crate) hearer: Option<Party>,
    pub(crate) medium: Medium,
    /// The words of the teller.
    pub(crate) source: Option<Span>,
    /// The words that say that something is told.
    pub(crate) cue: Span,
    /// Teller, cue and hearer.
    pub(crate) span: Span,
    /// What is told, in text order; it may go on in later sentences.
    pub(crate) content: Vec<Span>,
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
    /// A view or wish, not a telling.
    pub(crate) is_stance: bool,
}

impl Said {
    /// Whether something at these words is told by it.
    pub(crate) fn tells(&self, words: Span) -> bool {
        let told = self.content.iter().any(|content| content.contains(words));
        told && !self.span.contains(words)
    }

    /// How many bytes it tells.
    pub(crate) fn reach(&self) -> usize {
        self.content.iter().map(|content| content.len()).sum()
    }

    /// Its words.
    pub(crate) fn attribution(&self) -> Attribution {
        Attribution {
            source: self.source,
            cue: self.cue,
            content: self.content.clone(),
            hearer: self.hearer.as_ref().and_then(|hearer| hearer.span),
            rule: self.rule,
        }
    }
}

/// The head of what a verb that tells is about: "briefed X on **a meeting**", "reveal
/// **details** of a meeting". Where and when in it are not the telling's own.
pub(crate) fn topic(sentence: &Sentence<'_>, clause: &Clause<'_>) -> Option<usize> {
    let lemma = clause.group.lemma;
    if !is_reporting(lemma) || clause.group.is_passive {
        return None;
    }
    let topics = ["on", "about", "of", "regarding", "concerning"];
    let is_topic = |preposition: &str| {
        topics.contains(&preposition) || preposition.is_empty() && !cues::has_hearer(lemma)
    };
    let mut arguments = clause.arguments.iter();
    let argument = arguments.find(|argument| is_topic(argument.preposition))?;
    let head = argument.fillers.first()?.head;
    sentence.tree.time(head).is_none().then_some(head)
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
    found.extend(reader.in_poll());
    for at in 0..sentence.clauses.len() {
        found.extend(reader.of_clause(at));
    }
    found.extend(reader.of_nouns());
    found.extend(reader.passed_on());
    found.sort_by_key(|said| said.span);
    found
}

/// How a sentence stands to what the one before it tells.
pub(crate) fn goes(scene: &Scene<'_>, sentence: &Sentence<'_>, index: usize) -> Goes {
    let reader = Reader {
        scene,
        sentence,
        index,
    };
    reader.goes()
}

/// Finds what is told over more than one sentence: speaker turns, quotations that go on, reported
/// speech that goes on without a word of telling.
pub(crate) fn join(scene: &Scene<'_>, said: Vec<Said>, goes: &[(usize, Goes)]) -> Vec<Said> {
    let mut said = quotation::go_on(scene, said);
    quotation::speak_on(scene, &mut said);
    said.extend(turn::read(scene));
    said.sort_by_key(|said| (said.sentence, said.span));
    goes_on::read(scene, &mut said, goes);
    said.sort_by_key(|said| (said.sentence, said.span));
    said
}

struct Reader<'a, 's> {
    scene: &'a Scene<'s>,
    sentence: &'a Sentence<'a>,
    index: usize,
}

impl Reader<'_, '_> {
    /// "WikiLeaks: …" in a title.
    fn headline(&self) -> Option<Said> {
        let colon = (1..self.sentence.words.len().min(12))
            .find(|word| self.sentence.slice(self.sentence.words[*word].span) == ":")?;
        let speaker = self.sentence.tree.node(0);
        let span = self.sentence.tree.cover_span(speaker)?;
        let is_all = self.sentence.words[colon - 1].span.end == span.end;
        let mention = self.sentence.mention(speaker)?;
        let speaks = matches!(mention.kind, EntityKind::Organization | EntityKind::Person);
        if !self.sentence.is_heading || !is_all || !speaks {
            return None;
        }
        let party = self
            .scene
            .party(self.sentence, &self.sentence.filler(speaker))?;
        let cue = self.sentence.words[colon].span;
        let rest = Span {
            start: cue.end,
            end: self.sentence.span.end,
        };
        let content = rest.trimmed(self.sentence.text);
        Some(Said {
            source: Some(span),
            cue,
            ..self.said(Some(party), (span.cover(cue), content), "headline")
        })
    }

    /// "According to X, …": the rest of the sentence.
    fn according_to(&self) -> Vec<Said> {
        let sentence = self.sentence;
        let is_cue = |word: &usize| {
            sentence.lower(*word) == "according"
                && *word + 1 < sentence.words.len()
                && sentence.lower(*word + 1) == "to"
        };
        let mut found = Vec::new();
        for word in (0..sentence.words.len()).filter(is_cue) {
            let below = sentence.children_as(word + 1, &["pobj"]).next();
            let head = below
                .or_else(|| sentence.children_as(word, &["pobj"]).next())
                .or_else(|| self.last_before_mark(word + 2));
            let Some(head) = head else {
                continue;
            };
            let members = sentence.members(head);
            let party = self.joint_party(&members);
            let cue = sentence.words[word]
                .span
                .cover(sentence.words[word + 1].span);
            let source = self.source(head);
            let span = cue.cover(source);
            let content = self.around_inside(span, self.told_above(word));
            let said = self.said(party, (span, sentence.span), "according-to");
            found.push(Said {
                source: Some(source),
                cue,
                content,
                ..said
            });
        }
        found
    }

    /// "**In a poll of May**, half of them said": what a poll says.
    fn in_poll(&self) -> Option<Said> {
        let sentence = self.sentence;
        let is_in = !sentence.words.is_empty() && sentence.lower(0) == "in";
        let head = sentence.children_as(0, &["pobj"]).next()?;
        if !is_in || !matches!(sentence.lemma(head), "poll" | "survey") {
            return None;
        }
        let source = self.whole(head);
        let comma = sentence
            .words
            .partition_point(|word| word.span.start < source.end);
        let rest = sentence.words.get(comma + 1)?.span;
        if sentence.lower(comma) != "," {
            return None;
        }
        let content = Span {
            start: rest.start,
            end: sentence.span.end,
        };
        let cue = sentence.words[0].span;
        let party = self.joint_party(&sentence.members(head));
        let span = cue.cover(source);
        Some(Said {
            source: Some(source),
            cue,
            content: vec![self.finished(content)],
            medium: Medium::Publication,
            ..self.said(party, (span, content), "according-to")
        })
    }

    /// The words of the clause that is told, in which a word stands: "said that **according to him** A
    /// left".
    fn told_above(&self, word: usize) -> Option<Span> {
        let sentence = self.sentence;
        let above = std::iter::once(word).chain(sentence.tree.above(word));
        let mut told = above.filter(|word| sentence.tree.dep(*word) == "ccomp");
        let verb = told.find(|verb| {
            let head = sentence.tree.head(*verb);
            head < *verb && sentence.clause_at(head).is_some()
        })?;
        Some(self.whole(verb))
    }

    /// The last noun from a word on before a mark: who is meant where the parse saw a verb.
    fn last_before_mark(&self, from: usize) -> Option<usize> {
        let sentence = self.sentence;
        let is_mark = |word: &usize| sentence.words[*word].pos == "PUNCT";
        let words = (from..sentence.words.len()).take_while(|word| !is_mark(word));
        let last = words.filter(|word| sentence.is_nominal(*word)).last()?;
        Some(sentence.tree.node(last))
    }

    fn said(
        &self,
        speaker: Option<Party>,
        (span, content): (Span, Span),
        rule: &'static str,
    ) -> Said {
        Said {
            medium: self.medium(speaker.as_ref()),
            speaker,
            hearer: None,
            source: None,
            cue: span,
            span,
            content: vec![content],
            sentence: self.index,
            clause: None,
            rule,
            time: None,
            colour: None,
            is_negated: false,
            is_unreal: false,
            is_stance: false,
        }
    }

    /// A body that publishes speaks by press; people speak in conversation, to a hearer or not.
    fn medium(&self, speaker: Option<&Party>) -> Medium {
        let kind = speaker
            .and_then(|speaker| speaker.entity)
            .map(|entity| self.scene.entities[entity as usize].kind);
        let is_news = self.scene.document.kind == depeche_document::Kind::News;
        match kind {
            Some(EntityKind::Organization) if is_news => Medium::Press,
            Some(EntityKind::Organization | EntityKind::Document) => Medium::Document,
            _ => Medium::Conversation,
        }
    }
}

/// Whether statements and tellings are read from a block.
pub(crate) fn is_read(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Title | BlockKind::Heading | BlockKind::Paragraph | BlockKind::Quote
    )
}
