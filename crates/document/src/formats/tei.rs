//! TEI P5: one document per `div[@type='document']`, as in the volumes of *Foreign Relations of
//! the United States*; a TEI text without such divisions is one document.
//!
//! The markup is read as a stream and forgiven: a tag that closes nothing is passed over, a
//! division that the file breaks off in is kept as far as it goes. Entities that a document type
//! declares are not expanded, nothing outside the file is fetched. Front and back matter (lists
//! of persons, prefaces, indexes) is counted, not read.

mod date;
mod division;
mod element;
mod finish;
mod heading;
mod writer;

use self::division::Division;
use self::element::{Element, attribute};
use super::Format;
use crate::encoding::{Decoded, decode};
use crate::{Document, Place};
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// TEI P5.
pub(crate) struct Tei;

impl Format for Tei {
    fn name(&self) -> &'static str {
        "tei"
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/tei+xml"]
    }

    fn parse(&self, item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem> {
        let Decoded { text, problems, .. } = decode(&item.bytes, declared_charset(&item.bytes));
        let mut problems: Vec<Problem> = problems
            .into_iter()
            .map(|problem| Problem {
                span: None,
                ..problem
            })
            .collect();
        // Only the bytes themselves have places that can be counted in bytes.
        let start = match &text {
            std::borrow::Cow::Borrowed(text) => Some(item.bytes.len() - text.len()),
            std::borrow::Cow::Owned(_) => None,
        };
        let volume = Volume::new(item, limits, start);
        let mut volume = volume.read(&text, emit);
        if volume.document_count == 0 && volume.fault.is_none() {
            volume = Volume::new(item, limits, start);
            volume.unit = Unit::Text;
            volume = volume.read(&text, emit);
        }
        problems.extend(volume.problems());
        problems
    }
}

/// `encoding="…"` of the XML declaration.
fn declared_charset(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(200)];
    let declaration = head.strip_prefix(b"<?xml")?;
    let end = memchr::memchr(b'>', declaration)?;
    let declaration = std::str::from_utf8(&declaration[..end]).ok()?;
    let value = declaration.split_once("encoding")?.1.trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|quote| "\"'".contains(*quote))?;
    value[1..].split(quote).next()
}

/// What a document is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Each `div[@type='document']`.
    Division,
    /// Each `text`: for a file without such divisions.
    Text,
}

/// An item as it is read, from its first tag to its last.
struct Volume<'a> {
    item: &'a Item,
    limits: &'a Limits,
    unit: Unit,
    /// Where the decoded text starts in the item's bytes, where it is a part of them.
    start: Option<usize>,
    title: String,
    title_state: TitleState,
    language: Option<String>,
    /// Open documents, the innermost last.
    divisions: Vec<Division>,
    id_counts: HashMap<String, u32>,
    document_count: usize,
    matter: Matter,
    fault: Option<Problem>,
}

/// Where the reading of the volume's own title stands.
#[derive(PartialEq, Eq)]
enum TitleState {
    Missing,
    Open,
    Read,
}

/// Front and back matter.
#[derive(Default)]
struct Matter {
    depth: u32,
    division_depth: u32,
    /// Sections that are not read.
    section_count: u32,
}

