//! Mail (RFC 5322, MIME): one document a message, and one for each attachment that is read.
//!
//! A message is its header lines as a person reads them and its body: the plain text, else the
//! HTML. What it quotes is marked as a quotation. Attached texts, pages and messages are read as
//! files of their own would be; everything else is named in a problem. Files of several messages
//! (mbox) are not read here.

mod address;
mod attachment;
mod body;
mod closing;
mod contents;
mod date;
mod message;
mod part;
mod passage;
mod plain;
mod problems;
mod quoted;

#[cfg(test)]
mod tests;

use self::attachment::Reader;
use self::contents::{Attached, Contents};
use self::part::{Part, Tree};
use super::Format;
use crate::{Document, DocumentId, Kind, Place, encoding};
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity};
use mail_parser::{Message, MessageParser};
use std::borrow::Cow;

/// Attachments that are not read are listed one by one up to here.
const MAX_LISTED: usize = 50;

/// How far into an attached page its own charset is looked for.
const PRESCAN_BYTES: usize = 4 << 10;

/// Deeper nesting than this is not opened, whatever the limit says: the stack is finite.
const MAX_DEPTH: u32 = 64;

/// Messages inside a message at most, however they lie; more are a trap and not a mail.
const MAX_NESTED: usize = 500;

/// Messages.
pub(crate) struct Mail;

impl Format for Mail {
    fn name(&self) -> &'static str {
        "mail"
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["message/rfc822"]
    }

    fn parse(&self, item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem> {
        let bytes = readable(&item.bytes);
        let mut reading = Reading {
            item,
            limits,
            depth_limit: limits.mail_depth.min(MAX_DEPTH),
            emit,
            problems: Vec::new(),
        };
        let place = Enclosing {
            number: "",
            name: None,
            depth: 0,
        };
        reading.bytes(&bytes, place);
        reading.problems
    }
}

/// The bytes with line ends that mails have, in an encoding that extends ASCII, with a head in
/// UTF-8 and without a mailbox's `From ` line above it.
fn readable(bytes: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr(0, &bytes[..bytes.len().min(512)]).is_some() {
        let decoded = encoding::decode(bytes, None);
        if decoded.encoding.starts_with("UTF-16") {
            return decoded.text.into_owned().into_bytes().into();
        }
    }
    if memchr::memchr(b'\n', bytes).is_none() {
        let line_ends = bytes.iter().map(|byte| match byte {
            b'\r' => b'\n',
            other => *other,
        });
        return line_ends.collect();
    }
    let bytes = without_envelope(bytes);
    let head_len = memchr::memmem::find(bytes, b"\n\n")
        .into_iter()
        .chain(memchr::memmem::find(bytes, b"\r\n\r\n"))
        .min()
        .unwrap_or(bytes.len());
    let (head, rest) = bytes.split_at(head_len);
    if std::str::from_utf8(head).is_ok() {
        return bytes.into();
    }
    let head = encoding::decode(head, charset_of(head).as_deref()).text;
    [head.as_bytes(), rest].concat().into()
}

/// Without empty lines and a mailbox's `From ` line above the head.
fn without_envelope(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.trim_ascii_start();
    match bytes.starts_with(b"From ") || bytes.starts_with(b">From ") {
        true => memchr::memchr(b'\n', bytes).map_or(bytes, |end| &bytes[end + 1..]),
        false => bytes,
    }
}

/// The charset that a head with bytes beyond ASCII names for the body.
fn charset_of(head: &[u8]) -> Option<String> {
    let lower = head.to_ascii_lowercase();
    let at = memchr::memmem::find(&lower, b"charset=")? + b"charset=".len();
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    let rest = lower[at..].iter().skip_while(|byte| **byte == b'"');
    let label = rest.take_while(|byte| is_label(byte)).take(40).copied();
    String::from_utf8(label.collect()).ok()
}

/// Where a message lies in its item.
#[derive(Clone, Copy)]
struct Enclosing<'n> {
    /// The number of the part that it is; empty for the item itself.
    number: &'n str,
    /// The file name that it is attached under.
    name: Option<&'n str>,
    depth: u32,
}

impl Enclosing<'_> {
    fn place(&self) -> Place {
        match self.number {
            "" => Place::Whole,
            number => Place::Part(number.to_owned()),
        }
    }
}

/// The reading of one item.
struct Reading<'a> {
    item: &'a Item,
    limits: &'a Limits,
    depth_limit: u32,
    emit: &'a mut dyn FnMut(Document),
    /// Of the item as a whole.
    problems: Vec<Problem>,
}

