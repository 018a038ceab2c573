//! The bundled model: that it is the one measured, and that packing changes next to nothing.

use super::{ENGLISH_MODEL, english};
use crate::Parse;
use crate::golden::{Golden, Token};

/// The digest of the file; `docs/models.md` has the scores of these very bytes.
const DIGEST: &str = "88e31a84a27c81645b077802810f44c55f2fe982a73f2c614f99f3c7afa81211";

/// Parts of the bundled sample as spaCy reads them with the unpacked pipeline;
/// `tools/parity/golden.py` makes them.
const GOLDEN: &str = include_str!("golden.jsonl");

#[test]
fn the_model_is_the_one_measured() {
    assert_eq!(blake3::hash(ENGLISH_MODEL).to_hex().as_str(), DIGEST);
    assert!(ENGLISH_MODEL.len() <= 16_000_000);
}

#[test]
fn packing_changes_one_decision_in_a_thousand_at_most() {
    let mut reader = english().reader();
    let (mut decisions, mut changed) = (0, 0);
    for line in GOLDEN.lines() {
        let golden = Golden::of(line);
        let parse = reader.read(&golden.text);
        assert_eq!(parse.words.len(), golden.tokens.len(), "{}", golden.text);
        for (index, token) in golden.tokens.iter().enumerate() {
            let differs = differences(&parse, &golden, (index, token));
            decisions += differs.len();
            changed += differs.iter().filter(|differs| **differs).count();
        }
    }
    assert!(decisions > 10_000);
    assert!(changed * 1000 <= decisions, "{changed} of {decisions}");
}

/// Of a token's decisions, which differ: tag, part of speech, features, lemma, head, relation,
/// sentence start, name.
fn differences(parse: &Parse<'_>, golden: &Golden, (index, token): (usize, &Token)) -> [bool; 8] {
    let word = &parse.words[index];
    let ours = parse
        .names
        .iter()
        .find(|name| name.first <= index && index < name.end);
    let ours = ours.map(|name| (name.first, name.end, name.label));
    let mut theirs = golden.names.iter();
    let theirs = theirs.find(|name| name.0 <= index && index < name.1);
    let theirs = theirs.map(|(first, end, label)| (*first, *end, label.as_str()));
    [
        word.tag != token.2,
        word.pos != token.3,
        word.morph != token.4,
        word.lemma != token.5,
        word.head != token.6,
        word.dep != token.7,
        word.starts_sentence != token.8,
        ours != theirs,
    ]
}
