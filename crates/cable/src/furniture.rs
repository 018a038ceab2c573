//! Lines of a telegram that are no part of its words: page and section lines, repeated
//! classification lines, release stamps.

use crate::cable::Cable;
use crate::classification;
use depeche_text::Span;

/// Marks the furniture of header and body.
pub(crate) fn mark(text: &str, lines: &[Span], cable: &mut Cable) {
    let in_body = |line: &Span| cable.body.contains(*line) && !line.is_empty();
    let inside = lines
        .iter()
        .filter(|line| cable.header.contains(**line) || in_body(line));
    let furniture = inside.filter(|line| {
        let words = line.slice(text);
        let repeated = in_body(line) && classification::stands_alone(words);
        is_page_line(words) || is_stamp(words) || repeated
    });
    cable.furniture = furniture.copied().collect();
}

/// `PAGE 02 OSTERVIK 00173 01 OF 03`, `OSTERVIK 00000173 002 OF 003`, `NNNN`, `#0173`.
pub(crate) fn is_page_line(words: &str) -> bool {
    if words.len() > 100 {
        return false;
    }
    if matches!(words, "NNNN" | "BT") || is_serial(words) {
        return true;
    }
    let mut parts = words.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let number = |part: Option<&str>| {
        part.is_some_and(|part| {
            part.bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
    };
    if first.eq_ignore_ascii_case("PAGE") {
        let second = parts.next();
        let capitals = !words.bytes().any(|byte| byte.is_ascii_lowercase());
        return number(second) && (capitals || parts.next().is_none_or(|third| third == "of"));
    }
    classification::section(words) == Some(words.len()) || is_post_page(words)
}

fn is_serial(words: &str) -> bool {
    words.strip_prefix('#').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `OSTERVIK 00000173 002 OF 003`, `MOSCOW 00000869 001.2 OF 004`.
fn is_post_page(words: &str) -> bool {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let [post @ .., number, page, of, pages] = parts.as_slice() else {
        return false;
    };
    let digits = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let name = |part: &&str| part.bytes().all(|byte| byte.is_ascii_uppercase());
    *of == "OF"
        && digits(number)
        && digits(page)
        && digits(pages)
        && !post.is_empty()
        && post.iter().all(name)
}

/// Stamps that archives print on every page.
fn is_stamp(words: &str) -> bool {
    const STAMPS: &[&str] = &[
        "Declassified/Released",
        "Declassified and Approved",
        "*** Current",
        "Margaret P. Grafeld",
    ];
    STAMPS.iter().any(|stamp| words.starts_with(stamp)) && words.len() < 200
}
