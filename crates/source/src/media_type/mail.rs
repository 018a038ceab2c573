//! Mail, told by its header lines.
//!
//! Memoranda and cables open with `TO:`, `FROM:` and `SUBJECT:` too: those alone are no mail
//! unless the name says so. A mail names its route, its message id or its MIME version.

/// Fields that only a transmitted message has (RFC 5322, RFC 2045 and common practice).
const TRANSPORT_FIELDS: &[&str] = &[
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "content-type",
    "content-transfer-encoding",
    "in-reply-to",
    "dkim-signature",
    "domainkey-signature",
    "authentication-results",
    "envelope-to",
    "reply-to",
    "user-agent",
    "list-id",
    "list-unsubscribe",
    "list-post",
    "errors-to",
    "newsgroups",
    "resent-from",
    "resent-date",
    "resent-message-id",
    "arc-seal",
    "thread-index",
    "thread-topic",
    "x-mailer",
    "x-originating-ip",
    "x-priority",
    "x-received",
    "x-uidl",
    "x-mozilla-status",
    "x-spam-status",
];

/// Fields that a memorandum may have as well.
const ADDRESS_FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "date",
    "subject",
    "sender",
    "references",
    "organization",
    "importance",
    "sent",
];

/// `message/rfc822` or `application/mbox`, where the text starts with mail headers.
pub(super) fn media_type(text: &str, extension: &str) -> Option<&'static str> {
    let named_mail = matches!(extension, "eml" | "mht" | "mhtml");
    let text = text
        .trim_start_matches('\u{feff}')
        .trim_start_matches(['\r', '\n']);
    let (mailbox_line, text) = match text.starts_with("From ") {
        true => (true, text.split_once('\n')?.1),
        false => (false, text),
    };
    let header = Header::read(text);
    let known_count = header.transport_count + header.address_count;
    let is_mail = match named_mail {
        true => header.field_count >= 1,
        false => known_count >= 2 && (header.transport_count >= 1 || header.mail_date),
    };
    match (is_mail, mailbox_line && !named_mail) {
        (false, true) => (extension == "mbox").then_some("application/mbox"),
        (false, false) => None,
        (true, false) => Some("message/rfc822"),
        (true, true) => Some("application/mbox"),
    }
}

#[derive(Default)]
struct Header {
    field_count: usize,
    transport_count: usize,
    address_count: usize,
    /// Whether the date is written as mails write it, with time and zone.
    mail_date: bool,
}

impl Header {
    /// Reads the lines before the first one that is neither a field nor goes on with one.
    fn read(text: &str) -> Header {
        let mut header = Header::default();
        for line in text.lines() {
            if line.starts_with([' ', '\t']) && header.field_count > 0 {
                continue;
            }
            let Some((name, value)) = field(line) else {
                break;
            };
            header.field_count += 1;
            let is = |known: &&str| name.eq_ignore_ascii_case(known);
            header.transport_count += usize::from(TRANSPORT_FIELDS.iter().any(is));
            header.address_count += usize::from(ADDRESS_FIELDS.iter().any(is));
            header.mail_date |= is(&"date") && is_mail_date(value);
        }
        header
    }
}

/// `Name: value`, where the name has no space inside (old mails have some after it).
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (!name.is_empty() && name.bytes().all(fits)).then_some((name, value))
}

/// `Fri, 16 Feb 2007 10:22:33 +0000`, roughly: a clock time with seconds or a numeric zone.
fn is_mail_date(value: &str) -> bool {
    let words: Vec<&str> = value.split_whitespace().collect();
    let clock = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        word.matches(':').count() >= 1
            && digits >= 3
            && word.starts_with(|c: char| c.is_ascii_digit())
    };
    let zone = |word: &str| word.len() == 5 && word.starts_with(['+', '-']);
    let weekday = words
        .first()
        .is_some_and(|word| word.len() == 4 && word.ends_with(','));
    words.iter().any(|word| clock(word)) && (weekday || words.iter().any(|word| zone(word)))
}
