"""Two plain comparators, so that resolving is tested without the knowledge of the real ones."""

from dataclasses import dataclass

from hudna.compose.resolution import RecordKind
from hudna.model.assertions import Event
from hudna.model.links import Feature, Link
from hudna.model.rows import Document, Row


@dataclass
class SameDay:
    """Events of one day are the same."""

    step: str = "days/1"
    kinds: tuple[RecordKind, ...] = ("event",)

    def keys(self, row: Row[Event]) -> tuple[str, ...]:
        return (row.assertion.date,) if row.assertion.date else ()

    def compare(self, left: Row[Event], right: Row[Event]) -> Link | None:
        assert left.id < right.id
        if left.report == right.report:
            return None
        date = left.assertion.date or ""
        assert date == right.assertion.date
        feature = Feature("date", date, date, 1.0, "اليوم نفسه", "the same day")
        return Link("event", left.id, right.id, "same", 1.0, (feature,), self.step)


@dataclass
class SameLength:
    """Reports of one length are copies."""

    step: str = "lengths/1"
    kinds: tuple[RecordKind, ...] = ("report",)

    def keys(self, document: Document) -> tuple[str, ...]:
        return (str(len(document.text)),)

    def compare(self, left: Document, right: Document) -> Link | None:
        return Link("copy", left.id, right.id, "same", 1.0, (), self.step)
