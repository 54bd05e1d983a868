"""Rows made by hand: tellings, figures, mentions of accords and statements, with what a test needs."""

from functools import lru_cache
from typing import Any

from hudna.ledger.comparators import load_lore
from hudna.ledger.scenes import Lore, Scene, scene, scenes
from hudna.ledger.scopes import Count, counts
from hudna.model.annotations import Span
from hudna.model.assertions import Actor, AgreementMention, Assertion, Event, Figure, Place, Statement
from hudna.model.report import Published
from hudna.model.rows import Row
from hudna.packs.load import load_pack

ARMY = Actor("قوات النظام", 0, 11, "group/syria/government-forces", "SYR.MIL", "Syrian government forces")
RUSSIA = Actor("روسيا", 0, 5, "country/rus", "RUS", "Russia")
MINISTRY = Actor("وزارة الدفاع الروسية", 0, 5, "body/russia/mod", "RUS.MIL", "Ministry of Defence (Russia)")
TURKEY = Actor("تركيا", 0, 5, "country/tur", "TUR", "Turkey")
FACTIONS = Actor("الفصائل", 0, 5, "group/syria/opposition-factions", "SYR.REB", "Armed opposition factions")
HTS = Actor("الهيئة", 0, 5, "group/syria/hts", "SYR.HTS", "HTS")
GUNMEN = Actor("مسلحون", 0, 6)

SARAQIB = Place("سراقب", 0, 5, "place/sy/saraqib", "Saraqib", "سراقب", 35.86, 36.8, "point")
MAARAT = Place(
    "معرة النعمان", 0, 5, "place/sy/maarrat-al-numan", "Maarat al-Numan", None, 35.64, 36.67, "point"
)
IDLIB = Place("إدلب", 0, 4, "place/sy/idlib", "Idlib", "إدلب", 35.83, 36.63, "region")
ALEPPO = Place("حلب", 0, 4, "place/sy/aleppo", "Aleppo", "حلب", 36.2, 37.16, "point")


@lru_cache(maxsize=1)
def lore() -> Lore:
    """The packs of the program."""
    return load_lore(load_pack())


def row(
    assertion: Assertion, words: str = "قصف", published: str | None = "2020-02-17", line: int = 1
) -> Row[Any]:
    """A row of the report that the assertion names."""
    told = Published(published, "metadata" if published else "unknown")
    return Row(
        assertion.id, assertion, words, line, 1, assertion.report, f"{assertion.report}.txt", "عينة", None,
        told, "run",
    )  # fmt: skip


def event(
    report: str = "a",
    *,
    type: Any = "ASSAULT",
    mode: str | None = "aerial",
    actors: tuple[Actor, ...] = (ARMY,),
    recipients: tuple[Actor, ...] = (),
    place: Place | None = SARAQIB,
    date: str | None = "2020-02-16",
    status: Any = "reported",
    start: int = 0,
    **more: Any,
) -> Event:
    """An air strike of government forces on Saraqib, unless told otherwise."""
    return Event(report, start, start + 3, type, mode, actors, recipients, place, date, status, **more)


def telling(
    event: Event, *figures: Figure, published: str | None = "2020-02-17", words: str = "قصف"
) -> Scene:
    """A telling with the figures told with it."""
    told = [row(figure, "عدد", published) for figure in figures]
    return scene(row(event, words, published), told, lore())


def figure(
    report: str = "a",
    lower: float | None = 12,
    bound: Any = "exact",
    *,
    upper: float | None = None,
    kind: str = "killed",
    population: str | None = "civilians",
    since: str | None = "2020-02-16",
    until: str | None = "2020-02-16",
    place: Place | None = SARAQIB,
    start: int = 10,
    status: Any = "reported",
    perpetrators: tuple[Actor, ...] = (),
) -> Figure:
    """Twelve civilians killed in Saraqib on one day, unless told otherwise."""
    high = lower if upper is None and bound == "exact" else upper
    return Figure(
        report, start, start + 3, kind, lower, high, bound, "civilian", population, since, until, place,
        perpetrators, status,
    )  # fmt: skip


def counted(figure: Figure, published: str | None = "2020-02-17") -> Count:
    """A figure that stands alone."""
    return counts([row(figure, "عدد", published)], [], lore())[0]


def outcome(event: Event, figure: Figure, published: str | None = "2020-02-17") -> Count:
    """A figure told in one line with its event."""
    told = row(figure, "عدد", published)
    return counts([told], scenes([row(event, "قصف", published), told], lore()), lore())[0]


def accord(
    report: str = "a",
    *,
    agreement: str | None = "agreement/sy/idlib-ceasefire-2020-01",
    parties: tuple[Actor, ...] = (RUSSIA, TURKEY),
    date: str | None = None,
    in_force: str | None = "2020-01-12",
    place: Place | None = None,
) -> Row[AgreementMention]:
    """A mention of the ceasefire of January 2020."""
    return row(
        AgreementMention(report, 0, 5, agreement, "اتفاق", parties, date, in_force, place, (), "reported")
    )


def statement(
    words: str,
    report: str = "a",
    *,
    speakers: tuple[Actor, ...] = (RUSSIA,),
    chain: tuple[Actor, ...] = (),
    quoted: bool = True,
    date: str | None = "2020-02-16",
) -> Row[Statement]:
    """A statement whose content is all of its words."""
    return row(
        Statement(
            report, 0, len(words), speakers, "claim", Span(0, len(words)), (), chain, None, date, quoted
        ),
        words,
    )
