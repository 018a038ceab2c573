//! All that was read out of one document.

use crate::attribution::{self, Said};
use crate::chain::{Chains, known_documents, occasions};
use crate::draft::{self, Draft};
use crate::scene::Scene;
use crate::sentence::{Sentence, quotation};
use crate::{
    Attribution, By, Entity, EventType, Modality, Polarity, Statement, StatementId, Telling,
    conversation, who,
};
use depeche_annotate::Annotations;
use depeche_document::{BlockKind, Document};
use depeche_text::{Problem, Span};
use depeche_time::{Anchor, AnchorSource, TimeExpression, TimeType};
use serde::{Deserialize, Serialize};

/// The name under which statements are signed.
const ANNOTATOR: &str = "frames";
/// Goes up when the output changes; documents read by an older one are read again.
pub const VERSION: u32 = 7;

/// All that was read out of one document: who is meant in it, and what it says happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Who and what is meant, in order of first mention.
    pub entities: Vec<Entity>,
    /// What is said to have happened, in text order.
    pub statements: Vec<Statement>,
    /// Tellings as their words, in text order; never stored.
    #[serde(skip)]
    pub attributions: Vec<Attribution>,
    /// What could not be read out.
    pub problems: Vec<Problem>,
}

/// Reads statements and entities out of an annotated document.
pub fn read(document: &Document, annotations: &Annotations) -> Reading {
    read_with(document, annotations, who::entities(document, annotations))
}

/// Reads with entities that are given.
pub(crate) fn read_with(
    document: &Document,
    annotations: &Annotations,
    entities: Vec<Entity>,
) -> Reading {
    let scene = Scene::new(document, annotations, &entities);
    let (drafts, said) = read_sentences(&scene);
    let statements = Writer::new(&scene, &drafts, &said).statements();
    Reading {
        statements,
        attributions: said.iter().map(Said::attribution).collect(),
        problems: Vec::new(),
        entities,
    }
}

fn read_sentences(scene: &Scene<'_>) -> (Vec<Draft>, Vec<Said>) {
    let text = scene.annotations.text(scene.document);
    let mut drafts: Vec<Draft> = conversation::read(scene).into_iter().collect();
    let mut said: Vec<Said> = Vec::new();
    let mut goes = Vec::new();
    let mut block = None;
    let mut is_open = false;
    for (index, span) in scene.annotations.sentences.iter().enumerate() {
        let Some((at, kind)) = block_of(scene.document, *span) else {
            continue;
        };
        // A quotation goes on over sentences, not over paragraphs.
        let starts_quoted = is_open && block == Some(at);
        block = Some(at);
        (is_open, _) = quotation(span.get(text).unwrap_or_default(), starts_quoted);
        let is_heading = matches!(kind, BlockKind::Title | BlockKind::Heading);
        let state = (is_heading, starts_quoted);
        let sentence = Sentence::read(text, scene.annotations, *span, state);
        drafts.extend(draft::read(scene, &sentence, index));
        said.extend(attribution::read(scene, &sentence, index));
        goes.push((index, attribution::goes(scene, &sentence, index)));
    }
    let said = attribution::join(scene, said, &goes);
    (drafts, said)
}

/// The block that a sentence stands in with its kind, where statements are read from it.
fn block_of(document: &Document, sentence: Span) -> Option<(usize, BlockKind)> {
    let after = document
        .blocks
        .partition_point(|block| block.span.end < sentence.end);
    let block = document.blocks.get(after)?;
    let is_inside = attribution::is_read(block.kind) && block.span.contains(sentence);
    is_inside.then_some((after, block.kind))
}

/// Turns drafts into statements: chains, times, ids, links.
struct Writer<'a> {
    scene: &'a Scene<'a>,
    drafts: &'a [Draft],
    said: &'a [Said],
}

