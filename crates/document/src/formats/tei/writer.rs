//! The text of a document as it is laid out: blocks apart by an empty line, lines of one list or
//! table by a line end, white space folded to single spaces.
//!
//! A footnote is written on the side and put after the block that holds its mark (after the
//! list, for a mark in a list), so that it breaks no sentence.

use crate::{Block, BlockKind, Field};
use depeche_text::Span;

#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) fields: Vec<Field>,
    open: Option<(BlockKind, usize)>,
    /// The white space that stood here; it is written when more words follow.
    space: Space,
    /// The open block goes on over the next borders: a label has just ended.
    joined: bool,
    list_depth: u32,
    /// Whether the last block was one of the list that is open.
    after_item: bool,
    table_depth: u32,
    cell_count: u32,
    /// Footnotes that wait for the end of their block.
    notes: Vec<Writer>,
    text_limit: usize,
    pub(super) is_cut: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Space {
    #[default]
    None,
    /// With a line end in it: maybe only the indenting of the markup.
    Indent,
    Plain,
}

impl Space {
    fn of(white_space: &str) -> Space {
        match white_space {
            "" => Space::None,
            white_space if white_space.contains('\n') => Space::Indent,
            _ => Space::Plain,
        }
    }

    /// Two runs of white space that meet.
    fn and(self, other: Space) -> Space {
        match (self, other) {
            (Space::None, space) | (space, Space::None) => space,
            (Space::Indent, Space::Indent) => Space::Indent,
            _ => Space::Plain,
        }
    }
}

impl Writer {
    pub(super) fn new(text_limit: usize) -> Writer {
        Writer {
            text_limit,
            ..Writer::default()
        }
    }

    /// Adds words to the open block, or opens one of this kind.
    pub(super) fn words(&mut self, words: &str, kind: BlockKind) {
        let trimmed = words.trim_matches(is_space);
        if trimmed.is_empty() {
            self.space = self.space.and(Space::of(words));
            return;
        }
        if self.text.len() + trimmed.len() > self.text_limit {
            self.is_cut = true;
            return;
        }
        self.joined = false;
        let before = words.len() - words.trim_start_matches(is_space).len();
        self.space = self.space.and(Space::of(&words[..before]));
        if self.open.is_none() {
            self.open(kind);
        } else if self.is_spaced(trimmed) {
            self.text.push(' ');
        }
        self.fold(trimmed);
        self.space = Space::of(&words[before + trimmed.len()..]);
    }

    /// Whether a space is written before `words`. Indenting before a comma or after a bracket
    /// is the markup's: `(\n<name>Bell</name>\n)`.
    fn is_spaced(&self, words: &str) -> bool {
        match self.space {
            Space::None => false,
            _ if self.text.ends_with(['\n', '\t']) => false,
            Space::Plain => true,
            Space::Indent => {
                let closes = [',', '.', ';', ':', ')', ']', '?', '!', '’', '”'];
                !words.starts_with(closes) && !self.text.ends_with(['(', '[', '“'])
            }
        }
    }

    fn fold(&mut self, words: &str) {
        let bytes = words.as_bytes();
        let plain = memchr::memchr3(b'\n', b'\t', b'\r', bytes).is_none();
        if plain && memchr::memmem::find(bytes, b"  ").is_none() {
            self.text.push_str(words);
            return;
        }
        for (index, word) in words
            .split(is_space)
            .filter(|word| !word.is_empty())
            .enumerate()
        {
            if index > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    fn open(&mut self, kind: BlockKind) {
        if !self.text.is_empty() {
            let in_list = self.list_depth > 0 && self.after_item;
            self.text.push_str(if in_list { "\n" } else { "\n\n" });
        }
        self.after_item = self.list_depth > 0;
        let kind = if self.table_depth > 0 {
            BlockKind::Table
        } else {
            kind
        };
        self.open = Some((kind, self.text.len()));
    }

    /// A border between blocks.
    pub(super) fn border(&mut self) {
        match self.joined || self.table_depth > 0 {
            true => self.space = Space::Plain,
            false => self.close(),
        }
    }

    /// Ends the open block, if there is one, and puts its footnotes after it.
    pub(super) fn close(&mut self) {
        self.space = Space::None;
        self.joined = false;
        if let Some((kind, start)) = self.open.take() {
            self.text
                .truncate(self.text.trim_end_matches(is_space).len());
            let span = Span::new(start, self.text.len());
            self.blocks.push(Block { kind, span });
        }
        if self.list_depth == 0 {
            self.put_notes();
        }
    }

    fn put_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            if note.text.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            let offset = self.text.len();
            self.text.push_str(&note.text);
            self.blocks.extend(note.blocks.iter().map(|block| Block {
                span: block.span.shifted(offset),
                ..*block
            }));
            self.fields
                .extend(note.fields.into_iter().map(|field| Field {
                    span: field.span.map(|span| span.shifted(offset)),
                    ..field
                }));
            self.after_item = false;
        }
    }

    /// Takes a footnote whose mark stands here.
    pub(super) fn note(&mut self, mut note: Writer) {
        note.close();
        self.is_cut |= note.is_cut;
        self.notes.push(note);
        if self.open.is_none() && self.list_depth == 0 {
            self.put_notes();
        }
    }

    /// A line end inside the block.
    pub(super) fn line_end(&mut self) {
        if self.open.is_some() {
            self.text
                .truncate(self.text.trim_end_matches([' ', '\t']).len());
            self.text.push('\n');
        }
        self.space = Space::None;
    }

    /// A label has ended: what follows goes on in its block.
    pub(super) fn join(&mut self) {
        self.joined = self.open.is_some();
        self.space = Space::Plain;
    }

    pub(super) fn start_list(&mut self) {
        self.border();
        if self.list_depth == 0 {
            self.after_item = false;
        }
        self.list_depth += 1;
    }

    pub(super) fn end_list(&mut self) {
        self.list_depth = self.list_depth.saturating_sub(1);
        self.border();
        if self.list_depth == 0 {
            self.after_item = false;
        }
    }

    pub(super) fn start_table(&mut self) {
        self.border();
        self.table_depth += 1;
    }

    pub(super) fn end_table(&mut self) {
        self.table_depth = self.table_depth.saturating_sub(1);
        self.border();
    }

    pub(super) fn start_row(&mut self) {
        self.cell_count = 0;
        self.line_end();
    }

    pub(super) fn start_cell(&mut self) {
        if self.cell_count > 0 && self.open.is_some() {
            self.text.push('\t');
            self.space = Space::None;
        }
        self.cell_count += 1;
    }

    /// The words from `start` on, without white space around them.
    pub(super) fn span_from(&self, start: usize) -> Option<Span> {
        let start = start.min(self.text.len());
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        (!span.is_empty()).then_some(span)
    }
}

/// White space of XML; a no-break space is a letter to us.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\n' | '\t' | '\r')
}
