//! The weights of one component: its layers in breadth-first order, each with a name, dimensions
//! and arrays; as the library `thinc` writes them, or packed as the bundled model has them.

use super::error::LoadError;
use super::numbers::Numbers;
use super::packed::{Array, get, text, unpack, whole};
use super::short::Stored;
use rmpv::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A file of packed layers starts so; MessagePack never does, as it is no map.
const PACKED: &[u8] = b"depeche-weights\n";

/// The layers of one model.
#[derive(Debug)]
pub(crate) struct Weights {
    part: String,
    pub(crate) layers: Vec<Layer>,
}

/// One layer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Layer {
    #[serde(skip)]
    part: String,
    /// Its place among the layers of the model.
    #[serde(skip)]
    pub(crate) index: usize,
    pub(crate) name: String,
    /// `nO`, `nI`, `nP`.
    sizes: BTreeMap<String, u64>,
    /// Layers that this one calls by a name, by index.
    references: BTreeMap<String, u64>,
    /// `seed`, `column`.
    numbers: BTreeMap<String, u64>,
    columns: Vec<String>,
    pub(crate) arrays: BTreeMap<String, Stored>,
    /// The greatest number that it is to take, where it computes in whole numbers.
    pub(crate) greatest: Option<f32>,
}

impl Weights {
    /// Reads a component's `model` file.
    pub(crate) fn read(bytes: &[u8], part: &str) -> Result<Weights, LoadError> {
        let mut layers = match bytes.strip_prefix(PACKED) {
            Some(packed) => postcard::from_bytes(packed)
                .map_err(|error| LoadError::new(part, format!("is damaged ({error})")))?,
            None => of_thinc(bytes, part)?,
        };
        for (index, layer) in layers.iter_mut().enumerate() {
            layer.part = part.to_owned();
            layer.index = index;
        }
        let part = part.to_owned();
        Ok(Weights { part, layers })
    }

    /// The bytes of a file of packed layers.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let mut bytes = PACKED.to_vec();
        // Writing to memory cannot fail, and no map or list is of unknown length.
        bytes.extend(postcard::to_stdvec(&self.layers).unwrap_or_default());
        bytes
    }

    /// The file that they were read from.
    pub(crate) fn part(&self) -> &str {
        &self.part
    }

    /// The layers with this name, in order.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Layer> {
        self.layers.iter().filter(move |layer| layer.name == name)
    }

    /// The only layer, or the first, with this name.
    pub(crate) fn one(&self, name: &str) -> Result<&Layer, LoadError> {
        let mut layers = self.layers.iter();
        layers
            .find(|layer| layer.name == name)
            .ok_or_else(|| LoadError::new(&self.part, format!("has no layer {name}")))
    }

    /// The layer that the whole model calls so: `lower`, `upper`.
    pub(crate) fn referred(&self, name: &str) -> Option<&Layer> {
        let index = *self.layers.first()?.references.get(name)?;
        self.layers.get(usize::try_from(index).ok()?)
    }

    /// Whether a layer's name starts so.
    pub(crate) fn has(&self, start: &str) -> bool {
        self.layers
            .iter()
            .any(|layer| layer.name.starts_with(start))
    }
}

impl Layer {
    /// A dimension: `nO`, `nI`, `nP`.
    pub(crate) fn size(&self, name: &str) -> Result<usize, LoadError> {
        let size = self.sizes.get(name).map(|size| *size as usize);
        size.ok_or_else(|| self.wrong(&format!("has no dimension {name}")))
    }

    /// An array, as it is stored.
    pub(crate) fn stored(&self, name: &str) -> Result<&Stored, LoadError> {
        let stored = self.arrays.get(name);
        stored.ok_or_else(|| self.wrong(&format!("has no array {name}")))
    }

    /// An array, as floating-point numbers.
    pub(crate) fn array(&self, name: &str) -> Result<Array, LoadError> {
        let floats = self.stored(name)?.floats();
        floats.ok_or_else(|| self.wrong(&format!("has an array {name} of another size than said")))
    }

    /// An array's rows, as small as they are stored.
    pub(crate) fn rows(&self, name: &str) -> Result<Numbers, LoadError> {
        let rows = self.stored(name)?.numbers();
        rows.ok_or_else(|| self.wrong(&format!("has an array {name} of another size than said")))
    }

    /// A whole number among its attributes: `seed`, `column`.
    pub(crate) fn number(&self, name: &str) -> Result<u64, LoadError> {
        let number = self.numbers.get(name).copied();
        number.ok_or_else(|| self.wrong(&format!("has no number {name}")))
    }

    /// The attributes of a word that it takes.
    pub(crate) fn columns(&self) -> Result<&[String], LoadError> {
        match self.columns.as_slice() {
            [] => Err(self.wrong("has no list of columns")),
            columns => Ok(columns),
        }
    }

    /// The file that it is from, and its place there.
    pub(crate) fn place(&self) -> (Box<str>, usize) {
        (self.part.as_str().into(), self.index)
    }

    fn wrong(&self, message: &str) -> LoadError {
        LoadError::new(&self.part, format!("layer {} {message}", self.name))
    }
}

/// Reads the layers of a model that thinc wrote.
fn of_thinc(bytes: &[u8], part: &str) -> Result<Vec<Layer>, LoadError> {
    let value = unpack(bytes, part)?;
    let list = |key: &str| {
        let list = get(&value, key).and_then(Value::as_array);
        list.ok_or_else(|| LoadError::new(part, format!("is no model: it has no {key}")))
    };
    let layers = list("nodes")?.iter().zip(list("params")?);
    let layers = layers.zip(list("attrs")?);
    let layers = layers.map(|((node, arrays), attributes)| {
        let name = get(node, "name").and_then(text).unwrap_or_default();
        let mut layer = Layer {
            name: name.to_owned(),
            sizes: numbers(get(node, "dims")),
            references: numbers(get(node, "refs")),
            numbers: numbers(Some(attributes)),
            columns: columns(attributes)?,
            ..Layer::default()
        };
        for (name, array) in named(Some(arrays)) {
            if !array.is_nil() {
                let array = Array::of(array, part)?;
                layer.arrays.insert(name.to_owned(), Stored::of(&array));
            }
        }
        Ok(layer)
    });
    layers.collect()
}

/// The entries of a map that have names.
fn named(map: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let entries = map.and_then(Value::as_map).into_iter().flatten();
    entries.filter_map(|(name, value)| Some((text(name)?, value)))
}

fn numbers(map: Option<&Value>) -> BTreeMap<String, u64> {
    let numbers = named(map).filter_map(|(name, value)| Some((name.to_owned(), whole(value)?)));
    numbers.collect()
}

fn columns(attributes: &Value) -> Result<Vec<String>, LoadError> {
    let packed = match get(attributes, "columns") {
        Some(Value::Binary(bytes)) => unpack(bytes, "columns")?,
        Some(other) => other.clone(),
        None => Value::Nil,
    };
    let words = packed.as_array().into_iter().flatten().filter_map(text);
    Ok(words.map(str::to_owned).collect())
}
