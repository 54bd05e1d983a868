"""Five folds over the event sentences of the Open Event Data Alliance: what can be learned of new sentences.

A fold holds whole documents, chosen by hash. `measure_shipped` fits the events head of the model that comes
with the program, which learns everything at once; `measure_alone` fits each task with an encoder of its own,
which reads better and would be three times as large. Thresholds of a fold are those that are best on the
other four.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from hudna.models.spans import best_tags, spans_of, tag_set
from hudna.training import gsr, own, regressions
from hudna.training.build import EVENTS, Base, Data, Say, fit_events, fit_first, fit_names
from hudna.training.encoder import encoder
from hudna.training.examples import Example
from hudna.training.fit import Heads, Recipe, Scores, Task, fit, means, predict, prepare
from hudna.training.scores import FOLDS, average_precision, class_f1, nested, overlap

Floats = NDArray[np.float64]
ROLES = Task({gsr.LAYER: own.LAYERS[gsr.LAYER]})
CLASSES = Task({}, gsr.CLASSES)
ROLES_ALONE = Recipe(epochs=8, rate=1e-4, tokens=512)
"""From the encoder of names, every layer fitted."""
CLASSES_ALONE = Recipe(epochs=3, rate=7e-5, positive=2.0, share=0.25)
"""From E5 itself, another quarter of the sentences that tell nothing each time."""


def fold_of(document: str) -> int:
    """The fold of a document, the same on every machine."""
    return int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) % FOLDS


def measure_shipped(data: Data, say: Say = print) -> None:
    """Fit the events head five times, print its scores of sentences it has not learned from."""
    base = Base.load()
    names, mine = fit_names(base, data, say), own.read(data.train)
    examples = gsr.read(data.gsr)

    def model(learned: list[Example]) -> Heads:
        return fit_events(base, names, [*learned, *mine], say)

    scores = _unseen(base, EVENTS, examples, model)
    say(f"roles, overlap: {roles(examples, scores)}")
    for name in gsr.CLASSES:
        at = EVENTS.classes.index(name)
        _judge(data, examples, name, {"model": np.array([s.classes[at] for s in scores], np.float64)}, say)


def measure_alone(data: Data, say: Say = print) -> None:
    """Fit roles and classes five times, each with an encoder of its own, and the regressions."""
    base = Base.load()
    examples = gsr.read(data.gsr)
    told = [replace(e, classes={}) for e in examples if e.tags]
    names = fit_first(base, data, say).encoder.state_dict()

    def of_roles(learned: list[Example]) -> Heads:
        model = Heads(encoder(base.e5), ROLES)
        model.encoder.load_state_dict(names)
        return _fitted(model, base, ROLES, learned, ROLES_ALONE, say)

    def of_classes(learned: list[Example]) -> Heads:
        return _fitted(Heads(encoder(base.e5), CLASSES), base, CLASSES, learned, CLASSES_ALONE, say)

    say(f"roles, overlap: {roles(told, _unseen(base, ROLES, told, of_roles))}")
    scores = _unseen(base, CLASSES, [replace(e, tags={}) for e in examples], of_classes)
    as_it_is = Heads(encoder(base.e5), Task())
    states = means(as_it_is, base.table, prepare(examples, Task(), base.tokeniser))
    for at, name in enumerate(gsr.CLASSES):
        model = _standard(np.array([s.classes[at] for s in scores], np.float64))
        words, frozen = (_standard(each) for each in _regressed(examples, states, name))
        ways = {"model": model, "words": words, "frozen": frozen, "words and frozen": words + frozen}
        _judge(data, examples, name, {**ways, "all three": 2 * model + words + frozen}, say)


def roles(examples: Sequence[Example], scores: Sequence[Scores]) -> dict[str, float]:
    """Overlap F1 of source, trigger and target, the first layer, on the sentences that have spans."""
    tags = tag_set(own.LAYERS[gsr.LAYER])
    return overlap(
        (list(spans_of(e.tags[gsr.LAYER])), list(spans_of([tags[i] for i in best_tags(s.layers[0])])))
        for e, s in zip(examples, scores, strict=True)
        if gsr.LAYER in e.tags
    )


def _fitted(
    model: Heads, base: Base, task: Task, learned: Sequence[Example], recipe: Recipe, say: Say
) -> Heads:
    fit(model, base.table, prepare(learned, task, base.tokeniser), recipe, say)
    return model


def _folds(examples: Sequence[Example]) -> NDArray[np.int64]:
    return np.array([fold_of(example.document) for example in examples])


def _unseen(
    base: Base, task: Task, examples: Sequence[Example], model: Callable[[list[Example]], Heads]
) -> list[Scores]:
    """Scores of each example by the model that was fitted to the other folds."""
    folds, found = _folds(examples), dict[int, Scores]()
    for fold in range(FOLDS):
        fitted = model([e for e, f in zip(examples, folds, strict=True) if f != fold])
        here = [int(i) for i in np.flatnonzero(folds == fold)]
        sentences = prepare([examples[i] for i in here], task, base.tokeniser)
        found.update(zip(here, predict(fitted, base.table, sentences), strict=True))
    return [found[i] for i in range(len(examples))]


def _regressed(examples: Sequence[Example], states: Tensor, name: str) -> tuple[Floats, Floats]:
    """Logits of each example by regressions fitted to the other folds: over words, over states."""
    folds = _folds(examples)
    shares = np.array([example.classes.get(name, np.nan) for example in examples])
    texts = [example.text for example in examples]
    words, frozen = np.zeros(len(examples)), np.zeros(len(examples))
    for fold in range(FOLDS):
        learned, here = np.flatnonzero((folds != fold) & ~np.isnan(shares)), np.flatnonzero(folds == fold)
        new = [texts[i] for i in here]
        words[here] = regressions.over_words([texts[i] for i in learned], shares[learned], new)
        frozen[here] = regressions.over_states(states[learned], shares[learned], states[here])
    return words, frozen


def _standard(scores: Floats) -> Floats:
    """Scores of mean 0 and spread 1, so that they can be added."""
    found: Floats = (scores - scores.mean()) / scores.std()
    return found


def _judge(data: Data, examples: Sequence[Example], name: str, ways: Mapping[str, Floats], say: Say) -> None:
    """Print F1 and average precision of a class on the sentences people were of one mind about."""
    gold = gsr.labels(data.gsr, name)
    known = [i for i, example in enumerate(examples) if example.text in gold]
    flags, folds = np.array([gold[examples[i].text] for i in known]), _folds(examples)[known]
    for way, scores in ways.items():
        decided = nested(scores[known], flags, folds)
        precision = average_precision(scores[known], flags)
        say(f"{name}, {way}: F1 {class_f1(decided, flags)}, average precision {precision}")
