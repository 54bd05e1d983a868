"""The means of a situation report: phrases, rows as people read them, and the numbering of the evidence."""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from hudna.brief.document import Evidence, Numbers, Sentence, Table
from hudna.brief.grammar import Case, counted, is_feminine
from hudna.brief.material import Material, Names
from hudna.export.labels import Both, Labels, join, load_labels, same
from hudna.export.page_rows import Backing, PageRow, RowMaker, surroundings
from hudna.export.privacy import Privacy
from hudna.export.wording import spell_date
from hudna.model.assertions import Actor, Statement
from hudna.model.entries import Support
from hudna.model.rows import Row

LONGEST = 240
"""Characters of quoted words shown in a sentence; the whole stands in the source it is numbered to."""
NAMED = 3
"""So many names stand in a sentence; the others are counted."""
Block = Sentence | Table
_ARABIC = re.compile(r"[\u0590-\u08ff]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Rows(RowMaker):
    """Rows whose actors bear the names of the packs; who is known by the report's words alone is quoted."""

    names: Names
    withheld: Both

    def actor(self, actor: Actor, privacy: Privacy) -> Both:
        """Who; a private person is not named."""
        if actor.entity is None and privacy.hides(actor.start, actor.end):
            return self.withheld
        known = self.names.actors.get(actor.name_en or "")
        as_published = f"«{' '.join(actor.text.split())}»"
        arabic = actor.name_ar or (known.ar if known else isolated(as_published).ar)
        return Both(actor.name_en or isolated(as_published).en, arabic)


class Writer:
    """Writes sentences from rows; what a sentence rests on is numbered in the order of first use.

    Nothing but its numbering changes while it writes.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.labels = load_labels()
        self.wording = load_labels("hudna.brief", "wording.yaml")
        self._maker = _Rows(self.labels, material.names, self.wording.phrase("private-person"))
        self._numbers: dict[str, int] = {}
        self._evidence: list[Evidence] = []

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All sources cited so far, in order of their numbers."""
        return tuple(self._evidence)

    def row(self, row: Row[Any]) -> PageRow:
        """A row in words of both languages, private persons masked."""
        return self._maker.make(row, self._backing(row))

    # Evidence

    def cite(self, rows: Iterable[Row[Any]]) -> Numbers:
        """The numbers of rows, given in order of first citing; each once."""
        return tuple(dict.fromkeys(self._numbered(row.id, partial(self._source, row)) for row in rows))

    def ledger(self, what: str, command: str) -> int:
        """The number of a count of the ledger: what was counted (a phrase), and the command that lists it."""
        where = self.wording.get("counts", what)
        line = self.wording.phrase("counted-in").fill(
            where, self.material.content_hash[:16], isolated(command)
        )
        return self._numbered(f"{what} {command}", lambda n: Evidence(n, line))

    def list(self, what: str) -> int:
        """The number of a list that stands at the end of the report itself; of the ledger, where there is no
        report to list."""
        if what != "outside" and not self.material.reports:
            return self.ledger("ledger", "hudna doctor")
        return self._numbered(what, lambda n: Evidence(n, self.wording.get("counts", what)))

    def register(self, accord: str) -> int:
        """The number of an accord's entry in the register of the packs."""
        names = self.material.names
        entry = self.wording.phrase("register-entry").fill(names.accords.get(accord, same(accord)), accord)
        source = names.origins.get(accord)
        line = Both(f"{entry.en} {source}." if source else entry.en, entry.ar)
        return self._numbered(accord, lambda n: Evidence(n, line))

    def judged(self, id: str, target: str) -> int:
        """The number of a judgement."""
        line = self.wording.phrase("judged").fill(id[:8], target[:8])
        return self._numbered(id, lambda n: Evidence(n, line))

    def _numbered(self, key: str, make: Callable[[int], Evidence]) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._evidence.append(make(self._numbers[key]))
        return self._numbers[key]

    def _source(self, row: Row[Any], number: int) -> Evidence:
        words = self.row(row).words
        line = self.labels.phrase("line").fill(words.line)
        outlet = isolated(row.publisher) if row.publisher else words.outlet
        where = join([outlet, words.published, line, same(words.report)])
        before, after = self._around(row)
        return Evidence(number, where, _one_line(words.text), before, after, row.uri)

    def _around(self, row: Row[Any]) -> tuple[str, str]:
        """What surrounds the words of a row, with dots where a line is cut."""
        words, text = self.row(row).words, self._backing(row).text
        low, high = surroundings(text, row.start, row.end)
        cut_before = words.before and text[max(0, low - 1) : low] not in ("", "\n")
        cut_after = words.after and text[high : high + 1] not in ("", "\n")
        before, after = _one_line(words.before), _one_line(words.after)
        return ("… " if cut_before else "") + before, after + (" …" if cut_after else "")

    # Words

    def phrase(self, name: str, *values: Both | str | int) -> Both:
        """A phrase of wording.yaml with its blanks filled."""
        return self.wording.phrase(name).fill(*values)

    def sentence(
        self, phrase: str, *values: Both | str | int, rows: Iterable[Row[Any]] = (), counts: Numbers = ()
    ) -> Sentence:
        """A phrase of wording.yaml with its blanks filled, resting on rows and on counts of the ledger."""
        return Sentence(begun(self.phrase(phrase, *values)), (*self.cite(rows), *counts))

    def word(self, table: str, code: str) -> Both:
        """A word of wording.yaml; a code without one stands for itself."""
        return self.wording.get(table, code)

    def verb(self, table: str, code: str, who: Sequence[Both]) -> Both:
        """A verb that agrees in Arabic with the first of those it is said of."""
        feminine = bool(who) and is_feminine(who[0].ar, who[0].ar in self.material.names.countries)
        return self.wording.get(f"{table}-{'feminine' if feminine else 'masculine'}", code)

    def some(self, number: int, noun: str) -> Both:
        """A number with its noun after a colon, where «none» stands better than «no days»."""
        return counted(number, noun) if number else self.wording.phrase("none-of-them")

    def several(self, names: Sequence[Both], case: Case = "subject") -> Both:
        """Names in a row, at most `NAMED` of them, each once; the others are counted."""
        distinct = list(dict.fromkeys(names))
        shown, rest = distinct[:NAMED], len(distinct) - NAMED
        if rest > 0:
            shown.append(counted(rest, "source", case))
        if len(shown) == 1:
            return shown[0]
        head, last = shown[:-1], shown[-1]
        arabic = " و".join(name.ar for name in shown)
        return Both(f"{', '.join(name.en for name in head)} and {last.en}", arabic)

    def actors(self, row: Row[Any], actors: Sequence[Actor]) -> tuple[Both, ...]:
        """Actors of a row, each once, private persons not named."""
        return self._maker.actors(actors, self._backing(row).privacy)

    def speakers(self, row: Row[Any]) -> tuple[Both, ...]:
        """Who says what a row tells; that nobody is named, where nobody is."""
        said = self._backing(row).statements.get(row.assertion.said_by or "")
        if said is None or not said.speakers:
            return (self.labels.phrase("unnamed-speaker"),)
        return self.actors(row, said.speakers)

    def tellers(self, row: Row[Any]) -> tuple[Both, ...]:
        """Who says what a row tells; the outlet, where the report tells it in its own voice."""
        if isinstance(row.assertion, Statement) or row.assertion.said_by is None:
            return (isolated(row.publisher) if row.publisher else self.labels.phrase("unknown-outlet"),)
        return self.speakers(row)

    def reports_of(self, rows: Sequence[Row[Any]]) -> Both:
        """«a report of X», «reports of X and Y»; of no outlet where none is named."""
        several = "reports" if len({row.report for row in rows}) > 1 else "report"
        outlets = [isolated(row.publisher) for row in rows if row.publisher]
        if not outlets:
            return self.phrase(f"{several}-of-none")
        return self.phrase(f"{several}-of", self.several(outlets, "of"))

    def quoted(self, row: Row[Any]) -> Both:
        """The words of a row with what surrounds them, in quotation marks."""
        before, after = self._around(row)
        return isolated(f"«{shortened(' '.join((before, self.row(row).words.text, after)))}»")

    def side(self, code: str) -> Both:
        """A party by its code: a group by its name, a state as one, a part of it as country and sector."""
        if not code:
            return self.wording.phrase("unknown-side")
        known = self.material.names.sides.get(code)
        country, _, sector = code.partition(".")
        whole = self.material.names.sides.get(country)
        if known is not None and not sector:
            return self.phrase("state", known)
        if known is not None or whole is None:
            return known or same(code)
        return self.phrase("part-of", whole, self.wording.get("sectors", sector))

    def support(self, given: Support, rows: Sequence[Row[Any]]) -> Both:
        """«3 reports, 2 outlets, one independent origin»; reports without a named outlet are of none."""
        outlets = len({row.publisher for row in rows if row.publisher})
        told = [counted(given.reports, "report")]
        told.append(counted(outlets, "outlet") if outlets else self.wording.phrase("no-outlet"))
        told.append(counted(len(given.origins), "origin"))
        return join(told)

    def date(self, edtf: str | None) -> Both:
        """A date in words, or that none is stated."""
        return spell_date(edtf, self.labels) if edtf else self.labels.phrase("no-date")

    def on(self, edtf: str) -> Both:
        """A date as an adverb: «on 9 January 2020», «in 2019», «from … to …»."""
        since, slash, until = edtf.partition("/")
        if slash:
            if until in ("", ".."):
                return self.phrase("since", self.date(since))
            if since in ("", ".."):
                return self.phrase("until", self.date(until))
            return self.phrase("from-to", self.date(since), self.date(until))
        day = len(edtf) >= len("2020-01-09") and edtf[:4].isdigit()
        if not day and not edtf[:4].isdigit():
            return self.phrase("in-brackets", self.date(edtf))
        return self.phrase("on-day" if day else "in-time", self.date(edtf))

    def days(self, days: Iterable[str]) -> Both:
        """Days in order, those that follow one another put together."""
        found = [datetime.date.fromisoformat(day) for day in days]
        runs = [
            [day for _, day in run]
            for _, run in groupby(enumerate(found), lambda one: one[1] - datetime.timedelta(days=one[0]))
        ]
        return join([self._run(run[0], run[-1]) for run in runs], "; ", "؛ ")

    def _run(self, first: datetime.date, last: datetime.date) -> Both:
        if first == last:
            return self.date(first.isoformat())
        if (first.year, first.month) == (last.year, last.month):
            month = self.date(last.isoformat()[:7])
            if last.day == first.day + 1:
                return Both(f"{first.day} and {last.day} {month.en}", f"{first.day} و{last.day} {month.ar}")
            return Both(f"{first.day}–{last.day} {month.en}", f"من {first.day} إلى {last.day} {month.ar}")
        return self.phrase("from-to", self.date(first.isoformat()), self.date(last.isoformat()))

    def words(self, row: PageRow) -> Both:
        """The words of a row in quotation marks, cut at a blank where they are long."""
        return isolated(f"«{shortened(row.content or row.words.text)}»")

    def place(self, place: Both | None) -> Both:
        """Where, with the preposition its name asks for; that no place is stated, where there is none."""
        if place is None:
            return self.phrase("in-brackets", self.labels.phrase("no-place"))
        english, arabic = place.en.partition(" ")[0], place.ar.partition(" ")[0]
        en, ar = self.wording.tables["places-at"].get(english), self.wording.tables["places-at"].get(arabic)
        known = self.wording.phrase("in-place")
        return Both((en or known).en.format(place.en), (ar or known).ar.format(place.ar))

    def _backing(self, row: Row[Any]) -> Backing:
        return self.material.backings[row.report]


def isolated(text: str) -> Both:
    """A text that the direction of the sentence around it must not mix up: Arabic in English and the other
    way round, between the marks of Unicode's bidirectional algorithm (UAX 9, rules X5c and X6a)."""
    apart = f"\u2068{text}\u2069"
    return Both(apart if _ARABIC.search(text) else text, apart if _LATIN.search(text) else text)


def begun(sentence: Both) -> Both:
    """A sentence whose English begins with a capital, whatever name it begins with."""
    return Both(sentence.en[:1].upper() + sentence.en[1:], sentence.ar)


def shortened(text: str) -> str:
    """A text on one line of at most `LONGEST` characters and an ellipsis."""
    line = _one_line(text)
    return line if len(line) <= LONGEST else line[: line.rfind(" ", 0, LONGEST)] + " …"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def listed(parts: Sequence[Both], labels: Labels, empty: str) -> Both:
    """Phrases in a row, or the phrase that there are none."""
    return join(list(parts)) if parts else labels.phrase(empty)
