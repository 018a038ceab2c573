//! Earlier mails inside a mail: they are not the sender's words.
//!
//! Told by quotation marks (already gone into kinds), by the lines that mailers put above
//! ("On … wrote:", "-----Original Message-----") and by copied header lines. What follows such a
//! line to the end of the body is taken for the earlier mail: an answer below it without marks is
//! taken for it too.

use super::passage::Passage;
use crate::BlockKind;

/// Words between dashes above an earlier mail, in small letters.
const MARKERS: &[&str] = &[
    "original message",
    "original appointment",
    "forwarded message",
    "forwarded by",
    "start of forwarded message",
    "begin forwarded message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message original",
    "message transféré",
    "mensaje original",
    "mensaje reenviado",
    "messaggio originale",
    "messaggio inoltrato",
    "mensagem original",
    "mensagem encaminhada",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "originalmeddelande",
    "ursprungligt meddelande",
    "opprinnelig melding",
    "oprindelig meddelelse",
    "исходное сообщение",
    "пересылаемое сообщение",
    "пересланное сообщение",
];

/// Verbs that end a line above an earlier mail.
const VERBS: &[&str] = &[
    "wrote",
    "writes",
    "said",
    "schrieb",
    "a écrit",
    "escribió",
    "ha scritto",
    "escreveu",
    "schreef",
    "skrev",
    "kirjoitti",
    "napisał",
    "написал",
    "написала",
    "пишет",
];

/// Words that open such a line where it names a day.
const OPENINGS: &[&str] = &[
    "On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den ", "W dniu ", "At ",
];

/// Keys of copied header lines, in small letters: sender, then date, recipient and subject.
const FROM: &[&str] = &["from", "von", "de", "da", "van", "fra", "från", "od", "от"];
const SENT: &[&str] = &[
    "sent",
    "date",
    "gesendet",
    "datum",
    "envoyé",
    "enviado",
    "enviado el",
    "fecha",
    "inviato",
    "data",
    "verzonden",
    "sendt",
    "skickat",
    "dato",
    "дата",
    "отправлено",
];
const TO: &[&str] = &[
    "to",
    "an",
    "à",
    "para",
    "a",
    "aan",
    "til",
    "till",
    "do",
    "кому",
    "cc",
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "emne",
    "ämne",
    "тема",
];

/// A line above an earlier mail is no longer, in bytes.
const MAX_LINE_BYTES: usize = 300;
/// Copied header lines stand within so many lines.
const MAX_HEADER_LINES: usize = 6;

/// Whether a line stands above an earlier mail: `-----Original Message-----`.
pub(super) fn is_marker(line: &str) -> bool {
    let line = line.trim();
    let bare = line.trim_matches(|mark: char| mark == '-' || mark.is_whitespace());
    let is_dashed = line.starts_with("--") && bare.len() < line.len();
    if line.len() > MAX_LINE_BYTES || bare.is_empty() {
        return false;
    }
    let lower = bare.to_lowercase().replace('’', "'");
    let is_said = MARKERS.iter().any(|marker| lower.starts_with(marker));
    is_said && (is_dashed || lower == "begin forwarded message:")
}

/// Marks the passages of earlier mails.
pub(super) fn mark(text: &str, passages: &mut [Passage]) {
    let is_quote = |passage: &Passage| passage.kind == BlockKind::Quote;
    let marked = passages.iter().rposition(is_quote);
    let start = (0..passages.len()).find(|index| {
        // Where marks follow, they say how far a quotation goes.
        let marks_follow = marked.is_some_and(|marked| marked > *index);
        passages[*index].is_own() && opens_earlier_mail(text, &passages[*index..], marks_follow)
    });
    let own = start.unwrap_or(passages.len());
    for passage in &mut passages[own..] {
        if passage.kind != BlockKind::Furniture {
            passage.kind = BlockKind::Quote;
        }
    }
    for index in 1..own {
        let introduces = passages[index].kind == BlockKind::Quote;
        if introduces && passages[index - 1].is_own() {
            mark_attribution(text, &mut passages[..index]);
        }
    }
}

/// Marks the last of the passages, or the last two, where they introduce what follows.
fn mark_attribution(text: &str, passages: &mut [Passage]) {
    let count = passages.len();
    for taken in 1..=count.min(2) {
        let span = passages[count - taken].span.cover(passages[count - 1].span);
        let own = passages[count - taken..].iter().all(Passage::is_own);
        let words = span.slice(text);
        // "wrote:" alone may be the end of a line that was broken in two.
        let is_rest = taken == 1 && words.len() < 20;
        if own && !is_rest && is_attribution(words) {
            for passage in &mut passages[count - taken..] {
                passage.kind = BlockKind::Quote;
            }
            return;
        }
    }
}

