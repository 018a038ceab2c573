//! Dates as written: whole ones as they stand, others with the year that fits nearest.
//!
//! A year left out is taken from the last date of the narrative where that stands close by in
//! the words and is not months away while the telling is days away, else from the telling or the
//! document, else from the narrative wherever it stands.

use super::draft::{Draft, modifier, timex_month};
use crate::{
    AnchorSource, Anchors, Base, CalendarDate, Day, Edtf, EdtfDate, FoundTime, KnownDate, Tense,
    Third, Year,
};

/// A date of the narrative this near, in bytes, outranks the document's own.
const CLOSE_BYTES: u32 = 600;

/// A date no farther than this from the narrative's goes on with it.
const GOES_ON_DAYS: i64 = 92;

/// A short year lies no farther ahead of its anchor: who writes '52 in 2011 looks back.
const AHEAD_YEARS: i16 = 20;

/// Of a date before and one after the anchor, the likely one counts as this many times nearer: the
/// past where nothing says otherwise, and what follows in a narrative. Of quarters and seasons also
/// what a verb says, for most are only named beside it.
///
/// Both numbers were chosen on dates of FRUS whose year was taken out (`eval time masked`); the table
/// and what speaks for more or less is in `docs/notes/time.md`.
const SURE: i64 = 4;

/// The same of days and months where a verb tells what was or what will be: news of autumn that was
/// "in January" tells of the one before, though the next is nearer. A date of the coming days holds
/// all the same, for the verb may be another's.
const SURE_BY_VERB: i64 = 8;

/// A date no farther than this from its telling is news.
const NEWS_DAYS: i64 = 31;

pub(super) fn date(found: &FoundTime, date: CalendarDate, anchors: &Anchors) -> Draft {
    let near = matches!(date.year, Some(Year::Near(_)));
    let known = if near {
        anchors.told()
    } else {
        year_anchor(found, date, anchors)
    };
    if near && known.is_none() {
        return yearless(date, found, None);
    }
    match (date.year, date.month, date.day) {
        (Some(year), month, day) => {
            let (year, known) = full_year(year, known);
            let rule = rule_name(month, day);
            from(
                whole(
                    EdtfDate {
                        month,
                        day,
                        ..EdtfDate::year(year)
                    },
                    found.third,
                    rule,
                ),
                known,
            )
        }
        (None, Some(_), _) => yearless(date, found, known),
        (None, None, Some(day)) => day_of_month((day, date.weekday), found.tense, anchors),
        (None, None, None) => Draft::hanging("P0Y", Base::Telling, "year"),
    }
}

fn rule_name(month: Option<i8>, day: Option<i8>) -> &'static str {
    match (month, day) {
        (_, Some(_)) => "date",
        (Some(1..=12), None) => "month",
        (Some(40..), None) => "half-year",
        (Some(33..), None) => "quarter",
        (Some(_), None) => "season",
        (None, None) => "year",
    }
}

fn from(draft: Draft, known: Option<&KnownDate>) -> Draft {
    match known {
        Some(known) => draft.from(known),
        None => draft,
    }
}

/// No year before is written with two digits.
const EARLIEST_SHORT: i16 = 1700;

/// The year in full; a short one is of the century that lies nearest the anchor, and without one
/// between 1931 and 2030. The anchor is given back where it was used.
pub(super) fn full_year(year: Year, known: Option<&KnownDate>) -> (i16, Option<&KnownDate>) {
    // Two digits for a year are of our time, whatever old date a text tells of.
    let modern = |known: &&KnownDate| known.earliest.year >= EARLIEST_SHORT;
    let known = match year {
        Year::Short(_) => known.filter(modern),
        _ => known,
    };
    match (year, known) {
        (Year::Full(year), _) => (year, None),
        (Year::Near(shift), known) => {
            let year = known.map_or(1, |known| known.latest.year + i16::from(shift));
            (year.clamp(1, 9999), known)
        }
        (Year::Short(short), None) if short <= 30 => (2000 + i16::from(short), None),
        (Year::Short(short), None) => (1900 + i16::from(short), None),
        (Year::Short(short), Some(anchor)) => {
            let near = anchor.earliest.year;
            let centuries = (0..=99).map(|century: i16| century * 100 + i16::from(short));
            let year = centuries
                .filter(|year| *year >= 1 && *year <= near.saturating_add(AHEAD_YEARS))
                .min_by_key(|year| (year - near).abs());
            (year.unwrap_or(near), known)
        }
    }
}

/// A date with its year; where the calendar has no such day, its month.
fn whole(date: EdtfDate, third: Option<Third>, rule: &str) -> Draft {
    let date = match (date.month, date.day) {
        (Some(month), Some(day)) if Day::new(date.year, month, day).is_none() => {
            return Draft::date(EdtfDate { day: None, ..date }, "month-without-such-day");
        }
        _ => date,
    };
    match third {
        Some(third) if date.day.is_none() => part(date, third, rule),
        _ => Draft::date(date, rule),
    }
}

