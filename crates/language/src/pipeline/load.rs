//! Loading: from `config.cfg` to components that fit together.

use super::attribute_ruler::AttributeRuler;
use super::config::Config;
use super::edit_trees::{Backoff, EditTrees};
use super::entities::Entities;
use super::lemmatizer::Lemmatizer;
use super::lexeme::Norms;
use super::lookups::Lookups;
use super::morphologizer::Morphologizer;
use super::names::{Name, Names};
use super::parser::Parser;
use super::tagger::Tagger;
use super::tok2vec::Tok2Vec;
use super::tokenizer::Tokenizer;
use super::vectors::Vectors;
use super::weights::Weights;
use super::{LoadError, Own, Pipeline};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Between the two halves of a label that names another head.
const LIFTED: &str = "||";

/// Components of which the first runs before the second, where there are both.
const ORDER: &[(&str, &str)] = &[
    ("tagger", "attribute_ruler"),
    ("morphologizer", "attribute_ruler"),
    ("parser", "attribute_ruler"),
    ("parser", "senter"),
    ("attribute_ruler", "lemmatizer"),
    ("morphologizer", "lemmatizer"),
    ("parser", "ner"),
    ("senter", "ner"),
];

/// Languages whose lemmatizer has rules of its own in spaCy's code; those of English and
/// French are run.
const OWN_LEMMATIZER: &[&str] = &[
    "ca", "el", "es", "ga", "ht", "it", "mk", "nl", "pl", "ru", "uk",
];

/// Layers with this name take what the shared encoder gives.
const LISTENER: &str = "tok2vec-listener";

/// Files that only packed pipelines have, in place of others: the tokenizer's rules and a
/// lemmatizer's tables worked out, and which vector a spelling has.
pub(super) const TOKENIZER: &str = "tokenizer/rules";
pub(super) const LEMMAS: &str = "tables";
pub(super) const KEYS: &str = "vocab/keys";

/// Gives the bytes of a file by its path.
pub(super) type Files<'a, 'b> = &'a mut dyn FnMut(&str) -> Option<Cow<'b, [u8]>>;

struct Loader<'a, 'b> {
    file: Files<'a, 'b>,
    config: Config,
    names: Names,
}

pub(super) fn load(file: Files<'_, '_>) -> Result<Pipeline, LoadError> {
    let config = file("config.cfg").ok_or_else(|| {
        let message = "is not there: this is no folder of a spaCy pipeline";
        LoadError::new("config.cfg", message)
    })?;
    let mut loader = Loader {
        file,
        config: Config::read(&String::from_utf8_lossy(&config)),
        names: Names::default(),
    };
    let mut pipeline = loader.bare()?;
    let disabled = loader.config.list("nlp", "disabled");
    let mut order = loader.config.list("nlp", "pipeline");
    order.retain(|name| !disabled.contains(name));
    loader.check_order(&order)?;
    for name in &order {
        loader.component(name, &mut pipeline)?;
    }
    if let Some(ruler) = &mut pipeline.attribute_ruler {
        ruler.index(&loader.names);
    }
    pipeline.names = loader.names;
    // Each encoder has them times its own weights.
    pipeline.vectors.forget_table();
    pipeline.check()?;
    Ok(pipeline)
}

