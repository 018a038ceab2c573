//! The engine on two tiny pipelines of its own, beside what spaCy reads with them; and on what is
//! no pipeline.
//!
//! `tools/parity/tiny.py` makes them. They are trained on the bundled sample for a minute and are
//! right about little; what counts is that both sides are wrong alike.

use super::{LoadError, Parse, Pipeline};
use crate::golden::{Golden, Token};
use include_dir::{Dir, include_dir};
use std::collections::BTreeSet;

/// Tagger, parser, attribute ruler, rule lemmatizer, name finder, vectors by spelling.
static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/pipeline/tests/pipeline");
const GOLDEN: &str = include_str!("tests/golden.jsonl");

/// Morphologizer, senter, edit-tree lemmatizer, name finder, floret's vectors.
static OTHER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/pipeline/tests/other");
const GOLDEN_OTHER: &str = include_str!("tests/golden-other.jsonl");

fn file(path: &str) -> Option<Vec<u8>> {
    FOLDER.get_file(path).map(|file| file.contents().to_vec())
}

pub(super) fn tiny() -> Pipeline {
    Pipeline::load(&mut file).unwrap()
}

/// Loads the pipeline with one file in place of its own, or without it.
fn load_with(path: &str, instead: Option<&[u8]>) -> Result<Pipeline, LoadError> {
    Pipeline::load(&mut |asked| match asked == path {
        true => instead.map(<[u8]>::to_vec),
        false => file(asked),
    })
}

fn tokens(parse: &Parse<'_>) -> Vec<Token> {
    let words = parse.words.iter().map(|word| {
        let text = [word.tag, word.pos, word.morph, &word.lemma].map(str::to_owned);
        let [tag, pos, morph, lemma] = text;
        let (start, end) = (word.span.start, word.span.end);
        let dep = word.dep.to_owned();
        (
            start,
            end,
            tag,
            pos,
            morph,
            lemma,
            word.head,
            dep,
            word.starts_sentence,
        )
    });
    words.collect()
}

/// Holds a pipeline's reading against spaCy's; the values that occurred.
fn check_golden(pipeline: &Pipeline, golden: &str) -> BTreeSet<String> {
    let mut reader = pipeline.reader();
    let mut kinds = BTreeSet::new();
    for line in golden.lines() {
        let golden = Golden::of(line);
        let parse = reader.read(&golden.text);
        for (ours, theirs) in tokens(&parse).iter().zip(&golden.tokens) {
            assert_eq!(ours, theirs, "{}", golden.text);
        }
        assert_eq!(parse.words.len(), golden.tokens.len());
        let names = parse.names.iter();
        let names: Vec<_> = names
            .map(|name| (name.first, name.end, name.label.to_owned()))
            .collect();
        assert_eq!(names, golden.names, "{}", golden.text);
        for token in golden.tokens {
            kinds.extend([token.2, token.3, token.4, token.5, token.7]);
        }
        kinds.extend(golden.names.into_iter().map(|name| name.2));
    }
    kinds
}

/// A pipeline that decides all alike would prove nothing.
fn check_kinds(kinds: &BTreeSet<String>, expected: &[&str]) {
    for kind in expected {
        assert!(kinds.contains(*kind), "{kind} is not among {kinds:?}");
    }
}

#[test]
fn reads_as_spacy_does() {
    let kinds = check_golden(&tiny(), GOLDEN);
    check_kinds(&kinds, &["ROOT", "nsubj", "prep", "pobj", "PERSON", "DATE"]);
}

#[test]
fn reads_as_spacy_does_with_the_other_components() {
    let mut file = |path: &str| OTHER.get_file(path).map(|file| file.contents().to_vec());
    let pipeline = Pipeline::load(&mut file).unwrap();
    let kinds = check_golden(&pipeline, GOLDEN_OTHER);
    check_kinds(&kinds, &["NOUN", "VERB", "Number=Sing", "be", "PERSON"]);
}

#[test]
fn what_was_read_before_changes_nothing() {
    let pipeline = tiny();
    let mut reader = pipeline.reader();
    let texts: Vec<String> = GOLDEN.lines().map(|line| Golden::of(line).text).collect();
    for text in texts.iter().rev() {
        assert_eq!(reader.read(text), pipeline.reader().read(text));
    }
}

#[test]
fn hostile_texts_are_read_in_bounds() {
    let pipeline = tiny();
    let mut reader = pipeline.reader();
    let long = "a.".repeat(100_000);
    let endless = "of the grain ".repeat(3_000);
    for text in [
        long.as_str(),
        endless.as_str(),
        "\0\0 \0",
        "\u{202e}txet desrever \u{202c}",
        "👩‍👩‍👧‍👦🇺🇳 e\u{301}\u{301}\u{301}",
        "((((((((((((((((((((((((",
        "\"\"\"\"'s's's's",
    ] {
        let parse = reader.read(text);
        let mut at = 0;
        for word in &parse.words {
            assert!(word.span.start >= at && word.span.end > word.span.start);
            assert!(word.span.get(text).is_some());
            at = word.span.end;
        }
        assert!(parse.words.iter().all(|word| word.head < parse.words.len()));
    }
}

