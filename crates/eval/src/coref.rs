//! Who is meant by pronouns and office titles: GUM's news, interviews and speeches, and the
//! telegrams of the History Lab, read from their words alone.
//!
//! `eval coref [--cases] [gum|cables]…` scores; `eval coref frus [VOLUME…]` prints a drawing of
//! links in FRUS beside their words, to be read. A gold *anaphor* is a pronoun or an office title
//! without a name ("the ambassador") whose cluster holds a name. What we give for it is right
//! where the entity has a name in the text that overlaps a name of the gold cluster; recall counts
//! all anaphors, precision those to which we give an entity. Of a pronoun whose cluster holds no
//! name any link is wrong: *all P* counts these links too.

mod cables;
mod gum;
mod sample;
mod score;
#[cfg(test)]
mod tests;

use crate::Table;
use crate::count::Count;
use score::{Form, Scores, Text};

/// So many wrong and missed of each row are shown.
const SHOWN: usize = 60;

/// Runs it and prints the table, as Markdown.
///
/// # Errors
/// When a set cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    if let Some(("frus", volumes)) = arguments
        .split_first()
        .map(|(set, volumes)| (set.as_str(), volumes))
    {
        return sample::run(volumes);
    }
    let is_case = |argument: &&String| *argument == "--cases";
    let cases = arguments.iter().any(|argument| is_case(&argument));
    let sets: Vec<&String> = arguments.iter().filter(|set| !is_case(set)).collect();
    let unknown = sets
        .iter()
        .find(|set| !["gum", "cables"].contains(&set.as_str()));
    anyhow::ensure!(
        unknown.is_none(),
        "no set of references is called {unknown:?}"
    );
    let wants = |set: &str| sets.is_empty() || sets.iter().any(|wanted| *wanted == set);
    let mut table = Table::new(&[
        "set", "anaphors", "count", "read", "right", "P", "R", "all P",
    ]);
    if wants("gum")
        && let Some(folder) = crate::corpora("ner/gum")
    {
        for (speakers, name) in [(false, "GUM"), (true, "GUM, speakers named")] {
            let texts = gum::texts(&folder, speakers)?;
            report(&mut table, (name, cases), &texts);
        }
    }
    if wants("cables")
        && let Some(folder) = crate::corpora("cables")
    {
        for (split, name) in [("dev", "cables dev"), ("train", "cables train")] {
            let texts = cables::texts(&folder, split)?;
            report(&mut table, (name, cases), &texts);
        }
    }
    table.print_markdown();
    table.write_csv(&crate::out().join("coref.csv"))
}

fn report(table: &mut Table, (name, cases): (&str, bool), texts: &[Text]) {
    let mut scores = Scores::default();
    for text in texts {
        text.score(&mut scores);
    }
    let forms = [None].into_iter().chain(Form::ALL.map(Some));
    for form in forms {
        let row = scores.row(form);
        let strict = Count {
            read: row.read + scores.nameless(form),
            ..row
        };
        let words = form.map_or("all", Form::name);
        let share = |share: f64| format!("{share:.3}");
        table.row(&[
            &name,
            &words,
            &row.gold,
            &row.read,
            &row.same,
            &share(row.precision()),
            &share(row.recall()),
            &share(strict.precision()),
        ]);
    }
    if cases {
        for (what, cases) in [("wrong", &scores.wrong), ("missed", &scores.missed)] {
            println!("\n## {name}, {what}: {}\n", cases.len());
            let mut random = crate::random::Random::new(cases.len() as u64);
            let mut left: Vec<&String> = cases.iter().collect();
            for _ in 0..SHOWN.min(left.len()) {
                println!("{}", left.swap_remove(random.below(left.len())));
            }
        }
        println!();
    }
}
