//! The tree of a page: a flat list of elements and texts in page order.
//!
//! Elements know their parent and where their content ends, so that every later pass is a loop
//! without recursion. The tree follows the HTML standard where pages need it (unclosed
//! paragraphs, list items, cells, links; overlapping inline elements), and bounds depth and
//! number of elements where the standard does not.

use super::tag::Tag;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use std::ops::Range;

/// Elements and texts of one page at most; a page of ten thousand lines has a twentieth of it.
const MAX_NODES: usize = 2_000_000;
/// Words and attribute values of one page at most; offsets into them are 32 bits wide.
const MAX_POOL_BYTES: usize = 1 << 30;
/// Longest attribute value kept, in bytes.
const MAX_VALUE_BYTES: usize = 16 << 10;

/// An attribute that some rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    Id,
    Class,
    Role,
    Rel,
    Href,
    Style,
    Hidden,
    AriaHidden,
    Itemprop,
    Datetime,
    Content,
    Name,
    Property,
    HttpEquiv,
    Lang,
    Type,
    Label,
}

impl Attribute {
    fn of(name: &[u8]) -> Option<Attribute> {
        Some(match name {
            b"id" => Attribute::Id,
            b"class" => Attribute::Class,
            b"role" => Attribute::Role,
            b"rel" => Attribute::Rel,
            b"href" => Attribute::Href,
            b"style" => Attribute::Style,
            b"hidden" => Attribute::Hidden,
            b"aria-hidden" => Attribute::AriaHidden,
            b"itemprop" => Attribute::Itemprop,
            b"datetime" => Attribute::Datetime,
            b"content" => Attribute::Content,
            b"name" => Attribute::Name,
            b"property" => Attribute::Property,
            b"http-equiv" => Attribute::HttpEquiv,
            b"lang" | b"xml:lang" => Attribute::Lang,
            b"type" => Attribute::Type,
            b"data-testid"
            | b"data-component"
            | b"data-component-name"
            | b"data-module"
            | b"aria-label" => Attribute::Label,
            _ => return None,
        })
    }
}

/// An element or a text.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) tag: Tag,
    /// Index of the element around; the root is its own parent.
    pub(super) parent: u32,
    /// Index one past the last node inside.
    pub(super) end: u32,
    /// Of an element: its attributes; of a text: its bytes in the pool.
    range: Range<u32>,
}

/// The tree of a page.
#[derive(Debug)]
pub(super) struct Dom {
    pub(super) nodes: Vec<Node>,
    attributes: Vec<(Attribute, Range<u32>)>,
    pool: String,
    /// Whether elements were nested deeper than the limit.
    pub(super) is_too_deep: bool,
    /// Whether the page had more elements than are kept.
    pub(super) is_cut: bool,
}

impl Dom {
    /// Reads a page; elements nested deeper than `depth` are read as text of the one around.
    pub(super) fn read(html: &str, depth: usize) -> Dom {
        let mut builder = Builder::new(depth.max(8));
        builder.is_xml = html.trim_start().starts_with("<?xml");
        let tree = Tree {
            inner: CallbackEmitter::new(Events(&mut builder)),
        };
        // The first token says that the tree is full; there is none else.
        let _ = Tokenizer::new_with_emitter(html, tree).next();
        builder.finish()
    }

    /// The words of a text node, as they stand in the page, white space and all.
    pub(super) fn words(&self, index: usize) -> &str {
        let node = &self.nodes[index];
        match node.tag {
            Tag::Text => &self.pool[node.range.start as usize..node.range.end as usize],
            _ => "",
        }
    }

    /// The value of an element's attribute.
    pub(super) fn attribute(&self, index: usize, attribute: Attribute) -> Option<&str> {
        self.attributes(index)
            .find(|(name, _)| *name == attribute)
            .map(|(_, value)| value)
    }

    /// All kept attributes of an element.
    pub(super) fn attributes(&self, index: usize) -> impl Iterator<Item = (Attribute, &str)> {
        let node = &self.nodes[index];
        let range = match node.tag {
            Tag::Text => 0..0,
            _ => node.range.start as usize..node.range.end as usize,
        };
        self.attributes[range]
            .iter()
            .map(|(name, value)| (*name, &self.pool[value.start as usize..value.end as usize]))
    }

    /// The nodes inside an element, in page order.
    pub(super) fn inside(&self, index: usize) -> Range<usize> {
        index + 1..self.nodes[index].end as usize
    }

    /// All words inside an element, scripts and all, as one string.
    pub(super) fn all_words(&self, index: usize) -> String {
        self.inside(index).map(|inner| self.words(inner)).collect()
    }
}

/// Tells the tokenizer how to go on after a start tag: what is script, what is text, and that
/// inside pictures and formulas (SVG, MathML) a tag may close itself.
struct Tree<'a> {
    inner: CallbackEmitter<Events<'a>, ()>,
}

/// Hands the tokenizer's events to the builder.
struct Events<'a>(&'a mut Builder);

impl ForwardingEmitter for Tree<'_> {
    type Token = ();

    fn inner(&mut self) -> &mut impl Emitter<Token = ()> {
        &mut self.inner
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.inner.emit_current_tag();
        let next = self.inner.callback_mut().0.next_state.take();
        if next.is_some() {
            self.inner.init_string();
        }
        next
    }
}

