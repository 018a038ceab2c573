//! `depeche date DOC D`: the date of a document, as a person knows it.

use crate::deciding::{decide, document};
use crate::output::{Outcome, one_line, say};
use crate::session::{Session, today};
use anyhow::bail;
use clap::Args;
use depeche_statement::{Modality, Polarity};
use depeche_store::{Anchor, Choice, StoredDocument};
use depeche_time::{Day, Edtf};

/// Say when a document was written: what hung on its date is worked out again and shown
///
/// The date is EDTF (ISO 8601-2): 2011, 2011-04, 2011-04-15, 2011-04~ (about), 2011? (perhaps),
/// 2011-04-15/2011-05-02 (from, to), ../2011-05-02 (by). It is a decision: it outlasts a new
/// reading, and `depeche undo` takes it back.
///
/// Example: depeche date d_3f2a 2011-04-15
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The document's id, or enough of its start
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The date
    #[arg(value_name = "DATE")]
    date: String,
}

/// What is said where a date does not read.
const ACCEPTED: &str = "write 2011, 2011-04, 2011-04-15, 2011-04~ (about), 2011? (perhaps), \
                        2011-04-15/2011-05-02 (from, to) or ../2011-05-02 (by)";

pub(crate) fn run(arguments: &Arguments, session: &mut Session) -> anyhow::Result<Outcome> {
    let store = session.archive()?.store()?;
    let stored = document(&store, &arguments.document)?;
    let edtf = checked(&arguments.date)?;
    let choice = Choice::Date {
        document: Anchor::at_start(&stored.document),
        edtf: edtf.to_string(),
    };
    if let Some((when, quote)) = edtf.latest().and_then(|latest| told_later(&stored, latest)) {
        say(&format!(
            "the document tells as past what it dates {when}, after that: {:?}",
            one_line(&quote, 100)
        ));
    }
    drop(store);
    decide(&choice, session)
}

/// A date that stands in the words themselves and lies after a day, of something that is told as
/// having happened; the latest such, with the words.
fn told_later(stored: &StoredDocument, latest: Day) -> Option<(Day, String)> {
    let statements = stored
        .reading
        .iter()
        .flat_map(|reading| &reading.statements);
    let told = statements.filter(|statement| {
        statement.polarity == Polarity::Positive && statement.modality == Modality::Asserted
    });
    let later = told.filter_map(|statement| {
        let time = statement.time.as_ref()?;
        let earliest = time.earliest.filter(|earliest| *earliest > latest)?;
        let quote = statement.span.get(&stored.document.text)?;
        (time.anchor.is_none() && time.span.is_some()).then(|| (earliest, quote.to_owned()))
    });
    later.max()
}

/// A date that parses, has two ends in order, and does not lie in the future.
pub(super) fn checked(written: &str) -> anyhow::Result<Edtf> {
    let Some(edtf) = Edtf::parse(written.trim()) else {
        bail!("{written:?} is no date; {ACCEPTED}");
    };
    match (edtf.earliest(), edtf.latest()) {
        (None, None) => bail!("{written:?} says nothing; {ACCEPTED}"),
        (Some(earliest), Some(latest)) if earliest > latest => {
            bail!("{written:?} ends before it begins; {ACCEPTED}")
        }
        // Tomorrow has begun somewhere.
        (Some(earliest), _) if earliest > today().plus_days(1) => {
            bail!("{written:?} lies in the future: no document was written then")
        }
        _ => Ok(edtf),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_date_is_told_what_is() {
        let error = |written| checked(written).unwrap_err().to_string();
        assert!(error("15 April 2011").contains("write 2011, 2011-04, 2011-04-15"));
        assert!(error("2011-02-30").contains("is no date"));
        assert!(error("2011-05/2011-04").contains("ends before it begins"));
        assert!(error("../..").contains("says nothing"));
        assert!(error("9999-01-01").contains("lies in the future"));
        for fine in [
            "2011",
            "2011-04~",
            "2011-04-15/2011-05-02",
            "../2011",
            " 2011-04-15",
        ] {
            assert!(checked(fine).is_ok(), "{fine}");
        }
    }
}
