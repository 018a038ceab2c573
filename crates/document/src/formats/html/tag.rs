//! The names of HTML elements, and which of them break a line, hold no words or close others.

macro_rules! tags {
    ($($tag:ident $name:literal)*) => {
        /// An element's name; names that no rule mentions are `Other`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Tag { Text, Other, $($tag),* }

        impl Tag {
            /// The tag of a lower-case name.
            pub(super) fn of(name: &[u8]) -> Tag {
                $(if name == $name.as_bytes() { return Tag::$tag; })*
                Tag::Other
            }
        }
    };
}

// The most frequent names come first: they are compared in this order.
tags! {
    Div "div" A "a" Span "span" Li "li" P "p" Img "img" Script "script" Ul "ul" Meta "meta"
    Link "link" Br "br" Td "td" Tr "tr" H2 "h2" H3 "h3" Strong "strong" Em "em" B "b" I "i"
    Section "section" Article "article" Button "button" Input "input" Label "label" Option "option"
    H1 "h1" H4 "h4" H5 "h5" H6 "h6" Header "header" Footer "footer" Nav "nav" Aside "aside"
    Main "main" Figure "figure" Figcaption "figcaption" Time "time" Table "table" Tbody "tbody"
    Thead "thead" Tfoot "tfoot" Th "th" Caption "caption" Ol "ol" Dl "dl" Dt "dt" Dd "dd"
    Blockquote "blockquote" Q "q" Pre "pre" Code "code" Hr "hr" Form "form" Select "select"
    Optgroup "optgroup" Textarea "textarea" Fieldset "fieldset" Legend "legend" Iframe "iframe"
    Noscript "noscript" Style "style" Template "template" Title "title" Head "head" Body "body"
    Html "html" Base "base" Svg "svg" Math "math" Object "object" Embed "embed" Video "video"
    Audio "audio" Canvas "canvas" Picture "picture" Source "source" Track "track" Map "map"
    Area "area" Address "address" Center "center" Details "details" Summary "summary"
    Dialog "dialog" Dir "dir" Menu "menu" Hgroup "hgroup" Search "search" Col "col"
    Colgroup "colgroup" Wbr "wbr" Param "param" Font "font" Cite "cite" Small "small" U "u" S "s"
    Sub "sub" Sup "sup" Noembed "noembed" Noframes "noframes" Xmp "xmp" Applet "applet"
    Marquee "marquee" Frameset "frameset" Frame "frame" Output "output"
}

impl Tag {
    /// Whether the element never has content.
    pub(super) fn is_void(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Area | Base
                | Br
                | Col
                | Embed
                | Frame
                | Hr
                | Img
                | Input
                | Link
                | Meta
                | Param
                | Source
                | Track
                | Wbr
        )
    }

    /// Whether its content is no text that a reader sees.
    pub(super) fn is_unseen(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Script
                | Style
                | Template
                | Noscript
                | Svg
                | Math
                | Object
                | Iframe
                | Canvas
                | Video
                | Audio
                | Noembed
                | Noframes
                | Applet
                | Head
                | Title
                | Textarea
        )
    }

    /// Whether it may stand in a head.
    pub(super) fn is_of_head(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Title | Meta | Link | Script | Style | Base | Noscript | Template | Head | Html
        )
    }

    /// Whether it begins and ends a line of its own.
    pub(super) fn is_block(self) -> bool {
        use Tag::*;
        self.closes_paragraph()
            || matches!(
                self,
                Body | Html
                    | Td
                    | Th
                    | Tr
                    | Tbody
                    | Thead
                    | Tfoot
                    | Caption
                    | Option
                    | Optgroup
                    | Select
                    | Button
                    | Legend
                    | Label
                    | Hgroup
                    | Video
                    | Audio
                    | Iframe
                    | Textarea
            )
    }

    /// Whether its start closes an open paragraph.
    pub(super) fn closes_paragraph(self) -> bool {
        use Tag::*;
        self.heading_level().is_some()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Center
                    | Details
                    | Dialog
                    | Dir
                    | Div
                    | Dl
                    | Dt
                    | Dd
                    | Fieldset
                    | Figcaption
                    | Figure
                    | Footer
                    | Form
                    | Header
                    | Hgroup
                    | Hr
                    | Li
                    | Main
                    | Menu
                    | Nav
                    | Ol
                    | P
                    | Pre
                    | Search
                    | Section
                    | Summary
                    | Table
                    | Ul
                    | Xmp
            )
    }

    /// 1 for `h1` to 6 for `h6`.
    pub(super) fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether it is a cell of a table.
    pub(super) fn is_cell(self) -> bool {
        matches!(self, Tag::Td | Tag::Th)
    }

    /// Whether it is a table or a part of one outside its cells.
    pub(super) fn is_table_part(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Table | Tbody | Thead | Tfoot | Tr | Td | Th | Caption | Colgroup
        )
    }

    /// Whether an end tag inside does not reach elements outside of it.
    pub(super) fn is_scope(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Table | Td | Th | Caption | Html | Body | Object | Template | Marquee | Button
        )
    }
}
