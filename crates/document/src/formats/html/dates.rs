//! The date of a page: from its metadata, its time elements, its dateline or its address.
//!
//! Never from the file, never today: a page that gives no date has none.

use depeche_text::Span;
use depeche_time::{Anchors, Day, TimeExpression, day_expression};

/// A date in the forms of metadata: ISO 8601 (`2018-04-05T06:00`, `20180405`, `2018/04/05`),
/// else in words (`Thu, 05 Apr 2018 06:00:00 GMT`).
pub(super) fn read_value(value: &str, rule: &str) -> Option<TimeExpression> {
    let value = value.trim();
    let (day, rest) = match iso_day(value) {
        Some(found) => found,
        None => (day_in_words(value)?, ""),
    };
    let mut expression = day_expression(day, rule);
    if let Some(clock) = clock(rest) {
        expression.value.push_str(&clock);
    }
    Some(expression)
}

/// A year, month and day at the start, and what follows.
fn iso_day(value: &str) -> Option<(Day, &str)> {
    let digits = |range: std::ops::Range<usize>| -> Option<i16> {
        let part = value.get(range)?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let bytes = value.as_bytes();
    let year = digits(0..4).filter(|year| (1500..=2999).contains(year))?;
    let separator = *bytes.get(4)?;
    let (month, day, end) = if matches!(separator, b'-' | b'/' | b'.') {
        let month_len = if digits(5..7).is_some() { 2 } else { 1 };
        let after = 5 + month_len;
        if bytes.get(after) != Some(&separator) {
            return None;
        }
        let day_len = if digits(after + 1..after + 3).is_some() {
            2
        } else {
            1
        };
        let end = after + 1 + day_len;
        (digits(5..after)?, digits(after + 1..end)?, end)
    } else {
        (digits(4..6)?, digits(6..8)?, 8)
    };
    let rest = value.get(end..)?;
    if rest.starts_with(|next: char| next.is_ascii_digit())
        && end == 8
        && separator.is_ascii_digit()
    {
        return None;
    }
    let day = Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    Some((day, rest))
}

/// The time of day after a date, as TIMEX3 writes it: `T06:00` with the zone where given.
fn clock(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let time = rest.get(..5)?;
    let bytes = time.as_bytes();
    let is_clock = bytes[2] == b':'
        && [0, 1, 3, 4]
            .iter()
            .all(|place| bytes[*place].is_ascii_digit());
    let (hour, minute) = (time[..2].parse::<u8>().ok()?, time[3..].parse::<u8>().ok()?);
    if !is_clock || hour > 24 || minute > 59 {
        return None;
    }
    Some(format!("T{time}{}", zone(&rest[5..])))
}

/// `Z` or `+01:00`; empty where there is none.
fn zone(rest: &str) -> String {
    let start = rest
        .trim_start_matches(|part: char| part.is_ascii_digit() || matches!(part, ':' | '.' | ' '));
    if start.starts_with(['Z', 'z']) {
        return "Z".to_owned();
    }
    let digits: String = start
        .chars()
        .skip(1)
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    match start.chars().next() {
        Some(sign @ ('+' | '-')) if digits.len() == 4 => {
            format!("{sign}{}:{}", &digits[..2], &digits[2..])
        }
        _ => String::new(),
    }
}

fn day_in_words(value: &str) -> Option<Day> {
    if value.len() > 80 {
        return None;
    }
    let expression = read_words(value, Span::new(0, value.len()), "")?;
    expression.earliest
}

/// The first whole day said in words in a part of a text.
pub(super) fn read_words(text: &str, span: Span, rule: &str) -> Option<TimeExpression> {
    let found = depeche_time::read(text, span, &mut Anchors::default());
    let mut expression = found.into_iter().find(|expression| {
        expression.earliest.is_some()
            && expression.earliest == expression.latest
            && expression.unresolved.is_none()
    })?;
    expression.rule = rule.to_owned();
    // The time of day stays in `value`: a document's date is a day.
    expression.edtf = expression.earliest.map(|day| day.to_string());
    Some(expression)
}

/// The day in the address of a page: `/2019/11/20/`, `/2019-11-20-`, `/20191120/`.
pub(super) fn read_url(url: &str) -> Option<TimeExpression> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let starts = path
        .char_indices()
        .filter(|(_, character)| *character == '/');
    let day = starts.take(40).find_map(|(slash, _)| {
        let (day, rest) = iso_day(path.get(slash + 1..)?)?;
        let ends = rest.is_empty() || rest.starts_with(['/', '-', '_', '.']);
        (ends && day.year >= 1990).then_some(day)
    })?;
    Some(day_expression(day, "url"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_dates_of_metadata() {
        let check = |value: &str, expected: Option<(&str, &str)>| {
            let read = read_value(value, "meta-tag");
            let found = read
                .as_ref()
                .map(|date| (date.edtf.as_deref().unwrap_or(""), date.value.as_str()));
            assert_eq!(found, expected, "{value}");
        };
        check("2018-04-05T06:00", Some(("2018-04-05", "2018-04-05T06:00")));
        check(
            "2021-11-01T10:52:50+0100",
            Some(("2021-11-01", "2021-11-01T10:52+01:00")),
        );
        check(
            "2017-11-03 03:01:00.000000",
            Some(("2017-11-03", "2017-11-03T03:01")),
        );
        check(
            "2019-01-03T07:00:02.000Z",
            Some(("2019-01-03", "2019-01-03T07:00Z")),
        );
        check("20190428", Some(("2019-04-28", "2019-04-28")));
        check("2019/4/8", Some(("2019-04-08", "2019-04-08")));
        check("March 3, 2011", Some(("2011-03-03", "2011-03-03")));
        check("2019-13-01", None);
        check("1574168580", None);
        check("yesterday", None);
        check("", None);
    }

    #[test]
    fn reads_a_day_from_a_byline() {
        let line = "By Maria Lindqvist on Monday, November 18th, 2019 at 11:08 a.m.";
        let read = read_words(line, Span::new(0, line.len()), "dateline");
        let edtf = read.as_ref().and_then(|date| date.edtf.as_deref());
        assert_eq!(edtf, Some("2019-11-18"));
    }

    #[test]
    fn reads_a_day_from_an_address_and_nothing_else() {
        let check = |url: &str, expected: Option<&str>| {
            let read = read_url(url);
            assert_eq!(
                read.as_ref().and_then(|date| date.edtf.as_deref()),
                expected,
                "{url}"
            );
        };
        check(
            "https://news.example/2019/11/20/a-story",
            Some("2019-11-20"),
        );
        check(
            "https://news.example/world/2019-11-20-story.html",
            Some("2019-11-20"),
        );
        check("https://news.example/20191120/story", Some("2019-11-20"));
        check("https://news.example/2019/11/a-story", None);
        check("https://news.example/story/20191120123", None);
        check("https://2019/11", None);
    }
}
