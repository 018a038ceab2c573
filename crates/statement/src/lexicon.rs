//! The closed words, verbs and nouns that reading by pattern needs: what each can be.
//!
//! Looked up by lower-case ASCII form; a word may be a verb and a noun at once ("report"), and
//! which it is follows from its place (`pieces`). Not a dictionary: a word that is not here is
//! taken for part of a noun phrase, or for a verb where it ends in *-ed*.

mod function_words;
mod nouns;
mod verbs;

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a closed-class word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// "the", "this".
    Definite,
    /// "a", "another", "each".
    Indefinite,
    /// "no", "neither".
    NoDeterminer,
    /// "his", "their".
    Possessive,
    /// "he", "them".
    Pronoun,
    /// "some", "others": a head or a determiner.
    Quantifier,
    /// "in", "with".
    Preposition,
    /// "and".
    And,
    /// "or", "nor".
    Or,
    /// "but", "while" between clauses.
    But,
    /// "not", "never".
    Not,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "shall".
    Will,
    /// "would", "might", "must", "can".
    Would,
    /// "to".
    To,
    /// "that".
    That,
    /// "who", "which", "whom", "whose".
    Relative,
    /// "if", "unless".
    If,
    /// "when", "because", "although".
    Subordinator,
    /// An adverb that changes nothing here.
    Adverb,
    /// "allegedly", "reportedly".
    Alleged,
}

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
    /// Another noun that is also a verb form, or is asked for by name.
    Other,
}

/// The forms that one spelling of a verb can be.
pub(crate) mod form {
    /// "meet".
    pub(crate) const BASE: u8 = 1;
    /// "meets".
    pub(crate) const S: u8 = 2;
    /// "met", "went".
    pub(crate) const PAST: u8 = 4;
    /// "met", "gone".
    pub(crate) const PARTICIPLE: u8 = 8;
    /// "meeting".
    pub(crate) const ING: u8 = 16;
}

/// A verb's lemma and the forms that this spelling can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbForm {
    /// The base form.
    pub(crate) lemma: &'static str,
    /// Bits of [`form`].
    pub(crate) forms: u8,
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

/// All that one spelling can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// As a closed-class word, with its spelling.
    pub(crate) function: Option<(Function, &'static str)>,
    /// As a verb.
    pub(crate) verb: Option<VerbForm>,
    /// As a noun.
    pub(crate) noun: Option<NounForm>,
}

static LEXICON: LazyLock<HashMap<String, Entry>> = LazyLock::new(build);

/// What a word can be, by its lower-case spelling.
pub(crate) fn look_up(lower: &str) -> Option<&'static Entry> {
    LEXICON.get(lower)
}

fn build() -> HashMap<String, Entry> {
    let mut lexicon: HashMap<String, Entry> = HashMap::new();
    for (function, words) in function_words::TABLE {
        for word in words.split_whitespace() {
            let entry = lexicon.entry(word.to_owned()).or_default();
            entry.function = entry.function.or(Some((*function, word)));
        }
    }
    for line in verbs::IRREGULAR.lines() {
        add_irregular(&mut lexicon, line);
    }
    for lemma in verbs::REGULAR.split_whitespace() {
        add_regular(&mut lexicon, lemma);
    }
    for (class, words) in nouns::TABLE {
        for word in words.split_whitespace() {
            add_noun(&mut lexicon, *class, word);
        }
    }
    lexicon
}

/// `lemma past participle ing`; the last is made by rule where it is missing.
fn add_irregular(lexicon: &mut HashMap<String, Entry>, line: &'static str) {
    let mut words = line.split_whitespace();
    let (Some(lemma), Some(past), Some(participle)) = (words.next(), words.next(), words.next())
    else {
        return;
    };
    let ing = words
        .next()
        .map_or_else(|| ing_of(lemma), ToOwned::to_owned);
    add_verb(lexicon, lemma.to_owned(), lemma, form::BASE);
    add_verb(lexicon, s_of(lemma), lemma, form::S);
    add_verb(lexicon, past.to_owned(), lemma, form::PAST);
    add_verb(lexicon, participle.to_owned(), lemma, form::PARTICIPLE);
    add_verb(lexicon, ing, lemma, form::ING);
}

