//! What is odd in a mail, each by a name.

use depeche_text::{Problem, Severity};

/// A part is named by its number; the outermost has none.
fn part(number: &str) -> String {
    match number {
        "" => "the mail".to_owned(),
        _ => format!("part {number}"),
    }
}

fn warning(code: &str, message: String) -> Problem {
    Problem::new(code, Severity::Warning, message)
}

/// Multiparts nested deeper than the limit.
pub(super) fn too_deep(number: &str, limit: u32) -> Problem {
    let message = format!(
        "{} is nested deeper than {limit} levels and is not opened",
        part(number)
    );
    warning("document/mail-too-deep", message).hint("raise limits.mail_depth")
}

/// A multipart without delimiters.
pub(super) fn no_boundary(number: &str) -> Problem {
    let message = format!(
        "{} names no boundary that occurs in it and is read as text",
        part(number)
    );
    warning("document/no-boundary", message)
}

/// A multipart that stops before its end.
pub(super) fn unclosed(number: &str) -> Problem {
    let message = format!(
        "{} does not close its last part: it may be cut off",
        part(number)
    );
    warning("document/unclosed-boundary", message)
}

/// More parts than are read.
pub(super) fn too_many_parts(limit: usize) -> Problem {
    let message = format!("the mail has more than {limit} parts; the rest is not read");
    warning("document/too-many-parts", message)
}

/// More senders or recipients than become fields.
pub(super) fn too_many_addresses(limit: usize) -> Problem {
    let message = format!("the mail has more than {limit} addresses; the rest is only in the text");
    warning("document/too-many-addresses", message)
}

/// A date that cannot be read or cannot be a mail's, or its time of day.
pub(super) fn bad_date(field: &str) -> Problem {
    let field: String = field.chars().take(80).collect();
    warning(
        "document/bad-date",
        format!("the date \"{field}\" of the header is none that a mail can have"),
    )
    .hint("give the document its date by hand")
}

/// A mail that does not say when it was written.
pub(super) fn no_date() -> Problem {
    let message = "the header has no date";
    Problem::new("document/no-date", Severity::Note, message)
}

/// A mail without a single field that is known.
pub(super) fn no_header() -> Problem {
    let message = "the mail has no header and all of it is read as its text";
    warning("document/no-mail-header", message.to_owned())
}

/// Two `From` lines: one of them is forged or slipped in.
pub(super) fn several_senders(count: usize) -> Problem {
    let message = format!("the header names its sender in {count} From lines, which only one may");
    warning("document/several-senders", message).hint("compare them with the route that it took")
}

/// Bytes that the transfer encoding does not have, or its end missing.
pub(super) fn bad_transfer(number: &str) -> Problem {
    let message = format!(
        "{} stops in the middle of its transfer encoding, or holds bytes that do not belong in it",
        part(number)
    );
    warning("document/bad-transfer-encoding", message)
}

/// A transfer encoding that nobody defined.
pub(super) fn unknown_transfer(number: &str, name: &str) -> Problem {
    let message = format!(
        "{} is in the unknown transfer encoding {name} and is read as it is",
        part(number)
    );
    warning("document/unknown-transfer-encoding", message)
}

/// The body's text is cut at the limit.
pub(super) fn text_cut(length: usize) -> Problem {
    warning(
        "document/text-too-long",
        format!("the text is cut after {length} bytes"),
    )
}

/// Words that only the holder of a key can read.
pub(super) fn encrypted() -> Problem {
    warning(
        "document/encrypted",
        "the mail is encrypted, or sealed in its signature; only its header is read".to_owned(),
    )
    .hint("decrypt it in a mail program, save it anew and add that file")
}

/// An attachment of a type that is not read. A picture that the text shows is only noted.
pub(super) fn not_read(what: &str, is_shown: bool) -> Problem {
    let severity = if is_shown {
        Severity::Note
    } else {
        Severity::Warning
    };
    let message = format!("the attachment {what} is not read");
    Problem::new("document/attachment-not-read", severity, message)
        .hint("save it apart, convert it to text and add that file")
}

/// An attachment that holds nothing.
pub(super) fn empty(what: &str) -> Problem {
    let message = format!("the attachment {what} is empty");
    Problem::new("document/empty-attachment", Severity::Note, message)
}

/// More attachments that are not read than are listed.
pub(super) fn more_not_read(count: usize) -> Problem {
    let message = format!("{count} more attachments are not read");
    warning("document/attachment-not-read", message)
}

/// Messages inside messages deeper than the limit.
pub(super) fn message_too_deep(number: &str, limit: u32) -> Problem {
    let message = format!(
        "the message in part {number} lies deeper than {limit} messages in one another and is not opened"
    );
    warning("document/mail-too-deep", message).hint("raise limits.mail_depth")
}

/// So many messages in one another that nobody wrote them.
pub(super) fn bomb(limit: usize) -> Problem {
    let message =
        format!("the mail names more than {limit} messages inside of it; only its head is read");
    warning("document/mail-too-deep", message)
}
