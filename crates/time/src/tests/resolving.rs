//! Counting from anchors, and staying open where there is none.

use super::{check, times};
use crate::{AnchorSource, Anchors, Day, read};
use depeche_text::Span;

#[test]
fn counts_earlier_and_later_from_the_narrative() {
    check(
        "On May 20, 1994, they met. The envoy told of talks three weeks earlier. A month later \
         it was signed; the next day he left.",
        "",
        &[
            "May 20, 1994 = 1994-05-20",
            "three weeks earlier = 1994-04-29~",
            "A month later = 1994-06~",
            "the next day = 1994-06-06/1994-07-06",
        ],
    );
}

#[test]
fn counts_ago_and_weekdays_from_the_telling() {
    // 2011-04-05 is a Tuesday.
    let told = "2011-04-05";
    for (text, expected) in [
        ("two years ago", "two years ago = 2009~"),
        ("about ten days ago", "about ten days ago = 2011-03-26~"),
        ("yesterday", "yesterday = 2011-04-04"),
        ("on Friday", "Friday = 2011-04-01"),
        ("on Tuesday", "Tuesday = 2011-04-05"),
        ("last Tuesday", "last Tuesday = 2011-03-29"),
        ("next Tuesday", "next Tuesday = 2011-04-12"),
        ("last year", "last year = 2010"),
        ("last month", "last month = 2011-03"),
        ("in December last year", "December last year = 2010-12"),
        ("on May 3 of this year", "May 3 of this year = 2011-05-03"),
        ("on September 20", "September 20 = 2010-09-20"),
        ("around May 3", "around May 3 = 2011-05-03~"),
        (
            "early last month",
            "early last month = 2011-03-01/2011-03-10",
        ),
        ("last week", "last week = 2011-03-28/2011-04-03"),
        (
            "earlier this month",
            "earlier this month = 2011-04-01/2011-04-05",
        ),
        ("last August", "last August = 2010-08"),
        ("on May 3 a year ago", "May 3 a year ago = 2010-05-03"),
        ("on December 28", "December 28 = 2010-12-28"),
        ("several weeks ago", "several weeks ago = ../2011-04-05"),
    ] {
        check(text, told, &[expected]);
    }
}

#[test]
fn verbs_tell_whether_a_date_lies_ahead() {
    // 1999-10-26 is a Tuesday.
    let told = "1999-10-26";
    for (text, expected) in [
        ("She will succeed him Feb. 1.", "Feb. 1 = 2000-02-01"),
        (
            "It would still be held at the pier on March 24.",
            "March 24 = 2000-03-24",
        ),
        ("A record high set on April 26.", "April 26 = 1999-04-26"),
        ("It had been due on Friday.", "Friday = 1999-10-22"),
        ("It is due on Friday.", "Friday = 1999-10-29"),
        (
            "The guns fired as previously planned Friday.",
            "Friday = 1999-10-22",
        ),
        ("It was sold under a June agreement.", "June = 1999-06"),
        ("I am going to make a speech Sunday.", "Sunday = 1999-10-31"),
        (
            "What happened in January-February 1961 was odd.",
            "January-February 1961 = 1961-01/1961-02",
        ),
        (
            "Two and one-half years ago it was said.",
            "Two and one-half years ago = 1997~",
        ),
    ] {
        check(text, told, &[expected]);
    }
}

#[test]
fn a_quarters_figures_keep_to_one_quarter() {
    check(
        "Profit for the quarter ended July 31 rose. In the 1988 period it fell.",
        "1989-10-26",
        &[
            "the quarter = 1989-34",
            "July 31 = 1989-07-31",
            "the 1988 period = 1988-34",
        ],
    );
}

#[test]
fn a_date_days_before_its_telling_is_news() {
    check(
        "He was appointed on July 4, 2008. His predecessor died on February 17.",
        "2009-02-25",
        &["July 4, 2008 = 2008-07-04", "February 17 = 2009-02-17"],
    );
    check(
        "They met on February 16, 2007. On February 21 a cable was sent.",
        "2011-03-01",
        &["February 16, 2007 = 2007-02-16", "February 21 = 2007-02-21"],
    );
}

#[test]
fn takes_a_missing_year_from_the_text() {
    check(
        "On December 28, 1994, they met. On January 4 the note was sent; on the 21st he left.",
        "",
        &[
            "December 28, 1994 = 1994-12-28",
            "January 4 = 1995-01-04",
            "the 21st = 1995-01-21",
        ],
    );
}

