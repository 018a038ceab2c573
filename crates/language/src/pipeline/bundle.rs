//! A pipeline in one file: its small parts as they are, its weights in whole numbers, its vectors
//! multiplied already and in 8 bits, its spellings as fingerprints.

use super::lemmatizer::Lemmatizer;
use super::load::{KEYS, LEMMAS, TOKENIZER, load};
use super::matrix::{Linear, most_weight};
use super::short::Stored;
use super::tok2vec::{PROJECTED, projected};
use super::tokenizer::Tokenizer;
use super::vectors::Vectors;
use super::weights::{Layer, Weights};
use super::{LoadError, Pipeline};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicU32;

/// What a bundle starts with; the number goes up when older ones can no longer be read.
const HEAD: &[u8] = b"depeche-pipeline 1\n";

/// Inputs are to fit that are so much greater than the greatest seen while packing.
const MARGIN: f32 = 2.0;

/// Files of the vectors, in whose place a bundle has `vocab/keys`.
const VECTORS: [&str; 3] = ["vocab/vectors", "vocab/key2row", "vocab/vectors.cfg"];

/// A lemmatizer's tables in a pipeline's folder.
const LOOKUPS: &str = "lookups/lookups.bin";

#[derive(Debug, Serialize, Deserialize)]
struct Bundle<'a> {
    #[serde(borrow)]
    files: Vec<(&'a str, &'a [u8])>,
}

/// The greatest number that each layer took, by file and place in it.
type Greatest = BTreeMap<(Box<str>, usize), f32>;

impl Pipeline {
    /// Loads a pipeline from the bytes that [`Pipeline::pack`] made.
    ///
    /// # Errors
    /// When the bytes are damaged, or of another version.
    pub fn unpack(bytes: &[u8]) -> Result<Pipeline, LoadError> {
        let wrong = |message: String| LoadError::new("the bundled pipeline", message);
        let packed = bytes
            .strip_prefix(HEAD)
            .ok_or_else(|| wrong("is of another version than this program reads".to_owned()))?;
        let bundle: Bundle<'_> =
            postcard::from_bytes(packed).map_err(|error| wrong(format!("is damaged ({error})")))?;
        load(&mut |path| {
            let found = bundle.files.iter().find(|(name, _)| *name == path);
            found.map(|(_, bytes)| Cow::Borrowed(*bytes))
        })
    }

    /// Packs a pipeline; `file` gives its files as for [`Pipeline::load`], and `texts` show how
    /// great the numbers get that its layers take. The same pipeline and texts give the same bytes.
    ///
    /// # Errors
    /// When the pipeline cannot be loaded.
    pub fn pack(
        file: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
        texts: &[&str],
    ) -> Result<Vec<u8>, LoadError> {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut pipeline = load(&mut |path| {
            let bytes = file(path)?;
            files.insert(path.to_owned(), bytes.clone());
            Some(Cow::Owned(bytes))
        })?;
        let greatest = pipeline.watched(texts);
        let vectors = match (files.get(VECTORS[0]), files.get(VECTORS[1])) {
            (Some(table), Some(rows)) => {
                let mode = files.get(VECTORS[2]).map_or(&[][..], Vec::as_slice);
                Vectors::read(table, rows, mode)?
            }
            _ => Vectors::default(),
        };
        if let Some(keys) = vectors.pack() {
            VECTORS.iter().for_each(|name| drop(files.remove(*name)));
            files.insert(KEYS.to_owned(), keys);
        }
        if let Some(rules) = files.remove("tokenizer") {
            files.insert(TOKENIZER.to_owned(), Tokenizer::pack(&rules)?);
        }
        let tables = pipeline.lemmatizer.as_ref().and_then(Lemmatizer::pack);
        let lookups = files.keys().find(|path| path.ends_with(LOOKUPS)).cloned();
        if let Some((tables, path)) = tables.zip(lookups) {
            files.remove(&path);
            files.insert(path.replace(LOOKUPS, LEMMAS), tables);
        }
        for (path, bytes) in &mut files {
            if path.ends_with("/model") {
                let mut weights = Weights::read(bytes, path)?;
                for layer in &mut weights.layers {
                    shorten(layer, (&vectors, path), &greatest)?;
                }
                *bytes = weights.pack();
            }
        }
        let files = files.iter();
        let files = files.map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let bundle = Bundle {
            files: files.collect(),
        };
        let mut bytes = HEAD.to_vec();
        // Writing to memory cannot fail, and no list is of unknown length.
        bytes.extend(postcard::to_stdvec(&bundle).unwrap_or_default());
        Ok(bytes)
    }

    /// The greatest number that each layer takes while the texts are read.
    fn watched(&mut self, texts: &[&str]) -> Greatest {
        for linear in self.linears() {
            linear.watch = Some(AtomicU32::new(0));
        }
        let mut reader = self.reader();
        for text in texts {
            reader.read(text);
        }
        let seen = |linear: &mut Linear| {
            let bits = linear.watch.take().map(AtomicU32::into_inner);
            (linear.place.clone(), bits.map_or(0.0, f32::from_bits))
        };
        self.linears().into_iter().map(seen).collect()
    }

    /// Every layer that is a product.
    fn linears(&mut self) -> Vec<&mut Linear> {
        let mut linears = Vec::new();
        let mut encoders = vec![self.shared.as_mut()];
        if let Some(own) = &mut self.tagger {
            linears.push(&mut own.component.linear);
            encoders.push(own.tok2vec.as_mut());
        }
        if let Some(own) = &mut self.morphologizer {
            linears.push(&mut own.component.tagger.linear);
            encoders.push(own.tok2vec.as_mut());
        }
        if let Some(own) = &mut self.senter {
            linears.push(&mut own.component.linear);
            encoders.push(own.tok2vec.as_mut());
        }
        if let Some(own) = &mut self.edit_trees {
            linears.push(&mut own.component.linear);
            encoders.push(own.tok2vec.as_mut());
        }
        if let Some(own) = &mut self.parser {
            linears.extend(own.component.scorer.linears());
            encoders.push(own.tok2vec.as_mut());
        }
        if let Some(own) = &mut self.entities {
            linears.extend(own.component.scorer.linears());
            encoders.push(own.tok2vec.as_mut());
        }
        let encoders = encoders.into_iter().flatten();
        linears.extend(encoders.flat_map(|encoder| encoder.linears()));
        linears
    }
}

/// Stores the arrays of a layer in whole numbers, where they are large.
fn shorten(
    layer: &mut Layer,
    (vectors, path): (&Vectors, &str),
    greatest: &Greatest,
) -> Result<(), LoadError> {
    if layer.name == "static_vectors" && !vectors.table.values.is_empty() {
        let array = projected(layer, vectors, path)?;
        layer.arrays = BTreeMap::from([(PROJECTED.to_owned(), Stored::byte(&array))]);
        return Ok(());
    }
    let seen = greatest.get(&(Box::from(path), layer.index)).copied();
    if let Some(seen) = seen.filter(|seen| *seen > 0.0) {
        let array = layer.array("W")?;
        layer.greatest = Some(seen * MARGIN);
        layer
            .arrays
            .insert("W".to_owned(), Stored::short(&array, most_weight));
    }
    if let Ok(table) = layer.array("E") {
        let short = Stored::short(&table, |_| f32::from(i16::MAX));
        layer.arrays.insert("E".to_owned(), short);
    }
    Ok(())
}
