//! The elements of TEI that the reader tells apart, and their attributes.

use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// What an element means for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// The root.
    Tei,
    /// `text`
    Text,
    /// `title` and its like, where it stands in the header.
    HeaderTitle,
    /// `front`, `back`
    Matter,
    /// `div`, numbered or not.
    Division,
    Head,
    /// `p` and what else is set as a paragraph.
    Paragraph,
    /// A block that holds others: `opener`, `postscript`, …
    Container,
    Closer,
    Dateline,
    Signed,
    Byline,
    Quote,
    List,
    Item,
    Label,
    Table,
    Row,
    Cell,
    Note,
    /// `lb`
    Break,
    /// `choice`: its first reading is the text.
    Choice,
    /// Names and the words for bodies.
    Name,
    Place,
    Date,
    /// `hi`
    Highlight,
    /// Not text: page lines, descriptions of pictures.
    Skipped,
    /// All else: its words belong to the block around it.
    Inline,
}

impl Element {
    /// What this tag opens.
    pub(super) fn of(start: &BytesStart) -> Element {
        Element::named(start.local_name().as_ref())
    }

    /// What an element of this name means, whatever its prefix.
    #[rustfmt::skip]
    pub(super) fn named(name: &str) -> Element {
        match name {
            "TEI" | "TEI.2" => Element::Tei,
            "text" => Element::Text,
            "title" => Element::HeaderTitle,
            "front" | "back" => Element::Matter,
            "div" | "div1" | "div2" | "div3" | "div4" | "div5" | "div6" => Element::Division,
            "head" => Element::Head,
            "p" | "ab" | "l" | "salute" | "trailer" | "epigraph" | "argument" | "sp" | "speaker"
            | "stage" | "bibl" | "titlePart" | "docImprint" | "docDate" | "address" | "addrLine"
                => Element::Paragraph,
            "body" | "group" | "opener" | "postscript" | "floatingText" | "lg" | "figure"
            | "titlePage" | "docTitle" | "listBibl" | "listPerson" | "listPlace" | "person"
            | "argumentGrp" => Element::Container,
            "closer" => Element::Closer,
            "dateline" => Element::Dateline,
            "signed" => Element::Signed,
            "byline" | "docAuthor" => Element::Byline,
            "quote" | "q" | "cit" => Element::Quote,
            "list" => Element::List,
            "item" => Element::Item,
            "label" => Element::Label,
            "table" => Element::Table,
            "row" => Element::Row,
            "cell" => Element::Cell,
            "note" => Element::Note,
            "lb" => Element::Break,
            "choice" => Element::Choice,
            "persName" | "gloss" | "orgName" | "name" | "rs" => Element::Name,
            "placeName" => Element::Place,
            "date" => Element::Date,
            "hi" => Element::Highlight,
            "pb" | "cb" | "gb" | "fw" | "milestone" | "graphic" | "figDesc" | "teiHeader" | "index"
            | "facsimile" | "gap" => Element::Skipped,
            _ => Element::Inline,
        }
    }

    /// Whether its words stand apart from those around it.
    pub(super) fn stands_apart(self) -> bool {
        !matches!(
            self,
            Element::HeaderTitle
                | Element::Row
                | Element::Cell
                | Element::Note
                | Element::Break
                | Element::Choice
                | Element::Name
                | Element::Place
                | Element::Date
                | Element::Highlight
                | Element::Skipped
                | Element::Inline
        )
    }
}

/// The value of an attribute, by its name as written.
pub(super) fn attribute<'a>(start: &'a BytesStart, name: &str) -> Option<Cow<'a, str>> {
    // Checked, a tag of 100,000 attributes would take their square.
    let mut attributes = start.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let value = attributes
        .find(|attribute| attribute.key.as_ref() == name)?
        .value;
    let Ok(plain) = quick_xml::escape::unescape(&value) else {
        return Some(value);
    };
    match plain {
        Cow::Borrowed(plain) if plain.len() == value.len() => Some(value),
        plain => Some(Cow::Owned(plain.into_owned())),
    }
}