#[test]
fn takes_a_missing_year_from_the_document_when_the_text_is_far() {
    let far = "x ".repeat(400);
    let text = format!("On May 14, 1948, it began. {far}. On March 3 he came.");
    let read = times(&text, "2011-04-05");
    assert_eq!(read[1], "March 3 = 2011-03-03");
}

#[test]
fn what_hangs_on_an_unknown_date_stays_open() {
    check(
        "About two years ago it was foiled",
        "",
        &["About two years ago = -P2Y from DocumentDate"],
    );
    check(
        "three weeks earlier",
        "2011-04-05",
        &["three weeks earlier = -P3W from Text"],
    );
    check("on Friday", "", &["Friday = P0W from DocumentDate"]);
    check("on March 3 he", "", &["March 3 = P0Y from DocumentDate"]);
}

#[test]
fn a_count_is_as_good_as_its_unit() {
    let bounds = |text: &str| {
        let mut anchors = Anchors::new(Day::parse("2011-04-20"));
        let time = read(text, Span::new(0, text.len()), &mut anchors).remove(0);
        let day = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        format!("{} {}", day(time.earliest), day(time.latest))
    };
    assert_eq!(bounds("three weeks ago"), "2011-03-27 2011-04-02");
    assert_eq!(bounds("two months ago"), "2011-02-05 2011-03-07");
    assert_eq!(bounds("two years ago"), "2008-10-20 2009-10-20");
    assert_eq!(bounds("two days ago"), "2011-04-18 2011-04-18");
}

#[test]
fn an_anchor_says_where_it_came_from() {
    let text = "On May 20, 1994, they met. Three weeks earlier he left.";
    let mut anchors = Anchors::default();
    let times = read(text, Span::new(0, text.len()), &mut anchors);
    let anchor = times
        .last()
        .and_then(|time| time.anchor.clone())
        .expect("counted from a date");
    assert_eq!(anchor.from, AnchorSource::Text);
    assert_eq!(
        anchor.span.map(|span| span.slice(text)),
        Some("May 20, 1994")
    );
}

#[test]
fn a_weekday_decides_the_year() {
    // January 19 was a Friday in 2007, a Monday in 2009.
    check(
        "They met on Friday, January 19.",
        "2008-11-01",
        &["Friday, January 19 = 2007-01-19"],
    );
    check(
        "last Friday, January 19, they met",
        "2007-03-01",
        &["last Friday, January 19 = 2007-01-19"],
    );
}

#[test]
fn a_count_after_a_comma_restates_the_date_before_it() {
    check(
        "On January 19, 2007, they met; until 2009 he stayed. The note was sent in November 2006, eleven weeks earlier.",
        "",
        &[
            "January 19, 2007 = 2007-01-19",
            "2009 = 2009",
            "November 2006 = 2006-11",
            "eleven weeks earlier = 2006-11-03~",
        ],
    );
}

#[test]
fn a_date_far_ahead_does_not_carry_the_narrative() {
    check(
        "To be kept until February 8, 2017. On February 6 they signed; two days later he left.",
        "2007-02-08",
        &[
            "February 8, 2017 = 2017-02-08",
            "February 6 = 2007-02-06",
            "two days later = 2007-02-08",
        ],
    );
}

#[test]
fn the_documents_own_order_reads_dates_in_digits() {
    check(
        "on 3/4/2011 and 23/4/2011",
        "",
        &["3/4/2011 = 2011-04-03", "23/4/2011 = 2011-04-23"],
    );
    check(
        "on 3/4/2011 and 4/23/2011",
        "",
        &["3/4/2011 = 2011-03-04", "4/23/2011 = 2011-04-23"],
    );
}

#[test]
fn counts_from_an_event_that_the_text_dates() {
    check(
        "The envoys met on May 3, 1962. He had flown in two days before the meeting.",
        "",
        &[
            "May 3, 1962 = 1962-05-03",
            "two days before the meeting = 1962-05-01",
        ],
    );
    check(
        "Two days after the signing of June 9, 1962, he left.",
        "",
        &[
            "Two days after the signing = 1962-06-11",
            "June 9, 1962 = 1962-06-09",
        ],
    );
    check(
        "The day before the Paris talks he wrote. The talks opened on May 3, 1962.",
        "",
        &[
            "The day before the Paris talks = 1962-05-02",
            "May 3, 1962 = 1962-05-03",
        ],
    );
}

