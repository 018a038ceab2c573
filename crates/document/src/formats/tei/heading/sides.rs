//! The words of a heading that name who writes, and those that name to whom.

use depeche_text::Span;

/// What is sent from somebody to somebody.
const SENT: &[&str] = &[
    "aide-mémoire",
    "airgram",
    "cable",
    "despatch",
    "dispatch",
    "instruction",
    "letter",
    "memorandum",
    "message",
    "note",
    "telegram",
];

/// What is written by somebody, and sometimes sent.
const WRITTEN: &[&str] = &[
    "conversation",
    "draft",
    "entry",
    "notes",
    "paper",
    "record",
    "reply",
    "report",
    "statement",
    "summary",
];

/// Words between what is written and its writer: "Paper **Prepared** by".
const MADE: &[&str] = &["drafted", "prepared", "written"];

/// Behind these "to" says with whom somebody is, or what something is about, not to whom he writes.
const WITH_TO: &[&str] = &[
    "adviser",
    "aide",
    "ambassador",
    "assistant",
    "consultant",
    "counselor",
    "delegate",
    "delegation",
    "deputy",
    "envoy",
    "liaison",
    "minister",
    "mission",
    "observer",
    "regard",
    "representative",
    "respect",
];

/// Who writes and to whom, as far as a heading says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) from: Option<Span>,
    pub(super) to: Option<Span>,
}

/// The sides of a heading that has "from", "by" or "for"; `None` of one that does not, or that tells
/// what was said where.
pub(super) fn sides(words: &str) -> Option<Sides> {
    let found = sent_from(words).or_else(|| made_by(words));
    let found = found.or_else(|| made_in(words)).or_else(|| made_for(words));
    // "Minutes of a Meeting of the Delegation to the Assembly".
    found.or_else(|| is_of_meeting(words).then(Sides::default))
}

/// "Letter **From Bell to Kal**".
fn sent_from(words: &str) -> Option<Sides> {
    let (before, start) = cut(words, &[" From ", " from "])?;
    let is_title = words[..start].ends_with(" From ");
    (is_kind(before, SENT) || is_title && is_kind(before, WRITTEN)).then(|| from_to(words, start))
}

/// "Memorandum **by Bell to Kal**", "Report **to the Council by Bell**", "Paper Prepared **by Bell**".
fn made_by(words: &str) -> Option<Sides> {
    let (before, start) = cut(words, &[" by ", " By "])?;
    if let Some((kind, to)) = cut(before, &[" to ", " for "])
        && (is_kind(kind, SENT) || is_kind(kind, WRITTEN))
    {
        let to = Span::new(to, before.trim_end_matches(',').len());
        return Some(Sides {
            from: Some(Span::new(start, words.len())),
            to: Some(to).filter(|to| !is_kept(to.slice(words))),
        });
    }
    let is_made = is_kind(before, MADE) && is_paper(before);
    (is_made || is_kind(before, SENT) || is_kind(before, WRITTEN)).then(|| from_to(words, start))
}

/// "Paper Prepared **in the Department of Fish** for Kal".
fn made_in(words: &str) -> Option<Sides> {
    let (before, start) = cut(words, &[" Prepared in ", " Prepared, in ", " Drafted in "])?;
    is_paper(before).then(|| {
        let side = Span::new(start, words.len());
        let Some((from, to)) = cut(&words[start..], &[" for "]) else {
            return Sides {
                from: Some(side),
                to: None,
            };
        };
        Sides {
            from: Some(Span::new(start, start + from.len())),
            to: Some(Span::new(start + to, words.len())),
        }
    })
}

/// "Memorandum **for the President**", but not "for the Record".
fn made_for(words: &str) -> Option<Sides> {
    let (before, start) = cut(words, &[" for ", " For ", " for: "])?;
    let is_made = is_kind(before, MADE) && is_paper(before);
    (is_made || is_kind(before, &["memorandum"])).then(|| {
        // "for the President **of Discussion** at a meeting".
        let rest = &words[start..];
        let end = cut(rest, &[" of Discussion", " of Conversation"]);
        let end = end.map_or(words.len(), |(to, _)| start + to.len());
        Sides {
            from: None,
            to: Some(Span::new(start, end)).filter(|_| !is_kept(rest)),
        }
    })
}

/// "for the Record": for nobody.
fn is_kept(words: &str) -> bool {
    let words = words.to_lowercase();
    let words = words.strip_prefix("the ").unwrap_or(&words);
    words.starts_with("record") || words.starts_with("file")
}

