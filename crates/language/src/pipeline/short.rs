//! Arrays as they are stored: floating-point numbers, or whole numbers of 16 or 8 bits with a
//! step for each row.

use super::numbers::{Cells, Numbers};
use super::packed::Array;
use serde::{Deserialize, Serialize};

/// An array with its bytes, little-endian.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Stored {
    pub(crate) shape: Vec<usize>,
    kind: Kind,
    /// What 1 is worth, by row; of floating-point numbers none.
    steps: Vec<f32>,
    #[serde(with = "bytes")]
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    #[default]
    Float,
    Short,
    Byte,
}

/// Whole numbers with a step for each row.
#[derive(Debug)]
pub(crate) struct Short {
    pub(crate) steps: Vec<f32>,
    pub(crate) numbers: Vec<i16>,
}

impl Stored {
    /// As it is.
    pub(crate) fn of(array: &Array) -> Stored {
        let bytes = array.values.iter().flat_map(|value| value.to_le_bytes());
        Stored {
            shape: array.shape.clone(),
            kind: Kind::Float,
            steps: Vec::new(),
            bytes: bytes.collect(),
        }
    }

    /// In whole numbers of 16 bits; `most` gives the greatest of a row.
    pub(crate) fn short(array: &Array, most: impl Fn(&[f32]) -> f32) -> Stored {
        let mut stored = Stored::stepped(array, Kind::Short, most);
        let numbers = whole(array, &stored.steps).flat_map(|number| (number as i16).to_le_bytes());
        stored.bytes = numbers.collect();
        stored
    }

    /// In whole numbers of 8 bits.
    pub(crate) fn byte(array: &Array) -> Stored {
        let mut stored = Stored::stepped(array, Kind::Byte, |_| f32::from(i8::MAX));
        let numbers = whole(array, &stored.steps).flat_map(|number| (number as i8).to_le_bytes());
        stored.bytes = numbers.collect();
        stored
    }

    fn stepped(array: &Array, kind: Kind, most: impl Fn(&[f32]) -> f32) -> Stored {
        let rows = array.values.chunks(width(&array.shape).max(1));
        let step = |row: &[f32]| {
            let greatest = row
                .iter()
                .fold(0.0_f32, |most, value| most.max(value.abs()));
            match greatest > 0.0 {
                true => greatest / most(row),
                false => 1.0,
            }
        };
        Stored {
            shape: array.shape.clone(),
            kind,
            steps: rows.map(step).collect(),
            bytes: Vec::new(),
        }
    }

    /// The whole numbers of 16 bits, where these are stored.
    pub(crate) fn shorts(&self) -> Option<Short> {
        if self.kind != Kind::Short {
            return None;
        }
        let (numbers, rest) = self.bytes.as_chunks::<2>();
        let fits = self.fits(numbers.len()) && rest.is_empty();
        fits.then(|| Short {
            steps: self.steps.clone(),
            numbers: numbers
                .iter()
                .map(|number| i16::from_le_bytes(*number))
                .collect(),
        })
    }

    /// Floating-point numbers, whatever is stored; `None` where the sizes do not fit.
    pub(crate) fn floats(&self) -> Option<Array> {
        let values: Vec<f32> = match self.kind {
            Kind::Float => {
                let numbers = self.bytes.as_chunks::<4>().0;
                numbers
                    .iter()
                    .map(|number| f32::from_le_bytes(*number))
                    .collect()
            }
            Kind::Short => {
                let numbers = self.bytes.as_chunks::<2>().0.iter();
                self.times_steps(numbers.map(|number| f32::from(i16::from_le_bytes(*number))))
            }
            Kind::Byte => self.times_steps(self.bytes.iter().map(|byte| f32::from(*byte as i8))),
        };
        let fits = self.fits(values.len());
        let shape = self.shape.clone();
        fits.then_some(Array { shape, values })
    }

    /// Rows that stay as small as they are stored; `None` where the sizes do not fit.
    pub(crate) fn numbers(&self) -> Option<Numbers> {
        let cells = match self.kind {
            Kind::Float => return self.floats().map(Numbers::from),
            Kind::Short => Cells::Short(self.shorts()?.numbers),
            Kind::Byte => Cells::Byte(self.bytes.iter().map(|byte| *byte as i8).collect()),
        };
        let fits = self.kind == Kind::Short || self.fits(self.bytes.len());
        let steps = self.steps.clone();
        fits.then(|| Numbers::stepped(width(&self.shape), cells, steps))
    }

    fn times_steps(&self, numbers: impl Iterator<Item = f32>) -> Vec<f32> {
        let width = width(&self.shape);
        let steps = self.steps.iter();
        let steps = steps.flat_map(|step| std::iter::repeat_n(*step, width));
        numbers
            .zip(steps)
            .map(|(number, step)| number * step)
            .collect()
    }

    fn fits(&self, count: usize) -> bool {
        let sizes = self.shape.iter();
        let expected = sizes.fold(1_usize, |count, size| count.saturating_mul(*size));
        let rows = expected.checked_div(width(&self.shape)).unwrap_or(0);
        expected == count && (self.kind == Kind::Float || self.steps.len() == rows)
    }
}

/// How long a row is: the last size.
fn width(shape: &[usize]) -> usize {
    shape.last().copied().unwrap_or(0)
}

fn whole<'a>(array: &'a Array, steps: &'a [f32]) -> impl Iterator<Item = f32> + 'a {
    let rows = array.values.chunks(width(&array.shape).max(1));
    rows.zip(steps)
        .flat_map(|(row, step)| row.iter().map(move |value| (value / step).round()))
}

/// Bytes written as they are; number by number would take ten times as long.
pub(super) mod bytes {
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};
    use std::fmt;

    pub(in super::super) fn serialize<S: Serializer>(
        bytes: &[u8],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<u8>, D::Error> {
        struct Bytes;

        impl Visitor<'_> for Bytes {
            type Value = Vec<u8>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }

        from.deserialize_bytes(Bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array() -> Array {
        Array {
            shape: vec![2, 3],
            values: vec![0.5, -1.0, 0.25, 0.0, 0.0, 0.0],
        }
    }

    #[test]
    fn numbers_come_back_within_half_a_step() {
        assert_eq!(Stored::of(&array()).floats(), Some(array()));
        for stored in [Stored::short(&array(), |_| 2000.0), Stored::byte(&array())] {
            let packed = postcard::to_stdvec(&stored).unwrap();
            let stored: Stored = postcard::from_bytes(&packed).unwrap();
            let back = stored.floats().unwrap();
            assert_eq!(back.shape, array().shape);
            let rows = stored.numbers().unwrap();
            let mut row = [0.0; 3];
            rows.add(0, 1.0, &mut row);
            assert_eq!((row.as_slice(), rows.count()), (&back.values[..3], 2));
            for (value, expected) in back.values.iter().zip(array().values) {
                assert!((value - expected).abs() <= 0.5 / 127.0);
            }
        }
        assert_eq!(
            Stored::short(&array(), |_| 4.0).shorts().unwrap().numbers[..3],
            [2, -4, 1]
        );
    }

    #[test]
    fn another_size_than_said_is_no_array() {
        let stored = Stored {
            shape: vec![2, 4],
            ..Stored::byte(&array())
        };
        assert!(stored.floats().is_none());
        assert!(Stored::of(&array()).shorts().is_none());
    }
}
