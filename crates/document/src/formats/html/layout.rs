//! The visible text of a page, in page order, as passages: one a line of blocks.
//!
//! White space is folded as a browser folds it; scripts, styles and embedded media leave no
//! words. What a passage is for (body, furniture, …) is decided later.

use super::dom::Dom;
use super::tables::is_data_table;
use super::tag::Tag;
use depeche_text::Span;

/// What the markup says that a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text.
    Plain,
    /// Inside `h1` to `h6`.
    Heading(u8),
    /// A list item, or a part of one.
    Item,
    /// Inside `blockquote`.
    Quote,
    /// A data table: rows are lines, cells are separated by tabs.
    Table,
    /// Text with its own line breaks.
    Pre,
}

/// A stretch of visible text with nothing before or after it on its lines.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) span: Span,
    /// The innermost block element around it.
    pub(super) node: usize,
    /// The node of its first words; it lies inside `node`.
    pub(super) first: usize,
    pub(super) shape: Shape,
    /// Characters that are no white space.
    pub(super) letters: usize,
    /// Those of them inside links.
    pub(super) linked: usize,
    /// Those of them inside bold or strong elements.
    pub(super) bold: usize,
}

/// The text and passages of a page.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) text: String,
    pub(super) passages: Vec<Passage>,
    /// Where the words of each text node stand: node, first byte, one past the last.
    texts: Vec<(usize, u32, u32)>,
    /// Whether the text was longer than the limit and ends there.
    pub(super) is_cut: bool,
}

impl Layout {
    /// The words of an element, from its first to its last; `None` where it shows none.
    pub(super) fn span_of(&self, dom: &Dom, element: usize) -> Option<Span> {
        let end = dom.nodes[element].end as usize;
        let first = self.texts.partition_point(|(node, _, _)| *node < element);
        let past = self.texts.partition_point(|(node, _, _)| *node < end);
        let inside = self.texts.get(first..past)?;
        let span = Span::new(inside.first()?.1 as usize, inside.last()?.2 as usize);
        Some(span.trimmed(&self.text)).filter(|span| !span.is_empty())
    }

    /// The passage that holds a byte of the text.
    pub(super) fn passage_at(&self, offset: u32) -> Option<usize> {
        let index = self
            .passages
            .partition_point(|passage| passage.span.end <= offset);
        let passage = self.passages.get(index)?;
        (passage.span.start <= offset).then_some(index)
    }
}

/// Lays out a page; the text ends at `limit_bytes`.
pub(super) fn lay_out(dom: &Dom, limit_bytes: usize) -> Layout {
    let mut writer = Writer::new(limit_bytes);
    let mut index = 1;
    while index < dom.nodes.len() {
        writer.leave(index);
        let node = &dom.nodes[index];
        if node.tag.is_unseen() && node.tag != Tag::Head {
            if node.tag.is_block() {
                writer.line_break();
            }
            index = node.end as usize;
            continue;
        }
        match node.tag {
            Tag::Text => writer.text(index, dom.words(index)),
            Tag::Br => writer.br(),
            _ => writer.enter(dom, index),
        }
        index += 1;
        if writer.layout.is_cut {
            break;
        }
    }
    writer.line_break();
    writer.layout
}

struct Writer {
    layout: Layout,
    limit_bytes: usize,
    /// Open block elements: index and end.
    blocks: Vec<(usize, usize)>,
    /// Where each state ends, as a node index; 0 where it does not hold.
    link: usize,
    bold: usize,
    quote: usize,
    pre: usize,
    item: usize,
    table: usize,
    heading: (usize, u8),
    /// Of the passage being written.
    start: usize,
    passage: Option<Passage>,
    /// White space that is written when a word follows.
    gap: Gap,
    index: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Cell,
    Line,
}

impl Writer {
    fn new(limit_bytes: usize) -> Writer {
        Writer {
            layout: Layout::default(),
            limit_bytes,
            blocks: Vec::new(),
            link: 0,
            bold: 0,
            quote: 0,
            pre: 0,
            item: 0,
            table: 0,
            heading: (0, 0),
            start: 0,
            passage: None,
            gap: Gap::None,
            index: 0,
        }
    }

    /// Leaves the block elements that end before node `index`.
    fn leave(&mut self, index: usize) {
        self.index = index;
        while let Some((_, end)) = self.blocks.last()
            && *end <= index
        {
            self.blocks.pop();
            self.line_break();
        }
    }

