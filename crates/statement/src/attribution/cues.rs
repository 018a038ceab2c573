//! The verbs that tell, and those that say what somebody thinks, wants or makes of a thing.
//!
//! By dictionary form. Tellings pass something on and stand in chains; stances do not.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Verbs that tell, with or without a hearer.
const REPORTING: &str = "\
acknowledge add admit advise affirm allege allow announce answer argue assert assure brief cable caution \
claim comment complain concede conclude confess confide confirm contend continue convey counter \
declare deny describe detail disclose email emphasize exclaim explain find hint imply indicate \
inform insist interject joke lament maintain mention muse note notify observe opine point \
post proclaim quip quote read reassure recall recount reiterate relate remark remind repeat reply \
report respond reveal say shout show signal speculate state stress suggest tell telegraph testify \
tweet underline underscore voice volunteer vow warn wire write";

/// Verbs of stance: belief, wish, judgement, request, promise; "hop", "extoll" and
/// "retweete" are what the lemmatiser makes of some forms.
const STANCE: &str = "\
abhor accept acclaim accuse adjudge admire admonish adore advocate agree aim allude anticipate \
apologise apologize appeal appear applaud appoint appreciate approve arrange articulate \
ascertain ask assail assess assume attack attest attribute aver avow back balk bargain bash beg \
believe belittle bemoan berate beseech bet bicker blame blast blurt boast boo brag brand bristle \
call campaign care censure challenge champion chant characterize charge chastise cheer chide \
cite clamor clarify command commend commiserate compare compliment concur condemn congratulate \
conjecture consider contemplate contest contradict convince counsel covet crave credit criticise \
criticize crow curse debate decide declaim decline decree decry deduce deem defend defer demand \
demean demur denigrate denounce depict deplore deprecate deride desire despise determine detest \
differ disagree disapprove disavow disbelieve discern disclaim discount discourage discover \
discuss disdain dislike dismiss disparage dispute disregard dissuade distrust divulge doubt \
downplay dread dub dwell echo elaborate embrace emphasise encourage endorse enjoin entreat \
enumerate envision envy espouse esteem estimate eulogize evaluate exalt excoriate excuse exhort \
expect explore express extol extoll fantasize fault favor fear feel forbid forecast foresee \
foretell forget forgive forswear fret fume gauge glean gloat gripe grouse growl grumble \
guarantee guess gush hail hate heckle herald highlight hop hope hypothesize identify idolize \
ignore imagine implore impugn infer inquire insinuate instruct intend interpret interrogate \
intimate invite invoke jab jeer jest justify know label lambast lambaste lampoon lash laud laugh \
learn lecture like liken list loathe love malign mandate marvel misjudge mistrust moan mock \
mourn mouth mull murmur mutter name negotiate nominate notice object obsess offer oppose order \
outline overestimate overrule paint pan pardon parrot perceive persuade pillory pitch pity plan \
plead pledge plot ponder portray posit postulate praise pray preach predict prefer prescribe \
press presume presuppose pretend preview profess prohibit project promise promote promulgate \
pronounce prophesy propose protest publish push quarrel query question quibble quiz rage rail \
rant ratify reaffirm realise realize reason reassert rebuff rebuke rebut recant recite reckon \
recognise recognize recommend refer reference refuse regard regret reject rejoice release relish \
remember renounce repent reprimand reproach repudiate request resent resist resolve restate \
rethink retort retweet retweete revere revile rhapsodize ridicule rip rue rule salute sanction \
satirize savage scoff scold scorn scrutinize see seek seem sense sentence side sing slam slap \
sneer snub spar speak spell spurn stipulate summarize supplicate support surmise suspect swear \
sympathise sympathize talk taunt tease thank theorize think threaten title tout trash trumpet \
trust underestimate underplay understand understate upbraid urge utter value venerate venture \
veto view vilify visualize vote vouch want waver weep welcome whine whisper wish witness wonder \
worry worship yearn yell";

/// Verbs that put the hearer in the object.
const WITH_HEARER: &[&str] = &[
    "tell", "inform", "brief", "advise", "notify", "assure", "remind", "warn", "reassure", "ask",
    "urge", "promise",
];

/// Verbs of telling that things have for a subject too: "the tax adds costs", "prices continued
/// their fall".
const LOOSE: &[&str] = &[
    "add",
    "aim",
    "allow",
    "answer",
    "continue",
    "convey",
    "counter",
    "find",
    "interject",
    "issue",
    "maintain",
    "note",
    "observe",
    "point",
    "post",
    "publish",
    "read",
    "relate",
    "release",
    "repeat",
    "report",
    "share",
    "signal",
    "state",
    "voice",
    "wire",
    "write",
];

/// Verbs that need a clause for what is told or thought: an object alone is nothing of the kind
/// ("found the key", "saw Veld").
const CLAUSAL: &[&str] = &[
    "add",
    "agree",
    "campaign",
    "continue",
    "decide",
    "determine",
    "discover",
    "dwell",
    "feel",
    "find",
    "learn",
    "maintain",
    "push",
    "see",
    "speak",
    "think",
];

/// Whether the verb needs a clause.
pub(super) fn needs_clause(lemma: &str) -> bool {
    CLAUSAL.contains(&lemma)
}

/// Whether what stands behind a preposition is what the verb is about: "spoke about", not "spoke
/// at".
pub(super) fn takes(lemma: &str, preposition: &str) -> bool {
    match lemma {
        "speak" | "talk" => {
            matches!(preposition, "about" | "of" | "on" | "against" | "for")
        }
        "decide" => matches!(preposition, "on" | "against"),
        "appeal" | "push" => preposition == "for",
        "campaign" => matches!(preposition, "for" | "against"),
        "appear" | "seem" | "release" | "publish" | "aim" | "list" | "name" | "compare" | "see"
        | "find" | "continue" => false,
        _ => true,
    }
}

/// Verbs so common that a quotation beside them is not theirs: "was “not there yet”".
const COMMON: &[&str] = &[
    "be", "become", "come", "do", "end", "feature", "feel", "get", "give", "have", "hold",
    "include", "keep", "lead", "live", "make", "meet", "promote", "run", "show", "speak", "stand",
    "star", "take", "title", "use", "want", "win",
];

/// Whether a quotation beside the verb says nothing about who says it.
pub(super) fn is_common(lemma: &str) -> bool {
    COMMON.contains(&lemma)
}

/// Whether things that cannot speak are often said to do it.
pub(super) fn is_loose(lemma: &str) -> bool {
    LOOSE.contains(&lemma)
}

/// Whether the verb tells.
pub(crate) fn is_reporting(lemma: &str) -> bool {
    TELLS.contains(lemma)
}

/// Whether the verb says what somebody thinks, wants or makes of a thing.
pub(super) fn is_stance(lemma: &str) -> bool {
    JUDGES.contains(lemma)
}

/// Whether the verb's object is who is told.
pub(super) fn has_hearer(lemma: &str) -> bool {
    WITH_HEARER.contains(&lemma)
}

static TELLS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(REPORTING));
static JUDGES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| words(STANCE));

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

/// Whether the verb tells or judges.
pub(super) fn is_listed(lemma: &str) -> bool {
    is_reporting(lemma) || is_stance(lemma)
}

/// Verbs whose subject is part of what is thought, not who thinks: "A seems to have left".
pub(super) fn is_impersonal(lemma: &str) -> bool {
    matches!(lemma, "seem" | "appear")
}
