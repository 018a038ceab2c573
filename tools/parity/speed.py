"""spaCy's own speed on the texts that `cargo xtask bench language` reads: for developers only.

    OMP_NUM_THREADS=1 venv/bin/python tools/parity/speed.py PIPELINE_DIR TEXTS.jsonl
"""

import json
import sys
import time

import spacy


def main():
    nlp = spacy.load(sys.argv[1])
    texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8")]
    for batch in (16, 64, 256):
        wall, cpu = time.perf_counter(), time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(f"batch {batch}: {words} words, {words / wall:.0f} a s, {words / cpu:.0f} a CPU-s")


if __name__ == "__main__":
    main()
