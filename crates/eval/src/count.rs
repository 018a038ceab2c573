//! Precision, recall and their harmonic mean, for whatever can be the same or not.

/// How much is in the gold, how much was read, and how much of it is the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) gold: usize,
    pub(crate) read: usize,
    pub(crate) same: usize,
}

impl Count {
    /// Compares two lists, each without doubles.
    pub(crate) fn of<T: PartialEq>(gold: &[T], read: &[T]) -> Count {
        Count {
            gold: gold.len(),
            read: read.len(),
            same: gold.iter().filter(|item| read.contains(item)).count(),
        }
    }

    pub(crate) fn add(&mut self, other: Count) {
        self.gold += other.gold;
        self.read += other.read;
        self.same += other.same;
    }

    /// 0 where nothing was read.
    pub(crate) fn precision(self) -> f64 {
        self.same as f64 / self.read.max(1) as f64
    }

    /// 0 where the gold is empty.
    pub(crate) fn recall(self) -> f64 {
        self.same as f64 / self.gold.max(1) as f64
    }

    /// The harmonic mean of precision and recall; 0 where both are.
    pub(crate) fn f1(self) -> f64 {
        2.0 * self.same as f64 / (self.gold + self.read).max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_harmonic_and_nothing_is_zero() {
        let count = Count::of(&["a", "b", "c"], &["b", "d"]);
        assert_eq!((count.gold, count.read, count.same), (3, 2, 1));
        let (precision, recall) = (count.precision(), count.recall());
        let mean = 2.0 * precision * recall / (precision + recall);
        assert!((count.f1() - mean).abs() < 1e-9);
        assert!(Count::default().f1().abs() < 1e-9);
    }
}
