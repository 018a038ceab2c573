"""Scores the name finders of pipelines side by side: for developers only.

    OMP_NUM_THREADS=1 venv/bin/python tools/train/measure.py CORPORA_DIR SETS PIPELINE_DIR...

SETS, joined by commas, of: cables-train, cables-dev, cables, frus, stock, gum, gum-other, ewt. All but
the cables, which are so from the start, are also read in capitals. A name counts only with exact start,
end and coarse type: PER, ORG, LOC (GPE apart in the cables). Behind F1 stands its interval (95 %, by
drawing texts again). `stock` scores against what the first pipeline itself reads in held-out volumes.
To choose a model by: cables-train, frus, stock, gum-other (court, bio, voyage); the others are for
the last measurement. Nothing of any is trained on.
"""

import collections
import json
import pathlib
import random
import re
import sys

import spacy

import frus
from data import capital

SEED = 7
UNREAD = ["senter", "tagger", "attribute_ruler", "lemmatizer"]
COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
CABLE = {"PERSON": "PER", "ORG": "ORG", "GPE": "GPE", "NORP": "GPE", "LOC": "LOC", "FAC": "LOC"}
FOLDERS = {"gum": "ner", "gum-other": "ner", "ewt": "ner", "frus": "frus", "stock": "frus"}
GENRES = {"gum": {"news", "interview", "speech"}, "gum-other": {"court", "bio", "voyage"}}
GUM_TITLES = frus.TITLES | {"administrator", "king", "queen"}
JOINTS = {"the", "and", "for", "in", "to", "s", "a", "al", "el", "de"}
PRONOUNS = set(
    """i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her
    hers herself it its itself they them their theirs themselves who whom whose which that this these
    those one""".split()
)


def main():
    corpora, sets, *pipelines = sys.argv[1:]
    corpora = pathlib.Path(corpora)
    loaded = [(pathlib.Path(path).name, spacy.load(path)) for path in pipelines]
    for name in sets.split(","):
        if not (corpora / FOLDERS.get(name, "cables")).exists():
            print(f"{name}: the corpus is not here")
            continue
        for label, score in scorers(corpora, name, loaded[0][1]):
            for pipeline, nlp in loaded:
                print(f"{label:<28}{pipeline:<22}{score(nlp)}", flush=True)


def scorers(corpora, name, first):
    if name.startswith("cables"):
        split = name.partition("-")[2]
        texts = cables(corpora, split)
        yield f"{name}", lambda nlp: cable_score(nlp, texts, False)
        yield f"{name} names only", lambda nlp: cable_score(nlp, texts, True)
        return
    if name == "frus":
        texts, listed = held_out(corpora), frus.listed_surnames(corpora / "frus")
        yield "frus persons", lambda nlp: persons_score(nlp, texts, listed)
        yield "frus persons, capitals", lambda nlp: persons_score(nlp, texts, listed, True)
        return
    if name == "stock":
        gold = as_read(first, [block.text for _, block in held_out(corpora, 2)])
    else:
        gold = ewt(corpora / "ner") if name == "ewt" else gum(corpora / "ner", GENRES[name])
    yield name, lambda nlp: names_score(nlp, gold)
    yield name + ", capitals", lambda nlp: names_score(nlp, gold, True)


class Counts:
    """Gold, found and right names of each text."""

    def __init__(self):
        self.texts = []

    def add(self, gold, found):
        gold, found = collections.Counter(gold), collections.Counter(found)
        self.texts.append((gold.total(), found.total(), (gold & found).total()))

    def __str__(self):
        gold, found, right = map(sum, zip(*self.texts))
        recall, precision = right / max(1, gold), right / max(1, found)
        choice = random.Random(SEED)
        again = sorted(f1(choice.choices(self.texts, k=len(self.texts))) for _ in range(500))
        return (
            f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1(self.texts):5.1f}"
            f" ({100 * again[12]:.1f} to {100 * again[487]:.1f})  of {gold}"
        )


def f1(texts):
    gold, found, right = map(sum, zip(*texts))
    return 2 * right / max(1, gold + found)


def upper(text):
    return "".join(map(capital, text))


def read(nlp, texts):
    return nlp.pipe(texts, disable=UNREAD, batch_size=64)