fn add_regular(lexicon: &mut HashMap<String, Entry>, lemma: &'static str) {
    let past = match lemma.as_bytes() {
        [.., b'e'] => format!("{lemma}d"),
        [.., before, b'y'] if !b"aeiou".contains(before) => {
            format!("{}ied", &lemma[..lemma.len() - 1])
        }
        _ => format!("{lemma}ed"),
    };
    add_verb(lexicon, lemma.to_owned(), lemma, form::BASE);
    add_verb(lexicon, s_of(lemma), lemma, form::S);
    add_verb(lexicon, past, lemma, form::PAST | form::PARTICIPLE);
    add_verb(lexicon, ing_of(lemma), lemma, form::ING);
}

fn s_of(lemma: &str) -> String {
    match lemma.as_bytes() {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => format!("{lemma}es"),
        [.., before, b'y'] if !b"aeiou".contains(before) => {
            format!("{}ies", &lemma[..lemma.len() - 1])
        }
        _ => format!("{lemma}s"),
    }
}

fn ing_of(lemma: &str) -> String {
    match lemma.as_bytes() {
        [.., b'e', b'e'] => format!("{lemma}ing"),
        [.., b'i', b'e'] => format!("{}ying", &lemma[..lemma.len() - 2]),
        [.., b'e'] => format!("{}ing", &lemma[..lemma.len() - 1]),
        _ => format!("{lemma}ing"),
    }
}

/// Of two verbs with one spelling ("found") the one listed first has it.
fn add_verb(lexicon: &mut HashMap<String, Entry>, word: String, lemma: &'static str, forms: u8) {
    let entry = lexicon.entry(word).or_default();
    match &mut entry.verb {
        Some(verb) if verb.lemma == lemma => verb.forms |= forms,
        Some(_) => {}
        None => entry.verb = Some(VerbForm { lemma, forms }),
    }
}

/// `adviser` adds its plural by rule; `man/men` gives it; `talks/talks` has only one form.
fn add_noun(lexicon: &mut HashMap<String, Entry>, class: Noun, word: &'static str) {
    let (lemma, plural) = word
        .split_once('/')
        .map_or_else(|| (word, s_of(word)), |(one, many)| (one, many.to_owned()));
    for (spelling, is_plural) in [(lemma.to_owned(), lemma == plural), (plural, true)] {
        let noun = NounForm {
            lemma,
            class,
            plural: is_plural,
        };
        let entry = lexicon.entry(spelling).or_default();
        entry.noun = entry.noun.or(Some(noun));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(word: &str) -> Option<(&'static str, u8)> {
        let verb = look_up(word)?.verb?;
        Some((verb.lemma, verb.forms))
    }

    #[test]
    fn verbs_have_their_forms() {
        assert_eq!(verb("met"), Some(("meet", form::PAST | form::PARTICIPLE)));
        assert_eq!(verb("went"), Some(("go", form::PAST)));
        assert_eq!(
            verb("notified"),
            Some(("notify", form::PAST | form::PARTICIPLE))
        );
        assert_eq!(verb("agreeing"), Some(("agree", form::ING)));
        assert_eq!(
            verb("conferred"),
            Some(("confer", form::PAST | form::PARTICIPLE))
        );
        assert_eq!(verb("table"), None);
    }

    #[test]
    fn nouns_have_their_number() {
        let noun = look_up("embassies").and_then(|entry| entry.noun);
        let noun = noun.expect("embassies is listed");
        assert_eq!(
            (noun.lemma, noun.class, noun.plural),
            ("embassy", Noun::Body, true)
        );
    }
}
