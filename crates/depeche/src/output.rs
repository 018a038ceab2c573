//! Printing: data on stdout, messages on stderr, and what a closed pipe means.

use serde::Serialize;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Nothing was found.
    Nothing,
    /// Something was skipped or does not hold.
    Skipped,
}

impl Outcome {
    /// 0, 1 or 2.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Nothing => ExitCode::from(1),
            Outcome::Skipped => ExitCode::from(2),
        }
    }

    /// Done where something was found.
    pub(crate) fn found(found: bool) -> Outcome {
        if found {
            Outcome::Done
        } else {
            Outcome::Nothing
        }
    }
}

/// Buffered stdout.
pub(crate) struct Output {
    writer: BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub(crate) fn new() -> Output {
        Output {
            writer: BufWriter::new(io::stdout().lock()),
        }
    }

    /// Prints a line.
    pub(crate) fn line(&mut self, line: &str) -> io::Result<()> {
        self.writer.write_all(clean(line).as_bytes())?;
        self.writer.write_all(b"\n")
    }

    /// Prints a value as one line of JSON.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.writer, value).map_err(io::Error::from)?;
        Ok(self.writer.write_all(b"\n")?)
    }

    /// Prints what is held back.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Text for a terminal: control characters of a hostile document (escape sequences, carriage
/// returns) are shown as `�`.
fn clean(line: &str) -> String {
    let hostile = |character: char| {
        character.is_control() && !matches!(character, '\n' | '\t')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !line.contains(hostile) {
        return line.to_owned();
    }
    line.chars()
        .map(|character| {
            if hostile(character) {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect()
}

/// Words on one line, white space collapsed, at most `limit` characters.
pub(crate) fn one_line(words: &str, limit: usize) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    if words.chars().count() <= limit {
        return words;
    }
    let cut: String = words.chars().take(limit.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// Prints a message for a person on stderr.
#[expect(clippy::print_stderr, reason = "messages go to stderr")]
pub(crate) fn say(message: &str) {
    eprintln!("{}", clean(message));
}

/// Prints an error and what lies under it, once.
pub(crate) fn complain(error: &anyhow::Error) {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in &chain {
        // A cause that its own context already quotes says nothing more.
        if !lines.iter().any(|said| said.contains(line.as_str())) {
            lines.push(line);
        }
    }
    say(&format!("depeche: {}", lines.join(": ")));
}

/// Whether the reader of our output went away, which is no error.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_cannot_drive_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\rc"), "a�[31mb�c");
        assert_eq!(clean("né\tà"), "né\tà");
    }

    #[test]
    fn long_words_are_cut_at_characters() {
        assert_eq!(one_line("é é\n é", 5), "é é é");
        assert_eq!(one_line("éééééé", 4), "ééé…");
    }
}
