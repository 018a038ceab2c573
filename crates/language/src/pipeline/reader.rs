//! Reading a text with a pipeline, one component after another.

use super::attribute_ruler::{Attribute, Word};
use super::lexeme::{Lexeme, Norms};
use super::moves::Added;
use super::names::{Name, Names};
use super::tok2vec::{Embedded, Remembered, Room, Tok2Vec};
use super::tokenizer::{Cut, Known};
use super::tree::Tree;
use super::{Parse, ParsedName, ParsedWord, Pipeline};
use depeche_text::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// So many spellings are kept worked out.
const KEPT: usize = 50_000;

/// Reads texts with one pipeline; the same text always reads the same, whatever was read before.
#[derive(Debug)]
pub struct Reader<'a> {
    pipeline: &'a Pipeline,
    known: Known,
    lexemes: FxHashMap<Box<str>, Arc<Lexeme>>,
    cuts: Vec<Cut>,
    room: Room,
    /// Of the shared encoder, then of the components' own.
    remembered: [Remembered; 7],
    shared: Vec<f32>,
    own: Vec<f32>,
    added: Added,
}

/// A word on its way through the components.
struct Draft<'a> {
    names: &'a Names,
    lexeme: Arc<Lexeme>,
    orth: &'a str,
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
            lexemes: FxHashMap::default(),
            cuts: Vec::new(),
            room: Room::default(),
            remembered: Default::default(),
            shared: Vec::new(),
            own: Vec::new(),
            added: Added::default(),
        }
    }

    /// Reads a text as one: sentences are found in it, but a heading is best read by itself.
    pub fn read(&mut self, text: &str) -> Parse<'a> {
        let pipeline = self.pipeline;
        let mut cuts = std::mem::take(&mut self.cuts);
        pipeline.tokenizer.cut(text, &mut self.known, &mut cuts);
        let words: Vec<Arc<Lexeme>> = cuts
            .iter()
            .map(|cut| self.lexeme(&text[cut.start as usize..cut.end as usize]))
            .collect();
        let embedded: Vec<Embedded<'_>> = words
            .iter()
            .zip(&cuts)
            .map(|(lexeme, cut)| Embedded {
                spelling: &text[cut.start as usize..cut.end as usize],
                lexeme,
                norm: cut.norm.unwrap_or(lexeme.norm),
                spacy: cut.spacy,
            })
            .collect();
        let parse = match words.is_empty() {
            true => Parse::default(),
            false => self.components(text, &cuts, &words, &embedded),
        };
        self.cuts = cuts;
        parse
    }

    fn components(
        &mut self,
        text: &str,
        cuts: &[Cut],
        words: &[Arc<Lexeme>],
        embedded: &[Embedded<'_>],
    ) -> Parse<'a> {
        let pipeline = self.pipeline;
        if let Some(shared) = &pipeline.shared {
            let memory = (&mut self.room, &mut self.remembered[0]);
            shared.apply(embedded, &pipeline.vectors, memory, &mut self.shared);
        }
        let is_space = |word: usize| words[word].is_space;
        let tags = self.tags(embedded);
        let morphs = self.morphs(embedded);
        let tree = self.tree(embedded, &is_space);
        let mut drafts: Vec<Draft<'_>> = words
            .iter()
            .zip(cuts)
            .enumerate()
            .map(|(index, (lexeme, cut))| Draft {
                names: &pipeline.names,
                lexeme: lexeme.clone(),
                orth: &text[cut.start as usize..cut.end as usize],
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
        let starts = match &tree {
            Some(tree) => tree.sentence_starts(),
            None => self.sentence_starts(embedded),
        };
        let lemmas = self.lemmas(text, cuts, embedded);
        let names = self.names(embedded, &starts, &is_space);
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
        if let Some(lexeme) = self.lexemes.get(spelling) {
            return lexeme.clone();
        }
        let lexeme = Arc::new(Lexeme::new(spelling, norms(self.pipeline)));
        if self.lexemes.len() >= KEPT {
            self.lexemes.clear();
        }
        self.lexemes.insert(spelling.into(), lexeme.clone());
        lexeme
    }

    /// The rows of a component: of its own encoder, or the shared ones.
    fn rows(&mut self, own: Option<&Tok2Vec>, component: usize, words: &[Embedded<'_>]) -> &[f32] {
        match own {
            Some(own) => {
                let memory = (&mut self.room, &mut self.remembered[component]);
                own.apply(words, &self.pipeline.vectors, memory, &mut self.own);
                &self.own
            }
            None => &self.shared,
        }
    }

    fn tags(&mut self, words: &[Embedded<'_>]) -> Vec<Name> {
        let Some(own) = &self.pipeline.tagger else {
            return Vec::new();
        };
        let mut room = Vec::new();
        let rows = self.rows(own.tok2vec.as_ref(), 1, words);
        let best = own.component.apply(rows, &mut room);
        best.into_iter().map(|index| own.labels[index]).collect()
    }

    /// Features and part of speech of each word.
    fn morphs(&mut self, words: &[Embedded<'_>]) -> Vec<(Name, Name)> {
        let Some(own) = &self.pipeline.morphologizer else {
            return Vec::new();
        };
        let mut room = Vec::new();
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
        let mut room = Vec::new();
        let rows = self.rows(own.tok2vec.as_ref(), 5, words);
        let best = own.component.apply(rows, &mut room);
        let starts = best.into_iter().enumerate();
        starts
            .map(|(word, index)| word == 0 || index == 1)
            .collect()
    }

    /// The lemma of each word by edit tree.
    fn lemmas(&mut self, text: &str, cuts: &[Cut], words: &[Embedded<'_>]) -> Vec<String> {
        let Some(own) = &self.pipeline.edit_trees else {
            return Vec::new();
        };
        let mut room = Vec::new();
        let spellings = cuts
            .iter()
            .map(|cut| &text[cut.start as usize..cut.end as usize]);
        let spellings: Vec<&str> = spellings.collect();
        let rows = self.rows(own.tok2vec.as_ref(), 6, words);
        own.component.apply(rows, &spellings, &mut room)
    }

    fn tree(&mut self, words: &[Embedded<'_>], is_space: &dyn Fn(usize) -> bool) -> Option<Tree> {
        let own = self.pipeline.parser.as_ref()?;
        let mut added = std::mem::take(&mut self.added);
        let rows = self.rows(own.tok2vec.as_ref(), 2, words);
        let mut tree = own.component.apply(rows, words.len(), &mut added);
        self.added = added;
        for label in tree.labels.iter_mut().filter(|label| **label != usize::MAX) {
            *label = own.labels[*label].into();
        }
        tree.put_back(&self.pipeline.lifted, is_space);
        Some(tree)
    }

    fn names(
        &mut self,
        words: &[Embedded<'_>],
        starts: &[bool],
        is_space: &dyn Fn(usize) -> bool,
    ) -> Vec<ParsedName<'a>> {
        let pipeline = self.pipeline;
        let Some(own) = &pipeline.entities else {
            return Vec::new();
        };
        let mut added = std::mem::take(&mut self.added);
        let rows = self.rows(own.tok2vec.as_ref(), 3, words);
        let found = own.component.apply(rows, starts, is_space, &mut added);
        self.added = added;
        let names = found.into_iter().map(|found| ParsedName {
            first: found.first,
            end: found.end,
            label: pipeline.names.get(own.labels[found.label]),
        });
        names.collect()
    }
}

fn norms(pipeline: &Pipeline) -> &Norms {
    &pipeline.norms
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
                lemmatizer.lemma(self.orth, pos, morph)
            }
            (None, None, None) => String::new(),
        }
    }
}

impl Word for Draft<'_> {
    fn name(&self, attribute: Attribute) -> Option<Name> {
        match attribute {
            Attribute::Lower => self.names.find(&self.lexeme.lower),
            Attribute::Orth => self.names.find(self.orth),
            Attribute::Tag => Some(self.tag),
            Attribute::Pos => Some(self.pos),
            Attribute::Dep => Some(self.dep),
            Attribute::Lemma => Some(self.lemma.unwrap_or_default()),
            Attribute::Morph => Some(self.morph),
            Attribute::IsSpace => None,
        }
    }

    fn lower(&self) -> &str {
        &self.lexeme.lower
    }

    fn is_space(&self) -> bool {
        self.lexeme.is_space
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
