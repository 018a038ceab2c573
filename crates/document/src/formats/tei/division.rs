//! One document while its tags are read: which elements are open, what their words mean.

use super::date::Written;
use super::element::{Element, attribute};
use super::finish;
use super::writer::Writer;
use crate::{BlockKind, Document, Field, Place};
use depeche_source::{ItemId, Limits};
use depeche_text::{Problem, Severity, Span};
use depeche_time::TimeExpression;
use quick_xml::events::BytesStart;

/// A document under way.
pub(super) struct Division {
    pub(super) place: Place,
    pub(super) language: Option<String>,
    pub(super) number: Option<String>,
    pub(super) title: Option<Span>,
    pub(super) date: Option<TimeExpression>,
    pub(super) problems: Vec<Problem>,
    /// The text, and above it the footnotes that are open.
    writers: Vec<Writer>,
    frames: Vec<Frame>,
    /// Open elements that are not entered: too deep, or not text.
    passed_count: u32,
    passed_text: bool,
    depth_limit: usize,
    text_limit: usize,
    unknown_entity_count: u32,
    is_misnested: bool,
    /// The last italic words: an item that is nothing else names a group.
    italic: Option<Span>,
}

/// An open element.
struct Frame {
    element: Element,
    /// What words directly in it are.
    kind: BlockKind,
    taking: Option<Taking>,
    /// Where its words start.
    start: usize,
    child_count: u32,
    /// The field that the items of a list are.
    list_field: Option<&'static str>,
}

/// The value of a `footnote` field shows its beginning, in characters.
const FOOTNOTE_CHARS: usize = 60;

/// What the words of an element are taken for.
enum Taking {
    Field(&'static str),
    Date(Written),
    Title,
}

impl Division {
    pub(super) fn new(root: Element, limits: &Limits, number: Option<String>) -> Division {
        let text_limit = usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX);
        let root = Frame {
            element: root,
            kind: BlockKind::Paragraph,
            taking: None,
            start: 0,
            child_count: 0,
            list_field: None,
        };
        Division {
            place: Place::Whole,
            language: None,
            number,
            title: None,
            date: None,
            problems: Vec::new(),
            writers: vec![Writer::new(text_limit)],
            frames: vec![root],
            passed_count: 0,
            passed_text: false,
            depth_limit: limits.markup_depth as usize,
            text_limit,
            unknown_entity_count: 0,
            is_misnested: false,
            italic: None,
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.frames.len()
    }

    pub(super) fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn writer(&mut self) -> &mut Writer {
        self.writers
            .last_mut()
            .expect("the text itself is never closed")
    }

    fn is_in(&self, element: Element) -> bool {
        let frames = self.frames.iter().rev();
        // A footnote is its own world.
        let mut frames = frames.take_while(|frame| frame.element != Element::Note);
        frames.any(|frame| frame.element == element)
    }

    /// Opens an element; `depth` counts all that is open in the item.
    pub(super) fn start(&mut self, element: Element, start: &BytesStart, depth: usize) {
        if self.passed_count > 0 {
            self.passed_count += 1;
            return;
        }
        let parent = self.frames.last_mut().expect("the root is open");
        parent.child_count += 1;
        let other_reading = parent.element == Element::Choice && parent.child_count > 1;
        if element == Element::Skipped || other_reading {
            self.pass(false);
        } else if depth >= self.depth_limit {
            self.too_deep();
            self.pass(true);
        } else {
            self.enter(element, start);
        }
    }

    fn pass(&mut self, with_text: bool) {
        self.passed_count = 1;
        self.passed_text = with_text;
    }

    fn enter(&mut self, element: Element, tag: &BytesStart) {
        let kind = self.kind(element, tag);
        let taking = self.taking(element, kind, tag);
        if element.stands_apart() && !self.is_inline(element) {
            self.writer().border();
        }
        let list_field = match element {
            Element::List => attribute(tag, "type").and_then(|value| finish::list_field(&value)),
            _ => None,
        };
        match element {
            Element::List => self.start_list(),
            Element::Table => self.writer().start_table(),
            Element::Row => self.writer().start_row(),
            Element::Cell => self.writer().start_cell(),
            Element::Break => self.writer().line_end(),
            Element::Note => self.writers.push(Writer::new(self.text_limit)),
            Element::Name => self.start_name(),
            _ => {}
        }
        let start = self.writer().text.len();
        self.frames.push(Frame {
            element,
            kind,
            taking,
            start,
            child_count: 0,
            list_field,
        });
    }