#[test]
fn what_is_no_pipeline_is_named() {
    let check = |loaded: Result<Pipeline, LoadError>, expected: &str| {
        let error = loaded.err().unwrap().to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(
        load_with("config.cfg", None),
        "no folder of a spaCy pipeline",
    );
    check(load_with("ner/model", None), "ner/model: is not there");
    check(
        load_with("ner/model", Some(b"\x81")),
        "ner/model: is not MessagePack",
    );
    check(
        load_with("ner/model", Some(b"\x80")),
        "is no model: it has no nodes",
    );
    check(
        load_with("tokenizer", Some(b"\x80")),
        "tokenizer: has no list of exceptions",
    );
    check(
        load_with("parser/moves", Some(b"\x81\xa5moves\xa2{}")),
        "another number of moves",
    );
    check(
        load_with("vocab/vectors", Some(b"x")),
        "vocab/vectors: is no NumPy array",
    );
    let config = String::from_utf8(file("config.cfg").unwrap()).unwrap();
    let other = config.replace("factory = \"ner\"", "factory = \"spancat\"");
    check(
        load_with("config.cfg", Some(other.as_bytes())),
        "ner: is a spancat, which is not run; leave it out",
    );
    let twice = config.replace("factory = \"ner\"", "factory = \"tagger\"");
    check(
        load_with("config.cfg", Some(twice.as_bytes())),
        "ner: is a second tagger; only one of a kind is run",
    );
}

#[test]
fn a_damaged_pipeline_is_an_error_or_reads_on() {
    for path in [
        "ner/model",
        "parser/moves",
        "tokenizer",
        "vocab/key2row",
        "tagger/cfg",
    ] {
        let whole = file(path).unwrap();
        for cut in 0..24 {
            let mut bytes = whole.clone();
            bytes.truncate(whole.len() * cut / 24);
            let _ = load_with(path, Some(&bytes));
            let mut bytes = whole.clone();
            let place = whole.len() * cut / 24;
            bytes[place] ^= 0x41;
            if let Ok(pipeline) = load_with(path, Some(&bytes)) {
                pipeline.reader().read("Grain talks, said the envoy.");
            }
        }
    }
}

/// The texts of a golden file.
fn texts(golden: &str) -> Vec<String> {
    let lines = golden.lines();
    lines.map(|line| Golden::of(line).text).collect()
}

#[test]
fn a_packed_pipeline_decides_the_same_but_for_near_ties() {
    for (folder, golden) in [(&FOLDER, GOLDEN), (&OTHER, GOLDEN_OTHER)] {
        let mut file = |path: &str| folder.get_file(path).map(|file| file.contents().to_vec());
        let texts = texts(golden);
        let shown: Vec<&str> = texts.iter().step_by(2).map(String::as_str).collect();
        let packed = Pipeline::pack(&mut file, &shown).unwrap();
        assert_eq!(packed, Pipeline::pack(&mut file, &shown).unwrap());
        let (whole, float) = (
            Pipeline::unpack(&packed).unwrap(),
            Pipeline::load(&mut file).unwrap(),
        );
        let (mut whole, mut float) = (whole.reader(), float.reader());
        let (mut words, mut differing) = (0, 0);
        for text in &texts {
            let (whole, float) = (tokens(&whole.read(text)), tokens(&float.read(text)));
            assert_eq!(whole.len(), float.len());
            words += whole.len();
            let both = whole.iter().zip(&float);
            differing += both.filter(|(whole, float)| whole != float).count();
        }
        // These pipelines have learned little, so that ties are nearer than a real one's.
        assert!(differing * 50 <= words, "{differing} of {words}");
    }
}

#[test]
fn a_damaged_bundle_is_an_error_or_reads_on() {
    let packed = Pipeline::pack(&mut file, &["Grain talks, said the envoy."]).unwrap();
    for cut in 0..24 {
        let place = packed.len() * cut / 24;
        assert!(Pipeline::unpack(&packed[..place]).is_err());
        let mut bytes = packed.clone();
        bytes[place] ^= 0x41;
        if let Ok(pipeline) = Pipeline::unpack(&bytes) {
            pipeline.reader().read("Grain talks, said the envoy.");
        }
    }
    let newer = [b"depeche-pipeline 9\n".as_slice(), &packed[19..]].concat();
    let error = Pipeline::unpack(&newer).err().unwrap().to_string();
    assert!(error.contains("another version"), "{error}");
}

#[test]
fn sentences_that_are_given_bound_the_trees() {
    let pipeline = tiny();
    let mut reader = pipeline.reader();
    for text in texts(GOLDEN) {
        let parse = reader.read(&text);
        let starts = parse.words.iter().filter(|word| word.starts_sentence);
        let starts: Vec<u32> = starts.map(|word| word.span.start).collect();
        let given = reader.read_in(&text, &starts);
        assert_eq!(given.names, parse.names, "names know of the same starts");
        let mut first = 0;
        for (index, word) in given.words.iter().enumerate() {
            assert_eq!(word.starts_sentence, parse.words[index].starts_sentence);
            if word.starts_sentence {
                first = index;
            }
            assert!(word.head >= first, "{text}: no arc goes back over a start");
            let between = &given.words[index..=word.head.max(index)];
            assert!(!between.iter().skip(1).any(|word| word.starts_sentence));
        }
    }
    assert!(reader.read_in("", &[]).words.is_empty());
}
