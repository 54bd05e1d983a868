"""The rows of the page as plain words, private persons masked; what the template prints and nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hudna.export.labels import Both, Labels, join, same
from hudna.export.privacy import Privacy
from hudna.export.wording import actor_name, amount, place_name, spell_date
from hudna.model.assertions import Actor, AgreementMention, Event, Figure, Place, Statement
from hudna.model.filters import date_bounds
from hudna.model.rows import Row

_CONTEXT = 70
"""Characters of context shown on either side of short words."""
_ENOUGH = 120
"""Words longer than this need no context."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a row and where they stand; `anchor` is the id of the place in the report's text.

    `before` and `after` are what surrounds short words on their line, cut at a blank.
    """

    text: str
    before: str
    after: str
    anchor: str
    outlet: Both
    published: Both
    line: int
    start: int
    report: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row: `id` is its anchor, `kind` event, figure, agreement or statement; `date` EDTF.

    `first` and `last` are the days the date may stand for, empty if unknown; `review` is what a person said
    of it («rejected»), empty where nobody has. What a kind has no use for is None or empty.
    """

    id: str
    kind: str
    type: Both
    code: str
    status: str
    words: Words
    said_by: Both | None
    date: str | None
    spelled: Both | None
    first: str
    last: str
    publisher: str
    mode: Both | None = None
    actors: tuple[Both, ...] = ()
    recipients: tuple[Both, ...] = ()
    place: Both | None = None
    value: Both | None = None
    population: Both | None = None
    since: Both | None = None
    until: Both | None = None
    force_from: Both | None = None
    name: str | None = None
    terms: tuple[str, ...] = ()
    content: str | None = None
    quoted: bool = False
    review: str = ""


@dataclass(frozen=True, slots=True)
class Backing:
    """What the rows of one report need from it: its statements by id, its names to hide, its text."""

    text: str
    statements: dict[str, Statement]
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Turns rows of a ledger into rows of the page."""

    labels: Labels

    def make(self, row: Row[Any], backing: Backing) -> PageRow:
        """One row; `backing` is of the row's report."""
        made = _MAKERS[type(row.assertion)](self, row.assertion, row, backing)
        assert isinstance(made, PageRow)
        return made

    def words(self, row: Row[Any], backing: Backing, start: int, end: int) -> Words:
        """The words `[start, end)` of the row's report."""
        date = row.published.date
        unknown = self.labels.phrase
        low, high = surroundings(backing.text, start, end)
        return Words(
            text=backing.privacy.slice(backing.text, start, end),
            before=backing.privacy.slice(backing.text, low, start),
            after=backing.privacy.slice(backing.text, end, high),
            anchor=f"r-{row.report}-{start}",
            outlet=same(row.publisher) if row.publisher else unknown("unknown-outlet"),
            published=spell_date(date, self.labels) if date else unknown("unknown-date"),
            line=row.line,
            start=start,
            report=row.report[:8],
        )

    def actor(self, actor: Actor, privacy: Privacy) -> Both:
        """Who; a private person is not named."""
        if actor.entity is None and privacy.hides(actor.start, actor.end):
            return self.labels.phrase("private-person")
        return actor_name(actor)

    def actors(self, actors: Sequence[Actor], privacy: Privacy) -> tuple[Both, ...]:
        """Several, each once."""
        return tuple(dict.fromkeys(self.actor(a, privacy) for a in actors))

    def place(self, place: Place | None) -> Both | None:
        """Where, or None."""
        return place_name(place) if place else None

    def said_by(self, statement: str | None, backing: Backing) -> Both:
        """Who says so and through whom: «X, via Y», or the report itself."""
        if statement is None:
            return self.labels.phrase("own-voice")
        said = backing.statements.get(statement)
        if said is None or not (said.speakers or said.chain):
            return self.labels.phrase("unnamed-speaker")
        speakers = join(list(self.actors(said.speakers, backing.privacy)))
        if not said.speakers:
            speakers = self.labels.phrase("unnamed-speaker")
        chain = self.actors(said.chain, backing.privacy)
        if not chain:
            return speakers
        return join([speakers, self.labels.phrase("via").fill(join(list(chain)))])

    def spelled(self, edtf: str | None) -> Both | None:
        """A date in words, or None."""
        return spell_date(edtf, self.labels) if edtf else None

    def common(self, row: Row[Any], backing: Backing, date: str | None, status: str | None) -> dict[str, Any]:
        """What every kind of row has."""
        first, last = date_bounds(date)
        return {
            "id": f"{row.assertion.KIND[0]}-{row.id}",
            "kind": row.assertion.KIND,
            "status": status or "",
            "words": self.words(row, backing, row.start, row.end),
            "date": date,
            "spelled": self.spelled(date),
            "first": first or "",
            "last": last or "",
            "publisher": row.publisher or "",
        }


def surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """How far the context of short words reaches: on their line, about `_CONTEXT` characters a side."""
    low = max(text.rfind("\n", 0, start) + 1, 0)
    high = text.find("\n", end)
    high = len(text) if high == -1 else high
    if end - start > _ENOUGH:
        return start, end
    if start - low > _CONTEXT:
        low = max(text.find(" ", start - _CONTEXT, start), start - _CONTEXT)
    if high - end > _CONTEXT:
        cut = text.rfind(" ", end, end + _CONTEXT)
        high = cut if cut != -1 else end + _CONTEXT
    return low, high


def _event(maker: RowMaker, event: Event, row: Row[Any], backing: Backing) -> PageRow:
    return PageRow(
        **maker.common(row, backing, event.date, event.status),
        type=maker.labels.get("events", event.type),
        code=f"{event.type}/{event.mode}" if event.mode else event.type,
        mode=maker.labels.get("modes", event.mode) if event.mode else None,
        said_by=maker.said_by(event.said_by, backing),
        actors=maker.actors(event.actors, backing.privacy),
        recipients=maker.actors(event.recipients, backing.privacy),
        place=maker.place(event.place),
    )


def _figure(maker: RowMaker, figure: Figure, row: Row[Any], backing: Backing) -> PageRow:
    scope = figure.since if figure.since == figure.until else f"{figure.since or '..'}/{figure.until or '..'}"
    return PageRow(
        **maker.common(row, backing, None if scope == "../.." else scope, figure.status),
        type=maker.labels.get("figures", figure.kind),
        code=figure.kind,
        said_by=maker.said_by(figure.said_by, backing),
        actors=maker.actors(figure.perpetrators, backing.privacy),
        place=maker.place(figure.place),
        value=amount(figure, maker.labels),
        population=_counted(maker, figure, backing),
        since=maker.spelled(figure.since),
        until=maker.spelled(figure.until),
    )


def _counted(maker: RowMaker, figure: Figure, backing: Backing) -> Both | None:
    """Of whom or of what, where the words say more than «people»."""
    if figure.population is None and figure.unit in (None, "person", "other_person"):
        return None
    return maker.labels.get("counted", backing.privacy.other(figure.population or figure.unit or ""))


def _agreement(maker: RowMaker, found: AgreementMention, row: Row[Any], backing: Backing) -> PageRow:
    return PageRow(
        **maker.common(row, backing, found.date or found.in_force_from, found.status),
        type=maker.labels.get("records", "agreement"),
        code=found.agreement or "",
        said_by=maker.said_by(found.said_by, backing),
        actors=maker.actors(found.parties, backing.privacy),
        place=maker.place(found.place),
        since=maker.spelled(found.date),
        force_from=maker.spelled(found.in_force_from),
        name=backing.privacy.other(found.name or "") or None,
        terms=tuple(backing.privacy.other(term) for term in found.terms),
    )


def _statement(maker: RowMaker, said: Statement, row: Row[Any], backing: Backing) -> PageRow:
    content = backing.privacy.slice(backing.text, said.content.start, said.content.end)
    return PageRow(
        **maker.common(row, backing, said.date, None),
        type=maker.labels.get("forces", said.force),
        code=said.force,
        said_by=None,
        mode=maker.labels.get("channels", said.channel) if said.channel else None,
        actors=maker.actors(said.speakers, backing.privacy) or (maker.labels.phrase("unnamed-speaker"),),
        recipients=maker.actors(said.addressees, backing.privacy),
        since=maker.labels.phrase("via").fill(join(list(maker.actors(said.chain, backing.privacy))))
        if said.chain
        else None,
        content=content,
        quoted=said.quoted,
    )


_MAKERS: dict[type, Any] = {
    Event: _event,
    Figure: _figure,
    AgreementMention: _agreement,
    Statement: _statement,
}
