//! Times only pointed at: a TIMEX3 value, and no interval.

use super::draft::Draft;
use crate::{Reference, TimeType};

pub(super) fn vague(reference: Reference) -> Draft {
    let value = match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    };
    Draft::bare(TimeType::Date, value.to_owned(), "vague")
}
