//! Entities of short invented texts, as `kind name: mentions [roles]`.

use super::entities;
use depeche_annotate::annotate;
use depeche_document::{Block, BlockKind, Document, DocumentId, Field, Kind, Place};
use depeche_source::ItemId;
use depeche_text::Span;

/// A document of one paragraph.
pub(super) fn document(text: &str) -> Document {
    Document {
        id: DocumentId([0; 16]),
        item: ItemId([0; 32]),
        place: Place::Whole,
        kind: Kind::Text,
        title: None,
        language: None,
        text: text.to_owned(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
        }],
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

fn check(text: &str, expected: &[&str]) {
    let document = document(text);
    let found: Vec<String> = entities(&document, &annotate(&document))
        .iter()
        .map(|entity| {
            let mentions = entity
                .mentions
                .iter()
                .map(|mention| mention.span.slice(text));
            let roles = entity.roles.iter().map(|role| match &role.of {
                Some(of) => format!(" [{} of {of}]", role.title),
                None => format!(" [{}]", role.title),
            });
            format!(
                "{} {}: {}{}",
                format!("{:?}", entity.kind).to_lowercase(),
                entity.name,
                mentions.collect::<Vec<_>>().join(", "),
                roles.collect::<String>()
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_surname_means_the_fuller_name() {
    check(
        "Norway's ambassador to Chile, Peter Lund, met Ana Moss. Lund told Moss that P. Lund agreed.",
        &[
            "place Norway: Norway",
            "place Chile: Chile",
            "person Peter Lund: Peter Lund, Lund, P. Lund [ambassador to Chile of Norway]",
            "person Ana Moss: Ana Moss, Moss",
        ],
    );
}

#[test]
fn two_of_one_surname_are_left_apart() {
    check(
        "Peter Lund met Anders Lund. Lund agreed.",
        &[
            "person Peter Lund: Peter Lund",
            "person Anders Lund: Anders Lund",
            "person Lund: Lund",
        ],
    );
}

#[test]
fn pronouns_and_offices_mean_the_only_one_they_can() {
    check(
        "According to Mrs. Moss, Peter Lund wrote to her. The Chilean ambassador to that country, \
         Ana Varga, left. The ambassador saw Norway.",
        &[
            "person Moss: Moss, her",
            "person Peter Lund: Peter Lund",
            "person Ana Varga: Ana Varga, ambassador [ambassador to that country of Chile]",
            "place Norway: Norway",
        ],
    );
}

#[test]
fn a_demonym_gives_the_country_and_that_country_the_last_named() {
    check(
        "In Norway the Chilean ambassador to that country, Ana Varga, left.",
        &[
            "place Norway: Norway, country",
            "person Ana Varga: Ana Varga [ambassador to Norway of Chile]",
        ],
    );
}

#[test]
fn a_given_name_says_who_is_she() {
    check(
        "Peter Lund met Maria Moss. She said that he had agreed with her.",
        &[
            "person Peter Lund: Peter Lund, he",
            "person Maria Moss: Maria Moss, She, her",
        ],
    );
}

#[test]
fn an_object_is_not_its_own_subject() {
    check(
        "Peter Lund saw Anders Veld. Lund told him.",
        &[
            "person Peter Lund: Peter Lund, Lund",
            "person Anders Veld: Anders Veld, him",
        ],
    );
}

#[test]
fn who_tells_a_quotation_is_its_i() {
    check(
        "Maria Moss met Peter Lund. \"I told him the truth,\" Moss said.",
        &[
            "person Maria Moss: Maria Moss, I, Moss",
            "person Peter Lund: Peter Lund, him",
        ],
    );
}

#[test]
fn an_empty_it_and_a_noun_mean_no_entity() {
    check(
        "Norway agreed. It is clear that the soldier left. He was tired.",
        &["place Norway: Norway"],
    );
}

#[test]
fn a_short_given_name_is_the_same_person() {
    check(
        "Robert Lund left. Bob Lund agreed.",
        &["person Robert Lund: Robert Lund, Bob Lund"],
    );
}

#[test]
fn we_is_the_body_for_which_who_tells_speaks() {
    check(
        "Peter Lund, spokesman for Norway, met Ana Moss. \"We agreed to our plan,\" Lund said.",
        &[
            "person Peter Lund: Peter Lund, Lund [spokesman of Norway]",
            "place Norway: Norway, We, our",
            "person Ana Moss: Ana Moss",
        ],
    );
}

#[test]
fn a_noun_alone_means_the_one_body_of_that_word_or_the_one_country() {
    check(
        "The Ministry of Trade in Norway met Ana Moss. The ministry agreed. That country has ships. \
         The government and the company left.",
        &[
            "organization Ministry of Trade: Ministry of Trade, ministry",
            "place Norway: Norway, country",
            "person Ana Moss: Ana Moss",
        ],
    );
}

#[test]
fn a_title_that_points_means_the_one_bearer() {
    check(
        "President Ana Moss left. Peter Lund met this President, who said that she agreed. The next \
         president stayed.",
        &[
            "person Ana Moss: Ana Moss, President, she [President]",
            "person Peter Lund: Peter Lund",
        ],
    );
}

#[test]
fn a_first_name_alone_means_the_one_who_bears_it() {
    check(
        "Anna Lund met Peter Veld. Anna agreed. Anna left.",
        &[
            "person Anna Lund: Anna Lund, Anna, Anna",
            "person Peter Veld: Peter Veld",
        ],
    );
}

#[test]
fn they_may_be_two() {
    check(
        "Norway and Chile signed. They agreed.",
        &["place Norway: Norway, They", "place Chile: Chile, They"],
    );
}

#[test]
fn a_text_that_is_passed_on_is_its_authors() {
    check(
        "Ana Moss left. Letter from Peter Lund follows. BEGIN TEXT: I agree. END TEXT",
        &[
            "person Ana Moss: Ana Moss",
            "person Peter Lund: Peter Lund, I",
        ],
    );
}

#[test]
fn a_title_tells_one_bearer_of_a_surname_from_another() {
    let surnames = |text: &str| {
        let document = document(text);
        let entities = entities(&document, &annotate(&document));
        let people = entities
            .iter()
            .filter(|entity| entity.name.ends_with("Moss"));
        people.count()
    };
    assert_eq!(
        surnames("President Moss spoke. General Carl Moss listened. President Moss left."),
        2
    );
    assert_eq!(surnames("Carl Moss was elected. President Moss spoke."), 1);
    assert_eq!(
        surnames("Secretary Moss spoke to Ivo Moss, director of the bank."),
        2
    );
    assert_eq!(
        surnames("Secretary Moss spoke. Secretary Ivo Moss left."),
        1
    );
    assert_eq!(
        surnames("Mr. Ivo Moss spoke. Secretary Moss left. Mr. Ivo Moss agreed."),
        2
    );
}

#[test]
fn a_title_used_before_its_bearer_is_named_is_somebody_elses() {
    let president = |text: &str| {
        let document = document(text);
        let entities = entities(&document, &annotate(&document));
        let bearer = entities.iter().find(|entity| entity.name == "Moss");
        bearer.map_or(0, |bearer| bearer.mentions.len())
    };
    assert_eq!(
        president("The President opened the meeting. President Moss thanked the President."),
        1
    );
    assert_eq!(
        president("President Moss opened the meeting. Ivo Lund thanked the President."),
        2
    );
}

#[test]
fn a_pronoun_is_not_who_is_named_in_its_clause() {
    check(
        "Asked by Mr. Lund, Mr. Moss was silent. He said he would take Mr. Lund's advice.",
        &["person Lund: Lund, Lund", "person Moss: Moss, He, he"],
    );
    check(
        "Mr. Lund spoke to Mr. Moss. He had not gone, said Moss.",
        &["person Lund: Lund", "person Moss: Moss, He, Moss"],
    );
    check(
        "Peter Lund saw Karl Moss. He left at once, and told Moss the truth.",
        &[
            "person Peter Lund: Peter Lund, He",
            "person Karl Moss: Karl Moss, Moss",
        ],
    );
}

#[test]
fn who_stands_in_brackets_is_meant() {
    check(
        "Peter Lund saw Karl Moss. He [Moss] was glad.",
        &[
            "person Peter Lund: Peter Lund",
            "person Karl Moss: Karl Moss, He, Moss",
        ],
    );
}

#[test]
fn who_is_written_to_is_not_he() {
    let text = "Dear Peter:\nKarl Moss came. His visit was a success.";
    let mut document = document(text);
    let end = text.find('\n').expect("two lines");
    document.blocks = [(0, end), (end + 1, text.len())]
        .map(|(start, end)| Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, end),
        })
        .to_vec();
    let entities = entities(&document, &annotate(&document));
    let mentions = entities.iter().map(|entity| entity.mentions.len());
    assert_eq!(mentions.collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_title_that_takes_part_alone_is_nobody_elses() {
    let text = "Secretary Moss came to Oslo. Later the Secretary agreed.";
    let count = |fields: Vec<Field>| {
        let document = Document {
            fields,
            ..document(text)
        };
        let entities = entities(&document, &annotate(&document));
        let moss = entities.iter().find(|entity| entity.name == "Moss");
        moss.map_or(0, |moss| moss.mentions.len())
    };
    assert_eq!(count(Vec::new()), 2);
    let participant = |value: &str, span: Option<Span>| Field {
        name: "participant".to_owned(),
        value: value.to_owned(),
        span,
    };
    let secretary = text
        .find("the Secretary")
        .map(|start| Span::new(start, start + 13));
    let alone = participant("The Secretary", secretary);
    assert_eq!(count(vec![alone.clone()]), 2);
    let moss = participant("Secretary Moss", Some(Span::new(0, 14)));
    assert_eq!(count(vec![moss, alone]), 1);
}

#[test]
fn who_is_named_in_a_footnote_is_not_meant_behind_it() {
    let text = "Peter Lund came to Oslo.\nMr. Karl Moss was the minister of trade.\nHe left.";
    let mut document = document(text);
    let note = text.find("Mr. Karl").expect("the note is there");
    let behind = text.find("He left").expect("the pronoun is there");
    let parts = [0, note, behind, text.len() + 1];
    document.blocks = parts
        .windows(2)
        .map(|part| Block {
            kind: BlockKind::Paragraph,
            span: Span::new(part[0], part[1] - 1),
        })
        .collect();
    document.fields.push(Field {
        name: "footnote".to_owned(),
        value: String::new(),
        span: Some(document.blocks[1].span),
    });
    let entities = entities(&document, &annotate(&document));
    let he = Span::new(behind, behind + 2);
    let meant = entities
        .iter()
        .find(|entity| entity.mentions.iter().any(|mention| mention.span == he));
    assert_eq!(meant.map(|entity| entity.name.as_str()), Some("Peter Lund"));
}
