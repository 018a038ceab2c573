//! Which statements of a group tell of one event.
//!
//! Type and named participants are the same in a group. Its statements join where their times are
//! within [`APART_DAYS`] of each other. One without a time joins only where its group holds a single
//! event, it is told as having happened, and a person takes part: two ministers meet seldom, two
//! states agree every week. What states and bodies did without a date is one event where it was told
//! within those days of each other.

/// Accounts of one event that give dates up to this far apart are taken to differ about one
/// event; farther apart they tell of two.
const APART_DAYS: i64 = 10;

/// The first and last day on which it can have happened, as far as they are known.
pub(super) type Days = Option<[Option<i64>; 2]>;

/// Closed intervals only: an open one ("by 16 February") says too little to join by.
pub(super) fn closed(days: &Days) -> Option<(i64, i64)> {
    match days {
        Some([Some(earliest), Some(latest)]) => Some((*earliest, *latest)),
        _ => None,
    }
}

/// Statements taken for one event, and the first and last day that they give.
struct Cluster<S> {
    first: i64,
    last: i64,
    statements: Vec<S>,
}

/// Splits a group's statements, given in the order of their ids, into events; `has_person` says
/// whether a person takes part, `is_firm` of a statement whether it is told as having happened.
pub(super) fn cluster<S>(
    statements: Vec<(Days, S)>,
    has_person: bool,
    is_firm: impl Fn(&S) -> bool,
) -> Vec<Vec<S>> {
    let (mut exact, mut wide, mut undated) = (Vec::new(), Vec::new(), Vec::new());
    for (days, statement) in statements {
        match closed(&days) {
            // A year alone does not tie two exact dates together.
            Some((first, last)) if last - first > 3 * APART_DAYS => {
                wide.push((first, last, statement));
            }
            Some((first, last)) => exact.push((first, last, statement)),
            None => undated.push((days, statement)),
        }
    }
    let mut clusters = chained(exact);
    let mut apart = Vec::new();
    for (first, last, statement) in wide {
        let mut within = clusters
            .iter_mut()
            .filter(|cluster| cluster.first <= last && cluster.last >= first);
        match (within.next(), within.next()) {
            (Some(only), None) if has_person => only.statements.push(statement),
            _ => apart.push((first, first, statement)),
        }
    }
    clusters.extend(chained(apart));
    clusters.sort_by_key(|cluster| cluster.first);
    let mut clusters: Vec<Vec<S>> = clusters.into_iter().map(|one| one.statements).collect();
    if !has_person {
        clusters.extend(by_last_day(undated));
        return clusters;
    }
    // What was planned or only thought of may have come to nothing.
    let (firm, planned): (Vec<_>, Vec<_>) = undated.into_iter().partition(|(_, one)| is_firm(one));
    let undated = firm.into_iter().map(|(_, statement)| statement);
    match clusters.as_mut_slice() {
        [] => clusters.push(undated.collect()),
        [only] => only.extend(undated),
        _ => clusters.extend(undated.map(|statement| vec![statement])),
    }
    clusters.extend(planned.into_iter().map(|(_, statement)| vec![statement]));
    clusters.retain(|cluster| !cluster.is_empty());
    clusters
}

/// Statements each of which is near the one before.
fn chained<S>(mut statements: Vec<(i64, i64, S)>) -> Vec<Cluster<S>> {
    statements.sort_by_key(|(first, last, _)| (*first, *last));
    let mut clusters: Vec<Cluster<S>> = Vec::new();
    for (first, last, statement) in statements {
        match clusters.last_mut() {
            Some(cluster) if first - APART_DAYS <= cluster.last => {
                cluster.last = cluster.last.max(last);
                cluster.statements.push(statement);
            }
            _ => clusters.push(Cluster {
                first,
                last,
                statements: vec![statement],
            }),
        }
    }
    clusters
}

/// Statements of which only the last possible day is known, those together whose last days are
/// near each other; what has none is alone.
fn by_last_day<S>(undated: Vec<(Days, S)>) -> Vec<Vec<S>> {
    let last = |days: &Days| days.and_then(|[_, latest]| latest);
    let (mut bounded, open): (Vec<_>, Vec<_>) = undated
        .into_iter()
        .partition(|(days, _)| last(days).is_some());
    bounded.sort_by_key(|(days, _)| last(days));
    let mut clusters: Vec<Vec<S>> = Vec::new();
    let mut first = i64::MIN;
    for (days, statement) in bounded {
        let day = last(&days).expect("partitioned on it");
        match clusters.last_mut() {
            Some(cluster) if day - APART_DAYS <= first => cluster.push(statement),
            _ => {
                clusters.push(vec![statement]);
                first = day;
            }
        }
    }
    clusters.extend(open.into_iter().map(|(_, statement)| vec![statement]));
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Splits what is so dated, each called by a letter; the third was only planned.
    fn split(days: &[Days], has_person: bool) -> Vec<String> {
        let statements = days.iter().zip('a'..).map(|(days, id)| (*days, id));
        cluster(statements.collect(), has_person, |id| *id != 'c')
            .into_iter()
            .map(|cluster| cluster.into_iter().collect())
            .collect()
    }

    const DAY: Days = Some([Some(100), Some(100)]);
    const NEXT: Days = Some([Some(104), Some(104)]);
    const YEAR: Days = Some([Some(0), Some(364)]);
    const FAR: Days = Some([Some(900), Some(900)]);
    const BY: Days = Some([None, Some(105)]);
    const BY_LATER: Days = Some([None, Some(112)]);
    const BY_FAR: Days = Some([None, Some(500)]);

    #[test]
    fn near_days_are_one_event_and_far_ones_two() {
        assert_eq!(split(&[DAY, FAR, NEXT], false), ["ac", "b"]);
        assert_eq!(split(&[DAY, YEAR], false), ["b", "a"]);
    }

    #[test]
    fn what_people_did_without_a_date_joins_the_only_event() {
        assert_eq!(split(&[DAY, BY_FAR, None], true), ["ab", "c"]);
        assert_eq!(split(&[None, BY_FAR, NEXT], true), ["cab"]);
        assert_eq!(split(&[DAY, FAR, YEAR], true), ["ac", "b"]);
        assert_eq!(split(&[BY, None], true), ["ab"]);
        assert_eq!(split(&[DAY, FAR, None], true), ["a", "b", "c"]);
    }

    #[test]
    fn what_states_did_without_a_date_is_one_where_it_was_told_together() {
        assert_eq!(
            split(&[BY, BY_FAR, BY_LATER, None, None], false),
            ["ac", "b", "d", "e"]
        );
        assert_eq!(split(&[DAY, BY], false), ["a", "b"]);
    }
}
