"""Makes the tables of crates/statement/names/ from the resources of rigour (OpenSanctions, MIT).

Usage: python3 tools/name_tables.py corpora/er/rigour/resources/names crates/statement/names
"""

import sys
import unicodedata
from pathlib import Path

import yaml

# Scripts that the program spells in Latin letters; names in others are compared letter by letter.
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")

# Titles of the documents that we read, which the source leaves out as they are names elsewhere.
OWN_TITLES = """major maj col gen lt ltc sgt cpl brig cdr cmdr adm vadm radm marshal capt king prince
princess baron duke sheik sheikh shaikh shaykh mullah maulana maulvi mawlawi haji hajji qari
sayyid emir amir sultan ayatollah imam rabbi bishop archbishop cardinal father rev secretary senator
representative congressman governor minister premier chancellor consul attache excellency messrs
comrade undersecretary dom dona""".split() + [
    "vice admiral", "rear admiral", "brigadier general", "major general", "brig gen", "maj gen",
    "lt gen", "lieutenant commander", "lt col", "vice marshal", "air marshal", "air vice marshal",
    "general of the army", "earl of", "lord", "duc", "count", "vicomte", "comte",
]


def wanted(text):
    letters = [letter for letter in text if letter.isalpha()]
    return letters and all(unicodedata.name(letter, "").startswith(SCRIPTS) for letter in letters)


def write(path, rows):
    lines = sorted({"\t".join(row) for row in rows})
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    read = lambda name: yaml.safe_load((source / name).read_text(encoding="utf-8"))
    stop, types, symbols = read("stopwords.yml"), read("org_types.yml"), read("symbols.yml")
    titles = [title.lower() for title in stop["PERSON_NAME_PREFIXES"]] + OWN_TITLES
    write(out / "honorifics.tsv", ((title,) for title in titles if wanted(title)))
    forms = []
    for kind in types["types"]:
        names = kind["aliases"] + [kind[key] for key in ("display", "compare") if kind.get(key)]
        group = kind.get("generic") or kind.get("compare") or kind.get("display")
        forms += [(name.lower(), group) for name in names if wanted(name)]
    write(out / "forms.tsv", forms)
    words = [(str(word).lower(), key) for key, own in symbols["org_symbols"].items() for word in own]
    write(out / "words.tsv", (row for row in words if wanted(row[0])))
    nicks = [(str(word).lower(), key) for key, own in symbols["person_nick"].items() for word in own]
    write(out / "nicknames.tsv", (row for row in nicks if wanted(row[0])))


main()
