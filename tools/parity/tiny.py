"""Makes the tiny pipelines that the engine's tests run, and what spaCy reads with them.

    venv/bin/python tools/parity/tiny.py TEACHER_PIPELINE_DIR

Trained for a minute on the bundled sample, with what the teacher reads in it as truth: far too
small to be right, but its decisions differ from word to word, through every layer that we run.
Tokenizer rules, vectors, tables and patterns are its own. Writes `pipeline/` with `golden.jsonl`, and
`other/` with `golden-other.jsonl`, which has the components that the first has not, to
`crates/language/src/pipeline/tests/`.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import sys

import numpy
import spacy
from spacy.lookups import Lookups
from spacy.tokenizer import Tokenizer
from spacy.training import Example
from spacy.vectors import Vectors

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "crates/language/src/pipeline/tests"
ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 12,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [120, 60, 80, 60, 10, 10],
        "include_static_vectors": True,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 12,
        "depth": 2,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 12, "upstream": "tok2vec"}


def encoder(attrs):
    own = json.loads(json.dumps(ENCODER))
    own["embed"]["attrs"] = attrs
    own["embed"]["rows"] = own["embed"]["rows"][: len(attrs)]
    return own


def transitions(state, tok2vec):
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 10,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def tokenizer(nlp):
    rules = {
        "don't": [{65: "do"}, {65: "n't", 67: "not"}],
        "can't": [{65: "ca", 67: "can"}, {65: "n't", 67: "not"}],
        "a.m.": [{65: "a.m."}],
        "p.m.": [{65: "p.m."}],
        "U.S.": [{65: "U.S."}],
        "Mr.": [{65: "Mr."}],
        "No.": [{65: "No.", 67: "number"}],
        ":-)": [{65: ":-)"}],
        "(!)": [{65: "(!)"}],
        "\n\n": [{65: "\n\n"}],
    }
    prefix = re.compile(r"""^[\(\["'“‘$#§]|^\.\.+|^-(?![0-9])""")
    suffix = re.compile(r"""[\)\]"'”’,:;!?%]$|(?<=[a-z0-9\)])\.$|\.\.+$|'s$|’s$""")
    infix = re.compile(r"""(?<=[a-zA-Z])[,/](?=[a-zA-Z])|(?<=[a-z])\.(?=[A-Z])|--+|—|(?<=[a-z])-(?=[a-z])""")
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=prefix.search,
        suffix_search=suffix.search,
        infix_finditer=infix.finditer,
        url_match=re.compile(r"^https?://\S+").match,
    )


def tables():
    lookups = Lookups()
    lookups.add_table("lemma_rules", {
        "noun": [["s", ""], ["ies", "y"], ["men", "man"]],
        "verb": [["s", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""]],
        "adj": [["er", ""], ["est", ""]],
    })
    lookups.add_table("lemma_index", {
        "noun": ["ship", "talk", "treaty", "minister", "report"],
        "verb": ["tell", "sign", "report", "agree", "meet"],
        "adj": ["great"],
    })
    lookups.add_table("lemma_exc", {
        "verb": {"told": ["tell"], "met": ["meet"], "was": ["be"], "said": ["say"]},
        "noun": {"men": ["man"]},
    })
    return lookups


def patterns(nlp):
    ruler = nlp.add_pipe("attribute_ruler")
    for tag, pos, morph in [
        ("NN", "NOUN", "Number=Sing"), ("NNS", "NOUN", "Number=Plur"),
        ("NNP", "PROPN", "Number=Sing"), ("VBD", "VERB", "Tense=Past|VerbForm=Fin"),
        ("VBN", "VERB", "Aspect=Perf|Tense=Past|VerbForm=Part"), ("VB", "VERB", "VerbForm=Inf"),
        ("IN", "ADP", "_"), ("DT", "DET", "_"), ("JJ", "ADJ", "Degree=Pos"), ("PRP", "PRON", "_"),
        (".", "PUNCT", "PunctType=Peri"), (",", "PUNCT", "PunctType=Comm"), ("CD", "NUM", "_"),
    ]:
        ruler.add([[{"TAG": tag}]], {"POS": pos, "MORPH": morph})
    ruler.add([[{"LOWER": {"IN": ["not", "n't"]}}]], {"LEMMA": "not", "POS": "PART"})
    ruler.add([[{"TAG": "IN", "DEP": "mark"}]], {"POS": "SCONJ"})
    ruler.add([[{"LOWER": {"REGEX": "^minis"}}, {"TAG": {"NOT_IN": ["IN", ""]}}]], {"MORPH": "Number=Sing"})
    ruler.add([[{"LOWER": "the"}, {"LOWER": "hague"}]], {"POS": "PROPN"}, index=1)
    ruler.add([[{"IS_SPACE": True}]], {"TAG": "_SP", "POS": "SPACE", "MORPH": "_"})


def blank(words):
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp)
    generator = numpy.random.default_rng(11)
    data = generator.normal(size=(len(words), 8)).astype("float32")
    nlp.vocab.vectors = Vectors(data=data, keys=words, strings=nlp.vocab.strings)
    nlp.add_pipe("tok2vec", config={"model": ENCODER})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    nlp.add_pipe("parser", config={"min_action_freq": 2, "model": transitions("parser", LISTENER)})
    patterns(nlp)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    own = encoder(["NORM", "PREFIX", "SUFFIX", "SHAPE"])
    nlp.add_pipe("ner", config={"model": transitions("ner", own)})
    return nlp


