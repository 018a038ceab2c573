//! The verbs that tell, and those that say what somebody thinks, wants or makes of a thing.
//!
//! By dictionary form. Tellings pass something on and stand in chains; stances do not.

/// Verbs that tell, with or without a hearer.
const REPORTING: &str = "\
acknowledge add admit advise affirm allege announce answer argue assert assure brief cable caution \
claim comment complain concede conclude confess confide confirm contend continue convey counter \
declare deny describe detail disclose email emphasize exclaim explain find hint imply indicate \
inform insist interject joke lament maintain mention muse note notify observe opine point \
post proclaim quip quote read reassure recall recount reiterate relate remark remind repeat reply \
report respond reveal say shout show signal speculate state stress suggest tell telegraph testify \
tweet underline underscore voice volunteer vow warn wire write";

/// Verbs of stance: belief, wish, judgement, request, promise.
const STANCE: &str = "\
accept accuse advocate agree allow anticipate appear applaud appreciate appeal approve ask assail \
assess assume attack await back bash beg believe bemoan blame blast boast call care celebrate \
challenge characterize charge cheer chide cite compare compliment condemn consider contemplate \
criticize criticise credit curse dare debate decide decline decry defend demand denounce \
deride desire despise deplore disagree disavow discount discourage discuss dislike \
dismiss dispute disregard doubt echo embrace encourage endorse enjoy envision estimate evaluate \
examine exhort expect explore express extol fault favor fear feel foresee forget get guess hail hate \
hear hope identify imagine implore insinuate instruct insult intend interpret invite \
invoke judge justify know label laud learn like list love make mean mock need negotiate \
object oppose order outline overlook paint perceive persuade plan plead pledge ponder portray \
praise pray predict prefer press presume pretend project promise promote propose protest prove \
push question rail rate realize reason recognize recommend reckon refer reflect refuse regard \
regret reject remember renounce request require resent resist resolve rip rule salute scoff see seek \
seem sense slam speak suspect support swear sympathize talk taunt teach tease think threaten thank \
tout treat trust understand unveil urge value view want welcome wish wonder worry \
approach predict propose raise offer pitch preach profess prompt rebuke rebut reckon rejoice \
ridicule sanction scold sneer spurn slap snub stand stipulate strive surmise theorize \
allude arrange assail attest aver avow balk bet bristle \
concur counsel criticize declaim demur detest disapprove disclaim elaborate enumerate espouse \
fret fume glean gripe growl hypothesize inquire intimate jeer lambaste lash lecture marvel mourn \
mull nominate note obsess overestimate parrot plot posit preview punch query \
quibble rant recant reckon relish repudiate savage \
scorn share sniff spell submit summarize supplicate trash trumpet underestimate upbraid venture \
vote weigh whine yearn yell";

/// Verbs that put the hearer in the object.
const WITH_HEARER: &[&str] = &[
    "tell", "inform", "brief", "advise", "notify", "assure", "remind", "warn", "reassure", "ask",
    "urge", "promise",
];

/// Whether the verb tells.
pub(crate) fn is_reporting(lemma: &str) -> bool {
    has(REPORTING, lemma)
}

/// Whether the verb says what somebody thinks, wants or makes of a thing.
pub(super) fn is_stance(lemma: &str) -> bool {
    has(STANCE, lemma)
}

/// Whether the verb's object is who is told.
pub(super) fn has_hearer(lemma: &str) -> bool {
    WITH_HEARER.contains(&lemma)
}

fn has(list: &str, lemma: &str) -> bool {
    !lemma.is_empty() && list.split_whitespace().any(|word| word == lemma)
}
