//! A message as a document: the header lines that a person reads, then the body.
//!
//! The header lines are written anew, in one order and one form, because the bytes of a header
//! are no text: encoded words, folded lines, the route. Every name and date in them has its
//! span; what is no reading matter (ids) becomes fields alone.

use super::address::{self, Mailbox};
use super::body::Body;
use super::part::{headers, one_line, raw_value};
use super::{date, problems};
use crate::{Block, BlockKind, Field};
use depeche_text::{Problem, Span};
use depeche_time::TimeExpression;
use mail_parser::{HeaderName, HeaderValue, Message as Source};

/// Senders and recipients that become fields, at most; all stand in the text.
const MAX_ADDRESSES: usize = 10_000;
/// References of a mail that become fields, at most.
const MAX_REFERENCES: usize = 100;

/// A line that is no list is shown up to here, in characters.
const MAX_LINE: usize = 1000;

/// Header fields of ids, with the name of the document's field.
const IDS: &[(&str, HeaderName<'static>)] = &[
    ("message-id", HeaderName::MessageId),
    ("in-reply-to", HeaderName::InReplyTo),
    ("reference", HeaderName::References),
];

/// Header fields of those who sent a mail on.
const RESENT: &[(&str, HeaderName<'static>)] = &[
    ("resent-from", HeaderName::ResentFrom),
    ("resent-to", HeaderName::ResentTo),
];

/// Header fields of words.
const WORDS: &[(&str, HeaderName<'static>)] = &[
    ("resent-date", HeaderName::ResentDate),
    ("list-id", HeaderName::ListId),
];

/// Header fields that are shown, with the name of their line.
const SHOWN: &[(&str, &str, HeaderName<'static>)] = &[
    ("from", "From", HeaderName::From),
    ("sender", "Sender", HeaderName::Sender),
    ("to", "To", HeaderName::To),
    ("cc", "Cc", HeaderName::Cc),
    ("bcc", "Bcc", HeaderName::Bcc),
];

/// What a message's head and body become.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) fields: Vec<Field>,
    pub(super) title: Option<String>,
    pub(super) date: Option<TimeExpression>,
    pub(super) problems: Vec<Problem>,
    address_count: usize,
}

/// Who sent a message: the first of its first `From` line, else its `Sender`.
pub(super) fn sender(source: &Source) -> Option<Mailbox> {
    let names = [HeaderName::From, HeaderName::Sender];
    let mut fields = names
        .into_iter()
        .flat_map(|name| address::all(source, name));
    fields.find_map(|mailboxes| mailboxes.into_iter().next())
}

impl Message {
    /// Writes the head.
    pub(super) fn of_head(source: &Source) -> Message {
        let mut message = Message::default();
        for (name, label, header) in SHOWN {
            for mailboxes in address::all(source, header.clone()) {
                message.addresses(name, label, &mailboxes);
            }
        }
        message.date(source);
        message.subject(source);
        message.add_unseen(source);
        if source.headers().is_empty() {
            message.problems.push(problems::no_header());
        }
        let senders = address::all(source, HeaderName::From);
        let several = senders.iter().filter(|sender| !sender.is_empty()).count();
        if several > 1 {
            message.problems.push(problems::several_senders(several));
        }
        if message.address_count > MAX_ADDRESSES {
            let problem = problems::too_many_addresses(MAX_ADDRESSES);
            message.problems.push(problem);
        }
        message
    }

    /// Writes the body below the head.
    pub(super) fn add_body(&mut self, body: Body) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let offset = self.text.len();
        self.text.push_str(&body.text);
        let filled = body
            .passages
            .iter()
            .filter(|passage| !passage.span.is_empty());
        self.blocks.extend(filled.map(|passage| Block {
            kind: passage.kind,
            span: passage.span.shifted(offset),
        }));
        self.problems.extend(body.problems);
    }

    /// A field whose words do not stand in the text.
    pub(super) fn field(&mut self, name: &str, value: String) {
        if !value.is_empty() {
            self.fields.push(Field {
                name: name.to_owned(),
                value,
                span: None,
            });
        }
    }

    /// One line of addresses, each a field.
    fn addresses(&mut self, name: &str, label: &str, mailboxes: &[Mailbox]) {
        if mailboxes.is_empty() {
            return;
        }
        let start = self.open_line(label);
        for (index, mailbox) in mailboxes.iter().enumerate() {
            if index > 0 {
                self.text.push_str(", ");
            }
            let span = self.write(mailbox.name.as_deref().or(mailbox.address.as_deref()));
            if let (Some(_), Some(address)) = (&mailbox.name, &mailbox.address) {
                self.text.push_str(&format!(" <{address}>"));
            }
            self.address_count += 1;
            if self.address_count <= MAX_ADDRESSES {
                self.fields.push(Field {
                    name: name.to_owned(),
                    value: mailbox.person().into_owned(),
                    span: Some(span),
                });
            }
        }
        self.close_line(start, BlockKind::Byline);
    }

    fn date(&mut self, source: &Source) {
        let Some(header) = headers(source, HeaderName::Date).next() else {
            return self.problems.push(problems::no_date());
        };
        let value: String = raw_value(source, header).chars().take(MAX_LINE).collect();
        let start = self.open_line("Date");
        let span = self.write(Some(&value));
        self.close_line(start, BlockKind::Dateline);
        self.date = date::read(source, header, span);
        if self.date.is_none() {
            self.problems.push(problems::bad_date(&value).at(span));
        }
        self.fields.push(Field {
            name: "date".to_owned(),
            value,
            span: Some(span),
        });
    }

    fn subject(&mut self, source: &Source) {
        let subject = source.subject().map(one_line);
        let Some(subject) = subject.filter(|subject| !subject.is_empty()) else {
            return;
        };
        self.open_line("Subject");
        let span = self.write(Some(&subject));
        self.close_line(span.start as usize, BlockKind::Title);
        self.fields.push(Field {
            name: "subject".to_owned(),
            value: subject.clone(),
            span: Some(span),
        });
        self.title = Some(subject);
    }

    /// What is in the head but no reading matter.
    fn add_unseen(&mut self, source: &Source) {
        for (name, header) in IDS {
            let first = headers(source, header.clone()).next();
            let ids = first.map(|header| ids(&header.value)).unwrap_or_default();
            for id in ids.into_iter().take(MAX_REFERENCES) {
                self.field(name, id);
            }
        }
        for (name, header) in RESENT {
            for mailbox in address::all(source, header.clone()).concat() {
                self.field(name, mailbox.person().into_owned());
            }
        }
        for (name, header) in WORDS {
            let first = headers(source, header.clone()).next();
            let words = first.map(|header| raw_value(source, header));
            self.field(name, words.unwrap_or_default());
        }
    }

    fn open_line(&mut self, label: &str) -> usize {
        let start = self.text.len();
        self.text.push_str(label);
        self.text.push_str(": ");
        start
    }

    fn write(&mut self, words: Option<&str>) -> Span {
        let start = self.text.len();
        self.text.push_str(words.unwrap_or_default());
        Span::new(start, self.text.len())
    }

    fn close_line(&mut self, start: usize, kind: BlockKind) {
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        self.text.push('\n');
        if !span.is_empty() {
            self.blocks.push(Block { kind, span });
        }
    }
}

/// The ids of a field, without their brackets.
fn ids(value: &HeaderValue) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![one_line(id)],
        HeaderValue::TextList(ids) => ids.iter().map(|id| one_line(id)).collect(),
        _ => Vec::new(),
    }
}
