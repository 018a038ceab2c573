//! From bytes to text, whatever they were written in.
//!
//! In order: a byte order mark, UTF-16 told by its zeros, UTF-8 that fits, the declared charset
//! where its bytes fit, UTF-8 with a few faults, and last a guess from the letters. What cannot
//! be decoded becomes U+FFFD and is counted; a zero becomes a space. UTF-16 of Chinese, Japanese
//! or Korean without a mark is not told.

use depeche_text::{Problem, Severity, Span};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A text and how it was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// Without byte order mark; line ends as they were.
    pub text: Cow<'a, str>,
    /// The WHATWG name of the encoding: `UTF-8`, `windows-1252`, `UTF-16LE`.
    pub encoding: &'static str,
    /// Undecodable bytes, zeros, a declaration that was wrong.
    pub problems: Vec<Problem>,
}

/// Whether a charset of this name is one that [`decode`] can take a hint from.
pub(crate) fn is_known(label: &str) -> bool {
    Encoding::for_label(label.trim().as_bytes()).is_some()
}

/// Decodes `bytes`; `hint` is the charset that a header or the markup declares.
pub fn decode<'a>(bytes: &'a [u8], hint: Option<&str>) -> Decoded<'a> {
    let declared = hint.and_then(|hint| Encoding::for_label(hint.trim().as_bytes()));
    let (mut text, encoding) = decode_best(bytes, declared);
    let mut problems = Vec::new();
    if let Some(declared) = declared
        && declared.name() != encoding
        && !text.is_ascii()
    {
        problems.push(wrong_charset(declared.name(), encoding));
    }
    if let Some(zeros) = zeros(&text) {
        problems.push(zeros);
        text = text.replace('\0', " ").into();
    }
    Decoded {
        text,
        encoding,
        problems,
    }
    .with_undecodable()
}

impl Decoded<'_> {
    fn with_undecodable(mut self) -> Self {
        let mut lost = self.text.match_indices(char::REPLACEMENT_CHARACTER);
        if let Some((offset, character)) = lost.next() {
            let span = Span::new(offset, offset + character.len());
            let problem = undecodable(1 + lost.count(), self.encoding, span);
            self.problems.push(problem);
        }
        self
    }
}

fn decode_best<'a>(
    bytes: &'a [u8],
    declared: Option<&'static Encoding>,
) -> (Cow<'a, str>, &'static str) {
    if let Some(text) = utf_32(bytes) {
        return (text.into(), "UTF-32");
    }
    if let Some((encoding, mark_len)) = Encoding::for_bom(bytes) {
        return lossy(&bytes[mark_len..], encoding);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return lossy(bytes, encoding);
    }
    let strict = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((text, encoding.name()))
    };
    // Letters of a single-byte charset hardly ever fit UTF-8 by chance; those of two bytes may.
    let declared = declared.filter(|encoding| !is_utf_16(encoding));
    let first = declared.filter(|encoding| !encoding.is_single_byte());
    first
        .and_then(strict)
        .or_else(|| strict(UTF_8))
        .or_else(|| declared.and_then(strict))
        .or_else(|| mostly_utf_8(bytes))
        .unwrap_or_else(|| lossy(bytes, declared.unwrap_or_else(|| guess(bytes))))
}

fn lossy<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> (Cow<'a, str>, &'static str) {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text, encoding.name())
}

fn is_utf_16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// UTF-32 is known by its mark only.
fn utf_32(bytes: &[u8]) -> Option<String> {
    let (rest, unit): (_, fn([u8; 4]) -> u32) = match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => (rest, u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, rest @ ..] => (rest, u32::from_be_bytes),
        _ => return None,
    };
    let (units, cut) = rest.as_chunks::<4>();
    let lost = char::REPLACEMENT_CHARACTER;
    let character = |four: &[u8; 4]| char::from_u32(unit(*four)).unwrap_or(lost);
    let cut = (!cut.is_empty()).then_some(lost);
    Some(units.iter().map(character).chain(cut).collect())
}

/// How much is looked at to tell UTF-16.
const SAMPLE_SIZE_BYTES: usize = 64 << 10;

