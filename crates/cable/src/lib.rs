//! The forms of diplomatic telegrams: header fields, references, TAGS, paragraphs.
//!
//! [`parse`] takes the text of one telegram, raw (ACP-127 header), as the National Archives keep
//! it (text, then attributes), or as printed in a documentary edition, and gives its parts as
//! spans. It knows no list of posts and resolves nothing: `07OSTERVIK173` is what the lines say.

mod archive;
mod body;
mod cable;
mod classification;
mod furniture;
mod header;
mod lines;
mod number;
mod printed;
mod references;

#[cfg(test)]
mod tests;

pub use cable::{Cable, Form, Paragraph, Part, Reference};

/// Reads a telegram; `None` where the text is none for sure.
///
/// Total: any text is answered, in time linear in its length.
pub fn parse(text: &str) -> Option<Cable> {
    let lines = lines::lines(text);
    let mut cable = header::raw(text, &lines)
        .or_else(|| archive::attributes(text, &lines))
        .or_else(|| printed::headed(text, &lines))?;
    furniture::mark(text, &lines, &mut cable);
    body::read(text, &lines, &mut cable);
    Some(cable)
}
