//! Where a match of a pattern can begin, by the character there and the one before; so that the
//! pattern is not run where it cannot.
//!
//! What is hard to tell is not said: then a match can begin anywhere.

use fancy_regex::{Expr, LookAround};
use rustc_hash::FxHashMap;

/// Of the characters of ASCII, some; a bit each.
type Set = u128;

/// The characters that a pattern begins with, by what can stand before.
#[derive(Debug)]
pub(crate) struct Begins {
    /// By character of ASCII: the characters of ASCII that can stand before.
    after: Box<[Set; 128]>,
    /// The characters with which it can begin a text.
    at_start: Set,
    /// The characters with which it can begin behind one that is not of ASCII.
    after_others: Set,
}

/// How one alternative begins.
#[derive(Debug, Clone, Copy)]
struct Beginning {
    first: Set,
    /// What must stand before, where something must.
    before: Option<Set>,
}

/// Classes of characters that were looked at before: most patterns have few, many times.
#[derive(Debug, Default)]
pub(crate) struct Classes(FxHashMap<(String, bool), Set>);

impl Begins {
    /// Works it out; `None` where a match can be empty, or it is hard to tell.
    pub(crate) fn of(expression: &Expr, classes: &mut Classes) -> Option<Begins> {
        let mut beginnings = Vec::new();
        alternatives(expression, None, classes, &mut beginnings)?;
        let mut begins = Begins {
            after: Box::new([0; 128]),
            at_start: 0,
            after_others: 0,
        };
        for beginning in beginnings {
            begins.after_others |= beginning.first;
            if beginning.before.is_none() {
                begins.at_start |= beginning.first;
            }
            for (character, after) in begins.after.iter_mut().enumerate() {
                if beginning.first >> character & 1 != 0 {
                    *after |= beginning.before.unwrap_or(Set::MAX);
                }
            }
        }
        Some(begins)
    }

    /// The first place from `from` on, in bytes, where a match can begin.
    pub(crate) fn next(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        (from..bytes.len()).find(|at| {
            let character = bytes[*at];
            if !character.is_ascii() {
                // Inside of a character none begins, but `from` may lie nowhere else.
                return text.is_char_boundary(*at);
            }
            match at.checked_sub(1).map(|before| bytes[before]) {
                None => self.at_start >> character & 1 != 0,
                Some(before) if before.is_ascii() => {
                    self.after[usize::from(character)] >> before & 1 != 0
                }
                Some(_) => self.after_others >> character & 1 != 0,
            }
        })
    }
}

/// Adds how each alternative begins.
fn alternatives(
    expression: &Expr,
    before: Option<Set>,
    classes: &mut Classes,
    out: &mut Vec<Beginning>,
) -> Option<()> {
    match expression {
        Expr::Alt(parts) => {
            for part in parts {
                alternatives(part, before, classes, out)?;
            }
        }
        Expr::Group(inner) => alternatives(inner, before, classes, out)?,
        Expr::Concat(parts) => {
            let (mut before, mut first) = (before, 0);
            for (at, part) in parts.iter().enumerate() {
                match part {
                    Expr::Assertion(_) => {}
                    Expr::LookAround(inner, LookAround::LookBehind) if first == 0 => {
                        // Of two, one is enough.
                        before = last(inner, classes).or(before);
                    }
                    Expr::LookAround(..) => {}
                    Expr::Repeat { child, lo: 0, .. } => first |= self::first(child, classes)?,
                    // Alternatives behind a look: each begins for itself.
                    _ if first == 0 && at + 1 == parts.len() => {
                        return alternatives(part, before, classes, out);
                    }
                    _ => {
                        first |= self::first(part, classes)?;
                        out.push(Beginning { first, before });
                        return Some(());
                    }
                }
            }
            // Nothing that it must have: a match can be empty.
            return None;
        }
        other => out.push(Beginning {
            first: first(other, classes)?,
            before,
        }),
    }
    Some(())
}

