//! `depeche --licenses`: where what is bundled comes from, and under which licences.

use crate::output::Outcome;
use crate::session::Session;
use depeche_annotate::GAZETTEER_NOTICE;
use depeche_language::{ENGLISH_MODEL_NOTICE, TRUECASE_NOTICE};

pub(crate) fn run(session: &mut Session) -> anyhow::Result<Outcome> {
    for notice in [ENGLISH_MODEL_NOTICE, TRUECASE_NOTICE, GAZETTEER_NOTICE] {
        session.output.line(notice)?;
    }
    session.output.flush()?;
    Ok(Outcome::found(true))
}
