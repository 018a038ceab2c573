//! Reading a text with a pipeline, one component after another.

use super::attribute_ruler::{Attribute, Word};
use super::entities::Place;
use super::lately::Lately;
use super::lexeme::Lexeme;
use super::moves::Added;
use super::names::Name;
use super::tagger::Outputs;
use super::tok2vec::{Embedded, Room, Tok2Vec};
use super::tokenizer::{Cut, Known};
use super::tree::Tree;
use super::{Parse, ParsedName, ParsedWord, Pipeline};
use depeche_text::Span;
use std::sync::Arc;

/// Reads texts with one pipeline; the same text always reads the same, whatever was read before.
#[derive(Debug)]
pub struct Reader<'a> {
    pipeline: &'a Pipeline,
    known: Known,
    lexemes: Lately<Arc<Lexeme>>,
    cuts: Vec<Cut>,
    /// Of the shared encoder, then of the components' own.
    rooms: [Room; 7],
    added: Added,
}

/// A word on its way through the components.
struct Draft<'a> {
    word: &'a Embedded<'a>,
    tag: Name,
    pos: Name,
    morph: Name,
    dep: Name,
    lemma: Option<Name>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(pipeline: &'a Pipeline) -> Reader<'a> {
        Reader {
            pipeline,
            known: Known::default(),
            lexemes: Lately::default(),
            cuts: Vec::new(),
            rooms: Default::default(),
            added: Added::default(),
        }
    }

    /// Reads a text as one: sentences are found in it, but a heading is best read by itself.
    pub fn read(&mut self, text: &str) -> Parse<'a> {
        self.read_with(text, None)
    }

    /// Reads a text whose sentences are known: `starts` has the byte where each begins, in order.
    /// No tree reaches over a start; a sentence may have more than one root.
    pub fn read_in(&mut self, text: &str, starts: &[u32]) -> Parse<'a> {
        self.read_with(text, Some(starts))
    }

    fn read_with(&mut self, text: &str, starts: Option<&[u32]>) -> Parse<'a> {
        let (cuts, lexemes) = self.words(text);
        let words = embedded(text, &cuts, &lexemes);
        let starts = starts.map(|starts| begins(&cuts, starts));
        let parse = match words.is_empty() {
            true => Parse::default(),
            false => self.components(&cuts, &words, starts.as_deref()),
        };
        self.cuts = cuts;
        parse
    }

    /// Cuts a text into words and looks up what each spelling says.
    fn words(&mut self, text: &str) -> (Vec<Cut>, Vec<Arc<Lexeme>>) {
        let mut cuts = std::mem::take(&mut self.cuts);
        let tokenizer = &self.pipeline.tokenizer;
        tokenizer.cut(text, &mut self.known, &mut cuts);
        let lexemes = cuts.iter();
        let lexemes = lexemes.map(|cut| self.lexeme(&text[cut.start as usize..cut.end as usize]));
        let lexemes = lexemes.collect();
        (cuts, lexemes)
    }

    fn components(
        &mut self,
        cuts: &[Cut],
        words: &[Embedded<'_>],
        given: Option<&[bool]>,
    ) -> Parse<'a> {
        let pipeline = self.pipeline;
        if let Some(shared) = &pipeline.shared {
            shared.apply(words, &pipeline.vectors, &mut self.rooms[0]);
        }
        let is_space = |word: usize| words[word].lexeme.is_space;
        let tags = self.tags(words);
        let morphs = self.morphs(words);
        let tree = self.tree(words, given, &is_space);
        let mut drafts: Vec<Draft<'_>> = words
            .iter()
            .enumerate()
            .map(|(index, word)| Draft {
                word,
                tag: tags.get(index).copied().unwrap_or_default(),
                pos: morphs.get(index).map_or(0, |(_, pos)| *pos),
                morph: morphs.get(index).map_or(0, |(morph, _)| *morph),
                dep: tree
                    .as_ref()
                    .map_or(0, |tree| label(tree, index, pipeline.root)),
                lemma: None,
            })
            .collect();
        if let Some(ruler) = &pipeline.attribute_ruler {
            ruler.apply(&mut drafts);
        }
        let starts = match (given, &tree) {
            (Some(given), _) => given.to_vec(),
            (None, Some(tree)) => tree.sentence_starts(),
            (None, None) => self.sentence_starts(words),
        };
        let lemmas = self.lemmas(words);
        let names = self.names(words, &starts);
        let finished = drafts.iter().enumerate().map(|(index, draft)| ParsedWord {
            span: Span {
                start: cuts[index].start,
                end: cuts[index].end,
            },
            tag: pipeline.names.get(draft.tag),
            pos: pipeline.names.get(draft.pos),
            morph: pipeline.names.get(draft.morph),
            lemma: draft.lemma(pipeline, lemmas.get(index)),
            head: tree.as_ref().map_or(index, |tree| tree.heads[index]),
            dep: pipeline.names.get(draft.dep),
            starts_sentence: starts[index],
        });
        Parse {
            words: finished.collect(),
            names,
        }
    }

    fn lexeme(&mut self, spelling: &str) -> Arc<Lexeme> {
        if let Some(lexeme) = self.lexemes.with(spelling, Arc::clone) {
            return lexeme;
        }
        let (norms, names) = (&self.pipeline.norms, &self.pipeline.names);
        let lexeme = Arc::new(Lexeme::new(spelling, norms, names));
        self.lexemes.insert(spelling.into(), lexeme.clone());
        lexeme
    }

    /// The rows of a component: of its own encoder, or the shared ones.
    fn rows(&mut self, own: Option<&Tok2Vec>, component: usize, words: &[Embedded<'_>]) -> &[f32] {
        match own {
            Some(own) => {
                let room = &mut self.rooms[component];
                own.apply(words, &self.pipeline.vectors, room);
                &room.rows
            }
            None => &self.rooms[0].rows,
        }
    }

    fn tags(&mut self, words: &[Embedded<'_>]) -> Vec<Name> {
        let Some(own) = &self.pipeline.tagger else {
            return Vec::new();
        };
        let mut room = Outputs::default();
        let rows = self.rows(own.tok2vec.as_ref(), 1, words);
        let best = own.component.apply(rows, &mut room);
        best.into_iter().map(|index| own.labels[index]).collect()
    }

    /// Features and part of speech of each word.
    fn morphs(&mut self, words: &[Embedded<'_>]) -> Vec<(Name, Name)> {
        let Some(own) = &self.pipeline.morphologizer else {
            return Vec::new();
        };
        let mut room = Outputs::default();
        let rows = self.rows(own.tok2vec.as_ref(), 4, words);
        let best = own.component.tagger.apply(rows, &mut room);
        let labels = best
            .into_iter()
            .map(|index| (own.labels[2 * index], own.labels[2 * index + 1]));
        labels.collect()
    }

    /// Where sentences start by the component for it; without one, at the first word.
    fn sentence_starts(&mut self, words: &[Embedded<'_>]) -> Vec<bool> {
        let Some(own) = &self.pipeline.senter else {
            return (0..words.len()).map(|word| word == 0).collect();
        };
        let mut room = Outputs::default();
        let rows = self.rows(own.tok2vec.as_ref(), 5, words);
        let best = own.component.apply(rows, &mut room);
        let starts = best.into_iter().enumerate();
        starts
            .map(|(word, index)| word == 0 || index == 1)
            .collect()
    }

    /// The lemma of each word by edit tree.
    fn lemmas(&mut self, words: &[Embedded<'_>]) -> Vec<String> {
        let Some(own) = &self.pipeline.edit_trees else {
            return Vec::new();
        };
        let mut room = Outputs::default();
        let spellings: Vec<&str> = words.iter().map(|word| word.spelling).collect();
        let rows = self.rows(own.tok2vec.as_ref(), 6, words);
        own.component.apply(rows, &spellings, &mut room)
    }

    fn tree(
        &mut self,
        words: &[Embedded<'_>],
        given: Option<&[bool]>,
        is_space: &dyn Fn(usize) -> bool,
    ) -> Option<Tree> {
        let own = self.pipeline.parser.as_ref()?;
        let mut added = std::mem::take(&mut self.added);
        let rows = self.rows(own.tok2vec.as_ref(), 2, words);
        let one = [true];
        let starts = given.unwrap_or(&one);
        let mut tree = own.component.apply(rows, (words.len(), starts), &mut added);
        self.added = added;
        for label in tree.labels.iter_mut().filter(|label| **label != usize::MAX) {
            *label = own.labels[*label].into();
        }
        tree.put_back(&self.pipeline.lifted, is_space);
        Some(tree)
    }

    fn names(&mut self, words: &[Embedded<'_>], starts: &[bool]) -> Vec<ParsedName<'a>> {
        let pipeline = self.pipeline;
        let Some(own) = &pipeline.entities else {
            return Vec::new();
        };
        let mut added = std::mem::take(&mut self.added);
        let rows = self.rows(own.tok2vec.as_ref(), 3, words);
        let places = words.iter().zip(starts).map(|(word, starts)| Place {
            starts_sentence: *starts,
            is_space: word.lexeme.is_space,
        });
        let places: Vec<Place> = places.collect();
        let found = own.component.apply(rows, &places, &mut added);
        self.added = added;
        let names = found.into_iter().map(|found| ParsedName {
            first: found.first,
            end: found.end,
            label: pipeline.names.get(own.labels[found.label]),
        });
        names.collect()
    }
}

/// Which words begin a sentence, the first among them.
fn begins(cuts: &[Cut], starts: &[u32]) -> Vec<bool> {
    let mut starts = starts.iter().copied().peekable();
    let begins = cuts.iter().enumerate().map(|(index, cut)| {
        let mut begins = index == 0;
        while starts.next_if(|start| *start <= cut.start).is_some() {
            begins = true;
        }
        begins
    });
    begins.collect()
}

fn embedded<'t>(text: &'t str, cuts: &[Cut], lexemes: &'t [Arc<Lexeme>]) -> Vec<Embedded<'t>> {
    let words = lexemes.iter().zip(cuts);
    let words = words.map(|(lexeme, cut)| Embedded {
        spelling: &text[cut.start as usize..cut.end as usize],
        lexeme,
        norm: cut.norm.unwrap_or(lexeme.norm),
        spacy: cut.spacy,
    });
    words.collect()
}

fn label(tree: &Tree, word: usize, root: Name) -> Name {
    match tree.heads[word] == word {
        true => root,
        false => Name::try_from(tree.labels[word]).unwrap_or_default(),
    }
}

impl Draft<'_> {
    /// What a rule set, else what a trained lemmatizer found, else what the tables say.
    fn lemma(&self, pipeline: &Pipeline, found: Option<&String>) -> String {
        match (self.lemma, found, &pipeline.lemmatizer) {
            (Some(lemma), _, _) => pipeline.names.get(lemma).to_owned(),
            (None, Some(lemma), _) => lemma.clone(),
            (None, None, Some(lemmatizer)) => {
                let (pos, morph) = (pipeline.names.get(self.pos), pipeline.names.get(self.morph));
                lemmatizer.lemma(self.word.spelling, pos, morph)
            }
            (None, None, None) => String::new(),
        }
    }
}

impl Word for Draft<'_> {
    fn name(&self, attribute: Attribute) -> Option<Name> {
        match attribute {
            Attribute::Lower => self.word.lexeme.lower_name,
            Attribute::Orth => self.word.lexeme.name,
            Attribute::Tag => Some(self.tag),
            Attribute::Pos => Some(self.pos),
            Attribute::Dep => Some(self.dep),
            Attribute::Lemma => Some(self.lemma.unwrap_or_default()),
            Attribute::Morph => Some(self.morph),
            Attribute::IsSpace => None,
        }
    }

    fn lower(&self) -> &str {
        &self.word.lexeme.lower
    }

    fn is_space(&self) -> bool {
        self.word.lexeme.is_space
    }

    fn set(&mut self, attribute: Attribute, name: Name) {
        match attribute {
            Attribute::Tag => self.tag = name,
            Attribute::Pos => self.pos = name,
            Attribute::Dep => self.dep = name,
            Attribute::Lemma => self.lemma = Some(name),
            Attribute::Morph => self.morph = name,
            Attribute::Lower | Attribute::Orth | Attribute::IsSpace => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::tests::tiny;

    #[test]
    fn a_words_row_depends_on_the_words_around_it_alone() {
        let pipeline = tiny();
        let mut reader = pipeline.reader();
        let sentences = (0..500).map(|number| format!("Envoy {number} of Kestria sold grain. "));
        let text: String = sentences.collect();
        let (cuts, lexemes) = reader.words(&text);
        let words = embedded(&text, &cuts, &lexemes);
        let (tok2vec, vectors) = (pipeline.shared.as_ref().unwrap(), &pipeline.vectors);
        let width = tok2vec.width();
        let (mut all, mut some) = (Room::default(), Room::default());
        tok2vec.apply(&words, vectors, &mut all);
        assert_eq!(all.rows.len(), words.len() * width);
        let (near, count) = (8, 50);
        for from in (near..words.len() - near - count).step_by(count) {
            let around = &words[from - near..from + count + near];
            tok2vec.apply(around, vectors, &mut some);
            let inner = &some.rows[near * width..(near + count) * width];
            assert!(inner == &all.rows[from * width..(from + count) * width]);
        }
    }
}
