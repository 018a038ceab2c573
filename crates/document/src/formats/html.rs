//! HTML pages: the visible text of the whole page, with the page's own article told from the
//! furniture around it.
//!
//! The article is found by the shape of the page (running text, links, the words of class
//! names), never by a rule for one site. Furniture is kept as blocks of its own kind.

mod byline;
mod charset;
mod container;
mod dateline;
mod dates;
mod dom;
mod entities;
mod fields;
mod furniture;
mod json_ld;
mod layout;
mod main_text;
mod marks;
mod metadata;
mod sections;
mod setting;
mod tables;
mod tag;
mod title;
mod trust;

#[cfg(test)]
mod tests;

use self::byline::Byline;
use self::dom::Dom;
use self::layout::{Layout, Passage, Shape};
use self::main_text::MainText;
use self::metadata::Metadata;
use self::title::Title;
use super::Format;
use crate::encoding;
use crate::{Block, BlockKind, Document, DocumentId, Kind, Place};
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity, Span, fold};
use depeche_time::TimeExpression;

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
    let decoded = encoding::decode(&item.bytes, charset::declared(&item.bytes).as_deref());
    let dom = Dom::read(&decoded.text, limits.markup_depth as usize);
    let limit_bytes = usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX);
    let layout = layout::lay_out(&dom, limit_bytes);
    let mut problems = problems(&dom, &layout);
    // Their spans lie in the markup, not in the text.
    problems.extend(decoded.problems.into_iter().map(|problem| Problem {
        span: None,
        ..problem
    }));
    let page = Page::read(&dom, layout);
    Document {
        id: DocumentId::of(item.id, &Place::Whole),
        item: item.id,
        place: Place::Whole,
        kind: page.kind(),
        title: page.title.text.clone(),
        language: page.metadata.language.clone(),
        blocks: page.blocks(),
        fields: fields::of(&page),
        date: page.date.clone(),
        text: page.layout.text,
        problems,
    }
}

fn problems(dom: &Dom, layout: &Layout) -> Vec<Problem> {
    let found = [
        (
            dom.is_too_deep,
            "document/too-deep",
            "elements are nested too deep; the inner ones are read as text",
        ),
        (
            dom.is_cut,
            "document/too-many-elements",
            "the page has too many elements; the rest is not read",
        ),
        (
            layout.is_cut,
            "document/text-cut",
            "the text is longer than the limit and ends there",
        ),
    ];
    let holding = found.iter().filter(|(holds, _, _)| *holds);
    holding
        .map(|(_, code, message)| Problem::new(code, Severity::Warning, *message))
        .collect()
}

/// The words of HTML that is no page but all its author's own: the body of a mail.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) problems: Vec<Problem>,
}

/// Reads HTML that has no furniture around it; only what is hidden is furniture.
pub(super) fn show(html: &str, limits: &Limits) -> Shown {
    let dom = Dom::read(html, limits.markup_depth as usize);
    let limit_bytes = usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX);
    let layout = layout::lay_out(&dom, limit_bytes);
    let marks: Vec<_> = (0..dom.nodes.len())
        .map(|index| marks::marks_of(&dom, index))
        .collect();
    let settings = setting::settings(&dom, &layout, &marks);
    let blocks = layout.passages.iter().zip(settings);
    let blocks = blocks.map(|(passage, setting)| Block {
        kind: match setting.hidden {
            true => BlockKind::Furniture,
            false => kind_of_shape(passage.shape),
        },
        span: passage.span,
    });
    Shown {
        blocks: blocks.collect(),
        problems: problems(&dom, &layout),
        text: layout.text,
    }
}

fn kind_of_shape(shape: Shape) -> BlockKind {
    match shape {
        Shape::Heading(_) => BlockKind::Heading,
        Shape::Quote => BlockKind::Quote,
        Shape::Table => BlockKind::Table,
        Shape::Plain | Shape::Item | Shape::Pre => BlockKind::Paragraph,
    }
}

