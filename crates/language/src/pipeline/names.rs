//! Names of tags, labels and the like, each once; a word holds their numbers.

use rustc_hash::FxHashMap;

/// The number of a name; 0 is the empty one.
pub(crate) type Name = u16;

/// All names of a pipeline.
#[derive(Debug)]
pub(crate) struct Names {
    list: Vec<Box<str>>,
    numbers: FxHashMap<Box<str>, Name>,
}

impl Default for Names {
    fn default() -> Names {
        Names {
            list: vec!["".into()],
            numbers: FxHashMap::from_iter([("".into(), 0)]),
        }
    }
}

impl Names {
    /// Adds a name where it is new; one too many is the empty one.
    pub(crate) fn add(&mut self, name: &str) -> Name {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let Ok(number) = Name::try_from(self.list.len()) else {
            return 0;
        };
        self.list.push(name.into());
        self.numbers.insert(name.into(), number);
        number
    }

    pub(crate) fn find(&self, name: &str) -> Option<Name> {
        self.numbers.get(name).copied()
    }

    pub(crate) fn get(&self, name: Name) -> &str {
        self.list.get(usize::from(name)).map_or("", |name| name)
    }

    /// Every number, in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = Name> {
        (0..self.list.len()).filter_map(|number| Name::try_from(number).ok())
    }
}
