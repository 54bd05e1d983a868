"""Five folds over the event sentences of the Open Event Data Alliance: what the tagger is worth on new
sentences.

A fold holds whole documents, chosen by hash. The names below it never saw these sentences; thresholds of a
fold are those that are best on the other four.
"""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np

from hudna.models.spans import best_tags, spans_of, tag_set
from hudna.training import gsr, own
from hudna.training.build import EVENTS, Base, Data, fit_events, fit_names
from hudna.training.examples import Example
from hudna.training.fit import Scores, predict, prepare
from hudna.training.scores import FOLDS, average_precision, class_f1, nested, overlap


def fold_of(document: str) -> int:
    """The fold of a document, the same on every machine."""
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) % FOLDS


def measure(data: Data, say: Callable[[str], None] = print) -> None:
    """Fit five times, print the scores of sentences never learned from."""
    base = Base.load()
    names = fit_names(base, data, say)
    examples = gsr.read(data.gsr)
    folds = np.array([fold_of(example.document) for example in examples])
    mine = own.read(data.train)
    found: dict[int, Scores] = {}
    for fold in range(FOLDS):
        learned = [e for e, f in zip(examples, folds, strict=True) if f != fold]
        model = fit_events(base, names, [*learned, *mine], say)
        here = [int(i) for i in np.flatnonzero(folds == fold)]
        sentences = prepare([examples[i] for i in here], EVENTS, base.tokeniser)
        found.update(zip(here, predict(model, base.table, sentences), strict=True))
    scores = [found[i] for i in range(len(examples))]
    say(f"roles, overlap: {roles(examples, scores)}")
    for name in gsr.CLASSES:
        gold = gsr.labels(data.gsr, name)
        known = [i for i, example in enumerate(examples) if example.text in gold]
        at = EVENTS.classes.index(name)
        logits = np.array([scores[i].classes[at] for i in known], np.float64)
        flags = np.array([gold[examples[i].text] for i in known])
        decided = nested(logits, flags, folds[known])
        say(f"{name}: F1 {class_f1(decided, flags)}, average precision {average_precision(logits, flags)}")


def roles(examples: Sequence[Example], scores: Sequence[Scores]) -> dict[str, float]:
    """Overlap F1 of source, trigger and target on the sentences that have spans."""
    at = list(EVENTS.layers).index(gsr.LAYER)
    tags = tag_set(own.LAYERS[gsr.LAYER])
    return overlap(
        (list(spans_of(e.tags[gsr.LAYER])), list(spans_of([tags[i] for i in best_tags(s.layers[at])])))
        for e, s in zip(examples, scores, strict=True)
        if gsr.LAYER in e.tags
    )
