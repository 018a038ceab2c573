//! Regular expressions as Python writes them, run by a Rust engine.

use super::LoadError;
use fancy_regex::Regex;

/// One pattern.
#[derive(Debug)]
pub(super) struct Pattern(Regex);

impl Pattern {
    /// Compiles a pattern of Python's `re`.
    pub(super) fn new(pattern: &str, name: &str) -> Result<Pattern, LoadError> {
        Regex::new(&translated(pattern))
            .map(Pattern)
            .map_err(|error| {
                LoadError::new(
                    "tokenizer",
                    format!("the pattern {name} is not run: {error}"),
                )
            })
    }

    /// How long the first match is, in bytes; 0 where there is none.
    pub(super) fn len_found(&self, text: &str) -> usize {
        let found = self.0.find(text).ok().flatten();
        found.map_or(0, |found| found.end() - found.start())
    }

    /// Whether it matches from the start of the text.
    pub(super) fn starts(&self, text: &str) -> bool {
        let found = self.0.find(text).ok().flatten();
        found.is_some_and(|found| found.start() == 0)
    }

    /// Every match, in order and apart: starts and ends in bytes.
    pub(super) fn all(&self, text: &str) -> Vec<(usize, usize)> {
        let found = self.0.find_iter(text).map_while(Result::ok);
        found.map(|found| (found.start(), found.end())).collect()
    }
}

/// In a class, brackets, `&&`, `--` and `~~` are plain characters in Python; in Rust they make
/// classes of classes.
fn translated(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 64);
    let mut characters = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                out.push('\\');
                out.extend(characters.next());
                continue;
            }
            '[' if !in_class => {
                in_class = true;
                out.push('[');
                // A bracket right at the start of a class is plain too.
                if characters.peek() == Some(&'^') {
                    out.extend(characters.next());
                }
                if characters.peek() == Some(&']') {
                    characters.next();
                    out.push_str("\\]");
                }
                continue;
            }
            ']' if in_class => in_class = false,
            '[' | '&' | '~' if in_class => out.push('\\'),
            _ => {}
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_python_are_plain() {
        assert_eq!(translated(r"[a[b&&c]x[d]"), r"[a\[b\&\&c]x[d]");
        assert_eq!(translated(r"[]a]\[[^]]"), r"[\]a]\[[^\]]");
    }

    #[test]
    fn looks_behind_and_ahead() {
        let pattern = Pattern::new(r"(?<=[a-z])\.(?=[A-Z])|^,", "test").unwrap();
        assert_eq!(pattern.all("end.Next"), [(3, 4)]);
        assert_eq!(pattern.len_found(",x"), 1);
        assert!(Pattern::new("(", "test").is_err());
    }
}