impl Callback<(), ()> for Events<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<()> {
        self.0.event(event);
        self.0.dom.is_cut.then_some(())
    }
}

struct Builder {
    dom: Dom,
    /// Open elements, outermost first.
    open: Vec<u32>,
    /// The name of each open element, as a hash: unknown names are told apart by it.
    open_names: Vec<u32>,
    /// Which of `html`, `head` and `body` were seen.
    seen: [bool; 3],
    /// Where the outermost open picture or formula stands among the open elements.
    foreign: Option<usize>,
    /// Whether the page is XML, where every tag may close itself.
    is_xml: bool,
    /// How the tokenizer goes on after the start tag just read.
    next_state: Option<State>,
    /// Start tags beyond the depth that wait for their end tag.
    overflow: usize,
    depth: usize,
    /// The start tag being read.
    tag: Tag,
    name: u32,
    first_attribute: u32,
    attribute: Option<Attribute>,
}

impl Builder {
    fn new(depth: usize) -> Builder {
        let root = Node {
            tag: Tag::Other,
            parent: 0,
            end: 0,
            range: 0..0,
        };
        Builder {
            dom: Dom {
                nodes: vec![root],
                attributes: Vec::new(),
                pool: String::new(),
                is_too_deep: false,
                is_cut: false,
            },
            open: vec![0],
            open_names: vec![0],
            seen: [false; 3],
            foreign: None,
            is_xml: false,
            next_state: None,
            overflow: 0,
            depth,
            tag: Tag::Other,
            name: 0,
            first_attribute: 0,
            attribute: None,
        }
    }

