use super::{Anchor, Choice, DecisionState, Effect, Effects, Place, Resolver};
use crate::{Archive, Batch, ErrorKind, ItemRow, Packed, Store};
use depeche_annotate::EntityKind;
use depeche_document::{Document, DocumentId, Kind, Place as At};
use depeche_source::ItemId;
use depeche_statement::{
    By, Entity, EntityId, EntityMention, EventType, Modality, Participant, ParticipantRole, Party,
    Polarity, Reading, Statement, StatementId,
};
use depeche_text::Span;

const TEXT: &str = "Anna Holm met Holm in Vik. Holm told Berg that Anna Holm had left.";

fn document(bytes: &[u8], text: &str) -> Document {
    let (item, place) = (ItemId::of(bytes), At::Whole);
    Document {
        id: DocumentId::of(item, &place),
        item,
        place,
        kind: Kind::Text,
        title: None,
        language: None,
        text: text.to_owned(),
        blocks: Vec::new(),
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

/// The span of the `nth` time that words stand in a text, from 0.
fn nth(text: &str, words: &str, nth: usize) -> Span {
    let start = text.match_indices(words).nth(nth).unwrap().0;
    Span::new(start, start + words.len())
}

fn entity(id: u64, name: &str, spans: &[Span]) -> Entity {
    let mention = |span: &Span| EntityMention {
        span: *span,
        by: vec!["model".to_owned()],
    };
    Entity {
        id: EntityId(id),
        kind: EntityKind::Person,
        name: name.to_owned(),
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions: spans.iter().map(mention).collect(),
    }
}

/// "Anna Holm" is entity 1, "Holm" 2 (which stands in "Anna Holm" too, so twice alone), "Berg" 3.
fn reading(document: &Document) -> Reading {
    let text = document.text.as_str();
    let spans = [
        nth(text, "Anna Holm", 0),
        nth(text, "Holm", 1),
        nth(text, "Holm", 2),
        nth(text, "Berg", 0),
        nth(text, "Anna Holm", 1),
    ];
    let party = |entity: u32, name: &str, span: Span| Participant {
        role: ParticipantRole::Actor,
        party: Party {
            entity: Some(entity),
            name: name.to_owned(),
            span: Some(span),
        },
    };
    let statement = |kind, span: Span, participants| Statement {
        id: StatementId::of(document.id, kind, span, span),
        kind,
        span,
        trigger: span,
        participants,
        place: None,
        time: None,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        about: Vec::new(),
        chain: Vec::new(),
        by: By {
            annotator: "test".to_owned(),
            version: 1,
            rule: "test".to_owned(),
        },
    };
    Reading {
        entities: vec![
            entity(1, "Anna Holm", &[spans[0], spans[4]]),
            entity(2, "Holm", &[spans[1], spans[2]]),
            entity(3, "Berg", &[spans[3]]),
        ],
        statements: vec![
            statement(
                EventType::Meet,
                spans[0],
                vec![party(0, "Anna Holm", spans[0]), party(1, "Holm", spans[1])],
            ),
            statement(
                EventType::Tell,
                spans[2],
                vec![party(1, "Holm", spans[2]), party(2, "Berg", spans[3])],
            ),
        ],
        problems: Vec::new(),
        attributions: Vec::new(),
    }
}

/// Who takes part, with the id of the entity: `Holm/2`.
fn parties(reading: &Reading) -> Vec<String> {
    let participants = reading.statements.iter().flat_map(|own| &own.participants);
    participants
        .map(|own| {
            let entity = own
                .party
                .entity
                .map(|index| reading.entities[index as usize].id.0);
            format!("{}/{}", own.party.name, entity.unwrap_or(0))
        })
        .collect()
}

/// What the decisions with these effects make of the reading.
fn check(effects: Vec<Effect>, expected: [&str; 4]) -> Reading {
    let document = document(b"x", TEXT);
    let mut own = reading(&document);
    let list = effects.into_iter().enumerate();
    let list = list
        .map(|(index, effect)| (index as u32 + 1, effect))
        .collect();
    Effects::new(list).lay_over_reading(&document, &mut own);
    assert_eq!(parties(&own), expected);
    for entity in &own.entities {
        assert!(
            !entity.mentions.is_empty(),
            "{} has no mention",
            entity.name
        );
    }
    own
}

fn key() -> u64 {
    document(b"x", TEXT).id.key()
}

fn merge(into: u64, from: &[u64], name: &str) -> Effect {
    Effect::Merge {
        into,
        from: from.to_vec(),
        name: name.to_owned(),
        kind: EntityKind::Person,
    }
}

fn places(spans: &[Span]) -> Vec<Place> {
    vec![Place {
        document: key(),
        spans: spans.to_vec(),
    }]
}

#[test]
fn merged_entities_are_one_with_all_mentions_and_names() {
    let own = check(
        vec![merge(1, &[2], "Anna Holm")],
        ["Anna Holm/1", "Anna Holm/1", "Anna Holm/1", "Berg/3"],
    );
    assert_eq!(own.entities.len(), 2);
    assert_eq!(own.entities[0].mentions.len(), 4);
    assert_eq!(own.entities[0].aliases, ["Holm"]);
}

#[test]
fn a_merge_into_one_who_is_not_there_renames() {
    let own = check(
        vec![merge(9, &[3], "Jan Berg")],
        ["Anna Holm/1", "Holm/2", "Holm/2", "Jan Berg/9"],
    );
    assert_eq!(own.entities[2].aliases, ["Berg"]);
}

#[test]
fn a_split_moves_the_mentions_and_who_is_meant_there() {
    let own = check(
        vec![Effect::Split {
            into: 7,
            places: places(&[nth(TEXT, "Holm", 2)]),
        }],
        ["Anna Holm/1", "Holm/2", "Holm/7", "Berg/3"],
    );
    assert_eq!(own.entities[3].name, "Holm");
}

#[test]
fn what_was_split_can_be_merged_with_another() {
    check(
        vec![
            Effect::Split {
                into: 7,
                places: places(&[nth(TEXT, "Holm", 2)]),
            },
            merge(3, &[7], "Berg"),
        ],
        ["Anna Holm/1", "Holm/2", "Berg/3", "Berg/3"],
    );
}

#[test]
fn what_is_no_name_means_nobody_and_keeps_its_words() {
    let everywhere = Effect::Reject {
        entities: vec![2],
        places: Vec::new(),
    };
    let own = check(
        vec![everywhere],
        ["Anna Holm/1", "Holm/0", "Holm/0", "Berg/3"],
    );
    assert_eq!(own.entities.len(), 2);
    let one = Effect::Reject {
        entities: Vec::new(),
        places: places(&[nth(TEXT, "Holm", 1)]),
    };
    check(vec![one], ["Anna Holm/1", "Holm/0", "Holm/2", "Berg/3"]);
}

#[test]
fn the_last_name_given_holds() {
    let rename = |name: &str| Effect::Rename {
        entities: vec![3],
        name: name.to_owned(),
    };
    let own = check(
        vec![rename("Jan Berg"), rename("Jon Berg")],
        ["Anna Holm/1", "Holm/2", "Holm/2", "Jon Berg/3"],
    );
    assert_eq!(own.entities[2].aliases, ["Berg", "Jan Berg"]);
}

#[test]
fn words_are_found_again_by_what_stands_around_them() {
    let old = document(b"x", TEXT);
    let anchor = Anchor::at(&old, nth(TEXT, "Holm", 2)).unwrap();
    assert_eq!(anchor.find(TEXT), Some(nth(TEXT, "Holm", 2)));
    let moved = format!("A new heading that the reader found.\n\n{TEXT}");
    assert_eq!(anchor.find(&moved), Some(nth(&moved, "Holm", 2)));
    let odd = TEXT.replace("in Vik.", "in Vik, it is said.");
    assert_eq!(anchor.find(&odd), Some(nth(&odd, "Holm", 2)));
    assert_eq!(anchor.find("Holm"), None);
    assert_eq!(anchor.find("Nobody is here."), None);
    assert_eq!(anchor.find(""), None);
    let first = Anchor::at_start(&old);
    assert_eq!(
        (first.words.as_str(), first.find(TEXT)),
        (TEXT, Some(Span::new(0, TEXT.len())))
    );
    let empty = Anchor::at_start(&document(b"x", ""));
    assert_eq!(
        (empty.find(""), empty.find("x")),
        (Some(Span::new(0, 0)), None)
    );
}

fn store_of(documents: &[&Document]) -> (tempfile::TempDir, Archive) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open_or_create(&folder.path().join("archive")).unwrap();
    let mut batch = Batch::new(archive.store().unwrap());
    for document in documents {
        let row = ItemRow {
            id: document.item,
            media_type: "text/plain".to_owned(),
            size_bytes: 1,
            kept_bytes: None,
        };
        batch.put_item(&row).unwrap();
        let packed = Packed::new((*document).clone(), Some(&reading(document)));
        batch.put_document(&packed).unwrap();
    }
    batch.commit().unwrap();
    (folder, archive)
}

fn resolve(store: &Store, choice: &Choice) -> Result<Effect, String> {
    Resolver::new(store, Effects::default())
        .resolve(1, choice)
        .unwrap()
}

#[test]
fn what_a_decision_does_is_found_by_its_words() {
    let document = document(b"x", TEXT);
    let (_folder, archive) = store_of(&[&document]);
    let store = archive.store().unwrap();
    let at = |words, index| Anchor::at(&document, nth(TEXT, words, index)).unwrap();
    let choice = Choice::Merge {
        entity: vec![at("Anna Holm", 0)],
        others: vec![vec![at("Holm", 1), at("Holm", 2)], vec![at("Berg", 0)]],
        name: "Anna Holm".to_owned(),
        entity_kind: EntityKind::Person,
    };
    assert_eq!(resolve(&store, &choice), Ok(merge(1, &[2, 3], "Anna Holm")));
    let gone = Anchor {
        words: "Nobody".to_owned(),
        ..at("Berg", 0)
    };
    let adrift = resolve(
        &store,
        &Choice::Split {
            mentions: vec![gone],
        },
    );
    assert!(
        adrift
            .unwrap_err()
            .ends_with("no longer has the words \"Nobody\"")
    );
    let no_name = Anchor::at(&document, nth(TEXT, "left", 0)).unwrap();
    let adrift = resolve(
        &store,
        &Choice::Split {
            mentions: vec![no_name],
        },
    );
    assert_eq!(
        adrift.unwrap_err(),
        "no name is read any more where \"left\" stands"
    );
    let other = Anchor::at_start(&self::document(b"y", TEXT));
    let tag = Choice::Tag {
        document: other,
        tag: "x".to_owned(),
    };
    assert!(
        resolve(&store, &tag)
            .unwrap_err()
            .ends_with("is gone from the record")
    );
}

#[test]
fn rows_follow_what_is_decided_and_come_back() {
    let document = document(b"x", TEXT);
    let (_folder, archive) = store_of(&[&document]);
    let rows = |store: &Store| {
        let of = |id| store.documents_of_entity(id).unwrap().len();
        let statement = reading(&document).statements[0].id.0;
        let event = store.statement(statement).unwrap().unwrap().event;
        ([of(1), of(2), of(3)], event)
    };
    let mut batch = Batch::new(archive.store().unwrap());
    let before = rows(batch.store());
    let change = batch.store().newest_change().unwrap();
    let effects = Effects::new(vec![(1, merge(1, &[2], "Anna Holm"))]);
    batch
        .decide_document(document.id.key(), None, &effects)
        .unwrap();
    batch.take_effects(effects);
    batch.commit().unwrap();
    let after = rows(batch.store());
    assert_eq!((before.0, after.0), ([1, 1, 1], [1, 0, 1]));
    assert_ne!(
        before.1, after.1,
        "the meeting of one with herself is another event"
    );
    assert!(batch.store().newest_change().unwrap() > change);
    let as_read = batch.store().as_read(document.id.key()).unwrap().unwrap();
    assert_eq!(
        as_read.reading,
        Some(reading(&document)),
        "what was read stays"
    );
    batch
        .decide_document(document.id.key(), None, &Effects::default())
        .unwrap();
    batch.take_effects(Effects::default());
    assert_eq!(rows(batch.store()), before);
}

#[test]
fn an_undoing_can_be_undone() {
    let (_folder, archive) = store_of(&[]);
    let mut batch = Batch::new(archive.store().unwrap());
    let tag = Choice::Tag {
        document: Anchor::at_start(&document(b"x", TEXT)),
        tag: "x".to_owned(),
    };
    assert_eq!(batch.put_decision(&tag).unwrap(), 1);
    assert_eq!(batch.put_decision(&Choice::Undo { number: 1 }).unwrap(), 2);
    let states = |batch: &Batch| {
        let decisions = batch.store().decisions().unwrap();
        decisions
            .into_iter()
            .map(|own| own.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        states(&batch),
        [DecisionState::Undone(2), DecisionState::InForce]
    );
    batch.put_decision(&Choice::Undo { number: 2 }).unwrap();
    assert_eq!(
        states(&batch),
        [
            DecisionState::InForce,
            DecisionState::Undone(3),
            DecisionState::InForce
        ]
    );
}

#[test]
fn a_record_of_the_first_version_is_migrated() {
    let (folder, archive) = store_of(&[&document(b"x", TEXT)]);
    let path = folder.path().join("archive/record.sqlite");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "DROP TABLE decision; DROP INDEX statement_uncounted; \
             ALTER TABLE statement DROP COLUMN origins; PRAGMA user_version = 1",
        )
        .unwrap();
    drop(connection);
    let store = archive.store().unwrap();
    assert_eq!(store.decisions().unwrap(), []);
    assert!(store.document(key()).unwrap().is_some());
    drop(store);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    assert_eq!(archive.store().unwrap_err().kind(), ErrorKind::Foreign);
}