#[test]
fn counts_from_an_event_that_no_words_date_stay_open() {
    check(
        "On May 3, 1962, he wrote. Two days before the meeting he left.",
        "1962-06-01",
        &[
            "May 3, 1962 = 1962-05-03",
            "Two days before the meeting = -P2D from Event",
        ],
    );
    // The nearest date belongs to something else.
    check(
        "The meeting was put off. He left on May 3, 1962, the day after the election.",
        "1962-06-01",
        &[
            "May 3, 1962 = 1962-05-03",
            "the day after the election = P1D from Event",
        ],
    );
    check("the day before the election campaign", "1962-06-01", &[]);
}

#[test]
fn a_month_without_a_year_follows_its_tense() {
    for (told, text, expected) in [
        (
            "1989-11-02",
            "In January the firm brought in an engineer.",
            "January = 1989-01",
        ),
        (
            "1998-03-04",
            "She will be named envoy for talks in December.",
            "December = 1998-12",
        ),
        (
            "1989-10-27",
            "They had bought grain through September.",
            "September = 1989-09",
        ),
        (
            "1989-11-03",
            "The loan runs through January.",
            "January = 1990-01",
        ),
        (
            "1998-05-01",
            "He and the minister meet separately on Monday.",
            "Monday = 1998-05-04",
        ),
        (
            "1962-03-20",
            "They spoke of talks starting Thursday.",
            "Thursday = 1962-03-22",
        ),
        (
            "1989-10-30",
            "It had been scheduled to end on Friday.",
            "Friday = 1989-10-27",
        ),
        (
            "2000-01-15",
            "The court set Friday as the last day.",
            "Friday = 2000-01-14",
        ),
    ] {
        check(text, told, &[expected]);
    }
}

#[test]
fn a_date_that_names_something_leads_no_narrative() {
    check(
        "He was charged with the May 3, 1988, bombing. They gave him up in April.",
        "1999-06-07",
        &["May 3, 1988 = 1988-05-03", "April = 1999-04"],
    );
    check(
        "Third-quarter sales rose from a year ago. After a flat second quarter, they gained on the \
         year-earlier period.",
        "1989-10-24",
        &[
            "Third-quarter = 1989-35",
            "a year ago = 1988-35",
            "second quarter = 1989-34",
            "the year-earlier period = 1988-35",
        ],
    );
}

#[test]
fn an_hour_is_counted_with_the_event_behind_it() {
    check(
        "The consul was shot on May 23, 1998. His car was seen at 6 a.m. ten days before the murder.",
        "1999-04-19",
        &[
            "May 23, 1998 = 1998-05-23",
            "6 a.m. ten days before the murder = 1998-05-13T06:00",
        ],
    );
}

#[test]
fn a_range_to_a_weekday_ends_at_the_telling() {
    check(
        "He bought shares from Sept. 14 to Thursday.",
        "1989-10-30",
        &["Sept. 14 to Thursday = 1989-09-14/1989-10-26"],
    );
}

#[test]
fn a_narrative_of_what_will_be_goes_on_ahead() {
    check(
        "Two ferries will leave from March 30, a third each Thursday from August 6. It was bought in May.",
        "1998-02-13",
        &[
            "March 30 = 1998-03-30",
            "each Thursday = Set XXXX-WXX-4",
            "August 6 = 1998-08-06",
            "May = 1997-05",
        ],
    );
}

#[test]
fn the_previous_and_the_following_weekday_lie_beside_what_was_told() {
    // 1989-10-27 is a Friday.
    check(
        "Shares closed at 208 on Friday, down from the previous Friday. They rose the following Monday.",
        "1989-10-30",
        &[
            "Friday = 1989-10-27",
            "the previous Friday = 1989-10-20",
            "the following Monday = 1989-10-23",
        ],
    );
    check(
        "They met the previous Friday.",
        "1989-10-30",
        &["the previous Friday = 1989-10-27"],
    );
}

#[test]
fn what_could_not_be_done_was_tried() {
    // 2000-01-08 is a Saturday.
    for text in [
        "The envoy could not be reached Wednesday.",
        "Neither of them could be found in Lund on Wednesday.",
    ] {
        check(text, "2000-01-08", &["Wednesday = 2000-01-05"]);
    }
    check(
        "They could leave Wednesday.",
        "2000-01-08",
        &["Wednesday = 2000-01-12"],
    );
}

#[test]
fn the_day_of_a_month_is_one_of_its_days() {
    let text = "The list was made in October 1998. His name was crossed out that same day.";
    let mut anchors = Anchors::default();
    let times = read(text, Span::new(0, text.len()), &mut anchors);
    assert_eq!(times[1].value, "1998-10-XX");
    assert_eq!(times[1].edtf.as_deref(), Some("1998-10-01/1998-10-31"));
}
