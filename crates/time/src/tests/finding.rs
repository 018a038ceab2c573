//! Spans and meanings of single expressions, and words that only look like times.

use super::check;

#[test]
fn reads_calendar_dates_in_every_written_order() {
    for (text, expected) in [
        ("On April 3, 2011, he left", "April 3, 2011 = 2011-04-03"),
        ("on 3 April 2011 he left", "3 April 2011 = 2011-04-03"),
        ("on 3 Apr 11 he left", "3 Apr 11 = 2011-04-03"),
        ("on 3-Apr-2011 he left", "3-Apr-2011 = 2011-04-03"),
        ("filed 2011-04-03.", "2011-04-03 = 2011-04-03"),
        ("filed 3.4.2011 in", "3.4.2011 = 2011-04-03"),
        ("filed 4/23/2011 in", "4/23/2011 = 2011-04-23"),
        ("filed 23/4/2011 in", "23/4/2011 = 2011-04-23"),
        ("filed 3/4/2011 in", "3/4/2011 = 2011-03-04/2011-04-03"),
        ("the 3rd of April, 2011", "3rd of April, 2011 = 2011-04-03"),
        (
            "on Sunday, April 3, 2011, he",
            "Sunday, April 3, 2011 = 2011-04-03",
        ),
        ("ON APRIL 3, 2011 HE LEFT", "APRIL 3, 2011 = 2011-04-03"),
        ("Sept. 3, 2011", "Sept. 3, 2011 = 2011-09-03"),
        ("in April 2011", "April 2011 = 2011-04"),
        ("in 2011 he", "2011 = 2011"),
        ("in the 1990s", "the 1990s = 199X"),
        ("in late 2004", "late 2004 = 2004-09/2004-12"),
        (
            "in mid-April 2011",
            "mid-April 2011 = 2011-04-11/2011-04-20",
        ),
        ("in the summer of 1967", "the summer of 1967 = 1967-22"),
        (
            "from 3 to 7 May 1968",
            "3 to 7 May 1968 = 1968-05-03/1968-05-07",
        ),
        (
            "March 30–April 2, 1968",
            "March 30–April 2, 1968 = 1968-03-30/1968-04-02",
        ),
        ("June 8/9, 1955", "June 8/9, 1955 = 1955-06-08/1955-06-09"),
        ("between 1973 and 1975", "1973 and 1975 = 1973/1975"),
        ("February 30, 2011", "February 30, 2011 = 2011-02"),
    ] {
        check(text, "", &[expected]);
    }
}

#[test]
fn reads_times_of_day_with_their_date_and_alone() {
    check(
        "March 3, 1952, 4 p.m. came",
        "",
        &["March 3, 1952, 4 p.m. = 1952-03-03T16:00"],
    );
    check(
        "March 3, 1952—noon",
        "",
        &["March 3, 1952—noon = 1952-03-03T12:00"],
    );
    check(
        "March 3, 1952—2 p. m.",
        "",
        &["March 3, 1952—2 p. m. = 1952-03-03T14:00"],
    );
    check(
        "March 3, 1952, 0409Z.",
        "",
        &["March 3, 1952, 0409Z = 1952-03-03T04:09Z"],
    );
    check(
        "R 040915Z MAR 52 left",
        "",
        &["040915Z MAR 52 = 1952-03-04T09:15Z"],
    );
    check(
        "He came on March 3, 1952. At 4:15 p.m. he left.",
        "",
        &["March 3, 1952 = 1952-03-03", "4:15 p.m. = 1952-03-03T16:15"],
    );
}

