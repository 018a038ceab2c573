"""Fine-tunes the name finder of a pipeline, and nothing else of it: for developers only.

    OMP_NUM_THREADS=1 venv/bin/python tools/train/train.py PIPELINE_DIR DATA.spacy OUT_DIR [PASSES]

OUT_DIR gets the whole pipeline, with the words of the training texts among its strings: `mix.py` makes
the one to keep. One thread, a fixed seed and a fixed number of steps. PASSES over the data are 1.4, if
not said otherwise: six minutes of an idle core.
"""

import random
import sys

import spacy
from spacy.tokens import DocBin
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

SEED = 20261125
WORDS_A_STEP = 1200
RATE = 0.0005
WARM_STEPS = 100
DROPOUT = 0.15


def main():
    pipeline, data, out = sys.argv[1:4]
    passes = float(sys.argv[4]) if len(sys.argv) > 4 else 1.4
    fix_random_seed(SEED)
    nlp = spacy.load(pipeline)
    finder = nlp.get_pipe("ner")
    tune(finder, examples(nlp, data), passes)
    nlp.to_disk(out)


def examples(nlp, data):
    """The finder sees the words and the parser's sentences, never the names."""
    found = []
    for doc in DocBin().from_disk(data).get_docs(nlp.vocab):
        seen = doc.copy()
        seen.set_ents([], default="missing")
        found.append(Example(seen, doc))
    return found


def tune(finder, training, passes):
    """The rate rises for a hundred steps and then falls in a straight line. The weights kept are the
    optimizer's running means."""
    total = passes * sum(len(example.x) for example in training)
    optimizer = Adam(RATE, L2=0.0, grad_clip=1.0, use_averages=True)
    step, words, losses = 0, 0, {}
    while words < total:
        random.shuffle(training)
        for batch in batches(training):
            optimizer.learn_rate = RATE * min(1, step / WARM_STEPS) * max(0.02, 1 - words / total)
            finder.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
            step, words = step + 1, words + sum(len(example.x) for example in batch)
            if step % 100 == 0:
                loss = losses["ner"] / words
                print(f"{step} steps, {words / total:.0%}, loss {loss:.4f} a word", flush=True)
            if words >= total:
                break
    for node in finder.model.walk():
        for name in node.param_names:
            average = optimizer.averages.get((node.id, name))
            if average is not None:
                node.set_param(name, average)


def batches(training):
    batch, words = [], 0
    for example in training:
        batch.append(example)
        words += len(example.x)
        if words >= WORDS_A_STEP:
            yield batch
            batch, words = [], 0


if __name__ == "__main__":
    main()
