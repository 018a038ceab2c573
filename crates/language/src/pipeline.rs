//! Trained pipelines of spaCy 3, run for inference: tokens, tags, heads, lemmas and names.
//!
//! A [`Pipeline`] is loaded from the files of a pipeline's folder, which the caller reads, and
//! never changes; a [`Reader`] holds the room that reading needs, one a thread. Training, and
//! architectures other than those of the pipelines for CPUs, are not here.
//!
//! What is done, in which order, and the tables of symbols and norms are those of spaCy 3.8 and
//! thinc 8.3 (Explosion, MIT licence), as models are trained on them.

mod attribute_ruler;
mod bundle;
mod character;
mod config;
mod edit_trees;
mod entities;
mod error;
mod keys;
mod lately;
mod lemmatizer;
mod lexeme;
mod load;
mod lookups;
mod matrix;
mod morphologizer;
mod moves;
mod names;
mod numbers;
mod packed;
mod parser;
mod reader;
mod remembered;
mod short;
mod strings;
mod tagger;
mod tok2vec;
mod tokenizer;
mod tree;
mod vectors;
mod weights;
mod words;

#[cfg(test)]
mod tests;

pub use error::LoadError;
pub use reader::Reader;

use attribute_ruler::AttributeRuler;
use depeche_text::Span;
use edit_trees::EditTrees;
use entities::Entities;
use lemmatizer::Lemmatizer;
use lexeme::Norms;
use morphologizer::Morphologizer;
use names::{Name, Names};
use parser::Parser;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use tagger::Tagger;
use tok2vec::Tok2Vec;
use tokenizer::Tokenizer;
use vectors::Vectors;

/// A trained pipeline.
#[derive(Debug)]
pub struct Pipeline {
    names: Names,
    norms: Norms,
    vectors: Vectors,
    tokenizer: Tokenizer,
    shared: Option<Tok2Vec>,
    tagger: Option<Own<Tagger>>,
    /// Its labels are features and parts of speech by turns.
    morphologizer: Option<Own<Morphologizer>>,
    parser: Option<Own<Parser>>,
    senter: Option<Own<Tagger>>,
    /// Labels that name another head: the plain one and the head's.
    lifted: FxHashMap<usize, (usize, usize)>,
    root: Name,
    attribute_ruler: Option<AttributeRuler>,
    lemmatizer: Option<Lemmatizer>,
    edit_trees: Option<Own<EditTrees>>,
    entities: Option<Own<Entities>>,
}

/// A component with the encoder of its own, where it has one, and the names of its outputs.
#[derive(Debug)]
struct Own<T> {
    component: T,
    tok2vec: Option<Tok2Vec>,
    labels: Vec<Name>,
}

/// What a pipeline reads in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parse<'a> {
    /// The tokens, in order.
    pub words: Vec<ParsedWord<'a>>,
    /// The names, in order and apart.
    pub names: Vec<ParsedName<'a>>,
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedWord<'a> {
    /// Its bytes.
    pub span: Span,
    /// Fine-grained tag, as in the pipeline's treebank (`NNP`).
    pub tag: &'a str,
    /// Universal part of speech (`PROPN`).
    pub pos: &'a str,
    /// Universal features (`Number=Sing`), sorted.
    pub morph: &'a str,
    /// Dictionary form.
    pub lemma: String,
    /// The index of its head; a root's own.
    pub head: usize,
    /// Its relation to its head (`nsubj`).
    pub dep: &'a str,
    /// Whether it is the first of its sentence.
    pub starts_sentence: bool,
}

/// A name: tokens from `first` to before `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedName<'a> {
    /// The first token.
    pub first: usize,
    /// The token behind the last.
    pub end: usize,
    /// What kind of name (`PERSON`, `GPE`).
    pub label: &'a str,
}

impl Pipeline {
    /// Loads a pipeline; `file` gives the bytes of a file by its path in the pipeline's folder
    /// (`config.cfg`, `ner/model`), or `None` where there is none.
    ///
    /// # Errors
    /// When a file is missing or damaged, or a component is of an architecture that is not run;
    /// the error names it.
    pub fn load(file: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<Pipeline, LoadError> {
        load::load(&mut |path| file(path).map(Cow::Owned))
    }

    /// A reader with room of its own.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self)
    }
}
