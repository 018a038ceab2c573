//! Words of participants lists: what goes before names, what names offices, bodies and countries.
//!
//! In lower case, without full stops. Not lists of names: whoever is not one of these words and
//! has a capital may be somebody.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What stands before a name and nothing else.
const HONORIFICS: &str = "\
mr mrs miss ms dr sir lord lady dame madame mme monsieur mlle herr signor senor señor prof \
professor rev reverend hon honorable messrs mssrs drs gov";

/// What opens the names of several people: "Messrs. Lind, Ek and Moss".
const PLURALS: &str = "\
messrs mssrs drs ambassadors generals admirals senators secretaries ministers secs congressmen \
representatives colonels counselors professors sens reps amb gens";

/// People's offices and ranks, with what is said of them.
const TITLES: &str = "\
acting act adjutant adm'r administrator admiral adm advisor adviser aide ambassador amb assistant assoc \
associate asst ass't ass’t attache attaché attorney baron baroness bishop brig brigadier capt captain cardinal cdr \
chairman chamberlain chancellor charge chargé chief cmdr col colonel commandant commander \
commissioner commodore comptroller congressman congresswoman consul consultant controller \
coordinator correspondent counsel counsellor counselor count crown dean delegate dep deputy \
designate desk diplomat direct director economist editor emeritus emir emperor emissary envoy \
excellency executive expert first ex father foreign former fourth gen general governor head his \
her highness honorary inspector interpreter justice king lawyer leader legal lieutenant lt ltc \
ltcol ltgen maj major majgen majesty marshal mayor member military minister monsignor naval \
notetaker observer officer official operator ombudsman parliamentary permanent personal \
plenipotentiary political premier president presidential prime prince princess principal private \
provost prosecutor queen recorder rep representative reporter resident royal sec second secretary \
sec'y sec’y secy secty senator sen senior sergeant shah sheik sheikh special spokesman speaker special staffer \
sultan superintendent supreme surgeon third translator treasurer duke earl viscount under undersecretary vice vizier \
writer notekeeper adviser-designate vice-president minister-counselor ambassador-designate \
brig-general lt-gen lt-col maj-gen vice-premier vice-minister stenographer rapporteur";

/// Bodies, their parts, and fields of work.
const FIELDS: &str = "\
academy admin administration administrative affairs africa african agency agricultural agriculture aid \
air america american amt areas army arms asia asian assembly association atomic authority aviation \
bank board branch budget bundestag bureau cabinet center central centre chamber chiefs civil \
command commerce commercial commission committee communications community company conference \
congress consulate control cooperation corporation corps council court cultural customs defense \
defence delegation department dept development diplomatic disarmament division east eastern \
economic economics economy education embassy energy europe european exchange export external \
finance financial fiscal fleet food force forces forestry foundation fund general gov’t gov't govt governmental \
government group guard headquarters health house import industrial industries industry \
information institute institution intelligence interior intern international interpreters \
investment joint judicial judiciary labor labour latin law legation legislation library logistics \
maritime marine marines mediterranean middle min ministry mission monetary mutual national nations \
nato navy near north northeast northern nuclear occupied oceans off office offices operations \
organisation organization pacific palace parliament party peace petroleum planning plans police \
policy post press production program programs project projects protocol public railways region \
regional relations republic research reserve resources review rights science scientific seas \
secretariat section sector security senate service services shipping side social society south \
southeast southern staff state states strategic studies subcommittee supply system tariff \
technical technology telegraph territories trade training transport transportation treasury \
treaty union unit university water welfare west western white works world participants others \
advisers advisors observers assistants members officers officials representatives persons \
visitors visitor congressional delegations experts interpreter's minutes subject attachments \
summary background conclusions introduction discussion notes enclosure distribution";

/// Offices, fields and peoples that are surnames as well: "Anna Bishop".
const SURNAMES: &str = "\
baron bishop chamberlain chancellor counsel crown dean desk duke earl east england english father \
forest french german guard holland house ireland israel jordan judge king land major marine marshal \
mayor north post power prince rice sergeant staff steward trade waters welch west white works page \
council banks long house";

