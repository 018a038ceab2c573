"""Writes what spaCy reads in texts, to compare our engine with: for developers only.

    python -m venv venv && venv/bin/pip install spacy==3.8.18
    venv/bin/python tools/parity/golden.py PIPELINE_DIR < texts.jsonl > golden.jsonl

A line in: {"text": "…"}. A line out: the same with "tokens" (start and end in bytes of UTF-8, tag,
part of speech, features, lemma, head, relation, whether it starts a sentence) and "names" (first
token, token behind the last, label).
"""

import json
import sys

import spacy


def byte_offsets(text):
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode("utf-8")))
    return offsets


def main():
    nlp = spacy.load(sys.argv[1])
    nlp.max_length = 10_000_000
    texts = (json.loads(line)["text"] for line in sys.stdin)
    for doc in nlp.pipe(texts, batch_size=1):
        at = byte_offsets(doc.text)
        tokens = [
            [
                at[token.idx],
                at[token.idx + len(token)],
                token.tag_,
                token.pos_,
                str(token.morph),
                token.lemma_,
                token.head.i,
                token.dep_,
                bool(token.is_sent_start),
            ]
            for token in doc
        ]
        names = [[name.start, name.end, name.label_] for name in doc.ents]
        line = {"text": doc.text, "tokens": tokens, "names": names}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
