"""Reads volumes of *Foreign Relations* (TEI): blocks of text with the spans that their editors marked.

Footnotes, page breaks and figures are left out: they are the editors' words, not the documents'.
Every fourth volume of the sorted list (the 4th, 8th, …) is held out: measured on, never trained on.
"""

import csv
import pathlib
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

TEI = "{http://www.tei-c.org/ns/1.0}"
BLOCKS = {"head", "p", "dateline", "signed", "item", "row", "salute", "label", "opener", "closer"}
SKIPPED = {"note", "pb", "figure", "graphic"}

TITLES = set(
    """mr mrs miss ms messrs dr prof professor general gen admiral adm colonel col lieutenant lt
    major maj captain capt commander cmdr sergeant marshal brigadier vice rear field ambassador amb
    president vice-president secretary undersecretary under assistant deputy acting minister
    prime foreign premier chancellor senator sen congressman representative governor chairman
    director judge justice chief counselor charge chargé consul first second third former the
    his her excellency of state fonmin primin gens cols""".split()
)
ORGANISATION = re.compile(
    r"\b(Agency|Council|Organi[sz]ation|Committee|Commission|Department|Bureau|Ministry|Party|Bank"
    r"|Fund|Corporation|Association|Forces?|Army|Navy|Board|Administration|Community|Front|Command"
    r"|Staff|Delegation|Mission|Embassy|League|Corps|Congress|Academy|University|Company|Service"
    r"|Group|Federation|Alliance|Authority|Institute|Assembly|Office|Division|Federation|Center)\b"
)
GOVERNMENT = re.compile(
    r"^(Royal |Provisional |Revolutionary )?Government of|Republic of|^Union of Soviet|^United Kingdom"
    r"|^United States( of America)?[,;]?$|^(North|South) (Vi.t|Korea)|Republic$|^(East|West) Germany"
)
PERSON_IN_OFFICE = re.compile(
    r"^(Commander|Chief|Director|Ambassador|Secretary|Officer|Minister|Assistant|Deputy|President"
    r"|Consul|Supreme Commander|Chairman|Under|General|Attach|Military Attach|Army Attach)"
)


@dataclass
class Block:
    """A paragraph, heading or item: `persons`, `places` are (start, end), `terms` (start, end, label)."""

    kind: str
    text: str = ""
    persons: list = field(default_factory=list)
    places: list = field(default_factory=list)
    terms: list = field(default_factory=list)


@dataclass
class Document:
    volume: str
    id: str
    heading: str
    blocks: list


def volumes(frus, held_out):
    paths = sorted((pathlib.Path(frus) / "volumes").glob("[!.]*.xml"))
    return [path for index, path in enumerate(paths) if (index % 4 == 3) == held_out]


def listed_surnames(frus):
    """The surnames in each volume's list of persons: the only people who are marked throughout."""
    listed = {}
    with open(pathlib.Path(frus) / "gold/person_lists.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            surname = row["name"].split(",")[0].split()
            if surname:
                listed.setdefault(row["volume"], set()).add(surname[-1].lower())
    return listed


def documents(path):
    root = ElementTree.parse(path).getroot()
    labels = term_labels(root)
    for division in root.iter(TEI + "div"):
        if division.get("type") != "document":
            continue
        blocks = Reader(labels).read(division)
        heading = next((block.text for block in blocks if block.kind == "head"), "")
        yield Document(path.stem, division.get("{http://www.w3.org/XML/1998/namespace}id"), heading, blocks)


def term_labels(root):
    """What kind of thing each abbreviation of the volume's list is: "" where it is surely no name."""
    labels = {}
    for item in root.iter(TEI + "item"):
        term = item.find(".//" + TEI + "term")
        if term is None:
            continue
        key = term.get("{http://www.w3.org/XML/1998/namespace}id")
        short = " ".join("".join(term.itertext()).split()).rstrip(",")
        meaning = " ".join("".join(item.itertext()).split())[len(short):].lstrip(" ,")
        label = term_label(short, meaning)
        if key and label is not None:
            labels["#" + key] = label
    return labels


def term_label(short, meaning):
    if re.search(r"telegram|airgram|despatch|dispatch", meaning[:40]) or meaning[:1].islower():
        return "" if re.search(r"telegram|airgram|despatch|dispatch|indicator|circular", meaning) else None
    if len(short) < 2 or "/" in short or PERSON_IN_OFFICE.match(meaning):
        return None
    if short in {"US", "U.S.", "USA", "UK", "USSR"} or re.search(r"Government$", meaning):
        return "GPE"
    if ORGANISATION.search(meaning):
        return "ORG"
    return "GPE" if GOVERNMENT.search(meaning) else None


class Reader:
    """Walks a document and closes a block wherever a block begins or ends."""

    def __init__(self, labels):
        self.labels = labels
        self.blocks = []
        self.block = Block("p")

    def read(self, division):
        self.children(division)
        self.close("p")
        return self.blocks

    def close(self, kind):
        if self.block.text.strip():
            self.block.text = self.block.text.rstrip()
            self.blocks.append(self.block)
        self.block = Block(kind)

    def add(self, string):
        for character in string or "":
            if not character.isspace():
                self.block.text += character
            elif self.block.text and self.block.text[-1] != " ":
                self.block.text += " "

    def children(self, element):
        self.add(element.text)
        for child in element:
            self.element(child)
            self.add(child.tail)

    def element(self, element):
        tag = element.tag.replace(TEI, "") if isinstance(element.tag, str) else "note"
        if tag in SKIPPED or (tag == "div" and element.get("type") == "document"):
            return
        if tag in BLOCKS:
            self.close(tag)
            self.children(element)
            self.close("p")
            return
        block, start = self.block, len(self.block.text)
        self.children(element)
        if block is self.block:
            self.mark(tag, element, start)

    def mark(self, tag, element, start):
        text = self.block.text
        end = len(text)
        while start < end and text[start] in " [(":
            start += 1
        while start < end and text[end - 1] in " ,;:":
            end -= 1
        if start == end:
            return
        if tag == "persName":
            start = behind_titles(text, start, end)
            if start < end and text[start].isupper():
                self.block.persons.append((start, end))
        elif tag == "placeName":
            self.block.places.append((start, end))
        elif tag == "gloss" and element.get("target") in self.labels:
            self.block.terms.append((start, end, self.labels[element.get("target")]))


def behind_titles(text, start, end):
    """Where the name begins behind "General", "Prime Minister": titles are no part of a PERSON."""
    while start < end:
        word = text[start:end].split(" ")[0]
        if word.lower().strip(".,") not in TITLES:
            return start
        start = min(end, start + len(word) + 1)
    return start