/// UTF-16 without a mark: zeros at only one half of the places, and there few other values (the
/// pages of one alphabet).
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(SAMPLE_SIZE_BYTES)]
        .as_chunks::<2>()
        .0;
    let [even, odd] = [0, 1].map(|parity| {
        let mut counts = [0_usize; 256];
        for pair in pairs {
            counts[usize::from(pair[parity])] += 1;
        }
        counts
    });
    let fits = |high: &[usize; 256], low: &[usize; 256]| {
        let pages = high.iter().filter(|count| **count > 0).count();
        let letters = low.iter().filter(|count| **count > 0).count();
        high[0] > 0 && low[0] == 0 && pages <= 6 && letters > pages
    };
    match (fits(&even, &odd), fits(&odd, &even)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 in which more bytes fit together than do not: a text with a few faults.
fn mostly_utf_8(bytes: &[u8]) -> Option<(Cow<'_, str>, &'static str)> {
    let (mut fit_count, mut lost_count) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        fit_count += chunk
            .valid()
            .bytes()
            .filter(|byte| !byte.is_ascii())
            .count();
        lost_count += chunk.invalid().len();
    }
    (fit_count > lost_count).then(|| (String::from_utf8_lossy(bytes), UTF_8.name()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn zeros(text: &str) -> Option<Problem> {
    let first = memchr::memchr(0, text.as_bytes())?;
    let count = memchr::memchr_iter(0, text.as_bytes()).count();
    let message = format!("{count} zero bytes, shown as spaces");
    let problem = Problem::new("document/zero-bytes", Severity::Note, message);
    Some(problem.at(Span::new(first, first + 1)))
}

fn undecodable(count: usize, encoding: &str, first: Span) -> Problem {
    let message = format!("{count} places that do not decode as {encoding}, shown as U+FFFD");
    Problem::new("document/undecodable-bytes", Severity::Warning, message).at(first)
}

fn wrong_charset(declared: &str, encoding: &str) -> Problem {
    let message = format!("declared as {declared}, read as {encoding}");
    Problem::new("document/wrong-charset", Severity::Note, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], hint: Option<&str>, encoding: &str, text: &str) {
        let decoded = decode(bytes, hint);
        assert_eq!(
            (decoded.encoding, &*decoded.text),
            (encoding, text),
            "{bytes:?}"
        );
    }

    fn codes(bytes: &[u8], hint: Option<&str>) -> Vec<String> {
        let problems = decode(bytes, hint).problems.into_iter();
        problems
            .map(|problem| format!("{}: {}", problem.code, problem.message))
            .collect()
    }

    fn utf_16_le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn marks_go_before_all_else() {
        check(b"\xef\xbb\xbfn\xc3\xa9", Some("koi8-r"), "UTF-8", "né");
        check(b"\xff\xfen\0\xe9\0", Some("utf-8"), "UTF-16LE", "né");
        check(b"\xfe\xff\0n\0\xe9", None, "UTF-16BE", "né");
        check(b"\xff\xfe\0\0n\0\0\0\xe9\0\0\0", None, "UTF-32", "né");
        check(b"", None, "UTF-8", "");
    }

    #[test]
    fn utf_16_is_told_by_its_zeros() {
        let text = "The envoy left by the early train.";
        check(&utf_16_le(text), None, "UTF-16LE", text);
        let text = "Посол уехал утром, а письмо осталось.";
        check(&utf_16_le(text), Some("utf-8"), "UTF-16LE", text);
        check(b"a\0b", None, "UTF-8", "a b");
        assert_eq!(
            codes(b"\0a b\0", None),
            ["document/zero-bytes: 2 zero bytes, shown as spaces"]
        );
    }

    #[test]
    fn a_declaration_holds_where_its_bytes_fit() {
        check(
            b"\xf1\xf2\xee\xeb",
            Some("windows-1251"),
            "windows-1251",
            "стол",
        );
        check(b"\xc1\xee\xec", Some(" KOI8-R "), "KOI8-R", "аНЛ");
        check(b"n\xe9", Some("ISO-8859-1"), "windows-1252", "né");
        check(b"plain", Some("utf-16"), "UTF-8", "plain");
        check("né".as_bytes(), Some("windows-1252"), "UTF-8", "né");
        check(b"\xc4\xe3\xba\xc3", Some("gb2312"), "GBK", "你好");
        check(b"plain", Some("no such charset"), "UTF-8", "plain");
        let wrong = ["document/wrong-charset: declared as windows-1252, read as UTF-8"];
        assert_eq!(codes("né".as_bytes(), Some("latin1")), wrong);
        assert_eq!(codes(b"plain", Some("latin1")), [] as [&str; 0]);
    }

    #[test]
    fn without_a_declaration_the_letters_tell() {
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("Посол уехал утром, а письмо осталось.");
        check(
            &bytes,
            None,
            "windows-1251",
            "Посол уехал утром, а письмо осталось.",
        );
        check(
            b"Der Botschafter f\xfchrte Gespr\xe4che.",
            None,
            "windows-1252",
            "Der Botschafter führte Gespräche.",
        );
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode("大使は朝の列車で帰国した。");
        check(&bytes, None, "Shift_JIS", "大使は朝の列車で帰国した。");
    }

    #[test]
    fn faults_in_utf_8_are_shown_and_counted() {
        check(
            b"\xc3\xa9t\xc3\xa9 \xff \xc3",
            None,
            "UTF-8",
            "été \u{fffd} \u{fffd}",
        );
        let lost =
            "document/undecodable-bytes: 2 places that do not decode as UTF-8, shown as U+FFFD";
        assert_eq!(codes(b"\xc3\xa9t\xc3\xa9 \xff \xc3", None), [lost]);
        let decoded = decode(b"\xff\xfen\0\x00\xd8", None);
        assert_eq!(decoded.text, "n\u{fffd}");
        assert_eq!(decoded.problems[0].span, Some(Span::new(1, 4)));
    }
}
