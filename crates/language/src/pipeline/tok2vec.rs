//! Words as rows of numbers that know their neighbours: `MultiHashEmbed` and
//! `MaxoutWindowEncoder` of spaCy.
//!
//! Each attribute of a word chooses four rows of a table by hash (Svenstrup and others 2017); the
//! sums, and the word's static vector, go through a maxout layer; then each layer looks at the row
//! before and the row after (Collobert and others 2011) and is added to what went in.

use super::error::LoadError;
use super::lexeme::Lexeme;
use super::matrix::{Maxout, product};
use super::strings::row_hashes;
use super::vectors::Vectors;
use super::weights::{Layer, Weights};

/// Embeds and encodes.
#[derive(Debug)]
pub(crate) struct Tok2Vec {
    tables: Vec<Table>,
    /// Static vectors times their weights; a row a vector.
    projected: Option<Vec<f32>>,
    reduce: Maxout,
    encode: Vec<Maxout>,
}

/// One attribute's table.
#[derive(Debug)]
struct Table {
    attribute: Attribute,
    seed: u32,
    rows: Vec<f32>,
    width: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Orth,
    Norm,
    Prefix,
    Suffix,
    Shape,
    Spacy,
    IsSpace,
}

/// A word as it is embedded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Embedded<'a> {
    pub(crate) lexeme: &'a Lexeme,
    /// The number of its norm, which the tokenizer may have set.
    pub(crate) norm: u64,
    /// Whether a space follows.
    pub(crate) spacy: bool,
}

/// Room to work in, kept from text to text.
#[derive(Debug, Default)]
pub(crate) struct Room {
    first: Vec<f32>,
    windows: Vec<f32>,
    wide: Vec<f32>,
    layer: Vec<f32>,
}

impl Tok2Vec {
    /// Builds it from the layers of a component.
    pub(crate) fn of(
        weights: &Weights,
        vectors: &Vectors,
        part: &str,
    ) -> Result<Tok2Vec, LoadError> {
        let columns = weights.one("extract_features")?.words("columns")?;
        let attributes: Vec<Attribute> = columns
            .iter()
            .map(|column| attribute(column, part))
            .collect::<Result<_, _>>()?;
        let tables: Vec<Table> = weights
            .named("hashembed")
            .map(|layer| table(layer, &attributes))
            .collect::<Result<_, _>>()?;
        let projected = match weights.named("static_vectors").next() {
            Some(layer) => Some(projected(layer, vectors, part)?),
            None => None,
        };
        let layers = weights.named("maxout").zip(weights.named("layernorm"));
        let mut layers: Vec<Maxout> = layers
            .map(|(maxout, norm)| Maxout::of(maxout, norm))
            .collect::<Result<_, _>>()?;
        let encoding = layers.split_off(layers.len().min(1));
        let tok2vec = layers.pop().map(|reduce| Tok2Vec {
            tables,
            projected,
            reduce,
            encode: encoding,
        });
        let fits = |tok2vec: &Tok2Vec| {
            let width = tok2vec.reduce.width();
            let rows: usize = tok2vec.tables.iter().map(|table| table.width).sum();
            let vector = tok2vec.projected.as_ref().map_or(0, |_| width);
            tok2vec.reduce.input() == rows + vector
                && tok2vec
                    .encode
                    .iter()
                    .all(|layer| layer.input() == 3 * width)
                && tok2vec.encode.iter().all(|layer| layer.width() == width)
        };
        tok2vec.filter(fits).ok_or_else(|| {
            let message = "is no MultiHashEmbed with a MaxoutWindowEncoder of window 1; \
                           only those are run";
            LoadError::new(part, message)
        })
    }

    /// How many numbers a word has.
    pub(crate) fn width(&self) -> usize {
        self.reduce.width()
    }

