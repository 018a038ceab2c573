//! Descriptions: noun phrases that point at people, bodies and places without naming them ("the
//! Danish adviser", "both countries", "troops"), and the adjectives of countries.
//!
//! They are cut from the trees: the head noun with all that stands before it and its "of". Whom
//! they mean is decided later, where it is clear.

mod phrase;
mod words;

use super::cased::is_capitals;
use crate::described::{described, is_person};
use crate::gazetteer::{country, main_name};
use crate::names::in_order;
use crate::title_words::{Parts, parts};
use crate::{Annotations, Annotator, EntityKind, Layer, Mention, MentionForm, Word};
use depeche_document::Document;
use depeche_text::{Span, fold};
use std::ops::RangeInclusive;
use words::{
    BODY_ADJECTIVES, DIRECTIONS, INDEFINITE, MINISTRIES, OFFICERS, REGION_ADJECTIVES,
    REGION_PEOPLES, SOLE, VAGUE, WHOLES,
};

/// A description is no longer than this many words on either side of its head.
const REACH: usize = 24;

/// Finds descriptions.
pub(super) struct Descriptions;

impl Annotator for Descriptions {
    fn name(&self) -> &'static str {
        "descriptions"
    }

    fn version(&self) -> u32 {
        3
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Words, Layer::Mentions]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Descriptions]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let text = annotations.text(document);
        let reader = Reader {
            telegraphic: is_capitals(document),
            text,
            words: &annotations.words,
            mentions: &annotations.mentions,
        };
        let found = (0..annotations.words.len()).filter_map(|at| reader.at(at));
        annotations.descriptions = in_order(found.collect());
    }
}

struct Reader<'a> {
    /// Whether the text had no small letters.
    telegraphic: bool,
    text: &'a str,
    words: &'a [Word],
    mentions: &'a [Mention],
}