impl<'b> Loader<'_, 'b> {
    fn must(&mut self, path: &str) -> Result<Cow<'b, [u8]>, LoadError> {
        (self.file)(path).ok_or_else(|| LoadError::new(path, "is not there, or cannot be read"))
    }

    /// Components are run in one order, one of a kind; a pipeline that has another order, or two
    /// of a kind, would read otherwise.
    fn check_order(&self, order: &[String]) -> Result<(), LoadError> {
        let factories: Vec<&str> = order.iter().map(|name| self.factory(name)).collect();
        let place = |factory: &str| factories.iter().position(|other| *other == factory);
        for (at, factory) in factories.iter().enumerate() {
            if place(factory) != Some(at) {
                let message = format!("is a second {factory}; only one of a kind is run");
                return Err(LoadError::new(&order[at], message));
            }
        }
        for (first, second) in ORDER {
            if place(first)
                .zip(place(second))
                .is_some_and(|(first, second)| first > second)
            {
                let message = format!("runs before {first}; only the usual order is run");
                return Err(LoadError::new(*second, message));
            }
        }
        Ok(())
    }

    /// What a component is.
    fn factory<'a>(&'a self, name: &'a str) -> &'a str {
        let factory = self.config.text(&format!("components.{name}"), "factory");
        factory.unwrap_or(name)
    }

    /// What every pipeline has.
    fn bare(&mut self) -> Result<Pipeline, LoadError> {
        let lookups = match (self.file)("vocab/lookups.bin") {
            Some(bytes) => Lookups::read(&bytes, "vocab/lookups.bin")?,
            None => Lookups::default(),
        };
        let keys = (self.file)(KEYS);
        let vectors = match (self.file)("vocab/vectors") {
            _ if keys.is_some() => Vectors::packed(&keys.unwrap_or_default())?,
            Some(table) => {
                let rows = self.must("vocab/key2row")?;
                let mode = (self.file)("vocab/vectors.cfg").unwrap_or_default();
                Vectors::read(&table, &rows, &mode)?
            }
            None => Vectors::default(),
        };
        let tokenizer = match (self.file)(TOKENIZER) {
            Some(packed) => Tokenizer::packed(&packed)?,
            None => Tokenizer::read(&self.must("tokenizer")?)?,
        };
        Ok(Pipeline {
            root: self.names.add("ROOT"),
            names: Names::default(),
            norms: Norms {
                words: lookups.words("lexeme_norm"),
            },
            vectors,
            tokenizer,
            shared: None,
            tagger: None,
            morphologizer: None,
            parser: None,
            senter: None,
            lifted: FxHashMap::default(),
            attribute_ruler: None,
            lemmatizer: None,
            edit_trees: None,
            entities: None,
        })
    }

    fn component(&mut self, name: &str, pipeline: &mut Pipeline) -> Result<(), LoadError> {
        let section = format!("components.{name}");
        match self.factory(name).to_owned().as_str() {
            "tok2vec" => {
                let weights = self.weights(name)?;
                pipeline.shared = Some(Tok2Vec::of(&weights, &pipeline.vectors)?);
            }
            "tagger" => {
                let weights = self.weights(name)?;
                let tagger = Tagger::of(&weights, &self.of(name, "cfg")?, name)?;
                let labels = tagger.labels.iter().map(|label| self.names.add(label));
                let labels = labels.collect();
                pipeline.tagger = Some(own(tagger, labels, &weights, &pipeline.vectors)?);
            }
            "morphologizer" => self.morphologizer(name, pipeline)?,
            "senter" => {
                let weights = self.weights(name)?;
                let labels = ["I", "S"].map(Box::from).to_vec();
                let tagger = Tagger::with(&weights, labels, name)?;
                let own = own(tagger, Vec::new(), &weights, &pipeline.vectors)?;
                pipeline.senter = Some(own);
            }
            "parser" => {
                let weights = self.weights(name)?;
                let parser = Parser::of(&weights, &self.of(name, "moves")?, name)?;
                let moves = parser.moves.iter();
                let labels: Vec<Name> = moves.map(|entry| self.names.add(&entry.label)).collect();
                for label in &labels {
                    self.lift(*label, pipeline);
                }
                pipeline.parser = Some(own(parser, labels, &weights, &pipeline.vectors)?);
            }
            "ner" => {
                let weights = self.weights(name)?;
                let entities = Entities::of(&weights, &self.of(name, "moves")?, name)?;
                let moves = entities.moves.iter();
                let labels = moves.map(|entry| self.names.add(&entry.label)).collect();
                pipeline.entities = Some(own(entities, labels, &weights, &pipeline.vectors)?);
            }
            "attribute_ruler" => {
                let patterns = self.of(name, "patterns")?;
                let ruler = AttributeRuler::read(&patterns, name, &mut self.names)?;
                pipeline.attribute_ruler = Some(ruler);
            }
            "lemmatizer" => pipeline.lemmatizer = Some(self.lemmatizer(name, &section)?),
            "trainable_lemmatizer" => self.edit_trees(name, &section, pipeline)?,
            other => {
                let message = format!(
                    "is a {other}, which is not run; leave it out with `nlp.disable_pipes` and \
                     save the pipeline anew"
                );
                return Err(LoadError::new(name, message));
            }
        }
        Ok(())
    }

    fn morphologizer(&mut self, name: &str, pipeline: &mut Pipeline) -> Result<(), LoadError> {
        let weights = self.weights(name)?;
        let morphologizer = Morphologizer::of(&weights, &self.of(name, "cfg")?, name)?;
        let values = morphologizer.values.iter();
        let labels = values.flat_map(|(morph, pos)| [self.names.add(morph), self.names.add(pos)]);
        let labels = labels.collect();
        let own = own(morphologizer, labels, &weights, &pipeline.vectors)?;
        pipeline.morphologizer = Some(own);
        Ok(())
    }

    fn lemmatizer(&mut self, name: &str, section: &str) -> Result<Lemmatizer, LoadError> {
        let language = self
            .config
            .text("nlp", "lang")
            .unwrap_or_default()
            .to_owned();
        if OWN_LEMMATIZER.contains(&language.as_str()) {
            let message = format!(
                "lemmas of the language {language} have rules that are not run; leave it out with \
                 `nlp.remove_pipe(\"{name}\")` and save the pipeline anew"
            );
            return Err(LoadError::new(name, message));
        }
        if let Some(packed) = (self.file)(&format!("{name}/{LEMMAS}")) {
            return Lemmatizer::packed(&packed, name);
        }
        let lookups = self.of(name, "lookups/lookups.bin")?;
        let lookups = Lookups::read(&lookups, name)?;
        match self.config.text(section, "mode").unwrap_or("lookup") {
            "rule" => Ok(Lemmatizer::of(&lookups, &language)),
            "lookup" => Ok(Lemmatizer::of_lookup(&lookups)),
            other => {
                let message = format!("mode {other} is not run, only rule and lookup");
                Err(LoadError::new(name, message))
            }
        }
    }

    fn edit_trees(
        &mut self,
        name: &str,
        section: &str,
        pipeline: &mut Pipeline,
    ) -> Result<(), LoadError> {
        let weights = self.weights(name)?;
        let (cfg, trees) = (self.of(name, "cfg")?, self.of(name, "trees")?);
        let strings = self.must("vocab/strings.json")?;
        let trees = EditTrees::of(&weights, [&cfg, &trees, &strings], name)?;
        let top_k = self.config.number(section, "top_k").unwrap_or(1);
        let backoff = match self.config.text(section, "backoff") {
            Some("orth") => Backoff::Spelling,
            Some("lower") => Backoff::Lower,
            None if !self.config.has(section, "backoff") => Backoff::Nothing,
            _ => return Err(LoadError::new(name, "has a backoff that is not run")),
        };
        let trees = trees.with(top_k as usize, backoff);
        let own = own(trees, Vec::new(), &weights, &pipeline.vectors)?;
        pipeline.edit_trees = Some(own);
        Ok(())
    }

    /// A file of a component.
    fn of(&mut self, component: &str, file: &str) -> Result<Cow<'b, [u8]>, LoadError> {
        self.must(&format!("{component}/{file}"))
    }

    fn weights(&mut self, name: &str) -> Result<Weights, LoadError> {
        let path = format!("{name}/model");
        Weights::read(&self.must(&path)?, &path)
    }

    /// Notes the halves of a label that names another head.
    fn lift(&mut self, label: Name, pipeline: &mut Pipeline) {
        let text = self.names.get(label).to_owned();
        if let Some((plain, above)) = text.split_once(LIFTED) {
            let halves = (self.names.add(plain).into(), self.names.add(above).into());
            pipeline.lifted.insert(label.into(), halves);
        }
    }
}