/// Whether the first of the passages opens an earlier mail that goes on to the end.
fn opens_earlier_mail(text: &str, passages: &[Passage], marks_follow: bool) -> bool {
    let span = passages[0].span;
    let words = span.slice(text);
    let first = words.lines().next().unwrap_or_default();
    is_marker(first)
        || is_copied_header(&text[span.start as usize..])
        || !marks_follow && passages.len() > 1 && is_dated_attribution(words)
}

/// "Karin Lind wrote:"
fn is_attribution(words: &str) -> bool {
    if words.len() > MAX_LINE_BYTES {
        return false;
    }
    let Some(bare) = words.trim_end().strip_suffix([':', '：']) else {
        return false;
    };
    let bare = bare.trim_end();
    let says = VERBS.iter().any(|verb| bare.ends_with(verb));
    // Some mailers only give day and mailbox: "2011/3/15 Lena Faure <lena@…>:".
    let is_address = bare.ends_with('>') && bare.contains('@');
    says || is_address || is_dated_attribution(words)
}

/// "On 9 January 2007 at 16:02, Karin Lind wrote:", also with the verb in the middle.
fn is_dated_attribution(words: &str) -> bool {
    if words.len() > MAX_LINE_BYTES {
        return false;
    }
    let opens = OPENINGS.iter().any(|opening| words.starts_with(opening));
    let says = VERBS.iter().any(|verb| words.contains(verb));
    let is_dated = words.bytes().any(|byte| byte.is_ascii_digit());
    opens && says && is_dated && words.trim_end().ends_with(':')
}

/// "From: … / Sent: … / To: …", as mailers copy it above the mail that is answered.
fn is_copied_header(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(|line| line.trim().trim_matches('*'))
        .filter(|line| !line.is_empty());
    let is = |line: &str, keys: &[&str]| {
        let Some((key, _)) = line.split_once(':') else {
            return false;
        };
        let key = key.trim_matches(|mark: char| mark == '*' || mark.is_whitespace());
        // "FROM:" in capitals opens a memorandum.
        let is_capitals = key.len() > 2 && !key.chars().any(char::is_lowercase);
        key.len() <= 20 && !is_capitals && keys.contains(&key.to_lowercase().as_str())
    };
    if !lines.next().is_some_and(|line| is(line, FROM)) {
        return false;
    }
    let next: Vec<&str> = lines.take(MAX_HEADER_LINES).collect();
    let any = |keys: &[&str]| next.iter().any(|line| is(line, keys));
    any(SENT) && any(TO)
}

#[cfg(test)]
mod tests {
    use super::{is_attribution, is_copied_header, is_dated_attribution, is_marker};

    #[test]
    fn lines_above_earlier_mails_are_told() {
        for line in [
            "-----Original Message-----",
            " ---------- Forwarded message ----------",
            "----- Forwarded by Maria Lind/OST on 01/10/2007 08:47 AM -----",
            "-------- Message d’origine --------",
            "Begin forwarded message:",
        ] {
            assert!(is_marker(line), "{line}");
        }
        for line in [
            "--",
            "-----",
            "Original message",
            "- original message",
            "-- Maria Lind",
        ] {
            assert!(!is_marker(line), "{line}");
        }
    }

    #[test]
    fn attributions_end_with_a_verb_or_an_address() {
        for words in [
            "On 9 January 2007 at 16:02, Karin Mossé wrote:",
            "On Tue, Mar 15, 2011 at 4:12 AM, Lena\n<lena@tribune.example> wrote:",
            "Karin Mossé schrieb:",
            "2011/3/15 Lena Faure <lena@tribune.example>:",
            "Am 09.01.2007 um 16:02 schrieb Karin Mossé:",
        ] {
            assert!(is_attribution(words), "{words}");
        }
        assert!(!is_attribution("I quote from the paper:"));
        assert!(!is_dated_attribution("Karin Mossé wrote:"));
        assert!(!is_dated_attribution(
            "On 9 January Karin Mossé wrote to him."
        ));
    }

    #[test]
    fn copied_header_lines_are_told_from_a_memorandum() {
        let mail = "From: Lind, Maria\nSent: 9 January 2007\nTo: Elsa Brandvold\nSubject: Quay 9\n";
        assert!(is_copied_header(mail));
        assert!(is_copied_header(
            "*Von:* Lind\n*Gesendet:* Dienstag\n\n*An:* Brandvold\n"
        ));
        let memorandum = "FROM: The Director\nDATE: 9 January\nTO: The Minister\n";
        assert!(!is_copied_header(memorandum));
        assert!(!is_copied_header("From: here\nthe road goes on\n"));
    }
}
