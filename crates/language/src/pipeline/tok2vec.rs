//! Words as rows of numbers that know their neighbours: `MultiHashEmbed` and
//! `MaxoutWindowEncoder` of spaCy.
//!
//! Each attribute of a word chooses four rows of a table by hash (Svenstrup and others 2017); the
//! sums, and the word's static vector, go through a maxout layer; then each layer looks at the row
//! before and the row after (Collobert and others 2011) and is added to what went in.

use super::error::LoadError;
use super::lexeme::Lexeme;
use super::matrix::{Linear, Maxout, Rows, Split, Work, product, turned};
use super::numbers::Numbers;
use super::packed::Array;
use super::remembered::{AT_ONCE, Remembered};
use super::strings::row_hashes;
use super::vectors::Vectors;
use super::weights::{Layer, Weights};
use depeche_kernel::{add, add_three};

/// Embeds and encodes.
#[derive(Debug)]
pub(crate) struct Tok2Vec {
    tables: Vec<Table>,
    /// Static vectors times their weights; a row a vector.
    projected: Option<Numbers>,
    reduce: Maxout,
    encode: Vec<Maxout>,
}

/// One attribute's table.
#[derive(Debug)]
struct Table {
    attribute: Attribute,
    seed: u32,
    rows: Numbers,
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
    pub(crate) spelling: &'a str,
    pub(crate) lexeme: &'a Lexeme,
    /// The number of its norm, which the tokenizer may have set.
    pub(crate) norm: u64,
    /// Whether a space follows.
    pub(crate) spacy: bool,
}

/// Room for one encoder to work in, kept from text to text.
#[derive(Debug, Default)]
pub(crate) struct Room {
    /// What came out last: a row for each word.
    pub(crate) rows: Vec<f32>,
    /// Rows of the words at work and of nothing on both sides.
    near: Vec<f32>,
    remembered: Remembered,
    first: Vec<f32>,
    worked_out: Vec<f32>,
    /// Of the words at work, the places of their rows.
    places: Vec<usize>,
    /// The slots of all rows' sums; of rows of nothing, none.
    slots: Vec<Option<usize>>,
    /// Slots that are still to be filled.
    fresh: Vec<usize>,
    work: Work,
    layer: Vec<f32>,
}

/// The array of static vectors that have been multiplied already.
pub(crate) const PROJECTED: &str = "P";

/// So many windows are finished at once.
const WINDOWS: usize = 48;

impl Tok2Vec {
    /// Builds it from the layers of a component.
    pub(crate) fn of(weights: &Weights, vectors: &Vectors) -> Result<Tok2Vec, LoadError> {
        let part = weights.part();
        let columns = weights.one("extract_features")?.columns()?;
        let attributes: Vec<Attribute> = columns
            .iter()
            .map(|column| attribute(column, part))
            .collect::<Result<_, _>>()?;
        let tables: Vec<Table> = weights
            .named("hashembed")
            .map(|layer| table(layer, &attributes))
            .collect::<Result<_, _>>()?;
        let projected = match weights.named("static_vectors").next() {
            Some(layer) if layer.arrays.contains_key(PROJECTED) => Some(layer.rows(PROJECTED)?),
            Some(layer) => Some(projected(layer, vectors, part)?.into()),
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
            let rows: usize = tok2vec.tables.iter().map(|table| table.rows.width).sum();
            let vector = tok2vec.projected.as_ref().map_or(0, |_| width);
            tok2vec.reduce.input() == rows + vector
                && tok2vec
                    .encode
                    .iter()
                    .all(|layer| layer.input() == 3 * width)
                && tok2vec.encode.iter().all(|layer| layer.width() == width)
        };
        let mut tok2vec = tok2vec.filter(fits);
        let first = tok2vec
            .as_mut()
            .and_then(|tok2vec| tok2vec.encode.first_mut());
        first.into_iter().for_each(Maxout::prepare_split);
        tok2vec.ok_or_else(|| {
            let message = "is no MultiHashEmbed with a MaxoutWindowEncoder of window 1; \
                           only those are run";
            LoadError::new(part, message)
        })
    }

