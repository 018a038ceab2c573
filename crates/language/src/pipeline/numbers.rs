//! Rows of numbers as they are stored, made floating-point numbers when a row is taken: large
//! tables stay as small as they were packed.

use super::packed::Array;

/// Rows of equal width.
#[derive(Debug)]
pub(crate) struct Numbers {
    pub(crate) width: usize,
    cells: Cells,
    /// What 1 is worth, by row; of floating-point numbers none.
    steps: Vec<f32>,
}

#[derive(Debug)]
pub(crate) enum Cells {
    Float(Vec<f32>),
    Short(Vec<i16>),
    Byte(Vec<i8>),
}

impl Numbers {
    /// Rows of whole numbers, each with its step.
    pub(crate) fn stepped(width: usize, cells: Cells, steps: Vec<f32>) -> Numbers {
        Numbers {
            width,
            cells,
            steps,
        }
    }

    /// How many rows there are.
    pub(crate) fn count(&self) -> usize {
        let len = match &self.cells {
            Cells::Float(cells) => cells.len(),
            Cells::Short(cells) => cells.len(),
            Cells::Byte(cells) => cells.len(),
        };
        len.checked_div(self.width).unwrap_or(0)
    }

    /// Adds a share of a row.
    pub(crate) fn add(&self, row: usize, share: f32, out: &mut [f32]) {
        let range = row * self.width..(row + 1) * self.width;
        match &self.cells {
            Cells::Float(cells) => add(cells[range].iter().copied(), share, out),
            Cells::Short(cells) => {
                let step = self.steps[row];
                let numbers = cells[range].iter().map(|cell| f32::from(*cell) * step);
                add(numbers, share, out);
            }
            Cells::Byte(cells) => {
                let step = self.steps[row];
                let numbers = cells[range].iter().map(|cell| f32::from(*cell) * step);
                add(numbers, share, out);
            }
        }
    }
}

impl From<Array> for Numbers {
    fn from(array: Array) -> Numbers {
        let width = array.shape.last().copied().unwrap_or(0);
        Numbers::stepped(width, Cells::Float(array.values), Vec::new())
    }
}

fn add(numbers: impl Iterator<Item = f32>, share: f32, out: &mut [f32]) {
    for (sum, number) in out.iter_mut().zip(numbers) {
        *sum += number * share;
    }
}
