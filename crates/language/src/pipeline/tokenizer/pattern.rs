//! Regular expressions as Python writes them, run by a Rust engine.

use super::LoadError;
use super::begins::{Begins, Classes};
use fancy_regex::{Expr, LookAround, Regex};

/// One pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    regex: Regex,
    /// Whether no text of the letters a to z and A to Z alone can match.
    pub(crate) needs_other: bool,
    /// Where a match can begin, if that is known and no match is empty.
    begins: Option<Begins>,
    /// Whether every match has a full stop.
    needs_stop: bool,
}

impl Pattern {
    /// Compiles a pattern of Python's `re`.
    pub(crate) fn new(
        pattern: &str,
        name: &str,
        classes: &mut Classes,
    ) -> Result<Pattern, LoadError> {
        let pattern = translated(pattern);
        let regex = Regex::new(&pattern).map_err(|error| {
            let message = format!("the pattern {name} is not run: {error}");
            LoadError::new("tokenizer", message)
        })?;
        let tree = Expr::parse_tree(&pattern).ok();
        let tree = tree.as_ref().map(|tree| &tree.expr);
        Ok(Pattern {
            regex,
            needs_other: tree.is_some_and(|tree| needs_other(tree, classes)),
            begins: tree.and_then(|tree| Begins::of(tree, classes)),
            needs_stop: tree.is_some_and(needs_stop),
        })
    }

    /// How long the first match is, in bytes; 0 where there is none.
    pub(crate) fn len_found(&self, text: &str) -> usize {
        self.find(text, 0).map_or(0, |(start, end)| end - start)
    }

    /// Whether it matches from the start of the text.
    pub(crate) fn starts(&self, text: &str) -> bool {
        if self.needs_stop && !text.contains('.') {
            return false;
        }
        self.find(text, 0).is_some_and(|(start, _)| start == 0)
    }

    /// Every match, in order and apart: starts and ends in bytes.
    pub(crate) fn all(&self, text: &str) -> Vec<(usize, usize)> {
        if self.begins.is_none() {
            let found = self.regex.find_iter(text).map_while(Result::ok);
            return found.map(|found| (found.start(), found.end())).collect();
        }
        let mut all = Vec::new();
        let mut from = 0;
        while let Some((start, end)) = self.find(text, from).filter(|(_, end)| *end > from) {
            all.push((start, end));
            from = end;
        }
        all
    }

    /// The first match from a place on.
    fn find(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let from = match &self.begins {
            Some(begins) => begins.next(text, from)?,
            None => from,
        };
        let found = self.regex.find_from_pos(text, from).ok().flatten();
        found.map(|found| (found.start(), found.end()))
    }
}

/// The letters a to z and A to Z.
const LETTERS: u128 = ((1 << 26) - 1) << b'A' | ((1 << 26) - 1) << b'a';

/// Whether every match has, or stands beside, a character that is no letter from a to z. Where
/// that is hard to tell, it is not said.
fn needs_other(expression: &Expr, classes: &mut Classes) -> bool {
    match expression {
        Expr::Literal { val, .. } => !val.chars().all(|one| one.is_ascii_alphabetic()),
        Expr::Concat(parts) => parts.iter().any(|part| needs_other(part, classes)),
        Expr::Alt(parts) => parts.iter().all(|part| needs_other(part, classes)),
        Expr::Group(inner)
        | Expr::AtomicGroup(inner)
        | Expr::LookAround(inner, LookAround::LookAhead | LookAround::LookBehind) => {
            needs_other(inner, classes)
        }
        Expr::Repeat { child, lo, .. } => *lo > 0 && needs_other(child, classes),
        Expr::Delegate { inner, casei, .. } => classes.get(inner, *casei) & LETTERS == 0,
        _ => false,
    }
}

/// Whether every match has, or stands beside, a full stop, as far as that is easy to tell.
fn needs_stop(expression: &Expr) -> bool {
    match expression {
        Expr::Literal { val, .. } => val.contains('.'),
        Expr::Concat(parts) => parts.iter().any(needs_stop),
        Expr::Alt(parts) => parts.iter().all(needs_stop),
        Expr::Group(inner) | Expr::AtomicGroup(inner) => needs_stop(inner),
        Expr::Repeat { child, lo, .. } => *lo > 0 && needs_stop(child),
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

    fn pattern(pattern: &str) -> Result<Pattern, LoadError> {
        Pattern::new(pattern, "test", &mut Classes::default())
    }

    #[test]
    fn classes_of_python_are_plain() {
        assert_eq!(translated(r"[a[b&&c]x[d]"), r"[a\[b\&\&c]x[d]");
        assert_eq!(translated(r"[]a]\[[^]]"), r"[\]a]\[[^\]]");
    }

    #[test]
    fn looks_behind_and_ahead() {
        let infix = pattern(r"(?<=[a-z])\.(?=[A-Z])|^,").unwrap();
        assert_eq!(infix.all("end.Next"), [(3, 4)]);
        assert_eq!(infix.len_found(",x"), 1);
        assert!(pattern("(").is_err());
    }

    #[test]
    fn matches_are_those_of_the_whole_pattern() {
        let text = "A.bé-c,,d'sé.x--9km,-e.F 5m";
        for one in [
            r"(?<=[a-zé])[.,'-]+|(?<=[0-9])km",
            r"[,-]",
            r"x?-+",
            r"-*",
            r"(?<=é)\.|(?i)F",
        ] {
            let ours = pattern(one).unwrap();
            let whole: Vec<_> = ours.regex.find_iter(text).map(Result::unwrap).collect();
            let whole: Vec<_> = whole
                .iter()
                .map(|found| (found.start(), found.end()))
                .collect();
            assert_eq!(ours.all(text), whole, "{one}");
        }
        let address = pattern(r"^(?:[a-z]+\.)+[a-z]{2,}$").unwrap();
        assert!(address.needs_stop && address.starts("a.org") && !address.starts("aorg"));
    }

    #[test]
    fn it_is_known_which_patterns_letters_cannot_match() {
        for (one, expected) in [
            (r"(?<=[0-9])(?:km|m)$|\.\.+$|'s$", true),
            (r"(?<=[a-z])\.(?=[A-Z])|^,", true),
            (r"x?-+", true),
            (r"-*", false),
            (r"(?:-|km)$", false),
            (r"[^0-9]+", false),
            (r"^(?![a-z])", false),
        ] {
            assert_eq!(pattern(one).unwrap().needs_other, expected, "{one}");
        }
    }
}
