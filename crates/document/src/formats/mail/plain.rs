//! Plain bodies: lines with quotation marks before them, and the lines that cut a body in two.
//!
//! The marks (`> `) are layout: they become quote blocks and are no part of the text.

use super::passage::Passage;
use super::quoted;
use crate::BlockKind;
use crate::formats::plain_text::paragraphs;

/// A body without quotation marks, and its passages.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    pub(super) passages: Vec<Passage>,
}

/// Lays a body out. Between parts of another depth an empty line is put where there is none.
pub(super) fn lay_out(body: &str) -> Plain {
    let mut writer = Writer::default();
    for line in body.lines() {
        writer.line(line);
    }
    let starts = writer.starts;
    let quoted_at = |offset: usize| {
        let index = starts.partition_point(|(start, _)| *start <= offset);
        index
            .checked_sub(1)
            .is_some_and(|index| starts[index].1 > 0)
    };
    let passages = paragraphs(&writer.text).into_iter().map(|span| {
        let kind = match quoted_at(span.start as usize) {
            true => BlockKind::Quote,
            false => BlockKind::Paragraph,
        };
        Passage::new(span, kind)
    });
    Plain {
        passages: passages.collect(),
        text: writer.text,
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Where runs of lines of one depth start, with the depth.
    starts: Vec<(usize, usize)>,
    depth: usize,
    /// Whether the last line stands for itself.
    is_border: bool,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let (depth, words) = unquoted(line, self.depth > 0);
        let is_blank = words.trim().is_empty();
        let is_border = depth == 0 && (is_signature_mark(words) || quoted::is_marker(words));
        if !is_blank && (depth != self.depth || is_border || self.is_border) {
            self.empty_line();
        }
        // An empty line belongs to what is around it.
        if !is_blank && (depth != self.depth || self.starts.is_empty()) {
            self.starts.push((self.text.len(), depth));
            self.depth = depth;
        }
        if !is_blank {
            self.is_border = is_border;
        }
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn empty_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

/// The line that opens a signature: two dashes, and a space that is often lost.
pub(super) fn is_signature_mark(line: &str) -> bool {
    line.trim_end() == "--"
}

/// How often a line is quoted, and its words. Mailboxes write `>From ` for a line that starts
/// with "From": that alone is no quotation.
fn unquoted(line: &str, goes_on: bool) -> (usize, &str) {
    if line.starts_with(">From ") && !goes_on {
        return (0, &line[1..]);
    }
    let mut depth = 0;
    let mut rest = line;
    while let Some(inner) = rest.trim_start_matches(' ').strip_prefix('>') {
        let indent = rest.len() - inner.len() - 1;
        if indent > 2 {
            break;
        }
        depth += 1;
        rest = inner;
    }
    match depth {
        0 => (0, line),
        _ => (depth, rest.strip_prefix(' ').unwrap_or(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    fn check(body: &str, expected: &[&str]) {
        let plain = lay_out(body);
        let found: Vec<String> = plain
            .passages
            .iter()
            .map(|passage| {
                let kind = format!("{:?}", passage.kind).to_lowercase();
                format!(
                    "{kind}: {}",
                    passage.span.slice(&plain.text).replace('\n', "|")
                )
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn quotation_marks_become_blocks() {
        check(
            "Yes.\n> Is the quay free?\n>\n>> Who asks?\n\n> I do.\nGood.\n",
            &[
                "paragraph: Yes.",
                "quote: Is the quay free?",
                "quote: Who asks?",
                "quote: I do.",
                "paragraph: Good.",
            ],
        );
        check("a > b\n   > c\n", &["paragraph: a > b", "paragraph: > c"]);
        check(
            ">From here on\nit snows",
            &["paragraph: From here on", "paragraph: it snows"],
        );
    }

    #[test]
    fn wrapped_paragraphs_stay_whole_inside_quotations_too() {
        let wrapped = "The channel may not be free, since the harbour master wishes to be told\n\
                       of every visit to his tower, and will write it down in his own log book,\n\
                       which nobody can forbid him.\n";
        let quoted: String = wrapped.lines().map(|line| format!("> {line}\n")).collect();
        let both = format!("{wrapped}\n{quoted}");
        let plain = lay_out(&both);
        assert_eq!(plain.passages.len(), 2, "{:?}", plain.passages);
        let words = |index: usize| plain.passages[index].span.slice(&plain.text);
        assert_eq!(words(0), words(1));
    }

    #[test]
    fn lines_that_cut_a_body_stand_alone() {
        check(
            "It is late.\n-- \nMaria Lind\n-----Original Message-----\nFrom: x\n",
            &[
                "paragraph: It is late.",
                "paragraph: --",
                "paragraph: Maria Lind",
                "paragraph: -----Original Message-----",
                "paragraph: From: x",
            ],
        );
    }
}
