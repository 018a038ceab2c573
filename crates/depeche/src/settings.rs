//! Settings and where each came from: flag, environment, `settings.toml`, default.

use anyhow::{Context, bail};
use depeche_pipeline::Options;
use std::collections::BTreeMap;

/// A setting: its name in `settings.toml` (dots are tables), what it is, and the option it sets.
struct Definition {
    name: &'static str,
    about: &'static str,
    read: fn(&Options) -> u64,
    write: fn(&mut Options, u64),
}

macro_rules! definitions {
    ($($name:literal, $about:literal, $($field:ident).+ as $kind:ty;)*) => {
        &[$(Definition {
            name: $name,
            about: $about,
            read: |options| options.$($field).+ as u64,
            write: |options, value| options.$($field).+ = value as $kind,
        },)*]
    };
}

/// Every setting, each a whole number.
const DEFINITIONS: &[Definition] = definitions![
    "threads", "documents are read on so many threads", thread_count as usize;
    "memory.index_bytes", "the index's buffers while writing, in bytes", index_bytes as usize;
    "memory.batch_bytes", "text between two commits, in bytes", batch_bytes as usize;
    "limits.item_size_bytes", "a larger file is refused, in bytes", limits.item_size_bytes as u64;
    "limits.text_size_bytes", "the text of one document is cut here, in bytes", limits.text_size_bytes as u64;
    "limits.folder_depth", "folders deeper than this are not entered", limits.folder_depth as u32;
    "limits.markup_depth", "elements nested deeper than this are not entered", limits.markup_depth as u32;
    "limits.mail_depth", "mail parts nested deeper than this are not opened", limits.mail_depth as u32;
];

/// A setting in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) value: u64,
    /// `default`, `settings.toml`, or the environment variable's name.
    pub(crate) from: String,
}

/// The settings in force, given the file's text and the environment.
///
/// # Errors
/// When the file is no TOML, names a setting that there is not, or a value is no whole number.
pub(crate) fn settings(
    toml_text: &str,
    environment: &dyn Fn(&str) -> Option<String>,
) -> anyhow::Result<(Options, Vec<Setting>)> {
    let mut given = file_values(toml_text)?;
    let mut options = Options::default();
    let mut settings = Vec::new();
    for definition in DEFINITIONS {
        let variable = variable(definition.name);
        let mut from = "default".to_owned();
        if let Some(value) = given.remove(definition.name) {
            (definition.write)(&mut options, value);
            from = "settings.toml".to_owned();
        }
        if let Some(value) = environment(&variable) {
            let value = value.parse().with_context(|| {
                format!("the environment's {variable} is {value:?}, which is no whole number")
            })?;
            (definition.write)(&mut options, value);
            from = variable;
        }
        let value = (definition.read)(&options);
        settings.push(Setting {
            name: definition.name,
            about: definition.about,
            value,
            from,
        });
    }
    if let Some(name) = given.keys().next() {
        bail!("settings.toml names {name}, which is no setting; `depeche settings` lists them");
    }
    Ok((options, settings))
}

/// `limits.folder_depth` is `DEPECHE_LIMITS_FOLDER_DEPTH`.
fn variable(name: &str) -> String {
    format!("DEPECHE_{}", name.replace('.', "_").to_uppercase())
}

fn file_values(toml_text: &str) -> anyhow::Result<BTreeMap<String, u64>> {
    let table: toml::Table = toml_text.parse().context("settings.toml does not read")?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => {
                for (inner_name, value) in inner {
                    let name = format!("{name}.{inner_name}");
                    values.insert(name.clone(), whole_number(&name, &value)?);
                }
            }
            value => {
                let number = whole_number(&name, &value)?;
                values.insert(name, number);
            }
        }
    }
    Ok(values)
}

fn whole_number(name: &str, value: &toml::Value) -> anyhow::Result<u64> {
    let number = value
        .as_integer()
        .and_then(|number| u64::try_from(number).ok());
    number.with_context(|| format!("settings.toml: {name} is {value}, which is no whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_goes_before_the_file_and_the_file_before_the_default() {
        let environment =
            |name: &str| (name == "DEPECHE_LIMITS_MAIL_DEPTH").then(|| "3".to_owned());
        let text = "threads = 5\n[limits]\nmail_depth = 4\n";
        let (options, settings) = settings(text, &environment).unwrap();
        assert_eq!((options.thread_count, options.limits.mail_depth), (5, 3));
        let from = |name| {
            settings
                .iter()
                .find(|setting| setting.name == name)
                .unwrap()
                .from
                .clone()
        };
        assert_eq!(from("threads"), "settings.toml");
        assert_eq!(from("limits.mail_depth"), "DEPECHE_LIMITS_MAIL_DEPTH");
        assert_eq!(from("limits.folder_depth"), "default");
    }

    #[test]
    fn an_unknown_setting_is_named() {
        let error = settings("colour = 1", &|_| None).unwrap_err().to_string();
        assert!(error.contains("colour"), "{error}");
    }
}
