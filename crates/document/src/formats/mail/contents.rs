//! Which parts of a message are its own words, and which are attached to it.

use super::part::Part;

/// The parts of a message by what they are for.
#[derive(Debug, Default)]
pub(super) struct Contents<'p, 'a> {
    /// What the sender wrote, in order.
    pub(super) body: Vec<&'p Part<'a>>,
    /// Everything else that holds something.
    pub(super) attachments: Vec<Attached<'p, 'a>>,
    /// Whether the words are encrypted.
    pub(super) is_encrypted: bool,
}

/// A part that is attached.
#[derive(Debug)]
pub(super) struct Attached<'p, 'a> {
    pub(super) part: &'p Part<'a>,
    /// Whether the text shows it (a picture), or says the same (an invitation).
    pub(super) is_shown: bool,
}

/// Types that hold no words: signatures of a text that stands beside them, keys.
const WORDLESS: &[&str] = &[
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-keys",
    "application/pgp-encrypted",
    "application/applefile",
];

/// Sorts the parts of a message.
pub(super) fn sort<'p, 'a>(root: &'p Part<'a>) -> Contents<'p, 'a> {
    let mut contents = Contents::default();
    contents.add(root, true);
    contents
}

impl<'p, 'a> Contents<'p, 'a> {
    /// Adds a part; `is_read` is false for texts that say what another part says.
    fn add(&mut self, part: &'p Part<'a>, is_read: bool) {
        if !part.is_multipart() {
            return self.add_leaf(part, is_read);
        }
        match part.media.as_str() {
            "multipart/alternative" => {
                let chosen = chosen(&part.parts);
                for (index, inner) in part.parts.iter().enumerate() {
                    self.add(
                        inner,
                        is_read && chosen.is_none_or(|chosen| chosen == index),
                    );
                }
            }
            "multipart/encrypted" => self.is_encrypted = true,
            // What follows the root is what it shows: pictures, sheets of style.
            "multipart/related" => {
                for (index, inner) in part.parts.iter().enumerate() {
                    match index {
                        0 => self.add(inner, is_read),
                        _ => self.add_attached(inner),
                    }
                }
            }
            _ => part.parts.iter().for_each(|inner| self.add(inner, is_read)),
        }
    }

    fn add_leaf(&mut self, part: &'p Part<'a>, is_read: bool) {
        if matches!(
            part.media.as_str(),
            "application/pkcs7-mime" | "application/x-pkcs7-mime"
        ) {
            self.is_encrypted = true;
        } else if is_words(part) && (part.name.is_none() || self.is_first(part)) {
            if is_read {
                self.body.push(part);
            }
        } else {
            self.attach(part, !is_read);
        }
    }

    /// The first text is the body even where it has a name, unless it says that it is attached.
    fn is_first(&self, part: &Part) -> bool {
        self.body.is_empty() && !part.is_attachment
    }

    fn add_attached(&mut self, part: &'p Part<'a>) {
        match part.is_multipart() {
            true => part.parts.iter().for_each(|inner| self.add_attached(inner)),
            false => self.attach(part, !part.is_attachment),
        }
    }

    fn attach(&mut self, part: &'p Part<'a>, is_shown: bool) {
        if !WORDLESS.contains(&part.media.as_str()) {
            self.attachments.push(Attached { part, is_shown });
        }
    }
}

/// Whether a leaf is text that a mail shows.
fn is_words(part: &Part) -> bool {
    let shown = ["text/plain", "text/html", "text/enriched", "text/richtext"];
    !part.is_attachment && shown.contains(&part.media.as_str())
}

/// The alternative that is read: plain text that says something, else HTML.
fn chosen(alternatives: &[Part]) -> Option<usize> {
    let of = |media: &str| alternatives.iter().position(|part| says(part, media));
    of("text/plain").or_else(|| of("text/html"))
}

fn says(part: &Part, media: &str) -> bool {
    if part.is_multipart() {
        return part.parts.iter().any(|inner| says(inner, media));
    }
    part.media == media && !part.is_attachment && !part.is_blank()
}
