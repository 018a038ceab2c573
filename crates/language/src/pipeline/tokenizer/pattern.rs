//! Regular expressions as Python writes them, run by a Rust engine.

use super::LoadError;
use fancy_regex::{Expr, LookAround, Regex};

/// One pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    regex: Regex,
    /// Whether no text of the letters a to z and A to Z alone can match.
    pub(crate) needs_other: bool,
}

impl Pattern {
    /// Compiles a pattern of Python's `re`.
    pub(crate) fn new(pattern: &str, name: &str) -> Result<Pattern, LoadError> {
        let pattern = translated(pattern);
        let regex = Regex::new(&pattern).map_err(|error| {
            let message = format!("the pattern {name} is not run: {error}");
            LoadError::new("tokenizer", message)
        })?;
        let tree = Expr::parse_tree(&pattern);
        let needs_other = tree.is_ok_and(|tree| needs_other(&tree.expr));
        Ok(Pattern { regex, needs_other })
    }

    /// How long the first match is, in bytes; 0 where there is none.
    pub(crate) fn len_found(&self, text: &str) -> usize {
        let found = self.regex.find(text).ok().flatten();
        found.map_or(0, |found| found.end() - found.start())
    }

    /// Whether it matches from the start of the text.
    pub(crate) fn starts(&self, text: &str) -> bool {
        let found = self.regex.find(text).ok().flatten();
        found.is_some_and(|found| found.start() == 0)
    }

    /// Every match, in order and apart: starts and ends in bytes.
    pub(crate) fn all(&self, text: &str) -> Vec<(usize, usize)> {
        let found = self.regex.find_iter(text).map_while(Result::ok);
        found.map(|found| (found.start(), found.end())).collect()
    }
}

/// Whether every match has, or stands beside, a character that is no letter from a to z. Where
/// that is hard to tell, it is not said.
fn needs_other(expression: &Expr) -> bool {
    let is_letter = |character: char| character.is_ascii_alphabetic();
    match expression {
        Expr::Literal { val, .. } => !val.chars().all(is_letter),
        Expr::Concat(parts) => parts.iter().any(needs_other),
        Expr::Alt(parts) => parts.iter().all(needs_other),
        Expr::Group(inner) | Expr::AtomicGroup(inner) => needs_other(inner),
        Expr::LookAround(inner, LookAround::LookAhead | LookAround::LookBehind) => {
            needs_other(inner)
        }
        Expr::Repeat { child, lo, .. } => *lo > 0 && needs_other(child),
        Expr::Delegate { inner, casei, .. } => {
            let case = if *casei { "(?i)" } else { "" };
            let class = regex::Regex::new(&format!("{case}^(?:{inner})"));
            let letters = ('a'..='z').chain('A'..='Z');
            let mut letters = letters.map(String::from);
            class.is_ok_and(|class| letters.all(|letter| !class.is_match(&letter)))
        }
        _ => false,
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

    #[test]
    fn it_is_known_which_patterns_letters_cannot_match() {
        for (pattern, expected) in [
            (r"(?<=[0-9])(?:km|m)$|\.\.+$|'s$", true),
            (r"(?<=[a-z])\.(?=[A-Z])|^,", true),
            (r"x?-+", true),
            (r"-*", false),
            (r"(?:-|km)$", false),
            (r"[^0-9]+", false),
            (r"^(?![a-z])", false),
        ] {
            assert_eq!(
                Pattern::new(pattern, "test").unwrap().needs_other,
                expected,
                "{pattern}"
            );
        }
    }
}
