//! Classification lines: `C O N F I D E N T I A L SECTION 01 OF 03 OSTERVIK 000173`.

use depeche_text::Span;

/// Longest first where one begins another.
const CLASSIFICATIONS: &[&str] = &[
    "TOP SECRET",
    "SECRET",
    "CONFIDENTIAL",
    "LIMITED OFFICIAL USE",
    "UNCLASSIFIED",
    "UNCLAS",
    "OFFICIAL USE ONLY",
    "RESTRICTED",
];

/// A classification at a line's start: its name, and the bytes of the line that spell it.
pub(crate) fn leading(line: &str) -> Option<(&'static str, usize)> {
    CLASSIFICATIONS.iter().find_map(|name| {
        let end = spelt(line, name)?;
        Some((
            if *name == "UNCLAS" {
                "UNCLASSIFIED"
            } else {
                *name
            },
            end,
        ))
    })
}

/// Matches the letters of `name` at the start of `line`, white space between them ignored;
/// capitals only.
fn spelt(line: &str, name: &str) -> Option<usize> {
    let mut letters = name.bytes().filter(|byte| *byte != b' ');
    let mut wanted = letters.next();
    for (offset, byte) in line.bytes().enumerate() {
        let Some(letter) = wanted else {
            return (!byte.is_ascii_alphanumeric()).then_some(offset);
        };
        if byte == letter {
            wanted = letters.next();
        } else if byte != b' ' {
            return None;
        }
    }
    wanted.is_none().then_some(line.len())
}

/// Whether the line is a classification and nothing else but captions, dashes or a section.
pub(crate) fn stands_alone(line: &str) -> bool {
    let Some((_, end)) = leading(line) else {
        return false;
    };
    let rest = line[end..].trim_matches(|mark: char| !mark.is_alphanumeric());
    rest.is_empty() || section(rest) == Some(rest.len())
}

/// `SECTION 01 OF 03` at the start, with zeros for the letter O as well: the bytes that it takes.
pub(crate) fn section(words: &str) -> Option<usize> {
    let rest = ["SECTION", "SECTI0N"]
        .iter()
        .find_map(|word| words.strip_prefix(word))?;
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let first = rest.trim_start();
    let after = first[digits(first)..].trim_start();
    let after = ["OF", "0F"]
        .iter()
        .find_map(|word| after.strip_prefix(word))?
        .trim_start();
    (digits(first) > 0 && digits(after) > 0).then(|| words.len() - after.len() + digits(after))
}

/// What follows classification and section on a line: captions and the telegram's number.
pub(crate) fn rest(line: Span, text: &str) -> Option<Span> {
    let words = line.slice(text);
    let (_, end) = leading(words)?;
    let rest = &words[end..];
    let skipped = end + rest.len() - rest.trim_start().len();
    let section = section(&words[skipped..]).unwrap_or(0);
    Some(Span::new(line.start as usize + skipped + section, line.end as usize).trimmed(text))
}