/// Whether a heading is that of minutes or notes of a meeting.
fn is_of_meeting(words: &str) -> bool {
    let lower = words.to_lowercase();
    let kinds = ["minutes", "notes", "summary", "record", "memorandum"];
    let kinds = kinds.iter().filter_map(|kind| lower.find(kind)).min();
    let talks = [
        "meeting",
        "conversation",
        "conference",
        "session",
        "discussion",
    ];
    let talks = talks.iter().filter_map(|talk| lower.find(talk)).min();
    matches!((kinds, talks), (Some(kind), Some(talk)) if kind < talk)
}

/// The words before the first of some marks, and where those behind it begin.
fn cut<'a>(words: &'a str, marks: &[&str]) -> Option<(&'a str, usize)> {
    let found = marks
        .iter()
        .filter_map(|mark| Some((words.find(mark)?, mark.len())));
    let (at, size) = found.min()?;
    Some((&words[..at], at + size))
}

/// Whether words end in one of a kind.
fn is_kind(words: &str, kinds: &[&str]) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    let last = last.trim_end_matches(',').to_lowercase();
    kinds.contains(&last.as_str())
}

/// Whether words name something written.
fn is_paper(words: &str) -> bool {
    words.split(' ').any(|word| {
        let word = word.trim_end_matches(',').to_lowercase();
        SENT.contains(&word.as_str()) || WRITTEN.contains(&word.as_str()) || word == "study"
    })
}

/// Who writes from an offset on, and to whom. "To" behind a name in brackets or a comma parts them
/// rather than one before it: "Bell, Deputy to the Envoy (Moss) **to** Kal".
fn from_to(words: &str, start: usize) -> Sides {
    let splits = words[start..]
        .match_indices(" to ")
        .map(|(split, _)| start + split);
    let splits: Vec<usize> = splits
        .filter(|split| {
            let before = words[start..*split].rsplit(' ').next().unwrap_or_default();
            !WITH_TO.contains(&before.to_lowercase().as_str())
        })
        .collect();
    let is_closed = |split: &&usize| words[..**split].ends_with([')', ',']);
    let split = splits.iter().find(is_closed).or(splits.first());
    match split {
        Some(split) => Sides {
            from: Some(Span::new(start, *split)),
            to: Some(Span::new(split + " to ".len(), words.len())),
        },
        None => Sides {
            from: Some(Span::new(start, words.len())),
            to: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::sides;

    fn check(heading: &str, from: Option<&str>, to: Option<&str>) {
        let sides = sides(heading).map(|sides| {
            let words = |span: Option<depeche_text::Span>| span.map(|span| span.slice(heading));
            (words(sides.from), words(sides.to))
        });
        assert_eq!(sides, Some((from, to)), "{heading}");
    }

    #[test]
    fn a_writer_stands_behind_from_and_by() {
        check(
            "Memorandum by Mr. Per Lind, Deputy to the Envoy (Moss) to the Minister (Kal)",
            Some("Mr. Per Lind, Deputy to the Envoy (Moss)"),
            Some("the Minister (Kal)"),
        );
        check(
            "Memorandum of Conversation, by the Special Assistant to the Minister (Kal)",
            Some("the Special Assistant to the Minister (Kal)"),
            None,
        );
        check(
            "Report to the Fish Council by the Secretary (Bell)",
            Some("the Secretary (Bell)"),
            Some("the Fish Council"),
        );
        check(
            "Report From the Harbour Master With Respect to the Port",
            Some("the Harbour Master With Respect to the Port"),
            None,
        );
        check(
            "Paper Prepared in the Ministry of Fish for the Delegation to the Assembly",
            Some("the Ministry of Fish"),
            Some("the Delegation to the Assembly"),
        );
        check(
            "Memorandum for the Envoy, by the Minister",
            Some("the Minister"),
            Some("the Envoy"),
        );
        check("Memorandum for the Envoy", None, Some("the Envoy"));
        check("Memorandum for the Record by Bell", Some("Bell"), None);
        check("Memorandum for the Record", None, None);
    }

    #[test]
    fn minutes_have_no_writer() {
        check(
            "Minutes of the Meeting of the Delegation to the Assembly",
            None,
            None,
        );
        assert_eq!(sides("The Envoy in Norland (Bell) to the Minister"), None);
        assert_eq!(sides("Address by the President to the Assembly"), None);
    }
}