def other():
    nlp = spacy.blank("de")
    nlp.tokenizer = tokenizer(nlp)
    data = numpy.random.default_rng(12).normal(size=(40, 6)).astype("float32")
    nlp.vocab.vectors = Vectors(
        mode="floret", data=data, strings=nlp.vocab.strings,
        minn=2, maxn=4, hash_count=2, hash_seed=7, bow="<", eow=">",
    )
    nlp.add_pipe("tok2vec", config={"model": ENCODER})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    own = encoder(["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"])
    nlp.add_pipe("senter", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": own}})
    trees = {"model": tagger, "top_k": 3, "min_tree_freq": 2}
    nlp.add_pipe("trainable_lemmatizer", config=trees)
    nlp.add_pipe("ner", config={"model": transitions("ner", LISTENER)})
    return nlp


def train(nlp, texts, teacher):
    teacher.tokenizer = tokenizer(teacher)
    examples = [Example(nlp.make_doc(text), teacher(text)) for text in texts]
    untrained = [name for name in ["lemmatizer", "attribute_ruler"] if name in nlp.pipe_names]
    with nlp.select_pipes(disable=untrained):
        for name in nlp.pipe_names:
            nlp.get_pipe(name).initialize(lambda: examples, nlp=nlp)
        optimizer = nlp.create_optimizer()
        for _ in range(150):
            random.shuffle(examples)
            for start in range(0, len(examples), 16):
                nlp.update(examples[start : start + 16], sgd=optimizer, drop=0.1)


def write(nlp, texts, folder, golden, unused):
    shutil.rmtree(OUT / folder, ignore_errors=True)
    nlp.to_disk(OUT / folder)
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [sys.executable, str(ROOT / "tools/parity/golden.py"), str(OUT / folder)]
    read = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    (OUT / golden).write_text(read.stdout)
    # What the engine does not need.
    for name in unused:
        (OUT / folder / name).unlink()


def keep_strings(nlp, folder):
    """Of all strings those that edit trees replace: the others are of spaCy's language data."""
    trees = nlp.get_pipe("trainable_lemmatizer").trees
    ids = [tree.get(key, 0) for tree in map(trees.__getitem__, range(len(trees))) for key in ("orig", "subst")]
    strings = sorted({nlp.vocab.strings[id] for id in ids if id})
    path = OUT / folder / "vocab/strings.json"
    path.write_text(json.dumps(strings, indent=0, ensure_ascii=False) + "\n")


def main():
    random.seed(3)
    spacy.util.fix_random_seed(3)
    teacher = spacy.load(sys.argv[1])
    files = sorted((ROOT / "sample").rglob("*.txt"))
    paragraphs = []
    for file in files:
        text = file.read_bytes().decode("utf-8", "ignore")
        paragraphs += [part for part in text.split("\n\n") if 30 < len(part) < 600]
    random.shuffle(paragraphs)
    taught = paragraphs[:120]
    counts = {}
    for text in taught:
        for word in text.split():
            counts[word] = counts.get(word, 0) + 1
    words = sorted(word for word, count in counts.items() if count > 1 and word.isalpha())[:150]
    odd = [
        "", " ", "\n\n", "  two  spaces ", "Mr. Oule don't agree (!) :-)", "THE HAGUE--JUNE 3",
        "https://example.org/a,b and $5,000.", "Ünïcode ½ ² ٣ 日本語 \u200b\u00a0x", "x" * 120,
        "the Hague said \tminister's\u2019s \"no\"...", "\x1c\x1f odd space",
    ]
    texts = paragraphs[90:130] + odd
    first = blank(words)
    first.get_pipe("lemmatizer").initialize(lookups=tables())
    train(first, taught, teacher)
    unused = ["vocab/strings.json", "meta.json"]
    write(first, texts, "pipeline", "golden.jsonl", unused)
    second = other()
    train(second, taught, teacher)
    write(second, texts, "other", "golden-other.jsonl", ["meta.json"])
    keep_strings(second, "other")


if __name__ == "__main__":
    main()
