//! One document with its annotations and entities: who a noun phrase means.

use crate::frames::Fits;
use crate::lexicon::Noun;
use crate::sentence::{Filler, NounPhrase, Sentence, inside};
use crate::{Entity, Party, Where, earlier_mail};
use depeche_annotate::{Annotations, EntityKind, MentionForm};
use depeche_document::{BlockKind, Document, Kind};
use depeche_text::{Span, fold};
use std::collections::BTreeSet;

/// One document, annotated, with its entities.
pub(crate) struct Scene<'a> {
    pub(crate) document: &'a Document,
    pub(crate) annotations: &'a Annotations,
    pub(crate) entities: &'a [Entity],
    /// Mentions of all entities by start.
    by_span: Vec<(Span, u32)>,
    /// Nouns that mean an entity: "the **ministry**".
    described: BTreeSet<Span>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(
        document: &'a Document,
        annotations: &'a Annotations,
        entities: &'a [Entity],
    ) -> Scene<'a> {
        let mut by_span: Vec<(Span, u32)> = Vec::new();
        for (index, entity) in (0..).zip(entities) {
            by_span.extend(entity.mentions.iter().map(|mention| (mention.span, index)));
        }
        by_span.sort_unstable();
        let mentions = entities.iter().flat_map(|entity| &entity.mentions);
        let described = mentions.filter(|mention| mention.by == ["reference:description"]);
        let described = described.map(|mention| mention.span).collect();
        Scene {
            document,
            annotations,
            entities,
            by_span,
            described,
        }
    }

    pub(crate) fn text(&self, span: Span) -> &'a str {
        span.get(&self.document.text).unwrap_or_default()
    }

    /// The only entity whose mention is exactly this span; "they" may be two.
    pub(crate) fn entity_at(&self, span: Span) -> Option<u32> {
        let at = self.by_span.partition_point(|(found, _)| *found < span);
        let mut here = self.by_span[at..].iter();
        let mut here = here.by_ref().take_while(|(found, _)| *found == span);
        let (_, entity) = here.next()?;
        here.all(|(_, other)| other == entity).then_some(*entity)
    }

    /// The entity whose mention ends a phrase: "the American **ambassador**", where it is known; of
    /// bodies only nouns that mean one by themselves.
    fn entity_ending(&self, span: Span) -> Option<u32> {
        let first = self
            .by_span
            .partition_point(|(found, _)| found.start < span.start);
        self.by_span[first..]
            .iter()
            .take_while(|(found, _)| found.start < span.end)
            .find(|(found, entity)| {
                let is_person = self.entities[*entity as usize].kind == EntityKind::Person;
                found.end == span.end && (is_person || self.described.contains(found))
            })
            .map(|(_, entity)| *entity)
    }

    /// The first person who is mentioned within a span, and where.
    pub(crate) fn person_in(&self, span: Span) -> Option<(u32, Span)> {
        let first = self
            .by_span
            .partition_point(|(found, _)| found.start < span.start);
        let inside = self.by_span[first..].iter();
        let mut inside = inside.take_while(|(found, _)| found.end <= span.end);
        let is_person = |entity: u32| self.entities[entity as usize].kind == EntityKind::Person;
        let found = inside.find(|(_, entity)| is_person(*entity));
        found.map(|(span, entity)| (*entity, *span))
    }

    pub(crate) fn entity_named(&self, name: &str) -> Option<u32> {
        let key = fold(name);
        let is_it = |entity: &Entity| {
            fold(&entity.name) == key || entity.aliases.iter().any(|alias| fold(alias) == key)
        };
        let found = self.entities.iter().position(is_it)?;
        u32::try_from(found).ok()
    }

    /// An entity as a party, at these words.
    pub(crate) fn party_of(&self, entity: u32, span: Option<Span>) -> Party {
        Party {
            entity: Some(entity),
            name: self.entities[entity as usize].name.clone(),
            span,
        }
    }

    /// A name in a field, joined to the entity of that name where there is one.
    pub(crate) fn party_named(&self, name: &str, span: Option<Span>) -> Party {
        match self.entity_named(name) {
            Some(entity) => self.party_of(entity, span),
            None => Party {
                entity: None,
                name: name.to_owned(),
                span,
            },
        }
    }

    /// Who a phrase means: an entity, or its own words; `None` for an unresolved pronoun.
    pub(crate) fn party(&self, sentence: &Sentence<'_>, filler: &Filler) -> Option<Party> {
        let noun = sentence.noun(filler.head)?;
        let head = sentence.core(filler.head);
        if let Some(mention) = noun.mention {
            let mention = &self.annotations.mentions[mention];
            return Some(match self.entity_at(mention.span) {
                Some(entity) => self.party_of(entity, Some(mention.span)),
                None => self.words(mention.full.cover(mention.span)),
            });
        }
        if noun.is_pronoun {
            return match self.entity_at(head) {
                Some(entity) => Some(self.party_of(entity, Some(head))),
                None if sentence.is_quoted(filler.head) => None,
                None => self.author(head),
            };
        }
        if let Some(body) = self.body_of_representatives(&noun) {
            return Some(self.party_of(body, Some(filler.span)));
        }
        match self.entity_ending(head) {
            Some(entity) => Some(self.party_of(entity, Some(head))),
            None => Some(self.words(filler.span)),
        }
    }

    fn words(&self, span: Span) -> Party {
        let words: Vec<&str> = self.text(span).split_whitespace().collect();
        Party {
            entity: None,
            name: words.join(" "),
            span: Some(span),
        }
    }

    /// "Mossad representatives" means the body; "Veld's aides" only the aides.
    fn body_of_representatives(&self, noun: &NounPhrase) -> Option<u32> {
        let mention = &self.annotations.mentions[noun.modifier?];
        let speaks_for = noun.noun.is_some_and(|noun| {
            matches!(
                noun.lemma,
                "representative"
                    | "official"
                    | "spokesman"
                    | "spokeswoman"
                    | "spokesperson"
                    | "source"
                    | "delegation"
                    | "delegate"
            )
        });
        let is_body = mention.kind == EntityKind::Organization && mention.form == MentionForm::Name;
        (speaks_for && is_body).then(|| self.entity_at(mention.span))?
    }

    /// "I" in a letter or cable is who signed it.
    fn author(&self, span: Span) -> Option<Party> {
        let writes = matches!(self.document.kind, Kind::Cable | Kind::Letter | Kind::Mail);
        if !writes || !matches!(self.text(span), "I" | "me") {
            return None;
        }
        let block = earlier_mail::block_at(self.document, span.start);
        let is_anothers = earlier_mail::is_earlier(self.document, block)
            || letter_within(self.document).is_some_and(|start| start <= span.start);
        if is_anothers || is_passed_on(self.document) {
            return None;
        }
        let field = ["signer", "author", "from"]
            .iter()
            .find_map(|name| self.document.field(name))?;
        Some(Party {
            span: Some(span),
            ..self.party_named(&field.value, None)
        })
    }

    /// The kind of what a phrase means, where it is known.
    pub(crate) fn kind(&self, sentence: &Sentence<'_>, filler: &Filler) -> Option<EntityKind> {
        let noun = sentence.noun(filler.head)?;
        if let Some(mention) = noun.mention {
            return Some(self.annotations.mentions[mention].kind);
        }
        let head = sentence.core(filler.head);
        if noun.is_pronoun {
            let entity = self.entity_at(head);
            let kind = entity.map(|entity| self.entities[entity as usize].kind);
            return kind.or_else(|| self.author(head).map(|_| EntityKind::Person));
        }
        if let Some(counted) = sentence.counted(filler.head) {
            return self.kind(sentence, &sentence.filler(counted));
        }
        match noun.noun.map(|noun| noun.class) {
            Some(Noun::Person) => Some(EntityKind::Person),
            Some(Noun::Body) => Some(EntityKind::Organization),
            Some(Noun::Document) => Some(EntityKind::Document),
            _ => None,
        }
    }

    pub(crate) fn fits(&self, sentence: &Sentence<'_>, filler: &Filler, fits: Fits) -> bool {
        let Some(noun) = sentence.noun(filler.head) else {
            return false;
        };
        let kind = self.kind(sentence, filler);
        if noun.is_relative {
            return false;
        }
        match fits {
            // "That is demanded by all": a word that only points says nothing.
            Fits::Thing | Fits::Anything if noun.is_pointing => false,
            Fits::Thing => !noun.is_pronoun && kind != Some(EntityKind::Person),
            Fits::Anything => !noun.is_pronoun || kind.is_some(),
            Fits::Text => {
                kind == Some(EntityKind::Document)
                    || noun.noun.is_some_and(|noun| {
                        matches!(
                            noun.class,
                            Noun::Document | Noun::Agreement | Noun::Proposal
                        )
                    })
            }
            Fits::Place => {
                noun.mention.is_some()
                    && matches!(kind, Some(EntityKind::Place | EntityKind::Facility))
            }
            Fits::Somewhere => {
                noun.mention.is_some()
                    && !matches!(kind, Some(EntityKind::Document | EntityKind::Event))
            }
            Fits::Named => noun.mention.is_some() && kind != Some(EntityKind::Document),
            Fits::Person => kind == Some(EntityKind::Person),
            Fits::Acts => {
                let people = noun.is_quantifier
                    && noun.noun.is_none()
                    && noun.mention.is_none()
                    && !sentence.is_all_of_it(filler.head)
                    && self.are_of_people(sentence, filler.head);
                people
                    || noun.is_unknown_name && kind.is_none()
                    || matches!(
                        kind,
                        Some(
                            EntityKind::Person
                                | EntityKind::Organization
                                | EntityKind::Group
                                | EntityKind::Place
                                | EntityKind::Facility
                        )
                    )
            }
        }
    }

    /// "some of **the officials**", but not "some of the plans".
    fn are_of_people(&self, sentence: &Sentence<'_>, head: usize) -> bool {
        let mut of = sentence.children_as(head, &["prep"]);
        let Some(of) = of.find(|word| *word > head && sentence.lemma(*word) == "of") else {
            return true;
        };
        let mut whose = sentence.children_as(of, &["pobj"]);
        whose.all(|word| {
            word > head && self.fits(sentence, &sentence.filler(word), Fits::Acts)
                || sentence.noun(word).is_some_and(|noun| noun.is_pronoun)
        })
    }

    pub(crate) fn is_they(&self, sentence: &Sentence<'_>, filler: &Filler) -> bool {
        let noun = sentence.noun(filler.head);
        noun.is_some_and(|noun| noun.is_pronoun)
            && matches!(self.text(filler.span), "they" | "They" | "we" | "We")
            && self.party(sentence, filler).is_some()
    }

    /// The countries named in a body's own name, folded: "Arland" of "the Arland Embassy".
    pub(crate) fn countries_in(&self, body: &Party) -> Vec<String> {
        let Some(span) = body.span else {
            return Vec::new();
        };
        let inside = inside(&self.annotations.mentions, span, |m| m.span);
        let places = inside.filter(|(_, mention)| mention.kind == EntityKind::Place);
        let mut names: Vec<String> = Vec::new();
        for (_, place) in places {
            names.push(fold(self.text(place.span)));
            if let Some(entity) = self.entity_at(place.span) {
                names.push(fold(&self.entities[entity as usize].name));
            }
        }
        names
    }

    /// A place as named by a phrase: its head, or the last place inside ("the capital of X").
    pub(crate) fn place(&self, sentence: &Sentence<'_>, filler: &Filler) -> Option<Where> {
        let inside = inside(&self.annotations.mentions, filler.span, |m| m.span);
        let (_, mention) = inside
            .filter(|(_, mention)| {
                mention.kind == EntityKind::Place && mention.form == MentionForm::Name
            })
            .last()?;
        let noun = sentence.noun(filler.head)?;
        let is_other = noun.mention.is_some_and(|head| {
            let head = &self.annotations.mentions[head];
            head.kind != EntityKind::Place
        });
        if is_other {
            return None;
        }
        let entity = self.entity_at(mention.span);
        Some(Where {
            entity,
            name: entity.map_or_else(
                || self.text(mention.span).to_owned(),
                |entity| self.entities[entity as usize].name.clone(),
            ),
            span: Some(mention.span),
        })
    }
}

