//! The words by which descriptions are told from other noun phrases, and telegrams' short forms.

/// Before a head, they say that nobody in particular is meant, or only point.
pub(super) const INDEFINITE: &[&str] = &[
    "a", "an", "another", "any", "certain", "every", "few", "many", "more", "most", "much", "no",
    "other", "others", "several", "some", "such", "that", "these", "this", "those", "what",
    "which", "whose",
];

/// They make another adjective of a country's or people's.
pub(super) const DIRECTIONS: &[&str] = &[
    "central", "east", "eastern", "latin", "north", "northern", "south", "southern", "west",
    "western",
];

/// They mean more than one country.
pub(super) const REGION_ADJECTIVES: &[&str] =
    &["african", "arab", "asian", "nordic", "scandinavian"];

/// Those who live there: "Nordics agreed".
pub(super) const REGION_PEOPLES: &[&str] = &[
    "africans",
    "arabs",
    "asians",
    "europeans",
    "nordics",
    "scandinavians",
];

/// Fields of government that a telegram names a department by.
pub(super) const MINISTRIES: &[&str] = &[
    "agriculture",
    "commerce",
    "defense",
    "energy",
    "interior",
    "justice",
    "labor",
    "state",
    "transportation",
    "treasury",
];

/// They mean a body: in a telegram "naval" is the navy's.
pub(super) const BODY_ADJECTIVES: &[&str] = &["congressional", "naval", "parliamentary"];

/// Officers of a post, as telegrams shorten them: they need no article, one or many.
pub(super) const OFFICERS: &[&str] = &[
    "commoff", "commoffs", "conoff", "conoffs", "consoff", "consoffs", "econoff", "econoffs",
    "emboff", "emboffs", "poloff", "poloffs",
];

/// There is one of each for the reader: in a telegram they need no article.
pub(super) const SOLE: &[&str] = &[
    "administration",
    "agency",
    "ambassador",
    "amconsul",
    "amembassy",
    "army",
    "assembly",
    "association",
    "bank",
    "border",
    "cabinet",
    "chairman",
    "charge",
    "codel",
    "commission",
    "committee",
    "company",
    "congen",
    "consul",
    "consulate",
    "council",
    "counselor",
    "country",
    "court",
    "dcm",
    "delegation",
    "department",
    "dept",
    "director",
    "embassy",
    "finmin",
    "fonmin",
    "formin",
    "government",
    "govt",
    "island",
    "junta",
    "king",
    "military",
    "minfin",
    "minister",
    "ministry",
    "mission",
    "monarchy",
    "nation",
    "navy",
    "officer",
    "parliament",
    "permrep",
    "police",
    "premier",
    "president",
    "primin",
    "queen",
    "regime",
    "rep",
    "representative",
    "secretariat",
    "secretary",
    "senate",
    "squadron",
    "syg",
    "team",
    "tribunal",
    "usdel",
];

/// They mean somebody only with an article and a name before them: "the Danish people", and hardly
/// "the people" or "Danish firms".
pub(super) const VAGUE: &[&str] = &[
    "area",
    "authority",
    "citizen",
    "citizens",
    "establishment",
    "exporter",
    "family",
    "firms",
    "force",
    "group",
    "industry",
    "institutions",
    "land",
    "majority",
    "man",
    "management",
    "member",
    "members",
    "men",
    "minority",
    "movement",
    "opposition",
    "organizations",
    "participants",
    "parties",
    "people",
    "peoples",
    "persons",
    "producer",
    "producers",
    "quarter",
    "quarters",
    "region",
    "road",
    "sea",
    "sector",
    "settlement",
    "sides",
    "site",
    "source",
    "sources",
    "staff",
    "state",
    "states",
    "union",
    "unit",
    "workers",
    "world",
    "zone",
];

/// Of these a telegram means all with a name before them and no article: "Arab states", "committee
/// members".
pub(super) const WHOLES: &[&str] = &[
    "management",
    "members",
    "nations",
    "powers",
    "staff",
    "states",
    "world",
];