/// The characters that an expression begins with, which is not empty.
fn first(expression: &Expr, classes: &mut Classes) -> Option<Set> {
    match expression {
        Expr::Literal { val, casei } => Some(of_character(val.chars().next()?, *casei)),
        Expr::Delegate { inner, size, casei } => (*size == 1).then(|| classes.get(inner, *casei)),
        Expr::Any { .. } => Some(Set::MAX),
        Expr::Group(inner) | Expr::AtomicGroup(inner) => first(inner, classes),
        Expr::Repeat { child, lo, .. } if *lo > 0 => first(child, classes),
        Expr::Alt(parts) => {
            let mut firsts = parts.iter().map(|part| first(part, classes));
            firsts.try_fold(0, |all, first| Some(all | first?))
        }
        Expr::Concat(parts) => {
            let mut all = 0;
            for part in parts {
                match part {
                    Expr::Assertion(_) | Expr::LookAround(..) => {}
                    Expr::Repeat { child, lo: 0, .. } => all |= first(child, classes)?,
                    other => return Some(all | first(other, classes)?),
                }
            }
            None
        }
        _ => None,
    }
}

/// The characters that an expression ends with; `None` where it can be empty, or it is hard to
/// tell.
fn last(expression: &Expr, classes: &mut Classes) -> Option<Set> {
    match expression {
        Expr::Literal { val, casei } => Some(of_character(val.chars().next_back()?, *casei)),
        Expr::Delegate { inner, size, casei } => (*size == 1).then(|| classes.get(inner, *casei)),
        Expr::Group(inner) => last(inner, classes),
        Expr::Alt(parts) => {
            let mut lasts = parts.iter().map(|part| last(part, classes));
            lasts.try_fold(0, |all, last| Some(all | last?))
        }
        Expr::Concat(parts) => last(parts.last()?, classes),
        _ => None,
    }
}

/// A character, small and large where case is no matter.
fn of_character(character: char, casei: bool) -> Set {
    let bit = |character: char| match character.is_ascii() {
        true => 1 << u32::from(character),
        false => 0,
    };
    match casei {
        // The Kelvin sign is a large k, the long s a small one.
        true if !character.is_ascii() => Set::MAX,
        true => bit(character.to_ascii_lowercase()) | bit(character.to_ascii_uppercase()),
        false => bit(character),
    }
}

impl Classes {
    /// The characters of a class.
    pub(crate) fn get(&mut self, class: &str, casei: bool) -> Set {
        if let Some(set) = self.0.get(&(class.to_owned(), casei)) {
            return *set;
        }
        let case = if casei { "(?i)" } else { "" };
        let regex = regex::Regex::new(&format!("{case}^(?:{class})"));
        let set = regex.map_or(Set::MAX, |regex| {
            let characters = (0..128_u8).map(char::from);
            let matched = characters.filter(|one| regex.is_match(one.encode_utf8(&mut [0; 4])));
            matched.fold(0, |set, one| set | 1 << u32::from(one))
        });
        self.0.insert((class.to_owned(), casei), set);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(pattern: &str) -> Option<Begins> {
        let tree = Expr::parse_tree(pattern).unwrap();
        Begins::of(&tree.expr, &mut Classes::default())
    }

    #[test]
    fn matches_begin_where_they_can() {
        for (pattern, text, expected) in [
            (r"(?<=[0-9])(?:km|m)$|\.\.+$|'s$", "mkm's", Some(3)),
            (r"(?<=[0-9])(?:km|m)$|\.\.+$|'s$", "mk5km", Some(3)),
            (r"(?<=[a-z])\.(?=[A-Z])|^,", "A.b.", Some(3)),
            (r"(?<=[a-z])\.(?=[A-Z])|^,", ",b.", Some(0)),
            (r"(?<=[A-Z][A-Z])\.$", "aA.", Some(2)),
            (r"x?-+", "ab-", Some(2)),
            (r"x?-+", "abx", Some(2)),
            (r"(?i)[k]", "aK", Some(1)),
            (r"-", "aé-", Some(1)),
            (r"-", "abc", None),
            (r"(?<=x*)-", "-", Some(0)),
            (r"(?<=^|x)-", "a-", Some(1)),
        ] {
            assert_eq!(
                begins(pattern).unwrap().next(text, 0),
                expected,
                "{pattern}"
            );
        }
    }

    #[test]
    fn what_may_be_empty_or_is_hard_to_tell_is_left_alone() {
        for pattern in ["-*", "(?=a)", "", r"(a)\1?|", r"(?:-|)a?"] {
            assert!(begins(pattern).is_none(), "{pattern}");
        }
    }
}
