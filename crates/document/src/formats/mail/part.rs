//! The parts of a message as `mail-parser` found them, numbered, with what each says of itself.
//!
//! Bytes are decoded by the library; what it gives up on (a base64 part that is cut off, letters
//! that do not belong) is read as far as it goes, and counted.

use super::problems;
use crate::encoding;
use depeche_text::Problem;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{ContentType, Encoding, HeaderName, Message, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;

/// Parts of one message at most, all depths together.
const MAX_PARTS: usize = 10_000;

/// A part: a multipart with parts inside, or a leaf with a body.
#[derive(Debug)]
pub(super) struct Part<'m> {
    /// Counted from 1 at each level: `2.1`.
    pub(super) number: String,
    /// `text/plain`, in small letters.
    pub(super) media: String,
    /// Whether its disposition says that it is to be kept apart.
    pub(super) is_attachment: bool,
    /// Its file name, without folders.
    pub(super) name: Option<String>,
    /// The language that it names.
    pub(super) language: Option<String>,
    pub(super) parts: Vec<Part<'m>>,
    source: &'m MessagePart<'m>,
    /// As it travelled.
    raw: &'m [u8],
}

/// A message's tree in the making.
pub(super) struct Tree<'m> {
    message: &'m Message<'m>,
    depth_limit: u32,
    part_count: usize,
    pub(super) problems: Vec<Problem>,
}

impl<'m> Tree<'m> {
    pub(super) fn new(message: &'m Message<'m>, depth_limit: u32) -> Tree<'m> {
        Tree {
            message,
            depth_limit,
            part_count: 0,
            problems: Vec::new(),
        }
    }

    /// The parts of the message whose own number is `number`, empty for the outermost.
    pub(super) fn root(&mut self, number: &str) -> Part<'m> {
        let mut root = self.part(0, number, 0);
        if !root.is_multipart() {
            root.number = inner(number, 1);
        }
        root
    }

    fn part(&mut self, id: usize, number: &str, depth: u32) -> Part<'m> {
        let source = &self.message.parts[id];
        let range = source.offset_body as usize..source.offset_end as usize;
        let raw = self.message.raw_message.get(range).unwrap_or_default();
        let mut part = Part::new(source, raw, number.to_owned());
        let PartType::Multipart(ids) = &source.body else {
            if part.is_multipart() {
                self.problems.push(problems::no_boundary(number));
                part.media = "text/plain".to_owned();
            }
            return part;
        };
        if depth >= self.depth_limit {
            let problem = problems::too_deep(number, self.depth_limit);
            self.problems.push(problem);
            return part;
        }
        if !is_closed(source, raw) {
            self.problems.push(problems::unclosed(number));
        }
        for (index, id) in ids.iter().enumerate() {
            if self.part_count >= MAX_PARTS {
                self.problems.push(problems::too_many_parts(MAX_PARTS));
                break;
            }
            self.part_count += 1;
            let number = inner(number, index + 1);
            let part_of = self.part(*id as usize, &number, depth + 1);
            part.parts.push(part_of);
        }
        part
    }
}

/// Whether the last part of a multipart is closed by its delimiter.
fn is_closed(source: &MessagePart, raw: &[u8]) -> bool {
    let boundary = source.content_type().and_then(|t| t.attribute("boundary"));
    boundary.is_none_or(|boundary| {
        let delimiter = format!("--{boundary}--");
        memchr::memmem::rfind(raw, delimiter.as_bytes()).is_some()
    })
}

/// The number of a part's part.
fn inner(number: &str, count: usize) -> String {
    match number {
        "" => count.to_string(),
        _ => format!("{number}.{count}"),
    }
}

impl<'m> Part<'m> {
    fn new(source: &'m MessagePart<'m>, raw: &'m [u8], number: String) -> Part<'m> {
        let disposition = source.content_disposition();
        Part {
            number,
            media: media_of(source),
            is_attachment: disposition.is_some_and(ContentType::is_attachment),
            name: source.attachment_name().and_then(bare_name),
            language: source.content_language().as_text().and_then(language),
            parts: Vec::new(),
            source,
            raw,
        }
    }

    pub(super) fn is_multipart(&self) -> bool {
        self.media.starts_with("multipart/")
    }

    /// The message that it is, where it is one.
    pub(super) fn message(&self) -> Option<&'m Message<'m>> {
        match &self.source.body {
            PartType::Message(message) => Some(message),
            _ => None,
        }
    }

    /// Whether nothing was sent in it.
    pub(super) fn is_blank(&self) -> bool {
        self.message().is_none() && self.bytes().trim_ascii().is_empty()
    }

    /// The bytes as they were before they travelled.
    pub(super) fn bytes(&self) -> Cow<'m, [u8]> {
        match (self.transfer(), self.message()) {
            (_, Some(message)) => message.raw_message.clone(),
            (Encoding::None, _) => self.raw.into(),
            (Encoding::Base64, _) => base64_decode(self.raw)
                .unwrap_or_else(|| readable_base64(self.raw))
                .into(),
            (Encoding::QuotedPrintable, _) => {
                quoted_printable_decode(self.raw).map_or(self.raw.into(), Cow::Owned)
            }
        }
    }