/// A third of a month or year: early, mid, late.
pub(super) fn part(date: EdtfDate, third: Third, rule: &str) -> Draft {
    let (from, to) = match date.month {
        Some(_) => month_part(date, third),
        None => year_part(date, third),
    };
    let edtf = Edtf::Interval(Some(from), Some(to));
    Draft {
        modifier: Some(modifier(third)),
        ..Draft::edtf(edtf, Draft::date(date, rule).value, rule)
    }
}

fn year_part(date: EdtfDate, third: Third) -> (EdtfDate, EdtfDate) {
    let first = match third {
        Third::Early => 1,
        Third::Mid => 5,
        Third::Late => 9,
    };
    (
        EdtfDate::month(date.year, first),
        EdtfDate::month(date.year, first + 3),
    )
}

fn month_part(date: EdtfDate, third: Third) -> (EdtfDate, EdtfDate) {
    let (first, last) = (date.earliest(), date.latest());
    let length = last.days_since(first) + 1;
    // Ten days each, and the rest to the last: of a season, thirty.
    let step = if length > 31 { 30 } else { 10 };
    let (from, to) = match third {
        Third::Early => (first, first.plus_days(step - 1)),
        Third::Mid => (first.plus_days(step), first.plus_days(2 * step - 1)),
        Third::Late => (first.plus_days(2 * step), last),
    };
    (from.into(), to.into())
}

/// The anchor that a missing year comes from.
fn year_anchor<'a>(
    found: &FoundTime,
    date: CalendarDate,
    anchors: &'a Anchors,
) -> Option<&'a KnownDate> {
    let reached = anchors.reached();
    let told = anchors.told();
    // A quarter or season is told of as the last or the next one; what the words tell will be is
    // counted from the telling.
    let ahead = matches!(found.tense, Some(Tense::Future | Tense::Near)) && date.year.is_none();
    if told.is_some()
        && date.year.is_none()
        && (ahead || date.month.is_some_and(|month| month > 12))
    {
        return told;
    }
    let close = reached.filter(|known| {
        known
            .span
            .is_some_and(|span| found.span.start.abs_diff(span.end) <= CLOSE_BYTES)
    });
    let days =
        |known: &KnownDate| distance(&nearest_year(date, known, found.tense), known, found.tense);
    // What is not told as to come lies before its telling: "December 1988 … in January they sued", told
    // in November 1989, is of January 1989, and is so where the narrative's own year has run on. A narrative
    // of what will be goes on.
    let after_telling = |narrative: &KnownDate, telling: &KnownDate| {
        found.tense != Some(Tense::Future)
            && telling.length_days() == 0
            && (narrative.earliest <= telling.latest || found.tense == Some(Tense::Past))
            && nearest_year(date, narrative, found.tense).earliest() > telling.latest
    };
    if let (Some(narrative), Some(telling)) = (close, told)
        && after_telling(narrative, telling)
    {
        return Some(telling);
    }
    // "Appointed on July 4, 2008 … died on February 17", in a cable of 25 February 2009.
    let is_news = |known: &&KnownDate| days(known) <= NEWS_DAYS;
    match (close, told.filter(is_news)) {
        (Some(narrative), Some(telling)) if days(narrative) > GOES_ON_DAYS => Some(telling),
        _ => close.or(told).or(reached),
    }
}

fn yearless(date: CalendarDate, found: &FoundTime, known: Option<&KnownDate>) -> Draft {
    let (month, day) = (date.month.unwrap_or(1), date.day);
    let Some(known) = known else {
        let day = day.map_or(String::new(), |day| format!("-{day:02}"));
        return Draft::hanging("P0Y", Base::Telling, "year-unknown")
            .value(format!("XXXX-{}{day}", timex_month(month)));
    };
    let rule = match known.from {
        AnchorSource::Text => "year-from-text",
        AnchorSource::Telling => "year-from-telling",
        _ => "year-from-document",
    };
    let date = nearest_year(date, known, found.tense);
    whole(date, found.third, rule).from(known)
}

/// Of the years around the anchor, the one that brings the date nearest to it; where a weekday
/// is said, the nearest that gives the date that weekday.
pub(super) fn nearest_year(
    date: CalendarDate,
    known: &KnownDate,
    tense: Option<Tense>,
) -> EdtfDate {
    let of_year = |year: i16| EdtfDate {
        month: date.month,
        day: date.day,
        ..EdtfDate::year(year)
    };
    let civil = |edtf: &EdtfDate| Day::new(edtf.year, date.month.unwrap_or(1), date.day?);
    let exists = |edtf: &EdtfDate| date.day.is_none() || civil(edtf).is_some();
    let (first, last) = (known.earliest.year, known.latest.year);
    let around = first.saturating_sub(6).max(1)..=last.saturating_add(6).min(9999);
    let other_weekday = |edtf: &EdtfDate| match (date.weekday, civil(edtf)) {
        (Some(weekday), Some(day)) => day.weekday() != weekday,
        _ => false,
    };
    let years = around.map(of_year).filter(exists);
    let nearest = years.min_by_key(|edtf| (other_weekday(edtf), distance(edtf, known, tense)));
    nearest.unwrap_or(of_year(first))
}