    fn enter(&mut self, dom: &Dom, index: usize) {
        let node = &dom.nodes[index];
        let end = node.end as usize;
        if node.tag.is_block() {
            self.line_break();
            self.blocks.push((index, end));
        }
        match node.tag {
            Tag::A => self.link = self.link.max(end),
            Tag::B | Tag::Strong => self.bold = self.bold.max(end),
            Tag::Blockquote => self.quote = self.quote.max(end),
            Tag::Pre | Tag::Xmp => self.pre = self.pre.max(end),
            Tag::Li | Tag::Dd | Tag::Dt => self.item = self.item.max(end),
            Tag::Table if self.table <= index && is_data_table(dom, index) => self.table = end,
            Tag::Td | Tag::Th if self.is_in(self.table) => self.gap = self.gap.max(Gap::Cell),
            Tag::Tr if self.is_in(self.table) => self.gap = Gap::Line,
            tag => {
                if let Some(level) = tag.heading_level() {
                    self.heading = (end, level);
                }
            }
        }
    }

    fn is_in(&self, end: usize) -> bool {
        self.index < end
    }

    fn br(&mut self) {
        if self.is_in(self.table) {
            self.gap = self.gap.max(Gap::Space);
        } else if self.gap == Gap::Line {
            self.line_break();
        } else {
            self.gap = Gap::Line;
        }
    }

    /// Ends the passage being written; inside a data table only a space is left.
    fn line_break(&mut self) {
        if self.is_in(self.table)
            && self
                .passage
                .as_ref()
                .is_some_and(|passage| passage.shape == Shape::Table)
        {
            self.gap = self.gap.max(Gap::Space);
            return;
        }
        self.gap = Gap::None;
        let Some(mut passage) = self.passage.take() else {
            return;
        };
        passage.span = Span::new(self.start, self.layout.text.len());
        self.layout.passages.push(passage);
    }

    fn text(&mut self, index: usize, words: &str) {
        self.space_names(words);
        let before = self.layout.text.len();
        self.words(words);
        let after = self.layout.text.len();
        if after > before {
            let place = (index, before as u32, after as u32);
            self.layout.texts.push(place);
        }
    }

    /// Leaves a space between elements that a style sheet sets apart: where one ends in a small
    /// letter and the next begins with a capital (`<b>Maria Lind</b><i>Staff writer</i>`).
    fn space_names(&mut self, words: &str) {
        let ends_small = self.layout.text.ends_with(char::is_lowercase);
        if self.gap == Gap::None && ends_small && words.starts_with(char::is_uppercase) {
            self.gap = Gap::Space;
        }
    }

    fn words(&mut self, words: &str) {
        for character in words.chars() {
            match character {
                '\n' if self.is_in(self.pre) && !self.is_in(self.table) => self.gap = Gap::Line,
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                '\u{fffd}' | '\0' => self.gap = self.gap.max(Gap::Space),
                _ if character.is_whitespace() || character.is_control() => {
                    self.gap = self.gap.max(Gap::Space);
                }
                _ => self.letter(character),
            }
        }
    }

    fn letter(&mut self, character: char) {
        if self.layout.text.len() + 8 > self.limit_bytes {
            self.layout.is_cut = true;
            return;
        }
        if self.passage.is_none() {
            self.begin();
        } else {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.layout.text.push(' '),
                Gap::Cell => self.layout.text.push('\t'),
                Gap::Line => self.layout.text.push('\n'),
            }
        }
        self.gap = Gap::None;
        self.layout.text.push(character);
        let (link, bold) = (self.is_in(self.link), self.is_in(self.bold));
        if let Some(passage) = &mut self.passage {
            passage.letters += 1;
            passage.linked += usize::from(link);
            passage.bold += usize::from(bold);
        }
    }

    fn begin(&mut self) {
        if !self.layout.text.is_empty() {
            self.layout.text.push('\n');
        }
        self.start = self.layout.text.len();
        self.passage = Some(Passage {
            span: Span::default(),
            node: self.blocks.last().map_or(0, |(index, _)| *index),
            first: self.index,
            shape: self.shape(),
            letters: 0,
            linked: 0,
            bold: 0,
        });
    }

    fn shape(&self) -> Shape {
        if self.is_in(self.table) {
            Shape::Table
        } else if self.is_in(self.heading.0) {
            Shape::Heading(self.heading.1)
        } else if self.is_in(self.quote) {
            Shape::Quote
        } else if self.is_in(self.pre) {
            Shape::Pre
        } else if self.is_in(self.item) {
            Shape::Item
        } else {
            Shape::Plain
        }
    }
}
