//! Lemmas by edit tree: how a form becomes its lemma, learned as a class (Müller and others 2015).
//!
//! A tree keeps the middle of a form and rewrites its ends, each by a tree of its own, or replaces
//! one string by another.

use super::error::LoadError;
use super::matrix::Linear;
use super::packed::{get, unpack};
use super::strings::{string_id, symbol_name};
use super::tagger::Outputs;
use super::weights::Weights;
use rmpv::Value;
use rustc_hash::FxHashMap;

/// Trees nested deeper are not applied.
const DEEPEST: usize = 64;

/// Picks a tree for each word and applies it.
#[derive(Debug)]
pub(crate) struct EditTrees {
    pub(crate) linear: Linear,
    /// The tree of each output.
    labels: Vec<usize>,
    trees: Vec<Tree>,
    /// So many of the best trees are tried.
    top_k: usize,
    backoff: Backoff,
}

/// What a lemma is where no tree fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backoff {
    Nothing,
    Spelling,
    Lower,
}

#[derive(Debug)]
enum Tree {
    /// Keeps all but so many characters at both ends, which trees rewrite.
    Keep {
        before: usize,
        after: usize,
        first: Option<usize>,
        last: Option<usize>,
    },
    /// Replaces one string by another.
    Replace { form: Box<str>, lemma: Box<str> },
}

impl EditTrees {
    /// Reads `model`, `cfg` and `trees`; `strings` is the pipeline's `strings.json`.
    pub(crate) fn of(
        weights: &Weights,
        [cfg, trees, strings]: [&[u8]; 3],
        part: &str,
    ) -> Result<EditTrees, LoadError> {
        let wrong = |message: &str| LoadError::new(part, message);
        let cfg: serde_json::Value = serde_json::from_slice(cfg).unwrap_or_default();
        let labels = cfg.get("labels").and_then(serde_json::Value::as_array);
        let labels = labels.into_iter().flatten();
        let labels: Vec<usize> = labels
            .filter_map(|label| usize::try_from(label.as_u64()?).ok())
            .collect();
        let strings: Vec<Box<str>> =
            serde_json::from_slice(strings).map_err(|_| wrong("needs vocab/strings.json"))?;
        let strings: FxHashMap<u64, &str> = strings
            .iter()
            .map(|string| (string_id(string), &**string))
            .collect();
        let value = unpack(trees, part)?;
        let listed = get(&value, "trees").and_then(Value::as_array);
        let trees: Option<Vec<Tree>> = listed.and_then(|trees| {
            let trees = trees.iter().map(|entry| tree(entry, &strings));
            trees.collect()
        });
        let trees = trees.ok_or_else(|| wrong("has a tree that is malformed"))?;
        let linear = Linear::of(weights.one("softmax")?)?;
        let fits = linear.output == labels.len() && labels.iter().all(|label| *label < trees.len());
        match fits {
            true => Ok(EditTrees {
                linear,
                labels,
                trees,
                top_k: 1,
                backoff: Backoff::Spelling,
            }),
            false => Err(wrong("has another number of labels than of outputs")),
        }
    }

    /// Tries so many trees, and then goes back to something simpler.
    pub(crate) fn with(self, top_k: usize, backoff: Backoff) -> EditTrees {
        EditTrees {
            top_k: top_k.max(1),
            backoff,
            ..self
        }
    }

    pub(crate) fn input(&self) -> usize {
        self.linear.input
    }

    /// The lemma of each word, by its row and spelling.
    pub(crate) fn apply(&self, rows: &[f32], words: &[&str], room: &mut Outputs) -> Vec<String> {
        self.linear.apply(rows, &mut room.work, &mut room.outputs);
        let rows = room.outputs.chunks_exact(self.linear.output);
        rows.zip(words)
            .map(|(scores, word)| self.lemma(scores, word))
            .collect()
    }

    fn lemma(&self, scores: &[f32], word: &str) -> String {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        // Stable, so that of equals the first is tried first.
        order.sort_by(|left, right| scores[*right].total_cmp(&scores[*left]));
        let outputs = order.into_iter().take(self.top_k);
        let mut lemmas = outputs.filter_map(|output| self.rewritten(self.labels[output], word, 0));
        lemmas.next().unwrap_or_else(|| match self.backoff {
            Backoff::Nothing => String::new(),
            Backoff::Spelling => word.to_owned(),
            Backoff::Lower => word.to_lowercase(),
        })
    }

    /// Applies a tree to a part of a form; `None` where it does not fit.
    fn rewritten(&self, tree: usize, form: &str, depth: usize) -> Option<String> {
        match self.trees.get(tree).filter(|_| depth < DEEPEST)? {
            Tree::Replace { form: own, lemma } => (form == &**own).then(|| lemma.to_string()),
            Tree::Keep {
                before,
                after,
                first,
                last,
            } => {
                let middle = form.chars().count().checked_sub(before + after)?;
                let offset = |character: usize| {
                    let at = form.char_indices().nth(character);
                    at.map_or(form.len(), |(offset, _)| offset)
                };
                let (start, end) = (offset(*before), offset(before + middle));
                let part = |tree: &Option<usize>, form: &str| match tree {
                    Some(tree) => self.rewritten(*tree, form, depth + 1),
                    None => Some(String::new()),
                };
                let first = part(first, &form[..start])?;
                let last = part(last, &form[end..])?;
                Some(first + &form[start..end] + &last)
            }
        }
    }
}

fn tree(entry: &Value, strings: &FxHashMap<u64, &str>) -> Option<Tree> {
    let number = |name: &str| get(entry, name).and_then(Value::as_u64);
    if let Some(before) = number("prefix_len") {
        // The greatest number stands for no tree.
        let inner = |name: &str| {
            let tree = number(name).filter(|tree| *tree != u64::from(u32::MAX));
            tree.map(|tree| tree as usize)
        };
        return Some(Tree::Keep {
            before: usize::try_from(before).ok()?,
            after: usize::try_from(number("suffix_len")?).ok()?,
            first: inner("prefix_tree"),
            last: inner("suffix_tree"),
        });
    }
    let string = |name: &str| match number(name)? {
        0 => Some(""),
        id => strings.get(&id).copied().or_else(|| symbol_name(id)),
    };
    Some(Tree::Replace {
        form: string("orig")?.into(),
        lemma: string("subst")?.into(),
    })
}