    /// Whether it is a quotation that goes on in the block around it.
    fn is_inline(&self, element: Element) -> bool {
        let around = [Element::Paragraph, Element::Item, Element::Cell];
        element == Element::Quote && around.iter().any(|around| self.is_in(*around))
    }

    /// A name in a signature is who signed; the other words there are titles.
    fn start_name(&mut self) {
        if let Some(frame) = self
            .frames
            .iter_mut()
            .rev()
            .find(|frame| frame.element == Element::Signed)
        {
            frame.taking = None;
        }
    }

    fn start_list(&mut self) {
        self.writer().start_list();
        // An item that holds a list names the group, not one of it.
        let mut frames = self.frames.iter_mut().rev();
        if let Some(item) = frames.find(|frame| frame.element == Element::Item) {
            item.taking = None;
        }
    }

    fn kind(&self, element: Element, tag: &BytesStart) -> BlockKind {
        let around = self
            .frames
            .last()
            .map_or(BlockKind::Paragraph, |frame| frame.kind);
        match element {
            Element::Head if self.is_title() => BlockKind::Title,
            Element::Head => BlockKind::Heading,
            Element::Dateline => BlockKind::Dateline,
            Element::Signed | Element::Closer => BlockKind::Signature,
            Element::Byline => BlockKind::Byline,
            Element::Quote if !self.is_inline(element) => BlockKind::Quote,
            Element::Table => BlockKind::Table,
            Element::Note => BlockKind::Paragraph,
            Element::Paragraph | Element::Item if around != BlockKind::Quote => {
                let rend = attribute(tag, "rend");
                match rend.is_some_and(|rend| rend.starts_with("sectiontitle")) {
                    true => BlockKind::Heading,
                    false => BlockKind::Paragraph,
                }
            }
            _ => around,
        }
    }

    /// The first head of the document itself is its title.
    fn is_title(&self) -> bool {
        self.title.is_none() && self.division_depth() == 1 && !self.is_in(Element::List)
    }

    fn division_depth(&self) -> usize {
        let is_division = |frame: &&Frame| frame.element == Element::Division;
        1 + self.frames.iter().skip(1).filter(is_division).count()
    }

    fn taking(&self, element: Element, kind: BlockKind, tag: &BytesStart) -> Option<Taking> {
        let field = match element {
            Element::Head if kind == BlockKind::Title => return Some(Taking::Title),
            Element::Date if self.is_own_dateline() && self.date.is_none() => {
                return Written::of(tag).map(Taking::Date);
            }
            Element::Note => match attribute(tag, "type").as_deref() {
                Some("source") => Some("source"),
                // A note of whoever wrote the document is its own words.
                _ if attribute(tag, "resp").is_some_and(|resp| resp.contains("author")) => None,
                _ => Some("footnote"),
            },
            Element::Name if kind == BlockKind::Title => {
                finish::address_field(&attribute(tag, "type")?)
            }
            Element::Name if self.is_in(Element::Signed) => Some("signer"),
            Element::Signed if !self.is_in(Element::Note) => Some("signer"),
            Element::Place if self.is_own_dateline() => Some("place"),
            // The outermost list says what all its items are.
            Element::Item => self.frames.iter().find_map(|frame| frame.list_field),
            _ => None,
        };
        field.map(Taking::Field)
    }

    /// The dateline of the document, not of something enclosed in it.
    fn is_own_dateline(&self) -> bool {
        self.is_in(Element::Dateline) && self.division_depth() == 1
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.passed_count > 0 && !self.passed_text {
            return;
        }
        let kind = self
            .frames
            .last()
            .map_or(BlockKind::Paragraph, |frame| frame.kind);
        self.writer().words(text, kind);
    }

