//! A name in parts: words folded and in Latin letters; titles, particles and forms set aside.

use super::NameParts;
use super::romanized::romanized;
use super::tables::{BODY_WORDS, FORMS, HONORIFICS, particle};
use depeche_text::fold;

/// The words of a name: folded, in Latin letters, apostrophes dropped, dotted letters joined.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let folded = romanized(&fold(name));
    let mut words: Vec<String> = Vec::new();
    // "A.B.C." is one word, "J. P." two.
    for chunk in folded.split(|letter: char| !letter.is_alphanumeric() && !"'`´.".contains(letter))
    {
        let letters = |part: &str| {
            part.chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect()
        };
        let pieces = || chunk.split('.').filter(|piece| !piece.is_empty());
        match pieces().count() > 1 && pieces().all(|piece| piece.chars().count() <= 2) {
            true => words.push(letters(chunk)),
            false => words.extend(pieces().map(letters)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A person's name in parts.
pub(super) fn person(name: &str) -> NameParts {
    let mut parts = NameParts::default();
    let mut words = Vec::new();
    // "Surname, Given, Jr."; and "Given Surname, Jr."
    for (at, piece) in name.split(',').enumerate() {
        let mut own = initials_apart(piece);
        own.retain(
            |word| match is_generation(word) && (at > 0 || !words.is_empty()) {
                true => {
                    parts.generation = Some(word.clone());
                    false
                }
                false => true,
            },
        );
        match at {
            0 => words = own,
            1 if !own.is_empty() => words = [own, words].concat(),
            // What follows a second comma is no name.
            _ => {}
        }
    }
    if parts.generation.is_none() && words.len() > 2 {
        parts.generation = words.pop_if(|word| is_generation(word));
    }
    while let Some(length) = title_length(&words) {
        parts.honorifics.push(words[..length].join(" "));
        words.drain(..length);
    }
    let last = words.len().saturating_sub(1);
    let told = |at: usize, word: &String| at == last || particle(word) != Some("");
    // "Le Van Vien": where they leave but one word, they are none.
    let kept = words
        .iter()
        .enumerate()
        .filter(|(at, word)| told(*at, word))
        .count();
    for (at, word) in words.into_iter().enumerate() {
        match particle(&word) {
            Some("") if at < last && (kept > 1 || last == 1) => parts.particles.push(word),
            Some(compared) if !compared.is_empty() => parts.words.push(compared.to_owned()),
            _ => parts.words.push(servant(word)),
        }
    }
    parts
}

fn is_generation(word: &str) -> bool {
    matches!(
        word,
        "jr" | "sr" | "ii" | "iii" | "iv" | "junior" | "senior"
    )
}

/// As [`words_of`], with the letters of "J.P." apart.
fn initials_apart(name: &str) -> Vec<String> {
    let spaced = name.replace('.', ". ");
    words_of(&spaced)
}

/// "Abdul", "Abdel" and "Abd al" are one: the article goes.
fn servant(word: String) -> String {
    match word.as_str() {
        "abdul" | "abdel" | "abdal" | "abdol" => "abd".to_owned(),
        _ => word,
    }
}

/// Words of the title that a name starts with; never the whole name.
fn title_length(words: &[String]) -> Option<usize> {
    let longest = words.len().saturating_sub(1).min(4);
    (1..=longest)
        .rev()
        .find(|length| HONORIFICS.contains(&words[..*length]))
}

/// A body's name in parts.
pub(super) fn body(name: &str) -> NameParts {
    let words = words_of(name);
    let mut parts = NameParts::default();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let form = longest(rest, |start| FORMS.get(start).copied());
        let word = longest(rest, |start| BODY_WORDS.get(start).copied());
        match (form, word) {
            (Some((length, class)), _) => {
                parts
                    .forms
                    .push((rest[..length].join(" "), class.to_owned()));
                at += length;
            }
            (None, Some((length, compared))) => {
                parts.words.push(compared.to_owned());
                at += length;
            }
            (None, None) => {
                match matches!(rest[0].as_str(), "the" | "and" | "of" | "for") {
                    true => parts.particles.push(rest[0].clone()),
                    false => parts.words.push(rest[0].clone()),
                }
                at += 1;
            }
        }
    }
    if parts.words.is_empty() {
        parts.words = words;
        parts.forms.clear();
    }
    parts
}

/// The longest start of the words that a table knows.
fn longest(
    words: &[String],
    known: impl Fn(&[String]) -> Option<&'static str>,
) -> Option<(usize, &'static str)> {
    let lengths = (1..=words.len().min(6)).rev();
    lengths
        .filter_map(|length| Some((length, known(&words[..length])?)))
        .next()
}
