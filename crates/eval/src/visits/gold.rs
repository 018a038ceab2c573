//! The visits: `visits/data` (leaders in the United States) and `travels` (presidents and
//! secretaries abroad) of the Office of the Historian.

use anyhow::Context;
use depeche_text::fold;
use depeche_time::Day;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fmt;
use std::path::Path;

/// What sorts of visit there are.
pub(super) const KINDS: &[&str] = &["leaders here", "presidents abroad", "secretaries abroad"];

/// Where they lie, in the order of [`KINDS`].
const FOLDERS: &[&str] = &[
    "visits/data",
    "travels/president-travels",
    "travels/secretary-travels",
];

/// Years that FRUS covers.
const YEARS: std::ops::RangeInclusive<i16> = 1917..=1969;

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Visit {
    pub(super) kind: &'static str,
    pub(super) visitor: String,
    pub(super) surname: String,
    /// Names of the country, of which one must stand in the document.
    pub(super) countries: Vec<String>,
    /// Cities where a traveller was.
    pub(super) cities: Vec<String>,
    pub(super) start: Day,
    pub(super) end: Day,
}

impl fmt::Display for Visit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let country = self.countries.first().map_or("?", String::as_str);
        let (kind, visitor) = (self.kind, &self.visitor);
        write!(
            formatter,
            "{kind}: {visitor}, {country}, {}/{}",
            self.start, self.end
        )
    }
}

/// The visits of the years that FRUS covers, file by file.
pub(super) fn visits(gazetteer: &Path) -> anyhow::Result<Vec<Visit>> {
    let mut visits = Vec::new();
    for (kind, folder) in KINDS.iter().zip(FOLDERS) {
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(gazetteer.join(folder))? {
            paths.push(entry?.path());
        }
        paths.sort();
        for path in paths {
            let is_xml = path.extension().is_some_and(|extension| extension == "xml");
            if is_xml
                && !path
                    .file_name()
                    .is_some_and(|name| name.to_string_lossy().starts_with('.'))
            {
                let xml = std::fs::read_to_string(&path)?;
                visits.extend(parse(kind, &xml).with_context(|| path.display().to_string())?);
            }
        }
    }
    Ok(visits)
}

/// A visit's elements as they are read.
#[derive(Default)]
struct Raw {
    start: String,
    end: String,
    visitor: String,
    country: String,
    locale: String,
}

/// The visits of one file.
pub(super) fn parse(kind: &'static str, xml: &str) -> anyhow::Result<Vec<Visit>> {
    let mut reader = Reader::from_str(xml);
    let (mut raw, mut visits) = (Raw::default(), Vec::new());
    let mut text = String::new();
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(visits),
            Event::Start(start) => {
                text.clear();
                if matches!(start.local_name().into_inner(), "visit" | "trip") {
                    raw = Raw::default();
                }
            }
            Event::Text(words) => text.push_str(&words.xml10_content()),
            Event::End(end) => {
                let words: Vec<&str> = text.split_whitespace().collect();
                let words = words.join(" ");
                match end.local_name().into_inner() {
                    "start-date" => raw.start = words,
                    "end-date" => raw.end = words,
                    "visitor" | "name" => raw.visitor = words,
                    "from" | "country" => raw.country = words,
                    "locale" => raw.locale = words,
                    "visit" | "trip" => visits.extend(visit(kind, &raw)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// `None` outside of the years, or where a name is missing.
fn visit(kind: &'static str, raw: &Raw) -> Option<Visit> {
    let start = Day::parse(&raw.start).filter(|day| YEARS.contains(&day.year))?;
    let end = Day::parse(&raw.end).unwrap_or(start).max(start);
    let surname = surname(&raw.visitor)?;
    let countries = countries(&raw.country);
    (!countries.is_empty()).then(|| Visit {
        kind,
        visitor: raw.visitor.clone(),
        surname,
        countries,
        cities: cities(&raw.locale),
        start,
        end,
    })
}

fn cities(locale: &str) -> Vec<String> {
    let cities = locale.split([',', ';', '(']).map(str::trim);
    let cities = cities.filter(|city| city.chars().count() > 2);
    cities.map(ToOwned::to_owned).collect()
}

/// The last word of a name, without the number of a king or pope.
pub(super) fn surname(name: &str) -> Option<String> {
    let name = name.split([',', '(']).next()?;
    let mut words = name.split_whitespace().rev();
    let is_number = |word: &&str| word.chars().all(|letter| "IVX".contains(letter));
    let last = words.find(|word| !is_number(word))?;
    (last.chars().count() > 2).then(|| last.to_owned())
}

/// "Germany, Federal Republic of" is called Germany; "Siam (Thailand)" is called both.
pub(super) fn countries(name: &str) -> Vec<String> {
    let (before, inside) = name.split_once('(').unwrap_or((name, ""));
    let short = before.split(',').next().unwrap_or_default().trim();
    let short = short.strip_prefix("Republic of ").unwrap_or(short);
    let inside = inside.trim_end_matches(')').trim();
    let mut names = vec![short.to_owned()];
    if !inside.is_empty() && !fold(inside).contains("government") {
        names.push(inside.to_owned());
    }
    let others: &[&str] = match short {
        "U.S.S.R." | "Russia" => &["Soviet Union", "USSR", "Russia"],
        "United Kingdom" => &["Great Britain", "Britain", "England"],
        _ => &[],
    };
    names.extend(others.iter().map(|name| (*name).to_owned()));
    names.retain(|name| !name.is_empty());
    names
}