/// A component with its own encoder, where it does not listen to the shared one.
fn own<T>(
    component: T,
    labels: Vec<Name>,
    weights: &Weights,
    vectors: &Vectors,
) -> Result<Own<T>, LoadError> {
    let tok2vec = match weights.has(LISTENER) {
        true => None,
        false => Some(Tok2Vec::of(weights, vectors)?),
    };
    Ok(Own {
        component,
        tok2vec,
        labels,
    })
}

impl Pipeline {
    /// Whether every component takes rows as wide as its encoder gives.
    fn check(&self) -> Result<(), LoadError> {
        let shared = self.shared.as_ref();
        let fits = |own: &Option<Tok2Vec>, input: usize, name: &str| match own
            .as_ref()
            .or(shared)
            .map(Tok2Vec::width)
        {
            Some(width) if width == input => Ok(()),
            Some(_) => Err(LoadError::new(name, "takes rows of another width")),
            None => Err(LoadError::new(
                name,
                "listens to an encoder that is not there",
            )),
        };
        if let Some(own) = &self.tagger {
            fits(&own.tok2vec, own.component.input(), "tagger")?;
        }
        if let Some(own) = &self.parser {
            fits(&own.tok2vec, own.component.input(), "parser")?;
        }
        if let Some(own) = &self.morphologizer {
            fits(&own.tok2vec, own.component.tagger.input(), "morphologizer")?;
        }
        if let Some(own) = &self.senter {
            fits(&own.tok2vec, own.component.input(), "senter")?;
        }
        if let Some(own) = &self.edit_trees {
            fits(&own.tok2vec, own.component.input(), "trainable_lemmatizer")?;
        }
        if let Some(own) = &self.entities {
            fits(&own.tok2vec, own.component.input(), "ner")?;
        }
        Ok(())
    }
}
