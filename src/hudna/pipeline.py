"""The only composer: packs and lexicons to steps, a report through the steps to its analysis.

    report > read > times > mentions > quantities, credits > statements > events > denials > figures, accords

Each step is built once and called with frozen values. A step sees what the steps before it gave and nothing
else; the order below is the whole of the wiring.
"""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from hudna import __version__
from hudna.annotate.credits import CreditStep
from hudna.annotate.mentions import MentionStep
from hudna.annotate.persons import PersonStep
from hudna.annotate.provisional import ProvisionalStep
from hudna.annotate.quantities import QuantityStep
from hudna.annotate.tagged_names import with_names
from hudna.annotate.times import TimeStep
from hudna.extract.agreements import AgreementStep
from hudna.extract.completing import HEADS, Completer, wanted
from hudna.extract.denials import DenialStep
from hudna.extract.events import EventStep
from hudna.extract.figures import FigureStep
from hudna.extract.scene import Scene, scene
from hudna.extract.statements import StatementStep
from hudna.model.annotations import Abstention, Annotations
from hudna.model.assertions import Assertions, Event
from hudna.model.records import Analysis
from hudna.model.report import Published, Report
from hudna.models.tagger import Tagger
from hudna.models.tagging import NOTHING, Tags, TagStep
from hudna.packs.layout import load_known_words, load_layout
from hudna.packs.load import load_pack
from hudna.packs.number_words import CountingWords
from hudna.packs.schema import Pack
from hudna.text.reading import read
from hudna.text.segments import Layout

_LAYERS = ("text", "packs", "models", "annotate", "extract")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Every step, compiled. Build one with `load` and use it for any number of reports."""

    layout: Layout
    known_words: frozenset[str]
    times: TimeStep
    mentions: MentionStep
    persons: PersonStep
    provisional: ProvisionalStep
    quantities: QuantityStep
    credits: CreditStep
    statements: StatementStep
    events: EventStep
    denials: DenialStep
    figures: FigureStep
    agreements: AgreementStep
    versions: Mapping[str, str] = field(default_factory=dict)
    tagging: TagStep | None = None
    completer: Completer = field(default_factory=lambda: Completer({}))

    @classmethod
    def load(
        cls, packs: Sequence[str] | None = None, extra: Sequence[Path] = (), tagger: Tagger | None = None
    ) -> "Pipeline":
        """Compile the packs named (all that come with the program if None) and the folders in `extra`.

        Without a `tagger` the rules read alone.

        What is compiled lives as long as the process: the garbage collector is told not to look for it there
        (`gc.freeze`), which took a quarter of the time of loading and a sixth of that of analysis.
        """
        with _uncollected():
            return cls._compiled(load_pack(packs, extra), extra, tagger)

    @classmethod
    def _compiled(cls, pack: Pack, extra: Sequence[Path], tagger: Tagger | None) -> "Pipeline":
        mentions = MentionStep.build(pack)
        counting = CountingWords.load()
        return cls(
            load_layout(name for outlet in pack.outlets for name in outlet.names.ar),
            load_known_words(),
            TimeStep.load(),
            mentions,
            PersonStep.load(),
            ProvisionalStep.build(mentions.namer, mentions.names.adjectives),
            QuantityStep.load(counting),
            CreditStep.build(pack, mentions),
            StatementStep.load(pack.places),
            EventStep.load(),
            DenialStep.load(),
            FigureStep.load(counting),
            AgreementStep.build(pack),
            _versions(pack, extra, tagger),
            TagStep(tagger) if tagger else None,
            Completer(tagger.manifest.thresholds if tagger else {}),
        )

    def analyse(self, report: Report) -> Analysis:
        """Everything read out of one report; the same report gives the same analysis on every machine."""
        reading = read(report.text, report.title, self.layout, self.known_words)
        published, times, abstentions = self.times(reading, report.published)
        named = self.mentions(reading, published.date)
        mentions, private = self.provisional(reading, named, self.persons(reading, named))
        credits, uncredited = self.credits(reading, mentions, report.publisher)
        notes = Annotations(
            segments=reading.segments,
            restorations=reading.restorations,
            times=times,
            mentions=mentions,
            quantities=self.quantities(reading, times),
            abstentions=(*_undated(published), *abstentions, *uncredited),
            persons=private,
            credits=credits,
        )
        stage = scene(report.id, reading, notes, published)
        statements = self.statements(stage)
        syntax = self.events.syntax(stage)
        events = self.events(stage, syntax, statements)
        tags = self._tags(stage, events)
        events = self.completer.events(stage, events, statements, tags)
        events, untied = self.denials(stage, statements, events)
        figures = self.figures(stage, statements, events)
        agreements = self.agreements(stage, syntax, statements)
        hidden = self.provisional.hidden(reading, private)
        everyone = tuple(sorted((*mentions, *hidden), key=lambda m: (m.start, m.end)))
        notes = replace(notes, mentions=everyone, abstentions=(*notes.abstentions, *untied))
        notes = with_names(reading, notes, tags, self.completer.threshold("names"), self.mentions.namer)
        return Analysis(
            replace(report, published=published), notes, Assertions(statements, events, figures, agreements)
        )

    def _tags(self, stage: Scene, events: Sequence[Event]) -> Tags:
        """What the tagger says of the sentences where the rules left something open."""
        if self.tagging is None:
            return NOTHING
        return self.tagging(stage.reading, wanted(stage, events), HEADS, stage.notes.mentions)

    def analyse_all(self, reports: Iterable[Report]) -> Iterator[Analysis]:
        """Analyse reports one by one, as they come."""
        return map(self.analyse, reports)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection meanwhile, and none ever of what is made."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if collecting:
            gc.enable()


def _undated(published: Published) -> tuple[Abstention, ...]:
    return () if published.date else (Abstention("published", published.how),)


def _versions(pack: Pack, extra: Sequence[Path], tagger: Tagger | None) -> dict[str, str]:
    """What decides a reading: the program, its rules and knowledge by content, the packs chosen."""
    digest = hashlib.sha256()
    roots: list[Traversable | Path] = [files("hudna") / layer for layer in _LAYERS]
    for root in (*roots, *extra):
        for name, content in _contents(root):
            digest.update(f"{name}\0".encode() + content)
    return {
        "hudna": __version__,
        "packs": " ".join(pack.names),
        "rules": digest.hexdigest()[:16],
        "models": tagger.manifest.version if tagger else "none",
    }


def _contents(root: Traversable | Path) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(root.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry)
        elif entry.name.endswith((".py", ".yaml")):
            yield entry.name, entry.read_bytes()