#[test]
fn a_part_of_the_weekday_does_not_part_it_from_its_date() {
    // 1948-11-01 is a Monday.
    for (text, expected) in [
        (
            "He would call on Saturday evening, October 30th at 10 p. m.",
            "Saturday evening, October 30th at 10 p. m. = 1948-10-30T22:00",
        ),
        (
            "They met Tuesday morning, May 4, 1948, in Oslo.",
            "Tuesday morning, May 4, 1948 = 1948-05-04",
        ),
        (
            "They meet Monday afternoon, 25 October 1948, at three o'clock.",
            "Monday afternoon, 25 October 1948, at three o'clock = 1948-10-25T15:00",
        ),
        (
            "She came Sunday night (October 31).",
            "Sunday night (October 31) = 1948-10-31",
        ),
        (
            "They spoke Wednesday at noon, October 27, 1948.",
            "Wednesday at noon, October 27, 1948 = 1948-10-27T12:00",
        ),
        ("On Friday night 25 men came.", "Friday night = 1948-10-29"),
    ] {
        check(text, "1948-11-01", &[expected]);
    }
}

#[test]
fn fiscal_years_stand_in_lists_and_have_quarters() {
    check(
        "Costs for FY 1950, 1951, and 1952 were low.",
        "",
        &[
            "FY 1950 = 1949-07-01/1950-06-30",
            "1951 = 1950-07-01/1951-06-30",
            "1952 = 1951-07-01/1952-06-30",
        ],
    );
    for (text, expected) in [
        (
            "in the last quarter of FY 1957.",
            "the last quarter of FY 1957 = 1957-04-01/1957-06-30",
        ),
        (
            "in the first quarter of fiscal year 1985",
            "the first quarter of fiscal year 1985 = 1984-10-01/1984-12-31",
        ),
        (
            "in the second half of FY 1956",
            "the second half of FY 1956 = 1956-01-01/1956-06-30",
        ),
        (
            "In fiscal 1955–57 it fell",
            "fiscal 1955–57 = 1954-07-01/1957-06-30",
        ),
        (
            "the last quarter of 1957",
            "the last quarter of 1957 = 1957-36",
        ),
    ] {
        check(text, "", &[expected]);
    }
}

#[test]
fn a_time_of_day_joins_the_day_behind_it() {
    check(
        "She came on May 3, 1962. He left at 8:30 the following morning. They met at noon the same day.",
        "",
        &[
            "May 3, 1962 = 1962-05-03",
            "8:30 the following morning = 1962-05-04T08:30",
            "noon the same day = 1962-05-04T12:00",
        ],
    );
    for (text, expected) in [
        (
            "at 7 p.m. on the night of January 13, 1954",
            "7 p.m. on the night of January 13, 1954 = 1954-01-13T19:00",
        ),
        (
            "in the early morning hours of October 20, 1954",
            "the early morning hours of October 20, 1954 = 1954-10-20",
        ),
        (
            "in the last days of September 1954",
            "the last days of September 1954 = 1954-09-21/1954-09-30",
        ),
        (
            "in the first few weeks of 1954",
            "the first few weeks of 1954 = 1954-01/1954-04",
        ),
        (
            "for the week ending October 16, 1954",
            "the week ending October 16, 1954 = 1954-10-10/1954-10-16",
        ),
    ] {
        check(text, "", &[expected]);
    }
}

#[test]
fn numbers_of_papers_are_no_part_of_a_date() {
    check("The estimate NIE 11-8-62 was revised.", "", &[]);
    check("At Thu Tran they met.", "1962-03-01", &[]);
    check("(Central Files, 310.2/12–1856)", "1962-03-01", &[]);
    check("1950. For the Secretary from the envoy.", "1964-03-01", &[]);
    check(
        "Too many second-rate men met on a Monday.",
        "1964-03-01",
        &[],
    );
    check(
        "In airgram 19, January 12, and Delga 21, September 27, he said",
        "1948-03-18",
        &["January 12 = 1948-01-12", "September 27 = 1947-09-27"],
    );
    check(
        "on 16, February 2007",
        "",
        &["16, February 2007 = 2007-02-16"],
    );
    check(
        "In message 200410Z September 20, 1962, he said",
        "",
        &["September 20, 1962 = 1962-09-20"],
    );
}

#[test]
fn a_year_in_a_name_leads_no_narrative() {
    check(
        "By the Convention of 1888 it is free. On February 19 they met.",
        "1957-02-21",
        &["1888 = 1888", "February 19 = 1957-02-19"],
    );
    check(
        "In 1888 they came. On February 19 they met.",
        "1957-02-21",
        &["1888 = 1888", "February 19 = 1888-02-19"],
    );
}

