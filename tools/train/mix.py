"""Mixes the name finders of a stock and a tuned pipeline, weight by weight: for developers only.

    venv/bin/python tools/train/mix.py STOCK_DIR TUNED_DIR OUT_DIR SHARE

SHARE of each weight is the tuned one and the rest the stock one. The mean of both forgets less than
the tuned one alone. All else in OUT_DIR is the stock pipeline's.
"""

import sys

import spacy


def main():
    stock_dir, tuned_dir, out, share = sys.argv[1:]
    share = float(share)
    stock, tuned = spacy.load(stock_dir), spacy.load(tuned_dir)
    pairs = zip(stock.get_pipe("ner").model.walk(), tuned.get_pipe("ner").model.walk(), strict=True)
    for node, other in pairs:
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, share * other.get_param(name) + (1 - share) * node.get_param(name))
    stock.to_disk(out)


if __name__ == "__main__":
    main()
