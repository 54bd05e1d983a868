"""How far two annotators of the same texts agree, layer by layer.

Each annotation is scored against the other as if it were the program's output; the counts of both directions
are added, so that the F1 does not depend on who is called the first. As for the program, the one that stands
for gold may call a fact optional and accept other readings; the one that stands for output may not. `strict`
grants neither side that: every fact counts, with its annotator's own reading alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hudna.evaluation import gold as g
from hudna.evaluation.agree import FORCE_GROUP, owners, same_time
from hudna.evaluation.bootstrap import f1_interval
from hudna.evaluation.folder import GoldFolder
from hudna.evaluation.match import Counts, match
from hudna.evaluation.score import LAYERS
from hudna.evaluation.sentence_sets import load_sentence_set
from hudna.evaluation.summary import Line
from hudna.model.errors import ReadError


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two annotators of `texts` texts agree on; the counts of a line are those of both directions."""

    name: str
    texts: int
    lines: tuple[Line, ...]
    strict: tuple[Line, ...]


def load_annotation(path: Path) -> dict[str, g.GoldFacts]:
    """The facts of one annotation by text: a `.jsonl` of sentences, or a folder of gold files."""
    if path.suffix == ".jsonl":
        return {text.key: text.facts for text in load_sentence_set(path).texts}
    if not path.is_dir():
        raise ReadError("not-found", f"{path} is not a folder; give the one that holds the annotation")
    return {file.stem: g.load_facts(file) for file in sorted(path.glob("*.json"))}


def first_of(path: Path, gold: GoldFolder) -> dict[str, g.GoldFacts]:
    """The first annotation: `first/` or `X.first.jsonl`, kept where gold is adjudicated; else gold itself."""
    first = _beside(path, "first")
    return load_annotation(first) if first.exists() else {text.key: text.facts for text in gold.texts}


def second_of(path: Path) -> Path | None:
    """Where the second annotation of a set lies, if it has one: `second/` of a folder, `X.second.jsonl`."""
    second = _beside(path, "second")
    return second if second.exists() else None


def _beside(path: Path, which: str) -> Path:
    return path.with_suffix(f".{which}.jsonl") if path.is_file() else path / which


def agreement(name: str, first: Mapping[str, g.GoldFacts], second: Mapping[str, g.GoldFacts]) -> Agreement:
    """Compare the texts that both have annotated; raises ReadError where there is none."""
    both = [(facts, second[key]) for key, facts in first.items() if key in second]
    if not both:
        raise ReadError("bad-gold", f"the second annotation has no text of {name}")
    lines, strict = (tuple(_lines(both, exact)) for exact in (False, True))
    return Agreement(name, len(both), lines, strict)


def _lines(both: Sequence[tuple[g.GoldFacts, g.GoldFacts]], strict: bool) -> Iterator[Line]:
    for layer in LAYERS:
        counts = [_one_way(layer, a, b, strict) + _one_way(layer, b, a, strict) for a, b in both]
        whole = sum(counts, Counts())
        if whole.f1 is not None:
            yield Line(layer, whole, f1_interval(counts))


def _one_way(layer: str, gold: g.GoldFacts, output: g.GoldFacts, strict: bool) -> Counts:
    of, agree = _LAYERS[layer]
    asked = [_plain(fact) for fact in of(gold)] if strict else of(gold)
    return match(asked, [_plain(fact) for fact in of(output)], agree).counts


def _plain(fact: Any) -> Any:
    """A fact that is not optional, with the annotator's own reading alone."""
    readings = {key: getattr(fact, key)[:1] for key in _READINGS if hasattr(fact, key)}
    return replace(fact, optional=False, **readings)


def _on_line(agree: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda a, b: a.line == b.line and agree(a, b)


def _time(a: g.GoldTime, b: g.GoldTime) -> bool:
    same_words = a.text in b.text or b.text in a.text
    return same_words and any(same_time(x, y) for x in a.values for y in b.values)


def _shared(a: Iterable[str], b: Iterable[str]) -> bool:
    return bool(set(a) & set(b))


def _figure(a: g.GoldFigure, b: g.GoldFigure) -> bool:
    return _shared(a.kinds, b.kinds) and a.value == b.value


def _statement(a: g.GoldStatement, b: g.GoldStatement) -> bool:
    if not {FORCE_GROUP[f] for f in a.forces} & {FORCE_GROUP[f] for f in b.forces}:
        return False
    speakers = owners([a.speaker]), owners([b.speaker])
    return not all(speakers) or bool(speakers[0] & speakers[1])


def _event(a: g.GoldEvent, b: g.GoldEvent) -> bool:
    return _shared(a.types, b.types)


def _event_and_actor(a: g.GoldEvent, b: g.GoldEvent) -> bool:
    doers = owners(a.actors), owners(b.actors)
    return _event(a, b) and (bool(doers[0] & doers[1]) or not any(doers))


def _accord(a: g.GoldAgreement, b: g.GoldAgreement) -> bool:
    same = owners(a.parties) == owners(b.parties) or (a.name is not None and a.name == b.name)
    return same and (not (a.date and b.date) or same_time(a.date, b.date))


def _same_surface(a: g.GoldRestoration, b: g.GoldRestoration) -> bool:
    return (a.surface, a.restored) == (b.surface, b.restored)


_READINGS = ("values", "kinds", "forces", "types")
_LAYERS: Mapping[str, tuple[Callable[[g.GoldFacts], tuple[Any, ...]], Callable[[Any, Any], bool]]] = {
    "time": (lambda facts: facts.times, _on_line(_time)),
    "restored": (lambda facts: facts.restorations, _same_surface),
    "furniture": (lambda facts: facts.furniture or (), _on_line(lambda a, b: True)),
    "figure": (lambda facts: facts.figures, _on_line(_figure)),
    "statement": (lambda facts: facts.statements, _on_line(_statement)),
    "event": (lambda facts: facts.events, _on_line(_event)),
    "event+actor": (lambda facts: facts.events, _on_line(_event_and_actor)),
    "agreement": (lambda facts: facts.agreements, _on_line(_accord)),
}
