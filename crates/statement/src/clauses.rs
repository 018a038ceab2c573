//! Clauses over the pieces of a sentence: each verb group with its subject and its arguments.
//!
//! Attachment by position: a subject is what stands before the verb at its own level, an
//! argument what stands after it up to the next clause. Where two readings are open a clause is
//! left without subject, and no frame takes it.

use crate::lexicon::Noun;
use crate::pieces::{Determiner, Kind, NounPhrase, Piece, VerbGroup};
use depeche_annotate::{Annotations, EntityKind};
use depeche_text::Span;

/// Somebody or something in a clause: the noun phrase that is its head, and all its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filler {
    /// Index of the head's piece.
    pub(crate) piece: usize,
    /// The head with what hangs on it: "some of those involved in the plot".
    pub(crate) span: Span,
}

/// An argument after the verb or noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Argument {
    /// Its preposition; empty for an object.
    pub(crate) preposition: &'static str,
    /// Its members: "A and B" are two.
    pub(crate) fillers: Vec<Filler>,
}

/// How a clause hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// The infinitive of a verb: "agreed to meet".
    Infinitive,
    /// The infinitive of a noun between: "used the opportunity to meet"; the noun's piece.
    NounInfinitive(usize),
    /// A second verb of the same subject: "met Veld and told her".
    Coordinated,
    /// A relative clause.
    Relative,
    /// "after meeting Veld".
    Gerund,
}

/// A verb group with its subject and arguments.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// Index of the verb's piece.
    pub(crate) verb: usize,
    /// The verb group.
    pub(crate) group: VerbGroup,
    /// Who does it, or in the passive to whom it is done.
    pub(crate) subject: Vec<Filler>,
    /// The clause that this one hangs on.
    pub(crate) governor: Option<(usize, Link)>,
    /// What follows.
    pub(crate) arguments: Vec<Argument>,
    /// Pieces of the clause: from its own lead to one past its last argument.
    pub(crate) pieces: std::ops::Range<usize>,
    /// Under "if".
    pub(crate) is_conditional: bool,
}

impl Clause {
    /// The members of the first argument with this preposition.
    pub(crate) fn argument(&self, preposition: &str) -> Option<&Argument> {
        self.arguments
            .iter()
            .find(|argument| argument.preposition == preposition)
    }

    /// The direct object.
    pub(crate) fn object(&self) -> Option<&Argument> {
        self.argument("")
    }
}

/// One sentence, read into pieces and clauses.
#[derive(Debug)]
pub(crate) struct Sentence<'a> {
    pub(crate) annotations: &'a Annotations,
    pub(crate) span: Span,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) clauses: Vec<Clause>,
    /// A title or heading, where a comma stands for "and".
    pub(crate) is_heading: bool,
}

