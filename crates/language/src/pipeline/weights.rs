//! The weights of one component, as the library `thinc` writes them: its layers in breadth-first
//! order, each with a name, dimensions and arrays.

use super::error::LoadError;
use super::packed::{Array, get, text, unpack, whole};
use rmpv::Value;

/// The layers of one model.
#[derive(Debug)]
pub(crate) struct Weights {
    part: String,
    layers: Vec<Layer>,
}

/// One layer.
#[derive(Debug)]
pub(crate) struct Layer {
    part: String,
    pub(crate) name: String,
    node: Value,
    params: Value,
    attributes: Value,
}

impl Weights {
    /// Reads a component's `model` file.
    pub(crate) fn read(bytes: &[u8], part: &str) -> Result<Weights, LoadError> {
        let value = unpack(bytes, part)?;
        let list = |key: &str| {
            let list = get(&value, key).and_then(Value::as_array).cloned();
            list.ok_or_else(|| LoadError::new(part, format!("is no model: it has no {key}")))
        };
        let (nodes, params, attributes) = (list("nodes")?, list("params")?, list("attrs")?);
        let layers = nodes.into_iter().zip(params).zip(attributes);
        Ok(Weights {
            part: part.to_owned(),
            layers: layers
                .map(|((node, params), attributes)| Layer {
                    part: part.to_owned(),
                    name: get(&node, "name")
                        .and_then(text)
                        .unwrap_or_default()
                        .to_owned(),
                    node,
                    params,
                    attributes,
                })
                .collect(),
        })
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
        let references = get(&self.layers.first()?.node, "refs")?;
        let index = get(references, name)?.as_u64()?;
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
        let sizes = get(&self.node, "dims");
        let size = sizes
            .and_then(|sizes| get(sizes, name))
            .and_then(Value::as_u64);
        let size = size.map(|size| size as usize);
        size.ok_or_else(|| self.wrong(&format!("has no dimension {name}")))
    }

    /// An array.
    pub(crate) fn array(&self, name: &str) -> Result<Array, LoadError> {
        let value = get(&self.params, name);
        let value = value.ok_or_else(|| self.wrong(&format!("has no array {name}")))?;
        Array::of(value, &self.part)
    }

    /// A whole number among its attributes: `seed`, `column`.
    pub(crate) fn number(&self, name: &str) -> Result<u64, LoadError> {
        let value = get(&self.attributes, name).and_then(whole);
        value.ok_or_else(|| self.wrong(&format!("has no number {name}")))
    }

    /// A list of words among its attributes: `columns`.
    pub(crate) fn words(&self, name: &str) -> Result<Vec<String>, LoadError> {
        let packed = match get(&self.attributes, name) {
            Some(Value::Binary(bytes)) => unpack(bytes, &self.part)?,
            Some(other) => other.clone(),
            None => Value::Nil,
        };
        let words = packed.as_array().map(|words| {
            let words = words.iter().filter_map(text);
            words.map(str::to_owned).collect()
        });
        words.ok_or_else(|| self.wrong(&format!("has no list {name}")))
    }

    fn wrong(&self, message: &str) -> LoadError {
        LoadError::new(&self.part, format!("layer {} {message}", self.name))
    }
}
