"""A file of annotated sentences as a gold folder: each sentence a report with its facts on their lines.

An event told as background is optional: whoever finds it is right, whoever leaves it out misses no news. So
is a figure in vague words, which has no number.
"""

from collections.abc import Iterable
from pathlib import Path

from hudna.evaluation import gold as g
from hudna.evaluation.folder import GoldFolder, GoldText, load_folder
from hudna.model.errors import ReadError
from hudna.model.lines import Lines
from hudna.sources.content import arabic
from hudna.sources.given import Given, report
from hudna.training.sentences import Accord, Count, Deed, Saying, Sentence, Who, load_sentences

COUNTRIES = {
    "SYR": "Syria",
    "YEM": "Yemen",
    "LBY": "Libya",
    "SDN": "Sudan",
    "PSE": "Palestine",
    "ISR": "Israel",
    "LBN": "Lebanon",
    "IRQ": "Iraq",
}
"""Names of the countries of the conflicts, as the index of the reports spells them."""


def load_gold(path: Path, texts: Path | None = None) -> GoldFolder:
    """A gold folder, or the sentences of a `.jsonl` file; raises ReadError («bad-gold», «not-found»)."""
    return load_sentence_set(path) if path.suffix == ".jsonl" else load_folder(path, texts)


def load_sentence_set(path: Path) -> GoldFolder:
    """The sentences of a file as gold texts; raises ReadError («bad-gold», «not-found»)."""
    texts = tuple(gold_text(sentence) for sentence in load_sentences(path))
    if not texts:
        raise ReadError("bad-gold", f"{path} holds no sentence")
    return GoldFolder(f"{path.resolve().parent.name}-{path.stem}", texts)


def gold_text(sentence: Sentence) -> GoldText:
    """One sentence as a report with its gold facts."""
    given = Given(published=sentence.published, how="given beside the text")
    groups = (
        ("country", COUNTRIES.get(sentence.country, "elsewhere")),
        ("outlet", sentence.genre),
        ("subject", sentence.topic),
        *(("style", style) for style in sentence.style),
    )
    text = report(sentence.id, sentence.text, arabic(sentence.text), given)
    return GoldText(sentence.id, text, facts(sentence), groups, sentence.published)


def facts(sentence: Sentence) -> g.GoldFacts:
    """What is annotated in a sentence, as the scorer asks for it."""
    lines = Lines(sentence.text)
    return g.GoldFacts(
        published=sentence.published,
        times=tuple(
            g.GoldTime(lines.number(t.words.start), t.words.text, (t.value, *t.accept), t.optional)
            for t in sentence.times
        ),
        furniture=None,
        names=tuple(
            g.GoldName(lines.number(n.words.start), n.words.start, n.words.end, n.words.text, n.type)
            for n in sentence.names
        ),
        restorations=tuple(g.GoldRestoration(surface, meant) for surface, meant in sentence.restored),
        figures=tuple(_figure(count, lines) for count in sentence.figures),
        statements=tuple(_statement(saying, lines) for saying in sentence.statements),
        events=tuple(_event(deed, lines) for deed in sentence.events),
        agreements=tuple(_agreement(accord, lines) for accord in sentence.agreements),
    )


def _codes(people: Iterable[Who]) -> tuple[str, ...]:
    return tuple(who.code for who in people if who.code)


def _figure(count: Count, lines: Lines) -> g.GoldFigure:
    return g.GoldFigure(
        line=lines.number(count.words.start),
        kinds=(count.kind, *count.accept),
        value=count.value,
        bound=count.bound,
        since=count.since,
        status=count.status,
        perpetrators=count.perpetrators,
        optional=count.optional or count.value is None,
        until=count.until,
        place=count.place,
        population=count.population,
    )


def _statement(saying: Saying, lines: Lines) -> g.GoldStatement:
    words = saying.cue or (saying.speakers[0].words if saying.speakers else None) or saying.content
    line = lines.number(words.start) if words else 1
    forces = (saying.force, *saying.accept)
    return g.GoldStatement(line, "+".join(_codes(saying.speakers)) or None, forces, saying.optional)


def _event(deed: Deed, lines: Lines) -> g.GoldEvent:
    background = deed.status == "background"
    return g.GoldEvent(
        line=lines.number(deed.trigger.start),
        types=(deed.type, *deed.accept),
        actors=_codes(deed.actors),
        optional=deed.optional or background,
        recipients=_codes(deed.recipients),
        mode=deed.mode,
        place=deed.place.name_en if deed.place else None,
        date=deed.date,
        status=None if background else deed.status,
    )


def _agreement(accord: Accord, lines: Lines) -> g.GoldAgreement:
    line = lines.number(accord.words.start)
    return g.GoldAgreement(line, accord.name, accord.parties, accord.date, accord.optional)
