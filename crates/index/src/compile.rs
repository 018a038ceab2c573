//! From a [`Clause`] to the engine's query.

use crate::schema::Fields;
use crate::{Clause, Field};
use std::ops::Bound;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::IndexRecordOption;

/// Makes the engine's query; a stem asked of a field that has none is asked as a word.
pub(crate) fn compile(fields: &Fields, clause: &Clause) -> Box<dyn Query> {
    match clause {
        Clause::Everything => constant(Box::new(AllQuery)),
        Clause::Nothing => Box::new(EmptyQuery),
        Clause::Stem(field, stem) => {
            let engine_field = fields.stemmed(*field).unwrap_or(fields.folded(*field));
            term(Term::from_field_text(engine_field, stem))
        }
        Clause::Word(field, word) => term(text_term(fields, *field, word)),
        Clause::Phrase(field, words) => phrase(fields, *field, words),
        Clause::Prefix(field, prefix) => prefix_range(fields, *field, prefix),
        Clause::Dates(earliest, latest) => dates(fields, *earliest, *latest),
        Clause::Origins(least, most) => constant(Box::new(RangeQuery::new(
            Bound::Included(Term::from_field_u64(fields.origins, *least)),
            Bound::Included(Term::from_field_u64(fields.origins, *most)),
        ))),
        Clause::All(clauses) => all(fields, clauses),
        Clause::Any(clauses) => any(fields, clauses),
        Clause::Not(_) => all(fields, std::slice::from_ref(clause)),
        Clause::Prefer(required, wished) => prefer(fields, required, wished),
    }
}

fn term(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn text_term(fields: &Fields, field: Field, word: &str) -> Term {
    Term::from_field_text(fields.folded(field), word)
}

fn constant(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn phrase(fields: &Fields, field: Field, words: &[String]) -> Box<dyn Query> {
    match words {
        [] => Box::new(EmptyQuery),
        [word] => term(text_term(fields, field, word)),
        words => {
            let terms = words.iter().map(|word| text_term(fields, field, word));
            Box::new(PhraseQuery::new(terms.collect()))
        }
    }
}

fn prefix_range(fields: &Fields, field: Field, prefix: &str) -> Box<dyn Query> {
    // No word holds a byte 0xff, so this is past every word with the prefix. The term is made
    // from bytes because it is not UTF-8.
    let start = text_term(fields, field, prefix);
    let mut end = start.clone();
    end.append_bytes(&[0xff]);
    let range =
        tantivy::query::InvertedIndexRangeQuery::new(Bound::Included(start), Bound::Excluded(end));
    Box::new(ConstScoreQuery::new(Box::new(range), 1.0))
}

fn dates(fields: &Fields, earliest: Option<i32>, latest: Option<i32>) -> Box<dyn Query> {
    let day = |field, day: i32| Bound::Included(Term::from_field_i64(field, day.into()));
    let from = day(fields.latest, earliest.unwrap_or(i32::MIN));
    let to = day(fields.earliest, latest.unwrap_or(i32::MAX));
    constant(Box::new(BooleanQuery::intersection(vec![
        Box::new(RangeQuery::new(from, Bound::Unbounded)),
        Box::new(RangeQuery::new(Bound::Unbounded, to)),
    ])))
}

fn all(fields: &Fields, clauses: &[Clause]) -> Box<dyn Query> {
    let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for clause in clauses {
        parts.push(match clause {
            Clause::Not(inner) => (Occur::MustNot, compile(fields, inner)),
            other => (Occur::Must, compile(fields, other)),
        });
    }
    if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        parts.push((Occur::Must, constant(Box::new(AllQuery))));
    }
    match parts.len() {
        1 => parts.remove(0).1,
        _ => Box::new(BooleanQuery::new(parts)),
    }
}

fn any(fields: &Fields, clauses: &[Clause]) -> Box<dyn Query> {
    let parts = clauses.iter().map(|clause| compile(fields, clause));
    Box::new(BooleanQuery::union(parts.collect()))
}

fn prefer(fields: &Fields, required: &Clause, wished: &[(Clause, f32)]) -> Box<dyn Query> {
    let mut parts = vec![(Occur::Must, compile(fields, required))];
    for (clause, factor) in wished {
        let boosted = BoostQuery::new(compile(fields, clause), *factor);
        parts.push((Occur::Should, Box::new(boosted)));
    }
    Box::new(BooleanQuery::new(parts))
}
