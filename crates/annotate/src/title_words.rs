//! The words of titles: heads, ranks, portfolios, forms of address.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be in a title; several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts(u8);

impl Parts {
    /// "Mr.", "Dr.".
    pub(crate) const HONORIFIC: Parts = Parts(1);
    /// "minister", "ambassador".
    pub(crate) const HEAD: Parts = Parts(2);
    /// "deputy", "first": before a head.
    pub(crate) const RANK: Parts = Parts(4);
    /// "foreign", "defense", "trade".
    pub(crate) const PORTFOLIO: Parts = Parts(8);
    /// "ministers".
    pub(crate) const PLURAL: Parts = Parts(16);
    /// "general" of "consul general".
    pub(crate) const AFTER_HEAD: Parts = Parts(32);
    /// "former", "then".
    pub(crate) const FORMER: Parts = Parts(64);
    /// Begins with "ex-".
    pub(crate) const EX: Parts = Parts(128);

    /// Whether it can be any of these.
    pub(crate) fn any(self, other: Parts) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    pub(crate) const fn or(self, other: Parts) -> Parts {
        Parts(self.0 | other.0)
    }
}

/// What a folded word can be in a title; "ex-" before it is taken off.
pub(crate) fn parts(folded: &str) -> Parts {
    let known = |word: &str| PARTS.get(word).copied().unwrap_or_default();
    match folded.strip_prefix("ex-") {
        Some(bare) => known(bare).or(Parts::EX),
        None => known(folded),
    }
}

static PARTS: LazyLock<HashMap<String, Parts>> = LazyLock::new(|| {
    let lists = [
        (HONORIFICS, Parts::HONORIFIC),
        (HEADS, Parts::HEAD),
        (RANKS, Parts::RANK),
        (PORTFOLIOS, Parts::PORTFOLIO),
        (AFTER_HEADS, Parts::AFTER_HEAD),
        (FORMER, Parts::FORMER),
    ];
    let mut parts: HashMap<String, Parts> = HashMap::new();
    for (words, part) in lists {
        for word in words.split_whitespace() {
            let entry = parts.entry(word.to_owned()).or_default();
            *entry = entry.or(part);
        }
    }
    for head in HEADS.split_whitespace() {
        let plural = match (head.strip_suffix("man"), head.strip_suffix('y')) {
            (Some(stem), _) => format!("{stem}men"),
            (_, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{head}s"),
        };
        let entry = parts.entry(plural).or_default();
        if !entry.any(Parts::HEAD) {
            *entry = entry.or(Parts::PLURAL);
        }
    }
    parts
});

const HONORIFICS: &str = "\
    baron comrade count dame doctor dr dr. earl frau haji hajji herr hon. lady lord m. madame \
    mahatma messrs messrs. miss mister mlle mlle. mme mme. monsieur mr mr. mrs mrs. ms ms. pandit \
    prof prof. professor rev rev. reverend sayyid senor señor shaikh sheik sheikh signor sir u \
    viscount";

const HEADS: &str = "\
    adm adm. administrator admiral adviser advisor agent aide aide-de-camp amb amb. ambassador \
    ambassador-at-large ambassador-designate amir archbishop attache attorney attorney-general \
    ayatollah bishop brigadier brigadier-general cabinet-secretary candidate capt capt. captain \
    cardinal chairman chairperson chairwoman chamberlain chancellor charge charge-d'affaires chief \
    co-chairman coach col col. colonel commandant commander commissioner comptroller congressman \
    congresswoman consul consul-general coordinator correspondent counsel counsellor counselor \
    czar dcm defmin delegate dep depsec deputy dictator diplomat director director-general duke econcouns \
    editor emir emperor empress envoy executive fieldmarshal finmin fonmin fonsec formin foreign-minister \
    founder gen gen. general generalissimo gov gov. governor governor-general head imam inspector \
    inspector-general interpreter journalist judge justice king lawyer leader legate lieutenant \
    lieutenant-general lt lt. maj maj. major major-general marshal mayor mediator min minister \
    minfin minister-counsellor minister-counselor monsignor mufti negotiator nuncio observer officer \
    official ombudsman patriarch permrep polcouns pope premier president president-elect \
    prime-minister primin prince princess prosecutor queen rabbi rapporteur rear-admiral regent \
    rep rep. representative sec secdef secgen secretary secretary-general sen sen. senator \
    sergeant sgt shah speaker spokesman spokesperson spokeswoman strongman sultan superintendent \
    syg sysec translator treasurer tsar under-secretary undersecretary vicar vice-admiral \
    vice-chairman vice-consul vice-minister vice-premier vice-president viceroy vp";

/// They stand before a head: ranks, and kinds that no portfolio is.
const RANKS: &str = "\
    acting additional alternate assistant associate asst asst. brig brig. brigadier caretaker \
    chief co crown dep deputy designated executive field first founding grand head high honorary \
    interim joint junior lead lieutenant lt lt. main maj maj. major managing opposition permanent \
    perm personal prime principal private provisional rear resident roving second sen senior special \
    spiritual staff sub supreme third top under veteran vice";

const PORTFOLIOS: &str = "\
    administration administrative affairs agricultural agriculture air army aviation budget \
    cabinet civil commerce commercial communications congressional consular court cultural culture \
    customs defence defense deputy desk development diplomatic disarmament district economic \
    economics economy education electricity embassy employment energy environment europe external \
    fact finance financial fisheries fleet food force foreign forestry general health home housing \
    human immigration industry information intelligence interior internal international \
    interparliamentary investment irrigation justice labor labour lands law legal legislative \
    majority military mines mining minority mission national naval navy nuclear oil operations \
    overseas parliamentary party peace personnel petroleum planning pol police policy political \
    politico-military port postal power presidential press program propaganda protocol provincial \
    public publicity rebel reconstruction refugee regional religious research rights royal rural \
    science scientific security shipping social sports state station supply tax technical \
    telecommunications trade transport transportation treasury union urban visiting war water \
    welfare works youth";

const AFTER_HEADS: &str = "\
    counsellor counselor d'affaires designate elect extraordinary general plenipotentiary";

const FORMER: &str = "\
    erstwhile ex former late one-time onetime retired then";
