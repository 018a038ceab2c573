//! Two times and all between.

use super::draft::Draft;
use super::drafted;
use crate::{Anchors, Day, Edtf, FoundTime, Meaning, TimeType};

/// From one time to another; where the second would lie before the first, the first alone.
pub(super) fn between(first: &FoundTime, second: &FoundTime, anchors: &Anchors) -> Draft {
    let from = drafted(first, anchors);
    let mut to = drafted(second, anchors);
    // "From Friday to Monday": the Monday after that Friday. "From May 3 to Monday": the last one,
    // where that is after May 3.
    if let (Meaning::Weekday(..), Some(start), Some(end)) =
        (&second.meaning, first_day(&from), first_day(&to))
        && (matches!(first.meaning, Meaning::Weekday(..)) || end < start)
    {
        let ahead = i64::from((end.weekday() - start.weekday()).rem_euclid(7));
        to = Draft::day(start.plus_days(ahead), "weekday");
    }
    let (Some(start), Some(end)) = (from.edtf, to.edtf) else {
        let value = format!("{}/{}", from.value, to.value);
        return Draft {
            value,
            rule: "range".to_owned(),
            ..from
        };
    };
    // A fiscal year or a week is a range itself.
    let start = match start {
        Edtf::Date(date) | Edtf::Interval(Some(date), Some(_)) => Some(date),
        Edtf::Interval(..) => None,
    };
    let end = match end {
        Edtf::Date(date) | Edtf::Interval(Some(_), Some(date)) => Some(date),
        Edtf::Interval(..) => None,
    };
    let (Some(start), Some(end)) = (start, end) else {
        return Draft {
            rule: "range".to_owned(),
            ..from
        };
    };
    if end.latest() < start.earliest() {
        return from;
    }
    let value = format!("{}/{}", from.value, to.value);
    let edtf = Edtf::Interval(Some(start), Some(end));
    let kind = if from.kind == TimeType::Time {
        TimeType::Time
    } else {
        TimeType::Date
    };
    Draft {
        kind,
        anchor: from.anchor,
        ..Draft::edtf(edtf, value, "range")
    }
}

fn first_day(draft: &Draft) -> Option<Day> {
    draft.edtf.and_then(|edtf| edtf.earliest())
}
