//! Nouns that describe people, bodies and places: "adviser", "committee", "border".

use crate::EntityKind;
use crate::names::head_kind;
use crate::title_words::{Parts, parts};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a folded noun, in either number, describes.
pub(crate) fn described(folded: &str) -> Option<EntityKind> {
    if let Some(kind) = NOUNS.get(folded) {
        return *kind;
    }
    if parts(folded).any(Parts::HEAD.or(Parts::PLURAL)) {
        return Some(EntityKind::Person);
    }
    let singular = folded.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.as_deref().or_else(|| folded.strip_suffix('s'));
    let kind = head_kind(folded).or_else(|| head_kind(singular?));
    kind.filter(|kind| {
        matches!(
            kind,
            EntityKind::Organization | EntityKind::Place | EntityKind::Facility
        )
    })
}

/// Whether a folded noun describes people.
pub(crate) fn is_person(folded: &str) -> bool {
    described(folded) == Some(EntityKind::Person)
}

/// `None` marks words that the lists of titles and heads have for names alone.
static NOUNS: LazyLock<HashMap<String, Option<EntityKind>>> = LazyLock::new(|| {
    let lists = [
        (NOTHING, None),
        (PEOPLE, Some(EntityKind::Person)),
        (BODIES, Some(EntityKind::Organization)),
        (PLACES, Some(EntityKind::Place)),
    ];
    let mut nouns = HashMap::new();
    for (words, kind) in lists {
        for word in words.split_whitespace() {
            let (one, many) = match word.split_once('/') {
                Some((one, many)) => (one, many.to_owned()),
                None => (word, plural(word)),
            };
            nouns.entry(one.to_owned()).or_insert(kind);
            nouns.entry(many).or_insert(kind);
        }
    }
    nouns
});

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    match word.ends_with(['s', 'x']) || word.ends_with("ch") || word.ends_with("sh") {
        true => format!("{word}es"),
        false => format!("{word}s"),
    }
}

const NOTHING: &str = "\
    act adm amb business capt charges col dep gen gov lt maj min news sec sen sgt aide-memoire bay bridge building canal channel counsel editor field front \
    fund general guard/guards head house interior lead lead/leads major mall/malls media \
    post present press radio school senior service/services \
    society station television times tower under ";

const PEOPLE: &str = "\
    dcm minfin pm rso syg     activist adversary ally/allies ancestor applicant architect archaeologist arab artist assassin \
    attacker author baby banker bodyguard boy boss bride brother builder bureaucrat businessman \
    businesswoman bystander cadre captive caller child/children citizen civilian clergyman cleric \
    clerk client colleague collaborator columnist commando communist conoff conservative conspirator \
    consultant contractor cosmonaut counterpart couns/couns countryman courier craftsman crewman criminal critic \
    cousin custodian daughter dealer deserter defector defender defendant demonstrator dependent descendant \
    detainee diplomat dissident doctor driver economist elder emigrant emigre emboff employee employer \
    engineer entrepreneur exile expert extremist family farmer father fellow fighter fisherman foreigner \
    friend fugitive girl governor granddaughter grandson guerrilla guerilla guest gunman heir \
    hijacker historian host hostage husband immigrant individual industrialist infiltrator \
    informant insurgent intellectual interlocutor intruder investor jew journalist juror kidnapper \
    laborer labourer lady landowner layman legislator liberal lobbyist man/men manager manufacturer marine \
    master mathematician mechanic mediator member mercenary merchant migrant militant militiaman miner \
    missionary moderate monk moslem mother mourner muslim national nationalist neighbor neighbour \
    nephew newsman newsmen niece nobleman notetaker novelist nun nurse occupant offender opponent \
    orphan owner parent parliamentarian participant partisan partner passenger patient patron peasant \
    people/peoples person/persons personage personality personnel/personnel philosopher physician pilot \
    pilgrim planner poet policeman politician populace prelate priest principal \
    prisoner producer professor professional promoter protester protestor publisher pupil radical \
    reader rebel recipient refugee relative reporter rep republican researcher reservist resident \
    retailer revolutionary rival ruler sailor salesman scholar scientist seaman serviceman \
    settler shareholder shipper shopkeeper sister socialist soldier son source specialist spectator spouse \
    spy statesman strategist striker student subordinate subversive successor suitor supervisor supplier \
    supporter surgeon suspect sympathizer teacher technician terrorist thief/thieves thinker \
    tourist trader trainee traitor traveler traveller troop/troops trustee tutor uncle veteran victim \
    villager visitor volunteer voter warden wife/wives winner witness woman/women worker \
    workman writer youngster youth hardliner incumbent appointee attendee envoy functionary nominee \
    predecessor dignitary emboffs gentleman gentlemen kinsman leader diplomat minoff econoff \
    poloff consoff agatt agmin commoff congen defatt defmin econcouns ecocouns finmin formin intmin permrep polcouns primin inhabitant population whites blacks";

const BODIES: &str = "\
    administration airline affiliate agency amembassy amconsul army artillery association audience \
    authority bank battalion bloc board branch brigade bureau bureaucracy cabal cabinet cartel \
    caucus chancery clique club coalition command commission committee company confederation \
    congregation congress conglomerate consortium consulate contingent cooperative corporation council \
    court crew delegation del department dept detachment directorate division embassy \
    enterprise establishment exporter faction federation firm fleet force gang garrison gendarmerie \
    government govt govts group grouping importer industry/industries infantry institute institution \
    intelligentsia junta judiciary leadership league legation legislature lobby mafia management majority/majority \
    military/military militia minority/minority ministry mission monarchy movement navy \
    newspaper office opposition/opposition organization organisation outfit panel parliament parquet partnership \
    party patrol platoon police/police politburo presidium press/press regime regiment regulator \
    secretariat senate squad squadron subcommittee subsidiary syndicate taskforce team tribe tribunal troupe \
    union unit wing";

const PLACES: &str = "\
    airfield airport airspace archipelago area base beach border boundary bridgehead camp capital \
    city coast coastline continent corridor country countryside county crossing district \
    enclave farm frontier gulf harbor harbour headland heartland hinterland homeland \
    hotel hospital island isthmus lake land/lands locality metropolis mine mountain nation \
    neighborhood neighbourhood ocean oilfield outpost palace peninsula plantation plateau port prison province quarter/quarters \
    reef refinery region republic residence river road/roads sea seaport sector settlement \
    shipyard shore shrine site state stadium stretch/stretches strip suburb superpower territory \
    town valley vicinity village warehouse waters/waters waterway world zone";
