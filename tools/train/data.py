"""Makes the training set for our name finder: for developers only.

    venv/bin/python tools/train/data.py PIPELINE_DIR CORPORA_DIR OUT.spacy

From *Foreign Relations* (public domain) come people, places and abbreviations as its editors marked
them, and every other name as the stock pipeline (the teacher) reads the same text. Histories of the
Department of State (CC0) and date-time test sentences (MIT) have the teacher's names alone. Each
text is also given in capitals, some of these as a telegram would have it: without articles, with
other people's names, or as header lines. Nothing of the measuring sets is read here.
"""

import collections
import json
import pathlib
import random
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass

import spacy
from spacy.tokens import DocBin

import frus

SEED = 20261125
DOCUMENTS_A_VOLUME = 11
WORDS_A_DOCUMENT = 520
WORDS_A_BLOCK = 220
HISTORY_WORDS = 45_000
DATE_TEST_WORDS = 12_000
SHORT_FORMS = {
    "Foreign Minister": ["FonMin", "ForMin"],
    "Prime Minister": ["PriMin", "PM"],
    "Defense Minister": ["DefMin"],
    "Ambassador": ["Amb"],
    "Embassy officer": ["EmbOff"],
    "Deputy Chief of Mission": ["DCM"],
    "Counselor": ["DCM", "PolCouns", "EmbOff"],
    "Under Secretary": ["UnderSec"],
    "Assistant Secretary": ["AsstSec"],
    "your telegram": ["urtel", "reftel", "septel"],
    "our telegram": ["ourtel", "septel"],
}
FRAMES = [
    ("FYI: ", ""),
    ("FYI. ", " End FYI."),
    ("Comment: ", ""),
    ("Comment: ", " End comment."),
    ("Quote ", " Unquote."),
    ("Reftel. ", ""),
    ("Begin text. ", ""),
    ("Subj: ", ""),
    ("Summary: ", " End summary."),
    ("C. Septel. ", ""),
]
FOLDED = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."}
NAMES = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
MISREAD = set(
    """Plenipotentiary Legation Charge Chargé Jr Jr. FYI FonOff Embtel Deptel Niact Reftel Noforn
    Exdis Limdis Nodis Eyes Priority démarche Démarche""".split()
)
TITLED = re.compile(
    r"\b(?:Mr\.|Mrs\.|Dr\.|Madame|Ambassador|Senator|Colonel|Col\.|Gen\."
    r"|(?:Prime|Foreign|Defense) Minister) "
    r"((?:[A-Z]\. ?)*[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]*\w))*)(?=[^\w’]|$)"
)
NO_NAME_BEHIND_TITLE = set(
    """extraordinary designate plenipotentiary at large conference and emb embassy dept
    department""".split()
)
UNREAD = ["senter", "tagger", "attribute_ruler", "lemmatizer"]


@dataclass
class Strangers:
    """What is put in the place of the texts' own names: (first names, surname), countries, posts."""

    people: list
    countries: list
    posts: list


