"""What the ledger concludes from claims: entries, each resting on assertions and links by id.

An entry is made anew from assertions, links and judgements whenever it is asked for; the same ledger gives
the same entries. Its id is the smallest id of what it is made of, so that it stays while others join it.
"""

from dataclasses import dataclass
from typing import Literal

from hudna.model.assertions import Actor
from hudna.model.judgement import State
from hudna.model.links import Link, Verdict

OriginKind = Literal["source", "copies", "report"]
HandRole = Literal["outlet", "agency", "relay", "speaker", "document"]


@dataclass(frozen=True, slots=True)
class Hand:
    """One of those a claim came through.

    `name` is as the report or its metadata give it, `entity`, `code`, `name_ar`, `name_en` what a pack knows.
    `start` and `end` are the words of the report that name it; None where `metadata` does (the publisher).
    `named` tells a source that others can be told to share from «a military source». `credited` is one that
    the page credits with the whole report («(رويترز)»), not with this claim; `judged` one that a person put
    in place of what was read, at no words of the report. A document's name is its kind
    («statement») and its words those that speak of it.
    """

    role: HandRole
    name: str
    words: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    code: str | None = None
    name_ar: str | None = None
    name_en: str | None = None
    named: bool = True
    credited: bool = False
    judged: bool = False

    @property
    def metadata(self) -> bool:
        """Whether the report's metadata name it, not its words."""
        return self.start is None and not self.judged


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom a claim reached the reader, nearest first: outlet, agency, speaker, document."""

    assertion: str
    report: str
    hands: tuple[Hand, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that count once: they name one source for the claim, or copy one another, or it is one report.

    `name` is the source as a report names it, None for an unnamed one; `why` is one sentence a language.
    """

    kind: OriginKind
    name: str | None
    reports: tuple[str, ...]
    why_ar: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Support:
    """How many say it: reports, outlets, independent origins; `possibly_one` are groups of origins (their
    first reports) that share a run of words without naming a source."""

    reports: int
    outlets: int
    origins: tuple[Origin, ...]
    possibly_one: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports that are near-copies of one another, first publication first."""

    id: str
    reports: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that is said to have happened, told by one or more events.

    `events` are ids in order of publication; values are those most origins give, None where none is stated;
    `dates` and `places` are all that are stated. `background` are the tellings that only recall it.
    """

    id: str
    events: tuple[str, ...]
    type: str
    mode: str | None
    date: str | None
    dates: tuple[str, ...]
    place: str | None
    places: tuple[str, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    background: tuple[str, ...]
    links: tuple[Link, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims that cannot both hold (contradiction) or hardly can (tension); `about` says in what.

    `left` was published first. `left_also` and `right_also` are other claims that say the same as each, by
    day of publication; `id` is that of the link between the two.
    """

    id: str
    about: Literal["denial", "date", "actor", "place", "figure", "speaker"]
    verdict: Verdict
    left: str
    right: str
    link: Link
    state: State = "open"
    left_also: tuple[str, ...] = ()
    right_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """One date given for an accord: which of its dates, and by whom.

    `by` is the actor code of who gives it, None for the register's own or an outlet's voice; `assertion` is
    the mention that states it, None for the register.
    """

    of: Literal["signed", "effective", "ended"]
    date: str
    by: str | None
    assertion: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of a day since one start of an accord, the first day being 1; None where the start is not
    known to the day."""

    start: Stated
    day: int | None


@dataclass(frozen=True, slots=True)
class InForce:
    """An accord on one day. `starts` are those by which it is in force; `sure` where no start and no end
    given for it says otherwise; `ends` are all ends given, empty where none is on record."""

    agreement: str
    day: str
    sure: bool
    starts: tuple[Counted, ...]
    ends: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """What may breach an accord, never a finding.

    `basis` tells why it stands here: place, date, type and actor of an event fall under a clause (`terms`),
    or a speaker calls it a breach (`called`). `record` is the event, or where no act is told the mention of
    the accord said to be breached; `term` the kind of clause, None where none is named. `alleged_by` are who
    says so (empty: the report itself), `via` who relays them; `answers` are records in which the accused side
    denies or confirms.
    """

    record: str
    agreement: str
    term: str | None
    basis: Literal["terms", "called"]
    date: str | None
    place: str | None
    kind: str
    alleged_by: tuple[Actor, ...]
    via: tuple[Actor, ...]
    against: tuple[Actor, ...]
    answer: Literal["confirms", "denies", "silent"]
    answers: tuple[str, ...]
    date_certain: bool
    place_certain: bool
