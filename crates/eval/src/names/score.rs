//! Counting: what is marked, what is read, how much of it is the same.

use super::set::Coarse;
use crate::random::Random;
use depeche_text::Span;

/// The interval is drawn so often.
const DRAWS: usize = 1000;

/// The first number of the draws.
const SEED: u64 = 1973;

/// Counts of one kind.
///
/// Marked and read names have counts of their own, since in FRUS a name that is read is judged
/// more kindly than one that is marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Marked names.
    pub(super) marked: usize,
    /// Of these, read with the same span and kind.
    pub(super) marked_same: usize,
    /// Of these, touched by one that was read with the same kind.
    pub(super) marked_met: usize,
    /// Names read.
    pub(super) read: usize,
    /// Of these, marked.
    pub(super) read_same: usize,
    /// Of these, touching a marked one of the same kind.
    pub(super) read_met: usize,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.marked += other.marked;
        self.marked_same += other.marked_same;
        self.marked_met += other.marked_met;
        self.read += other.read;
        self.read_same += other.read_same;
        self.read_met += other.read_met;
    }

    pub(super) fn precision(self) -> Option<f64> {
        share(self.read_same, self.read)
    }

    pub(super) fn recall(self) -> Option<f64> {
        share(self.marked_same, self.marked)
    }

    /// The harmonic mean of precision and recall; `None` where nothing is marked or read.
    pub(super) fn f1(self) -> Option<f64> {
        harmonic(self.precision(), self.recall())
    }

    pub(super) fn met_precision(self) -> Option<f64> {
        share(self.read_met, self.read)
    }

    pub(super) fn met_recall(self) -> Option<f64> {
        share(self.marked_met, self.marked)
    }

    pub(super) fn met_f1(self) -> Option<f64> {
        harmonic(self.met_precision(), self.met_recall())
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn harmonic(precision: Option<f64>, recall: Option<f64>) -> Option<f64> {
    if precision.is_none() && recall.is_none() {
        return None;
    }
    let (precision, recall) = (precision.unwrap_or(0.0), recall.unwrap_or(0.0));
    Some(2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE))
}

/// The counts of one text, by [`Coarse`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally(pub(super) [Count; 4]);

impl Tally {
    /// Compares what is marked with what was read.
    pub(super) fn of(marked: &[(Span, Coarse)], read: &[(Span, Coarse)]) -> Tally {
        let mut tally = Tally::default();
        let touches = |name: &(Span, Coarse), others: &[(Span, Coarse)]| {
            let same_kind = others.iter().filter(|other| other.1 == name.1);
            same_kind.into_iter().any(|other| other.0.overlaps(name.0))
        };
        for name in marked {
            let count = &mut tally.0[name.1 as usize];
            count.marked += 1;
            count.marked_same += usize::from(read.contains(name));
            count.marked_met += usize::from(touches(name, read));
        }
        for name in read {
            let count = &mut tally.0[name.1 as usize];
            count.read += 1;
            count.read_same += usize::from(marked.contains(name));
            count.read_met += usize::from(touches(name, marked));
        }
        tally
    }

    /// Several texts as one.
    pub(super) fn sum<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
        let mut sum = Tally::default();
        for tally in tallies {
            for (count, other) in sum.0.iter_mut().zip(tally.0) {
                count.add(other);
            }
        }
        sum
    }

    /// All kinds as one.
    pub(super) fn total(&self) -> Count {
        let mut total = Count::default();
        self.0.iter().for_each(|count| total.add(*count));
        total
    }
}

/// How a set went: counts a text, and the words of misses and false alarms.
#[derive(Debug, Clone, Default)]
pub(super) struct Scores {
    pub(super) texts: Vec<Tally>,
    pub(super) missed: Vec<String>,
    pub(super) wrong: Vec<String>,
}

/// The middle 95 % of F1 over drawings of as many texts, with putting back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Scores {
    /// The same at every run.
    pub(super) fn interval(&self) -> Interval {
        let mut random = Random::new(SEED);
        let totals: Vec<Count> = self.texts.iter().map(Tally::total).collect();
        let draw = |_| {
            let mut count = Count::default();
            for _ in &totals {
                count.add(random.pick(&totals).copied().unwrap_or_default());
            }
            count.f1().unwrap_or(0.0)
        };
        let mut drawn: Vec<f64> = (0..DRAWS).map(draw).collect();
        drawn.sort_by(f64::total_cmp);
        Interval {
            low: drawn[DRAWS * 25 / 1000],
            high: drawn[DRAWS * 975 / 1000 - 1],
        }
    }
}
