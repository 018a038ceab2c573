//! HTML pages: the visible text of the whole page, with the page's own article told from the
//! furniture around it.
//!
//! The article is found by the shape of the page (running text, links, the words of class
//! names), never by a rule for one site. Furniture is kept as blocks of its own kind.

mod dom;
mod layout;
mod main_text;
mod marks;
mod tables;
mod tag;

use self::dom::Dom;
use self::layout::{Passage, Shape};
use self::main_text::MainText;
use super::Format;
use crate::{Block, BlockKind, Document, DocumentId, Kind, Place};
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity};

/// News pages and other pages of the web.
pub(crate) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/html", "application/xhtml+xml"]
    }

    fn parse(&self, item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem> {
        emit(read(item, limits));
        Vec::new()
    }
}

fn read(item: &Item, limits: &Limits) -> Document {
    let html = String::from_utf8_lossy(&item.bytes);
    let dom = Dom::read(&html, limits.markup_depth as usize);
    let layout = layout::lay_out(
        &dom,
        usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX),
    );
    let marks: Vec<_> = (0..dom.nodes.len())
        .map(|index| marks::marks_of(&dom, index))
        .collect();
    let main = main_text::find(&dom, &layout, &marks);
    let blocks = layout
        .passages
        .iter()
        .enumerate()
        .map(|(index, passage)| Block {
            kind: kind_of(passage, &main, index),
            span: passage.span,
        });
    Document {
        id: DocumentId::of(item.id, &Place::Whole),
        item: item.id,
        place: Place::Whole,
        kind: Kind::Page,
        title: None,
        language: None,
        blocks: blocks.collect(),
        text: layout.text,
        fields: Vec::new(),
        date: None,
        problems: Vec::new(),
    }
}

fn kind_of(passage: &Passage, main: &MainText, index: usize) -> BlockKind {
    if !main.body[index] {
        return BlockKind::Furniture;
    }
    match passage.shape {
        Shape::Heading(_) => BlockKind::Heading,
        Shape::Quote => BlockKind::Quote,
        Shape::Table => BlockKind::Table,
        Shape::Plain | Shape::Item | Shape::Pre => BlockKind::Paragraph,
    }
}
