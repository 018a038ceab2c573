//! Who writes a mail and to whom, and whose the earlier mail is that it answers.

use super::Reader;
use crate::earlier_mail;
use depeche_document::Kind;

impl Reader<'_> {
    /// The only person of a mail's only address line of a name.
    pub(super) fn only_of_field(&self, name: &str) -> Option<u32> {
        let mut fields = self.document.fields_named(name);
        let only = fields.next().filter(|_| fields.next().is_none())?;
        let is_mail = self.document.kind == Kind::Mail;
        let mut named = self.people_in(only.span.filter(|_| is_mail)?);
        let (_, person) = named.next()?;
        named.all(|(_, other)| other == person).then_some(person)
    }

    /// Whether a block is of the earlier mail that is answered.
    pub(super) fn is_earlier_mail(&self, block: usize) -> bool {
        earlier_mail::is_earlier(self.document, block)
    }

    /// Who wrote the earlier mail: "On May 3, **Anna Veld** wrote:".
    pub(super) fn writer_of_earlier(&self, block: usize) -> Option<u32> {
        let head = earlier_mail::head(self.document, block)?;
        let (_, writer) = self.people_in(head).next()?;
        Some(writer)
    }
}
