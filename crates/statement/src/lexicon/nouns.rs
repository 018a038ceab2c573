//! Nouns that the frames ask for, by what their bearer is.

use super::Noun;

/// `one` or `one/many`.
pub(super) const TABLE: &[(Noun, &str)] = &[
    (
        Noun::Person,
        "adviser advisor aide ambassador assistant attache attaché chairman/chairmen chancellor \
         charge chargé chief citizen colleague colonel commander commissioner commander-in-chief \
         consul correspondent counselor counsellor dean delegate deputy dictator diplomat director \
         doctor emir envoy executive expert farmer general governor guard guerrilla head hostage \
         insurgent interlocutor journalist judge king lawyer leader lieutenant major man/men \
         marshal mayor member militant minister monarch negotiator observer officer official \
         opponent people/people pilot policeman/policemen politician pope premier president \
         prince prisoner princess professor prosecutor queen rebel refugee reporter \
         representative resident secretary secretary-general senator sheikh soldier \
         source spokesman/spokesmen spokeswoman/spokeswomen spokesperson statesman/statesmen \
         student sultan suspect technician terrorist undersecretary vice-president victim \
         vice-consul visitor witness woman/women worker worshipper brother sister son daughter \
         wife/wives husband father mother friend ally troop person civilian detainee \
         activist analyst archbishop assemblyman/assemblymen attorney author banker bishop boy \
         businessman/businessmen cardinal child/children clergyman/clergymen cleric commissar \
         communist congressman/congressmen congresswoman/congresswomen counterpart \
         defector demonstrator dissident economist editor emigre émigré enemy engineer exile \
         extremist fisherman/fishermen fighter foe foreigner gunman/gunmen \
         historian imam immigrant industrialist inspector investigator lawmaker legislator \
         liberal mediator migrant miner missionary monk mullah national nationalist neighbor \
         neighbour nephew parliamentarian partisan passenger peasant physician plenipotentiary \
         policewoman/policewomen predecessor priest protester rabbi rival \
         sailor saboteur scholar scientist separatist settler smuggler specialist \
         advocate anchor attendee blogger candidate columnist commentator consultant consumer \
         contender critic customer detective donor employee employer evangelical fan lobbyist \
         moderator nominee operative organizer parent pollster pundit researcher sheriff \
         strategist superdelegate surrogate taxpayer viewer voter watchdog \
         spy staffer subordinate successor supporter teacher \
         trader tribesman/tribesmen veteran vice-premier villager volunteer youth",
    ),
    (
        Noun::Body,
        "administration agency army assembly authority bank board body bureau cabinet committee \
         commission company conference congress consulate convention council coalition command \
         country court delegation department directorate embassy faction firm force government \
         group house junta kremlin leadership legation legislature mafia military militia ministry \
         mission movement nation navy newspaper opposition organization organisation parliament \
         party police/police politburo post power regime secretariat senate service side \
         staff state team treasury tribunal union daily magazine union white-house crew \
         camp campaign caucus channel family network nonprofit outlet \
         battalion brigade community/communities contingent corporation crowd electorate \
         enterprise federation fleet foundation gang garrison institute league \
         media/media mob monarchy newsagency patrol population press/press \
         public/public regiment republic squadron tribe university",
    ),
    (
        Noun::Document,
        "aide-memoire aide-mémoire cable circular communication communique communiqué copy \
         dispatch despatch document dossier draft email e-mail file invitation letter \
         memo memorandum/memoranda message note paper petition reply report resolution \
         statement telegram telex text transcript poll survey study analysis/analyses book article story \
         column editorial advertisement website tweet summary questionnaire airgram record",
    ),
    (
        Noun::Meeting,
        "meeting talk talks/talks discussion consultation conversation lunch luncheon dinner \
         breakfast interview audience session summit encounter appointment negotiation dialogue",
    ),
    (
        Noun::Agreement,
        "accord agreement armistice ceasefire cease-fire contract convention deal pact protocol \
         treaty truce understanding settlement alliance arrangement",
    ),
    (
        Noun::Journey,
        "visit trip journey tour travel flight stopover",
    ),
    (
        Noun::Attack,
        "attack plot assault bombing conspiracy raid strike assassination shelling ambush coup \
         invasion attempt offensive incursion bombardment massacre airstrike war",
    ),
    (
        Noun::Aid,
        "aid assistance loan credit grant arms/arms weapon weapons/weapons ammunition equipment \
         fund supply aircraft/aircraft tank missile food grain wheat relief subsidy help money \
         donation payment",
    ),
    (
        Noun::Proposal,
        "proposal offer plan suggestion demand request invitation ultimatum",
    ),
    (
        Noun::Relation,
        "relation relationship tie contact cooperation partnership link",
    ),
    (
        Noun::Sanction,
        "sanction embargo blockade boycott restriction",
    ),
    (
        Noun::Favor,
        "appreciation approval backing condolence confidence endorsement friendship gratitude \
         solidarity support sympathy",
    ),
    (Noun::Credential, "credential"),
    (
        Noun::Other,
        "detail opportunity place decision vote ballot call telephone claim comment concern \
         control cause charge change answer question point move need order promise release \
         result return share start step threat turn use view work world \
         interest issue increase effect end effort form hand hope lead limit matter measure mind \
         name number part peace plan power price problem process program \
         protest purpose question reason record reduction reference region review role \
         rule security sense sign signal situation stand study subject system target term thing \
         thought time trade train training transfer treatment type value way \
         week month year day border cover face fact fear fight guarantee import export \
         influence intelligence land law line list look mark notice object offer park persons run \
         sale search trial watch wish",
    ),
];
