//! The `Date` field: the day as the sender's clock had it, with the time of day and the zone.
//!
//! `mail-parser` reads the forms of RFC 5322; what other mailers wrote is read as a date in any
//! text is.

use super::part::raw_value;
use depeche_text::Span;
use depeche_time::{Anchors, Day, TimeExpression, TimeType, day_expression};
use mail_parser::{DateTime, Header, Message};

/// Years in which mails were written; others are of clocks that were never set.
const YEARS: std::ops::RangeInclusive<i16> = 1971..=2100;

/// A field is read up to here, in bytes.
const MAX_BYTES: usize = 200;

/// The rule that dates are read by.
const RULE: &str = "mail-header";

/// Reads a field, whose words stand at `span` of the text. The day is the sender's own: 22:47 at
/// -0400 stays on its day, though it is the next one in universal time.
pub(super) fn read(message: &Message, header: &Header, span: Span) -> Option<TimeExpression> {
    let words = raw_value(message, header);
    let read = header.value.as_datetime().and_then(of_library);
    let date = read.or_else(|| of_words(&words))?;
    Some(TimeExpression {
        span: Some(span),
        ..date
    })
}

fn of_library(date: &DateTime) -> Option<TimeExpression> {
    let year = i16::try_from(date.year).ok()?;
    let day = Day::new(year, date.month as i8, date.day as i8);
    let day = day.filter(|day| YEARS.contains(&day.year))?;
    let mut expression = day_expression(day, RULE);
    if date.hour < 24 && date.minute < 60 {
        let clock = format!("T{:02}:{:02}{}", date.hour, date.minute, zone(date));
        expression.value.push_str(&clock);
        expression.kind = TimeType::Time;
    }
    Some(expression)
}

fn zone(date: &DateTime) -> String {
    match (date.tz_hour, date.tz_minute) {
        (0, 0) => "Z".to_owned(),
        (hour, minute) if hour <= 14 && minute < 60 => {
            let sign = if date.tz_before_gmt { '-' } else { '+' };
            format!("{sign}{hour:02}:{minute:02}")
        }
        _ => String::new(),
    }
}

/// "Mon Mar  5 12:33:23 2001", "Thursday, January 18, 2007": the first whole day.
fn of_words(words: &str) -> Option<TimeExpression> {
    let words: String = words.chars().take(MAX_BYTES).collect();
    let found = depeche_time::read(&words, Span::new(0, words.len()), &mut Anchors::new(None));
    let days = found
        .iter()
        .filter_map(|time| time.earliest.zip(time.latest));
    let mut days = days.filter(|(earliest, latest)| earliest == latest);
    let (day, _) = days.find(|(day, _)| YEARS.contains(&day.year))?;
    Some(day_expression(day, RULE))
}

#[cfg(test)]
mod tests {
    use super::{of_library, of_words};
    use mail_parser::DateTime;

    #[test]
    fn reads_the_day_of_the_sender() {
        let check = |field: &str, expected: &str| {
            let read = DateTime::parse_rfc822(&format!("{field}\n"));
            let read = read
                .as_ref()
                .and_then(of_library)
                .or_else(|| of_words(field));
            let found = read.map(|read| (read.edtf.unwrap_or_default(), read.value));
            let day = expected.split('T').next().unwrap_or_default();
            let expected = (day.to_owned(), expected.to_owned());
            assert_eq!(found, Some(expected), "{field}");
        };
        check("Tue, 15 Mar 2011 22:47:31 -0400", "2011-03-15T22:47-04:00");
        check(
            "Wed, 1 Nov 2006 09:14:40 +0100 (CET)",
            "2006-11-01T09:14+01:00",
        );
        check("Thursday, January 18, 2007", "2007-01-18");
        check("18 January 2007", "2007-01-18");
    }

    #[test]
    fn what_is_no_date_or_of_no_time_of_mails_gives_none() {
        for field in [
            "",
            "yesterday",
            "Thu, 01 Jan 1970 00:00:00 +0000",
            "Mon, 32 Dec 2013 25:61:61 +9999",
            "Fri, 31 Dec 9999 23:59:59 -1200",
            "99999999999999999999",
        ] {
            let read = DateTime::parse_rfc822(&format!("{field}\n"));
            assert_eq!(read.as_ref().and_then(of_library), None, "{field}");
            assert_eq!(of_words(field), None, "{field}");
        }
    }
}