def trimmed(text, start, end):
    """Without "the" before it, "'s" and spaces behind it: the sets and the pipelines differ in these."""
    words = text[start:end]
    start += len(re.match(r"(the\s+)?", words, re.I).group())
    end -= len(re.search(r"(\s*['’]\s?s?)?\s*$", words, re.I).group())
    return start, end


# Names in general: GUM, UNER, the first pipeline's own reading.


def names_score(nlp, gold, capitals=False):
    counts = Counts()
    docs = read(nlp, [upper(text) if capitals else text for text, _ in gold])
    for (text, spans), doc in zip(gold, docs):
        gold_and_found = (
            [(*trimmed(text, start, end), label) for start, end, label in names]
            for names in (spans, coarse(doc))
        )
        counts.add(*gold_and_found)
    return counts


def coarse(doc):
    kept = [name for name in doc.ents if name.label_ in COARSE]
    return [(name.start_char, name.end_char, COARSE[name.label_]) for name in kept]


def as_read(nlp, texts):
    return [(doc.text, coarse(doc)) for doc in read(nlp, texts)]


def ewt(folder):
    path = next(folder.rglob("en_ewt-ud-dev.iob2"))
    gold = []
    for sentence in path.read_text(encoding="utf-8").split("\n\n"):
        lines = sentence.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        if text is None:
            continue
        spans, at = [], 0
        for row in (line.split("\t") for line in lines if line and not line.startswith("#")):
            start = text.index(row[1], at)
            at = start + len(row[1])
            if row[2].startswith("B-"):
                spans.append((start, at, row[2][2:]))
            elif row[2].startswith("I-"):
                spans[-1] = (spans[-1][0], at, spans[-1][2])
        gold.append((text, [span for span in spans if span[2] in {"PER", "ORG", "LOC"}]))
    return gold


def gum(folder, genres):
    """Named are the mentions with a proper noun at their head: its run of proper nouns, less titles
    and less a mention of another kind that the run begins with ("NASA Administrator Bolden")."""
    gold = []
    for tsv in sorted(folder.glob("gum/coref/gum/tsv/GUM_*.tsv")):
        if tsv.stem.split("_")[1] not in genres:
            continue
        parsed = (folder / "gum/dep" / (tsv.stem + ".conllu")).read_text(encoding="utf-8")
        texts = re.findall(r"^# text = (.*)$", parsed, re.M)
        trees = [
            [line.split("\t") for line in tree.splitlines() if re.match(r"\d+\t", line)]
            for tree in parsed.split("\n\n")
        ]
        rows = collections.defaultdict(list)
        for line in tsv.read_text(encoding="utf-8").splitlines():
            if re.match(r"\d+-\d+\t", line):
                rows[int(line.split("-")[0])].append(line.split("\t"))
        for tree, text, index in zip((tree for tree in trees if tree), texts, sorted(rows)):
            if len(tree) == len(rows[index]):
                gold.append((text, gum_names(tree, text, rows[index])))
    return gold


def gum_names(tree, text, rows):
    offsets, at = [], 0
    for token in tree:
        at = text.index(token[1], at)
        offsets.append((at, at + len(token[1])))
        at += len(token[1])
    mentions = collections.defaultdict(list)
    for index, row in enumerate(rows):
        for part in row[3].split("|"):
            if part != "_":
                kind, _, number = part.partition("[")
                mentions[(kind, number or index)].append(index)
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    names = set()
    for (kind, _), words in mentions.items():
        head = next((i for i in words if int(tree[i][6]) - 1 not in words), None)
        if kind not in kinds or head is None or tree[head][3] != "PROPN":
            continue
        first = last = head
        while first - 1 in words and tree[first - 1][3] == "PROPN":
            first -= 1
        while last + 1 in words and tree[last + 1][3] == "PROPN":
            last += 1
        if kind == "person":
            for (other, _), inner in mentions.items():
                if other in kinds and other != kind and inner[0] == first and inner[-1] < last:
                    first = inner[-1] + 1
            while first < last and tree[first][1].lower().strip(".") in GUM_TITLES:
                first += 1
        names.add((offsets[first][0], offsets[last][1], kinds[kind]))
    return sorted(names)


# People in volumes that nothing was trained on.


