"""Mixes the name finders of a stock and a tuned pipeline, weight by weight: for developers only.

    venv/bin/python tools/train/mix.py STOCK_DIR TUNED_DIR OUT_DIR SHARE

SHARE of each weight is the tuned one and the rest the stock one. The mean of both forgets less than
the tuned one alone. OUT_DIR is a copy of STOCK_DIR but for `ner/model` and what `meta.json` says of it.
"""

import json
import pathlib
import shutil
import sys

import spacy


def main():
    stock_dir, tuned_dir, out, share = sys.argv[1:]
    out, share = pathlib.Path(out), float(share)
    stock, tuned = (spacy.load(path).get_pipe("ner").model for path in (stock_dir, tuned_dir))
    for node, other in zip(stock.walk(), tuned.walk(), strict=True):
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, share * other.get_param(name) + (1 - share) * node.get_param(name))
    shutil.copytree(stock_dir, out)
    (out / "ner/model").write_bytes(stock.to_bytes())
    describe(out / "meta.json")


def describe(path):
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["name"] = "depeche_en_md"
    meta["description"] = (
        f"{meta['lang']}_core_web_md {meta['version']} by Explosion with another name finder,"
        " fine-tuned on diplomatic papers. The scores of names are not the stock ones, and are left out."
    )
    scores = meta["performance"].items()
    meta["performance"] = {key: value for key, value in scores if not key.startswith("ents")}
    meta["sources"] = meta.get("sources", []) + [
        {
            "name": "Foreign Relations of the United States (Office of the Historian)",
            "url": "https://github.com/HistoryAtState/frus",
            "license": "public domain",
            "author": "United States Department of State",
        },
        {
            "name": "Countries' histories, people, territories and posts (Office of the Historian)",
            "url": "https://github.com/HistoryAtState",
            "license": "public domain, CC0",
            "author": "United States Department of State",
        },
        {
            "name": "Recognizers-Text, date-time specifications",
            "url": "https://github.com/microsoft/Recognizers-Text",
            "license": "MIT",
            "author": "Microsoft",
        },
    ]
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
