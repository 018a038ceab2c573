//! What of a query can be seen in a text, matched word by word.

use crate::{Form, Leaf, Node};
use depeche_index::{Field, FirstBytes, Stemmer, Words};
use depeche_text::Span;

/// Longest phrase that is recognised whole; of a longer one its first words are.
const LONGEST_PHRASE: usize = 64;

/// The words and phrases of a query that are shown where they stand.
#[derive(Debug, Clone)]
pub(crate) struct Patterns {
    singles: Vec<Single>,
    phrases: Vec<Vec<String>>,
    /// What a word of any pattern can start with: most words are passed over by this alone.
    first_bytes: FirstBytes,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Single {
    Stem(String),
    Word(String),
    Prefix(String),
}

/// A place where a pattern stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) span: Span,
    pub(crate) pattern: usize,
}

/// A run over a text, word by word.
pub(crate) struct Matching<'p, 't> {
    patterns: &'p Patterns,
    words: Words<'t>,
    word: String,
    word_count: usize,
    starts: [u32; LONGEST_PHRASE],
    /// For each phrase, bit n is set while its first n + 1 words are the last ones read.
    states: Vec<u64>,
}

impl Patterns {
    /// The patterns of everything in a query that is not negated and can stand in the text.
    pub(crate) fn new(root: &Node) -> Patterns {
        let mut leaves = Vec::new();
        list(root, &mut leaves);
        let words = leaves.iter().flat_map(|leaf| &leaf.words);
        let mut patterns = Patterns {
            singles: Vec::new(),
            phrases: Vec::new(),
            // A stem keeps the first letter of its word.
            first_bytes: FirstBytes::of(words.map(String::as_str)),
        };
        leaves.iter().for_each(|leaf| patterns.add(leaf));
        patterns
    }

    pub(crate) fn count(&self) -> usize {
        self.singles.len() + self.phrases.len()
    }

    fn add(&mut self, leaf: &Leaf) {
        let word = leaf.words[0].clone();
        let single = match leaf.form {
            Form::Phrase => {
                let mut words = leaf.words.clone();
                words.truncate(LONGEST_PHRASE);
                if !self.phrases.contains(&words) {
                    self.phrases.push(words);
                }
                return;
            }
            Form::Bare if leaf.field.is_none_or(Field::is_stemmed) => {
                Single::Stem(Stemmer::stem_once(&word))
            }
            Form::Bare | Form::Exact => Single::Word(word),
            Form::Prefix => Single::Prefix(word),
        };
        if !self.singles.contains(&single) {
            self.singles.push(single);
        }
    }

    /// Starts a run over a text.
    pub(crate) fn matching<'p, 't>(&'p self, text: &'t str) -> Matching<'p, 't> {
        Matching {
            patterns: self,
            words: Words::new(text),
            word: String::new(),
            word_count: 0,
            starts: [0; LONGEST_PHRASE],
            states: vec![0; self.phrases.len()],
        }
    }
}

/// What is not negated and can be shown.
fn list<'a>(node: &'a Node, leaves: &mut Vec<&'a Leaf>) {
    match node {
        Node::Leaf(leaf) if is_shown(leaf) => leaves.push(leaf),
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| list(node, leaves)),
        _ => {}
    }
}

/// Names in fields are shown where they stand in the text too; codes and addresses are not.
fn is_shown(leaf: &Leaf) -> bool {
    match leaf.field {
        None | Some(Field::Text | Field::Title | Field::Subject) => true,
        Some(Field::Person | Field::Place | Field::Body | Field::From | Field::To) => true,
        Some(Field::Told | Field::By | Field::Author) => true,
        Some(_) => false,
    }
}

impl Matching<'_, '_> {
    /// Reads the next word, adds the matches that end with it, and gives its end; `None` at the
    /// end of the text.
    pub(crate) fn advance(&mut self, matches: &mut Vec<Match>) -> Option<u32> {
        let wanted = &self.patterns.first_bytes;
        let (span, is_wanted) = self.words.next_wanted(wanted, &mut self.word)?;
        self.starts[self.word_count % LONGEST_PHRASE] = span.start;
        self.word_count += 1;
        if !is_wanted {
            self.states.fill(0);
            return Some(span.end);
        }
        self.match_phrases(span, matches);
        let single = self
            .patterns
            .singles
            .iter()
            .position(|single| match single {
                Single::Word(word) => *word == self.word,
                Single::Prefix(prefix) => self.word.starts_with(prefix.as_str()),
                Single::Stem(stem) => Stemmer::has_stem(&self.word, stem),
            });
        if let Some(position) = single {
            let pattern = self.patterns.phrases.len() + position;
            matches.push(Match { span, pattern });
        }
        Some(span.end)
    }

    fn match_phrases(&mut self, span: Span, matches: &mut Vec<Match>) {
        for (pattern, words) in self.patterns.phrases.iter().enumerate() {
            let mut fits = 0;
            for (position, word) in words.iter().enumerate() {
                fits |= u64::from(*word == self.word) << position;
            }
            self.states[pattern] = ((self.states[pattern] << 1) | 1) & fits;
            if self.states[pattern] >> (words.len() - 1) & 1 == 1 {
                let first = self.word_count - words.len();
                let span = Span {
                    start: self.starts[first % LONGEST_PHRASE],
                    end: span.end,
                };
                matches.push(Match { span, pattern });
            }
        }
    }
}