    /// The transfer encoding that the part names: the library forgets it where it fails.
    fn transfer(&self) -> Encoding {
        let named = self.source.content_transfer_encoding().unwrap_or_default();
        match named.trim().to_ascii_lowercase().as_str() {
            "base64" => Encoding::Base64,
            "quoted-printable" => Encoding::QuotedPrintable,
            _ => Encoding::None,
        }
    }

    /// The text, its line ends `\n`, in the charset that the part names where that can be.
    pub(super) fn text(&self, problems: &mut Vec<Problem>) -> String {
        problems.extend(self.transfer_problem());
        let charset = self.charset();
        let known = charset.is_none_or(encoding::is_known);
        let text = match &self.source.body {
            // UTF-7 and others that the web has dropped, only the library has.
            PartType::Text(text) | PartType::Html(text) if !known => text.to_string(),
            _ => {
                let bytes = self.bytes();
                let decoded = encoding::decode(&bytes, charset);
                // Their spans lie in the part, not in the text.
                problems.extend(decoded.problems.into_iter().map(|problem| Problem {
                    span: None,
                    ..problem
                }));
                decoded.text.into_owned()
            }
        };
        match text.contains('\r') {
            true => text
                .replace("\r\r\n", "\n")
                .replace("\r\n", "\n")
                .replace('\r', "\n"),
            false => text,
        }
    }

    fn charset(&self) -> Option<&'m str> {
        self.source.content_type()?.attribute("charset")
    }

    /// What is odd in how the part travelled.
    pub(super) fn transfer_problem(&self) -> Option<Problem> {
        let named = self.source.content_transfer_encoding().unwrap_or_default();
        let named = named.trim().to_ascii_lowercase();
        let known = [
            "",
            "7bit",
            "8bit",
            "binary",
            "base64",
            "quoted-printable",
            "none",
            "plain",
        ];
        if !known.contains(&named.as_str()) {
            let name: String = named.chars().take(40).collect();
            return Some(problems::unknown_transfer(&self.number, &name));
        }
        let fails = match self.transfer() {
            Encoding::None => false,
            Encoding::Base64 => {
                let letters = self.raw.iter().filter(|byte| is_base64(byte)).count();
                let padding = self.raw.iter().filter(|byte| **byte == b'=').count();
                base64_decode(self.raw).is_none() || (letters + padding) % 4 != 0
            }
            Encoding::QuotedPrintable => quoted_printable_decode(self.raw).is_none(),
        };
        fails.then(|| problems::bad_transfer(&self.number))
    }
}

fn is_base64(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// What can be read of base64 with other letters between.
fn readable_base64(raw: &[u8]) -> Vec<u8> {
    let letters: Vec<u8> = raw.iter().copied().filter(is_base64).collect();
    base64_decode(&letters).unwrap_or_default()
}

fn media_of(source: &MessagePart) -> String {
    let named = source.content_type();
    let media = match named.map(|named| (named.ctype(), named.subtype())) {
        Some((main, Some(subtype))) => format!("{main}/{subtype}").to_ascii_lowercase(),
        // "text" is what mailers wrote before there were subtypes.
        Some(_) | None => "text/plain".to_owned(),
    };
    match &source.body {
        // A part of a digest is a message without saying so.
        PartType::Message(_) => "message/rfc822".to_owned(),
        PartType::Multipart(_) if !media.starts_with("multipart/") => "multipart/mixed".to_owned(),
        _ => media,
    }
}

/// A file name without the folders before it.
fn bare_name(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.trim().chars().take(200).collect();
    (!name.is_empty()).then_some(name)
}

/// The first tag of a `Content-Language`.
fn language(field: &str) -> Option<String> {
    let tag = field.split(',').next()?.trim();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_tag = (2..=35).contains(&tag.len()) && tag.bytes().all(fits);
    is_tag.then(|| tag.to_owned())
}

/// All values of a header field, in order.
pub(super) fn headers<'m>(
    message: &'m Message<'m>,
    name: HeaderName<'static>,
) -> impl Iterator<Item = &'m mail_parser::Header<'m>> {
    let headers = message.parts.first().map(|root| &root.headers);
    headers
        .into_iter()
        .flatten()
        .filter(move |header| header.name == name)
}

/// The words of a header field, unfolded, as they stand in the message.
pub(super) fn raw_value(message: &Message, header: &mail_parser::Header) -> String {
    let range = header.offset_start as usize..header.offset_end as usize;
    let raw = message.raw_message.get(range).unwrap_or_default();
    one_line(&String::from_utf8_lossy(raw))
}

/// Words separated by single spaces; no control characters.
pub(super) fn one_line(text: &str) -> String {
    let text = text.replace(|mark: char| mark.is_control(), " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
