//! Times only pointed at: a TIMEX3 value and no interval, or the date that was told last.

use super::draft::Draft;
use crate::{Base, Edtf, KnownDate, Reference, TimeType};

pub(super) fn vague(reference: Reference) -> Draft {
    let value = match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    };
    Draft::bare(TimeType::Date, value.to_owned(), "vague")
}

/// "Until then": the date that the narrative has reached.
pub(super) fn then(known: Option<&KnownDate>) -> Draft {
    let edtf = known.and_then(|known| Some((known, Edtf::parse(&known.edtf)?)));
    match edtf {
        Some((known, edtf)) => {
            let value = known.edtf.trim_end_matches('~').to_owned();
            Draft::edtf(edtf, value, "then").from(known)
        }
        None => Draft::hanging("P0D", Base::Narrative, "then").value("XXXX-XX-XX".to_owned()),
    }
}