    /// Writes a row for each word.
    pub(crate) fn apply(
        &self,
        words: &[Embedded<'_>],
        vectors: &Vectors,
        room: &mut Room,
        out: &mut Vec<f32>,
    ) {
        let width = self.width();
        room.first.clear();
        for word in words {
            self.embed(word, vectors, &mut room.first);
        }
        self.reduce
            .apply(&room.first, &mut room.wide, &mut room.layer);
        // Rows of nothing on both sides: they take part, as in training.
        let pad = self.encode.len();
        out.clear();
        out.resize(pad * width, 0.0);
        out.extend_from_slice(&room.layer);
        out.resize(out.len() + pad * width, 0.0);
        for layer in &self.encode {
            windows(out, width, &mut room.windows);
            layer.apply(&room.windows, &mut room.wide, &mut room.layer);
            out.iter_mut()
                .zip(&room.layer)
                .for_each(|(row, added)| *row += added);
        }
        out.truncate(out.len() - pad * width);
        out.drain(..pad * width);
    }

    fn embed(&self, word: &Embedded<'_>, vectors: &Vectors, out: &mut Vec<f32>) {
        for table in &self.tables {
            let from = out.len();
            out.resize(from + table.width, 0.0);
            table.add(table.attribute.of(word), &mut out[from..]);
        }
        if let Some(projected) = &self.projected {
            let width = self.width();
            let from = out.len();
            out.resize(from + width, 0.0);
            if let Some(row) = vectors.row(word.lexeme.orth) {
                out[from..].copy_from_slice(&projected[row * width..(row + 1) * width]);
            }
        }
    }
}

impl Table {
    /// Adds the four rows of a value.
    fn add(&self, value: u64, out: &mut [f32]) {
        let count = self.rows.len() / self.width;
        for hash in row_hashes(value, self.seed) {
            let row = hash as usize % count;
            let row = &self.rows[row * self.width..(row + 1) * self.width];
            out.iter_mut()
                .zip(row)
                .for_each(|(sum, number)| *sum += number);
        }
    }
}

impl Attribute {
    fn of(self, word: &Embedded<'_>) -> u64 {
        match self {
            Attribute::Orth => word.lexeme.orth,
            Attribute::Norm => word.norm,
            Attribute::Prefix => word.lexeme.prefix,
            Attribute::Suffix => word.lexeme.suffix,
            Attribute::Shape => word.lexeme.shape,
            Attribute::Spacy => word.spacy.into(),
            Attribute::IsSpace => word.lexeme.is_space.into(),
        }
    }
}

fn attribute(name: &str, part: &str) -> Result<Attribute, LoadError> {
    Ok(match name {
        "ORTH" => Attribute::Orth,
        "NORM" => Attribute::Norm,
        "PREFIX" => Attribute::Prefix,
        "SUFFIX" => Attribute::Suffix,
        "SHAPE" => Attribute::Shape,
        "SPACY" => Attribute::Spacy,
        "IS_SPACE" => Attribute::IsSpace,
        other => {
            let message = format!("embeds the attribute {other}, which is not run");
            return Err(LoadError::new(part, message));
        }
    })
}

fn table(layer: &Layer, attributes: &[Attribute]) -> Result<Table, LoadError> {
    let rows = layer.array("E")?;
    let column = layer.number("column")? as usize;
    let width = rows.shape.last().copied().unwrap_or(0);
    let table = attributes.get(column).map(|attribute| Table {
        attribute: *attribute,
        seed: layer.number("seed").unwrap_or_default() as u32,
        rows: rows.values,
        width,
    });
    table
        .filter(|table| width > 0 && !table.rows.is_empty())
        .ok_or_else(|| LoadError::new(&layer.name, "has no rows, or no attribute"))
}

fn projected(layer: &Layer, vectors: &Vectors, part: &str) -> Result<Vec<f32>, LoadError> {
    let weights = layer.array("W")?;
    let &[output, input] = weights.shape.as_slice() else {
        return Err(LoadError::new(part, "static vectors have no weights"));
    };
    let &[count, width] = vectors.table.shape.as_slice() else {
        return Err(LoadError::new(part, "needs vectors, and there are none"));
    };
    if width != input {
        return Err(LoadError::new(part, "needs vectors of another width"));
    }
    let mut projected = vec![0.0; count * output];
    let sizes = [count, input, output];
    product(
        &vectors.table.values,
        &weights.values,
        sizes,
        &mut projected,
    );
    Ok(projected)
}

/// Each row with the one before and the one after; nothing beyond the ends.
fn windows(rows: &[f32], width: usize, out: &mut Vec<f32>) {
    out.clear();
    out.reserve(3 * rows.len());
    for at in (0..rows.len()).step_by(width) {
        match at {
            0 => out.resize(out.len() + width, 0.0),
            _ => out.extend_from_slice(&rows[at - width..at]),
        }
        out.extend_from_slice(&rows[at..at + width]);
        match rows.get(at + width..at + 2 * width) {
            Some(next) => out.extend_from_slice(next),
            None => out.resize(out.len() + width, 0.0),
        }
    }
}