/// The footnotes and notes on the source, in text order: editors wrote them, later.
pub(crate) fn notes(document: &Document) -> Vec<Span> {
    let fields = document.fields.iter();
    let notes = fields.filter(|field| matches!(field.name.as_str(), "footnote" | "source"));
    let mut notes: Vec<Span> = notes.filter_map(|note| note.span).collect();
    notes.sort();
    notes
}

/// Where the letter begins that a telegram passes on: "Dear King Paul:". What is "I" behind it is not
/// the telegram's sender.
pub(crate) fn letter_within(document: &Document) -> Option<u32> {
    const ADDRESS: usize = 60;
    if document.kind != Kind::Cable {
        return None;
    }
    let text = &document.text;
    let found = ["Dear ", "DEAR ", "Excellency:", "EXCELLENCY:"]
        .iter()
        .flat_map(|word| text.match_indices(word));
    let starts = found.filter(|(start, _)| {
        let line = text[*start..].split('\n').next().unwrap_or_default();
        line.find(':')
            .or_else(|| line.find(','))
            .is_some_and(|mark| mark < ADDRESS)
    });
    starts.map(|(start, _)| start as u32).min()
}

/// Whether who signs a telegram only passes it on: "For Ambassador from Under Secretary". The Secretary
/// and the ambassador sign what is from them.
pub(crate) fn is_passed_on(document: &Document) -> bool {
    const OPENING_BLOCKS: usize = 12;
    const OPENING_BYTES: usize = 80;
    const LONGEST: usize = 40;
    if document.kind != Kind::Cable {
        return false;
    }
    let signer = document.field("signer").map(|field| fold(&field.value));
    let surname = signer.and_then(|name| name.rsplit(' ').next().map(str::to_owned));
    let is_own = |from: &str| {
        let from = fold(from);
        let mut words = from.split(|letter: char| !letter.is_alphabetic());
        let is_signer = words.any(|word| Some(word) == surname.as_deref());
        let bare = from.strip_prefix("the ").unwrap_or(&from);
        let signs = ["secretary", "acting secretary", "ambassador", "charge"];
        is_signer || signs.iter().any(|office| bare.starts_with(office))
    };
    let blocks = document.blocks.iter();
    let mut blocks = blocks
        .filter(|block| block.kind != BlockKind::Furniture)
        .take(OPENING_BLOCKS);
    blocks.any(|block| {
        let text = block.span.get(&document.text).unwrap_or_default();
        let start: String = text.chars().take(OPENING_BYTES).collect();
        let start = start.to_lowercase();
        let mut parts = start.split(['.', '\n']).map(str::trim_start);
        parts.any(|part| {
            let from = part
                .strip_prefix("for ")
                .and_then(|part| part.split_once(" from "));
            from.is_some_and(|(to, from)| to.len() <= LONGEST && !is_own(from))
        })
    })
}
