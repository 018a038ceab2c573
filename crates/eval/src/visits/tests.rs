//! The parser, the pairing and the fit of times, on invented visits.

use super::candidates::names;
use super::gold::{countries, parse, surname};
use super::search::{Fit, fit};
use depeche_time::{Day, TimeExpression, day_expression};

const XML: &str = "<visits><visit><id>1</id><start-date>1960-03-01</start-date>\
    <end-date>1960-03-04</end-date><visitor>King Per\n  Moss II</visitor>\
    <from id=\"norland\">Norland, Kingdom of</from></visit>\
    <visit><start-date>1890-03-01</start-date><visitor>King Bo</visitor><from>Vell</from></visit></visits>";

#[test]
fn visits_of_the_years_are_kept() {
    let visits = parse("leaders here", XML).expect("the visits are XML");
    assert_eq!(visits.len(), 1);
    assert_eq!(
        visits[0].to_string(),
        "leaders here: King Per Moss II, Norland, 1960-03-01/1960-03-04"
    );
    assert_eq!(visits[0].surname, "Moss");
    assert!(names("In Norland, Moss's men met.", &visits[0]));
    assert!(!names("In Norland, Mossberg met.", &visits[0]));
}

#[test]
fn names_are_short() {
    assert_eq!(surname("Pope Otto VI").as_deref(), Some("Otto"));
    assert_eq!(surname("Ana Veld, Regent").as_deref(), Some("Veld"));
    assert_eq!(countries("Siam (Thailand)"), ["Siam", "Thailand"]);
    assert_eq!(countries("Norland (government-in-exile)"), ["Norland"]);
}

#[test]
fn times_fit_when_they_share_a_day() {
    let visits = parse("leaders here", XML).expect("the visits are XML");
    let on = |text: &str| {
        let day = Day::parse(text).expect("a day");
        day_expression(day, "test")
    };
    let fit = |time: Option<&TimeExpression>| fit(time, &visits[0]);
    assert_eq!(fit(Some(&on("1960-03-05"))), Fit::Found);
    assert_eq!(fit(Some(&on("1960-03-09"))), Fit::Elsewhere);
    assert_eq!(fit(None), Fit::Open);
    let mut before = on("1960-02-01");
    before.earliest = None;
    assert_eq!(fit(Some(&before)), Fit::Elsewhere);
    assert!(Fit::Found < Fit::Open && Fit::Open < Fit::Elsewhere);
}
