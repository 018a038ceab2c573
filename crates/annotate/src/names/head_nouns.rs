//! Head nouns: words that say what a name means when it ends, or begins, with them.

use crate::EntityKind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a name with this folded head noun means: "ministry", "sea", "treaty".
pub(crate) fn head_kind(folded: &str) -> Option<EntityKind> {
    HEADS.get(folded).copied()
}

static HEADS: LazyLock<HashMap<&str, EntityKind>> = LazyLock::new(|| {
    let lists = [
        (DOCUMENTS, EntityKind::Document),
        (EVENTS, EntityKind::Event),
        (PLACES, EntityKind::Place),
        (FACILITIES, EntityKind::Facility),
        (BODIES, EntityKind::Organization),
    ];
    let words = |(words, kind): (&'static str, EntityKind)| {
        words.split_whitespace().map(move |word| (word, kind))
    };
    lists.into_iter().flat_map(words).collect()
});

const BODIES: &str = "\
    academy administration admiralty agency airlines airways alliance army assembly association \
    authority bank battalion battalions board brigade brigades broadcasting brotherhood bundestag \
    bureau cabinet center centre chamber church club co. coalition college command commission \
    committee company confederation congress consortium consulate corp corp. corporation corps \
    council court delegation department dept directorate directorate-general division embassy \
    establishment faculty federation fleet force forces forum foundation front fund gazette \
    government group guard guards herald inc inc. inspectorate institute institution journal junta \
    laboratory league legation legislature library ltd ltd. magazine militia ministry mission movement \
    museum navy network news newspaper observatory office organisation organization parliament \
    party police politburo post presidium press radio regiment school secretariat senate service \
    services society staff subcommittee syndicate task-force television times treasury tribunal \
    tribune ulema union university";

const FACILITIES: &str = "\
    airfield airport barracks base bridge building cathedral dam hall hospital hotel house \
    monument mosque palace pipeline plant prison reactor refinery shipyard stadium station temple \
    tower";

const PLACES: &str = "\
    archipelago autonomous-region basin bay canal channel coast county delta desert district gulf \
    heights hills island islands lake mountain mountains oblast ocean peninsula plateau prefecture \
    province republic river sea strait straits territories territory valley";

const EVENTS: &str = "\
    conference coup crisis exhibition fair festival games massacre negotiations offensive olympics \
    revolution summit talks uprising war";

const DOCUMENTS: &str = "\
    accord accords act agreement agreements amendment charter communique constitution convention \
    covenant declaration doctrine memorandum pact plan protocol resolution statute treaty";
