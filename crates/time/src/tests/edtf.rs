//! EDTF printed and parsed.

use crate::Edtf;

fn check(text: &str, bounds: Option<(&str, &str)>) {
    let parsed = Edtf::parse(text);
    let day = |day: Option<crate::Day>| day.map_or("..".to_owned(), |day| day.to_string());
    let read = parsed.map(|edtf| (edtf.to_string(), day(edtf.earliest()), day(edtf.latest())));
    let expected = bounds.map(|(from, to)| (text.to_owned(), from.to_owned(), to.to_owned()));
    assert_eq!(read, expected, "{text:?}");
}

#[test]
fn parses_what_it_prints_and_nothing_else() {
    check("2007-02-16", Some(("2007-02-16", "2007-02-16")));
    check("2007-02~", Some(("2007-02-01", "2007-02-28")));
    check("0099?", Some(("0099-01-01", "0099-12-31")));
    check("199X%", Some(("1990-01-01", "1999-12-31")));
    check("2004-24", Some(("2004-12-01", "2005-02-28")));
    check("2004-35", Some(("2004-07-01", "2004-09-30")));
    check("../2007-02-16", Some(("..", "2007-02-16")));
    check("2004-09/2004-12", Some(("2004-09-01", "2004-12-31")));
    check("2007-02-16T16:15Z", Some(("2007-02-16", "2007-02-16")));
    for wrong in [
        "",
        "2007-2-16",
        "2007-02-30",
        "0000",
        "2007-13",
        "2007T10:00",
        "20é7",
        "a/b",
        "199X-02",
    ] {
        check(wrong, None);
    }
}
