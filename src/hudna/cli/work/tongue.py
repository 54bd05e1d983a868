"""The language of a list: names, reasons and headings in English or Arabic; codes as words in Arabic."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from hudna.cli.work import cells
from hudna.export.labels import Both, Labels, load_labels
from hudna.export.wording import amount
from hudna.model.assertions import Actor, Event, Figure, Place, Statement
from hudna.model.entries import Support
from hudna.model.links import Link

Lang = Literal["en", "ar"]
T = TypeVar("T")
Columns = Sequence[tuple[str, Callable[[T], str]]]


@dataclass(frozen=True, slots=True)
class Tongue:
    """English shows the codes of the records, which filters take; Arabic the words for them."""

    lang: Lang
    labels: Labels

    def both(self, text: Both) -> str:
        """The text in this language."""
        return text.ar if self.lang == "ar" else text.en

    def word(self, english: str) -> str:
        """A heading or a value of a list; what has no translation stands for itself."""
        known = self.labels.tables["lists"].get(english)
        return self.both(known) if known else english

    def code(self, table: str, code: str) -> str:
        """A code of a record, in Arabic its label."""
        return self.labels.get(table, code).ar if self.lang == "ar" and code else code

    def columns(self, columns: Columns[T]) -> Columns[T]:
        """Columns with their headings."""
        return tuple((self.word(name), value) for name, value in columns)

    def names(self, actors: Sequence[Actor]) -> str:
        """Several actors, each once; empty if nobody is named."""
        if self.lang == "en":
            return cells.names(actors)
        return "، ".join(dict.fromkeys(actor.name_ar or actor.text for actor in actors))

    def speakers(self, statement: Statement) -> str:
        """Who says it and through whom: «X via Y»."""
        if self.lang == "en":
            return cells.speakers(statement)
        said = self.names(statement.speakers) or self.labels.phrase("unnamed-speaker").ar
        return f"{said} عبر {self.names(statement.chain)}" if statement.chain else said

    def sides(self, actors: Sequence[Actor], recipients: Sequence[Actor]) -> str:
        """«actors → recipients»; a side nobody is named on stays «?»."""
        if not actors and not recipients:
            return ""
        arrow = "←" if self.lang == "ar" else "→"
        return f"{self.names(actors) or '?'} {arrow} {self.names(recipients) or '?'}"

    def place(self, where: Place | None) -> str:
        """A place, or empty."""
        if self.lang == "en" or where is None:
            return cells.place(where)
        return where.name_ar or where.text

    def act(self, type: str, mode: str | None) -> str:
        """`ASSAULT/aerial`; in Arabic the type with its means in brackets."""
        if self.lang == "en":
            return f"{type}/{mode}" if mode else type
        called = self.code("events", type)
        return f"{called} ({self.code('modes', mode)})" if mode else called

    def telling(self, event: Event) -> str:
        """The status of an event, and whether it is told again or only recalled."""
        marks = ["again"] * (event.repeats is not None) + ["background"] * event.background
        status = self.code("status", event.status)
        return f"{status} ({', '.join(map(self.word, marks))})" if marks else status

    def statuses(self, events: Iterable[Event | Figure]) -> str:
        """«reported 3, denied 1»; the number is left out where there is one telling."""
        found = Counter(event.status for event in events)
        shown = [(self.code("status", status), number) for status, number in found.items()]
        return ", ".join(f"{status} {number}" if found.total() > 1 else status for status, number in shown)

    def value(self, figure: Figure) -> str:
        """A number with its bound."""
        return cells.value(figure) if self.lang == "en" else amount(figure, self.labels).ar

    def scope(self, figure: Figure) -> str:
        """The stretch a figure counts over."""
        return cells.scope(figure)

    def counted(self, figure: Figure) -> str:
        """Of whom."""
        of = figure.population or figure.unit or ""
        return self.code("counted", of)

    def support(self, given: Support) -> str:
        """«3 reports, 2 outlets, 2 origins»."""
        parts = ((given.reports, "report"), (given.outlets, "outlet"), (len(given.origins), "origin"))
        if self.lang == "ar":
            return "، ".join(f"{self.word(name)}: {number}" for number, name in parts)
        return ", ".join(f"{number} {name}{'s' * (number != 1)}" for number, name in parts)

    def reasons(self, link: Link) -> str:
        """What speaks for and against, each with its weight where it has one."""
        told = [(f.ar if self.lang == "ar" else f.en, f.weight) for f in link.features if f.name != "base"]
        return "; ".join(f"{reason} {weight:+.1f}" if weight else reason for reason, weight in told)


@cache
def tongue(lang: Lang = "en") -> Tongue:
    """The words of a language."""
    return Tongue(lang, load_labels())