impl<'a> Writer<'a> {
    fn new(scene: &'a Scene<'a>, drafts: &'a [Draft], said: &'a [Said]) -> Writer<'a> {
        Writer {
            scene,
            drafts,
            said,
        }
    }

    fn statements(&self) -> Vec<Statement> {
        let occasions = occasions(self.scene, self.drafts);
        let known = known_documents(self.scene, (self.drafts, self.said), &occasions);
        let notes = crate::scene::notes(self.scene.document);
        let chains = Chains {
            scene: self.scene,
            drafts: self.drafts,
            said: self.said,
            occasions: &occasions,
            known: &known,
            notes: &notes,
        };
        let mut written: Vec<(usize, Statement)> = Vec::with_capacity(self.drafts.len());
        for (index, draft) in self.drafts.iter().enumerate() {
            if let Some(statement) = self.statement(&chains, draft, index) {
                written.push((index, statement));
            }
        }
        let links = self.links(&chains, &written);
        for (from, to) in links {
            written[from].1.about.push(to);
        }
        let mut statements: Vec<Statement> = written
            .into_iter()
            .map(|(_, statement)| statement)
            .collect();
        statements.sort_by_key(|statement| (statement.trigger, statement.kind));
        statements.dedup_by_key(|statement| statement.id);
        statements
    }

    fn statement(&self, chains: &Chains<'_>, draft: &Draft, index: usize) -> Option<Statement> {
        let around = chains.around(draft);
        // What somebody did not say, or might say, is no statement of what happened.
        if around.iter().any(|said| said.is_negated || said.is_unreal) {
            return None;
        }
        if around.iter().any(|said| is_label(said, draft)) {
            return None;
        }
        let colour = around.iter().find_map(|said| said.colour);
        let mood = colour.map_or(draft.mood, |colour| draft.mood.under(colour));
        let chain = chains.chain(draft, index);
        let span = self.span(draft);
        let mut statement = Statement {
            id: StatementId::of(self.scene.document.id, draft.kind, span, draft.trigger),
            kind: draft.kind,
            span,
            trigger: draft.trigger,
            participants: draft.participants.clone(),
            place: draft.place.clone(),
            time: draft
                .time
                .map(|time| self.scene.annotations.times[time].clone()),
            polarity: mood.polarity,
            modality: mood.modality,
            about: Vec::new(),
            chain,
            by: By {
                annotator: ANNOTATOR.to_owned(),
                version: VERSION,
                rule: draft.rule.to_owned(),
            },
        };
        if draft.kind == EventType::Tell {
            set_by_occasion(&mut statement, chains);
        }
        if draft.rule == conversation::RULE {
            statement.time = self.scene.document.date.clone();
        }
        if statement
            .time
            .as_ref()
            .is_some_and(|time| is_misplaced(time, &statement.chain))
        {
            statement.time = None;
        }
        // "he shortly commented": what is told as past is not to come.
        if mood.is_past
            && statement
                .time
                .as_ref()
                .is_some_and(|time| time.value == "FUTURE_REF")
        {
            statement.time = None;
        }
        let happened = mood.is_past
            && mood.polarity == Polarity::Positive
            && matches!(mood.modality, Modality::Asserted | Modality::Alleged);
        let time = statement.time.as_ref();
        if happened && time.is_some_and(|time| is_to_come(time, &statement.chain)) {
            match draft.clause {
                // A day that is written out is the verb's: a later hand has added it.
                Some(_) if self.has_number(time) => {}
                Some(_) => statement.time = None,
                // "his visit in May": only named, and still to come.
                None => statement.modality = Modality::Planned,
            }
        }
        if statement.time.is_none() && happened {
            statement.time = before_telling(&statement.chain);
        }
        Some(statement)
    }

    /// "May 3", but not "next week".
    fn has_number(&self, time: Option<&TimeExpression>) -> bool {
        let words = time.and_then(|time| time.span);
        words.is_some_and(|words| {
            self.scene
                .text(words)
                .contains(|c: char| c.is_ascii_digit())
        })
    }

    /// The words of a draft; of a telling with what it tells in the same sentence.
    fn span(&self, draft: &Draft) -> Span {
        let is_it = |said: &&Said| {
            said.sentence == draft.sentence && said.clause.is_some() && said.clause == draft.clause
        };
        let said = self.said.iter().filter(is_it);
        let sentence = self.scene.annotations.sentences.get(draft.sentence);
        let told = said.flat_map(|said| &said.content);
        let told = told.filter(|told| sentence.is_some_and(|sentence| sentence.contains(**told)));
        told.fold(draft.span, |span, told| span.cover(*told))
    }

    /// Which statement is about which: a telling about what it tells, a cable about its meeting.
    fn links(
        &self,
        chains: &Chains<'_>,
        written: &[(usize, Statement)],
    ) -> Vec<(usize, StatementId)> {
        let position = |draft: usize| written.binary_search_by_key(&draft, |(index, _)| *index);
        let mut links = Vec::new();
        for (index, statement) in written {
            let around = chains.around(&self.drafts[*index]);
            let Some(clause) = around.first().and_then(|said| said.clause) else {
                continue;
            };
            let sentence = self.drafts[*index].sentence;
            let telling = written.iter().position(|(other, _)| {
                let other = &self.drafts[*other];
                other.sentence == sentence
                    && other.clause == Some(clause)
                    && matches!(other.kind, EventType::Tell | EventType::Deny)
            });
            links.extend(telling.map(|telling| (telling, statement.id)));
        }
        for known in chains.known {
            if let (Ok(from), Ok(to)) = (position(known.draft), position(known.about)) {
                links.push((from, written[to].1.id));
            }
        }
        links
    }
}

