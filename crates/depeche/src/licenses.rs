//! `depeche --licenses`: where what is bundled comes from, and under which licences.

use crate::output::Outcome;
use crate::session::Session;
use depeche_annotate::GAZETTEER_NOTICE;
use depeche_language::{ENGLISH_MODEL_NOTICE, TRUECASE_NOTICE};
use depeche_statement::NAME_TABLES_NOTICE;

pub(crate) fn run(session: &mut Session) -> anyhow::Result<Outcome> {
    let notices = [
        ENGLISH_MODEL_NOTICE,
        TRUECASE_NOTICE,
        GAZETTEER_NOTICE,
        NAME_TABLES_NOTICE,
    ];
    for notice in notices {
        session.output.line(notice)?;
    }
    session.output.flush()?;
    Ok(Outcome::found(true))
}
