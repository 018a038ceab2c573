//! The fields that can be asked for by name, the same in both indexes.

macro_rules! fields {
    ($($variant:ident $name:literal $also:expr, $doc:literal;)*) => {
        /// A field of a document or statement, searched by its words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $(#[doc = $doc] $variant,)* }

        impl Field {
            /// Every field, in the order of this table.
            pub const ALL: &'static [Field] = &[$(Field::$variant,)*];

            /// The word for it in queries.
            pub fn name(self) -> &'static str {
                match self { $(Field::$variant => $name,)* }
            }

            /// What it holds, for help pages.
            pub fn about(self) -> &'static str {
                match self { $(Field::$variant => $doc,)* }
            }

            /// The field a name in a query or in a document's head stands for, in any case.
            pub fn named(name: &str) -> Option<Field> {
                let name = name.to_ascii_lowercase();
                Field::ALL.iter().copied().find(|field| {
                    let also: &[&str] = match field { $(Field::$variant => &$also,)* };
                    field.name() == name || also.contains(&name.as_str())
                })
            }
        }
    };
}

fields! {
    Text "text" [], "The words of a document, or of a statement's quotation.";
    Title "title" [], "The title of a document.";
    Person "person" ["participant", "people"], "Names of people in it.";
    Place "place" ["location"], "Names of places in it.";
    Body "body" ["organization", "organisation"], "Names of organisations in it.";
    From "from" ["sender"], "Who sent it.";
    To "to" ["info", "cc", "recipient", "hearer"], "To whom it was sent.";
    Tags "tags" ["tag"], "TAGS of a cable and tags a person gave.";
    Note "note" ["notes"], "Notes that a person wrote on it.";
    Class "class" ["classification"], "Classification.";
    Subject "subject" [], "Subject line.";
    Publisher "publisher" ["site"], "Who published it.";
    Author "author" ["drafter", "signer", "byline"], "Who wrote, drafted or signed it.";
    Lang "lang" ["language"], "Language, as a BCP 47 code.";
    File "file" ["locator", "path"], "The path it was read from.";
    Problem "problem" ["problems"], "Codes of what is odd in it.";
    Kind "kind" [], "Kind of document: cable, news, memo, letter, mail, page, text.";
    Told "told" [], "Who was told, in any link of the chain.";
    By "by" ["teller", "speaker"], "Who told it, in any link of the chain.";
    Type "type" [], "Type of event.";
    Modality "modality" [], "How firmly it is told.";
    Polarity "polarity" [], "Whether it is told as having happened.";
}

impl Field {
    /// Whether a second, stemmed form of it is kept, for bare words.
    pub fn is_stemmed(self) -> bool {
        matches!(self, Field::Text | Field::Title)
    }

    /// Whether its whole values can be counted.
    pub fn is_counted(self) -> bool {
        matches!(
            self,
            Field::Kind | Field::Lang | Field::Class | Field::Tags | Field::Publisher
        ) || matches!(self, Field::Type | Field::Modality | Field::Polarity)
    }
}
