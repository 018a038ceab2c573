//! How a word is written: small, with one capital, or otherwise; and writing it so.

/// The ways of writing a word that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CaseClass {
    /// `embassy`
    Small,
    /// `Embassy`, and by rule `McNair`, `O'Neill`.
    Capital,
    /// `NATO`, `FonMin`: all capitals unless the counts name a form.
    Other,
}

impl CaseClass {
    /// All of them, in the order of the counts.
    pub const ALL: [CaseClass; 3] = [CaseClass::Small, CaseClass::Capital, CaseClass::Other];
}

/// The class of a word as it is written; `None` for one without letters.
pub fn case_class(word: &str) -> Option<CaseClass> {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.next()?;
    if !word.chars().any(char::is_uppercase) {
        return Some(CaseClass::Small);
    }
    let mut capital = String::with_capacity(word.len());
    let large: String = word.chars().map(upper).collect();
    write(&large, CaseClass::Capital, None, &mut capital);
    match capital == word {
        true => Some(CaseClass::Capital),
        false => Some(CaseClass::Other),
    }
}

/// Appends `raw`, which is in capitals, in the given class; `form` is how its other form goes.
pub(super) fn write(raw: &str, class: CaseClass, form: Option<&str>, into: &mut String) {
    match (class, form) {
        (CaseClass::Small, _) => into.extend(raw.chars().map(lower)),
        (CaseClass::Capital, _) => capital(raw, into),
        (CaseClass::Other, None) => into.push_str(raw),
        (CaseClass::Other, Some(form)) => {
            let mut pattern = form.chars();
            into.extend(raw.chars().map(|letter| match pattern.next() {
                Some(model) if model.is_lowercase() => lower(letter),
                _ => letter,
            }));
        }
    }
}

/// The first letter large; also the one after `Mc`, and after `O'` and `D'`.
fn capital(raw: &str, into: &mut String) {
    let is_apostrophe = |letter: Option<char>| matches!(letter, Some('\'' | '\u{2019}'));
    let mut start = raw.chars();
    let (first, second, third) = (start.next(), start.next(), start.next());
    let scottish = first == Some('M')
        && matches!(second, Some('C' | 'c'))
        && third.is_some_and(char::is_alphabetic)
        && start.next().is_some_and(char::is_alphabetic);
    let irish = matches!(first, Some('O' | 'D')) && is_apostrophe(second);
    let mut index = 0;
    for letter in raw.chars() {
        let kept = index == 0 || index == 2 && (scottish || irish);
        into.push(if kept { letter } else { lower(letter) });
        // The first letter, not the first mark.
        index += usize::from(index > 0 || letter.is_alphabetic());
    }
}

/// The small form of a letter where it is one character of the same length.
pub(super) fn lower(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    same_length(letter, letter.to_lowercase())
}

/// The large form of a letter where it is one character of the same length.
fn upper(letter: char) -> char {
    same_length(letter, letter.to_uppercase())
}

fn same_length(letter: char, mut forms: impl Iterator<Item = char>) -> char {
    match (forms.next(), forms.next()) {
        (Some(form), None) if form.len_utf8() == letter.len_utf8() => form,
        _ => letter,
    }
}