#[test]
fn reads_lengths_and_recurring_times() {
    check("for three weeks", "", &["three weeks = Duration P3W"]);
    check("a two-day visit", "", &["two-day = Duration P2D"]);
    check(
        "twenty-five years of it",
        "",
        &["twenty-five years = Duration P25Y"],
    );
    check("every Friday", "", &["every Friday = Set XXXX-WXX-5"]);
}

#[test]
fn reads_digits_that_were_read_as_letters() {
    for (text, expected) in [
        (
            "R l5l355Z FEB O7 left",
            "l5l355Z FEB O7 = 2007-02-15T13:55Z",
        ),
        (
            "R I5I355Z FEB 07 left",
            "I5I355Z FEB 07 = 2007-02-15T13:55Z",
        ),
        ("on l6 February 2OO7 he", "l6 February 2OO7 = 2007-02-16"),
        ("on February 1O, 2007 he", "February 1O, 2007 = 2007-02-10"),
        ("in l967 he", "l967 = 1967"),
        ("on 3O May 1968 he", "3O May 1968 = 1968-05-30"),
    ] {
        check(text, "", &[expected]);
    }
}

#[test]
fn reads_nights_that_come_again_and_days_before_nouns() {
    for (text, expected) in [
        (
            "Flights leave on Monday and Tuesday nights.",
            &[
                "Monday = Set XXXX-WXX-1TNI",
                "Tuesday nights = Set XXXX-WXX-2TNI",
            ][..],
        ),
        (
            "They held a Sunday night service.",
            &["Sunday night = 2011-04-03"],
        ),
        ("It was on a Sunday that he left.", &[]),
        ("They meet on a Sunday morning.", &[]),
    ] {
        check(text, "2011-04-05", expected);
    }
}

#[test]
fn reads_what_only_points_at_a_time() {
    for (text, expected) in [
        (
            "They worry these days.",
            &["these days = Date PRESENT_REF"][..],
        ),
        (
            "Costs will fall in the near term.",
            &["the near term = Date FUTURE_REF"],
        ),
        ("He bought the short term notes.", &[]),
        (
            "It will be paid at a later date.",
            &["a later date = Date FUTURE_REF"],
        ),
        ("It will one day be told.", &["one day = Date FUTURE_REF"]),
        ("It took one day.", &["one day = Duration P1D"]),
        (
            "After several quarters of losses they sold.",
            &["several quarters = Duration PXQ"],
        ),
        ("Three quarters of it was lost.", &[]),
    ] {
        check(text, "2011-04-05", expected);
    }
}

#[test]
fn reads_letters_among_digits_as_letters_where_no_date_is() {
    for text in [
        "vitamin B12, O2 and 10l of it on the I5",
        "form 1O4O and box l5l355 of the 0I file",
        "Illinois, Oil, Ol' man, lO and OIl",
        "10 o'lock and 5lb in l00 bags, see l967a",
    ] {
        check(text, "2011-04-03", &[]);
    }
}

#[test]
fn reads_julian_day_times_only_in_their_place() {
    check(
        "DE RUEHXX #0123/01 0461355\nZNR",
        "2007-03-01",
        &["0461355 = 2007-02-15T13:55"],
    );
    check("call 0461355 or 0461355 of them", "2007-03-01", &[]);
}

#[test]
fn leaves_words_that_only_look_like_times() {
    for text in [
        "they may march on 5 fronts and wait a second",
        "The Sun and the Sat phone",
        "the 1st Infantry on the 21st floor",
        "see page 1967 and 2000 people",
        "Mrs. May said",
        "a six-year-old boy and a man 55 years old",
        "paragraph 3.4.5.6 of 10/12",
        "March Group",
        "the evacuation of 1900 Europeans",
        "out of 1200 applications",
        "a total of 1344 civilians",
        "by 1530 this was said to be in 1364.",
        "Delga 21, and airgram 19,",
    ] {
        check(text, "2011-04-03", &[]);
    }
}
