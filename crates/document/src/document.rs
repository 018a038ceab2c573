//! One text made from an item, with what its own markup and layout say of it.

use depeche_source::ItemId;
use depeche_text::{Problem, Span};
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of a document: hash of its item and its place inside the item, whatever
/// parser read it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub [u8; 16]);

impl DocumentId {
    /// The id of the document at `place` in `item`.
    pub fn of(item: ItemId, place: &Place) -> DocumentId {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&item.0).update(place.to_string().as_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        DocumentId(id)
    }

    /// The first eight bytes as a number: the document's key in record and index.
    pub fn key(self) -> u64 {
        u64::from_be_bytes(self.0[..8].try_into().expect("an id has 16 bytes"))
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("d_")?;
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for DocumentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

/// Where in its item a document lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// The item is the document.
    Whole,
    /// A byte range of the item.
    Bytes(u64, u64),
    /// A page; counts from 1.
    Page(u32),
    /// An element's own id; a second use of one id in an item is written `d12#2`.
    Id(String),
    /// A part of a mail, counted from 1 at each level: `2.1`.
    Part(String),
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Whole => Ok(()),
            Place::Bytes(start, end) => write!(formatter, "bytes={start}-{end}"),
            Place::Page(page) => write!(formatter, "page={page}"),
            Place::Id(id) => write!(formatter, "id={id}"),
            Place::Part(part) => write!(formatter, "part={part}"),
        }
    }
}

/// What sort of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A telegram.
    Cable,
    /// An article of a newspaper, agency or news site.
    News,
    /// A memorandum, of conversation or other.
    Memo,
    /// A letter.
    Letter,
    /// An e-mail.
    Mail,
    /// Another page of the web.
    Page,
    /// Anything else.
    Text,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The document's own title, once.
    Title,
    /// Who wrote it; also the address lines of a cable, memorandum or mail.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// A heading inside.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A quoted passage set apart, or the quoted earlier mail.
    Quote,
    /// A table, read row by row.
    Table,
    /// Who signed it.
    Signature,
    /// Menus, teasers of other stories, page lines, release stamps: kept and searchable, but
    /// nothing is read out of it.
    Furniture,
}

/// A span of the text with a kind. Blocks are in text order and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub span: Span,
}

/// A named value of the document's own head or metadata. Names in use: `from to info cc subject
/// reference tags classification precedence date-time-group message-id publisher author url
/// site drafter signer participant place number language source footnote`. A name may occur many times;
/// `source` and `footnote` are the words of editors, not of the document's author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Lower case, with hyphens.
    pub name: String,
    /// As a person would write it.
    pub value: String,
    /// Its words, where it stands in the text.
    pub span: Option<Span>,
}

/// One text made from an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Hash of item and place.
    pub id: DocumentId,
    /// The item it was made from.
    pub item: ItemId,
    /// Where in the item.
    pub place: Place,
    /// What sort it is.
    pub kind: Kind,
    /// The title as shown: of the title block, else of a heading or subject.
    pub title: Option<String>,
    /// BCP 47, where the document itself says so.
    pub language: Option<String>,
    /// The text; never edited. Blocks are separated by line ends.
    pub text: String,
    /// What its parts are.
    pub blocks: Vec<Block>,
    /// What its head says.
    pub fields: Vec<Field>,
    /// When it was written or published, with how we know; never the file's own time.
    pub date: Option<TimeExpression>,
    /// What is odd in it.
    pub problems: Vec<Problem>,
}

impl Document {
    /// The first value of a field.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// All values of a field, in order.
    pub fn fields_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.name == name)
    }

    /// The blocks that something is read out of: all but furniture.
    pub fn reading_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks
            .iter()
            .filter(|block| block.kind != BlockKind::Furniture)
    }
}
