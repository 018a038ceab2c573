//! Lines of a text as spans, and keys at their start.

use depeche_text::Span;

/// The spans of all lines, without their ends and the white space around.
pub(crate) fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(Span::new(start, start + line.len()).trimmed(text));
        start += line.len();
    }
    lines
}

/// The span after a word at the line's start: `FM AMEMBASSY` after `FM`. Case is ignored.
pub(crate) fn after_word(text: &str, line: Span, word: &str) -> Option<Span> {
    let words = line.slice(text);
    let head = words.get(..word.len())?;
    let rest = &words[word.len()..];
    let ends = rest.is_empty() || rest.starts_with([' ', '\t', ':', '.', ',']);
    if !head.eq_ignore_ascii_case(word) || !ends {
        return None;
    }
    let skipped = rest.len() - rest.trim_start_matches([' ', '\t', ':']).len();
    Some(Span::new(
        line.start as usize + word.len() + skipped,
        line.end as usize,
    ))
}

/// The span after a key and a colon: `SUBJECT: …`. The colon may be missing where the line is
/// in capitals.
pub(crate) fn after_key(text: &str, line: Span, keys: &[&str]) -> Option<Span> {
    keys.iter().find_map(|key| {
        let rest = after_word(text, line, key)?;
        let between = &text[line.start as usize + key.len()..rest.start as usize];
        let capitals = line.slice(text)[..key.len()]
            .bytes()
            .all(|byte| !byte.is_ascii_lowercase());
        (between.contains(':') || capitals && !between.is_empty()).then_some(rest)
    })
}
