//! The engine's schema, one for both indexes.

use crate::analyzer::{FOLDED, STEMMED};
use crate::field::Field;
use tantivy::schema::{
    FAST, Field as EngineField, INDEXED, IndexRecordOption, NumericOptions, Schema,
    TextFieldIndexing, TextOptions,
};

/// The schema and its field handles.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    pub(crate) key: EngineField,
    pub(crate) document: EngineField,
    pub(crate) event: EngineField,
    pub(crate) day: EngineField,
    pub(crate) earliest: EngineField,
    pub(crate) latest: EngineField,
    folded: Vec<EngineField>,
    stemmed: Vec<Option<EngineField>>,
}

pub(crate) const KEY: &str = "key";
pub(crate) const DOCUMENT: &str = "document";
pub(crate) const EVENT: &str = "event";
pub(crate) const DAY: &str = "day";
pub(crate) const EARLIEST: &str = "earliest";
pub(crate) const LATEST: &str = "latest";

/// What an undated document has as its earliest day, and below zero as its latest: farther off
/// than any day. Every document has both, as a column without gaps is read at once.
pub(crate) const UNDATED: i64 = 1 << 31;

impl Fields {
    pub(crate) fn new() -> Fields {
        let mut builder = Schema::builder();
        let number = NumericOptions::default() | FAST;
        let identity = number.clone() | INDEXED;
        Fields {
            key: builder.add_u64_field(KEY, identity.clone()),
            document: builder.add_u64_field(DOCUMENT, identity),
            event: builder.add_u64_field(EVENT, number.clone()),
            day: builder.add_i64_field(DAY, number.clone()),
            earliest: builder.add_i64_field(EARLIEST, number.clone()),
            latest: builder.add_i64_field(LATEST, number.clone()),
            folded: Field::ALL
                .iter()
                .map(|field| builder.add_text_field(field.name(), folded_options(*field)))
                .collect(),
            stemmed: Field::ALL
                .iter()
                .map(|field| {
                    let name = format!("{}.{STEMMED}", field.name());
                    field
                        .is_stemmed()
                        .then(|| builder.add_text_field(&name, stemmed_options()))
                })
                .collect(),
            schema: builder.build(),
        }
    }

    pub(crate) fn folded(&self, field: Field) -> EngineField {
        self.folded[field as usize]
    }

    pub(crate) fn stemmed(&self, field: Field) -> Option<EngineField> {
        self.stemmed[field as usize]
    }
}

fn folded_options(field: Field) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(FOLDED)
        .set_fieldnorms(field.is_stemmed())
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    match field.is_counted() {
        true => options.set_fast("raw"),
        false => options,
    }
}

fn stemmed_options() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(STEMMED)
        .set_index_option(IndexRecordOption::WithFreqs);
    TextOptions::default().set_indexing_options(indexing)
}