impl<'a> Volume<'a> {
    fn new(item: &'a Item, limits: &'a Limits, start: Option<usize>) -> Volume<'a> {
        Volume {
            item,
            limits,
            unit: Unit::Division,
            start,
            title: String::new(),
            title_state: TitleState::Missing,
            language: None,
            divisions: Vec::new(),
            id_counts: HashMap::new(),
            document_count: 0,
            matter: Matter::default(),
            fault: None,
        }
    }

    fn read(mut self, text: &str, emit: &mut dyn FnMut(Document)) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        loop {
            let position = reader.buffer_position();
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(event) => self.take(event, position, emit),
                Err(error) => {
                    let at = reader.error_position();
                    self.fault = Some(malformed(&self.item.locator, at, &error.to_string()));
                    break;
                }
            }
        }
        self.close_all(reader.buffer_position(), emit);
        self
    }

    fn take(&mut self, event: Event, at: u64, emit: &mut dyn FnMut(Document)) {
        match event {
            Event::Start(start) => self.start(&start, at),
            Event::Empty(start) => {
                self.start(&start, at);
                self.end(Element::of(&start), at, emit);
            }
            Event::End(end) => {
                let end_at = at + end.len() as u64 + 3;
                self.end(Element::named(end.local_name().as_ref()), end_at, emit);
            }
            Event::Text(text) => self.text(&text),
            Event::CData(text) => self.text(&text),
            Event::GeneralRef(name) => match (name.resolve_char_ref(), &*name) {
                (Ok(Some(character)), _) => self.text(character.encode_utf8(&mut [0; 4])),
                (_, "amp") => self.text("&"),
                (_, "lt") => self.text("<"),
                (_, "gt") => self.text(">"),
                (_, "quot") => self.text("\""),
                (_, "apos") => self.text("'"),
                (_, name) => self.unknown_entity(name),
            },
            _ => {}
        }
    }

    fn start(&mut self, start: &BytesStart, at: u64) {
        let element = Element::of(start);
        let begins = match self.unit {
            Unit::Division => {
                element == Element::Division
                    && attribute(start, "type").is_some_and(|value| value == "document")
            }
            Unit::Text => element == Element::Text && self.divisions.is_empty(),
        };
        let depth: usize = self.divisions.iter().map(Division::depth).sum();
        if begins && depth < self.limits.markup_depth as usize {
            let division = self.division(start, at);
            self.divisions.push(division);
        } else if let Some(division) = self.divisions.last_mut() {
            division.start(element, start, depth);
        } else {
            self.start_outside(element, start);
        }
    }

    fn start_outside(&mut self, element: Element, start: &BytesStart) {
        match element {
            Element::Tei | Element::Text if self.language.is_none() => {
                self.language = attribute(start, "xml:lang").map(|value| value.into_owned());
            }
            Element::HeaderTitle => {
                let complete = attribute(start, "type").is_some_and(|value| value == "complete");
                if complete || self.title_state == TitleState::Missing {
                    self.title.clear();
                    self.title_state = TitleState::Open;
                }
            }
            Element::Matter => self.matter.depth += 1,
            Element::Division if self.matter.depth > 0 => {
                self.matter.section_count += u32::from(self.matter.division_depth == 0);
                self.matter.division_depth += 1;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(division) = self.divisions.last_mut() {
            division.text(text);
        } else if self.title_state == TitleState::Open {
            self.title.push_str(text);
        }
    }

    fn unknown_entity(&mut self, name: &str) {
        if let Some(division) = self.divisions.last_mut() {
            division.unknown_entity(name);
        }
    }

    fn end(&mut self, element: Element, end: u64, emit: &mut dyn FnMut(Document)) {
        if let Some(division) = self.divisions.last_mut() {
            if division.end(element) {
                self.emit_last(end, emit);
            }
            return;
        }
        match element {
            Element::HeaderTitle if self.title_state == TitleState::Open => {
                self.title_state = TitleState::Read;
            }
            Element::Matter => self.matter.depth = self.matter.depth.saturating_sub(1),
            Element::Division => {
                self.matter.division_depth = self.matter.division_depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// The file ends inside these documents.
    fn close_all(&mut self, end: u64, emit: &mut dyn FnMut(Document)) {
        while let Some(division) = self.divisions.last_mut() {
            division.break_off();
            self.emit_last(end, emit);
            if self.fault.is_none() {
                let message = "the file ends before its last tags are closed";
                self.fault = Some(malformed(&self.item.locator, end, message));
            }
        }
    }

    fn emit_last(&mut self, end: u64, emit: &mut dyn FnMut(Document)) {
        let Some(division) = self.divisions.pop() else {
            return;
        };
        let start = self.start.unwrap_or(0) as u64;
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let document = division.finish(self.item.id, start + end, &title);
        if !document.text.is_empty() || document.problems.is_empty() {
            self.document_count += 1;
            emit(document);
        }
    }

    fn division(&mut self, start: &BytesStart, at: u64) -> Division {
        let value = |name| attribute(start, name).map(|value| value.into_owned());
        let number = value("n").filter(|_| self.unit == Unit::Division);
        let id = match self.unit {
            Unit::Division => value("xml:id").or(number.clone()),
            Unit::Text => None,
        };
        let mut division = Division::new(Element::of(start), self.limits, number);
        division.language = value("xml:lang").or_else(|| self.language.clone());
        let bytes = |start| Place::Bytes(start as u64 + at, start as u64 + at);
        division.place = match id {
            Some(id) => self.place_of(id, &mut division),
            None if self.unit == Unit::Text && self.document_count == 0 => Place::Whole,
            None => match self.start {
                Some(start) => bytes(start),
                None => Place::Id(format!("#{}", self.document_count + 1)),
            },
        };
        division
    }

    fn place_of(&mut self, id: String, division: &mut Division) -> Place {
        let count = self.id_counts.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 {
            return Place::Id(id);
        }
        let place = format!("{id}#{count}");
        let message = format!("the id {id} is used more than once in this item; this is {place}");
        division.note(Problem::new(
            "document/duplicate-id",
            Severity::Note,
            message,
        ));
        Place::Id(place)
    }

    fn problems(self) -> Vec<Problem> {
        let severity = match self.document_count {
            0 => Severity::Failed,
            _ => Severity::Warning,
        };
        let fault = self.fault.map(|fault| Problem { severity, ..fault });
        let matter = (self.matter.section_count > 0).then(|| {
            let count = self.matter.section_count;
            let message = format!("{count} sections of front and back matter are not read");
            Problem::new("document/tei-front-matter", Severity::Note, message)
        });
        fault.into_iter().chain(matter).collect()
    }
}

fn malformed(locator: &str, at: u64, error: &str) -> Problem {
    let message = format!("{locator} is not well-formed at byte {at}: {error}");
    Problem::new("document/malformed-xml", Severity::Warning, message)
        .hint("what stands before is read; compare with an undamaged copy")
}

#[cfg(test)]
mod tests;
