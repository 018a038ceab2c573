//! The text proper: numbered paragraphs with their marks, the comment, the signer.

use crate::cable::{Cable, Paragraph, Part};
use depeche_text::Span;

/// Reads the body.
pub(crate) fn read(text: &str, lines: &[Span], cable: &mut Cable) {
    let body: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| cable.body.contains(*line) && !line.is_empty())
        .filter(|line| cable.furniture.binary_search(line).is_err())
        .collect();
    cable.signer = signer(text, &body);
    let signer = cable.signer.as_ref().map(|part| part.span);
    let body: Vec<Span> = body
        .into_iter()
        .filter(|line| Some(*line) != signer)
        .collect();
    cable.paragraphs = paragraphs(text, &body);
    cable.comment = comment(text, cable);
}

/// `3. ` or `¶3. ` at a line's start: the number, and the bytes that it takes.
pub(crate) fn paragraph_number(line: &str) -> Option<(u32, usize)> {
    let start = line.trim_start_matches(['¶', ' ']);
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let rest = start.get(digits..)?;
    if !(1..=3).contains(&digits)
        || !(rest.starts_with(". ") || rest.starts_with(".\t") || rest == ".")
    {
        return None;
    }
    let number = start[..digits].parse().ok()?;
    Some((number, line.len() - rest.len() + 1))
}

/// Paragraphs in ascending order: a number out of order is part of a list inside one.
fn paragraphs(text: &str, body: &[Span]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in body {
        let expected = paragraphs.last().map_or(1, |last| last.number + 1);
        match paragraph_number(line.slice(text)) {
            // A number may be lost in transmission; two in a row are not.
            Some((number, end)) if number == expected || number == expected + 1 => {
                let mark = mark(
                    text,
                    Span::new(line.start as usize + end, line.end as usize),
                );
                paragraphs.push(Paragraph {
                    number,
                    mark,
                    span: *line,
                });
            }
            _ => {
                if let Some(last) = paragraphs.last_mut() {
                    last.span = last.span.cover(*line);
                }
            }
        }
    }
    paragraphs
}

/// `(C)`, `(S/NF)`, `(SBU)` after the number.
fn mark(text: &str, rest: Span) -> Option<Part> {
    let words = rest.slice(text);
    let open = words.len() - words.trim_start().len();
    let inner = words.trim_start().strip_prefix('(')?;
    let close = inner.find(')').filter(|close| (1..=8).contains(close))?;
    let known = |mark: &str| matches!(mark, "U" | "C" | "S" | "TS" | "SBU" | "LOU" | "NF" | "REL");
    let marks = &inner[..close];
    if !marks.split('/').all(|mark| known(mark.trim())) {
        return None;
    }
    let start = rest.start as usize + open + 1;
    Some(Part::of(text, Span::new(start, start + close)))
}

/// From `COMMENT` to `END COMMENT`, or to the end of its paragraph.
fn comment(text: &str, cable: &Cable) -> Option<Span> {
    let words = cable.body.slice(text);
    let start = ["COMMENT:", "COMMENT.", "Comment:", "Comment."]
        .iter()
        .filter_map(|word| words.find(word))
        .filter(|at| {
            !words[..*at].trim_end().ends_with("END") && !words[..*at].trim_end().ends_with("End")
        })
        .min()?;
    let end = ["END COMMENT", "End comment", "End Comment"]
        .iter()
        .filter_map(|word| words[start..].find(word).map(|at| start + at + word.len()))
        .min();
    let at = cable.body.start as usize + start;
    let paragraph = cable
        .paragraphs
        .iter()
        .find(|paragraph| paragraph.span.contains_offset(at));
    let paragraph_end = paragraph.map_or(cable.body.end, |paragraph| paragraph.span.end) as usize;
    Some(Span::new(
        at,
        end.map_or(paragraph_end, |end| cable.body.start as usize + end),
    ))
}

/// The last line, where it is one or two words that can be a surname and nothing else.
fn signer(text: &str, body: &[Span]) -> Option<Part> {
    if body.len() < 2 {
        return None;
    }
    let tail = body.iter().rev().take(4);
    tail.copied()
        .find(|line| is_surname(line.slice(text)))
        .map(|line| Part::of(text, line))
}

fn is_surname(words: &str) -> bool {
    let letters = |word: &str| {
        word.chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’'))
            && word.starts_with(char::is_uppercase)
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let length: usize = words.iter().map(|word| word.len()).sum();
    (1..=2).contains(&words.len())
        && (3..=24).contains(&length)
        && words.iter().all(|word| letters(word))
}
