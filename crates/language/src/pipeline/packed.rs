//! MessagePack and NumPy arrays, as a pipeline's files hold them.

use super::error::LoadError;
use rmpv::Value;

/// An array of numbers, row by row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Array {
    pub(crate) shape: Vec<usize>,
    pub(crate) values: Vec<f32>,
}

/// Reads one MessagePack value.
pub(crate) fn unpack(bytes: &[u8], part: &str) -> Result<Value, LoadError> {
    let mut rest = bytes;
    rmpv::decode::read_value(&mut rest)
        .map_err(|error| LoadError::new(part, format!("is not MessagePack ({error})")))
}

/// The value under a key of a map; keys may be strings or bytes.
pub(crate) fn get<'a>(map: &'a Value, key: &str) -> Option<&'a Value> {
    let entries = map.as_map()?;
    let found = entries
        .iter()
        .find(|(name, _)| name.as_slice() == Some(key.as_bytes()) || name.as_str() == Some(key));
    found.map(|(_, value)| value)
}

/// A string, or bytes that are one.
pub(crate) fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Binary(bytes) => std::str::from_utf8(bytes).ok(),
        other => other.as_str(),
    }
}

/// A whole number, of an attribute that is packed once more, or not.
pub(crate) fn whole(value: &Value) -> Option<u64> {
    match value {
        Value::Binary(bytes) => unpack(bytes, "").ok()?.as_u64(),
        other => other.as_u64(),
    }
}

impl Array {
    /// Reads an array of 32-bit floats as `msgpack-numpy` writes it.
    pub(crate) fn of(value: &Value, part: &str) -> Result<Array, LoadError> {
        let wrong = |message: &str| LoadError::new(part, message);
        let kind = get(value, "type").and_then(text);
        if kind != Some("<f4") {
            return Err(wrong("holds an array that is not of 32-bit floats"));
        }
        let shape = get(value, "shape")
            .and_then(Value::as_array)
            .ok_or_else(|| wrong("holds an array without a shape"))?;
        let shape: Vec<usize> = shape
            .iter()
            .filter_map(|size| Some(size.as_u64()? as usize))
            .collect();
        let Some(Value::Binary(bytes)) = get(value, "data") else {
            return Err(wrong("holds an array without numbers"));
        };
        Array::filled(shape, bytes).ok_or_else(|| wrong("holds an array of another size than said"))
    }

    /// Reads a `.npy` file (NumPy format 1 or 2) of 32-bit floats in C order.
    pub(crate) fn of_npy(bytes: &[u8], part: &str) -> Result<Array, LoadError> {
        let wrong = |message: &str| LoadError::new(part, message);
        let not_npy = || wrong("is no NumPy array");
        let body = bytes.strip_prefix(b"\x93NUMPY").ok_or_else(not_npy)?;
        let (length_bytes, rest) = match body.first() {
            Some(1) => (2, &body[2..]),
            Some(2 | 3) => (4, &body[2..]),
            _ => return Err(not_npy()),
        };
        let (length, rest) = rest.split_at_checked(length_bytes).ok_or_else(not_npy)?;
        let length = length
            .iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
        let (head, data) = rest.split_at_checked(length).ok_or_else(not_npy)?;
        let head = std::str::from_utf8(head).map_err(|_| not_npy())?;
        if !head.contains("'<f4'") || head.contains("'fortran_order': True") {
            return Err(wrong("is not of 32-bit floats in C order"));
        }
        let shape = head
            .split_once("'shape': (")
            .and_then(|(_, shape)| shape.split_once(')'));
        let (shape, _) = shape.ok_or_else(not_npy)?;
        let shape = shape.split(',').filter_map(|size| size.trim().parse().ok());
        Array::filled(shape.collect(), data)
            .ok_or_else(|| wrong("is of another size than its head says"))
    }

    fn filled(shape: Vec<usize>, bytes: &[u8]) -> Option<Array> {
        let count = shape
            .iter()
            .try_fold(1usize, |count, size| count.checked_mul(*size))?;
        let (numbers, rest) = bytes.as_chunks::<4>();
        let fits = numbers.len() == count && rest.is_empty();
        let values = || {
            numbers
                .iter()
                .map(|number| f32::from_le_bytes(*number))
                .collect()
        };
        fits.then(|| Array {
            shape,
            values: values(),
        })
    }
}