def main():
    pipeline, corpora, out = sys.argv[1:]
    random.seed(SEED)
    corpora = pathlib.Path(corpora)
    nlp = spacy.load(pipeline)
    strangers = gazetteer(corpora / "gazetteer")
    texts = [text for path in frus.volumes(corpora / "frus", False) for text in volume(nlp, path)]
    marked_count = len(texts)
    texts = consistent(texts + teach(nlp, general_texts(corpora)))
    texts, general = texts[:marked_count], texts[marked_count:]
    variants = [variant for text in texts for variant in variants_of(text, strangers)]
    variants += [variant for text in general for variant in (text, capitals(text))]
    variants += [header(strangers) for _ in range(len(texts) // 10)]
    random.shuffle(variants)
    save(nlp, variants, out)


# What the texts are.


def volume(nlp, path):
    """Some documents of a volume, telegrams and conversations first: (text, spans) a block."""
    documents = [document for document in frus.documents(path) if document.blocks]
    random.shuffle(documents)
    documents.sort(key=lambda document: not re.search("telegram|conversation", document.heading, re.I))
    half = DOCUMENTS_A_VOLUME * 2 // 3
    rest = documents[half:]
    random.shuffle(rest)
    chosen = documents[:half] + rest[: DOCUMENTS_A_VOLUME - half]
    return [text for document in chosen for text in marked(nlp, document)]


def marked(nlp, document):
    blocks, words = [], 0
    for block in document.blocks:
        count = len(block.text.split())
        if count <= WORDS_A_BLOCK and words + count <= WORDS_A_DOCUMENT:
            words += count
            blocks.append(block)
    known = {block.text[s:e].split(" ")[-1] for block in blocks for s, e in block.persons}
    known = {word for word in known if len(word) > 3 and word[0].isupper()}
    docs = nlp.pipe((block.text for block in blocks), disable=UNREAD)
    return [(block.text, merged(doc, block, known)) for block, doc in zip(blocks, docs)]


def merged(doc, block, known):
    """The editors' spans first, then the teacher's where they touch none of them."""
    persons = [(start, end, "PERSON") for start, end in block.persons]
    taught = [(name.start_char, name.end_char, name.label_) for name in doc.ents]
    spans = apart(persons, [])
    spans += apart([s for s in bare(doc, known) if not any(holds(t, s) for t in taught)], spans)
    marks = block.terms + [(start, end, "GPE") for start, end in block.places]
    wider = [t for t in taught if any(holds(t, mark) for mark in marks)]
    spans += apart(wider, spans)
    spans += apart(marks, spans)
    spans += apart(taught, spans)
    spans += apart(titled(block.text), spans)
    return sorted(span for span in spans if span[2])


def titled(text):
    """Names behind a title that neither the editors nor the teacher saw."""
    for match in TITLED.finditer(text):
        words = re.findall(r"[^\W\d_]+", match.group(1).lower())
        if not set(words) & (frus.TITLES | NO_NAME_BEHIND_TITLE):
            yield match.start(1), match.end(1), "PERSON"


def bare(doc, known):
    """Surnames of the document's people that the editors left unmarked here."""
    return [(t.idx, t.idx + len(t), "PERSON") for t in doc if t.text in known]


def holds(outer, inner):
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer[:2] != inner[:2]


def apart(spans, taken):
    kept = []
    for span in spans:
        if all(span[1] <= s or e <= span[0] for s, e, _ in taken + kept):
            kept.append(span)
    return kept


def general_texts(corpora):
    history, tests = [], []
    for path in sorted((corpora / "gazetteer/hsg-rdcr/articles").rglob("[!.]*.xml")):
        for element in ElementTree.parse(path).getroot().iter():
            if element.tag.split("}")[-1] == "p":
                history.append(" ".join("".join(element.itertext()).split()))
    for path in sorted((corpora / "temporal/recognizers-text").rglob("[!.]*.json")):
        cases = json.loads(path.read_text(encoding="utf-8-sig"))
        tests += [case["Input"] for case in cases if isinstance(case, dict) and "Input" in case]
    return some(history, HISTORY_WORDS) + some(tests, DATE_TEST_WORDS)


def some(texts, words):
    texts = sorted({text for text in texts if 3 < len(text.split()) < WORDS_A_BLOCK})
    random.shuffle(texts)
    chosen = []
    for text in texts:
        words -= len(text.split())
        if words < 0:
            break
        chosen.append(text)
    return chosen


def teach(nlp, texts):
    docs = nlp.pipe(texts, disable=UNREAD)
    return [(doc.text, [(n.start_char, n.end_char, n.label_) for n in doc.ents]) for doc in docs]


def gazetteer(folder):
    people = []
    for line in (folder / "hsg-people.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        parts = [part.strip() for part in line.split("\t")[1].split(",")]
        if len(parts) > 1 and re.fullmatch(r"[^\W\d_][\w’'-]+( [\w’'-]+)?", parts[0]):
            people.append((re.sub(r"\(.*?\)", "", parts[1]).strip(), parts[0]))
    countries = []
    for path in sorted((folder / "hsg-gsh/data/territories").glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        if root.findtext("type-of-territory") == "independent-state":
            countries.append(root.findtext("short-form-name").strip())
    posts = sorted((folder / "hsg-gsh/data/posts").glob("*.xml"))
    posts = [path.stem.replace("-", " ").upper() for path in posts]
    return Strangers(people, sorted(set(countries)), posts)


# One reading for one form.


def consistent(texts):
    """The teacher wavers: a form gets the label that it has most often, also where it was missed,
    and a single word that is mostly written small is no name."""
    labels, seen, small = collections.defaultdict(Counter), Counter(), Counter()
    for text, spans in texts:
        for start, end, label in spans:
            labels[text[start:end]][label] += label in NAMES
        words = re.findall(r"\b[^\W\d_]+\b", text)
        small.update(word for word in words if word.islower())
        seen.update(form for _, _, form in forms(text))
    settled, sure = {}, set()
    for form, counts in labels.items():
        label, count = counts.most_common(1)[0]
        if count >= 5 and count >= 0.6 * sum(counts.values()):
            settled[form] = label
            if count >= 0.7 * seen[form] and len(form) > 2:
                sure.add(form)
    common = {f for f in labels if small[f.lower()] > 3 * max(1, seen[f]) or f in MISREAD}
    return [(text, settle(text, spans, settled, sure, common)) for text, spans in texts]


def settle(text, spans, settled, sure, common):
    kept = []
    for start, end, label in spans:
        form = text[start:end]
        if label in NAMES and label != "PERSON":
            label = settled.get(form, label)
        if label not in NAMES or form not in common:
            kept.append((start, end, label))
    found = [(start, end, settled[form]) for start, end, form in forms(text) if form in sure]
    return sorted(kept + apart(found, kept))


def forms(text):
    """Runs of one to four words that begin with a capital, the longest first."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_](?:[\w.&-]*\w)?", text)]
    for length in (4, 3, 2, 1):
        for first, last in zip(words, words[length - 1 :]):
            if text[first[0]].isupper():
                yield first[0], last[1], text[first[0] : last[1]]


# What is made of them.


def variants_of(text, strangers):
    """The text as it is, in capitals, and now and then with strangers in it."""
    yield text
    chance = random.random()
    if chance < 0.5:
        text_in_capitals = strangers_in(text, strangers)
    else:
        text_in_capitals = text
    if chance < 0.25 or chance > 0.8:
        text_in_capitals = telegraphic(text_in_capitals)
    yield capitals(text_in_capitals)
    if random.random() < 0.25 and any(label == "PERSON" for *_, label in text[1]):
        yield strangers_in(text, strangers)


def capitals(text):
    """In capitals and plain ASCII, as long as before, sometimes with telegraph's loose apostrophes."""
    upper = "".join(map(capital, text[0])), text[1]
    if random.random() < 0.25:
        return rewritten(upper, [(m.start(), m.end(), "' S") for m in re.finditer(r"'S\b", upper[0])])
    return upper


def capital(character):
    character = FOLDED.get(character, character)
    plain = unicodedata.normalize("NFD", character)[0]
    upper = plain.upper()
    return upper if len(upper) == 1 else character


def telegraphic(text):
    """Without articles, with the short forms of offices, and with words that are no names."""
    edits = [(m.start(), m.end(), "") for m in re.finditer(r"\b(the|an?) (?=\w)", text[0], re.I)]
    for match in re.finditer("|".join(SHORT_FORMS), text[0]):
        if all(match.end() <= s or e <= match.start() for s, e, _ in text[1]) and random.random() < 0.6:
            edits.append((match.start(), match.end(), random.choice(SHORT_FORMS[match.group()])))
    text = rewritten(text, edits)
    if random.random() < 0.15:
        before, behind = random.choice(FRAMES)
        by = len(before)
        spans = [(start + by, end + by, label) for start, end, label in text[1]]
        text = before + text[0] + behind, spans
    return text


def strangers_in(text, strangers):
    """Other people in the places of its people, the same one for the same name; here and there
    another country, or its government in telegraph's short form, "GOI"."""
    chosen, edits = {}, []
    for start, end, label in text[1]:
        words = text[0][start:end].split(" ")
        if label == "PERSON":
            first, last = chosen.setdefault(words[-1], random.choice(strangers.people))
            edits.append((start, end, last if len(words) == 1 or not first else f"{first} {last}"))
        elif label == "GPE" and re.fullmatch("[A-Z][a-z]{3,}", text[0][start:end]):
            country = chosen.setdefault((label, words[-1]), random.choice(strangers.countries))
            chance = random.random()
            if chance < 0.1:
                edits.append((start, end, "GO" + country[0]))
            elif chance < 0.4:
                edits.append((start, end, country))
    return rewritten(text, edits)


def rewritten(text, edits):
    """The text with (start, end, new) replaced; spans move along, and shrink where their edge went."""
    old, spans = text
    new, moved, behind = [], [None] * (len(old) + 1), 0
    length = 0
    for start, end, words in sorted(edits):
        for index in range(behind, start):
            moved[index] = length + index - behind
        length += start - behind
        moved[start:end] = [length] * (end - start)
        new += [old[behind:start], words]
        length += len(words)
        behind = end
    for index in range(behind, len(old) + 1):
        moved[index] = length + index - behind
    new.append(old[behind:])
    spans = [(moved[start], moved[end], label) for start, end, label in spans]
    return "".join(new), [span for span in spans if span[0] < span[1]]


def header(strangers):
    """A line from a telegram's head or foot: its posts are organisations, its signer a person."""

    def city():
        return random.choice(strangers.posts)

    def post():
        return random.choice(["AMEMBASSY", "AMEMBASSY", "AMCONSUL", "AMCONGEN", "USMISSION"]) + " " + city()

    surname = "".join(map(capital, random.choice(strangers.people)[1]))
    number = random.randint(100, 9999)
    parts = random.choice([
        [("FM ", ""), (post(), "ORG"), (" TO ", ""), ("SECSTATE WASHDC", "ORG"), (f" {number}", "")],
        [("TO ", ""), ("SECSTATE WASHDC", "ORG"), (" PRIORITY", "")],
        [("INFO ", ""), (post(), "ORG"), (" ", ""), (post(), "ORG"), (" PRIORITY ", ""), (post(), "ORG")],
        [("FM ", ""), (post(), "ORG"), (" TO ", ""), (post(), "ORG")],
        [("REF: ", ""), (city(), "GPE"), (f" {number}", "")],
        [
            ("REF: A. ", ""),
            (city(), "GPE"),
            (f" {number}, B. STATE {number + 7}, C. ", ""),
            (city(), "GPE"),
            (f" {number + 9}", ""),
        ],
        [("SUBJECT: VISIT OF ", ""), (surname, "PERSON"), (" TO ", ""), (city(), "GPE")],
        [("SUBJ: CONVERSATION WITH ", ""), (surname, "PERSON")],
        [(surname, "PERSON")], [(surname, "PERSON")], [(surname, "PERSON")],
        [("SIGNED ", ""), (surname, "PERSON")],
        [("DRAFTED BY ", ""), (surname, "PERSON")],
    ])
    text, spans = "", []
    for words, label in parts:
        if label:
            spans.append((len(text), len(text) + len(words), label))
        text += words
    return text, spans


def save(nlp, variants, out):
    """With the sentences that the parser sees: names are found within these when texts are read."""
    box = DocBin(attrs=["NORM", "ENT_IOB", "ENT_TYPE", "SENT_START"])
    lost = words = names = 0
    docs = nlp.pipe((text for text, _ in variants), disable=UNREAD + ["ner"])
    for doc, (_, spans) in zip(docs, variants):
        entities, unknown = [], []
        for start, end, label in spans:
            span = doc.char_span(start, end, label=label)
            if span is None:
                unknown.append(doc.char_span(start, end, alignment_mode="expand"))
            elif any(token.is_sent_start for token in span[1:]):
                unknown.append(span)
            else:
                entities.append(span)
        unknown = spacy.util.filter_spans([span for span in unknown if span is not None])
        unknown = [u for u in unknown if all(u.end <= e.start or e.end <= u.start for e in entities)]
        doc.set_ents(entities, missing=unknown, default="outside")
        lost, words, names = lost + len(unknown), words + len(doc), names + len(entities)
        box.add(doc)
    box.to_disk(out)
    print(f"{len(variants)} texts, {words} tokens, {names} names, {lost} names unsure", file=sys.stderr)


if __name__ == "__main__":
    main()
