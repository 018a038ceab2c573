//! Telegram numbers: `OSTERVIK 000173` and a year give `07OSTERVIK173`.

use crate::cable::{Cable, Part};
use depeche_text::Span;

/// A station and a number at the end of a classification line.
pub(crate) fn at_end(text: &str, span: Span) -> Option<(String, u32, Span)> {
    let words = span.slice(text).trim_end();
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    if !(2..=8).contains(&digits) {
        return None;
    }
    let number = words[words.len() - digits..].parse().ok()?;
    let before = words[..words.len() - digits].trim_end();
    // Captions may stand between: the station is the run of capital words that ends here.
    let station_words: Vec<&str> = before
        .split(' ')
        .rev()
        .take_while(|word| is_station(word))
        .collect();
    // A zero inside a station's name is the letter O, misread.
    let station: String = station_words
        .iter()
        .rev()
        .copied()
        .collect::<String>()
        .replace('0', "O");
    if !(3..=24).contains(&station.len()) {
        return None;
    }
    let first = station_words.last()?;
    let start =
        span.start as usize + (first.as_ptr() as usize - span.slice(text).as_ptr() as usize);
    let end = span.start as usize + words.len();
    Some((station, number, Span::new(start, end)))
}

fn is_station(word: &str) -> bool {
    let caption = crate::header::CAPTIONS.contains(&word);
    let letter = |byte: u8| byte.is_ascii_uppercase() || byte == b'0';
    let named = word.starts_with(|first: char| first.is_ascii_uppercase());
    word.len() > 1 && named && word.bytes().all(letter) && !caption
}

/// Fills in the number once the year is known.
pub(crate) fn set(text: &str, cable: &mut Cable, found: Option<(String, u32, Span)>) {
    let Some((station, number, span)) = found else {
        return;
    };
    let year = cable
        .date
        .as_ref()
        .and_then(|date| date.earliest)
        .map(|day| day.year);
    let value = match year {
        Some(year) => format!("{:02}{station}{number}", year % 100),
        None => format!("{station} {number}"),
    };
    cable.number = Some(Part {
        value,
        ..Part::of(text, span)
    });
}
