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

/// Verbs of stance: belief, wish, judgement, request, promise; "hop" is what the lemmatiser
/// makes of "hoping".
const STANCE: &str = "\
aim attack back empower publish release \
accept accuse advocate agree allude anticipate appeal appear applaud appreciate approve arrange \
ask assail assess assume attest aver avow await balk bash beg believe bemoan bet blame blast \
boast bristle call care celebrate challenge characterize charge cheer chide cite compare \
compliment concur condemn consider contemplate counsel chant credit criticise criticize curse debate \
decide declaim decline decry defend demand demur denounce deplore deem deride desire despise detest \
disagree disapprove disavow disclaim discount discourage discuss dislike dismiss dispute \
disregard doubt echo elaborate embrace encourage endorse enumerate envision espouse estimate \
evaluate examine exhort expect explore express extol fault favor fear feel foresee fret fume \
glean gripe growl guess hail hate hop hope hypothesize identify imagine implore inquire insinuate \
instruct insult intend interpret intimate invite invoke jeer justify know label lambaste lash \
laud lecture like list lobby love marvel mock mourn mull negotiate nominate object obsess oppose \
order outline overestimate overlook paint parrot perceive persuade pitch plan plead pledge plot \
ponder portray praise pray preach predict prefer press presume pretend preview profess project \
promise prompt propose protest punch query question quibble rail rant realize rebuke rebut \
recant reckon recognize recommend refer reflect refuse regard regret reject rejoice relish \
remember renounce repudiate request resent resolve ridicule rip salute sanction savage scoff \
scold scorn seek seem slam slap sneer snub speak spurn stipulate summarize supplicate support \
surmise suspect swear sympathize talk taunt tease thank theorize think threaten tout trash \
treat trumpet trust underestimate understand upbraid urge value venture view want weigh welcome \
whine wish wonder worry yearn yell";

/// Verbs that put the hearer in the object.
const WITH_HEARER: &[&str] = &[
    "tell", "inform", "brief", "advise", "notify", "assure", "remind", "warn", "reassure", "ask",
    "urge", "promise",
];

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