/// "The President: Moss left": the parse may have who speaks for who does.
fn is_label(said: &Said, draft: &Draft) -> bool {
    let mut spans = draft
        .participants
        .iter()
        .filter_map(|participant| participant.party.span);
    said.rule == "speaker-turn" && spans.any(|span| said.span.contains(span))
}

/// What one told the other when they met was told there and then.
fn set_by_occasion(statement: &mut Statement, chains: &Chains<'_>) {
    let sides: Vec<_> = statement
        .participants
        .iter()
        .map(|participant| Some(&participant.party))
        .collect();
    let Some(occasion) = chains.occasion(&sides, statement.span.start) else {
        return;
    };
    if statement.time.is_none() {
        statement.time = occasion.time.clone();
    }
    if statement.place.is_none() {
        statement.place = occasion.place.clone();
    }
}

/// Months between a telling and the document's date after which a time counted from the
/// document's date cannot be the teller's own.
const FAR_DAYS: i64 = 31;

/// Whether a time was counted from the document's date, but the words are those of somebody who
/// spoke long before: "next winter" of a talk is not that of the newspaper.
fn is_misplaced(time: &TimeExpression, chain: &[Telling]) -> bool {
    let counted = time.anchor.as_ref().is_some_and(|anchor| {
        matches!(anchor.from, AnchorSource::DocumentDate | AnchorSource::User)
    });
    let Some((document, tellings)) = chain.split_last() else {
        return false;
    };
    let day = |telling: &Telling| telling.time.as_ref().and_then(|time| time.latest);
    let told = tellings.first().and_then(day);
    match (told, day(document)) {
        (Some(told), Some(dated)) => counted && dated.days_since(told) > FAR_DAYS,
        _ => false,
    }
}

/// Whether a time lies behind the document's own: "pressed for an answer **next week**" is no date of
/// what was done.
fn is_to_come(time: &TimeExpression, chain: &[Telling]) -> bool {
    let document = chain.last().and_then(|telling| telling.time.as_ref());
    let dated = document.and_then(|dated| dated.latest);
    match (time.earliest, dated) {
        (Some(earliest), Some(dated)) => earliest.days_since(dated) > 1,
        _ => false,
    }
}

/// What is told as past, without a date of its own, lies before its first dated telling.
fn before_telling(chain: &[Telling]) -> Option<TimeExpression> {
    let told = chain.iter().find_map(|link| link.time.as_ref())?;
    let day = told.latest?;
    let value = day.to_string();
    Some(TimeExpression {
        span: None,
        kind: TimeType::Date,
        value: "PAST_REF".to_owned(),
        modifier: None,
        edtf: Some(format!("../{value}")),
        earliest: None,
        latest: Some(day),
        rule: "before-telling".to_owned(),
        anchor: Some(Anchor {
            value: told.edtf.clone().unwrap_or(value),
            from: AnchorSource::Telling,
            span: told.span,
        }),
        unresolved: None,
    })
}
