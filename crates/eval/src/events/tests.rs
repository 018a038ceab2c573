//! The parsers, the codes and the judgement, on invented records.

use super::dictionary::Dictionary;
use super::dyads::Dyad;
use super::records::{Coding, records};
use super::score::{Judgement, Tally};

const RECORDS: &str = r#"<Validation><Sentences>
<Sentence date="19950101" id="A-1" category="DEMO" sentence="true">
<!-- plain -->
<EventCoding sourcecode="NOR" targetcode="TAM" eventcode="031"></EventCoding>
<EventCoding sourcecode="---GOV" targetcode="---" eventcode="023"></EventCoding>
<Text>
Norland met
Tamoria.
</Text>
<Parse>(ROOT (S not this))</Parse>
</Sentence>
<Sentence date="19950101" id="A-2" category="DEMO"><EventCoding noevents="True"/>
<Text>Rain fell.</Text></Sentence>
<Sentence date="19950101" id="A-3" category="ERROR"><EventCoding error="dateline"/>
<Text>NORLAND: --</Text></Sentence>
<Sentence date="19950101" id="A-4" category="DEMO"><Text>No word.</Text></Sentence>
</Sentences></Validation>"#;

fn dyad(source: &str, target: &str, codes: &[&'static str]) -> Dyad {
    Dyad {
        source: source.to_owned(),
        target: target.to_owned(),
        codes: codes.to_vec(),
        by: String::new(),
    }
}

#[test]
fn records_keep_what_is_judged() {
    let records = records(RECORDS).expect("the records are XML");
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].text, "Norland met Tamoria.");
    assert_eq!(records[0].codings.len(), 2);
    let between: Vec<bool> = records[0]
        .codings
        .iter()
        .map(Coding::is_between_actors)
        .collect();
    assert_eq!(between, [true, false]);
    assert_eq!(records[1].codings, []);
}

#[test]
fn phrases_get_the_codes_of_actors_with_their_agents() {
    let actors = "<!-- invented -->\nNORLAND_ [NOR] # a country\n+NORLANDER\n\
        MOSS\n\t[NORGOV 20080101-20081231]\n\t[NORELI > 20090101]\n\t[NOR]\nTWINS [AAA/BBB]\nNOBODY [---]\n";
    let agents = "!MAN! = MAN, MEN\nMINISTER [~GOV]\nBIG_POLICE {} [ ~COP]\nRELIEF [NGO~]\n\
        POLICE!MAN! [~COP]\n";
    let dictionary = Dictionary::parse(actors, agents);
    let codes = |phrase: &str, date: u32| {
        let words: Vec<String> = phrase.split(' ').map(str::to_uppercase).collect();
        dictionary.find(&words, date).codes()
    };
    assert_eq!(codes("Norland ministers", 0), ["NORGOV"]);
    assert_eq!(codes("Norlander", 0), ["NOR"]);
    assert_eq!(codes("relief of Norland", 0), ["NGONOR"]);
    assert_eq!(codes("Norland big police", 0), ["NORCOP"]);
    assert_eq!(codes("Norland policemen", 0), ["NORCOP"]);
    assert_eq!(codes("Moss", 20_080_505), ["NORGOV"]);
    assert_eq!(codes("Moss", 20_100_505), ["NORELI"]);
    assert_eq!(codes("Moss", 19_950_101), ["NOR"]);
    assert_eq!(codes("twins", 0), ["AAA", "BBB"]);
    assert_eq!(codes("nobody", 0), [""; 0]);
    assert_eq!(codes("ministers", 0), ["---GOV"]);
}

#[test]
fn a_sentence_is_found_when_its_pairs_are() {
    let records = records(RECORDS).expect("the records are XML");
    let judge = |index: usize, read: &[Dyad]| Judgement::of(records[index].clone(), read.to_vec());
    let found = judge(0, &[dyad("NOR", "TAM", &["03"])]);
    assert!(found.any && found.root && !found.strict);
    let turned = judge(0, &[dyad("TAM", "NOR", &["03"])]);
    assert!(!turned.any && !turned.pairs[0].actors);
    let other = judge(0, &[dyad("NOR", "TAM", &["22"])]);
    assert!(!other.any && other.pairs[0].actors);
    let silent = judge(1, &[]);
    assert!(silent.root && silent.strict);
    let noisy = judge(1, &[dyad("NOR", "TAM", &["03"])]);
    assert!(!noisy.root && !noisy.strict);
    let tally = Tally::of([found, turned, silent].iter());
    assert_eq!(
        (tally.of, tally.any, tally.root, tally.strict),
        (3, 2, 2, 1)
    );
}

#[test]
fn a_side_of_nobody_counts_where_no_other_pair_is_wanted() {
    let mut record = records(RECORDS).expect("the records are XML").remove(0);
    record.codings.remove(0);
    let judge = |source: &str, target: &str| {
        let read = vec![dyad(source, target, &["02"])];
        Judgement::of(record.clone(), read).root
    };
    assert!(judge("---GOV", "\"RAIN\""));
    assert!(!judge("---GOV", "TAM"));
    assert!(!judge("NORGOV", "\"RAIN\""));
}

#[test]
fn strict_wants_the_whole_code_and_nothing_else() {
    let mut record = records(RECORDS).expect("the records are XML").remove(0);
    record.codings.truncate(1);
    let judge = |read: &[Dyad]| Judgement::of(record.clone(), read.to_vec()).strict;
    assert!(judge(&[dyad("NOR", "TAM", &["031"])]));
    assert!(!judge(&[dyad("NOR", "TAM", &["03"])]));
    assert!(!judge(&[
        dyad("NOR", "TAM", &["031"]),
        dyad("TAM", "NOR", &["031"])
    ]));
    assert!(judge(&[
        dyad("NOR", "TAM", &["031"]),
        dyad("NOR", "\"RAIN\"", &["03"])
    ]));
}
