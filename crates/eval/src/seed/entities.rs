//! Entity and same-entity points.

use super::{Point, same_name, strings};
use depeche_document::Document;
use depeche_statement::{Entity, Reading, Role};
use depeche_text::{Span, fold};
use serde_json::Value;

pub(super) fn score(expected: &Value, document: &Document, reading: &Reading) -> Vec<Point> {
    let entities = expected["entities"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let groups = expected["same_entity"]
        .as_array()
        .map_or(&[][..], Vec::as_slice);
    let mut points: Vec<Point> = entities.iter().map(|gold| entity(gold, reading)).collect();
    points.extend(groups.iter().map(|group| same(group, document, reading)));
    points
}

fn entity(gold: &Value, reading: &Reading) -> Point {
    let name = gold["name"].as_str().unwrap_or_default();
    let named: Vec<&Entity> = reading
        .entities
        .iter()
        .filter(|entity| same_name(&entity.name, name))
        .collect();
    let kinds: Vec<&str> = [&gold["kind"], &gold["also"]]
        .iter()
        .filter_map(|kind| kind.as_str())
        .collect();
    let kind_of = |entity: &Entity| format!("{:?}", entity.kind).to_lowercase();
    let right = named
        .iter()
        .find(|entity| kinds.contains(&kind_of(entity).as_str()));
    let wrong = match right {
        None if named.is_empty() => vec!["no such name".to_owned()],
        None => vec![format!("is {}", kind_of(named[0]))],
        Some(entity) => strings(&gold["roles"])
            .filter(|role| !entity.roles.iter().any(|held| same_role(held, role)))
            .map(|role| format!("not {role}, but {}", roles(entity)))
            .collect(),
    };
    Point {
        group: "entity",
        name: name.to_owned(),
        wrong,
    }
}

fn roles(entity: &Entity) -> String {
    let show = |role: &Role| format!("{} of {}", role.title, role.of.as_deref().unwrap_or("?"));
    let shown: Vec<String> = entity.roles.iter().map(show).collect();
    shown.join(", ")
}

fn same_role(held: &Role, gold: &str) -> bool {
    let Some(of) = &held.of else {
        return false;
    };
    let mut forms = vec![
        format!("{of}'s {}", held.title),
        format!("{} of {of}", held.title),
        format!("{of} {}", held.title),
    ];
    if ["United States", "United States of America", "U.S."].contains(&of.as_str()) {
        forms.push(format!("American {}", held.title));
    }
    forms.iter().any(|form| fold(form) == fold(gold))
}

/// Every occurrence of every string, outside furniture, must fall to one entity.
fn same(group: &Value, document: &Document, reading: &Reading) -> Point {
    let mut found: Vec<String> = Vec::new();
    let mut wrong: Vec<String> = Vec::new();
    for words in strings(group) {
        for span in occurrences(document, words) {
            match holder(span, reading) {
                Some(entity) => found.push(entity.id.to_string()),
                None => wrong.push(format!("{words} at {}: nobody", span.start)),
            }
        }
    }
    found.sort();
    found.dedup();
    if found.len() != 1 {
        wrong.push(format!("{} entities", found.len()));
    }
    Point {
        group: "same_entity",
        name: strings(group).last().unwrap_or_default().to_owned(),
        wrong,
    }
}

fn occurrences(document: &Document, words: &str) -> Vec<Span> {
    let inside = |offset: usize| {
        let mut blocks = document.reading_blocks();
        blocks.any(|block| block.span.contains_offset(offset))
    };
    let bare = |character: Option<char>| !character.is_some_and(char::is_alphanumeric);
    document
        .text
        .match_indices(words)
        .filter(|(start, found)| {
            inside(*start)
                && bare(document.text[..*start].chars().next_back())
                && bare(document.text[start + found.len()..].chars().next())
        })
        .map(|(start, found)| Span::new(start, start + found.len()))
        .collect()
}

/// The person named at the end of the words, or under them.
fn holder(span: Span, reading: &Reading) -> Option<&Entity> {
    let people = reading
        .entities
        .iter()
        .filter(|entity| entity.kind == depeche_annotate::EntityKind::Person);
    people
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (entity, mention)))
        .filter(|(_, mention)| mention.span.overlaps(span))
        .max_by_key(|(_, mention)| mention.span.end.min(span.end))
        .map(|(entity, _)| entity)
}
