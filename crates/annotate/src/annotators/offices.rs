//! Titles with whose they are and who holds them: "Denmark's ambassador to X, A. Moss",
//! "Varga, chairman of the Committee", "the Danish foreign minister".

use crate::gazetteer::{Entry, longest};
use crate::names::in_order;
use crate::title::{Title, titles};
use crate::word::{Word, words};
use crate::{Annotations, Annotator, EntityKind, Layer, Mention, MentionForm, Office};
use depeche_document::Document;
use depeche_text::Span;
use std::collections::BTreeMap;

/// Reads offices.
pub(super) struct Offices;

impl Annotator for Offices {
    fn name(&self) -> &'static str {
        "offices"
    }

    fn version(&self) -> u32 {
        4
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Tokens, Layer::Sentences, Layer::Mentions]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Offices, Layer::Mentions]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let mut found = Vec::new();
        for span in &annotations.sentences {
            let (words, _) = words(annotations.text(document), annotations.tokens_in(*span));
            let mentions = &annotations.mentions[annotations.mentions_in(*span)];
            let reader = Reader::new(&words, mentions);
            found.extend(reader.offices());
        }
        settle(found, annotations);
    }
}

/// An office with its holder's words, before mentions have their places.
struct Draft {
    office: Office,
    holder: Option<Span>,
    nominal: bool,
}

/// Adds the offices, and a mention for each that stands for its holder.
fn settle(drafts: Vec<Draft>, annotations: &mut Annotations) {
    for draft in drafts.iter().filter(|draft| draft.nominal) {
        annotations.mentions.push(Mention {
            span: draft.office.span,
            full: draft.office.span,
            kind: EntityKind::Person,
            form: MentionForm::Nominal,
            by: vec!["pattern:office".to_owned()],
        });
    }
    annotations.mentions = in_order(std::mem::take(&mut annotations.mentions));
    let mentions = annotations.mentions.iter().enumerate();
    let index: BTreeMap<Span, usize> = mentions.map(|(at, mention)| (mention.span, at)).collect();
    for Draft {
        mut office,
        holder,
        nominal,
    } in drafts
    {
        let span = if nominal { Some(office.span) } else { holder };
        office.holder = span.and_then(|span| index.get(&span).copied());
        if let (Some(holder), false) = (office.holder, nominal) {
            let mention = &mut annotations.mentions[holder];
            mention.full = mention.full.cover(office.span);
        }
        annotations.offices.push(office);
    }
}

/// One sentence.
struct Reader<'a> {
    words: &'a [Word<'a>],
    /// Names by their first word.
    starts: BTreeMap<u32, &'a Mention>,
    /// Names by the end of their last word.
    ends: BTreeMap<u32, &'a Mention>,
}

/// Whose an office is, and where its words end.
#[derive(Default)]
struct Complement {
    end: usize,
    of: Option<Span>,
    to: Option<Span>,
    former: bool,
}

impl<'a> Reader<'a> {
    fn new(words: &'a [Word<'a>], mentions: &'a [Mention]) -> Reader<'a> {
        let named = || {
            mentions
                .iter()
                .filter(|mention| mention.form == MentionForm::Name)
        };
        Reader {
            words,
            starts: named()
                .map(|mention| (mention.span.start, mention))
                .collect(),
            ends: named().map(|mention| (mention.span.end, mention)).collect(),
        }
    }

    fn offices(&self) -> Vec<Draft> {
        titles(self.words)
            .into_iter()
            .filter(|title| !title.honorific)
            .filter_map(|title| self.office(title))
            .collect()
    }

    fn office(&self, title: Title) -> Option<Draft> {
        let (start, owner) = self.owner(title.start);
        let complement = self.complement(title);
        let right = self.holder_after(&complement, title);
        let left = match right {
            None => self.holder_before(start),
            Some(_) => None,
        };
        let mut of = owner.or(complement.of);
        if of.is_none() && left.is_some() {
            of = self.body_after(complement.end);
        }
        let article = start
            .checked_sub(1)
            .is_some_and(|before| self.folded(before) == "the");
        let holder = right.or(left);
        let bound = of.is_some() || complement.to.is_some();
        if holder.is_none() && !(bound || article) {
            return None;
        }
        let rule = match (right, left) {
            (Some(_), _) => "office-before-name",
            (_, Some(_)) => "office-after-name",
            _ => "office-alone",
        };
        let span = self.span(start, complement.end);
        let office = Office {
            span,
            title: self.span(title.start, title.end),
            of,
            to: complement.to,
            holder: None,
            former: title.former || complement.former,
            rule: rule.to_owned(),
        };
        Some(Draft {
            office,
            holder: holder.map(|mention| mention.span),
            nominal: holder.is_none() && !title.plural,
        })
    }

    fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_ref())
    }

    fn span(&self, start: usize, end: usize) -> Span {
        self.words[start].span.cover(self.words[end - 1].span)
    }

    /// The first word of the office with its owner before it, and the owner.
    fn owner(&self, title_start: usize) -> (usize, Option<Span>) {
        let mut at = title_start;
        while at > 0 && is_between(self.folded(at - 1)) {
            at -= 1;
        }
        if at == 0 {
            return (title_start, None);
        }
        let possessive = matches!(self.folded(at - 1), "'s" | "'") && at > 1;
        let last = if possessive { at - 2 } else { at - 1 };
        let end = self.words[last].span.end;
        if let Some(mention) = self.ends.get(&end) {
            let body = matches!(mention.kind, EntityKind::Place | EntityKind::Organization);
            if possessive || body {
                return (
                    self.index_of(mention.span.start, title_start),
                    Some(mention.span),
                );
            }
        }
        for first in (last.saturating_sub(2)..=last).rev() {
            let country = longest(self.words, first).is_some_and(|found| {
                found.end == last + 1 && matches!(found.entry, Entry::Country | Entry::Demonym)
            });
            let capital = self.words[first].shape != crate::word::Shape::Lower;
            if country && capital {
                return (first, Some(self.span(first, last + 1)));
            }
        }
        (title_start, None)
    }

    fn index_of(&self, start: u32, before: usize) -> usize {
        let found = self.words[..before]
            .iter()
            .rposition(|word| word.span.start == start);
        found.unwrap_or(before)
    }

    /// "of X", "to Y", "in Z", "at the time", in any order, after the title.
    fn complement(&self, title: Title) -> Complement {
        let mut complement = Complement {
            end: title.end,
            ..Complement::default()
        };
        for _ in 0..3 {
            let at = complement.end;
            let link = self.folded(at);
            if link == "at"
                && matches!(self.folded(at + 1), "the" | "that")
                && self.folded(at + 2) == "time"
            {
                complement.former = true;
                complement.end = at + 3;
                continue;
            }
            let first = at + 1;
            let Some(end) = self.party(first) else { break };
            let span = self.span(first + usize::from(self.folded(first) == "the"), end);
            match link {
                "of" if complement.of.is_none() => complement.of = Some(span),
                "for" if complement.of.is_none() => complement.of = Some(span),
                "to" | "in" | "at" if complement.to.is_none() && self.is_sent(title) => {
                    complement.to = Some(span);
                }
                _ => break,
            }
            complement.end = end;
        }
        complement
    }

    /// Titles of those who are sent to a country or serve a person.
    fn is_sent(&self, title: Title) -> bool {
        let sent = [
            "ambassador",
            "envoy",
            "representative",
            "consul",
            "adviser",
            "advisor",
            "assistant",
            "aide",
            "minister",
            "charge",
            "delegate",
            "observer",
            "legate",
            "nuncio",
            "counsel",
            "counselor",
            "counsellor",
            "attache",
            "d'affaires",
            "amb",
            "secretary",
            "agent",
            "general",
            "commissioner",
            "correspondent",
            "dcm",
            "chief",
        ];
        (title.start..title.end).any(|at| sent.contains(&self.folded(at)))
    }

    /// One past a name, "that country", or a title, from word `first`.
    fn party(&self, first: usize) -> Option<usize> {
        if matches!(self.folded(first), "that" | "this") && self.folded(first + 1) == "country" {
            return Some(first + 2);
        }
        let first = first + usize::from(self.folded(first) == "the");
        let word = self.words.get(first)?;
        if let Some(mention) = self.starts.get(&word.span.start) {
            let end = self.words[first..]
                .iter()
                .position(|word| word.span.end == mention.span.end)?;
            return Some(first + end + 1);
        }
        let near = &self.words[first..self.words.len().min(first + 12)];
        let title = titles(near).into_iter().next()?;
        let head = title.start == 0 && !title.honorific && !title.plural;
        head.then_some(first + title.end)
    }

    /// "Counsel to the **President** A. Moss": whom the one that is named serves.
    fn is_served(&self, title: Title) -> bool {
        let before = |count: usize| title.start.checked_sub(count);
        let is = |count: usize, word: &str| before(count).is_some_and(|at| self.folded(at) == word);
        let serves = before(3).map(|at| &self.words[at]);
        let serves = serves.is_some_and(|word| word.shape == crate::word::Shape::Capital);
        is(1, "the") && is(2, "to") && serves && !self.long_title(title)
    }

    /// The name right after an office: "President A. Moss", "ambassador to X, A. Moss".
    fn holder_after(&self, complement: &Complement, title: Title) -> Option<&'a Mention> {
        if complement.end == title.end && self.is_served(title) {
            return None;
        }
        let mut at = complement.end;
        let comma = self.folded(at) == ",";
        // "The Ambassador in Norway (Moss) to the Department".
        let bracket = self.folded(at) == "(";
        at += usize::from(comma || bracket);
        if comma && complement.end == title.end && title.start == 0 && !self.long_title(title) {
            return None;
        }
        // "Moss, Danish Ambassador⏎Mr. Varga": a list, one a line.
        let is_next_line = |at: usize| {
            let before = at.checked_sub(1).and_then(|before| self.words.get(before));
            let word = self.words.get(at).zip(before);
            word.is_some_and(|(word, before)| word.span.start > before.span.end + 1)
        };
        let mut is_apart = is_next_line(at) || is_honorific(self.words, at);
        while is_honorific(self.words, at) {
            at += 1;
        }
        is_apart |= is_next_line(at);
        let mention = self.starts.get(&self.words.get(at)?.span.start)?;
        let closed = || {
            self.words
                .iter()
                .any(|word| word.span.start == mention.span.end && word.text == ")")
        };
        let person = mention.kind == EntityKind::Person && (!bracket || closed());
        // "the minister, Varga and Moss met": a comma needs the office to be complete.
        let complete = !comma
            || complement.of.is_some()
            || complement.to.is_some()
            || self.owner(title.start).1.is_some()
            || self.long_title(title);
        // "Moss, Second Secretary, Varga, First Secretary": the office belongs to the left.
        let has_left = || self.holder_before(self.owner(title.start).0).is_some();
        let listed = (comma || is_apart) && has_left();
        (person && complete && !listed).then_some(*mention)
    }

    fn long_title(&self, title: Title) -> bool {
        title.end - title.start > 1
    }

    /// The name before an office: "A. Moss, the Danish ambassador".
    fn holder_before(&self, start: usize) -> Option<&'a Mention> {
        let mut at = start;
        if at > 0
            && matches!(
                self.folded(at - 1),
                "the" | "a" | "an" | "his" | "her" | "then" | "former"
            )
        {
            at -= 1;
        }
        let opens = at.checked_sub(1)?;
        if !matches!(self.folded(opens), "," | "(") || opens == 0 {
            return None;
        }
        let mention = self.ends.get(&self.words[opens - 1].span.end)?;
        (mention.kind == EntityKind::Person).then_some(*mention)
    }

    /// "Second Secretary, Danish Embassy": the body after an office in a list.
    fn body_after(&self, end: usize) -> Option<Span> {
        if self.folded(end) != "," {
            return None;
        }
        let mention = self.starts.get(&self.words.get(end + 1)?.span.start)?;
        (mention.kind == EntityKind::Organization).then_some(mention.span)
    }
}

/// Words between an owner and the title.
fn is_between(folded: &str) -> bool {
    matches!(
        folded,
        "new"
            | "then"
            | "former"
            | "ex"
            | "late"
            | "current"
            | "present"
            | "own"
            | "first"
            | "next"
            | "outgoing"
            | "incoming"
            | "newly"
            | "appointed"
            | "long-time"
            | "longtime"
    )
}

fn is_honorific(words: &[Word<'_>], at: usize) -> bool {
    let title = words.get(at..).map(|rest| &rest[..rest.len().min(1)]);
    title.is_some_and(|rest| titles(rest).first().is_some_and(|title| title.honorific))
}