impl<'a> Sentence<'a> {
    /// Reads a sentence.
    pub(crate) fn read(
        text: &str,
        annotations: &'a Annotations,
        span: Span,
        is_heading: bool,
    ) -> Sentence<'a> {
        let mut sentence = Sentence {
            annotations,
            span,
            pieces: crate::pieces::pieces(text, annotations, span),
            clauses: Vec::new(),
            is_heading,
        };
        for verb in 0..sentence.pieces.len() {
            if let Some(group) = sentence.pieces[verb].verb().copied() {
                let clause = sentence.clause(verb, group);
                sentence.clauses.push(clause);
            }
        }
        sentence
    }

    /// Whether a piece stands after an opening quotation mark.
    pub(crate) fn is_quoted(&self, piece: usize) -> bool {
        let is_quote = |piece: &&Piece| matches!(piece.kind, Kind::Quote);
        self.pieces[..piece].iter().filter(is_quote).count() % 2 == 1
    }

    pub(crate) fn noun(&self, piece: usize) -> Option<&NounPhrase> {
        self.pieces.get(piece)?.noun()
    }

    fn kind(&self, piece: usize) -> Option<&Kind> {
        self.pieces.get(piece).map(|piece| &piece.kind)
    }

    fn clause(&self, verb: usize, group: VerbGroup) -> Clause {
        let (subject, governor) = self.subject(verb, &group);
        let (arguments, end) = self.arguments(verb + 1);
        let group = self.passive_again(group, governor, &arguments);
        let start = self.lead(verb);
        let is_conditional = self.is_conditional(start, governor);
        Clause {
            verb,
            group,
            subject,
            governor,
            arguments,
            pieces: start..end,
            is_conditional,
        }
    }

    /// "was arrested and later **released**": one auxiliary for both.
    fn passive_again(
        &self,
        group: VerbGroup,
        governor: Option<(usize, Link)>,
        arguments: &[Argument],
    ) -> VerbGroup {
        let Some((governor, Link::Coordinated)) = governor else {
            return group;
        };
        let has_object = arguments
            .iter()
            .any(|argument| argument.preposition.is_empty());
        let above = &self.clauses[governor].group;
        VerbGroup {
            is_passive: group.is_passive || group.is_bare && above.is_passive && !has_object,
            ..group
        }
    }

    fn is_conditional(&self, start: usize, governor: Option<(usize, Link)>) -> bool {
        let own = start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(Kind::If)));
        let inherited = governor.is_some_and(|(index, _)| self.clauses[index].is_conditional);
        own || inherited
    }

    /// Where the clause's own lead begins: after the last clause mark or verb.
    fn lead(&self, verb: usize) -> usize {
        let is_mark = |piece: &Piece| match &piece.kind {
            Kind::That
            | Kind::Relative
            | Kind::If
            | Kind::Subordinator
            | Kind::But
            | Kind::Break
            | Kind::Colon => true,
            Kind::Verb(group) => !group.is_gerund,
            _ => false,
        };
        let before = &self.pieces[..verb];
        before.iter().rposition(is_mark).map_or(0, |mark| mark + 1)
    }

    /// The piece before, over adverbs and times.
    fn before(&self, mut piece: usize) -> Option<usize> {
        loop {
            piece = piece.checked_sub(1)?;
            match self.pieces[piece].kind {
                Kind::Adverb | Kind::Quote => {}
                Kind::Time(_) => {
                    if let Some(before) = piece.checked_sub(1)
                        && matches!(self.pieces[before].kind, Kind::Preposition(_))
                    {
                        piece = before;
                    }
                }
                _ => return Some(piece),
            }
        }
    }

    fn last_finite(&self) -> Option<usize> {
        let finite = |clause: &Clause| !clause.group.is_infinitive && !clause.group.is_gerund;
        self.clauses.iter().rposition(finite)
    }

    fn subject(&self, verb: usize, group: &VerbGroup) -> (Vec<Filler>, Option<(usize, Link)>) {
        if group.is_infinitive {
            return self.infinitive_subject(verb);
        }
        let Some(before) = self.before(verb) else {
            return (Vec::new(), None);
        };
        match self.pieces[before].kind {
            Kind::Preposition(_) if group.is_gerund => match self.last_finite() {
                Some(last) => (
                    self.clauses[last].subject.clone(),
                    Some((last, Link::Gerund)),
                ),
                None => (Vec::new(), None),
            },
            Kind::Relative | Kind::That => self.relative_subject(before),
            Kind::And | Kind::But => match self.last_finite() {
                Some(last) => (
                    self.clauses[last].subject.clone(),
                    Some((last, Link::Coordinated)),
                ),
                None => (Vec::new(), None),
            },
            Kind::Comma => (self.subject_before_parenthesis(before), None),
            Kind::Noun(_) => (self.subject_before(before + 1), None),
            _ => (Vec::new(), None),
        }
    }

    fn relative_subject(&self, mark: usize) -> (Vec<Filler>, Option<(usize, Link)>) {
        let mut end = mark;
        if end > 0 && matches!(self.pieces[end - 1].kind, Kind::Comma) {
            end -= 1;
        }
        let governor = self.last_finite().map(|last| (last, Link::Relative));
        let Some(last) = end.checked_sub(1) else {
            return (Vec::new(), governor);
        };
        match self.noun(last) {
            Some(_) => (vec![self.filler(last, last + 1)], governor),
            None => (Vec::new(), governor),
        }
    }

    fn infinitive_subject(&self, verb: usize) -> (Vec<Filler>, Option<(usize, Link)>) {
        let noun = self
            .before(verb)
            .and_then(|before| self.head_before(before))
            .filter(|head| {
                let noun = self.noun(*head);
                noun.is_some_and(|noun| noun.noun.is_some() && noun.mention.is_none())
            });
        let Some(last) = self.clauses.len().checked_sub(1) else {
            return (Vec::new(), None);
        };
        let governor = &self.clauses[last];
        if noun.is_some_and(|noun| noun < governor.verb) {
            return (Vec::new(), None);
        }
        let object = governor.object().filter(|_| {
            OBJECT_CONTROL.contains(&governor.group.lemma) && !governor.group.is_passive
        });
        let link = match noun {
            Some(noun) if object.is_none() => Link::NounInfinitive(noun),
            _ => Link::Infinitive,
        };
        let subject = object.map_or(&governor.subject, |object| &object.fillers);
        (subject.clone(), Some((last, link)))
    }

    /// The head of the phrase that ends at a piece: "plot" in "a plot by A and B".
    fn head_before(&self, mut piece: usize) -> Option<usize> {
        loop {
            self.noun(piece)?;
            let before = piece.checked_sub(1);
            match before.and_then(|before| self.kind(before)) {
                Some(Kind::Preposition(_) | Kind::And) if piece >= 2 => piece -= 2,
                _ => return Some(piece),
            }
        }
    }

    /// "Veld, the minister, met": the verb follows the comma that closes a parenthesis.
    fn subject_before_parenthesis(&self, comma: usize) -> Vec<Filler> {
        let open = self.pieces[..comma]
            .iter()
            .rposition(|piece| matches!(piece.kind, Kind::Comma));
        let noun_before = open.filter(|open| *open > 0 && self.noun(open - 1).is_some());
        let mut fillers = noun_before.map_or(Vec::new(), |open| self.subject_before(open));
        let Some(open) = open.filter(|_| !fillers.is_empty()) else {
            // "On Monday, Veld, met": the comma closes a name that holds one.
            return self.subject_before(comma);
        };
        if let [filler] = &mut fillers[..]
            && comma == open + 2
        {
            self.name_by_apposition(filler, open + 1);
        }
        fillers
    }

    /// "the minister, **Anna Veld**": a person's name beside a title is who is meant.
    fn name_by_apposition(&self, filler: &mut Filler, piece: usize) {
        let Some(apposed) = self.noun(piece) else {
            return;
        };
        let unnamed = self
            .noun(filler.piece)
            .is_some_and(|noun| noun.mention.is_none() && !noun.is_pronoun);
        let named = apposed
            .mention
            .is_some_and(|mention| self.annotations.mentions[mention].kind == EntityKind::Person);
        if unnamed && named {
            *filler = Filler {
                piece,
                span: filler.span.cover(self.pieces[piece].span),
            };
        }
    }

    /// The heads of the phrases that end before `end`, at the level of a verb there.
    fn subject_before(&self, end: usize) -> Vec<Filler> {
        let start = self.segment_start(end);
        let stop = start.checked_sub(1).and_then(|stop| self.kind(stop));
        let mut heads = self.heads(start, end);
        let follows_verb = matches!(stop, Some(Kind::Verb(_)));
        if follows_verb && let Some(and) = self.last_and(start, end) {
            heads.retain(|head| *head > and);
        }
        let lists = self.last_and(start, end).is_some() || self.is_heading;
        if lists && matches!(stop, Some(Kind::Comma)) {
            self.add_listed(start, &mut heads);
        }
        heads.sort_unstable();
        let ends = heads.iter().skip(1).copied().chain([end]);
        heads
            .iter()
            .zip(ends)
            .map(|(head, next)| self.filler(*head, next))
            .collect()
    }

    fn last_and(&self, start: usize, end: usize) -> Option<usize> {
        let is_and = |piece: &Piece| matches!(piece.kind, Kind::And);
        let found = self.pieces[start..end].iter().rposition(is_and)?;
        Some(start + found)
    }

    /// Back over "to blow up X" and "involved in X", which hang on the subject.
    fn segment_start(&self, end: usize) -> usize {
        let mut start = end;
        while let Some(before) = start.checked_sub(1) {
            match &self.pieces[before].kind {
                Kind::Noun(_) | Kind::Preposition(_) | Kind::And | Kind::Time(_) => {}
                Kind::Adverb | Kind::Quote => {}
                Kind::Verb(group) if group.is_infinitive && self.hangs_on_noun(before) => {}
                Kind::Verb(group) if group.is_bare && self.is_reduced(before, end) => {}
                _ => break,
            }
            start = before;
        }
        start
    }

    fn hangs_on_noun(&self, verb: usize) -> bool {
        let head = self
            .before(verb)
            .and_then(|before| self.head_before(before));
        let noun = head
            .and_then(|head| self.noun(head))
            .and_then(|noun| noun.noun);
        // Where the noun is itself an object the infinitive belongs to the clause before.
        let is_object = head
            .and_then(|head| head.checked_sub(1))
            .is_some_and(|before| matches!(self.kind(before), Some(Kind::Verb(_))));
        noun.is_some() && !is_object
    }

    /// "those **involved** in the plot were": a participle right after a noun and before a
    /// preposition, with only governed nouns up to the finite verb.
    fn is_reduced(&self, verb: usize, end: usize) -> bool {
        let after_noun = verb
            .checked_sub(1)
            .is_some_and(|before| self.noun(before).is_some());
        let before_preposition = matches!(self.kind(verb + 1), Some(Kind::Preposition(_)));
        after_noun && before_preposition && self.last_and(verb, end).is_none()
    }

    /// Heads between two pieces: the last run of phrases that nothing governs.
    fn heads(&self, start: usize, end: usize) -> Vec<usize> {
        let mut heads: Vec<usize> = Vec::new();
        let mut is_governed = false;
        for piece in start..end {
            let Kind::Noun(noun) = &self.pieces[piece].kind else {
                continue;
            };
            let before = piece.checked_sub(1).filter(|before| *before >= start);
            match before.and_then(|before| self.kind(before)) {
                Some(Kind::And) => {
                    if !(is_governed && self.joins_governed(noun, piece, heads.last())) {
                        heads.push(piece);
                        is_governed = false;
                    }
                }
                Some(Kind::Preposition(word))
                    if piece == start + 1 && CLAUSE_PREPOSITIONS.contains(word) =>
                {
                    heads = vec![piece];
                }
                Some(Kind::Preposition(_) | Kind::Verb(_)) => is_governed = true,
                _ => {
                    heads = vec![piece];
                    is_governed = false;
                }
            }
        }
        heads
    }

    /// Whether "and B" goes on with a governed phrase: "leaders of A and B", "a plot by A and B".
    fn joins_governed(&self, noun: &NounPhrase, piece: usize, head: Option<&usize>) -> bool {
        let left = piece.checked_sub(2).and_then(|left| self.noun(left));
        let is_place = |noun: &NounPhrase| {
            noun.mention
                .is_some_and(|mention| self.annotations.mentions[mention].kind == EntityKind::Place)
        };
        let places = is_place(noun) && left.is_some_and(is_place);
        let head_noun = head
            .and_then(|head| self.noun(*head))
            .and_then(|noun| noun.noun);
        let is_happening = head_noun.is_some_and(|noun| {
            matches!(
                noun.class,
                Noun::Meeting | Noun::Attack | Noun::Agreement | Noun::Journey
            )
        });
        places || is_happening
    }

    /// "A, B and C met": names before the commas.
    fn add_listed(&self, start: usize, heads: &mut Vec<usize>) {
        let mut at = start;
        while at >= 2
            && matches!(self.pieces[at - 1].kind, Kind::Comma)
            && self.noun(at - 2).is_some_and(|noun| noun.mention.is_some())
        {
            let before = at.checked_sub(3).and_then(|before| self.kind(before));
            match before {
                None | Some(Kind::Comma | Kind::That | Kind::Colon | Kind::Break | Kind::But) => {
                    heads.push(at - 2);
                    at -= 2;
                }
                _ => break,
            }
        }
    }

    /// A head with all its words up to the next head.
    fn filler(&self, head: usize, end: usize) -> Filler {
        let span = self.pieces[head].span;
        let is_name = self.noun(head).is_some_and(|noun| noun.mention.is_some());
        let mut last = head;
        if !is_name {
            last = (head..end)
                .rev()
                .find(|piece| self.noun(*piece).is_some())
                .unwrap_or(head);
        }
        Filler {
            piece: head,
            span: span.cover(self.pieces[last].span),
        }
    }

    /// Arguments from a piece on, and the piece where they end.
    pub(crate) fn arguments(&self, start: usize) -> (Vec<Argument>, usize) {
        let mut arguments: Vec<Argument> = Vec::new();
        let mut preposition = "";
        let mut at = start;
        while let Some(piece) = self.pieces.get(at) {
            match &piece.kind {
                Kind::Noun(_) => {
                    let (fillers, next) = self.list(at, preposition);
                    let is_subject =
                        preposition.is_empty() || CLAUSE_PREPOSITIONS.contains(&preposition);
                    if is_subject && self.starts_clause(next) && !self.is_infinitive(at) {
                        break;
                    }
                    arguments.push(Argument {
                        preposition,
                        fillers,
                    });
                    preposition = "";
                    at = next;
                    continue;
                }
                Kind::Preposition(word) => preposition = word,
                Kind::Time(_) => preposition = "",
                Kind::Adverb => {}
                Kind::And if self.is_preposition(at + 1) => {}
                Kind::Comma if self.goes_on(at + 1) => {}
                _ => break,
            }
            at += 1;
        }
        (arguments, at)
    }

    /// Whether the piece before is an infinitive, whose object this is.
    fn is_infinitive(&self, piece: usize) -> bool {
        let before = piece
            .checked_sub(1)
            .and_then(|before| self.pieces[before].verb());
        before.is_some_and(|group| group.is_infinitive)
    }

    fn is_preposition(&self, piece: usize) -> bool {
        matches!(self.kind(piece), Some(Kind::Preposition(_)))
    }

    fn goes_on(&self, piece: usize) -> bool {
        match self.kind(piece) {
            Some(Kind::Preposition(word)) => *word != "according to",
            Some(Kind::Time(_)) => true,
            _ => false,
        }
    }

    /// Whether the piece is a finite verb, so that the phrase before it is its subject.
    fn starts_clause(&self, piece: usize) -> bool {
        let mut at = piece;
        while matches!(self.kind(at), Some(Kind::Adverb)) {
            at += 1;
        }
        match self.kind(at) {
            Some(Kind::Verb(group)) => {
                !(group.is_infinitive
                    || group.is_gerund
                    || group.is_bare && self.is_reduced_object(at))
            }
            _ => false,
        }
    }

    /// "the agreement **signed** in Paris": a participle before a preposition.
    fn is_reduced_object(&self, verb: usize) -> bool {
        self.is_preposition(verb + 1)
    }

    /// The coordinated phrases from a noun on, and the piece after them.
    fn list(&self, start: usize, preposition: &str) -> (Vec<Filler>, usize) {
        let (first, mut at) = self.phrase(start);
        let mut fillers = vec![first];
        while let Some(next) = self.next_conjunct(at, preposition) {
            let (filler, after) = self.phrase(next);
            if self.starts_clause(after) && !matches!(preposition, "between" | "by" | "of") {
                break;
            }
            fillers.push(filler);
            at = after;
        }
        if fillers.len() == 1 {
            at = self.past_apposition(&mut fillers[0], at);
        }
        (fillers, at)
    }

    /// The noun of the next conjunct: after "and", "as well as with", or a comma of a list.
    fn next_conjunct(&self, at: usize, preposition: &str) -> Option<usize> {
        match self.kind(at)? {
            Kind::And => self.conjunct(at + 1, preposition),
            Kind::Comma if matches!(self.kind(at + 1), Some(Kind::And)) => {
                self.conjunct(at + 2, preposition)
            }
            Kind::Comma if self.list_closes(at + 1) => Some(at + 1),
            _ => None,
        }
    }

    fn conjunct(&self, at: usize, preposition: &str) -> Option<usize> {
        match self.kind(at)? {
            Kind::Noun(_) => Some(at),
            Kind::Preposition(word) if *word == preposition => {
                self.noun(at + 1).is_some().then_some(at + 1)
            }
            _ => None,
        }
    }

    /// Whether names and commas from here end in "and NAME".
    fn list_closes(&self, mut at: usize) -> bool {
        while self.noun(at).is_some_and(|noun| noun.mention.is_some()) {
            match (self.kind(at + 1), self.kind(at + 2)) {
                (Some(Kind::And), Some(Kind::Noun(_))) => return true,
                (Some(Kind::Comma), Some(Kind::And)) => {
                    return self.noun(at + 3).is_some();
                }
                (Some(Kind::Comma), _) => at += 2,
                _ => return false,
            }
        }
        false
    }

    /// A noun with the "of" phrases that hang on it.
    fn phrase(&self, start: usize) -> (Filler, usize) {
        let mut end = start + 1;
        while self.pieces.get(end).and_then(Piece::preposition) == Some("of")
            && self.noun(end + 1).is_some()
        {
            end += 2;
            let plural = self
                .noun(start)
                .and_then(|noun| noun.noun)
                .is_some_and(|noun| noun.plural);
            if plural
                && matches!(self.kind(end), Some(Kind::And))
                && self
                    .noun(end + 1)
                    .is_some_and(|noun| self.joins_governed(noun, end + 1, Some(&start)))
            {
                end += 2;
            }
        }
        (self.filler(start, end), end)
    }

    /// ", the minister," after a name is passed over; a name after a title is taken.
    fn past_apposition(&self, filler: &mut Filler, at: usize) -> usize {
        if !matches!(self.kind(at), Some(Kind::Comma)) || self.noun(at + 1).is_none() {
            return at;
        }
        let (_, after) = self.phrase(at + 1);
        let closes = matches!(
            self.kind(after),
            None | Some(Kind::Comma | Kind::Break | Kind::Preposition(_) | Kind::Time(_))
        );
        if !closes {
            return at;
        }
        self.name_by_apposition(filler, at + 1);
        after
    }

    /// Whether a phrase is new: "a meeting", not "the meeting".
    pub(crate) fn is_definite(&self, piece: usize) -> bool {
        self.noun(piece)
            .is_some_and(|noun| noun.determiner == Determiner::Definite)
    }
}

const CLAUSE_PREPOSITIONS: &[&str] = &["after", "before", "since", "until", "than", "as"];

/// Verbs whose object does what the infinitive says.
pub(crate) const OBJECT_CONTROL: &[&str] = &[
    "ask",
    "tell",
    "urge",
    "request",
    "invite",
    "instruct",
    "order",
    "allow",
    "permit",
    "help",
    "persuade",
    "want",
    "expect",
    "authorize",
    "cause",
    "lead",
    "get",
    "press",
    "encourage",
    "advise",
    "convince",
    "compel",
    "require",
    "beg",
    "command",
    "direct",
    "send",
    "warn",
    "forbid",
    "assign",
];
