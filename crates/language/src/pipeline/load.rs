//! Loading: from `config.cfg` to components that fit together.

use super::attribute_ruler::AttributeRuler;
use super::config::Config;
use super::entities::Entities;
use super::lemmatizer::Lemmatizer;
use super::lexeme::Norms;
use super::names::{Name, Names};
use super::parser::Parser;
use super::tagger::Tagger;
use super::tok2vec::Tok2Vec;
use super::tokenizer::Tokenizer;
use super::vectors::{Lookups, Vectors};
use super::weights::Weights;
use super::{LoadError, Own, Pipeline};
use rustc_hash::FxHashMap;

/// Between the two halves of a label that names another head.
const LIFTED: &str = "||";

/// Layers with this name take what the shared encoder gives.
const LISTENER: &str = "tok2vec-listener";

struct Loader<'a> {
    file: &'a mut dyn FnMut(&str) -> Option<Vec<u8>>,
    config: Config,
    names: Names,
}

pub(super) fn load(file: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<Pipeline, LoadError> {
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
    for name in loader.config.list("nlp", "pipeline") {
        if !disabled.contains(&name) {
            loader.component(&name, &mut pipeline)?;
        }
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

impl Loader<'_> {
    fn must(&mut self, path: &str) -> Result<Vec<u8>, LoadError> {
        (self.file)(path).ok_or_else(|| LoadError::new(path, "is not there"))
    }

    /// What every pipeline has.
    fn bare(&mut self) -> Result<Pipeline, LoadError> {
        let lookups = match (self.file)("vocab/lookups.bin") {
            Some(bytes) => Lookups::read(&bytes, "vocab/lookups.bin")?,
            None => Lookups::default(),
        };
        let vectors = match (self.file)("vocab/vectors") {
            Some(table) => {
                let rows = self.must("vocab/key2row")?;
                let mode = (self.file)("vocab/vectors.cfg").unwrap_or_default();
                Vectors::read(&table, &rows, &mode)?
            }
            None => Vectors::default(),
        };
        let tokenizer = Tokenizer::read(&self.must("tokenizer")?)?;
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
            parser: None,
            lifted: FxHashMap::default(),
            attribute_ruler: None,
            lemmatizer: None,
            entities: None,
        })
    }

    fn component(&mut self, name: &str, pipeline: &mut Pipeline) -> Result<(), LoadError> {
        let section = format!("components.{name}");
        let factory = self
            .config
            .text(&section, "factory")
            .unwrap_or(name)
            .to_owned();
        let path = |file: &str| format!("{name}/{file}");
        match factory.as_str() {
            "tok2vec" => {
                let weights = self.weights(name)?;
                pipeline.shared = Some(Tok2Vec::of(&weights, &pipeline.vectors, name)?);
            }
            "tagger" => {
                let weights = self.weights(name)?;
                let tagger = Tagger::of(&weights, &self.must(&path("cfg"))?, name)?;
                let labels = tagger.labels.iter().map(|label| self.names.add(label));
                let labels = labels.collect();
                pipeline.tagger = Some(own(tagger, labels, &weights, &pipeline.vectors, name)?);
            }
            "parser" => {
                let weights = self.weights(name)?;
                let parser = Parser::of(&weights, &self.must(&path("moves"))?, name)?;
                let labels: Vec<Name> = parser
                    .moves
                    .iter()
                    .map(|entry| self.names.add(&entry.label))
                    .collect();
                for label in &labels {
                    self.lift(*label, pipeline);
                }
                pipeline.parser = Some(own(parser, labels, &weights, &pipeline.vectors, name)?);
            }
            "ner" => {
                let weights = self.weights(name)?;
                let entities = Entities::of(&weights, &self.must(&path("moves"))?, name)?;
                let labels = entities
                    .moves
                    .iter()
                    .map(|entry| self.names.add(&entry.label));
                let labels = labels.collect();
                pipeline.entities = Some(own(entities, labels, &weights, &pipeline.vectors, name)?);
            }
            "attribute_ruler" => {
                let patterns = self.must(&path("patterns"))?;
                let ruler = AttributeRuler::read(&patterns, name, &mut self.names)?;
                pipeline.attribute_ruler = Some(ruler);
            }
            "lemmatizer" => {
                let mode = self.config.text(&section, "mode").unwrap_or("lookup");
                if mode != "rule" {
                    let message = format!("mode {mode} is not run, only rule");
                    return Err(LoadError::new(name, message));
                }
                let path = path("lookups/lookups.bin");
                let lookups = Lookups::read(&self.must(&path)?, &path)?;
                let language = self.config.text("nlp", "lang").unwrap_or_default();
                pipeline.lemmatizer = Some(Lemmatizer::of(&lookups, language));
            }
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
    name: &str,
) -> Result<Own<T>, LoadError> {
    let tok2vec = match weights.has(LISTENER) {
        true => None,
        false => Some(Tok2Vec::of(weights, vectors, name)?),
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
        if let Some(own) = &self.entities {
            fits(&own.tok2vec, own.component.input(), "ner")?;
        }
        Ok(())
    }
}
