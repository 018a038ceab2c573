//! Documents, annotations and entities from a marked text.

use crate::{Entity, EntityId, EntityMention};
use depeche_annotate::{Annotations, EntityKind, Mention, MentionForm};
use depeche_document::{Block, BlockKind, Document, DocumentId, Field, Kind, Place};
use depeche_source::ItemId;
use depeche_text::Span;
use depeche_time::{Day, TimeExpression, TimeType};

pub(super) struct Marked {
    pub(super) document: Document,
    pub(super) annotations: Annotations,
    pub(super) entities: Vec<Entity>,
}

#[derive(Default)]
struct Parser {
    text: String,
    annotations: Annotations,
    entities: Vec<Entity>,
}

/// Lines `field: value` before a line `---` are fields; `kind`, `date` are the document's own.
pub(super) fn parse(marked: &str) -> Marked {
    let (head, body) = marked.split_once("---\n").unwrap_or(("", marked));
    let mut parser = Parser::default();
    let mut blocks = Vec::new();
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        let (kind, line) = match line.trim().strip_prefix("# ") {
            Some(title) => (BlockKind::Title, title),
            None => (BlockKind::Paragraph, line.trim()),
        };
        let start = parser.text.len();
        parser.line(line);
        let span = Span::new(start, parser.text.len());
        parser.sentences(span);
        blocks.push(Block { kind, span });
        parser.text.push('\n');
    }
    parser
        .annotations
        .mentions
        .sort_by_key(|mention| mention.span);
    parser.annotations.times.sort_by_key(|time| time.span);
    parser.annotations.words = words(&parser, &blocks);
    let mut document = document(parser.text, blocks);
    for line in head.lines() {
        let (name, value) = line.split_once(": ").expect("a field has a value");
        match (name, value) {
            ("kind", "cable") => document.kind = Kind::Cable,
            ("kind", "memo") => document.kind = Kind::Memo,
            ("date", date) => document.date = Some(time(date, None)),
            _ => document.fields.push(Field {
                name: name.to_owned(),
                value: value.to_owned(),
                span: document
                    .text
                    .find(value)
                    .map(|at| Span::new(at, at + value.len())),
            }),
        }
    }
    Marked {
        document,
        annotations: parser.annotations,
        entities: parser.entities,
    }
}

/// Words with their trees, of a title those before its colon apart.
fn words(parser: &Parser, blocks: &[Block]) -> Vec<depeche_annotate::Word> {
    let mut parts = parser.annotations.sentences.clone();
    for title in blocks.iter().filter(|block| block.kind == BlockKind::Title) {
        let colon = title.span.slice(&parser.text).find(": ");
        let middle = colon.map(|colon| title.span.start + 1 + colon as u32);
        parts.extend(middle.map(|start| Span {
            start,
            end: title.span.end,
        }));
    }
    parts.sort();
    depeche_annotate::words(&parser.text, &parts)
}

fn document(text: String, blocks: Vec<Block>) -> Document {
    let item = ItemId::of(text.as_bytes());
    Document {
        id: DocumentId::of(item, &Place::Whole),
        item,
        place: Place::Whole,
        kind: Kind::News,
        title: None,
        language: None,
        text,
        blocks,
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

fn time(edtf: &str, span: Option<Span>) -> TimeExpression {
    let mut numbers = edtf
        .trim_end_matches('~')
        .split('-')
        .map(|part| part.parse::<i16>());
    let mut next = || numbers.next().and_then(Result::ok);
    let day = match (next(), next(), next()) {
        (Some(year), Some(month), Some(day)) => Day::new(year, month as i8, day as i8),
        _ => None,
    };
    TimeExpression {
        span,
        kind: TimeType::Date,
        value: edtf.to_owned(),
        modifier: None,
        edtf: Some(edtf.to_owned()),
        earliest: day,
        latest: day,
        rule: "test".to_owned(),
        anchor: None,
        unresolved: None,
    }
}

impl Parser {
    fn line(&mut self, line: &str) {
        let mut rest = line;
        while let Some(open) = rest.find('{') {
            self.text.push_str(&rest[..open]);
            rest = self.mark(&rest[open + 1..]);
        }
        self.text.push_str(rest);
    }

    /// Reads a mark after its brace; returns what follows it.
    fn mark<'a>(&mut self, marked: &'a str) -> &'a str {
        let kind = marked.chars().next().expect("a mark has a kind");
        let (head, mut rest) = match marked[1..].strip_prefix(':') {
            Some(keyed) => keyed.split_once('=').expect("a key ends in ="),
            None => marked[1..].split_once(' ').expect("a kind ends in a space"),
        };
        let start = self.text.len();
        let mut name_start = start;
        loop {
            let next = rest.find(['{', '}', '|']).expect("a mark is closed");
            self.text.push_str(&rest[..next]);
            let mark = rest.as_bytes()[next];
            rest = &rest[next + 1..];
            match mark {
                b'{' => rest = self.mark(rest),
                b'|' => name_start = self.text.len(),
                _ => break,
            }
        }
        let full = Span::new(start, self.text.len());
        let span = Span::new(name_start, self.text.len());
        if kind == 't' {
            self.annotations.times.push(time(head, Some(full)));
        } else {
            self.mention(kind, head, (span, full));
        }
        rest
    }

    fn mention(&mut self, kind: char, key: &str, (span, full): (Span, Span)) {
        let kind = match kind {
            'p' => EntityKind::Person,
            'o' => EntityKind::Organization,
            'l' => EntityKind::Place,
            'f' => EntityKind::Facility,
            'g' => EntityKind::Group,
            'e' => EntityKind::Event,
            _ => EntityKind::Document,
        };
        let form = match span.slice(&self.text) {
            "minister" => MentionForm::Nominal,
            "he" | "she" | "him" | "her" | "his" | "they" | "them" => MentionForm::Pronoun,
            _ => MentionForm::Name,
        };
        if form != MentionForm::Nominal {
            self.entity(kind, key, span);
        }
        self.annotations.mentions.push(Mention {
            span,
            full,
            kind,
            form,
            by: Vec::new(),
        });
    }

    fn entity(&mut self, kind: EntityKind, key: &str, span: Span) {
        let name = if key.is_empty() {
            span.slice(&self.text).to_owned()
        } else {
            key.to_owned()
        };
        let mention = EntityMention {
            span,
            by: Vec::new(),
        };
        match self.entities.iter_mut().find(|entity| entity.name == name) {
            Some(entity) => entity.mentions.push(mention),
            None => self.entities.push(Entity {
                id: id(&name),
                kind,
                name,
                aliases: Vec::new(),
                roles: Vec::new(),
                mentions: vec![mention],
            }),
        }
    }

    fn sentences(&mut self, block: Span) {
        let text = block.slice(&self.text);
        let mut start = 0;
        for (at, _) in text.match_indices(". ") {
            let sentence = Span::new(start, at + 1).shifted(block.start as usize);
            self.annotations.sentences.push(sentence);
            start = at + 2;
        }
        let last = Span::new(start, text.len()).shifted(block.start as usize);
        self.annotations.sentences.push(last);
    }
}

/// The same name, the same entity in any text.
fn id(name: &str) -> EntityId {
    let first = blake3::hash(name.as_bytes()).as_bytes()[..8].try_into();
    EntityId(u64::from_le_bytes(first.expect("a hash has 32 bytes")))
}