    fn event(&mut self, event: CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::of(name);
                self.name = hash(name);
                self.attribute = None;
                self.first_attribute = self.dom.attributes.len() as u32;
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => {
                self.end(Tag::of(name), hash(name));
                self.attribute = None;
            }
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }

    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = Attribute::of(name);
        let Some(attribute) = self.attribute else {
            return;
        };
        let seen = &self.dom.attributes[self.first_attribute as usize..];
        if seen.iter().any(|(other, _)| *other == attribute) {
            self.attribute = None;
            return;
        }
        let here = self.dom.pool.len() as u32;
        self.dom.attributes.push((attribute, here..here));
    }

    fn attribute_value(&mut self, value: &[u8]) {
        if self.attribute.take().is_none() {
            return;
        }
        let range = self.keep(&value[..value.len().min(MAX_VALUE_BYTES)]);
        if let Some(last) = self.dom.attributes.last_mut() {
            last.1 = range;
        }
    }

    fn keep(&mut self, bytes: &[u8]) -> Range<u32> {
        let start = self.dom.pool.len() as u32;
        if self.dom.pool.len() + bytes.len() > MAX_POOL_BYTES {
            self.dom.is_cut = true;
            return start..start;
        }
        self.dom.pool.push_str(&String::from_utf8_lossy(bytes));
        start..self.dom.pool.len() as u32
    }

    fn push(&mut self, tag: Tag, range: Range<u32>) -> u32 {
        let index = self.dom.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        self.dom.nodes.push(Node {
            tag,
            parent,
            end: index + 1,
            range,
        });
        self.dom.is_cut |= self.dom.nodes.len() >= MAX_NODES;
        index
    }

    fn text(&mut self, value: &[u8]) {
        let is_blank = value.iter().all(u8::is_ascii_whitespace);
        if !is_blank && self.top() == Tag::Head {
            self.pop();
        }
        let range = self.keep(value);
        self.push(Tag::Text, range);
    }

    fn start(&mut self, self_closing: bool) {
        let tag = self.tag;
        let attributes = self.first_attribute..self.dom.attributes.len() as u32;
        if !tag.is_of_head() && self.top() == Tag::Head {
            self.pop();
        }
        self.close_implied(tag);
        if self.is_second(tag) {
            return;
        }
        let may_close = tag == Tag::Other || self.is_xml || self.foreign.is_some();
        if tag.is_void() || (self_closing && may_close) {
            self.push(tag, attributes);
            return;
        }
        self.next_state = self.state_inside(tag);
        if self.open.len() >= self.depth && !tag.is_unseen() {
            self.overflow += 1;
            self.dom.is_too_deep = true;
            return;
        }
        let index = self.push(tag, attributes);
        if matches!(tag, Tag::Svg | Tag::Math) && self.foreign.is_none() {
            self.foreign = Some(self.open.len());
        }
        self.open.push(index);
        self.open_names.push(self.name);
    }

    /// How the content of an element is to be read: as text, as script, or (`None`) as markup.
    fn state_inside(&self, tag: Tag) -> Option<State> {
        use Tag::*;
        match tag {
            Script => Some(State::ScriptData),
            _ if self.foreign.is_some() => None,
            Title | Textarea => Some(State::RcData),
            Style | Iframe | Xmp | Noembed | Noframes | Noscript => Some(State::RawText),
            _ => None,
        }
    }

    /// Whether a page element occurs once more; the first of each counts.
    fn is_second(&mut self, tag: Tag) -> bool {
        let place = match tag {
            Tag::Html => 0,
            Tag::Head => 1,
            Tag::Body => 2,
            _ => return false,
        };
        std::mem::replace(&mut self.seen[place], true)
    }

    /// Closes what the start of `tag` closes without saying so.
    fn close_implied(&mut self, tag: Tag) {
        use Tag::*;
        if self.overflow > 0 {
            return;
        }
        if tag.closes_paragraph() {
            self.close_up_to(&[P], Tag::is_scope);
        }
        match tag {
            Li => self.close_up_to(&[Li], |open| {
                matches!(open, Ul | Ol | Menu) || breaks_items(open)
            }),
            Dt | Dd => self.close_up_to(&[Dt, Dd], |open| open == Dl || breaks_items(open)),
            Option | Optgroup => self.close_up_to(&[Option], |open| open != Option),
            A => self.close_inline(A),
            Button => self.close_up_to(&[Button], Tag::is_cell),
            Tr => self.close_up_to(&[Tr, Caption], |open| open == Table),
            Td | Th => self.close_up_to(&[Td, Th], |open| matches!(open, Table | Tr)),
            Tbody | Thead | Tfoot => {
                self.close_up_to(&[Tbody, Thead, Tfoot, Caption], |open| open == Table);
            }
            Body => self.close_up_to(&[Head], |_| false),
            _ if tag.heading_level().is_some() && self.top().heading_level().is_some() => {
                self.pop()
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: Tag, name: u32) {
        if self.overflow > 0 && !tag.is_unseen() && !tag.is_void() {
            self.overflow -= 1;
            return;
        }
        match tag {
            Tag::Html | Tag::Body => {}
            Tag::Other => self.close_named(name),
            Tag::Br => {
                self.push(Tag::Br, 0..0);
            }
            Tag::P if !self.open.iter().any(|open| self.tag_of(*open) == Tag::P) => {
                self.push(Tag::P, 0..0);
            }
            _ if tag.is_table_part() => self.close_up_to(&[tag], |open| open == Tag::Table),
            _ if tag.heading_level().is_some() => {
                use Tag::*;
                self.close_up_to(&[H1, H2, H3, H4, H5, H6], Tag::is_scope);
            }
            _ if tag.is_block() || tag.is_unseen() => {
                self.close_up_to(&[tag], |open| open.is_scope() && open != tag);
            }
            _ => self.close_inline(tag),
        }
    }

    /// Closes the innermost element of a name that no rule mentions.
    fn close_named(&mut self, name: u32) {
        for position in (1..self.open.len()).rev() {
            if self.open_names[position] == name {
                self.pop_to(position);
                return;
            }
            if self.tag_of(self.open[position]).is_scope() {
                return;
            }
        }
    }

    /// Closes the innermost element of one of `tags`, and all inside it, unless one that `stops`
    /// lies between.
    fn close_up_to(&mut self, tags: &[Tag], stops: impl Fn(Tag) -> bool) {
        for position in (1..self.open.len()).rev() {
            let open = self.tag_of(self.open[position]);
            if tags.contains(&open) {
                self.pop_to(position);
                return;
            }
            if stops(open) {
                return;
            }
        }
    }

    /// Closes the innermost inline element of this name. A block opened inside stays open: only
    /// the inline element ends here.
    fn close_inline(&mut self, tag: Tag) {
        let is_open = |open: &u32| self.tag_of(*open) == tag;
        let Some(position) = self.open.iter().rposition(is_open) else {
            return;
        };
        let inner = &self.open[position + 1..];
        if inner.iter().any(|open| self.tag_of(*open).is_cell()) {
            return;
        }
        if inner.iter().any(|open| self.tag_of(*open).is_block()) {
            let index = self.open.remove(position);
            self.open_names.remove(position);
            self.dom.nodes[index as usize].end = self.dom.nodes.len() as u32;
            return;
        }
        self.pop_to(position);
    }

    fn pop_to(&mut self, position: usize) {
        while self.open.len() > position.max(1) {
            self.pop();
        }
    }

    fn top(&self) -> Tag {
        self.open
            .last()
            .map_or(Tag::Other, |open| self.tag_of(*open))
    }

    fn tag_of(&self, index: u32) -> Tag {
        self.dom.nodes[index as usize].tag
    }

    /// Ends the innermost element; the root stays.
    fn pop(&mut self) {
        if self.open.len() > 1
            && let Some(index) = self.open.pop()
        {
            self.open_names.pop();
            self.foreign = self.foreign.filter(|place| self.open.len() > *place);
            self.dom.nodes[index as usize].end = self.dom.nodes.len() as u32;
        }
    }

    fn finish(mut self) -> Dom {
        while self.open.len() > 1 {
            self.pop();
        }
        self.dom.nodes[0].end = self.dom.nodes.len() as u32;
        self.dom
    }
}

/// Elements that end the search for an open list item.
fn breaks_items(tag: Tag) -> bool {
    tag.is_scope() || matches!(tag, Tag::Section | Tag::Article | Tag::Nav | Tag::Main)
}

fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