/// What was found in a page, before it becomes a document.
struct Page {
    layout: Layout,
    main: MainText,
    metadata: Metadata,
    title: Title,
    byline: Option<Byline>,
    /// The passage that gives the date.
    dateline: Option<usize>,
    date: Option<TimeExpression>,
    /// The dateline that opens the article.
    opening: Option<Span>,
}

impl Page {
    fn read(dom: &Dom, layout: Layout) -> Page {
        let marks: Vec<_> = (0..dom.nodes.len())
            .map(|index| marks::marks_of(dom, index))
            .collect();
        let metadata = metadata::read(dom);
        let mut main = main_text::find(dom, &layout, &marks, title::matching(&layout, &metadata));
        let title = title::find(&layout, &main, &metadata);
        drop_titles(&layout, &mut main, &title);
        let byline = byline::Search {
            dom,
            marks: &marks,
            layout: &layout,
            main: &main,
        }
        .find(title.passage);
        let window = byline::window(&main, title.passage);
        let line = dateline::in_lines(&layout, &main, window, title.passage);
        if let Some((passage, _)) = line {
            main.body[passage] = false;
        }
        let first = main.body.iter().position(|is_body| *is_body);
        let opening =
            first.and_then(|first| dateline::opening(&layout.text, layout.passages[first].span));
        let from_head = metadata
            .dates
            .iter()
            .find_map(|(value, rule)| dates::read_value(value, rule));
        let date = from_head
            .or_else(|| dateline::time_element(dom, &layout, &main, title.passage))
            .or_else(|| line.as_ref().map(|(_, date)| date.clone()))
            .or_else(|| dates::read_words(&layout.text, opening?, "dateline"))
            .or_else(|| dates::read_url(metadata.url.as_deref()?));
        let dateline = line.map(|(passage, _)| passage);
        Page {
            layout,
            main,
            metadata,
            title,
            byline,
            dateline,
            date,
            opening,
        }
    }

    fn kind(&self) -> Kind {
        let letters = |(index, passage): (usize, &Passage)| {
            if self.main.body[index] {
                passage.letters
            } else {
                0
            }
        };
        let body: usize = self.layout.passages.iter().enumerate().map(letters).sum();
        let is_signed =
            self.date.is_some() || self.byline.is_some() || !self.metadata.authors.is_empty();
        match body >= 300 && (self.metadata.is_article || is_signed) {
            true => Kind::News,
            false => Kind::Page,
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let passages = self.layout.passages.iter().enumerate();
        passages
            .map(|(index, passage)| Block {
                kind: self.kind_of(index, passage),
                span: passage.span,
            })
            .collect()
    }

    fn kind_of(&self, index: usize, passage: &Passage) -> BlockKind {
        if self.title.passage == Some(index) {
            return BlockKind::Title;
        }
        let is_byline =
            |byline: &Byline| byline.passage == index && byline.line.len() * 3 > passage.span.len();
        if self.byline.as_ref().is_some_and(is_byline) {
            return BlockKind::Byline;
        }
        if self.dateline == Some(index) {
            return BlockKind::Dateline;
        }
        if !self.main.body[index] {
            return BlockKind::Furniture;
        }
        kind_of_shape(passage.shape)
    }
}

/// A title that is shown again is furniture: it stands in the text once as the title.
fn drop_titles(layout: &Layout, main: &mut MainText, title: &Title) {
    let Some(shown) = title.passage else {
        return;
    };
    let words = |index: usize| {
        let folded = fold(layout.passages[index].span.slice(&layout.text));
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let letters = layout.passages[shown].letters;
    let said = words(shown);
    for index in 0..layout.passages.len() {
        let is_alike = layout.passages[index].letters == letters;
        if index == shown || (is_alike && words(index) == said) {
            main.body[index] = false;
        }
    }
}