    /// An entity whose meaning stands in a document type, or nowhere: kept as it is written.
    pub(super) fn unknown_entity(&mut self, name: &str) {
        self.text(&format!("&{name};"));
        self.unknown_entity_count += 1;
        if self.unknown_entity_count == 1 {
            let message = format!("the entity &{name}; is not known and is kept as written");
            self.note(Problem::new(
                "document/unknown-entity",
                Severity::Note,
                message,
            ));
        }
    }

    /// Closes an element, and whatever was left open in it; `true` where it is the document's.
    pub(super) fn end(&mut self, element: Element) -> bool {
        if self.passed_count > 0 {
            self.passed_count -= 1;
            return false;
        }
        let Some(index) = self
            .frames
            .iter()
            .rposition(|frame| frame.element == element)
        else {
            self.misnested();
            return false;
        };
        if index + 1 < self.frames.len() {
            self.misnested();
        }
        while self.frames.len() > index {
            self.leave();
        }
        self.frames.is_empty()
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let span = self.writer().span_from(frame.start);
        if let (Some(taking), Some(span)) = (frame.taking, span) {
            self.take(taking, frame.element, span);
        }
        match frame.element {
            Element::Highlight => self.italic = span,
            Element::Note if self.writers.len() > 1 => {
                let note = self.writers.pop().expect("more than one is open");
                self.writer().note(note);
            }
            Element::List => self.writer().end_list(),
            Element::Table => self.writer().end_table(),
            Element::Label => self.writer().join(),
            element if element.stands_apart() && !self.is_inline(element) => self.writer().border(),
            _ => {}
        }
    }

    fn take(&mut self, taking: Taking, element: Element, span: Span) {
        let words = span.slice(&self.writer().text).to_owned();
        match taking {
            Taking::Title => self.title = Some(span),
            Taking::Date(written) => self.date = written.expression(span),
            Taking::Field("participant") if element == Element::Item && self.names_group(span) => {}
            Taking::Field(name) => {
                let mut value = finish::one_line(&words);
                // Which words are a footnote is what counts: they stand in the text.
                if name == "footnote"
                    && let Some((cut, _)) = value.char_indices().nth(FOOTNOTE_CHARS)
                {
                    value.truncate(cut);
                    value.push('…');
                }
                self.writer().fields.push(Field {
                    name: name.to_owned(),
                    value,
                    span: Some(span),
                });
            }
        }
    }

    /// `United States:` or *Japanese Side* above the names of a side.
    fn names_group(&mut self, span: Span) -> bool {
        let italic = self.italic == Some(span);
        italic || span.slice(&self.writer().text).ends_with(':')
    }

    fn misnested(&mut self) {
        if !std::mem::replace(&mut self.is_misnested, true) {
            let message = "a tag is closed that is not open, or not the last one";
            self.note(Problem::new(
                "document/misnested-markup",
                Severity::Warning,
                message,
            ));
        }
    }

    fn too_deep(&mut self) {
        let known = |problem: &Problem| problem.code == "document/too-deep";
        if !self.problems.iter().any(known) {
            let limit = self.depth_limit;
            let message = format!("elements deeper than {limit} are read as plain words");
            self.note(Problem::new(
                "document/too-deep",
                Severity::Warning,
                message,
            ));
        }
    }

    /// The file ends here, before the document does.
    pub(super) fn break_off(&mut self) {
        let message = "the file ends inside this document";
        self.note(Problem::new("document/cut-off", Severity::Warning, message));
        self.passed_count = 0;
        while !self.frames.is_empty() {
            self.leave();
        }
    }

    /// The document, whole; `end` is where it ends in the item.
    pub(super) fn finish(mut self, item: ItemId, end: u64, volume: &str) -> Document {
        let mut writer = self.writers.swap_remove(0);
        writer.close();
        if let Place::Bytes(start, _) = self.place {
            self.place = Place::Bytes(start, end.max(start));
        }
        if writer.is_cut {
            let message = format!("the text is cut at {} bytes", self.text_limit);
            self.note(Problem::new(
                "document/text-cut",
                Severity::Warning,
                message,
            ));
        }
        finish::document(self, writer, item, volume)
    }
}