impl Reading<'_> {
    /// Reads the bytes of a message.
    fn bytes(&mut self, bytes: &[u8], enclosing: Enclosing) {
        // The library's messages lie in one another as deep as the bytes say, and so does taking
        // them down.
        let nested = memchr::memmem::find_iter(bytes, b"message/").take(MAX_NESTED + 1);
        let digests = memchr::memmem::find_iter(bytes, b"multipart/digest").take(MAX_NESTED + 1);
        let is_bomb = nested.count() + digests.count() > MAX_NESTED;
        let parser = MessageParser::default();
        let message = match is_bomb {
            true => parser.parse_headers(bytes),
            false => parser.parse(bytes),
        };
        let message = message.unwrap_or_default();
        self.message(&message, enclosing, is_bomb);
    }

    /// Reads a message, hands it on, and then what is attached to it.
    fn message(&mut self, message: &Message, enclosing: Enclosing, is_bomb: bool) {
        if message.parts.is_empty() {
            let problem = problems::no_header();
            return self.problems.push(problem);
        }
        let mut tree = Tree::new(message, self.depth_limit);
        let root = tree.root(enclosing.number);
        let mut found = tree.problems;
        found.extend(is_bomb.then(|| problems::bomb(MAX_NESTED)));
        let contents = contents::sort(&root);
        let mut document = self.document(message, &contents, enclosing);
        document.problems.append(&mut found);
        (self.emit)(document);
        for attached in &contents.attachments {
            self.attachment(attached.part, enclosing.depth);
        }
    }

    fn document(&self, source: &Message, contents: &Contents, enclosing: Enclosing) -> Document {
        let sender = message::sender(source);
        let mut message = message::Message::of_head(source);
        message.add_body(body::read(&contents.body, sender.as_ref(), self.limits));
        if contents.is_encrypted {
            message.problems.push(problems::encrypted());
        }
        self.list_attachments(&mut message, &contents.attachments, enclosing.depth);
        message.field("file-name", enclosing.name.unwrap_or_default().to_owned());
        let place = enclosing.place();
        let language = contents.body.iter().find_map(|part| part.language.clone());
        Document {
            id: DocumentId::of(self.item.id, &place),
            item: self.item.id,
            place,
            kind: Kind::Mail,
            title: message.title,
            language,
            text: message.text,
            blocks: message.blocks,
            fields: message.fields,
            date: message.date,
            problems: message.problems,
        }
    }

    /// Names what is attached, and what of it is not read.
    fn list_attachments(
        &self,
        message: &mut message::Message,
        attachments: &[Attached],
        depth: u32,
    ) {
        let mut unread_count = 0;
        for attached in attachments {
            let part = attached.part;
            message.field("attachment", part.name.clone().unwrap_or_default());
            let problem = if part.is_blank() {
                problems::empty(&attachment::describe(part))
            } else {
                match attachment::reader(part) {
                    Some(Reader::Message) if depth >= self.depth_limit => {
                        problems::message_too_deep(&part.number, self.depth_limit)
                    }
                    Some(_) => continue,
                    None if unread_count >= MAX_LISTED => {
                        unread_count += 1;
                        continue;
                    }
                    None => {
                        unread_count += 1;
                        problems::not_read(&attachment::describe(part), attached.is_shown)
                    }
                }
            };
            message.problems.push(problem);
        }
        if unread_count > MAX_LISTED {
            let problem = problems::more_not_read(unread_count - MAX_LISTED);
            message.problems.push(problem);
        }
    }

    /// Reads an attachment as a document of its own, where it can be.
    fn attachment(&mut self, part: &Part, depth: u32) {
        if part.is_blank() {
            return;
        }
        match attachment::reader(part) {
            Some(Reader::Message) if depth < self.depth_limit => {
                let enclosing = Enclosing {
                    number: &part.number,
                    name: part.name.as_deref(),
                    depth: depth + 1,
                };
                match part.message() {
                    Some(message) => self.message(message, enclosing, false),
                    None => self.bytes(&readable(&part.bytes()), enclosing),
                }
            }
            Some(Reader::Format(format, media_type)) => self.adopt(part, format, media_type),
            Some(Reader::Message) | None => {}
        }
    }

    /// Has another format read an attachment; what it gives lies in this item, at the part.
    fn adopt(&mut self, part: &Part, format: &dyn Format, media_type: String) {
        let mut problems = Vec::new();
        let name = part.name.as_deref();
        let inner = Item {
            id: self.item.id,
            locator: format!("{}!/{}", self.item.locator, name.unwrap_or(&part.number)),
            bytes: bytes_of(part, &media_type, &mut problems),
            media_type,
        };
        let (item, emit) = (self.item.id, &mut self.emit);
        let returned = format.parse(&inner, self.limits, &mut |mut document| {
            document.place = Place::Part(match &document.place {
                Place::Whole => part.number.clone(),
                inner => format!("{}/{inner}", part.number),
            });
            document.id = DocumentId::of(item, &document.place);
            document.fields.extend(name.map(|name| crate::Field {
                name: "file-name".to_owned(),
                value: name.to_owned(),
                span: None,
            }));
            document.problems.append(&mut problems);
            emit(document);
        });
        // The mail itself was read, even where an attachment could not be.
        self.problems
            .extend(returned.into_iter().map(|problem| Problem {
                severity: problem.severity.min(Severity::Warning),
                ..problem
            }));
    }
}

/// The bytes of an attachment; of a text in the charset that its header names, as UTF-8.
fn bytes_of(part: &Part, media_type: &str, problems: &mut Vec<Problem>) -> Vec<u8> {
    let bytes = part.bytes();
    let names_charset = || {
        let head = bytes[..bytes.len().min(PRESCAN_BYTES)].to_ascii_lowercase();
        memchr::memmem::find(&head, b"charset").is_some()
    };
    // A page that names its charset knows better than the mailer that attached it.
    if media_type == "text/plain" || media_type == "text/html" && !names_charset() {
        return part.text(problems).into_bytes();
    }
    problems.extend(part.transfer_problem());
    bytes.into_owned()
}