impl Reader<'_> {
    /// The description whose head is a word, if there is one.
    fn at(&self, at: usize) -> Option<Mention> {
        let word = &self.words[at];
        let spelt = fold(word.span.slice(self.text));
        let officer = self.telegraphic && OFFICERS.contains(&spelt.as_ref());
        if !officer && !matches!(word.pos, "NOUN" | "PROPN" | "ADJ") {
            return None;
        }
        let named = self.named(word.span);
        if let Some(name) = named {
            if matches!(name.kind, EntityKind::Event | EntityKind::Document) {
                return self.inside(at);
            }
            let people = name.kind == EntityKind::Group && name.span == word.span;
            return if people {
                Some(self.adjective(at))
            } else {
                self.titled(at, name)
            };
        }
        if let Some(short) = self.short(at).filter(|_| self.telegraphic) {
            return Some(short);
        }
        if let Some(kind) = described(&spelt).filter(|_| officer || word.pos != "ADJ") {
            let mut start = self.start(at);
            while start < at && self.is_ornament(start) {
                start += 1;
            }
            let end = self.end(at);
            let definite = self.is_definite(start, at) && self.is_someone(at, start..=end, kind);
            let span = self.span(start, end);
            return definite.then(|| mention(span, kind, "tree:description"));
        }
        // Restored, "US" may be "us"; the pronoun has its own tag.
        let pronoun = spelt == "us" && (!self.telegraphic || word.tag.starts_with("PRP"));
        (!pronoun && (spelt == "us" || self.is_country(at))).then(|| self.adjective(at))
    }

    /// What a telegram says with one word: "Arab", "Communist", "naval", "Danish military", "Commerce".
    fn short(&self, at: usize) -> Option<Mention> {
        let word = &self.words[at];
        let spelt = fold(word.span.slice(self.text));
        let adjective = self.adjective(at);
        let body = || Mention {
            kind: EntityKind::Organization,
            ..adjective.clone()
        };
        match spelt.as_ref() {
            region if REGION_ADJECTIVES.contains(&region) && word.pos != "NOUN" => Some(adjective),
            people if REGION_PEOPLES.contains(&people) => Some(adjective),
            "communist" if word.pos == "ADJ" => Some(Mention {
                kind: EntityKind::Person,
                ..adjective
            }),
            "military" if word.pos == "ADJ" && adjective.span != word.span => Some(body()),
            body_of if BODY_ADJECTIVES.contains(&body_of) => Some(body()),
            field if MINISTRIES.contains(&field) && self.is_ministry(at) => {
                let by = "tree:description";
                Some(mention(word.span, EntityKind::Organization, by))
            }
            _ => None,
        }
    }

    /// A place or body in the name of an event or paper: "the Oslo Conference", "the UN Charter".
    fn inside(&self, at: usize) -> Option<Mention> {
        let span = self.words[at].span;
        let large = span.slice(self.text).starts_with(char::is_uppercase);
        let (kind, _) = main_name(span.slice(self.text)).filter(|_| large)?;
        let kept = matches!(kind, EntityKind::Place | EntityKind::Organization);
        (kept && self.words[at].tag.starts_with("NNP"))
            .then(|| mention(span, kind, "gazetteer:inside"))
    }

    /// "Ask Commerce", "State/Defense": a ministry by its field alone, which the truecaser has
    /// given a capital.
    fn is_ministry(&self, at: usize) -> bool {
        let word = &self.words[at];
        let large = word.span.slice(self.text).starts_with(char::is_uppercase);
        let alone = !matches!(word.dep, "compound" | "amod" | "nmod" | "ROOT");
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        let bare = before.is_some_and(|before| !matches!(before.tag, "DT" | "JJ" | "NNP" | "PRP$"));
        let next = self.words.get(at + 1);
        let of = next.is_some_and(|next| matches!(next.lemma.as_str(), "of" | "'s"));
        word.tag == "NNP" && large && alone && bare && !of
    }

    /// Whether a word is a country's name or adjective, alone or with the word before it.
    fn is_country(&self, at: usize) -> bool {
        let word = self.words[at].span;
        let before = at.checked_sub(1).map(|before| self.words[before].span);
        let pair = before.filter(|before| before.end + 1 == word.start);
        let large = |span: Span| span.slice(self.text).starts_with(char::is_uppercase);
        let known = |span: Span| large(span) && country(span.slice(self.text)).is_some();
        known(word) || large(word) && pair.is_some_and(|before| known(before.cover(word)))
    }

    /// The adjective of a country, with "North" or another country's before it: "South Danish".
    fn adjective(&self, at: usize) -> Mention {
        let word = &self.words[at];
        let joined = self.before(at).filter(|before| {
            let spelt = fold(before.span.slice(self.text));
            let known = DIRECTIONS.contains(&spelt.as_ref()) || country(&spelt).is_some();
            known && before.span.slice(self.text).starts_with(char::is_uppercase)
        });
        let span = joined.map_or(word.span, |before| before.span.cover(word.span));
        mention(span, EntityKind::Place, "gazetteer:adjectives")
    }

    /// Whether the words before a head say that one is meant, and not any: "the adviser", "both
    /// parties", "Danish officials"; in a telegram, which leaves out articles, also "adviser".
    fn is_definite(&self, start: usize, head: usize) -> bool {
        let before = &self.words[start..head];
        let folded = |word: &Word| fold(word.span.slice(self.text));
        let counted = before.first().is_some_and(|word| word.tag == "CD");
        if counted
            || before
                .iter()
                .any(|word| INDEFINITE.contains(&folded(word).as_ref()))
        {
            return false;
        }
        let spelt = folded(&self.words[head]);
        let sole = SOLE.contains(&spelt.as_ref()) || OFFICERS.contains(&spelt.as_ref());
        let says_what = matches!(self.words[head].dep, "compound" | "amod" | "nmod");
        let named_before = || (start..head).any(|at| self.points(at));
        let articled = before.first().is_some_and(|word| folded(word) == "the");
        let vague = VAGUE.contains(&spelt.as_ref());
        let compound = |word: &Word| matches!(word.dep, "compound" | "amod" | "nmod");
        let body = matches!(spelt.as_ref(), "group" | "unit" | "staff" | "union")
            && before.iter().filter(|word| compound(word)).count() > 1
            && before
                .iter()
                .all(|word| (compound(word) || folded(word) == "the") && folded(word) != "hoc");
        if body && self.telegraphic && !says_what {
            return true;
        }
        let whole = self.telegraphic && WHOLES.contains(&spelt.as_ref());
        if !sole && (says_what || vague) && !(named_before() && (articled || whole || !vague)) {
            return false;
        }
        let own = before.iter().any(|word| word.tag == "PRP$");
        let numbered = before.iter().any(|word| word.tag == "CD");
        if self.telegraphic && own && !numbered && matches!(self.words[head].tag, "NNS" | "NNPS") {
            return false;
        }
        let definite = |word: &Word| {
            let word_folded = folded(word);
            matches!(word.dep, "poss") || matches!(word_folded.as_ref(), "the" | "both" | "each")
        };
        let plural = matches!(self.words[head].tag, "NNS" | "NNPS");
        let officers = OFFICERS.contains(&spelt.as_ref());
        before.iter().any(definite)
            || (start..head).any(|at| self.points(at))
            || self.telegraphic && (officers || !plural && sole)
            || self.telegraphic && own && numbered
    }

    /// Whether a word before a head says whose or where: a name, a country, in a telegram also a
    /// region or a body that there is one of ("embassy staff", "committee members").
    fn points(&self, at: usize) -> bool {
        let spelt = || fold(self.words[at].span.slice(self.text));
        let known = || {
            let spelt = spelt();
            let body = described(&spelt) == Some(EntityKind::Organization)
                && !matches!(spelt.as_ref(), "military" | "police");
            REGION_ADJECTIVES.contains(&spelt.as_ref()) || body && SOLE.contains(&spelt.as_ref())
        };
        self.named(self.words[at].span).is_some()
            || self.is_country(at)
            || self.telegraphic && known()
    }

    /// Whether a telegram's description without a name in it means one that the reader knows:
    /// people by their office, places and bodies that there is one of.
    fn is_someone(&self, head: usize, phrase: RangeInclusive<usize>, kind: EntityKind) -> bool {
        let spelt = fold(self.words[head].span.slice(self.text));
        let mut phrase = phrase;
        let named = phrase.any(|at| self.points(at));
        let office = parts(&spelt).any(Parts::HEAD.or(Parts::PLURAL));
        let plural = matches!(self.words[head].tag, "NNS" | "NNPS");
        let seats = ["capital", "city", "countries", "governments", "govts"];
        let known = match kind {
            EntityKind::Person => office,
            EntityKind::Organization if !plural => true,
            _ => seats.contains(&spelt.as_ref()),
        };
        let sole = SOLE.contains(&spelt.as_ref()) || OFFICERS.contains(&spelt.as_ref());
        !self.telegraphic || named || known || sole
    }

    /// A person's name with an office in front of it that no title list knows whole: "outgoing
    /// Danish liaison officer Moss".
    fn titled(&self, at: usize, name: &Mention) -> Option<Mention> {
        let outside = !name.span.contains(self.words[self.words[at].head].span);
        let root = self.words[at].head == at;
        if name.kind != EntityKind::Person || !(outside || root) {
            return None;
        }
        let start = self.start(at);
        let span = self.words[start].span.cover(name.full);
        let mut before = self.words[start..at].iter();
        let titled = before.any(|word| is_person(&fold(word.span.slice(self.text))));
        (titled && span != name.full).then(|| mention(span, EntityKind::Person, "tree:title"))
    }

    /// The name that a word is part of.
    fn named(&self, span: Span) -> Option<&Mention> {
        let after = self
            .mentions
            .partition_point(|mention| mention.span.start <= span.start);
        // Mentions may be nested, so the one before the nearest may cover the word too.
        let near = &self.mentions[after.saturating_sub(3)..after];
        let mut near = near.iter().rev();
        near.find(|mention| mention.form == MentionForm::Name && mention.span.overlaps(span))
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.words[first].span.cover(self.words[last].span)
    }
}

fn mention(span: Span, kind: EntityKind, by: &str) -> Mention {
    Mention {
        span,
        full: span,
        kind,
        form: MentionForm::Nominal,
        by: vec![by.to_owned()],
    }
}
