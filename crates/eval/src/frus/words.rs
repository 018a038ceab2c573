//! The plain words of FRUS documents: all markup dropped, each block a line of its own, each
//! footnote a line after the block that holds it.
//!
//! Kept apart from the program's own TEI reader on purpose: what is scored must not see tags.

use anyhow::Context;
use depeche_source::{Item, ItemId};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::path::{Path, PathBuf};

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "head",
    "p",
    "item",
    "dateline",
    "signed",
    "opener",
    "closer",
    "salute",
    "seg",
    "row",
    "label",
    "list",
    "table",
    "quote",
    "postscript",
    "note",
    "div",
    "figure",
    "l",
    "lg",
    "byline",
    "trailer",
    "ab",
    "figDesc",
    "address",
    "addrLine",
    "floatingText",
    "body",
    "front",
];

/// One document's words.
#[derive(Debug, Clone)]
pub struct Words {
    /// `frus1964-68v20`
    pub volume: String,
    /// The `xml:id`: `d12`.
    pub document: String,
    /// The words, a line a block.
    pub text: String,
}

impl Words {
    /// The words as an item of plain text, named so that nothing can be read from the name.
    pub fn item(&self) -> Item {
        let bytes = self.text.clone().into_bytes();
        Item {
            id: ItemId::of(&bytes),
            locator: format!("{}.txt", self.document),
            media_type: "text/plain".to_owned(),
            bytes,
        }
    }
}

/// The volume files of the set, sorted; only those named, where any are.
///
/// # Errors
/// When the folder cannot be read.
pub fn volumes(frus: &Path, names: &[String]) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(frus.join("volumes"))? {
        let path = entry?.path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let wanted = names.is_empty() || names.iter().any(|wanted| wanted == name);
        if wanted
            && path.extension().is_some_and(|extension| extension == "xml")
            && !name.starts_with("._")
        {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Marks around what a score looks for, when asked for: private-use characters that the scorer
/// takes out again before anything is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The element.
    pub element: &'static str,
    /// An attribute that it must have, and its value where that matters.
    pub attribute: (&'static str, Option<&'static str>),
    /// Written before its words.
    pub open: char,
    /// Written after its words.
    pub close: char,
}

/// Hands each document of a volume to `each`, in order.
///
/// # Errors
/// When the file cannot be read or is no XML.
pub fn each(volume: &Path, each: &mut dyn FnMut(Words)) -> anyhow::Result<()> {
    each_marked(volume, &[], each)
}

/// The same, with marks.
///
/// # Errors
/// When the file cannot be read or is no XML.
pub fn each_marked(
    volume: &Path,
    marks: &'static [Mark],
    each: &mut dyn FnMut(Words),
) -> anyhow::Result<()> {
    let name = volume
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut reader = Reader::from_file(volume)?;
    let mut buffer = Vec::new();
    let mut stripper = Stripper {
        marks,
        ..Stripper::default()
    };
    loop {
        let event = reader
            .read_event_into(&mut buffer)
            .with_context(|| name.clone())?;
        match event {
            Event::Eof => return Ok(()),
            Event::Start(start) => stripper.start(&start),
            Event::Empty(start) if start.local_name().into_inner() == "lb" => stripper.space(),
            Event::End(end) => {
                if let Some((document, text)) = stripper.end(end.local_name().into_inner()) {
                    each(Words {
                        volume: name.clone(),
                        document,
                        text,
                    });
                }
            }
            Event::Text(text) => stripper.text(&text.xml10_content()),
            Event::CData(data) => stripper.text(&data.xml10_content()),
            Event::GeneralRef(reference) => stripper.reference(&reference)?,
            _ => {}
        }
        buffer.clear();
    }
}

/// A line in the making, and the footnotes that wait for its end.
#[derive(Default)]
struct Line {
    words: String,
    notes: Vec<String>,
}

/// Collects the words of the document that is open.
#[derive(Default)]
struct Stripper {
    document: Option<String>,
    /// Elements open since the document's own; 0 is outside.
    depth: usize,
    /// The line of the text proper, and one for each open footnote.
    lines: Vec<Line>,
    /// Finished lines, for the same.
    done: Vec<Vec<String>>,
    marks: &'static [Mark],
    /// For each open element, the mark that closes with it.
    open: Vec<Option<char>>,
}

impl Stripper {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name().into_inner();
        if self.document.is_some() {
            self.depth += 1;
            if name == "note" {
                self.lines.push(Line::default());
                self.done.push(Vec::new());
            } else if BLOCKS.contains(&name) {
                self.flush();
            } else if name == "cell" {
                self.space();
            }
            self.mark(start, name);
            return;
        }
        let value = |wanted: &str| {
            let found = start.try_get_attribute(wanted).ok().flatten();
            found.map(|attribute| attribute.value.into_owned())
        };
        if name == "div" && value("type").as_deref() == Some("document") {
            self.document = value("xml:id").or(Some(String::new()));
            self.lines = vec![Line::default()];
            self.done = vec![Vec::new()];
        }
    }

    fn mark(&mut self, start: &BytesStart<'_>, name: &str) {
        let mark = self.marks.iter().find(|mark| {
            let (attribute, wanted) = mark.attribute;
            let found = start.try_get_attribute(attribute).ok().flatten();
            mark.element == name
                && found.is_some_and(|found| wanted.is_none_or(|wanted| *found.value == *wanted))
        });
        if let Some(mark) = mark {
            self.text(mark.open.encode_utf8(&mut [0; 4]));
        }
        self.open.push(mark.map(|mark| mark.close));
    }

    /// Closes an element; the document's id and words when it was the document's own.
    fn end(&mut self, name: &str) -> Option<(String, String)> {
        self.document.as_ref()?;
        if self.depth == 0 {
            self.flush();
            let lines = self.done.pop().unwrap_or_default();
            let document = self.document.take()?;
            return Some((document, lines.join("\n")));
        }
        self.depth -= 1;
        if let Some(close) = self.open.pop().flatten() {
            self.text(close.encode_utf8(&mut [0; 4]));
        }
        if name == "note" && self.lines.len() > 1 {
            self.flush();
            self.lines.pop();
            let note = self.done.pop().unwrap_or_default();
            if let Some(line) = self.lines.last_mut() {
                line.notes.extend(note);
            }
        } else if BLOCKS.contains(&name) {
            self.flush();
        }
        None
    }

    /// Ends the line, then sets its footnotes after it.
    fn flush(&mut self) {
        let (Some(line), Some(done)) = (self.lines.last_mut(), self.done.last_mut()) else {
            return;
        };
        let words: Vec<&str> = line.words.split_whitespace().collect();
        if !words.is_empty() {
            done.push(words.join(" "));
            line.words.clear();
        }
        done.append(&mut line.notes);
    }

    fn text(&mut self, text: &str) {
        if let Some(line) = self.lines.last_mut().filter(|_| self.document.is_some()) {
            line.words.push_str(text);
        }
    }

    fn space(&mut self) {
        self.text(" ");
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> anyhow::Result<()> {
        if let Some(character) = reference.resolve_char_ref()? {
            self.text(character.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let known = match &**reference {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => " ",
        };
        self.text(known);
        Ok(())
    }
}
