//! From a [`Clause`] to the engine's query.

mod dates;
mod keys;
mod prefix;
mod rounded;

pub(crate) use prefix::Gathered;
pub(crate) use rounded::STEPS_PER_POINT;

use crate::schema::Fields;
use crate::{Clause, Field};
use dates::DatesQuery;
use keys::KeysQuery;
use prefix::PrefixQuery;
use rounded::RoundedQuery;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query,
    TermQuery,
};
use tantivy::schema::IndexRecordOption;

/// What clauses are compiled against.
#[derive(Clone, Copy)]
pub(crate) struct Compiler<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) gathered: &'a Gathered,
}

impl Compiler<'_> {
    /// Makes the engine's query; a stem asked of a field that has none is asked as a word.
    pub(crate) fn compile(self, clause: &Clause) -> Box<dyn Query> {
        let fields = self.fields;
        match clause {
            Clause::Everything => constant(Box::new(AllQuery)),
            Clause::Nothing => Box::new(EmptyQuery),
            Clause::Stem(field, stem) => {
                let engine_field = fields.stemmed(*field).unwrap_or(fields.folded(*field));
                term(Term::from_field_text(engine_field, stem))
            }
            Clause::Word(field, word) => term(text_term(fields, *field, word)),
            Clause::Phrase(field, words) => phrase(fields, *field, words),
            Clause::Prefix(field, prefix) => Box::new(PrefixQuery {
                field: fields.folded(*field),
                prefix: prefix.clone(),
                gathered: self.gathered.clone(),
            }),
            Clause::Dates(from, to) => Box::new(DatesQuery {
                from: *from,
                to: *to,
            }),
            Clause::Keys(keys) => Box::new(KeysQuery { keys: keys.clone() }),
            Clause::All(clauses) => self.all(clauses),
            Clause::Any(clauses) => self.any(clauses),
            Clause::Not(_) => self.all(std::slice::from_ref(clause)),
            Clause::Prefer(required, wished) => self.prefer(required, wished),
        }
    }

    fn all(self, clauses: &[Clause]) -> Box<dyn Query> {
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for clause in clauses {
            parts.push(match clause {
                Clause::Not(inner) => (Occur::MustNot, self.compile(inner)),
                other => (Occur::Must, self.compile(other)),
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

    fn any(self, clauses: &[Clause]) -> Box<dyn Query> {
        let parts = clauses.iter().map(|clause| self.compile(clause));
        Box::new(BooleanQuery::union(parts.collect()))
    }

    fn prefer(self, required: &Clause, wished: &[(Clause, f32)]) -> Box<dyn Query> {
        let mut parts = vec![(Occur::Must, self.compile(required))];
        for (clause, factor) in wished {
            let boosted = BoostQuery::new(self.compile(clause), *factor);
            parts.push((Occur::Should, Box::new(boosted)));
        }
        Box::new(BooleanQuery::new(parts))
    }
}

fn term(term: Term) -> Box<dyn Query> {
    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(RoundedQuery(query))
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
            Box::new(RoundedQuery(PhraseQuery::new(terms.collect())))
        }
    }
}
