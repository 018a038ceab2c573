//! Letters of other scripts in Latin ones, by the commonest custom of English-language papers.
//!
//! Good enough to compare names by, not to print them: vowels that a script does not write stay
//! out. A script that is not here is compared letter by letter.

/// Writes a folded name in Latin letters.
pub(super) fn romanized(folded: &str) -> String {
    if folded.is_ascii() {
        return folded.to_owned();
    }
    let mut latin = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match reading(letter) {
            Some(reading) => latin.push_str(reading),
            None => push_hangul(letter, &mut latin),
        }
    }
    latin
}

fn reading(letter: char) -> Option<&'static str> {
    let tables = [CYRILLIC, GREEK, ARMENIAN, GEORGIAN, HEBREW, ARABIC];
    let found = tables
        .iter()
        .flat_map(|table| table.iter())
        .find(|(letters, _)| letters.contains(letter));
    found.map(|(_, reading)| *reading)
}

/// Letters, and how all of them are read.
type Readings = &'static [(&'static str, &'static str)];

const CYRILLIC: Readings = &[
    ("аә", "a"),
    ("б", "b"),
    ("в", "v"),
    ("гґғ", "g"),
    ("дђ", "d"),
    ("еєэ", "e"),
    ("ж", "zh"),
    ("з", "z"),
    ("иіїйы", "i"),
    ("ј", "j"),
    ("кқ", "k"),
    ("лљ", "l"),
    ("м", "m"),
    ("нңњ", "n"),
    ("оө", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("тћ", "t"),
    ("уўүұ", "u"),
    ("ф", "f"),
    ("хһ", "kh"),
    ("ц", "ts"),
    ("ч", "ch"),
    ("џ", "dzh"),
    ("ш", "sh"),
    ("щ", "shch"),
    ("ъь", ""),
    ("ю", "yu"),
    ("я", "ya"),
    ("ё", "yo"),
];

const GREEK: Readings = &[
    ("α", "a"),
    ("β", "v"),
    ("γ", "g"),
    ("δ", "d"),
    ("ε", "e"),
    ("ζ", "z"),
    ("ηιυ", "i"),
    ("θ", "th"),
    ("κ", "k"),
    ("λ", "l"),
    ("μ", "m"),
    ("ν", "n"),
    ("ξ", "x"),
    ("οω", "o"),
    ("π", "p"),
    ("ρ", "r"),
    ("σς", "s"),
    ("τ", "t"),
    ("φ", "f"),
    ("χ", "ch"),
    ("ψ", "ps"),
];

const ARMENIAN: Readings = &[
    ("ա", "a"),
    ("բ", "b"),
    ("գ", "g"),
    ("դ", "d"),
    ("եէը", "e"),
    ("զ", "z"),
    ("թտ", "t"),
    ("ժ", "zh"),
    ("ի", "i"),
    ("լ", "l"),
    ("խ", "kh"),
    ("ծց", "ts"),
    ("կք", "k"),
    ("հ", "h"),
    ("ձ", "dz"),
    ("ղ", "gh"),
    ("ճչ", "ch"),
    ("մ", "m"),
    ("յ", "y"),
    ("ն", "n"),
    ("շ", "sh"),
    ("ոօ", "o"),
    ("պփ", "p"),
    ("ջ", "j"),
    ("ռր", "r"),
    ("ս", "s"),
    ("վւ", "v"),
    ("ֆ", "f"),
];

const GEORGIAN: Readings = &[
    ("ა", "a"),
    ("ბ", "b"),
    ("გ", "g"),
    ("დ", "d"),
    ("ე", "e"),
    ("ვ", "v"),
    ("ზ", "z"),
    ("თტ", "t"),
    ("ი", "i"),
    ("კქყ", "k"),
    ("ლ", "l"),
    ("მ", "m"),
    ("ნ", "n"),
    ("ო", "o"),
    ("პფ", "p"),
    ("ჟ", "zh"),
    ("რ", "r"),
    ("ს", "s"),
    ("უ", "u"),
    ("ღ", "gh"),
    ("შ", "sh"),
    ("ჩჭ", "ch"),
    ("ცწ", "ts"),
    ("ძ", "dz"),
    ("ხ", "kh"),
    ("ჯ", "j"),
    ("ჰ", "h"),
];

const HEBREW: Readings = &[
    ("אע", "a"),
    ("ב", "b"),
    ("ג", "g"),
    ("ד", "d"),
    ("ה", "h"),
    ("ו", "o"),
    ("ז", "z"),
    ("חכך", "kh"),
    ("טת", "t"),
    ("י", "i"),
    ("ל", "l"),
    ("מם", "m"),
    ("נן", "n"),
    ("ס", "s"),
    ("פף", "p"),
    ("צץ", "ts"),
    ("ק", "k"),
    ("ר", "r"),
    ("ש", "sh"),
];

const ARABIC: Readings = &[
    ("اآأإعى", "a"),
    ("ب", "b"),
    ("پ", "p"),
    ("تطة", "t"),
    ("ث", "th"),
    ("ج", "j"),
    ("چ", "ch"),
    ("حه", "h"),
    ("خ", "kh"),
    ("دض", "d"),
    ("ذزظ", "z"),
    ("ر", "r"),
    ("ژ", "zh"),
    ("سص", "s"),
    ("ش", "sh"),
    ("غ", "gh"),
    ("ف", "f"),
    ("ق", "q"),
    ("كک", "k"),
    ("گ", "g"),
    ("ل", "l"),
    ("م", "m"),
    ("ن", "n"),
    ("و", "u"),
    ("يی", "i"),
    ("ءئؤ", ""),
];

const INITIALS: [&str; 19] = [
    "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "ch", "ch", "k", "t", "p",
    "h",
];
const MEDIALS: [&str; 21] = [
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "u", "ui", "i",
];
const FINALS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
];

/// A syllable of Hangul, composed or as folding takes it apart; anything else as it is.
fn push_hangul(letter: char, latin: &mut String) {
    let code = letter as u32;
    let read = |table: &[&'static str], at: u32| table.get(at as usize).copied();
    let reading = match code {
        0x1100..=0x1112 => read(&INITIALS, code - 0x1100),
        0x1161..=0x1175 => read(&MEDIALS, code - 0x1161),
        0x11a8..=0x11c2 => read(&FINALS, code - 0x11a7),
        _ => None,
    };
    match reading {
        Some(reading) => latin.push_str(reading),
        None => latin.push(letter),
    }
}