    /// How many numbers a word has.
    pub(crate) fn width(&self) -> usize {
        self.reduce.width()
    }

    /// Its layers that are products.
    pub(crate) fn linears(&mut self) -> Vec<&mut Linear> {
        let layers = std::iter::once(&mut self.reduce).chain(&mut self.encode);
        layers.map(|layer| &mut layer.linear).collect()
    }

    /// Writes a row for each word to `room.rows`.
    pub(crate) fn apply(&self, words: &[Embedded<'_>], vectors: &Vectors, room: &mut Room) {
        let (width, pad, reach) = (self.width(), self.pad(), self.encode.len());
        room.rows.clear();
        room.rows.reserve_exact(words.len() * width);
        // A word's row depends on so many on either side; with these the others need no room.
        let lot = (2 * AT_ONCE).saturating_sub(2 * reach).max(AT_ONCE);
        for from in (0..words.len()).step_by(lot) {
            let to = (from + lot).min(words.len());
            let start = from.saturating_sub(reach);
            let end = (to + reach).min(words.len());
            self.encode(&words[start..end], vectors, room);
            let inner = (pad + from - start) * width..(pad + to - start) * width;
            room.rows.extend_from_slice(&room.near[inner]);
        }
    }

    /// Rows of nothing on both sides take part, as in training; one more is their neighbour.
    fn pad(&self) -> usize {
        self.encode.len() + 1
    }

    /// Writes a row for each of these words, as if there were no others, to `room.near`.
    fn encode(&self, words: &[Embedded<'_>], vectors: &Vectors, room: &mut Room) {
        let (width, pad) = (self.width(), self.pad());
        let split = self.encode.first().and_then(Maxout::split);
        room.begin(pad, width);
        for words in words.chunks(AT_ONCE) {
            self.first_rows(words, vectors, room);
            if let Some(split) = &split {
                room.remember_sums(split, width);
                room.finish_windows(split, width);
            }
        }
        room.near.resize(room.near.len() + pad * width, 0.0);
        if let Some(split) = &split {
            room.slots.resize(room.slots.len() + pad, None);
            room.finish_windows(split, width);
            room.add_layer(width);
        }
        for layer in self.encode.iter().skip(usize::from(split.is_some())) {
            let windows = Rows {
                numbers: &room.near,
                step: width,
            };
            layer.apply(windows, &mut room.work, &mut room.layer);
            room.add_layer(width);
        }
    }

    /// Adds the rows of words that do not know their neighbours: remembered, or worked out.
    fn first_rows(&self, words: &[Embedded<'_>], vectors: &Vectors, room: &mut Room) {
        room.remembered.begin();
        room.first.clear();
        room.places.clear();
        for word in words {
            let key = (word.lexeme.orth, word.norm, word.spacy);
            let (place, is_new) = room.remembered.place(key);
            if is_new {
                self.embed(word, vectors, &mut room.first);
            }
            room.places.push(place);
        }
        let first = Rows::apart(&room.first, self.reduce.input());
        self.reduce
            .apply(first, &mut room.work, &mut room.worked_out);
        room.remembered.add(&room.worked_out, self.width());
        let width = self.width();
        for place in &room.places {
            let row = &room.remembered.rows[place * width..(place + 1) * width];
            room.near.extend_from_slice(row);
        }
    }

    fn embed(&self, word: &Embedded<'_>, vectors: &Vectors, out: &mut Vec<f32>) {
        for table in &self.tables {
            let from = out.len();
            out.resize(from + table.rows.width, 0.0);
            table.add(table.attribute.of(word), &mut out[from..]);
        }
        if let Some(projected) = &self.projected {
            let width = self.width();
            let from = out.len();
            out.resize(from + width, 0.0);
            let rows = vectors.rows(word.spelling, word.lexeme.orth);
            let share = 1.0 / rows.len() as f32;
            for row in rows {
                projected.add(row, share, &mut out[from..]);
            }
        }
    }
}

impl Room {
    /// Starts with rows of nothing.
    fn begin(&mut self, pad: usize, width: usize) {
        self.near.clear();
        self.near.resize(pad * width, 0.0);
        self.slots.clear();
        self.slots.resize(pad, None);
        self.layer.clear();
    }

    /// Works out the sums that the words at work add to windows, where they are not remembered.
    fn remember_sums(&mut self, split: &Split<'_>, width: usize) {
        let count = split.sum_count();
        self.first.clear();
        self.fresh.clear();
        for place in &self.places {
            let (slot, is_new) = self.remembered.slot(*place, count);
            if is_new {
                let row = &self.remembered.rows[place * width..(place + 1) * width];
                self.first.extend_from_slice(row);
                self.fresh.push(slot);
            }
            self.slots.push(Some(slot));
        }
        let rows = self.first.chunks(WINDOWS * width);
        for (rows, slots) in rows.zip(self.fresh.chunks(WINDOWS)) {
            split.sums(rows, &mut self.work);
            for (slot, sums) in slots.iter().zip(self.work.sums.chunks_exact(count)) {
                self.remembered.sums(*slot, count).copy_from_slice(sums);
            }
        }
    }

    /// Adds the rows of the windows that are complete to the layer.
    fn finish_windows(&mut self, split: &Split<'_>, width: usize) {
        let count = split.sum_count();
        let part = count / 3;
        let nothing = vec![0; part];
        let all = self.remembered.all_sums();
        let sums = |slot: Option<usize>, at: usize| match slot {
            Some(slot) => &all[slot * count + at * part..slot * count + (at + 1) * part],
            None => &nothing[..],
        };
        // The first row and the last are nobody's window.
        let windows = self.slots.windows(3).skip(self.layer.len() / width);
        let windows: Vec<&[Option<usize>]> = windows.collect();
        for windows in windows.chunks(WINDOWS) {
            self.work.sums.resize(windows.len() * part, 0);
            for (window, out) in windows.iter().zip(self.work.sums.chunks_exact_mut(part)) {
                let three = [0, 1, 2].map(|at| sums(window[at], at));
                add_three(three, out);
            }
            split.finish(&self.work.sums, &mut self.layer);
        }
    }

    /// Adds what a layer gave to its rows, the first and the last aside.
    fn add_layer(&mut self, width: usize) {
        let inner = width..self.near.len() - width;
        add(&self.layer, &mut self.near[inner]);
    }
}

impl Table {
    /// Adds the four rows of a value.
    fn add(&self, value: u64, out: &mut [f32]) {
        let count = self.rows.count();
        for hash in row_hashes(value, self.seed) {
            self.rows.add(hash as usize % count, 1.0, out);
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
    let rows = layer.rows("E")?;
    let column = layer.number("column")? as usize;
    let table = attributes.get(column).map(|attribute| Table {
        attribute: *attribute,
        seed: layer.number("seed").unwrap_or_default() as u32,
        rows,
    });
    table
        .filter(|table| table.rows.count() > 0)
        .ok_or_else(|| LoadError::new(&layer.name, "has no rows, or no attribute"))
}

/// Static vectors times the weights of a layer, as the bundled model has them.
pub(crate) fn projected(layer: &Layer, vectors: &Vectors, part: &str) -> Result<Array, LoadError> {
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
    let order: Vec<usize> = (0..output).collect();
    let weights = turned(&weights.values, input, &order);
    let mut projected = vec![0.0; count * output];
    let rows = Rows::apart(&vectors.table.values, input);
    product(rows, &weights, input, &mut projected);
    Ok(Array {
        shape: vec![count, output],
        values: projected,
    })
}
