"""The means of a situation report: phrases, rows as people read them, and the numbering of the evidence."""

from collections.abc import Iterable, Sequence
from typing import Any

from hudna.brief.document import Evidence, Sentence
from hudna.brief.material import Material
from hudna.export.labels import Both, Labels, join, load_labels, same
from hudna.export.page_rows import Backing, PageRow, RowMaker
from hudna.export.wording import spell_date
from hudna.model.assertions import Actor
from hudna.model.rows import Row

LONGEST = 240
"""Characters of quoted words shown in a sentence; the whole stands in the source it is numbered to."""


class Writer:
    """Writes sentences from rows; what a sentence rests on is numbered in the order of first use.

    Nothing but its numbering changes while it writes.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.labels = load_labels()
        self.wording = load_labels("hudna.brief", "wording.yaml")
        self._maker = RowMaker(self.labels)
        self._numbers: dict[str, int] = {}
        self._evidence: list[Evidence] = []

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All sources cited so far, in order of their numbers."""
        return tuple(self._evidence)

    def row(self, row: Row[Any]) -> PageRow:
        """A row in words of both languages, private persons masked."""
        return self._maker.make(row, self._backing(row))

    def cite(self, rows: Iterable[Row[Any]]) -> tuple[int, ...]:
        """The numbers of rows, given in order of first citing; each once."""
        return tuple(dict.fromkeys(self._cite(row) for row in rows))

    def sentence(self, phrase: str, *values: Both | str | int, rows: Iterable[Row[Any]] = ()) -> Sentence:
        """A phrase of wording.yaml with its blanks filled, resting on rows."""
        return Sentence(self.wording.phrase(phrase).fill(*values), self.cite(rows))

    def actors(self, row: Row[Any], actors: Sequence[Actor]) -> tuple[Both, ...]:
        """Actors of a row, each once, private persons not named."""
        return self._maker.actors(actors, self._backing(row).privacy)

    def side(self, code: str) -> Both:
        """A party by its code: a group by its name, a part of a state as its country and sector."""
        known = self.material.names.sides.get(code)
        country, _, sector = code.partition(".")
        whole = self.material.names.sides.get(country)
        if known is not None or whole is None:
            return known or same(code)
        return self.wording.phrase("part-of").fill(whole, self.wording.get("sectors", sector))

    def word(self, table: str, code: str) -> Both:
        """A word of wording.yaml; a code without one stands for itself."""
        return self.wording.get(table, code)

    def date(self, edtf: str | None) -> Both:
        """A date in words, or that none is stated."""
        return spell_date(edtf, self.labels) if edtf else self.labels.phrase("no-date")

    def words(self, row: PageRow) -> Both:
        """The quoted words of a row, cut at a blank where they are long."""
        return same(shortened(row.content or row.words.text))

    def _backing(self, row: Row[Any]) -> Backing:
        return self.material.backings[row.report]

    def _cite(self, row: Row[Any]) -> int:
        if row.id not in self._numbers:
            self._numbers[row.id] = len(self._numbers) + 1
            self._evidence.append(self._source(row))
        return self._numbers[row.id]

    def _source(self, row: Row[Any]) -> Evidence:
        words = self.row(row).words
        line = self.labels.phrase("line").fill(words.line)
        where = join([words.outlet, words.published, line, same(words.report)])
        return Evidence(self._numbers[row.id], " ".join(words.text.split()), where, row.uri)


def shortened(text: str) -> str:
    """A text on one line of at most `LONGEST` characters and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: line.rfind(" ", 0, LONGEST)] + " …"


def listed(parts: Sequence[Both], labels: Labels, empty: str) -> Both:
    """Phrases in a row, or the phrase that there are none."""
    return join(list(parts)) if parts else labels.phrase(empty)
