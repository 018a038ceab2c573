//! Who tells, who is told, and by what.

use super::{Reader, cues};
use crate::frames::Fits;
use crate::lexicon::Noun;
use crate::sentence::{Argument, Clause, Filler};
use crate::{Medium, Party};
use depeche_annotate::EntityKind;
use depeche_text::Span;

impl Reader<'_, '_> {
    /// The fillers of speaker and hearer; of a passive, the one told is the subject.
    pub(super) fn sides<'c>(&self, clause: &'c Clause<'_>) -> (&'c [Filler], Option<Party>) {
        let of = |word: &str| {
            let argument = clause.argument(word);
            argument.map_or(&[][..], |argument: &Argument<'_>| &argument.fillers[..])
        };
        let has_hearer = cues::has_hearer(clause.group.lemma);
        if clause.group.is_passive {
            let hearer = self.hearer(&clause.subject).filter(|_| has_hearer);
            return (of("by"), hearer);
        }
        let told = if has_hearer { of("") } else { of("to") };
        (&clause.subject, self.hearer(told))
    }

    fn hearer(&self, fillers: &[Filler]) -> Option<Party> {
        let acts = fillers
            .iter()
            .filter(|filler| self.scene.fits(self.sentence, filler, Fits::Acts));
        let fillers: Vec<Filler> = acts.copied().collect();
        self.joint_party(&fillers)
    }

    /// Who speaks: people, bodies, and documents as such; a publisher through its documents.
    pub(super) fn speaker(&self, fillers: &[Filler]) -> Option<Party> {
        let [filler] = fillers else {
            return self.joint_party(fillers);
        };
        let noun = self.sentence.noun(filler.head)?;
        // "which said", where nothing says what it stands for.
        let tag = self.sentence.tag(filler.head);
        if noun.is_pointing || noun.mention.is_none() && matches!(tag, "WDT" | "WP") {
            return None;
        }
        let is_document = noun.noun.is_some_and(|noun| noun.class == Noun::Document);
        if let (true, Some(modifier)) = (is_document, noun.modifier) {
            let mention = &self.scene.annotations.mentions[modifier];
            if mention.kind == EntityKind::Organization {
                let entity = self.scene.entity_at(mention.span)?;
                return Some(self.scene.party_of(entity, Some(mention.span)));
            }
        }
        self.scene.party(self.sentence, filler)
    }

    /// Whether somebody or something can tell: people, bodies and documents, not what a pronoun
    /// for things stands for.
    pub(super) fn can_speak(&self, fillers: &[Filler]) -> bool {
        let Some(filler) = fillers.first() else {
            return false;
        };
        let Some(noun) = self.sentence.noun(filler.head) else {
            return false;
        };
        let is_document = noun.noun.is_some_and(|noun| {
            matches!(
                noun.class,
                Noun::Document | Noun::Agreement | Noun::Proposal
            )
        });
        is_document || noun.is_pronoun || self.scene.fits(self.sentence, filler, Fits::Acts)
    }

    /// One party; several are one by their words.
    pub(super) fn joint_party(&self, fillers: &[Filler]) -> Option<Party> {
        let (first, rest) = fillers.split_first()?;
        let party = self.scene.party(self.sentence, first)?;
        if rest.is_empty() {
            return Some(party);
        }
        let span = rest
            .iter()
            .fold(first.span, |span, filler| span.cover(filler.span));
        let words: Vec<&str> = self.scene.text(span).split_whitespace().collect();
        Some(Party {
            entity: None,
            name: words.join(" "),
            span: Some(span),
        })
    }

    /// "WikiLeaks cables reveal": a body's documents speak as its publication.
    pub(super) fn published(&self, clause: &Clause<'_>, speaker: Option<&Party>) -> Medium {
        let head = clause.subject.first();
        let noun = head.and_then(|head| self.sentence.noun(head.head));
        let document = noun.filter(|noun| {
            let class = noun.noun.map(|noun| noun.class);
            class == Some(Noun::Document)
        });
        if let (Some(document), Some(head)) = (document, head) {
            let is_one = document.noun.is_some_and(|noun| !noun.plural);
            let paper = paper(self.sentence.lemma(head.head));
            return paper
                .filter(|_| is_one && document.modifier.is_none())
                .unwrap_or(Medium::Publication);
        }
        if let Some(paper) = self.paper_of(clause) {
            return paper.1;
        }
        match clause.group.lemma {
            "write" => Medium::Letter,
            "cable" | "telegraph" | "wire" => Medium::Cable,
            "announce" | "declare" | "proclaim" => Medium::Speech,
            "email" => Medium::Mail,
            "tweet" | "post" => Medium::Publication,
            _ => self.medium(speaker),
        }
    }

    /// "**In telegram 12** the Embassy reported": the word for what it was told by, and the medium.
    pub(super) fn paper_of(&self, clause: &Clause<'_>) -> Option<(usize, Medium)> {
        let in_what = ["in", "by"].map(|preposition| clause.argument(preposition));
        let fillers = in_what
            .into_iter()
            .flatten()
            .flat_map(|found| &found.fillers);
        let mut papers = fillers.filter_map(|filler| {
            let medium = paper(self.sentence.lemma(filler.head))?;
            Some((filler.head, medium))
        });
        papers.next()
    }

    /// A noun phrase with all that hangs on it: apposition, relative clause, "and".
    pub(super) fn whole(&self, head: usize) -> Span {
        let sentence = self.sentence;
        let words = (0..sentence.words.len()).filter(|word| {
            let node = sentence.tree.node(*word);
            sentence.is_below(node, head)
        });
        let own = sentence.node_span(head);
        let span = words.fold(own, |span, word| span.cover(sentence.words[word].span));
        self.without_marks(span)
    }

    /// The words of a teller, as annotators of attribution cut them (counted in `PolNeAR`'s train part):
    /// not "even" before it, nor what only goes along with it behind a comma.
    pub(super) fn source(&self, head: usize) -> Span {
        let sentence = self.sentence;
        let whole = self.whole(head);
        let beside = sentence.children_as(head, &["appos"]);
        let heads = std::iter::once(head).chain(beside);
        let mut clauses = heads.flat_map(|head| {
            let below = sentence.children_as(head, &["acl", "relcl"]);
            below.map(move |verb| (head, verb))
        });
        let aside = clauses.find(|(head, verb)| self.is_aside(*head, *verb));
        let end = aside.map_or(whole.end, |(_, verb)| self.whole(verb).start);
        let first = sentence
            .words
            .partition_point(|word| word.span.end <= whole.start);
        let is_even = first < head && sentence.lower(first) == "even";
        let start = match is_even {
            true => sentence.words[first + 1].span.start,
            false => whole.start,
        };
        match start < end {
            true => self.with_its_quotes(self.without_marks(Span { start, end })),
            false => whole,
        }
    }

    /// A name with the mark that opens it ("**“**Vessa” owner Anna Veld"), without a mark that belongs to
    /// what stands before it.
    fn with_its_quotes(&self, span: Span) -> Span {
        let sentence = self.sentence;
        let words = sentence.slice(span);
        let before = Span {
            start: sentence.span.start.min(span.start),
            end: span.start,
        };
        let opens = |opening: char, closing: char| {
            words.matches(closing).count() > words.matches(opening).count()
                && sentence.slice(before).ends_with(opening)
        };
        let is_lone = |letter: char| {
            letter == '-'
                || letter == ' '
                || letter == '"' && words.matches('"').count() == 1
                || letter == '\'' && words.starts_with("''") && words.matches("''").count() == 1
        };
        let start = match opens('\u{201c}', '\u{201d}') {
            true => span.start - '\u{201c}'.len_utf8() as u32,
            false => span.end - words.trim_start_matches(is_lone).len() as u32,
        };
        match start < span.end {
            true => Span { start, ..span },
            false => span,
        }
    }

    /// "Anna Veld**, facing a vote,**"; a relative clause behind one word ("Veld**, who left,**"), or one
    /// that tells something itself ("Anna Veld**, who said so,**").
    fn is_aside(&self, head: usize, verb: usize) -> bool {
        let sentence = self.sentence;
        let own = sentence.node_span(head);
        let is_short = own.start == self.whole(head).start && !sentence.slice(own).contains(' ');
        let tells = cues::is_listed(sentence.lemma(verb)) && sentence.clause_at(verb).is_some();
        let is_one = match sentence.tree.dep(verb) {
            "acl" => sentence.tag(verb) == "VBG",
            _ => is_short || tells,
        };
        verb > head && is_one && self.comma_before(verb)
    }

    /// "a poll **showing** that", "Kal, who came and **said**": who tells ends where the cue begins,
    /// without what leads to it.
    pub(super) fn before_cue(&self, source: Span, cue: Span) -> Span {
        let sentence = self.sentence;
        let from = |start: u32| {
            sentence
                .words
                .partition_point(|word| word.span.end <= start)
        };
        if source.start >= cue.start || cue.start >= source.end {
            return source;
        }
        let mut words = (from(source.start)..from(cue.start)).rev();
        let last = words.find(|word| {
            let is_link = matches!(sentence.tag(*word), "CC" | "IN");
            !is_link && sentence.words[*word].pos != "PUNCT"
        });
        last.map_or(source, |last| Span {
            start: source.start,
            end: sentence.words[last].span.end,
        })
    }

    /// "Anna Veld, the envoy**,** said": a teller with an apposition keeps the comma that closes it,
    /// as annotators of attribution have it.
    pub(super) fn with_closing_comma(&self, source: Span) -> Span {
        let rest = Span {
            start: source.end,
            end: self.sentence.span.end.max(source.end),
        };
        let closes = self.sentence.slice(source).contains(',');
        match closes && self.sentence.slice(rest).starts_with(',') {
            true => Span {
                start: source.start,
                end: source.end + 1,
            },
            false => source,
        }
    }

    /// A span without marks and spaces at its ends.
    pub(super) fn without_marks(&self, span: Span) -> Span {
        let text = self.sentence.slice(span);
        let is_mark = |letter: char| {
            letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '\u{2013}'..='\u{2015}')
        };
        let start = text.len() - text.trim_start_matches(is_mark).len();
        let end = text.trim_end_matches(is_mark).len();
        match start < end {
            true => Span::new(start, end).shifted(span.start as usize),
            false => span,
        }
    }
}

/// What a paper of a kind is passed on by.
fn paper(lemma: &str) -> Option<Medium> {
    match lemma {
        "airgram" | "cable" | "despatch" | "dispatch" | "telegram" => Some(Medium::Cable),
        "letter" => Some(Medium::Letter),
        "memorandum" => Some(Medium::Memo),
        _ => None,
    }
}
