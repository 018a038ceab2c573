//! The nouns that frames ask for, by what their bearer is; words of other kinds come from the
//! trained parse.

mod nouns;

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a noun's bearer is, as far as the frames ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noun {
    /// "adviser", "officials".
    Person,
    /// "embassy", "government".
    Body,
    /// "cable", "letter".
    Document,
    /// "meeting", "talks".
    Meeting,
    /// "agreement", "treaty".
    Agreement,
    /// "visit", "trip".
    Journey,
    /// "plot", "attack".
    Attack,
    /// "assistance", "arms".
    Aid,
    /// "proposal", "offer".
    Proposal,
    /// "ties", "relations".
    Relation,
    /// "sanctions", "embargo".
    Sanction,
    /// "support", "solidarity".
    Favor,
    /// "credentials".
    Credential,
    /// Another noun that is also a verb form, or is asked for by name.
    Other,
}

/// A noun's lemma, class and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NounForm {
    /// The singular.
    pub(crate) lemma: &'static str,
    /// What its bearer is.
    pub(crate) class: Noun,
    /// Whether this spelling is a plural.
    pub(crate) plural: bool,
}

static NOUNS: LazyLock<HashMap<String, NounForm>> = LazyLock::new(|| {
    let mut lexicon = HashMap::new();
    for (class, words) in nouns::TABLE {
        for word in words.split_whitespace() {
            add(&mut lexicon, *class, word);
        }
    }
    lexicon
});

/// What a noun means, by its spelling in small letters.
pub(crate) fn noun(lower: &str) -> Option<NounForm> {
    NOUNS.get(lower).copied()
}

/// Whether a noun means what somebody put on a paper, or another paper of the same words: from it
/// something is seen, and it tells nobody anything.
pub(crate) fn is_mark(lemma: &str) -> bool {
    matches!(
        lemma,
        "copy" | "handwriting" | "initial" | "marking" | "notation" | "signature" | "stamp"
    )
}

/// `adviser` adds its plural by rule; `man/men` gives it; `talks/talks` has only one form.
fn add(lexicon: &mut HashMap<String, NounForm>, class: Noun, word: &'static str) {
    let (lemma, plural) = word.split_once('/').map_or_else(
        || (word, plural_of(word)),
        |(one, many)| (one, many.to_owned()),
    );
    for (spelling, is_plural) in [(lemma.to_owned(), lemma == plural), (plural, true)] {
        lexicon.entry(spelling).or_insert(NounForm {
            lemma,
            class,
            plural: is_plural,
        });
    }
}

fn plural_of(lemma: &str) -> String {
    match lemma.as_bytes() {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => format!("{lemma}es"),
        [.., before, b'y'] if !b"aeiou".contains(before) => {
            format!("{}ies", &lemma[..lemma.len() - 1])
        }
        _ => format!("{lemma}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_their_number() {
        let noun = noun("embassies").expect("embassies is listed");
        assert_eq!(
            (noun.lemma, noun.class, noun.plural),
            ("embassy", Noun::Body, true)
        );
    }
}