def held_out(corpora, documents_a_volume=8):
    choice = random.Random(SEED)
    blocks = []
    for path in frus.volumes(corpora / "frus", True):
        documents = [d for d in frus.documents(path) if sum(len(b.persons) for b in d.blocks) > 2]
        for document in choice.sample(documents, min(documents_a_volume, len(documents))):
            blocks += [(document.volume, block) for block in document.blocks[:25] if len(block.text) < 3000]
    return blocks


def persons_score(nlp, blocks, listed, capitals=False):
    """Recall over the marked people; precision over the names whose surname is in the volume's list."""
    marked = exact = overlapped = found = right = 0
    docs = read(nlp, [upper(block.text) if capitals else block.text for _, block in blocks])
    for (volume, block), doc in zip(blocks, docs):
        gold = {trimmed(block.text, *span) for span in block.persons}
        names = {trimmed(block.text, n.start_char, n.end_char) for n in doc.ents if n.label_ == "PERSON"}
        marked, exact = marked + len(gold), exact + len(gold & names)
        overlapped += sum(any(s < e2 and s2 < e for s2, e2 in names) for s, e in gold)
        surname = {n: (block.text[n[0] : n[1]].lower().split() or [""])[-1] for n in names}
        people = {n for n in names if surname[n] in listed.get(volume, ())}
        found, right = found + len(people), right + len(people & gold)
    recall, precision = exact / max(1, marked), right / max(1, found)
    mean = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * mean:5.1f}"
        f"  of {marked}, touched {100 * overlapped / max(1, marked):.1f}"
    )


# Cables.


def cables(corpora, split):
    small, large = words_in_small(corpora)
    records = []
    for line in open(corpora / "cables/cables.jsonl", encoding="utf-8"):
        record = json.loads(line)
        if record.get("warnings") or split not in {"", record["split"]}:
            continue
        mentions = {}
        for mention in record["mentions"]:
            kind = (mention["type"] or "").split(".")[0]
            words = record["text"][mention["start"] : mention["end"]].lower().split()
            if kind and kind != "PRE" and not set(words) <= PRONOUNS:
                mentions[(mention["start"], mention["end"])] = kind
        outer = [
            (start, end, kind)
            for (start, end), kind in mentions.items()
            if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in mentions)
        ]
        records.append((record["text"], outer, lambda text: is_name(text, small, large)))
    return records


def words_in_small(corpora):
    """How often words stand small and, behind another word, large in *Foreign Relations*."""
    small, large = collections.Counter(), collections.Counter()
    for path in frus.volumes(corpora / "frus", True)[::3]:
        for document in frus.documents(path):
            for block in document.blocks:
                for before, word in re.findall(r"(\w,? )?\b([^\W\d_]+)\b", block.text):
                    if word[0].islower():
                        small[word] += 1
                    elif before:
                        large[word.lower()] += 1
    return small, large


def is_name(text, small, large):
    """Whether every word but titles and joints is mostly written large: the cables also mark
    "THE COUNTRY", and capitals do not tell."""
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", text)]
    words = [w for w in words if w not in frus.TITLES | JOINTS]
    return bool(words) and all(large[w] >= small[w] for w in words)


def untitled(text, start, end, kind):
    start, end = trimmed(text, start, end)
    if kind == "PER":
        start = frus.behind_titles(text, start, end)
    return start, end, kind


def cable_score(nlp, records, names_only):
    """As annotated: outermost spans, exact. Names only: without what is no name, and without "the",
    "'s" and titles on either side."""
    counts = Counts()
    for text, gold, named in records:
        found = []
        for block in re.finditer(r"(?:[^\n]+\n?)+", text):
            doc = nlp(block.group().replace("\n", " "), disable=UNREAD)
            found += [
                (block.start() + n.start_char, block.start() + n.end_char, CABLE[n.label_])
                for n in doc.ents
                if n.label_ in CABLE
            ]
        if names_only:
            gold = [span for span in (untitled(text, *s) for s in gold) if named(text[span[0] : span[1]])]
            found = [span for span in (untitled(text, *s) for s in found) if named(text[span[0] : span[1]])]
        counts.add(gold, found)
    return counts


if __name__ == "__main__":
    main()
