//! Addresses: who sent a mail and to whom, as names and mailboxes.

use super::part::{headers, one_line};
use depeche_text::fold;
use mail_parser::{Addr, Address, HeaderName, HeaderValue, Message};
use std::borrow::Cow;

/// One sender or recipient; it has a name, a mailbox or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mailbox {
    /// As it is shown: `Osgood, Daniel (Ostervik)`.
    pub(super) name: Option<String>,
    /// `osgoodd@state.example`
    pub(super) address: Option<String>,
}

/// The addresses of all fields of a name, in order.
pub(super) fn all(message: &Message, name: HeaderName<'static>) -> Vec<Vec<Mailbox>> {
    headers(message, name)
        .map(|header| list(&header.value))
        .collect()
}

/// The addresses of a field, in order; those of a group without its name. A group that names
/// nobody ("undisclosed recipients") stands as its name.
fn list(value: &HeaderValue) -> Vec<Mailbox> {
    let of = |one: &Addr| Mailbox::new(one.name.as_deref(), one.address.as_deref());
    match value {
        HeaderValue::Address(Address::List(addresses)) => addresses.iter().filter_map(of).collect(),
        HeaderValue::Address(Address::Group(groups)) => groups
            .iter()
            .flat_map(|group| match group.addresses.is_empty() {
                true => vec![Mailbox::new(group.name.as_deref(), None)],
                false => group.addresses.iter().map(of).collect(),
            })
            .flatten()
            .collect(),
        _ => Vec::new(),
    }
}

impl Mailbox {
    fn new(name: Option<&str>, address: Option<&str>) -> Option<Mailbox> {
        let quotes = |mark: char| matches!(mark, '\'' | '"' | '‘' | '’' | '“' | '”');
        let shown = |words: &str| Some(one_line(words)).filter(|words| !words.is_empty());
        let address = address.and_then(shown);
        let name = name.and_then(shown);
        let name = name.map(|name| name.trim_matches(quotes).trim().to_owned());
        let is_own = |name: &String| !name.is_empty() && Some(name) != address.as_ref();
        let name = name.filter(is_own);
        (name.is_some() || address.is_some()).then_some(Mailbox { name, address })
    }

    /// The name as a person would write it, else the mailbox: `Daniel Osgood`.
    pub(super) fn person(&self) -> Cow<'_, str> {
        let shown = self.name.as_deref().or(self.address.as_deref());
        match self.given_name_first() {
            Some(turned) => turned.into(),
            None => shown.unwrap_or_default().into(),
        }
    }

    /// A name that is shown with the surname first, as offices do, turned round. The mailbox must
    /// bear the same surname: "Press Office, Ministry" stays as it is.
    fn given_name_first(&self) -> Option<String> {
        let shown = self.name.as_deref()?;
        let bare = shown.split(" (").next()?;
        let (surname, given) = bare.split_once(", ")?;
        let letters = |words: &str| -> String {
            fold(words)
                .chars()
                .filter(|letter| letter.is_alphabetic())
                .collect()
        };
        let local = letters(self.address.as_deref()?.split('@').next()?);
        let [surname_letters, given_letters] = [surname, given].map(letters);
        let initial = given_letters.chars().next()?;
        let short = surname.split(' ').count() <= 3 && given.split(' ').count() <= 3;
        let rest = local.replacen(&surname_letters, "", 1);
        let is_borne = rest.len() < local.len() && !surname_letters.is_empty();
        let fits = short && is_borne && rest.starts_with(initial) && !given.contains(',');
        fits.then(|| format!("{given} {surname}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mailbox, all};
    use mail_parser::{HeaderName, MessageParser};

    fn list(field: &str) -> Vec<Mailbox> {
        let mail = format!("From: {field}\nSubject: x\n\n");
        let message = MessageParser::default().parse(&mail).unwrap();
        all(&message, HeaderName::From).concat()
    }

    fn shown(field: &str) -> Vec<String> {
        list(field)
            .into_iter()
            .map(|one| match (one.name, one.address) {
                (Some(name), Some(address)) => format!("{name} <{address}>"),
                (name, address) => name.or(address).unwrap_or_default(),
            })
            .collect()
    }

    #[test]
    fn reads_the_forms_that_mailers_write() {
        let check = |field: &str, expected: &[&str]| assert_eq!(shown(field), expected, "{field}");
        check("a@b.example", &["a@b.example"]);
        check("<a@b.example>", &["a@b.example"]);
        check("\"a@b.example\" <a@b.example>", &["a@b.example"]);
        check(
            "\"Lind, Maria\" <lind@b.example>, Jon Tveitan <t@b.example>",
            &["Lind, Maria <lind@b.example>", "Jon Tveitan <t@b.example>"],
        );
        check("a@b.example (Maria Lind)", &["Maria Lind <a@b.example>"]);
        check("'Maria Lind' <a@b.example>", &["Maria Lind <a@b.example>"]);
        check(
            "Harbour: a@b.example, c@d.example;",
            &["a@b.example", "c@d.example"],
        );
        check("undisclosed-recipients:;", &["undisclosed-recipients"]);
        check(
            "=?utf-8?Q?Lind=2C_M=C3=A1ria?= <a@b.example>",
            &["Lind, Mária <a@b.example>"],
        );
        check(
            "\"=?utf-8?Q?M=C3=A1ria?=\" <a@b.example>",
            &["Mária <a@b.example>"],
        );
        check("Harbour Office", &["Harbour Office"]);
        check("", &[]);
        check("<>", &[]);
    }

    #[test]
    fn a_surname_that_stands_first_is_turned_round_where_the_mailbox_bears_it() {
        let check = |field: &str, expected: Option<&str>| {
            let turned = list(field)[0].given_name_first();
            assert_eq!(turned.as_deref(), expected, "{field}");
        };
        check(
            "\"Osgood, Daniel (Ostervik)\" <osgoodd@s.example>",
            Some("Daniel Osgood"),
        );
        check("\"Lind, Maria\" <maria.lind@s.example>", Some("Maria Lind"));
        check("\"Press Office, Ministry\" <press.office@s.example>", None);
        check("\"Lind, Maria\" <quay9@s.example>", None);
        check("\"Lind, Maria\"", None);
        check("Maria Lind <maria.lind@s.example>", None);
    }
}