/// States and their people, by the words of their names.
const NATIONS: &str = "\
afghan afghanistan albania albanian algeria algerian american americans angola arab arabia \
argentina argentine argentinian armenia australia australian austria austrian azerbaijan bahrain \
bangladesh belgian belgium bolivia bolivian brazil brazilian britain british bulgaria bulgarian \
burma burmese burundi byelorussia cambodia cambodian cameroon canada canadian ceylon chad chile \
chilean china chinese colombia colombian congo congolese croatia cuba cuban cyprus cypriot czech \
czechoslovak czechoslovakia dahomey danish denmark dominican dutch ecuador egypt egyptian england \
english estonia ethiopia ethiopian federal finland finnish france french gabon gambia georgia \
german germany germans ghana ghanaian great greece greek guatemala guatemalan guinea guyana haiti \
haitian honduras hungarian hungary iceland icelandic india indian indonesia indonesian iran \
iranian iraq iraqi ireland irish israel israeli italian italy jamaica japan japanese jordan \
jordanian kazakhstan kenya kingdom korea korean kuwait kuwaiti laos laotian latvia lebanese \
lebanon liberia liberian libya libyan lithuania luxembourg madagascar malawi malaya malaysia \
malaysian mali malta mauritania mexican mexico mongolia moroccan morocco mozambique nepal \
netherlands nicaragua nicaraguan nigeria nigerian norway norwegian oman pakistan pakistani panama \
panamanian paraguay peru peruvian philippine philippines poland polish portugal portuguese qatar \
rhodesia rhodesian romania romanian rumania rumanian russia russian russians rwanda saudi senegal \
serbia singapore slovakia slovenia somali somalia soviet soviets spain spanish sudan sudanese \
sweden swedish swiss switzerland syria syrian taiwan tanganyika tanzania thai thailand togo tunisia \
tunisian turkey turkish uganda ukraine union united uruguay ussr venezuela venezuelan vietnam \
vietnamese viet nam yemen yemeni yugoslav yugoslavia zaire zambia zimbabwe new zealand";

/// Small words inside of names.
const PARTICLES: &str =
    "de del della der den di da das do dos du la le van von zu ter al el bin ibn ben y e ul ud abd";

static HONORED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(HONORIFICS));
static SEVERAL: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(PLURALS));
static TITLED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(TITLES));
static OF_BODIES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(FIELDS));
static ALSO_NAMES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(SURNAMES));
static OF_NATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(NATIONS));
static SMALL: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(PARTICLES));

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// A word in lower case without the marks around it.
pub(super) fn bare(word: &str) -> String {
    let inner = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    inner
        .trim_end_matches("’s")
        .trim_end_matches("'s")
        .to_lowercase()
}

/// "Mr.", "Sir".
pub(super) fn is_honorific(word: &str) -> bool {
    HONORED.contains(bare(word).as_str())
}

/// "Messrs."
pub(super) fn is_plural(word: &str) -> bool {
    SEVERAL.contains(bare(word).as_str())
}

/// "Secretary", "Colonel"; also joined ones, "Minister-Counselor".
pub(super) fn is_title(word: &str) -> bool {
    let bare = bare(word);
    let joined = || {
        let mut parts = bare.split(['-', '/', '–']);
        bare.contains(['-', '/', '–']) && parts.all(|part| TITLED.contains(part))
    };
    TITLED.contains(bare.as_str()) || joined()
}

/// "Department", "Defense".
pub(super) fn is_field(word: &str) -> bool {
    OF_BODIES.contains(bare(word).as_str())
}

/// "Norwegian", "Kingdom".
pub(super) fn is_nation(word: &str) -> bool {
    OF_NATIONS.contains(bare(word).as_str())
}

/// "General", which stands before a surname.
pub(super) fn is_rank(word: &str) -> bool {
    matches!(
        bare(word).as_str(),
        "general"
            | "gen"
            | "colonel"
            | "col"
            | "admiral"
            | "adm"
            | "captain"
            | "capt"
            | "major"
            | "maj"
            | "lieutenant"
            | "lt"
            | "commander"
            | "senator"
            | "sen"
            | "congressman"
            | "ambassador"
            | "amb"
            | "governor"
    )
}

/// "Bishop", which may be a surname.
pub(super) fn is_surname_too(word: &str) -> bool {
    ALSO_NAMES.contains(bare(word).as_str())
}

/// "de", "von".
pub(super) fn is_particle(word: &str) -> bool {
    SMALL.contains(word)
}

/// "Jr.", "III".
pub(super) fn is_suffix(word: &str) -> bool {
    matches!(
        bare(word).as_str(),
        "jr" | "sr" | "ii" | "iii" | "iv" | "esq"
    )
}

/// A sign of a bureau, service or country: "EUR", "S/S–RO", "U.S.S.R.", "USN".
pub(super) fn is_sign(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = !word.chars().any(char::is_lowercase);
    let marked = word.contains('/');
    let inner = |letter: char| letter.is_alphanumeric() || "./–-&’'()".contains(letter);
    (1..=12).contains(&letters)
        && (capitals && (letters <= 6 || marked) || marked && word.starts_with(char::is_uppercase))
        && word.chars().all(inner)
}