/// Days between a date and an anchor; 0 where they meet. Seen from a telling the past is nearer
/// than the future: news and cables tell what has happened, unless the words tell what will be.
fn distance(date: &EdtfDate, known: &KnownDate, tense: Option<Tense>) -> i64 {
    let is_part = date.month.is_some_and(|month| month > 12);
    let (future, past) = weights(known, tense, is_part);
    let after = date.earliest().days_since(known.latest) * future;
    let before = known.earliest.days_since(date.latest()) * past;
    after.max(before).max(0)
}

/// How many times farther away than it is counts what lies ahead of an anchor, and what lies back.
pub(super) fn weights(known: &KnownDate, tense: Option<Tense>, is_part: bool) -> (i64, i64) {
    let by_verb = if is_part { SURE } else { SURE_BY_VERB };
    match tense {
        // A narrative goes forward.
        _ if known.from == AnchorSource::Text => (1, SURE),
        Some(Tense::Past) => (by_verb, 1),
        Some(Tense::Future) => (1, by_verb),
        Some(Tense::Near) => (1, 1),
        None => (SURE, 1),
    }
}

/// "the 21st": of the narrative's own month, else the last one up to the telling, or the next one
/// where the words tell what will be.
fn day_of_month(
    (day, weekday): (i8, Option<i8>),
    tense: Option<Tense>,
    anchors: &Anchors,
) -> Draft {
    let narrative = anchors.narrative.as_ref();
    let symbolic = format!("XXXX-XX-{day:02}");
    let Some(known) = narrative.or(anchors.told()) else {
        return Draft::hanging("P0M", Base::Narrative, "day-of-month").value(symbolic);
    };
    let first = Day {
        day: 1,
        ..known.latest
    };
    let of_month = |months: i64| {
        let month = first.plus_months(months);
        Day::new(month.year, month.month, day)
    };
    let told = narrative.is_none();
    let is_future = told && tense == Some(Tense::Future);
    let fits = |found: &Day| {
        weekday.is_none_or(|weekday| found.weekday() == weekday)
            && match (told, is_future) {
                (false, _) => true,
                (true, true) => *found >= known.latest,
                (true, false) => *found <= known.latest,
            }
    };
    let months: &[i64] = if is_future {
        &[0, 1, 2]
    } else {
        &[0, -1, -2, 1]
    };
    match months.iter().copied().filter_map(of_month).find(fits) {
        Some(day) => Draft::day(day, "day-of-month").from(known),
        None => Draft::hanging("P0M", Base::Narrative, "day-of-month").value(symbolic),
    }
}

/// A day of the year, of the year that brings it nearest to its telling.
pub(super) fn day_of_year(day: i16, anchors: &Anchors) -> Draft {
    let rule = "day-of-year";
    let Some(known) = anchors.told().or(anchors.reached()) else {
        let hanging = Draft::hanging("P0Y", Base::Telling, "year-unknown");
        return hanging.value(format!("XXXX-{day:03}"));
    };
    let of_year = |year: i16| {
        let first = Day::new(year, 1, 1)?;
        let found = first.plus_days(i64::from(day) - 1);
        (found.year == year).then_some(found)
    };
    let year = known.latest.year;
    let near = (year.saturating_sub(4)..=year.saturating_add(4)).filter_map(of_year);
    let away = |day: &Day| day.days_since(known.latest).abs();
    match near.min_by_key(away) {
        Some(day) => Draft::day(day, rule).from(known),
        None => Draft::hanging("P0Y", Base::Telling, rule),
    }
}

/// Two dates and all between; the second is never before the first.
pub(super) fn range(
    found: &FoundTime,
    dates: (CalendarDate, CalendarDate),
    anchors: &Anchors,
) -> Draft {
    let (first, second) = (date(found, dates.0, anchors), date(found, dates.1, anchors));
    let (Some(Edtf::Date(from)), Some(Edtf::Date(to))) = (first.edtf, second.edtf) else {
        return Draft {
            rule: "range".to_owned(),
            ..first
        };
    };
    if to.latest() < from.earliest() {
        return first;
    }
    let value = format!("{from}/{to}");
    let draft = Draft::edtf(Edtf::Interval(Some(from), Some(to)), value, "range");
    Draft {
        anchor: first.anchor,
        ..draft
    }
}

/// "2/3/2007": by the document's habit where it shows, else either of the two days.
pub(super) fn ambiguous(found: &FoundTime, read: CalendarDate, anchors: &Anchors) -> Draft {
    let swapped = CalendarDate {
        month: read.day,
        day: read.month,
        ..read
    };
    match anchors.day_first {
        Some(true) => date(found, swapped, anchors),
        Some(false) => date(found, read, anchors),
        None => {
            let (one, other) = (date(found, read, anchors), date(found, swapped, anchors));
            let day = |draft: &Draft| draft.edtf.and_then(|edtf| edtf.earliest());
            let (Some(one), Some(other)) = (day(&one), day(&other)) else {
                return one;
            };
            let value = format!("{:04}", one.year);
            Draft::days(one, other, value, "day-or-month-first")
        }
    }
}
